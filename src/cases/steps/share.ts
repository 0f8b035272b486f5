import type { UserId } from '../../kernel/ids.ts';
import { done } from '../../kernel/outcome.ts';
import { osloDay, type Day, type Instant } from '../../kernel/time.ts';
import type { Basis, Relation } from '../../reports/codes.ts';
import { lacksFor } from '../capacity.ts';
import type { CaseState } from '../case.ts';
import type { Answer, CapacityResult, GuardianScope, Namesake, Part, ReviewResult } from '../choices.ts';
import type { Question, ToAll } from '../choices/consent.ts';
import { isPolice } from '../codes.ts';
import type { DecisionContext } from '../conditions.ts';
import { entry, type NewCaseEvent } from '../events.ts';
import { check, type Decision } from '../guard.ts';
import { keptLocal, localAfter, type WithLocal } from '../local-answers.ts';
import { refuseCase } from '../refusals.ts';
import { keptGrounds, objectionFault, reachesByBasis, type ToHealthAnswer } from '../reservation.ts';
import type { Namesakes } from '../namesakes.ts';
import { isStrict } from '../secrecy.ts';
import { needsInterpreter } from '../coordination.ts';
import { restingOn, type Resting } from '../resting.ts';
import { isSuspect, isWithin, type ConsentContent, type ConsentStatus, type KnownAs } from '../sharing.ts';
import { likeOnes } from '../suspects.ts';

export type AddPerson = WithLocal & {
  /** new and random, as the ids of the other steps here */
  readonly relatedId: string;
  readonly relatedName: string;
  readonly parts: readonly Part[];
  readonly relation?: Relation | undefined;
  readonly livesWith?: Answer | undefined;
  readonly guardianScope?: GuardianScope | undefined;
  /** said of somebody with a like name: this is another */
  readonly namesake?: readonly Namesake[] | undefined;
};

/** fvl § 6: the entry that leaves these colleagues out; none where all of them are out already. It stands beside what named them, and no page shows it. */
export function leftOutWith(state: CaseState, users: readonly UserId[], now: Instant): NewCaseEvent[] {
  const leftOut = users.filter((user) => !state.excluded.includes(user));
  return leftOut.length === 0 ? [] : [entry('ColleagueLeftOut', now, { leftOut })];
}

/**
 * Somebody around the person: next of kin, a guardian, the suspected abuser. Refuses somebody with a like name who stands there already
 * (`already_around`) or whom a report suspects (`reported_suspect`), unless this is said to be another. A colleague who is called so reads the case no longer.
 */
export function decideAddPerson(state: CaseState, input: AddPerson, ctx: DecisionContext, namesakes: Namesakes): Decision {
  const { relatedId, relatedName: name, parts, relation, livesWith, guardianScope, namesake } = input;
  const no = check('addPerson', state, { relatedName: name, parts, relation, livesWith, guardianScope, namesake }, ctx);
  if (no !== undefined) return no;
  if (state.related.some((one) => one.relatedId === relatedId)) return done([]);
  const like = likeOnes(state, name);
  const another = namesake?.includes('EN_ANNEN') === true;
  const known = another ? undefined : knownAs(state, like, parts);
  if (known !== undefined) return refuseCase(known, { namesake: known });
  return done([entry('PersonRelated', ctx.now, { relatedId, name, parts, relation, livesWith, guardianScope, ...(another ? { otherThan: like } : {}), ...keptLocal('RELASJON', input.local) }), ...leftOutWith(state, namesakes(name), ctx.now)]);
}

/** Twice in the list, as who consented and as who is suspected, one would go on consenting to what they are suspected of (hpl § 22). */
function knownAs({ related }: CaseState, like: readonly KnownAs[], parts: AddPerson['parts']): 'already_around' | 'reported_suspect' | undefined {
  if (like.some(({ of }) => related.some(({ relatedId }) => relatedId === of))) return 'already_around';
  return !parts.includes('MISTENKT') && like.length > 0 ? 'reported_suspect' : undefined;
}

