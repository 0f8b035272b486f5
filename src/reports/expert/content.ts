import { z } from 'zod';
import type { Where } from '../../kernel/sealing/sealed.ts';
import { LANGUAGES } from '../../kernel/texts.ts';
import { ANSWER_BASES, EXPERT_QUESTION, SEEN_OR_HEARD } from '../codes.ts';

/** The question in the coordinator's own words. */
export const FREE = 'FRI';

/** Most characters (UTF-16 units) of one answer, and of a line about oneself. */
export const LONGEST_ANSWER = 8_000;
export const LONGEST_LINE = 200;

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** What the professional is shown, as it is sealed to the code: exactly what was read through before the code was made. */
export const shownQuestion = z.strictObject({ version: z.literal(1), text: z.string(), questions: z.array(z.enum(EXPERT_QUESTION.codes)), free: z.string().optional() });
export type ShownQuestion = z.infer<typeof shownQuestion>;

const line = z.string().min(1).max(LONGEST_LINE);

/** What the professional answers, as it is sealed on the way in. `can` false: cannot answer, or may not (taushetsplikt). */
export const expertAnswer = z.strictObject({
  kind: z.literal('answer'), version: z.literal(1), receivedAt: z.string().regex(INSTANT), lang: z.enum(LANGUAGES),
  name: line, role: line, workplace: line,
  can: z.boolean(),
  answers: z.array(z.strictObject({ question: z.enum([...EXPERT_QUESTION.codes, FREE]), text: z.string().min(1).max(LONGEST_ANSWER) })),
  seen: z.enum(SEEN_OR_HEARD.codes).optional(),
  basis: z.enum(ANSWER_BASES).optional(),
}).refine(({ can, answers, seen, basis }) => (can ? answers.length > 0 && seen !== undefined && basis !== undefined : answers.length === 0));
export type ExpertAnswer = z.infer<typeof expertAnswer>;

/** Where a question lies sealed to the code that `codeNo` counts. */
export function questionPlace(region: string, ask: string, codeNo: number): Where {
  return { table: 'app.expert_question', region, row: ask, field: 'for_code', version: codeNo };
}
