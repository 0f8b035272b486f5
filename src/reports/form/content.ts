import { z } from 'zod';
import { LANGUAGES } from '../../kernel/texts.ts';
import { AGE_BAND, GENDER } from '../../people/codes.ts';
import { BASIS, CHANNEL, CONSENT, RELATION, REPORTER, SERVICE, VIOLENCE, VULNERABILITY } from '../codes.ts';
import { LONGEST } from './fields.ts';
import { ELSEWHERE, NOT_KNOWN, YES_NO, YES_NO_UNKNOWN, YES_NO_UNSURE } from './options.ts';

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
  /** four digits; «annen»: another municipality; «ukjent»: the writer does not know */
  municipality: z.union([z.string().regex(/^\d{4}$/), z.literal(ELSEWHERE), z.literal(NOT_KNOWN)]),
  address: short.optional(),
  phone: short.optional(),
  /** the writer says that the address is secret; the address itself is then never taken in (folkeregisterloven § 10-4) */
  protectedAddressHint: z.boolean(),
});

/**
 * What one report says, as it is sealed on the way in and kept in the file: the contract between the form, reception and the case.
 * Strict: the sender is not trusted, so the worker parses it again on arrival, and a key it does not know is a fault.
 * A text may be 200 (one line) or 10 000 (free text) UTF-16 units long.
 */
export const reportContent = z.strictObject({
  version: z.literal(1),
  /** A: about another person, D: the person writes */
  mode: z.enum(['A', 'D']),
  channel: z.enum(CHANNEL.codes),
  receivedAt: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/),
  /** the written language of the form that was used, to be used in the answer (språklova) */
  lang: z.enum(LANGUAGES),
  danger: z.enum(YES_NO),
  /** «nei»: said to be under 18; the report was told about child protection and is still read */
  adult: z.enum(YES_NO_UNSURE),
  reporter,
  person,
  /** absent in mode D; a code of CONSENT as the writer understands it, never yet a consent that binds */
  consent: z.strictObject({ code: z.enum(CONSENT.codes), basis: z.enum(BASIS.codes).optional(), basisText: long.optional() }).optional(),
  vulnerability: codes(VULNERABILITY.codes),
  violence: codes(VIOLENCE.codes).min(1),
  whatHappened: long.min(1),
  relation: codes(RELATION.codes),
  suspectName: short.optional(),
  livesTogether: z.enum(YES_NO_UNKNOWN).optional(),
  hasCareOrGuardian: z.enum(YES_NO_UNKNOWN).optional(),
  childrenInHome: z.enum(YES_NO_UNKNOWN),
  animalsInHome: z.enum(YES_NO_UNKNOWN).optional(),
  contacted: codes(SERVICE.codes),
  contactedWhen: short.optional(),
  /** what the person wants; in mode D always there, and the first thing to be read */
  wish: long.optional(),
  /** when and how to reach the person so that nobody else learns of it; in mode D always there */
  safeContact: long.optional(),
  /** the person said no to a receipt code: no window is opened */
  noCode: z.boolean(),
});
export type ReportContent = z.infer<typeof reportContent>;
