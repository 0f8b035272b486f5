import type { Writer } from '../kernel/journal/event.ts';
import type { Lang } from '../kernel/texts.ts';
import type { Day, Instant } from '../kernel/time.ts';
import type { Basis } from '../reports/codes.ts';
import type { CaseState } from './case.ts';
import { usualOpenness, type CaseOpenness, type Delivery, type Letter } from './choices/document.ts';
import { suspectLivesThere } from './lives-there.ts';
import { isClosedWay } from './person.ts';
import type { CaseRefusal } from './refusals.ts';
import { isOnConsent, stillStands } from './resting.ts';
import { protectionOf } from './secrecy.ts';
import type { Sharing } from './sharing.ts';
import type { Told } from './told.ts';
import { isOpenWay, suspectOnWay } from './ways.ts';

type Signed = { readonly by: Writer; readonly at: Instant };

/** A document as somebody wrote it: plain paragraphs, the first of them its heading. */
export type DraftContent = {
  readonly documentId: string;
  readonly letter: Letter;
  readonly lang: Lang;
  readonly delivery: Delivery;
  /** whom it is for, in the writer's words */
  readonly to?: string | undefined;
  /** the ground that a request for information stands on, and the consent where that is one */
  readonly basis?: Basis | undefined;
  readonly consentId?: string | undefined;
  /** how it is known that a letter to the home is safe, and who said so */
  readonly homeSafe?: string | undefined;
  /** digitally: which of the ways that were given as safe, in those words */
  readonly digitalWay?: string | undefined;
  /** the weighty grounds on which it goes to health personnel although the person objects (hpl § 29) */
  readonly despiteObjection?: string | undefined;
  readonly text: string;
};

/** A version that stands. `sha256`: of the file that was made of it (hex), which lies sealed beside the journal. */
export type FinalContent = { readonly documentId: string; readonly version: number; readonly delivery: Delivery; readonly homeSafe?: string | undefined; readonly digitalWay?: string | undefined; /** where the one that it was begun on stood no longer */ readonly consentId?: string | undefined; readonly despiteObjection?: string | undefined; /** absent in entries from before documents were marked */ readonly openness?: CaseOpenness; readonly sha256: string };
export type FinalVersion = Omit<FinalContent, 'documentId'> & Signed & { readonly text: string };

/** That somebody sent it, or gave it: how, when, to whom. Nothing here sends anything. */
export type SentContent = { readonly documentId: string; readonly version: number; readonly how: Delivery; readonly to: string };
export type Sent = Omit<SentContent, 'documentId'> & Signed;

export type CaseDocument = Omit<DraftContent, 'text'> & {
  /** from 1, in the order they were begun */
  readonly no: number;
  /** what is being written; undefined while the newest version stands */
  readonly draft: (Signed & { readonly text: string; /** how often it was kept: what was read is what is finalised */ readonly revision: number }) | undefined;
  /** how often the text was kept in all */
  readonly revisions: number;
  readonly versions: readonly FinalVersion[];
  readonly sent: readonly Sent[];
};

export type Documents = { readonly documents: readonly CaseDocument[] };
export const NO_DOCUMENTS: Documents = { documents: [] };

/** The document with its newest version, and the text it shows now. */
export function textOf({ draft, versions }: CaseDocument): string {
  return draft?.text ?? versions.at(-1)?.text ?? '';
}

/** What the document, or one version of it, is exempt from public access by (offentleglova). */
export function opennessOf(one: Pick<CaseDocument, 'delivery'> | Pick<FinalVersion, 'delivery' | 'openness'>): CaseOpenness {
  return ('openness' in one ? one.openness : undefined) ?? usualOpenness(one.delivery);
}

export function headingOf(text: string): string {
  return text.split('\n', 1)[0]?.trim() ?? '';
}

/** Fields that nobody has filled in yet, as they stand in the text. One broken bracket pair counts as one. */
export function unfilled(text: string): readonly string[] {
  return [...new Set(text.match(/\[\[[^[\]]*\]\]|\[\[|\]\]/g) ?? [])];
}

