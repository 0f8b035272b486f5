import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { query } from '../../kernel/door.ts';
import { done } from '../../kernel/outcome.ts';
import { allow, deny } from '../../kernel/verdict.ts';
import { UNSEEN_LEADER, type RegionClocks } from '../../regions/codes.ts';
import { regionClocks } from '../../regions/public.ts';
import { addMs } from '../../kernel/time.ts';
import { ownDrafts } from '../../reports/public.ts';
import { listSupervisions } from '../../staff/public.ts';
import { standing } from '../access.ts';
import { closesAlone, loadAsker, nobodyDecides, type AskedCase, type Asker } from '../commands/asked.ts';
import { dayNeed, moreUrgent, type DayNeed } from '../day.ts';
import { reviewDue } from '../emergency.ts';
import { hearsOfLate } from '../store/clocks.ts';
import { listForDay } from '../store/list.ts';
import { findCases, listHeldAmong, type Held } from '../store/read.ts';
import { asidesFor, type Aside } from './asides.ts';
import { takenFor, type TakenFacts } from './emergencies.ts';
import { unseenAkutt } from './late.ts';
import { reviewLeft } from './log-review.ts';
import type { DayEmergencies, DayLine, MyDay } from './models.ts';
import { ownWays } from './own-ways.ts';
import { aliases, doors, finding, judged, municipalityNames, readable, toRow } from './rows.ts';

/** Looked at, and shown, at most: a day with more on it is not a day. */
const LOOKED_AT = 200;
const SHOWN = 50;

type Line = { readonly asked: AskedCase; readonly need: DayNeed };
type DayFacts = { readonly asker: Asker; readonly lines: readonly Line[]; /** what the cases that may be read hold */ readonly held: readonly Held[]; readonly more: boolean; readonly taken: TakenFacts; readonly asides: readonly Aside[] };

function needs(asked: AskedCase): Line[] {
  const { line, facts, actor, asker } = asked;
  const { mustDeclare } = doors(asked);
  const person = { userId: actor.userId, roles: actor.roles, standing: standing(actor, facts, asker.now), mustDeclare, nobodyDecides: nobodyDecides(asked), closesAlone: closesAlone(asked) };
  const { awaits, besides } = toRow(asked, undefined);
  const need = dayNeed({ status: line.status, provisional: line.provisional, akutt: line.akutt, lead: facts.lead, inReception: facts.inReception, awaits, besides, clocks: line.clocks, reportUnread: line.report_unread, voidedBy: line.voided_by ?? undefined }, person, asker.now);
  return need === undefined ? [] : [{ asked, need }];
}

function dayEmergencies({ asker, waiting, mine }: TakenFacts, clocks: RegionClocks): DayEmergencies {
  const dues = waiting.map(({ row }) => reviewDue(row.taken_at, clocks)).toSorted();
  return { waiting: waiting.length, due: dues[0], mine: mine.filter(({ row }) => asker.now < row.until).map(({ row, asked }) => ({ fileId: row.file_id, reference: asked.line.reference, until: row.until })) };
}

/** Told of by a notice, and not to be seen by whoever was told (decision 0073): that there is something, and no more. */
async function hears(ctx: Context, asker: Asker): Promise<boolean> {
  const leader = asker.roles.includes('LEDER');
  if (!leader && !asker.isReserve) return false;
  const coordinators = asker.colleagues.filter(({ userId, roles }) => roles.includes('KOORDINATOR') || (asker.isReserve && userId === asker.userId)).map(({ userId }) => userId);
  const danger = (await unseenAkutt(ctx, coordinators)).filter(({ only, owner, raisedAt }) => (only === undefined ? leader && owner === undefined : !only.includes(asker.userId)) && addMs(raisedAt, UNSEEN_LEADER) <= asker.now).map(({ fileId }) => fileId);
  const late = await hearsOfLate(ctx.tx, ctx.regionId, asker, leader && !asker.roles.includes('KOORDINATOR'), asker.now);
  return late || judged(asker, await findCases(ctx.tx, ctx.regionId, danger, asker)).some(({ facts }) => !facts.excluded);
}

/** «Min dag»: what needs this person today, each with its reason and clock; reports that nobody has taken in are reception's own list. */
export const myDay = query({
  name: 'cases.my_day',
  schema: z.strictObject({}),
  facts: async (ctx: Context): Promise<DayFacts | undefined> => {
    const asker = await loadAsker(ctx);
    if (asker === undefined) return undefined;
    const own = finding(asker);
    const lines = own === undefined ? [] : await listForDay(ctx.tx, ctx.regionId, own, asker.team, LOOKED_AT);
    const all = judged(asker, lines).flatMap(needs).toSorted((a, b) => moreUrgent({ ...a.need, akutt: a.asked.line.akutt }, { ...b.need, akutt: b.asked.line.akutt }));
    const shown = all.slice(0, SHOWN);
    const held = await listHeldAmong(ctx.tx, ctx.regionId, readable(shown.map(({ asked }) => asked)));
    return { asker, taken: await takenFor(ctx, asker), asides: await asidesFor(ctx, asker), lines: shown, held, more: all.length > SHOWN || lines.length === LOOKED_AT };
  },
  access: (actor, facts) => (actor.kind === 'person' && actor.roles.length > 0 ? allow('own_day', [...new Set([...readable([...facts.lines, ...facts.asides].map(({ asked }) => asked)), ...facts.held.map((one) => one.report_id)])]) : deny('role')),
  run: async (ctx, _input, { asker, lines, held, more, taken, asides }) => {
    const known = await aliases(ctx, [...new Map([...lines, ...asides].map(({ asked }) => [asked.facts.fileId, asked])).values()]);
    const ways = await ownWays(ctx, lines.map(({ asked }) => asked), known, held);
    const decided = asker.roles.includes('TILSYN') ? await listSupervisions(ctx) : [];
    return done<MyDay>({
      supervises: decided.filter((one) => one.userId === asker.userId && one.state === 'IN_FORCE').map(({ grantId, municipalities, lastDay }) => ({ grantId, municipalities, lastDay })),
      review: await reviewLeft(ctx, asker), hears: await hears(ctx, asker), talks: await ownDrafts(ctx), more, municipalities: municipalityNames(asker), now: asker.now, emergencies: dayEmergencies(taken, await regionClocks(ctx)),
      asides: asides.map(({ kind, asked, count }) => ({ kind, count, fileId: asked.facts.fileId, reference: asked.line.reference, alias: known.get(asked.facts.fileId), mayOpen: doors(asked).mayOpen })),
      lines: lines.map(({ asked, need }): DayLine => {
        const { fileId, reference, alias, status, caseType, akutt, owner, mayOpen, mustDeclare } = toRow(asked, known.get(asked.facts.fileId));
        return { ...need, fileId, reference, alias, way: ways.get(fileId), status, caseType, akutt, owner, mayOpen, mustDeclare };
      }),
    });
  },
});

/** The same page with what else waits for this person, in modules that come after this one: one transaction and one row in the log, for a line that shows no content. */
export function dayWith<B>(besides: (ctx: Context) => Promise<B>) {
  return query({
    ...myDay,
    run: async (ctx, input: Record<string, never>, facts: DayFacts) => {
      const day = await myDay.run(ctx, input, facts);
      return day.ok ? done({ day: day.value, besides: await besides(ctx) }) : day;
    },
  });
}
