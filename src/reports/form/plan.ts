import type { FileId, RegionId } from '../../kernel/ids.ts';
import { done, refuse, type Outcome } from '../../kernel/outcome.ts';
import type { ReceiptCode } from '../../kernel/sealing/receipt-code.ts';
import { chooseOwnWords, type OwnWords, type WindowSecret } from '../../kernel/sealing/window-secret.ts';
import type { Lang } from '../../kernel/texts.ts';
import { osloDay, type Instant } from '../../kernel/time.ts';
import { municipalityNumber } from '../../regions/codes.ts';
import type { Channel } from '../codes.ts';
import { reportContent, type ReportContent, type Variety } from './content.ts';
import { ELSEWHERE, GIVEN, NOT_KNOWN } from './options.ts';
import type { Answers, ConsultAnswers, OpenAnswers, SelfAnswers } from './schema.ts';

export type SubmissionFacts = {
  readonly region: RegionId; readonly draftId: FileId; readonly receivedAt: Instant; readonly lang: Lang; readonly channel: Channel;
  /** in which words the form was read; default: everyday ones */
  readonly variety?: Variety | undefined;
  /** the record system that sends it; an anonymous consultation does not say */
  readonly sender?: ReportContent['sender'];
  /** it came above the limit of what one place sends at once */
  readonly crowded?: true | undefined;
};

/** What is handed over for sealing and storing. In clear: region and draft id, nothing else. */
export type Submission = {
  readonly region: RegionId;
  readonly draftId: FileId;
  /** to be sealed, as JSON */
  readonly content: ReportContent;
  /** text to take a keyed fingerprint of: the same answers give the same text, whenever and in whatever order they were sent */
  readonly canonical: string;
  /** false: no window is opened by the receipt code, and the receipt shows none */
  readonly wantsCode: boolean;
  /** mode D: words of the person's own that open the window instead; they are never stored */
  readonly ownWords?: OwnWords | undefined;
};

/**
 * Decides what a form without problems becomes. Pure.
 * Refusal: `form_problems`, fields: field name → problem code, for what only a clock can tell and for content that arrival would not accept.
 */
export function plan(answers: Answers, facts: SubmissionFacts): Outcome<Submission> {
  const year = 'aar' in answers ? birthYear(answers) : undefined;
  if (year !== undefined && year > Number(osloDay(facts.receivedAt).slice(0, 4))) return refuse('form_problems', { aar: 'yearInFuture' });
  // What arrival would refuse must not get a receipt (test: form-plan).
  const content = reportContent.safeParse(JSON.parse(JSON.stringify(contentOf(answers, facts))));
  if (!content.success) return refuse('form_problems', { sett: 'unreadable' });
  const ownWords = answers.mode === 'D' ? wordsOf(answers) : undefined;
  const wantsCode = !content.data.noCode && ownWords === undefined;
  return done({ region: facts.region, draftId: facts.draftId, content: content.data, canonical: canonical(answers), wantsCode, ownWords });
}

/** Whether the person lives in a municipality that is known and is none of these. */
export function livesOutside({ person: { municipality } }: Pick<ReportContent, 'person'>, members: readonly { readonly number: string }[]): boolean {
  return municipality !== NOT_KNOWN && !members.some((one) => one.number === municipality);
}

