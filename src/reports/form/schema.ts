import { z } from 'zod';
import { AGE_BAND, GENDER } from '../../people/codes.ts';
import { BASIS, CONSENT, NEED, RELATION, REPORTER, SERVICE, VIOLENCE, VULNERABILITY } from '../codes.ts';
import { crossProblems } from './checks.ts';
import { FIELDS, LONGEST, type FieldName } from './fields.ts';
import { COMING_BACK, ELSEWHERE, EMPLOYEE, YES_NO, YES_NO_UNKNOWN, YES_NO_UNSURE } from './options.ts';
import { PROBLEM_CODES, type ProblemCode, type Problems } from './problems.ts';
import { situation, type Situation } from './situation.ts';
import { many, one, type Written } from './written.ts';

const coded = (code: ProblemCode) => ({ error: code });
const short = z.string().max(LONGEST.short, coded('shortTooLong'));
const long = z.string().max(LONGEST.long, coded('longTooLong'));
const maybe = <T extends z.ZodType>(schema: T) => schema.optional();
const need = (schema: z.ZodString, code: ProblemCode) => z.string(coded(code)).refine((text) => text.trim() !== '', coded(code)).pipe(schema);
const lists = <T extends string>(values: readonly T[], code: ProblemCode) => z.array(z.enum(values)).min(1, coded(code));
const unknownToo = maybe(z.enum(YES_NO_UNKNOWN));

/** What everybody answers. Keys are the field names, so that a fault leads straight to its question. */
const shared = {
  fare: z.enum(YES_NO, coded('dangerMissing')),
  voksen: z.enum(YES_NO_UNSURE, coded('adultMissing')),
  kommune: z.string(coded('municipalityMissing')),
  annenkommune: maybe(z.string()),
  alder: maybe(z.enum(AGE_BAND.codes)),
  sprak: z.array(z.enum(NEED.codes)),
  hva: lists(VIOLENCE.codes, 'concernMissing'),
  sett: need(long, 'descriptionMissing'),
  fortsatt: unknownToo,
  situasjon: z.array(z.enum(VULNERABILITY.codes)),
  tilknytning: z.array(z.enum(RELATION.codes)),
  sammen: unknownToo,
  jobber: unknownToo,
  barn: z.enum(YES_NO_UNKNOWN, coded('childrenMissing')),
  dyr: unknownToo,
};

/** What may be told of somebody who may be named. */
const named = { telefon: maybe(short), sprakhva: maybe(short), jobbhvor: maybe(short) };

/** What is asked of whoever writes about another person. */
function about(service: boolean) {
  return {
    hvem: z.enum(REPORTER.codes, coded(service ? 'workplaceMissing' : 'whoMissing')),
    spurt: z.enum(CONSENT.codes, coded('askedMissing')),
    onske: maybe(long),
    kjonn: maybe(z.enum(GENDER.codes)),
    flere: unknownToo,
    flereantall: maybe(short),
    flereom: maybe(long),
    sist: maybe(short),
    omsorg: unknownToo,
    kontakt: z.array(z.enum(SERVICE.codes)),
    kontaktnaar: maybe(short),
  };
}

/** Modes A and B: somebody writes about another person, and says who it is. */
function openSchema({ service, basisNeeded, mode }: Situation) {
  return z.object({
    ...shared, ...named, ...about(service),
    mode: z.enum(['A', 'B']),
    grunn: maybe(z.enum(BASIS.codes)),
    grunntekst: basisNeeded ? need(long, 'basisTextMissing') : maybe(long),
    navn: need(short, 'nameMissing'),
    trygg: maybe(long),
    aar: maybe(z.string().regex(/^(19|20)\d\d$/, coded('yearUnreadable'))),
    adresse: maybe(short),
    skjult: maybe(z.literal('ja')),
    annen: maybe(short),
    gjort: service ? maybe(long) : z.undefined(),
    // a public employee is no anonymous reporter; whoever wants to be one sends no name, also where one was typed (domain reference §10)
    dittnavn: service ? need(short, 'ownNameMissing') : maybe(short),
    tjeneste: service ? need(short, 'ownServiceMissing') : maybe(short),
    dittnummer: service ? need(short, 'ownPhoneMissing') : maybe(short),
    svar: maybe(z.enum(YES_NO)),
  }).transform((answers) => (mode === 'B' ? { ...answers, dittnavn: undefined, tjeneste: undefined, dittnummer: undefined } : answers));
}

