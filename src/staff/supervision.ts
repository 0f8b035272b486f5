import { codeList } from '../kernel/codes.ts';
import type { MunicipalityId, UserId } from '../kernel/ids.ts';
import { done, refuse, type Outcome } from '../kernel/outcome.ts';
import { addDays, osloDay, osloInstant, type Day, type Instant } from '../kernel/time.ts';

/** Who comes to look after that the municipality does as the law says. */
export const SUPERVISOR = codeList('TILSYNSORGAN', [
  { code: 'STATSFORVALTER', nb: 'Statsforvalteren', nn: 'Statsforvaltaren', en: 'The county governor', source: 'L' },
  { code: 'HELSETILSYNET', nb: 'Statens helsetilsyn', nn: 'Statens helsetilsyn', en: 'The Norwegian Board of Health Supervision', source: 'L' },
  { code: 'DATATILSYNET', nb: 'Datatilsynet', nn: 'Datatilsynet', en: 'The Norwegian Data Protection Authority', source: 'K' },
  { code: 'ANNET', nb: 'Et annet tilsyn', nn: 'Eit anna tilsyn', en: 'Another authority', source: 'P' },
]);
export type Supervisor = (typeof SUPERVISOR)['codes'][number];

/** By which law they may ask to see it. */
export const SUPERVISION_BASIS = codeList('TILSYNSHJEMMEL', [
  { code: 'KSL_9', nb: 'Krisesenterlova § 9', nn: 'Krisesenterlova § 9', en: 'Crisis Shelter Act section 9', source: 'L' },
  { code: 'KOMML_30', nb: 'Kommuneloven kapittel 30', nn: 'Kommunelova kapittel 30', en: 'Local Government Act chapter 30', source: 'K' },
  { code: 'HTL', nb: 'Helsetilsynsloven', nn: 'Helsetilsynslova', en: 'Health Supervision Act', source: 'K' },
  { code: 'HPL_30', nb: 'Helsepersonelloven § 30', nn: 'Helsepersonellova § 30', en: 'Health Personnel Act section 30', source: 'K' },
  { code: 'PVF_58', nb: 'Personvernforordningen artikkel 58', nn: 'Personvernforordninga artikkel 58', en: 'GDPR article 58', source: 'K' },
  { code: 'ANNEN', nb: 'En annen lov, som står i begrunnelsen', nn: 'Ei anna lov, som står i grunngivinga', en: 'Another act, named in the grounds', source: 'P' },
]);
export type SupervisionBasis = (typeof SUPERVISION_BASIS)['codes'][number];

/** What two people decide about one person who supervises. */
export type SupervisionTerms = {
  readonly supervisor: Supervisor;
  readonly basis: SupervisionBasis;
  readonly grounds: string;
  /** whose cases they find and read; none: only those that a coordinator opens for them one by one */
  readonly municipalities: readonly MunicipalityId[];
};

/** The longest that one decision lasts, in days after today. Whoever needs longer gets a new decision. */
export const MOST_DAYS = 30;

/** The last day that may be chosen today. */
export function lastDayPossible(now: Instant): Day {
  return addDays(osloDay(now), MOST_DAYS);
}

export type Supervision = {
  readonly supervisor: string; readonly basis: string; readonly grounds: string; readonly municipalities: readonly MunicipalityId[];
  readonly lastDay: Day;
};

/** What the rule has to know besides the form. */
export type SupervisionContext = {
  readonly forUser: UserId; readonly by: string; readonly now: Instant;
  /** the roles that person holds or is proposed for */
  readonly otherRoles: readonly string[];
  /** those that whoever decides works for: each municipality is its own controller */
  readonly own: readonly MunicipalityId[];
};

/**
 * A leader lets somebody read for a time (domain reference §4.2, krisesenterlova § 9; §8.20, TILSYN). Never themselves, never somebody who works here
 * with another role, only in the leader's own municipality, and never longer than MOST_DAYS. Refuses: not_to_yourself, supervisor_has_roles, bad_input.
 * `until` is exclusive.
 */
export function decideSupervision({ supervisor, basis, grounds, municipalities, lastDay }: Supervision, ctx: SupervisionContext): Outcome<{ terms: SupervisionTerms; until: Instant }> {
  if (ctx.forUser === ctx.by) return refuse('not_to_yourself');
  if (ctx.otherRoles.some((role) => role !== 'TILSYN')) return refuse('bad_input', { userId: 'supervisor_has_roles' });
  if (!SUPERVISOR.is(supervisor)) return refuse('bad_input', { supervisor: 'not_offered' });
  if (!SUPERVISION_BASIS.is(basis)) return refuse('bad_input', { basis: 'not_offered' });
  if (grounds === '') return refuse('bad_input', { grounds: 'missing' });
  if (!municipalities.every((one) => ctx.own.includes(one))) return refuse('bad_input', { municipalities: 'not_your_municipality' });
  if (lastDay < osloDay(ctx.now)) return refuse('bad_input', { lastDay: 'day_over' });
  if (lastDay > lastDayPossible(ctx.now)) return refuse('bad_input', { lastDay: 'too_long_supervision' });
  return done({ terms: { supervisor, basis, grounds, municipalities }, until: osloInstant(addDays(lastDay, 1), 0, 0) });
}

export type SupervisionState = 'WAITING' | 'IN_FORCE' | 'OVER';

/** A proposal that nobody confirmed in time is over as well. */
export function supervisionState(row: { readonly confirmed_at: Instant | null; readonly ended_at: Instant | null; readonly until: Instant | null }, now: Instant): SupervisionState {
  if (row.ended_at !== null || row.until === null || now >= row.until) return 'OVER';
  return row.confirmed_at === null ? 'WAITING' : 'IN_FORCE';
}
