import { z } from 'zod';
import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { allow, type Verdict } from '../kernel/verdict.ts';
import { query } from '../kernel/door.ts';
import { idField } from '../kernel/id-field.ts';
import { asId, type FileId, type Id } from '../kernel/ids.ts';
import { openFile } from '../kernel/journal/file.ts';
import { done } from '../kernel/outcome.ts';
import { exclusionToken } from '../kernel/sealing/mac.ts';
import { osloDay, type Day, type Instant } from '../kernel/time.ts';
import type { RegionClocks } from '../regions/codes.ts';
import { listMunicipalities, regionClocks } from '../regions/public.ts';
import { basesOn, type Basis } from '../reports/codes.ts';
import { hasShelterBasis, listReferable, readConsulted, referredAmong, shielded, type Consulted, type JudgedReport } from '../reports/public.ts';
import { findColleague } from '../staff/public.ts';
import { mayAdvise, mayReadConsultation, maySeeConsultations, type ConsultationFacts } from './access.ts';
import { consultationFacts, factsOf } from './commands/asked.ts';
import { knownBy, shownProgress, type ConsultationState } from './consultation.ts';
import { CONSULTATION_FILE, listedCodes, type ListedCodes } from './file.ts';
import { listConsultations, listSealed, type ConsultationRow, type Me } from './store.ts';
import { tally, type Tally } from './tally.ts';

/** Member municipalities by number. */
export type Places = Readonly<Record<string, string>>;
export type ListedConsultation = Omit<ConsultationRow, 'excluded' | 'shut' | 'version'> & { readonly codes: Omit<ListedCodes, 'became'> };
export type Consultations = {
  readonly rows: readonly ListedConsultation[]; /** there are more than are shown */ readonly cut: boolean;
  readonly tally: Tally; readonly places: Places; readonly clocks: RegionClocks; readonly now: Instant;
};

const MOST = 1000;

/** All consultations that the asker may read, those that wait first, and how many there were. The lines are loaded in clear and judged; the verdict then opens the codes of those that may be read, and of no other. */
export const consultationList = query({
  name: 'consultations.list',
  schema: z.strictObject({}),
  facts: async (ctx) => {
    const me = meOf(ctx);
    return { found: me === undefined ? [] : await listConsultations(ctx.tx, ctx.regionId, me, MOST + 1) };
  },
  access: maySeeListed,
  run: async (ctx, _input, { found }) => {
    // What one may not see is not counted either.
    const readable = found.slice(0, MOST).filter((row) => readableBy(ctx.actor, row));
    const sealed = new Map((await listSealed(ctx.tx, ctx.regionId, readable.map((row) => row.file_id))).map((line) => [line.file_id, line]));
    const listed = readable.flatMap((row) => {
      const line = sealed.get(row.file_id);
      return line === undefined ? [] : [{ row, codes: listedCodes(ctx, line) }];
    });
    const known = await referredAmong(ctx, listed.flatMap(({ codes }) => codes.became));
    const mine = listed.map(({ row: { excluded: _excluded, shut: _shut, version: _version, ...row }, codes: { became, ...codes } }): ListedConsultation => (
      { ...row, state: shownProgress({ progress: row.state, answered: row.answered_at !== null, named: row.named, became: became.some((one) => known.has(one)) }), codes }));
    return done<Consultations>(shielded({ rows: mine, cut: found.length > MOST, tally: tally(mine.map(({ codes }) => codes)), places: await placesOf(ctx), clocks: await regionClocks(ctx), now: ctx.now }, seesShelter(ctx)));
  },
});

type Listed = { readonly found: readonly ConsultationRow[] };

function readableBy(actor: Actor, row: ConsultationRow): boolean {
  return mayReadConsultation(actor, factsOf(row)).allow;
}

/** Who sees the list, with the files of it that they may read. */
function maySeeListed(actor: Actor, { found }: Listed): Verdict {
  const sees = maySeeConsultations(actor);
  return sees.allow ? allow(sees.because, found.filter((row) => readableBy(actor, row)).map((row) => row.file_id)) : sees;
}