export type ChangePerson = { readonly related: string } & Omit<AddPerson, 'relatedId' | 'relatedName'>;

/** What part somebody has by now. From the moment one is suspected, what they consented to is no basis any more; also by a name that a report suspects, until somebody says that this is another. */
export function decideChangePerson(state: CaseState, input: ChangePerson, ctx: DecisionContext, namesakes: Namesakes): Decision {
  const no = check('changePerson', state, input, ctx);
  if (no !== undefined) return no;
  const before = state.related.find((one) => one.relatedId === input.related);
  if (before === undefined) return refuseCase('bad_input', { related: 'not_offered' });
  const { parts, relation = before.relation, livesWith = before.livesWith, guardianScope = before.guardianScope } = input;
  const otherThan = input.namesake?.includes('EN_ANNEN') === true ? likeOnes(state, before.name, before.relatedId) : before.otherThan;
  return done([entry('RelatedChanged', ctx.now, { relatedId: before.relatedId, name: before.name, parts, relation, livesWith, guardianScope, ...(otherThan === undefined ? {} : { otherThan }), ...keptLocal('RELASJON', input.relation === undefined ? before.local : localAfter('RELASJON', [input.relation], { before: before.local, now: input.local, covered: isStrict(state) })) }), ...leftOutWith(state, namesakes(before.name), ctx.now)]);
}

export type AssessCapacity = { readonly capacityQuestion: Question; readonly capacityAbout?: string | undefined; readonly assessor: string; readonly capacityResult: CapacityResult; readonly assessedOn: Day; readonly assessmentGrounds?: string | undefined };

/** pbrl § 4-3: whoever gives the health care assesses it, in writing, for one question or for all. Here stands who did, and what they found. */
export function decideAssessCapacity(state: CaseState, input: AssessCapacity, ctx: DecisionContext): Decision {
  const { capacityQuestion: question, capacityAbout: about, assessor, capacityResult: result, assessedOn, assessmentGrounds: grounds } = input;
  const no = check('assessCapacity', state, input, ctx);
  if (no !== undefined) return no;
  if (assessedOn > osloDay(ctx.now)) return refuseCase('bad_input', { assessedOn: 'in_future' });
  return done([entry('CapacityAssessed', ctx.now, { question, about, assessor, result, assessedOn, grounds })]);
}

export type RecordConsent = { readonly consentId: string; readonly consentStatus: ConsentStatus; readonly covers: string; readonly consentTo?: string | undefined; readonly consentToAll?: readonly ToAll[] | undefined; readonly consentPurpose?: string | undefined; readonly consentLanguage?: string | undefined; readonly consentAbout?: Question | undefined; readonly consentAboutWhat?: string | undefined; readonly informed?: string | undefined; readonly consentUntil?: Day | undefined };

/** The person's own answer (fvl § 13 a nr. 1, hpl § 22), in which language where they need an interpreter (tolkeloven § 6). It is a consent to share, never the basis that our own work stands on. */
export function decideRecordConsent(state: CaseState, input: RecordConsent, ctx: DecisionContext): Decision {
  const no = check('recordConsent', state, answers(input), ctx);
  if (no !== undefined) return no;
  if (input.consentStatus !== 'AVSLATT' && needsInterpreter(state) && (input.consentLanguage ?? '').trim() === '') return refuseCase('bad_input', { consentLanguage: 'missing' });
  return recorded(state, input, undefined, ctx);
}

/**
 * Somebody else's answer for the person: a guardian's within the guardianship; next of kin's only where whoever gives the health care
 * has found that the person lacks capacity for this very question (hpl § 22, pbrl § 4-3). One who is suspected consents to nothing for them.
 */
