import { done, refuse, type Outcome } from '../../kernel/outcome.ts';
import { plainText } from '../../kernel/plain-text.ts';
import type { Lang } from '../../kernel/texts.ts';
import type { Instant } from '../../kernel/time.ts';
import { FEELS, LONGEST_MESSAGE, messageContent, type Feels, type MessageContent } from './content.ts';

/** The buttons of the window, by what they post. */
const BUTTONS: Readonly<Record<string, Feels>> = { trygg: FEELS[0], verre: FEELS[1] };

/** The text as it is kept on the page and sent on: cleaned, never cut. */
export function messageText(typed: string): string {
  return plainText(typed);
}

/**
 * What a posted window becomes. Pure. `feels`: which button was pressed, as it was posted; anything else is «Send».
 * Refusals: `empty` (no text and no button), `tooLong`.
 */
export function planMessage(posted: { readonly text: string; readonly feels: string }, at: Instant, lang: Lang): Outcome<MessageContent> {
  const text = messageText(posted.text);
  const feels = Object.hasOwn(BUTTONS, posted.feels) ? BUTTONS[posted.feels] : undefined;
  if (text === '' && feels === undefined) return refuse('empty');
  if (text.length > LONGEST_MESSAGE) return refuse('tooLong');
  const planned = messageContent.safeParse({ kind: 'message', version: 1, receivedAt: at, lang, ...(feels === undefined ? {} : { feels }), ...(text === '' ? {} : { text }) });
  // What arrival would refuse must not be called sent (test: window-message).
  return planned.success ? done(planned.data) : refuse('tooLong');
}
