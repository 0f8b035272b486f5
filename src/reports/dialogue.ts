import type { FileEvent, NewEvent, Writer } from '../kernel/journal/event.ts';
import type { FileKind } from '../kernel/files/kinds.ts';
import type { UserId } from '../kernel/ids.ts';
import { done, refuse, type Outcome } from '../kernel/outcome.ts';
import type { Instant } from '../kernel/time.ts';
import { CONSENT, type Consent } from './codes.ts';
import { GIVEN } from './form/options.ts';
import type { Feels } from './window/content.ts';

/** SPORSMAL: we ask. TILBAKEMELDING: we tell more than that it was received, by the person's consent and a decision (fvl § 13 a no. 1). */
export const OUR_KINDS = ['SPORSMAL', 'TILBAKEMELDING'] as const;
/** RAD: what we advise in an anonymous consultation, where nobody is named; it has a form of its own. */
export type OurKind = (typeof OUR_KINDS)[number] | 'RAD';

/** PARTLY: something may be left that tells of place and time · KEPT: the file is as it was sent · INFECTED: a scanner found harm · UNSAFE: damaged, or unpacks to too much. The last two are closed to everybody. */
export const CHECKS = ['CLEANED', 'PARTLY', 'KEPT', 'NOTHING', 'INFECTED', 'UNSAFE'] as const;
export type Check = (typeof CHECKS)[number];

type Came = { readonly part: number; readonly receivedAt: Instant; readonly leftOut: readonly UserId[]; readonly forReserve: boolean };
/** A file that came with another report, and follows it: the place that waited for it. */
type Followed = { readonly slot?: string | undefined };
export type SentFile = { readonly object: string; readonly key: string; readonly name: string; readonly type: FileKind; readonly bytes: number; readonly sha256: string };
export type Checked = { readonly object: string; readonly result: Check; /** the object with the cleaned copy, under the same key */ readonly cleaned?: string | undefined; /** of that copy, in hex; absent in older entries */ readonly cleanedSha256?: string | undefined };
type Written = { readonly messageId: string; readonly what: OurKind; readonly text: string; readonly consent?: Consent | undefined; readonly decision?: string | undefined };

/** What is said and sent between a report's reporter and us. Entries of the report's own journal. */
export type DialogueEvent =
  | FileEvent<'ReporterWrote', Came & { readonly message: { readonly feels?: Feels | undefined; readonly text?: string | undefined } }>
  | FileEvent<'AttachmentArrived', Came & Followed & { readonly attachment: SentFile }>
  /** files that follow from another report are on their way, each to a place of its own */
  | FileEvent<'AttachmentsAwaited', { readonly slots: readonly string[] }>
  | FileEvent<'AttachmentChecked', Checked>
  | FileEvent<'ReporterAsked', Written>
  | FileEvent<'WindowClosed', Record<string, never>>;

/** `order`: its place among all that arrived, from 0: whoever counts what is read counts by it. */
export type FromReporter = { readonly at: Instant; readonly order: number; readonly feels: Feels | undefined; readonly text: string | undefined };
export type FromUs = Written & { readonly at: Instant; readonly by: Writer };
export type Attachment = SentFile & Followed & { readonly at: Instant; readonly order: number; readonly check: Check | undefined; readonly cleaned: string | undefined; readonly cleanedSha256?: string | undefined };

export type Dialogue = {
  readonly theirs: readonly FromReporter[];
  readonly ours: readonly FromUs[];
  /** in the order they came: `vedlegg-1` is the first */
  readonly attachments: readonly Attachment[];
  /** places of files that are on their way from another report */
  readonly awaited: readonly string[];
  readonly closedAt: Instant | undefined;
};

export const NO_DIALOGUE: Dialogue = { theirs: [], ours: [], attachments: [], awaited: [], closedAt: undefined };

/** @param order how many parts had arrived before this one */
export function evolveDialogue(dialogue: Dialogue, event: DialogueEvent, order: number): Dialogue {
  switch (event.type) {
    case 'ReporterWrote': {
      const { receivedAt: at, message } = event.content;
      return { ...dialogue, theirs: [...dialogue.theirs, { at, order, feels: message.feels, text: message.text }] };
    }
    case 'AttachmentArrived': {
      const { receivedAt: at, attachment, slot } = event.content;
      return {
        ...dialogue, attachments: [...dialogue.attachments, { ...attachment, ...(slot === undefined ? {} : { slot }), at, order, check: undefined, cleaned: undefined }],
        awaited: dialogue.awaited.filter((one) => one !== slot),
      };
    }
    case 'AttachmentsAwaited':
      return { ...dialogue, awaited: [...dialogue.awaited, ...event.content.slots] };
    case 'AttachmentChecked': {
      const { object, result: check, cleaned, cleanedSha256 } = event.content;
      return { ...dialogue, attachments: dialogue.attachments.map((one) => (one.object === object ? { ...one, check, cleaned, ...(cleanedSha256 === undefined ? {} : { cleanedSha256 }) } : one)) };
    }
    case 'ReporterAsked':
      return { ...dialogue, ours: [...dialogue.ours, { ...event.content, at: event.happenedAt, by: event.actor }] };
    case 'WindowClosed':
      return { ...dialogue, closedAt: event.happenedAt };
  }
}

