import type { FileEvent } from '../kernel/journal/event.ts';
import { done } from '../kernel/outcome.ts';
import type { NewCaseEvent } from './events.ts';
import type { Decision } from './guard.ts';

/** What says that an entry came of a form: of the form's own id, its step and every answer in it. The same form with another answer has another. */
export type Sent = { readonly sentAs?: string | undefined };

/** The marks of all forms that have written in the case. */
export type SentForms = { readonly sentForms: readonly string[] };
export const NO_FORMS: SentForms = { sentForms: [] };

/**
 * What the rule decides, once: a form that has written already, because a button was pressed twice or the answer never came, writes nothing more.
 * @param mark of the form; undefined where it had no id
 */
export function once({ sentForms }: SentForms, mark: string | undefined, rule: () => Decision): Decision {
  if (mark !== undefined && sentForms.includes(mark)) return done([]);
  const decision = rule();
  return decision.ok && mark !== undefined ? done(decision.value.map((event, at) => (at === 0 ? marked(event, mark) : event))) : decision;
}

/** The mark is sealed with the entry's content. */
function marked(event: NewCaseEvent, sentAs: string): NewCaseEvent {
  const content: object = { ...event.content, sentAs };
  return { ...event, content } as NewCaseEvent; // the same content, with a field that lifting takes out again
}

/** An entry as it was stored, with the mark beside its content: it is no answer, and stands in no page, letter or whole file. */
export function lifted({ content, ...stored }: FileEvent): FileEvent & Sent {
  if (typeof content !== 'object' || content === null || !('sentAs' in content)) return { ...stored, content };
  const { sentAs, ...told } = content;
  return { ...stored, content: told, ...(typeof sentAs === 'string' ? { sentAs } : {}) };
}