/** Mode C: somebody in a job asks for advice about a person whom they may not name. */
function consultSchema({ consulting }: Situation) {
  return z.object({
    ...shared, ...about(true),
    mode: z.literal('C'),
    // sent only by whoever has said that none of the exceptions fits, never because the question was passed over
    grunn: consulting ? z.any().transform((): undefined => undefined) : z.undefined(coded('basisMissing')).refine(() => false, coded('basisMissing')),
    situasjon: consulting ? lists(VULNERABILITY.codes, 'situationMissing') : shared.situasjon,
    gjort: maybe(long),
  });
}

/** Mode D: the person writes about themselves, under any name they like. */
const selfSchema = z.object({
  ...shared, ...named,
  mode: z.literal('D'),
  hvem: z.literal('UTSATT_SELV'),
  hjelper: maybe(z.literal('ja')),
  hjelperhvem: maybe(short),
  onske: need(long, 'wishMissing'),
  kallenavn: need(short, 'aliasMissing'),
  trygg: need(long, 'safeContactMissing'),
  ring: maybe(z.literal('ja')),
  kode: maybe(z.enum(COMING_BACK)),
  egneord: maybe(z.string()),
});

/** Until the writer has said who they are, only what everybody answers is asked for. */
const unknownSchema = z.object({ ...shared, hvem: z.enum(REPORTER.codes, coded('whoMissing')) });

export type OpenAnswers = z.infer<ReturnType<typeof openSchema>>;
export type ConsultAnswers = z.infer<ReturnType<typeof consultSchema>>;
export type SelfAnswers = z.infer<typeof selfSchema>;
/** A form without problems. What belongs to another mode is not in it: what was hidden from the writer is not sent. */
export type Answers = OpenAnswers | ConsultAnswers | SelfAnswers;

/** Judges a form: typed answers, or what is wrong with which field; all faults at once. Never throws. */
export function checkAnswers(written: Written): { answers: Answers | undefined; problems: Problems } {
  const facts = situation(written);
  const raw = rawAnswers(written, facts);
  const parsed = judge(raw, facts);
  const judged = parsed ?? unknownSchema.safeParse(raw);
  const problems = { ...crossProblems(written, facts), ...(judged.success ? {} : fieldProblems(judged.error, facts)) };
  const answers = parsed?.success === true && Object.keys(problems).length === 0 ? parsed.data : undefined;
  return { answers, problems };
}

function judge(raw: Readonly<Record<string, unknown>>, facts: Situation) {
  switch (facts.mode) {
    case undefined: return undefined;
    case 'A': case 'B': return openSchema(facts).safeParse(raw);
    case 'C': return consultSchema(facts).safeParse(raw);
    case 'D': return selfSchema.safeParse(raw);
  }
}

/** Values as the schemas take them: one text, a list, or nothing where nothing was answered. */
function rawAnswers(written: Written, { mode, outside }: Situation): Readonly<Record<string, unknown>> {
  const raw: Record<string, unknown> = { mode };
  for (const field of FIELDS) {
    raw[field.name] = field.kind === 'many' ? many(written, field.name) : one(written, field.name) || undefined;
  }
  if (raw['hvem'] === EMPLOYEE) raw['hvem'] = raw['sted'];
  if (outside) raw['kommune'] = ELSEWHERE;
  return raw;
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
