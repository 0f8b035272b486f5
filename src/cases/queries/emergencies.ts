import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { query } from '../../kernel/door.ts';
import { asId, type FileId, type MunicipalityId, type UserId } from '../../kernel/ids.ts';
import { openWhole } from '../../kernel/journal/file.ts';
import { done } from '../../kernel/outcome.ts';
import { addMs, DAY_MS, type Instant } from '../../kernel/time.ts';
import { regionClocks } from '../../regions/public.ts';
import { isFresh } from '../../staff/public.ts';
import { maySeeInList } from '../access.ts';
import { mayAskForEmergency, mayReviewEmergency, maySeeEmergencies } from '../access/emergency.ts';
import { loadAsker, type AskedCase, type Asker } from '../commands/asked.ts';
import { reviewDue } from '../emergency.ts';
import { CASE_FILE } from '../file.ts';
import { listEmergencies, listUnreviewed, type TakenRow } from '../store/emergency.ts';
import { findCases } from '../store/read.ts';
import type { Names } from './models.ts';
import { colleagueNames, judged, municipalityNames } from './rows.ts';

/** One access in an emergency, as whoever answers for it sees it: who, when and which case, and nothing of the case but the reason. */
export type TakenLine = {
  readonly emergencyId: string; readonly fileId: FileId; readonly reference: string; readonly owner: MunicipalityId | undefined; readonly by: UserId;
  readonly takenAt: Instant; readonly until: Instant; /** exclusive */ readonly due: Instant;
  readonly reviewed: { readonly by: UserId; readonly at: Instant } | undefined;
  /** of those that wait for this person */
  readonly reason: string | undefined;
};
/** `waiting`: for this person to go through · `mine`: what they took themselves and that nobody has gone through, or that lasts still */
export type EmergencyPage = {
  readonly mayTake: boolean; /** they proved just now who they are */ readonly fresh: boolean; readonly mayReview: boolean; readonly waiting: readonly TakenLine[]; readonly reviewed: readonly TakenLine[]; readonly mine: readonly TakenLine[];
  readonly names: Names; readonly municipalities: Names; readonly now: Instant; readonly newId: string;
};

export type Taken = { readonly row: TakenRow; readonly asked: AskedCase };
export type TakenFacts = { readonly asker: Asker; readonly waiting: readonly Taken[]; readonly reviewed: readonly Taken[]; readonly mine: readonly Taken[] };

const SHOWN_FOR = 30 * DAY_MS;
const MOST = 200;

/** What was taken, for whoever asks: what waits for them, what has been gone through, and their own. Judged before anything is counted; the same statements whatever there is. */
export async function takenFor(ctx: Context, asker: Asker): Promise<TakenFacts> {
  const rows = await listEmergencies(ctx.tx, ctx.regionId, addMs(ctx.now, -SHOWN_FOR), MOST);
  const lines = await findCases(ctx.tx, ctx.regionId, [...new Set(rows.map((row) => row.file_id)), asId<'file'>(ctx.chance.uuid())], asker);
  const cases = new Map(judged(asker, lines).map((asked) => [asked.facts.fileId, asked]));
  const all = rows.flatMap((row): Taken[] => {
    const asked = cases.get(row.file_id);
    return asked === undefined || isUnknown(asked) ? [] : [{ row, asked }];
  });
  const others = all.filter(({ row, asked }) => row.user_id !== asker.userId && mayReviewEmergency(asked.actor, asked.facts).allow);
  return {
    asker, waiting: others.filter(({ row }) => row.reviewed_at === null), reviewed: others.filter(({ row }) => row.reviewed_at !== null),
    mine: all.filter(({ row }) => row.user_id === asker.userId && (row.reviewed_at === null || ctx.now < row.until)),
  };
}

/** For them it does not exist: they are left out, or its address became strictly confidential and they do not have it. What they took themselves is no reason to go on telling them of it. */
function isUnknown({ actor, facts, asker }: AskedCase): boolean {
  return facts.excluded || (facts.strict && !maySeeInList(actor, facts, asker.now).allow);
}

/** The page on which access in an emergency is taken, and gone through. Of each that waits, its reason is opened. */
export const emergencies = query({
  name: 'cases.emergencies',
  schema: z.strictObject({}),
  facts: async (ctx: Context): Promise<TakenFacts | undefined> => {
    const asker = await loadAsker(ctx);
    return asker === undefined ? undefined : takenFor(ctx, asker);
  },
  access: (actor, { waiting }) => maySeeEmergencies(actor, waiting.map(({ row }) => row.file_id)),
  run: async (ctx: Context, _input, { asker, waiting, reviewed, mine }: TakenFacts) => {
    const reasons = new Map<string, string>();
    for (const { row } of waiting) {
      const file = await openWhole(ctx, CASE_FILE, row.file_id);
      for (const { emergencyId, reason } of file?.state.emergencies ?? []) reasons.set(emergencyId, reason);
    }
    const clocks = await regionClocks(ctx);
    const line = ({ row, asked }: Taken): TakenLine => ({
      emergencyId: row.emergency_id, fileId: row.file_id, reference: asked.line.reference, owner: asked.facts.owner, by: row.user_id, takenAt: row.taken_at, until: row.until, due: reviewDue(row.taken_at, clocks),
      reviewed: row.reviewed_by === null || row.reviewed_at === null ? undefined : { by: row.reviewed_by, at: row.reviewed_at }, reason: reasons.get(row.emergency_id),
    });
    const { actor } = ctx;
    return done<EmergencyPage>({
      mayTake: mayAskForEmergency(actor).allow, fresh: actor.kind === 'person' && isFresh(actor, ctx.now),
      mayReview: asker.roles.some((role) => role === 'KOORDINATOR' || role === 'LEDER'), waiting: waiting.map(line), reviewed: reviewed.map(line), mine: mine.map(line),
      names: colleagueNames(asker), municipalities: municipalityNames(asker), now: asker.now, newId: ctx.chance.uuid(),
    });
  },
});

/** Access that somebody took in an emergency and that nobody has gone through. Nothing of what the case says. */
export type WaitingEmergency = { readonly fileId: FileId; readonly owner: MunicipalityId | undefined; readonly by: UserId; readonly takenAt: Instant; /** exclusive */ readonly due: Instant; /** the address is strictly confidential by now: those who are named go through it, and nothing says where it is */ readonly only: readonly UserId[] | undefined };

/** For the rounds, not for a person. */
export async function waitingEmergencies(ctx: Context): Promise<WaitingEmergency[]> {
  const clocks = await regionClocks(ctx);
  return (await listUnreviewed(ctx.tx, ctx.regionId, MOST)).map((row) => ({
    fileId: row.file_id, owner: row.named_only === null ? row.owner_municipality_id ?? undefined : undefined, by: row.user_id, takenAt: row.taken_at, due: reviewDue(row.taken_at, clocks), only: row.named_only ?? undefined,
  }));
}
