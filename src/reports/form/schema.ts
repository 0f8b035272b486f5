import { z } from 'zod';
import { AGE_BAND, GENDER } from '../../people/codes.ts';
import { BASIS, CONSENT, RELATION, REPORTER, SERVICE, VIOLENCE, VULNERABILITY } from '../codes.ts';
import { FIELDS, LONGEST, type FieldName } from './fields.ts';
import { EMPLOYEE, YES_NO, YES_NO_UNKNOWN, YES_NO_UNSURE } from './options.ts';
import { situation, type Situation } from './situation.ts';
import { many, one, type Written } from './written.ts';

/** Stable codes of what can be wrong with an answer. Their words stand in form-texts.ts. */
export const PROBLEM_CODES = [
  'dangerMissing', 'whoMissing', 'workplaceMissing', 'adultMissing', 'askedMissing', 'needsBasis', 'basisTextMissing', 'wishMissing', 'nameMissing',
  'aliasMissing', 'safeContactMissing', 'municipalityMissing', 'concernMissing', 'descriptionMissing', 'childrenMissing', 'ownNameMissing',
  'ownServiceMissing', 'ownPhoneMissing', 'shortTooLong', 'longTooLong', 'yearUnreadable', 'yearInFuture', 'hiddenAddressGiven', 'phoneWithoutWish', 'unreadable',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];
/** field name → what is wrong with it */
export type Problems = Readonly<Partial<Record<FieldName, ProblemCode>>>;

const coded = (code: ProblemCode) => ({ error: code });
const short = z.string().max(LONGEST.short, coded('shortTooLong'));
const long = z.string().max(LONGEST.long, coded('longTooLong'));
const maybe = <T extends z.ZodType>(schema: T) => schema.optional();
const need = (schema: z.ZodString, code: ProblemCode) => z.string(coded(code)).refine((text) => text.trim() !== '', coded(code)).pipe(schema);
const lists = <T extends string>(values: readonly T[], code: ProblemCode) => z.array(z.enum(values)).min(1, coded(code));

/** What both sides of the form answer. Keys are the field names, so that a fault leads straight to its question. */
const shared = {
  fare: z.enum(YES_NO, coded('dangerMissing')),
  voksen: z.enum(YES_NO_UNSURE, coded('adultMissing')),
  telefon: maybe(short),
  kommune: z.string(coded('municipalityMissing')),
  alder: maybe(z.enum(AGE_BAND.codes)),
  hva: lists(VIOLENCE.codes, 'concernMissing'),
  sett: need(long, 'descriptionMissing'),
  situasjon: z.array(z.enum(VULNERABILITY.codes)),
  tilknytning: z.array(z.enum(RELATION.codes)),
  sammen: maybe(z.enum(YES_NO_UNKNOWN)),
  barn: z.enum(YES_NO_UNKNOWN, coded('childrenMissing')),
  dyr: maybe(z.enum(YES_NO_UNKNOWN)),
};

/** Mode A: somebody writes about another person. What must be there follows from who writes and what they may share. */
function openSchema({ service, basisNeeded, gate }: Situation) {
  return z.object({
    ...shared,
    mode: z.literal('A'),
    hvem: z.enum(REPORTER.codes, coded(service ? 'workplaceMissing' : 'whoMissing')),
    spurt: z.enum(CONSENT.codes, coded('askedMissing')),
    grunn: gate ? z.undefined(coded('needsBasis')).refine(() => false, coded('needsBasis')) : maybe(z.enum(BASIS.codes)),
    grunntekst: basisNeeded && !gate ? need(long, 'basisTextMissing') : maybe(long),
    onske: maybe(long),
    // somebody who may not name the person is not told that the name is missing
    navn: gate ? maybe(short) : need(short, 'nameMissing'),
    trygg: maybe(long),
    aar: maybe(z.string().regex(/^(19|20)\d\d$/, coded('yearUnreadable'))),
    kjonn: maybe(z.enum(GENDER.codes)),
    adresse: maybe(short),
    skjult: maybe(z.literal('ja')),
    annen: maybe(short),
    omsorg: maybe(z.enum(YES_NO_UNKNOWN)),
    kontakt: z.array(z.enum(SERVICE.codes)),
    kontaktnaar: maybe(short),
    // a public employee is no anonymous reporter (domain reference §10)
    dittnavn: service ? need(short, 'ownNameMissing') : maybe(short),
    tjeneste: service ? need(short, 'ownServiceMissing') : maybe(short),
    dittnummer: service ? need(short, 'ownPhoneMissing') : maybe(short),
    svar: maybe(z.enum(YES_NO)),
  });
}

