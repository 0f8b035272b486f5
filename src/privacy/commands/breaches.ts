import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { command } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import { asId } from '../../kernel/ids.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { openJson, sealJson, type Where } from '../../kernel/sealing/sealed.ts';
import { lineField, textField } from '../../kernel/text-field.ts';
import { instant, localMoment, type Instant } from '../../kernel/time.ts';
import { workingFor } from '../../cases/public.ts';
import type { UserId } from '../../kernel/ids.ts';
import { listColleagues, recused, type MemberWithRoles } from '../../staff/public.ts';
import { mayHandleBreach, mayHandleBreaches, type BreachFacts } from '../access.ts';
import { breachFault, concernsOf, isSettled, leavesOut, type Breach } from '../breach.ts';
import { AUTHORITY, DIGITAL, TOLD } from '../codes.ts';
import { insertVersion, listVersions, type BreachRow } from '../store/breaches.ts';

const TEXT = 4000;
const LINE = 200;
const MOST_PEOPLE = 10_000_000;

function place(ctx: Context, breachId: string, version: number): Where {
  return { table: 'app.breach', region: ctx.regionId, row: breachId, field: 'sealed', version };
}

const text = z.string();
const stored = z.object({
  what: text, affected: z.number(), kinds: text, consequences: text, measures: text, authority: z.enum(AUTHORITY.codes), authorityAt: text.optional(), authorityWhy: text, told: z.enum(TOLD.codes), toldWhy: text,
  digital: z.enum(DIGITAL.codes).optional(), digitalWarnedAt: text.transform(instant).optional(), digitalUpdatedAt: text.transform(instant).optional(), digitalReportAt: text.transform(instant).optional(),
  digitalService: text.optional(), digitalCause: text.optional(), digitalUsers: text.optional(), digitalAbroad: text.optional(),
});

export function openBreach(ctx: Context, row: BreachRow): Breach {
  const { authorityAt, ...rest } = stored.parse(openJson(ctx.keys.record, row.sealed, place(ctx, row.breach_id, row.version)));
  return { ...rest, municipalities: row.municipalities, discoveredAt: row.discovered_at, authorityAt: authorityAt === undefined ? undefined : instant(authorityAt) };
}

const moment = (required: boolean) => z.string('missing').transform((typed, ctx): Instant | undefined => {
  if (typed === '') {
    if (required) ctx.addIssue({ code: 'custom', message: 'missing' });
    return undefined;
  }
  const found = localMoment(typed);
  if (found === undefined) ctx.addIssue({ code: 'custom', message: 'no_such_moment' });
  return found;
});

const written = textField(TEXT);
const line = lineField(LINE);

const MOST_BOXES = 400;
const boxes = z.union([z.string(), z.array(z.string()).max(MOST_BOXES)], 'not_offered').transform((given) => (typeof given === 'string' ? [given] : given));

export type KnownBreach = BreachFacts & { readonly rows: readonly BreachRow[]; readonly names: Readonly<Record<string, string>> };

/** Every saving of it, and for whom whoever asks works. The same statements whether there is such a breach or not. */
export async function knownBreach(ctx: Context, breachId: string): Promise<KnownBreach> {
  const rows = await listVersions(ctx.tx, ctx.regionId, breachId);
  const { municipalities: own, names } = await workingFor(ctx);
  const colleagues = await listColleagues(ctx);
  return { rows, municipalities: rows[0]?.municipalities, own, named: isNamed(ctx, rows, colleagues), names };
}

/** Whom what is known of a breach names (fvl § 6), as it is known now or as it was; nobody by their own hand. */
export function namedInBreach(ctx: Context, rows: readonly BreachRow[], colleagues: readonly MemberWithRoles[]): UserId[] {
  return [...new Set(rows.flatMap((row) => {
    const { what, kinds, consequences, measures, authorityWhy, toldWhy, digitalCause = '' } = openBreach(ctx, row);
    return recused(colleagues, { names: [], text: [what, kinds, consequences, measures, authorityWhy, toldWhy, digitalCause].join('\n') }).filter((userId) => userId !== row.written_by);
  }))];
}