/** What opens the window of this submission: the person's own words, the code of the form, or nothing. */
export function opensWith(submission: Pick<Submission, 'wantsCode' | 'ownWords'>, code: ReceiptCode): WindowSecret | undefined {
  if (submission.ownWords !== undefined) return { kind: 'words', words: submission.ownWords };
  return submission.wantsCode ? { kind: 'code', code } : undefined;
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

function contentOf(answers: Answers, facts: SubmissionFacts): ReportContent {
  switch (answers.mode) {
    case 'A': case 'B': return fromOpen(answers, facts);
    case 'C': return fromConsultation(answers, facts);
    case 'D': return fromSelf(answers, facts);
  }
}

function shared(answers: Answers, facts: SubmissionFacts) {
  return {
    kind: 'report' as const,
    version: 2 as const,
    channel: facts.channel,
    sender: answers.mode === 'C' ? undefined : facts.sender,
    receivedAt: facts.receivedAt,
    lang: facts.lang,
    variety: facts.variety === 'plain' ? undefined : facts.variety,
    danger: answers.fare,
    adult: answers.voksen,
    vulnerability: answers.situasjon,
    violence: answers.hva,
    whatHappened: answers.sett,
    stillHappening: answers.fortsatt,
    relation: answers.tilknytning,
    livesTogether: answers.sammen,
    worksInService: answers.jobber,
    childrenInHome: answers.barn,
    animalsInHome: answers.dyr,
    wish: answers.onske,
    noCode: false,
    crowded: facts.crowded,
  };
}

/** What is told of the person in every mode. */
function anyone(answers: Answers) {
  return {
    ageBand: answers.alder, needs: answers.sprak.length === 0 ? undefined : answers.sprak, protectedAddressHint: false,
    municipality: answers.kommune === ELSEWHERE ? municipalityNumber(answers.annenkommune ?? '') ?? ELSEWHERE : answers.kommune,
  };
}

/** What is told by whoever writes about another person. */
function about(answers: OpenAnswers | ConsultAnswers) {
  return {
    lastHappened: answers.sist, hasCareOrGuardian: answers.omsorg, contacted: answers.kontakt, contactedWhen: answers.kontaktnaar, doneSoFar: answers.gjort, others: othersOf(answers),
  };
}

/** The boxes are hidden unless the answer is yes; what was left in them was then not said. */
function othersOf({ flere, flereantall, flereom }: OpenAnswers | ConsultAnswers): ReportContent['others'] {
  const answer = flere ?? (flereantall === undefined && flereom === undefined ? undefined : 'ja');
  if (answer === undefined) return undefined;
  return answer === 'ja' ? { answer, howMany: flereantall, about: flereom } : { answer };
}

function worksWhere({ jobber, jobbhvor }: OpenAnswers | SelfAnswers): string | undefined {
  return takesPlaceBack(jobber) ? undefined : jobbhvor;
}

/** The box for the place is hidden then; what was left in it was not said. */
export function takesPlaceBack(works: string | undefined): boolean {
  return works === 'nei' || works === 'vet-ikke';
}

function fromOpen(answers: OpenAnswers, facts: SubmissionFacts): ReportContent {
  const given = GIVEN.some((code) => code === answers.spurt);
  return {
    ...shared(answers, facts), ...about(answers),
    mode: answers.mode,
    reporter: { code: answers.hvem, name: answers.dittnavn, service: answers.tjeneste, phone: answers.dittnummer, wantsFeedback: answers.svar === 'ja' },
    person: {
      ...anyone(answers), name: answers.navn, birthYear: birthYear(answers), gender: answers.kjonn, address: answers.adresse, phone: answers.telefon,
      protectedAddressHint: answers.skjult === 'ja', needsWhat: answers.sprakhva,
    },
    // a reason chosen before the writer answered that consent was given is not a reason anybody used
    consent: given ? { code: answers.spurt } : { code: answers.spurt, basis: answers.grunn, basisText: answers.grunntekst },
    suspectName: answers.annen,
    worksWhere: worksWhere(answers),
    safeContact: answers.trygg,
  };
}

function fromConsultation(answers: ConsultAnswers, facts: SubmissionFacts): ReportContent {
  return {
    ...shared(answers, facts), ...about(answers),
    mode: 'C',
    reporter: { code: answers.hvem, wantsFeedback: false },
    person: { ...anyone(answers), gender: answers.kjonn },
    consent: { code: answers.spurt },
  };
}

function fromSelf(answers: SelfAnswers, facts: SubmissionFacts): ReportContent {
  const helper = answers.hjelper === 'ja' ? { who: answers.hjelperhvem } : undefined;
  return {
    ...shared(answers, facts),
    mode: 'D',
    reporter: { code: 'UTSATT_SELV', wantsFeedback: false },
    person: { ...anyone(answers), alias: answers.kallenavn, phone: answers.telefon, needsWhat: answers.sprakhva },
    helper,
    worksWhere: worksWhere(answers),
    contacted: [],
    safeContact: answers.trygg,
    noCode: answers.kode === 'nei',
    ownWords: wordsOf(answers) === undefined ? undefined : true,
  };
}

function wordsOf({ kode, egneord }: SelfAnswers): OwnWords | undefined {
  if (egneord === undefined || kode === 'nei' || kode === 'ja') return undefined;
  const chosen = chooseOwnWords(egneord);
  return 'words' in chosen ? chosen.words : undefined;
}

function birthYear(answers: OpenAnswers): number | undefined {
  return answers.aar === undefined ? undefined : Number(answers.aar);
}
