import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { command } from '../../kernel/door.ts';
import { asId } from '../../kernel/ids.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { plainLine, plainText } from '../../kernel/plain-text.ts';
import { addDays, day } from '../../kernel/time.ts';
import { mayChangeMembers } from '../access.ts';
import { idField } from '../../kernel/id-field.ts';
import { agreementFault, isThereFrom, lastDay } from '../membership.ts';
import { endAgreements, endMunicipality, insertAgreement, findProfile, insertMunicipality, listAgreements, listMunicipalities, type MunicipalityRow } from '../store.ts';

const dayField = z.string().transform((text, ctx) => {
  const found = day(text);
  if (found === undefined) ctx.addIssue({ code: 'custom', message: 'no_such_day' });
  return found ?? z.NEVER;
});
const line = z.string().overwrite(plainLine).min(1, 'missing').max(300, 'too_long');
const text = z.string().overwrite(plainText).min(1, 'missing').max(4000, 'too_long');

/** Whoever else changes them waits until this transaction has ended: none joins twice, and no two end in each other. */
async function membersToChange(ctx: Context): Promise<MunicipalityRow[]> {
  await findProfile(ctx.tx, ctx.regionId, 'to_change');
  return listMunicipalities(ctx.tx, ctx.regionId);
}

/** A municipality joins, with the agreement on which reception acts for it. */
export const addMunicipality = command({
  name: 'regions.add_municipality',
  schema: z.strictObject({
    number: z.string().regex(/^\d{4}$/, 'municipality_number'), name: line, from: dayField,
    organisation: line, agreement: line, controller: line, legalBasis: text,
  }),
  facts: async (ctx) => ({ known: await membersToChange(ctx) }),
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

/**
 * Reception acts for a member on a new agreement from a day: another organisation, or the same on other terms. The one before
 * ends the day before, and stays in history. Whoever writes no controller keeps the one there was.
 */
export const newAgreement = command({
  name: 'regions.new_agreement',
  schema: z.strictObject({
    municipalityId: idField<'municipality'>(), from: dayField, organisation: line, agreement: line,
    controller: z.string().overwrite(plainLine).max(300, 'too_long'), legalBasis: text,
  }),
  facts: async (ctx) => ({ known: await membersToChange(ctx), agreements: await listAgreements(ctx.tx, ctx.regionId) }),
  access: mayChangeMembers,
  run: async (ctx, input, facts) => {
    const { municipalityId, from, organisation, agreement, legalBasis } = input;
    const member = facts.known.find((row) => row.municipality_id === municipalityId);
    if (member === undefined) return refuse('bad_input', { municipalityId: 'unknown_municipality' });
    const before = facts.agreements.filter((row) => row.municipality_id === municipalityId);
    const fault = agreementFault(member, before, from);
    if (fault !== undefined) return refuse('bad_input', { from: fault });
    await endAgreements(ctx.tx, ctx.regionId, municipalityId, addDays(from, -1));
    await insertAgreement(ctx.tx, ctx.regionId, {
      agreement_id: ctx.chance.uuid(), municipality_id: municipalityId, organisation, agreement, legal_basis: legalBasis,
      controller: input.controller || (before.at(-1)?.controller ?? `${member.name} kommune`), from_day: from, to_day: member.to_day,
    });
    return done({});
  },
});

/** Two municipalities become one: the one that ends keeps its history and points to the other, and its agreement ends with it. */
export const mergeMunicipality = command({
  name: 'regions.merge_municipality',
  schema: z.strictObject({ ends: z.uuid('unknown_municipality'), into: z.uuid('unknown_municipality'), from: dayField }),
  facts: async (ctx) => ({ known: await membersToChange(ctx) }),
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