export function isNamed(ctx: Context, rows: readonly BreachRow[], colleagues: readonly MemberWithRoles[]): boolean {
  return ctx.actor.kind === 'person' && namedInBreach(ctx, rows, colleagues).includes(ctx.actor.userId);
}

/** A breach is written down, or what is known of it now: each saving is kept (GDPR art. 33 nr. 5). `version`: the one this person has read, 0 for a new one. */
export const saveBreach = command({
  name: 'privacy.save_breach',
  schema: z.strictObject({
    breachId: idField(), version: z.coerce.number('not_offered').int().nonnegative(), what: written, concerns: boxes, discoveredAt: moment(true), affected: z.coerce.number('not_a_number').int('not_a_number').min(0, 'not_a_number').max(MOST_PEOPLE, 'not_a_number'),
    kinds: written, consequences: written, measures: written, authority: z.enum(AUTHORITY.codes, 'missing'), authorityAt: moment(false), authorityWhy: written, told: z.enum(TOLD.codes, 'missing'), toldWhy: written,
    digital: z.enum(DIGITAL.codes, 'not_offered').optional(), digitalWarnedAt: moment(false).optional(), digitalUpdatedAt: moment(false).optional(), digitalReportAt: moment(false).optional(),
    digitalService: line.optional(), digitalCause: written.optional(), digitalUsers: line.optional(), digitalAbroad: line.optional(),
  }),
  facts: async (ctx, { breachId, version }): Promise<KnownBreach | undefined> => {
    const known = await knownBreach(ctx, breachId);
    return version > 0 && known.rows.length === 0 ? undefined : known;
  },
  access: mayHandleBreach,
  run: async (ctx, { breachId, version: read, discoveredAt, concerns, ...said }, { rows, own, named, names }) => {
    if (ctx.actor.kind !== 'person' || discoveredAt === undefined) return refuse('not_found');
    const municipalities = concernsOf(concerns, Object.keys(names).map((id) => asId<'municipality'>(id)));
    if (municipalities === undefined) return refuse('bad_input', { concerns: 'concerns_missing' });
    // whoever saved it would not find it again
    if (!mayHandleBreach(ctx.actor, { municipalities, own, named }).allow) return refuse('bad_input', { concerns: 'concerns_own' });
    const [newest] = rows;
    // no controller takes a breach away from another (GDPR art. 33 nr. 5); the coordinator works for them all
    const handles = mayHandleBreaches(ctx.actor);
    if (newest !== undefined && !(handles.allow && handles.because === 'KOORDINATOR') && leavesOut(newest.municipalities, municipalities)) return refuse('bad_input', { concerns: 'concerns_kept' });
    const breach: Breach = { ...said, municipalities, discoveredAt };
    const fault = breachFault(breach, ctx.now);
    if (fault !== undefined) return fault;
    if (newest !== undefined && newest.version === read + 1 && newest.written_by === ctx.actor.userId && same(openBreach(ctx, newest), breach)) return done({ breachId });
    if ((newest?.version ?? 0) !== read) return refuse('changed_meanwhile');
    const { discoveredAt: at, municipalities: of, ...rest } = breach;
    const version = read + 1;
    const row: BreachRow = {
      breach_id: breachId, version, discovered_at: at, municipalities: [...of], settled: isSettled(breach), written_by: ctx.actor.userId, written_at: ctx.now,
      sealed: sealJson(ctx.keys.record, rest, place(ctx, breachId, version), 'text', ctx.chance),
    };
    return await insertVersion(ctx.tx, ctx.regionId, row) ? done({ breachId }) : refuse('changed_meanwhile');
  },
});

function same(a: Breach, b: Breach): boolean {
  const told = (one: Breach) => JSON.stringify(Object.entries(one).filter(([, value]) => value !== undefined).toSorted());
  return told(a) === told(b);
}