/** Mode D: the person writes about themselves, under any name they like. */
const selfSchema = z.object({
  ...shared,
  mode: z.literal('D'),
  hvem: z.literal('UTSATT_SELV'),
  onske: need(long, 'wishMissing'),
  kallenavn: need(short, 'aliasMissing'),
  trygg: need(long, 'safeContactMissing'),
  ring: maybe(z.literal('ja')),
  kode: maybe(z.literal('nei')),
});

/** Until the writer has said who they are, only what everybody answers is asked for. */
const unknownSchema = z.object({ ...shared, hvem: z.enum(REPORTER.codes, coded('whoMissing')) });

export type OpenAnswers = z.infer<ReturnType<typeof openSchema>>;
export type SelfAnswers = z.infer<typeof selfSchema>;
/** A form without problems. What belongs to the other side is not in it: what was hidden from the writer is not sent. */
export type Answers = OpenAnswers | SelfAnswers;

/** Judges a form: typed answers, or what is wrong with which field; all faults at once. Never throws. */
export function checkAnswers(written: Written): { answers: Answers | undefined; problems: Problems } {
  const facts = situation(written);
  const raw = rawAnswers(written, facts);
  const parsed = facts.side === 'self' ? selfSchema.safeParse(raw) : facts.side === 'open' ? openSchema(facts).safeParse(raw) : undefined;
  const judged = parsed ?? unknownSchema.safeParse(raw);
  const problems = { ...crossProblems(written, facts), ...(judged.success ? {} : fieldProblems(judged.error, facts)) };
  const answers = parsed?.success === true && Object.keys(problems).length === 0 ? parsed.data : undefined;
  return { answers, problems };
}

/** Values as the schemas take them: one text, a list, or nothing where nothing was answered. */
function rawAnswers(written: Written, { side }: Situation): Readonly<Record<string, unknown>> {
  const raw: Record<string, unknown> = { mode: side === 'self' ? 'D' : 'A' };
  for (const field of FIELDS) {
    raw[field.name] = field.kind === 'many' ? many(written, field.name) : one(written, field.name) || undefined;
  }
  if (raw['hvem'] === EMPLOYEE) raw['hvem'] = raw['sted'];
  return raw;
}

/** Rules that weigh two answers against each other. */
function crossProblems(written: Written, { side }: Situation): Problems {
  const problems: { -readonly [K in FieldName]?: ProblemCode } = {};
  if (side === 'open' && one(written, 'skjult') === 'ja' && one(written, 'adresse') !== '') problems.adresse = 'hiddenAddressGiven';
  if (side === 'self' && one(written, 'ring') === '' && one(written, 'telefon') !== '') problems.ring = 'phoneWithoutWish';
  return problems;
}

const CODES: ReadonlySet<string> = new Set(PROBLEM_CODES);
const NAMES: ReadonlySet<string> = new Set(FIELDS.map((field) => field.name));

function fieldProblems(error: z.ZodError, { service }: Situation): Problems {
  const problems: { -readonly [K in FieldName]?: ProblemCode } = {};
  for (const issue of error.issues) {
    const path = String(issue.path[0] ?? 'sett');
    const name = (path === 'hvem' && service ? 'sted' : NAMES.has(path) ? path : 'sett') as FieldName; // one of FIELDS, or the two named here
    problems[name] ??= (CODES.has(issue.message) ? issue.message : 'unreadable') as ProblemCode; // checked against the list
  }
  return problems;
}
