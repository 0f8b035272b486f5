import type { Context } from '../../kernel/context.ts';
import type { FileId } from '../../kernel/ids.ts';
import { fingerprint } from '../../kernel/sealing/mac.ts';
import type { StepKey } from '../workflow.ts';

/** The mark of a form that was sent (sent-forms.ts): keyed, over its id, its step and every answer. undefined: it has no id. */
export function markOf(ctx: Pick<Context, 'keys'>, fileId: FileId, formId: unknown, key: StepKey, answers: Readonly<Record<string, unknown>>): string | undefined {
  return formId === undefined ? undefined : fingerprint(ctx.keys.lookup, fileId, JSON.stringify([formId, key, answers])).toString('base64url');
}