export function decideRecordOthersConsent(state: CaseState, input: RecordConsent & { readonly related: string }, ctx: DecisionContext): Decision {
  const { consentAbout, consentAboutWhat } = input;
  const no = check('recordOthersConsent', state, { ...answers(input), related: input.related, consentAbout, consentAboutWhat }, ctx);
  if (no !== undefined) return no;
  const giver = state.related.find(({ relatedId }) => relatedId === input.related);
  if (giver === undefined) return refuseCase('bad_input', { related: 'not_offered' });
  if (isSuspect(state, giver.relatedId)) return refuseCase('consent_from_suspect', { related: 'consent_from_suspect' });
  if (consentAbout === undefined) return refuseCase('bad_input', { consentAbout: 'missing' });
  if (consentAbout === 'ANNET' && (consentAboutWhat ?? '').trim() === '') return refuseCase('bad_input', { consentAboutWhat: 'missing' });
  const outside = isWithin(giver, consentAbout) ? undefined : kinRefusal(state, giver, { about: consentAbout, aboutWhat: consentAboutWhat });
  if (outside !== undefined) return refuseCase(outside, { [outside === 'consent_not_theirs' ? 'related' : 'consentAbout']: outside });
  return recorded(state, input, giver.relatedId, ctx);
}

/** hpl § 22: why somebody does not answer as next of kin; a guardian is told of the guardianship, which is what they came with. */
function kinRefusal({ capacities }: CaseState, { parts }: Pick<AddPerson, 'parts'>, about: Pick<ConsentContent, 'about' | 'aboutWhat'>): 'outside_guardianship' | 'consent_not_theirs' | 'capacity_not_assessed' | undefined {
  if (parts.includes('PARORENDE') && lacksFor(capacities, about)) return undefined;
  if (parts.includes('VERGE')) return 'outside_guardianship';
  return parts.includes('PARORENDE') ? 'capacity_not_assessed' : 'consent_not_theirs';
}

function answers({ consentStatus, covers, consentTo, consentToAll, consentPurpose, consentLanguage, informed, consentUntil }: RecordConsent) {
  return { consentStatus, covers, consentTo, consentToAll, consentPurpose, consentLanguage, informed, consentUntil };
}

/** Of a no nobody keeps to whom or for what. */
function recorded(state: CaseState, input: RecordConsent, giver: string | undefined, ctx: DecisionContext): Decision {
  const { consentId, consentStatus: status, covers, consentTo, consentToAll, consentPurpose: purpose, consentLanguage: language, consentAbout: about, consentAboutWhat: aboutWhat, informed, consentUntil: until } = input;
  if (state.consents.some((one) => one.consentId === consentId)) return done([]);
  const to = consentToAll?.includes('ALLE') === true ? { toAll: 'ALLE' as const } : { consentTo };
  return done([entry('ConsentRecorded', ctx.now, {
    consentId, giver, status, ...(about === undefined || giver === undefined ? {} : { about, ...(about === 'ANNET' ? { aboutWhat } : {}) }), covers, ...(status === 'AVSLATT' ? {} : { ...to, purpose }), informed, language, until,
  })]);
}

/** Taken back, at any time and without a reason. What was shared before stays what it was. */
export function decideWithdrawConsent(state: CaseState, input: { readonly consentGiven: string; readonly howWithdrawn: string }, ctx: DecisionContext): Decision {
  const no = check('withdrawConsent', state, input, ctx);
  if (no !== undefined) return no;
  const consent = state.consents.find(({ consentId }) => consentId === input.consentGiven);
  if (consent === undefined) return refuseCase('bad_input', { consentGiven: 'not_offered' });
  return done(consent.withdrawn === undefined ? [entry('ConsentWithdrawn', ctx.now, { consentId: consent.consentId, grounds: input.howWithdrawn })] : []);
}

export type Disclose = Resting & ToHealthAnswer & {
  readonly organ: string;
  readonly disclosureId: string;
  readonly shared: string;
  readonly grounds: string;
  readonly personInformed?: Answer | undefined;
  readonly personToldWhy?: string | undefined;
  readonly unverified?: Answer | undefined;
  readonly happenedAt?: Instant | undefined;
};

