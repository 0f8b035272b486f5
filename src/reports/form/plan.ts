import type { FileId, RegionId } from '../../kernel/ids.ts';
import { done, refuse, type Outcome } from '../../kernel/outcome.ts';
import type { Lang } from '../../kernel/texts.ts';
import { osloDay, type Instant } from '../../kernel/time.ts';
import type { Channel } from '../codes.ts';
import { reportContent, type ReportContent } from './content.ts';
import { GIVEN } from './options.ts';
import type { Answers, OpenAnswers, SelfAnswers } from './schema.ts';

export type SubmissionFacts = { readonly region: RegionId; readonly draftId: FileId; readonly receivedAt: Instant; readonly lang: Lang; readonly channel: Channel };

/** What is handed over for sealing and storing. In clear: region and draft id, nothing else. */
export type Submission = {
  readonly region: RegionId;
  readonly draftId: FileId;
  /** to be sealed, as JSON */
  readonly content: ReportContent;
  /** text to take a keyed fingerprint of: the same answers give the same text, whenever and in whatever order they were sent */
  readonly canonical: string;
  /** false: no window is opened and the receipt shows no code */
  readonly wantsCode: boolean;
};

/**
 * Decides what a form without problems becomes. Pure.
 * Refusal: `form_problems`, fields: field name → problem code, for what only a clock can tell and for content that arrival would not accept.
 */
export function plan(answers: Answers, facts: SubmissionFacts): Outcome<Submission> {
  const year = answers.mode === 'A' ? birthYear(answers) : undefined;
  if (year !== undefined && year > Number(osloDay(facts.receivedAt).slice(0, 4))) return refuse('form_problems', { aar: 'yearInFuture' });
  const drawn = answers.mode === 'D' ? fromSelf(answers, facts) : fromOpen(answers, facts);
  // What arrival would refuse must not get a receipt (test: form-plan).
  const content = reportContent.safeParse(JSON.parse(JSON.stringify(drawn)));
  if (!content.success) return refuse('form_problems', { sett: 'unreadable' });
  return done({ region: facts.region, draftId: facts.draftId, content: content.data, canonical: canonical(answers), wantsCode: !content.data.noCode });
}

/** One text for one set of answers: keys and lists sorted, letters composed (NFC), ends trimmed; empty answers are left out. */
export function canonical(answers: Answers): string {
  const entries = Object.entries(answers)
    .filter(([, value]) => value !== undefined && value.length > 0)
    .map(([key, value]): [string, unknown] => [key, Array.isArray(value) ? [...value].sort() : plain(String(value))])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(entries);
}

function plain(text: string): string {
  return text.normalize('NFC').trim();
}

function shared(answers: Answers, facts: SubmissionFacts) {
  return {
    version: 1 as const,
    channel: facts.channel,
    receivedAt: facts.receivedAt,
    lang: facts.lang,
    danger: answers.fare,
    adult: answers.voksen,
    vulnerability: answers.situasjon,
    violence: answers.hva,
    whatHappened: answers.sett,
    relation: answers.tilknytning,
    livesTogether: answers.sammen,
    childrenInHome: answers.barn,
    animalsInHome: answers.dyr,
    wish: answers.onske,
    safeContact: answers.trygg,
  };
}

function fromOpen(answers: OpenAnswers, facts: SubmissionFacts): ReportContent {
  const given = GIVEN.some((code) => code === answers.spurt);
  return {
    ...shared(answers, facts),
    mode: 'A',
    reporter: { code: answers.hvem, name: answers.dittnavn, service: answers.tjeneste, phone: answers.dittnummer, wantsFeedback: answers.svar === 'ja' },
    person: {
      name: answers.navn, birthYear: birthYear(answers), ageBand: answers.alder, gender: answers.kjonn, municipality: answers.kommune, address: answers.adresse, phone: answers.telefon,
      protectedAddressHint: answers.skjult === 'ja',
    },
    // a reason chosen before the writer answered that consent was given is not a reason anybody used
    consent: given ? { code: answers.spurt } : { code: answers.spurt, basis: answers.grunn, basisText: answers.grunntekst },
    suspectName: answers.annen,
    hasCareOrGuardian: answers.omsorg,
    contacted: answers.kontakt,
    contactedWhen: answers.kontaktnaar,
    noCode: false,
  };
}

function fromSelf(answers: SelfAnswers, facts: SubmissionFacts): ReportContent {
  return {
    ...shared(answers, facts),
    mode: 'D',
    reporter: { code: 'UTSATT_SELV', wantsFeedback: false },
    person: { alias: answers.kallenavn, ageBand: answers.alder, municipality: answers.kommune, phone: answers.telefon, protectedAddressHint: false },
    contacted: [],
    noCode: answers.kode === 'nei',
  };
}

function birthYear(answers: OpenAnswers): number | undefined {
  return answers.aar === undefined ? undefined : Number(answers.aar);
}
