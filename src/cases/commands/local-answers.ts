import type { Context } from '../../kernel/context.ts';
import { done, type Outcome } from '../../kernel/outcome.ts';
import { osloDay } from '../../kernel/time.ts';
import { isOfferedOn } from '../../regions/codes.ts';
import { localValues } from '../../regions/public.ts';
import { hasLocal, nationalAnswers } from '../local-answers.ts';

/** A form's answers as a rule takes them: national codes, and the region's own values of today beside them. Refusal: as nationalAnswers. */
export async function withoutLocal(ctx: Context, answers: Readonly<Record<string, unknown>>): Promise<Outcome<Readonly<Record<string, unknown>>>> {
  if (!hasLocal(answers)) return done(answers);
  const today = osloDay(ctx.now);
  return nationalAnswers(answers, (await localValues(ctx)).filter((one) => isOfferedOn(one, today)));
}