/**
 * T19: something is shared, and who got what on which basis stands here before it is sent. Refusals of restingOn (resting.ts) where the basis is a consent,
 * and, while the person objects to it, `health_objection` for what goes to health personnel without weighty grounds (hpl § 29).
 */
export function decideDiscloseOut(state: CaseState, input: Disclose, ctx: DecisionContext): Decision {
  return disclosed('discloseOut', 'UT', state, input, ctx);
}

/** T19: something was given to us, by whom and on which basis. What nobody has verified is marked (politiregisterloven § 27). */
export function decideDiscloseIn(state: CaseState, input: Disclose, ctx: DecisionContext): Decision {
  return disclosed('discloseIn', 'INN', state, input, ctx);
}

function disclosed(key: 'discloseOut' | 'discloseIn', direction: 'UT' | 'INN', state: CaseState, input: Disclose, ctx: DecisionContext): Decision {
  const { disclosureId, happenedAt = ctx.now, restsOn, withinConsent, toHealth, despiteObjection, ...said } = input;
  const no = check(key, state, { ...said, restsOn, withinConsent, toHealth, despiteObjection, happenedAt: input.happenedAt }, ctx);
  if (no !== undefined) return no;
  if (state.disclosures.some((one) => one.disclosureId === disclosureId)) return done([]);
  // politiregisterloven § 27: what the police tell is marked when it is not verified, and so it is asked.
  if (direction === 'INN' && isPolice(said.organ) && said.unverified === undefined) return refuseCase('bad_input', { unverified: 'missing' });
  // What others give us they answer for themselves: only what we send stands on a consent of ours.
  const consent = direction === 'UT' ? restingOn(state, input, osloDay(ctx.now)) : done(undefined);
  if (!consent.ok) return consent;
  const reaches = direction === 'UT' ? reachesByBasis(said.basis) : 'never';
  const objected = objectionFault(state, { toHealth, despiteObjection }, reaches);
  if (objected !== undefined) return objected;
  return done([entry('Disclosed', happenedAt, { ...said, disclosureId, direction, consentId: consent.value, ...keptGrounds(state, { toHealth, despiteObjection }, reaches) })]);
}

export type ReviewDisclosure = Pick<Resting, 'restsOn' | 'withinConsent'> & { readonly disclosure: string; readonly reviewResult: ReviewResult; readonly basis?: Basis | undefined; readonly grounds: string; readonly despiteObjection?: string | undefined };

/** Whoever consented to it is suspected by now: is there another basis for what was shared, or was there none? Health care as the basis is asked about as in sharing (hpl § 29). */
export function decideReviewDisclosure(state: CaseState, input: ReviewDisclosure, ctx: DecisionContext): Decision {
  const no = check('reviewDisclosure', state, input, ctx);
  if (no !== undefined) return no;
  const told = state.disclosures.find((one) => one.disclosureId === input.disclosure && one.direction === 'UT');
  if (told === undefined) return refuseCase('bad_input', { disclosure: 'not_offered' });
  const { disclosure: disclosureId, reviewResult: result, grounds } = input;
  if (result === 'INGEN_GRUNNLAG' || input.basis === undefined) return done([entry('DisclosureReviewed', ctx.now, { disclosureId, result: 'INGEN_GRUNNLAG', grounds })]);
  const consent = restingOn(state, { ...input, basis: input.basis, organ: told.organ }, osloDay(ctx.now));
  if (!consent.ok) return consent;
  const answer = { despiteObjection: input.despiteObjection ?? told.despiteObjection };
  const reaches = reachesByBasis(input.basis) === 'always' ? 'always' : 'never';
  return objectionFault(state, answer, reaches) ?? done([entry('DisclosureReviewed', ctx.now, { disclosureId, result, basis: input.basis, consentId: consent.value, grounds, ...keptGrounds(state, answer, reaches) })]);
}