/** Whether there is anybody to write to. `none`: told by telephone, or no code was wanted. */
export type WindowState = 'open' | 'closed' | 'none';

/** Most characters (UTF-16 units) of what is typed. */
export const LONGEST_TO_REPORTER = 2000;
export const LONGEST_DECISION = 500;

/** As it was typed. */
export type Asked = { readonly messageId: string; readonly what: string; readonly text: string; readonly consent: string; readonly decision: string };

type Decision = Outcome<NewEvent<DialogueEvent>[]>;

/**
 * Writes to whoever holds the code. The same form sent twice is one message. Refusals: `no_window`, `window_closed`; `bad_input` with every
 * fault at once: `what_missing`, `text_missing`, `consent_missing`, `consent_not_given`, `decision_missing`.
 */
export function decideAsk(dialogue: Dialogue, window: WindowState, asked: Asked, now: Instant): Decision {
  if (dialogue.ours.some(({ messageId }) => messageId === asked.messageId)) return done([]);
  if (window !== 'open') return refuse(window === 'none' ? 'no_window' : 'window_closed');
  const what = OUR_KINDS.find((one) => one === asked.what);
  const consent = GIVEN.find((one) => one === asked.consent);
  const faults = askFaults(asked);
  if (what === undefined || Object.keys(faults).length > 0) return refuse('bad_input', faults);
  const more = what === 'TILBAKEMELDING' ? { consent, decision: asked.decision } : {};
  return done([{ type: 'ReporterAsked', version: 1, happenedAt: now, content: { messageId: asked.messageId, what, text: asked.text, ...more } }]);
}

/** Advice to whoever asked without naming anybody: no consent is needed for it. The same form sent twice is one message. Refusals: `no_window`, `window_closed`. */
export function decideAdvise(dialogue: Dialogue, window: WindowState, { messageId, text }: Pick<Asked, 'messageId' | 'text'>, now: Instant): Decision {
  if (dialogue.ours.some((one) => one.messageId === messageId)) return done([]);
  if (window !== 'open') return refuse(window === 'none' ? 'no_window' : 'window_closed');
  return done([{ type: 'ReporterAsked', version: 1, happenedAt: now, content: { messageId, what: 'RAD', text } }]);
}

function askFaults(asked: Asked): Readonly<Record<string, string>> {
  const faults: Record<string, string> = {};
  if (!OUR_KINDS.some((one) => one === asked.what)) faults['what'] = 'what_missing';
  if (asked.text.trim() === '') faults['text'] = 'text_missing';
  if (asked.what !== 'TILBAKEMELDING') return faults;
  if (!GIVEN.some((one) => one === asked.consent)) faults['consent'] = CONSENT.is(asked.consent) ? 'consent_not_given' : 'consent_missing';
  if (asked.decision.trim() === '') faults['decision'] = 'decision_missing';
  return faults;
}

/** No message comes in any more; what was sent stays. Closing twice is closing once. Refusal: `no_window`. */
export function decideClose(window: WindowState, now: Instant): Decision {
  if (window === 'none') return refuse('no_window');
  return done(window === 'closed' ? [] : [{ type: 'WindowClosed', version: 1, happenedAt: now, content: {} }]);
}

/** What was found in a file; asked again, the first answer stands. */
export function decideChecked(dialogue: Dialogue, checked: Checked, now: Instant): Decision {
  const file = dialogue.attachments.find(({ object }) => object === checked.object);
  if (file === undefined) return refuse('unknown_file');
  return done(file.check === undefined ? [{ type: 'AttachmentChecked', version: 1, happenedAt: now, content: checked }] : []);
}

/** Why nobody may open a file now; undefined when it may be opened. */
export function closedFile({ check }: Pick<Attachment, 'check'>): 'file_waits' | 'file_infected' | 'file_unsafe' | undefined {
  if (check === undefined) return 'file_waits';
  return check === 'INFECTED' ? 'file_infected' : check === 'UNSAFE' ? 'file_unsafe' : undefined;
}

/** Whether what is downloaded may tell of place and time. */
export function mayTell({ check }: Pick<Attachment, 'check'>): boolean {
  return check === 'PARTLY' || check === 'KEPT';
}

/** What was said and sent, for the comparison with the staff register (fvl § 6). */
export function wordsOf({ theirs, attachments }: Dialogue): string {
  return [...theirs.map(({ text }) => text ?? ''), ...attachments.map(({ name }) => name)].join('\n');
}
