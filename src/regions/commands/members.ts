import { z } from 'zod';
import { command } from '../../kernel/door.ts';
import { asId } from '../../kernel/ids.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { addDays, day } from '../../kernel/time.ts';
import { mayChangeMembers } from '../access.ts';
import { endMunicipality, insertAgreement, insertMunicipality, listMunicipalities } from '../store.ts';

const dayField = z.string().transform((text, ctx) => {
  const found = day(text);
  if (found === undefined) ctx.addIssue({ code: 'custom', message: 'no_such_day' });
  return found ?? z.NEVER;
});
const line = z.string().trim().min(1, 'missing').max(300, 'too_long');

/** A municipality joins, with the agreement on which reception acts for it. */
export const addMunicipality = command({
  name: 'regions.add_municipality',
  schema: z.strictObject({
    number: z.string().regex(/^\d{4}$/, 'municipality_number'), name: line, from: dayField,
    organisation: line, agreement: line, controller: line, legalBasis: line,
  }),
  facts: async (ctx) => ({ known: await listMunicipalities(ctx.tx, ctx.regionId) }),
  access: mayChangeMembers,
  run: async (ctx, input, facts) => {
    if (facts.known.some((row) => row.number === input.number && row.to_day === null)) return refuse('already_member');
    const municipalityId = asId<'municipality'>(ctx.chance.uuid());
    await insertMunicipality(ctx.tx, ctx.regionId, { municipality_id: municipalityId, number: input.number, name: input.name, from_day: input.from, to_day: null, merged_into: null });
    await insertAgreement(ctx.tx, ctx.regionId, {
      agreement_id: ctx.chance.uuid(), municipality_id: municipalityId, organisation: input.organisation, agreement: input.agreement,
      controller: input.controller, legal_basis: input.legalBasis, from_day: input.from, to_day: null,
    });
    return done({ municipalityId });
  },
});

/** Two municipalities become one: the one that ends keeps its history and points to the other. */
export const mergeMunicipality = command({
  name: 'regions.merge_municipality',
  schema: z.strictObject({ ends: z.uuid(), into: z.uuid(), from: dayField }),
  facts: async (ctx) => ({ known: await listMunicipalities(ctx.tx, ctx.regionId) }),
  access: mayChangeMembers,
  run: async (ctx, input, facts) => {
    const ends = facts.known.find((row) => row.municipality_id === input.ends);
    const into = facts.known.find((row) => row.municipality_id === input.into);
    if (ends === undefined || into === undefined || ends === into) return refuse('bad_input', { into: 'unknown_municipality' });
    if (ends.to_day !== null || into.to_day !== null) return refuse('already_ended');
    await endMunicipality(ctx.tx, ctx.regionId, ends.municipality_id, addDays(input.from, -1), into.municipality_id);
    return done({});
  },
});