function meOf({ actor, keys }: Context): Me | undefined {
  return actor.kind === 'person' ? { userId: actor.userId, token: exclusionToken(keys.lookup, actor.userId) } : undefined;
}

function seesShelter({ actor }: Context): boolean {
  return actor.kind === 'person' && hasShelterBasis(actor.roles);
}

async function placesOf(ctx: Context): Promise<Places> {
  return Object.fromEntries((await listMunicipalities(ctx.tx, ctx.regionId)).map((row) => [row.number, row.name]));
}

export type NewConsultation = { readonly consultationId: FileId; readonly places: Places; readonly today: Day };

/** The empty form for a talk. Its id makes one talk of a form that is sent twice. */
export const newConsultation = query({
  name: 'consultations.new',
  schema: z.strictObject({}),
  facts: async () => ({}),
  access: maySeeConsultations,
  run: async (ctx) => done<NewConsultation>({ consultationId: asId<'file'>(ctx.chance.uuid()), places: await placesOf(ctx), today: osloDay(ctx.now) }),
});

export type Referable = Pick<JudgedReport, 'reference' | 'receivedAt' | 'channel'>;

export type OpenConsultation = {
  readonly fileId: FileId;
  readonly consultation: ConsultationState;
  /** what was asked, and what was said by the code since; a talk has none */
  readonly asked: Consulted | undefined;
  /** of the answer written on this page: the same form sent twice is one answer */
  readonly messageId: Id<'message'>;
  /** staff who advised, by id */
  readonly names: Readonly<Record<string, string>>;
  readonly places: Places;
  readonly mayAdvise: boolean;
  /** may make a file of all of it */
  readonly takesWhole: boolean;
  /** reports that the asker may refer to, the newest first; undefined where there is nothing to refer from */
  readonly referable: readonly Referable[] | undefined;
  /** the bases in law that hold today */
  readonly bases: readonly Basis[];
  readonly now: Instant;
};

/** One consultation. Opening it marks what was asked as seen. */
export const openConsultation = query({
  name: 'consultations.open',
  schema: z.strictObject({ consultationId: idField<'file'>() }),
  filesAsked: ({ consultationId }) => [consultationId],
  facts: (ctx, input) => consultationFacts(ctx, input.consultationId),
  access: mayReadConsultation,
  run: async (ctx, _input, facts) => {
    const { state: written } = await openFile(ctx, CONSULTATION_FILE, facts.fileId);
    const asked = facts.reportId === undefined ? undefined : await readConsulted(ctx, facts.reportId, 'coordinator');
    const state = knownBy(written, await referredAmong(ctx, written.became.map(({ reference }) => reference)), asked?.named === true);
    return done<OpenConsultation>(shielded({
      fileId: facts.fileId, consultation: state, asked, messageId: asId<'message'>(ctx.chance.uuid()), names: await namesIn(ctx, state), places: await placesOf(ctx),
      mayAdvise: mayAdvise(ctx.actor, facts).allow, takesWhole: ctx.actor.kind === 'person' && ctx.actor.roles.includes('KOORDINATOR'), referable: await referableFrom(ctx, state, facts), bases: basesOn(osloDay(ctx.now)), now: ctx.now,
    }, seesShelter(ctx)));
  },
});

/** Only for who may write that it became a report, and only until it has. */
async function referableFrom(ctx: Context, { became }: ConsultationState, facts: ConsultationFacts): Promise<Referable[] | undefined> {
  if (became.length > 0 || !mayAdvise(ctx.actor, facts).allow) return undefined;
  return (await listReferable(ctx)).map(({ reference, receivedAt, channel }) => ({ reference, receivedAt, channel }));
}

async function namesIn(ctx: Context, { advice, became }: ConsultationState): Promise<Record<string, string>> {
  const names: Record<string, string> = {};
  for (const writer of new Set([...advice, ...became].map(({ by }) => by))) {
    const colleague = writer === 'system' ? undefined : await findColleague(ctx, writer);
    if (colleague !== undefined) names[writer] = colleague.name;
  }
  return names;
}
