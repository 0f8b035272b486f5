import { z } from 'zod';
import { LANGUAGES } from '../../kernel/texts.ts';
import { AGE_BAND, GENDER } from '../../people/codes.ts';
import { BASIS, CHANNEL, CONSENT, NEED, RELATION, REPORTER, SERVICE, VIOLENCE, VULNERABILITY } from '../codes.ts';
import { LONGEST } from './fields.ts';
import { ELSEWHERE, NOT_KNOWN, YES_NO, YES_NO_UNKNOWN, YES_NO_UNSURE } from './options.ts';

/** More files than a report can have. */
export const MOST_ALONG = 100;
/** More than a case brings along, which has the files of all its reports. */
const MOST_OF_CASE = 10_000;

/** A moment as it is written in a report. */
export const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const short = z.string().max(LONGEST.short);
const long = z.string().max(LONGEST.long);
const codes = <T extends string>(list: readonly T[]) => z.array(z.enum(list)).max(list.length);

const reporter = z.strictObject({
  code: z.enum(REPORTER.codes),
  name: short.optional(),
  /** where they work, in their own words */
  service: short.optional(),
  phone: short.optional(),
  wantsFeedback: z.boolean(),
});

const person = z.strictObject({
  name: short.optional(),
  /** mode D: what the person wants to be called */
  alias: short.optional(),
  birthYear: z.number().int().min(1900).max(2099).optional(),
  ageBand: z.enum(AGE_BAND.codes).optional(),
  gender: z.enum(GENDER.codes).optional(),
  /** four digits, of a member or of any other; «ukjent»: the writer does not know; «annen»: another one, in reports of version 1 */
  municipality: z.union([z.string().regex(/^\d{4}$/), z.literal(ELSEWHERE), z.literal(NOT_KNOWN)]),
  address: short.optional(),
  phone: short.optional(),
  /** the writer says that the address is secret; the address itself is then never taken in (folkeregisterloven § 10-4) */
  protectedAddressHint: z.boolean(),
  /** what is needed to talk together, and which language or aid */
  needs: codes(NEED.codes).optional(),
  needsWhat: short.optional(),
});

/** «Gjelder det flere?»: reception makes one case for each person, and none of them shows what stands here. */
const others = z.strictObject({ answer: z.enum(YES_NO_UNKNOWN), howMany: short.optional(), about: long.optional() });

/** In which words the form was read: everyday ones, easy-to-read, or Northern Sámi. The answer is given in the same. */
export const VARIETIES = ['plain', 'easy', 'sami'] as const;
export type Variety = (typeof VARIETIES)[number];

/** What came is a case of theirs: its reference there, how each source says that the address is protected (codes of ADRESSEKILDE and ADRESSEGRADERING), who is left out of it there, which is compared with the staff and not kept, and why its use is restricted (a code of BEGRENSNINGSGRUNN; absent where it is not). */
const transferredCase = z.strictObject({
  reference: short, protection: z.array(z.strictObject({ source: z.string().max(20), level: z.enum(['FORTROLIG', 'SPERRET', 'STRENGT']), since: z.string().regex(/^\d{4}-\d{2}-\d{2}$/) })).max(10),
  leftOut: z.array(short).max(MOST_OF_CASE).optional(),
  restriction: z.strictObject({ ground: z.string().max(20), grounds: long, reviewOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/).optional() }).optional(),
  /** the person keeps out of figures (krisesenterlova § 5 a) */
  keepsOut: z.literal(true).optional(),
  /** what else they have said no to, by the codes of RESERVASJON */
  reservations: z.array(z.strictObject({ reservation: z.string().max(20), about: long.optional() })).max(10).optional(),
});

