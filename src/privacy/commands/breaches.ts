import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { command } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { openJson, sealJson, type Where } from '../../kernel/sealing/sealed.ts';
import { textField } from '../../kernel/text-field.ts';
import { instant, localMoment, type Instant } from '../../kernel/time.ts';
import { mayHandleBreaches } from '../access.ts';
import { breachFault, isSettled, type Breach } from '../breach.ts';
import { AUTHORITY, TOLD } from '../codes.ts';
import { insertVersion, listVersions, type BreachRow } from '../store/breaches.ts';

const TEXT = 4000;
const MOST_PEOPLE = 10_000_000;

function place(ctx: Context, breachId: string, version: number): Where {
  return { table: 'app.breach', region: ctx.regionId, row: breachId, field: 'sealed', version };
}

const text = z.string();
const stored = z.object({
  what: text, affected: z.number(), kinds: text, consequences: text, measures: text, authority: z.enum(AUTHORITY.codes), authorityAt: text.optional(), authorityWhy: text, told: z.enum(TOLD.codes), toldWhy: text,
});

export function openBreach(ctx: Context, row: BreachRow): Breach {
  const { authorityAt, ...rest } = stored.parse(openJson(ctx.keys.record, row.sealed, place(ctx, row.breach_id, row.version)));
  return { ...rest, discoveredAt: row.discovered_at, authorityAt: authorityAt === undefined ? undefined : instant(authorityAt) };
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

/** A breach is written down, or what is known of it now: each saving is kept (GDPR art. 33 nr. 5). `version`: the one this person has read, 0 for a new one. */
export const saveBreach = command({
  name: 'privacy.save_breach',
  schema: z.strictObject({
    breachId: idField(), version: z.coerce.number('not_offered').int().nonnegative(), what: written, discoveredAt: moment(true), affected: z.coerce.number('not_a_number').int('not_a_number').min(0, 'not_a_number').max(MOST_PEOPLE, 'not_a_number'),
    kinds: written, consequences: written, measures: written, authority: z.enum(AUTHORITY.codes, 'missing'), authorityAt: moment(false), authorityWhy: written, told: z.enum(TOLD.codes, 'missing'), toldWhy: written,
  }),
  facts: async () => ({}),
  access: mayHandleBreaches,
  run: async (ctx, { breachId, version: read, discoveredAt, ...said }) => {
    if (ctx.actor.kind !== 'person' || discoveredAt === undefined) return refuse('not_found');
    const breach: Breach = { ...said, discoveredAt };
    const fault = breachFault(breach, ctx.now);
    if (fault !== undefined) return fault;
    const [newest] = await listVersions(ctx.tx, ctx.regionId, breachId);
    if (newest !== undefined && newest.version === read + 1 && newest.written_by === ctx.actor.userId && same(openBreach(ctx, newest), breach)) return done({ breachId });
    if ((newest?.version ?? 0) !== read) return refuse('changed_meanwhile');
    const { discoveredAt: at, ...rest } = breach;
    const version = read + 1;
    const row: BreachRow = {
      breach_id: breachId, version, discovered_at: at, settled: isSettled(breach), written_by: ctx.actor.userId, written_at: ctx.now,
      sealed: sealJson(ctx.keys.record, rest, place(ctx, breachId, version), 'text', ctx.chance),
    };
    return await insertVersion(ctx.tx, ctx.regionId, row) ? done({ breachId }) : refuse('changed_meanwhile');
  },
});

function same(a: Breach, b: Breach): boolean {
  const told = (one: Breach) => JSON.stringify(Object.entries(one).filter(([, value]) => value !== undefined).toSorted());
  return told(a) === told(b);
}
