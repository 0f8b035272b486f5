import type { Writer } from '../kernel/journal/event.ts';
import type { Day, Instant } from '../kernel/time.ts';
import type { FiguresWish, ObjectionResult, RestrictedBasis, RestrictedUse, RestrictionGround } from './choices.ts';
import type { Reservations } from './reservation.ts';

type Signed = { readonly by: Writer; readonly at: Instant };

/** The use of a case is restricted (GDPR art. 18): kept, and read by those alone who have to. */
export type RestrictionContent = { readonly ground: RestrictionGround; readonly grounds: string; readonly reviewOn?: Day | undefined };
/** What a case whose use is restricted is used for all the same, on which ground, and why (GDPR art. 18 nr. 2). */
export type RestrictedUseContent = { readonly uses: readonly RestrictedUse[]; readonly on: RestrictedBasis; readonly grounds: string };
/** Somebody objects to the use (GDPR art. 21), and what was decided. */
export type ObjectionContent = { readonly objectionId: string; readonly objection: string; readonly result: ObjectionResult; readonly grounds: string };

/** The person keeps out of figures, analysis and research, or no longer does (krisesenterlova § 5 a). Nobody has to give a reason. */
export type FiguresWishContent = { readonly figuresWish: FiguresWish };

/** What somebody asked for about their own data, and what became of it. */
export type Rights = Reservations & { readonly restriction: (RestrictionContent & Signed) | undefined; /** while it is restricted: the grounds to use it, also those whose time is over */ readonly uses: readonly (RestrictedUseContent & Signed)[]; readonly objections: readonly (ObjectionContent & Signed)[]; readonly keepsOut: boolean; /** did so at some time, or had a strictly confidential address: what was reported then is never counted again */ readonly keptOut: boolean };
export const NO_RIGHTS: Rights = { restriction: undefined, uses: [], objections: [], keepsOut: false, keptOut: false, reservations: [] };