export type HomeRefusal = Extract<CaseRefusal, 'suspect_at_home' | 'home_not_known_safe' | 'address_hidden' | 'other_way_given'>;

/**
 * Why no letter goes to the person's home: a letter there is read by whoever opens the post. undefined where none of it is known to stand
 * against it; then somebody still has to say how they know that it is safe (`homeSafe`).
 */
export function homeRefusal(state: Ways & Pick<CaseState, 'address' | 'suspectChanges'>, told: Told): HomeRefusal | undefined {
  if (told.addressSecret || protectionOf(state) !== undefined) return 'address_hidden';
  const lives = suspectLivesThere(state, told);
  if (lives === 'JA') return 'suspect_at_home';
  if (lives !== 'NEI' || told.wayTakenBack || state.closedWays.length > 0 || waysThrough(state, told).length > 0) return 'home_not_known_safe';
  return safeWays(state, told).length > 0 ? 'other_way_given' : undefined;
}

type Ways = Pick<CaseState, 'plan' | 'safetyPlans' | 'nightCard' | 'start' | 'joined' | 'closedWays' | 'related' | 'reports' | 'additions'>;

/** Every way that was given as safe: the team's own first, the newest before the one it was begun with. None that was closed, or that leads through somebody who is suspected. */
export function safeWays(state: Ways, told: Told): readonly string[] {
  return given(state, told).filter((way) => isOpenWay(state, way));
}

/** Those that were given, that nobody has closed, and that count as closed since they lead through somebody who is suspected, with their name. */
export function waysThrough(state: Ways, told: Told): readonly { readonly way: string; readonly suspect: string }[] {
  return given(state, told).flatMap((way) => {
    const suspect = isClosedWay(state, way) ? undefined : suspectOnWay(state, way);
    return suspect === undefined ? [] : [{ way, suspect }];
  });
}

function given({ plan, safetyPlans, nightCard, start, joined }: Ways, told: Told): readonly string[] {
  const first = [safetyPlans.at(-1)?.safeContact, plan?.safeContact, nightCard?.safeContact, ...told.safeWays];
  const opened = told.wayTakenBack ? [] : [start.person.safeContact, ...joined.map((one) => one.start.person.safeContact)];
  return [...new Set([...first, ...opened].filter((way) => way !== undefined))];
}

const CHANNEL = '(?:e-?post|e-?mail|mail|digi|e-?boks|altinn|helsenorge|sms|mms|tekstmelding|melding|text message|messenger|whatsapp)';
const DIGITAL = new RegExp(`@|(?<!\\p{L})${CHANNEL}`, 'iu');
const NO = new RegExp(`(?<!\\p{L})(?:ikke|ikkje|aldri|uten|utan|not|never|without|(?:ingen|inga|no) ${CHANNEL})(?!\\p{L})|n't|n’t`, 'iu');

/**
 * Those of the safe ways that were given for something digital: e-mail, digital mail, a message. «Ring dagsenteret» is no leave to write an e-mail, and a sentence with
 * a «not» in it none for what it names. Words are compared, and whoever writes the letter reads them and chooses (eForvaltningsforskriften § 8).
 */
export function digitalWays(state: Parameters<typeof safeWays>[0], told: Told): readonly string[] {
  return safeWays(state, told).filter((way) => way.split(/[.;!?]\s|\n/u).some((sentence) => DIGITAL.test(sentence) && !NO.test(sentence)));
}

/** Whether a document needs a consent: one to whoever reported always, a request where that is its ground. */
export function needsConsent({ letter, basis }: Pick<CaseDocument, 'letter' | 'basis'>): boolean {
  return letter === 'TILBAKEMELDING' || (letter === 'ANMODNING' && isOnConsent(basis));
}

/** What it was begun on stands still: nothing has to be chosen anew before it is finalised. */
export function consentLeft(sharing: Sharing, { consentId, ...document }: CaseDocument, today: Day): boolean {
  return !needsConsent(document) || stillStands(sharing, consentId, today);
}
