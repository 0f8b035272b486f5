import { z } from 'zod';
import { idField } from '../../kernel/id-field.ts';
import { lineField } from '../../kernel/text-field.ts';
import { day, type Day } from '../../kernel/time.ts';

const LINE = 200;
/** Most characters (UTF-16 units) of a longer text. */
export const TEXT = 4000;
const line = lineField(LINE);
export const written = line.pipe(z.string().min(1, 'missing'));
export const onDay = z.string('missing').transform((text, ctx): Day => {
  const found = day(text);
  if (found === undefined) ctx.addIssue({ code: 'custom', message: text === '' ? 'missing' : 'no_such_day' });
  return found ?? ('' as Day); // refused one line above
});
export const requestId = idField();
/** As the page saw it: whoever was a moment later is told so. */
export const version = z.coerce.number('not_offered').int().positive();
