import { z } from 'zod';
import { command } from '../../kernel/door.ts';
import { asId } from '../../kernel/ids.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { plainLine, plainText } from '../../kernel/plain-text.ts';
import { day } from '../../kernel/time.ts';
import { mayChangeMembers } from '../access.ts';
import { isThereFrom, lastDay } from '../membership.ts';
import { endAgreements, endMunicipality, insertAgreement, insertMunicipality, listMunicipalities } from '../store.ts';

const dayField = z.string().transform((text, ctx) => {
  const found = day(text);
  if (found === undefined) ctx.addIssue({ code: 'custom', message: 'no_such_day' });
  return found ?? z.NEVER;
});
const line = z.string().overwrite(plainLine).min(1, 'missing').max(300, 'too_long');
const text = z.string().overwrite(plainText).min(1, 'missing').max(4000, 'too_long');

/** A municipality joins, with the agreement on which reception acts for it. */
export const addMunicipality = command({
  name: 'regions.add_municipality',
  schema: z.strictObject({
    number: z.string().regex(/^\d{4}$/, 'municipality_number'), name: line, from: dayField,
    organisation: line, agreement: line, controller: line, legalBasis: text,
  }),
  facts: async (ctx) => ({ known: await listMunicipalities(ctx.tx, ctx.regionId) }),
  access: mayChangeMembers,
  run: async (ctx, input, facts) => {
    if (isThereFrom(facts.known, input.number, input.from)) return refuse('already_member');
    const municipalityId = asId<'municipality'>(ctx.chance.uuid());
    await insertMunicipality(ctx.tx, ctx.regionId, { municipality_id: municipalityId, number: input.number, name: input.name, from_day: input.from, to_day: null, merged_into: null });
    await insertAgreement(ctx.tx, ctx.regionId, {
      agreement_id: ctx.chance.uuid(), municipality_id: municipalityId, organisation: input.organisation, agreement: input.agreement,
      controller: input.controller, legal_basis: input.legalBasis, from_day: input.from, to_day: null,
    });
    return done({ municipalityId });
  },
});

/** Two municipalities become one: the one that ends keeps its history and points to the other, and its agreement ends with it. */
export const mergeMunicipality = command({
  name: 'regions.merge_municipality',
  schema: z.strictObject({ ends: z.uuid('unknown_municipality'), into: z.uuid('unknown_municipality'), from: dayField }),
  facts: async (ctx) => ({ known: await listMunicipalities(ctx.tx, ctx.regionId) }),
  access: mayChangeMembers,
  run: async (ctx, input, facts) => {
    const ends = facts.known.find((row) => row.municipality_id === input.ends);
    const into = facts.known.find((row) => row.municipality_id === input.into);
    if (ends === undefined) return refuse('bad_input', { ends: 'unknown_municipality' });
    if (into === undefined) return refuse('bad_input', { into: 'unknown_municipality' });
    if (ends === into) return refuse('bad_input', { into: 'into_itself' });
    if (ends.to_day !== null) return refuse('bad_input', { ends: 'already_ended' });
    if (into.to_day !== null) return refuse('bad_input', { into: 'already_ended' });
    if (into.from_day > input.from) return refuse('bad_input', { from: 'into_later' });
    const last = lastDay(ends, input.from);
    if (last === undefined) return refuse('bad_input', { from: 'ends_before_start' });
    await endMunicipality(ctx.tx, ctx.regionId, ends.municipality_id, last, into.municipality_id);
    await endAgreements(ctx.tx, ctx.regionId, ends.municipality_id, last);
    return done({});
  },
});