const shape = z.strictObject({
  kind: z.literal('report'),
  version: z.literal(2),
  /** A: reporter and person are named · B: the reporter says no name · C: nobody is named (anonymous consultation, never a case) · D: the person writes */
  mode: z.enum(['A', 'B', 'C', 'D']),
  channel: z.enum(CHANNEL.codes),
  /** the record system that sent it, as the coordinator let it in */
  sender: z.strictObject({ id: z.uuid(), name: short }).optional(),
  /** another region of this system sent it on (T4): which, and when and how it first came there; taken from the worker's own envelopes alone */
  sentFrom: z.strictObject({ region: z.uuid(), name: short, channel: z.string().max(20), receivedAt: z.string().regex(MOMENT), /** places of the files that follow */ files: z.array(z.uuid()).max(MOST_OF_CASE).optional(), case: transferredCase.optional() }).optional(),
  receivedAt: z.string().regex(MOMENT),
  /** the written language of the form that was used, to be used in the answer (språklova) */
  lang: z.enum(LANGUAGES),
  /** absent: everyday words */
  variety: z.enum(VARIETIES).optional(),
  danger: z.enum(YES_NO),
  /** «nei»: said to be under 18; the report was told about child protection and is still read */
  adult: z.enum(YES_NO_UNSURE),
  reporter,
  person,
  /** mode D: somebody helps the person to write, and who it is if they say so */
  helper: z.strictObject({ who: short.optional() }).optional(),
  /** absent in mode D; a code of CONSENT as the writer understands it, never yet a consent that binds */
  consent: z.strictObject({ code: z.enum(CONSENT.codes), basis: z.enum(BASIS.codes).optional(), basisText: long.optional() }).optional(),
  vulnerability: codes(VULNERABILITY.codes),
  violence: codes(VIOLENCE.codes).min(1),
  whatHappened: long.min(1),
  lastHappened: short.optional(),
  stillHappening: z.enum(YES_NO_UNKNOWN).optional(),
  relation: codes(RELATION.codes),
  suspectName: short.optional(),
  livesTogether: z.enum(YES_NO_UNKNOWN).optional(),
  hasCareOrGuardian: z.enum(YES_NO_UNKNOWN).optional(),
  /** whether the person, or whoever is behind it, works in a service: a reason to think of inhabilitet (fvl § 6) */
  worksInService: z.enum(YES_NO_UNKNOWN).optional(),
  worksWhere: short.optional(),
  childrenInHome: z.enum(YES_NO_UNKNOWN),
  animalsInHome: z.enum(YES_NO_UNKNOWN).optional(),
  contacted: codes(SERVICE.codes),
  contactedWhen: short.optional(),
  /** somebody in a job: talks, measures, what was discussed with a leader */
  doneSoFar: long.optional(),
  others: others.optional(),
  /** what the person wants; in mode D always there, and the first thing to be read */
  wish: long.optional(),
  /** when and how to reach the person so that nobody else learns of it; in mode D always there */
  safeContact: long.optional(),
  /** the person said no to a receipt code: no window is opened */
  noCode: z.boolean(),
  /** the window opens with words that the person chose; the words themselves are never sent on */
  ownWords: z.literal(true).optional(),
  /** came above the limit of what one place sends at once: lies in a lane of its own until somebody moves it (decision 0028) */
  crowded: z.literal(true).optional(),
});

/**
 * What one report says, as it is sealed on the way in and kept in the file: the contract between the form, reception and the case.
 * Strict: the sender is not trusted, so the worker parses it again on arrival, and a key it does not know is a fault.
 * A text may be 200 (one line) or 10 000 (free text) UTF-16 units long. What was stored before version 2 goes through `liftContent` first.
 */
export const reportContent = shape.refine(namesNobodyItMayNot);
export type ReportContent = z.infer<typeof shape>;

/** Mode C tells of nobody who can be found, mode B of no reporter (domain reference §10). */
function namesNobodyItMayNot({ mode, person, reporter, ...rest }: z.infer<typeof shape>): boolean {
  if (mode === 'A' || mode === 'D') return true;
  const unnamed = reporter.name === undefined && reporter.phone === undefined;
  if (mode === 'B') return unnamed;
  const { name, alias, birthYear, address, phone, needsWhat } = person;
  const { suspectName, safeContact, worksWhere, sender, sentFrom } = rest;
  return unnamed && reporter.service === undefined && [name, alias, birthYear, address, phone, needsWhat, suspectName, safeContact, worksWhere, sender, sentFrom].every((one) => one === undefined);
}

/**
 * A stored report as today's shape, to be parsed by `reportContent`. Version 1 had no `kind`, and everything it said means the same
 * today; anything else is given back as it is. The words of a journal are never rewritten: they are lifted each time they are read.
 */
export function liftContent(stored: unknown): unknown {
  if (typeof stored !== 'object' || stored === null || 'kind' in stored || !('version' in stored) || stored.version !== 1) return stored;
  return { ...stored, kind: 'report', version: 2 };
}
