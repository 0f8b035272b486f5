import { z } from 'zod';
import { idField } from '../../kernel/id-field.ts';
import { plainText } from '../../kernel/plain-text.ts';
import { day, localMoment } from '../../kernel/time.ts';
import { FIELDS, fieldsOf, type FieldName } from '../fields.ts';
import type { FieldRule } from '../fields/rule.ts';
import { WORKFLOW, type StepKey } from '../workflow.ts';

/** A text as it is kept; what is blank was not answered. */
const text = z.string('not_offered').transform((written) => {
  const kept = plainText(written);
  return kept === '' ? undefined : kept;
});

const single = text.pipe(z.string().max(200, 'not_offered').optional());
const several = z.union([z.string(), z.array(z.string().max(200)).max(200)], 'not_offered')
  .transform((given) => [...new Set(typeof given === 'string' ? [given] : given)].filter((code) => code !== ''))
  .transform((codes) => (codes.length === 0 ? undefined : codes));
const someId = text.pipe(z.union([idField(), z.undefined()], 'not_offered'));
const someDay = text.transform((written, ctx) => {
  if (written === undefined) return undefined;
  const found = day(written);
  if (found === undefined) ctx.addIssue({ code: 'custom', message: 'no_such_day' });
  return found;
});

const someMoment = text.transform((written, ctx) => {
  if (written === undefined) return undefined;
  const found = localMoment(written);
  if (found === undefined) ctx.addIssue({ code: 'custom', message: 'no_such_moment' });
  return found;
});

function schemaOf(rule: FieldRule): z.ZodType {
  switch (rule.kind) {
    case 'text': case 'way': return text.optional();
    case 'code': return single.optional();
    case 'codes': return several.optional();
    case 'user': case 'municipality': case 'region': case 'link': return someId.optional();
    case 'day': case 'comingDay': return someDay.optional();
    case 'pastMoment': return someMoment.optional();
  }
}

/**
 * What a step's form may say, by the names of fields.ts. Here only the shape is checked: what is missing, too long or not offered
 * the rule says itself, all of it at once.
 */
export function stepFields(key: StepKey): Record<string, z.ZodType> {
  return Object.fromEntries(fieldsOf(WORKFLOW[key]).map((name: FieldName) => [name, schemaOf(FIELDS[name])]));
}
