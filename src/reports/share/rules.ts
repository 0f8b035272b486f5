import type { GroundName, Law } from './laws.ts';
import type { Condition } from './questions.ts';

/** share: on the basis named · ask: for consent to share, safely · anonymous: without anything that tells who it is (drøfting) */
export const ADVICES = ['share', 'ask', 'anonymous'] as const;
export type AdviceKind = (typeof ADVICES)[number];

type RuleRow = { readonly id: string; readonly when: Condition; readonly ground: GroundName; readonly advice: AdviceKind };

/**
 * The ladder. The first row fits that has both the answers in `when` and, in the law that binds (laws.ts), the provision in
 * `ground`. Acute danger and the duty to avert come before consent, consent before weighty interests, and what is left is asked
 * about without names: so nobody is ever advised to share without a provision to stand on (test: reports/share.test.ts).
 */
export const RULES = [
  // hpl § 31, fvl § 13 b nr. 7: somebody is in danger now
  { id: 'danger', when: { fare: ['ja'] }, ground: 'danger', advice: 'share' },
  // no confidentiality in law
  { id: 'free', when: { hvor: ['ingen'] }, ground: 'free', advice: 'share' },
  // strl § 196: certain or most likely, grave, and still possible to avert; whatever confidentiality and consent say
  { id: 'avert', when: { alvor: ['sikkert'] }, ground: 'avert', advice: 'share' },
  // fvl § 13 a nr. 1, hpl § 22: free and informed consent to share, within its limits
  { id: 'consent', when: { spurt: ['ja', 'delvis'], forsto: ['ja'] }, ground: 'consent', advice: 'share' },
  // a yes that was not free, or not understood, is none
  { id: 'ask_again', when: { forsto: ['usikker'] }, ground: 'consent', advice: 'ask' },
  // not asked, and it can be done safely
  { id: 'ask', when: { spurt: ['kan-sporre'] }, ground: 'consent', advice: 'ask' },
  // hpl § 22: assessed in writing, and next of kin who is not suspected says yes. Only this act has it.
  { id: 'kin', when: { kan: ['parorende'] }, ground: 'kin', advice: 'share' },
  // vgml §§ 31–34: a guardian who is not suspected says yes, within the mandate
  { id: 'guardian', when: { kan: ['verge'] }, ground: 'guardian', advice: 'share' },
  // hpl § 23 nr. 4, fvl § 13 b nr. 7, krl § 5: danger to life or health weighs more than silence
  { id: 'serious', when: { alvor: ['fare'] }, ground: 'serious', advice: 'share' },
  // fvl § 13 a nr. 2, hpl § 23 nr. 3: what tells nobody who it is, is not confidential
  { id: 'nameless', when: {}, ground: 'nameless', advice: 'anonymous' },
] as const satisfies readonly RuleRow[];
export type RuleId = (typeof RULES)[number]['id'];

/** What must be done before anything else, whatever the advice is. `duty`: only where the law has one; `may`: only where it has none. */
export const FIRST = [
  { id: 'danger', when: { fare: ['ja'] } },
  { id: 'child', when: { barn: ['ja'] }, duty: true },
  { id: 'child_free', when: { barn: ['ja'] }, duty: false },
  { id: 'child_unsure', when: { barn: ['vet-ikke'] } },
] as const satisfies readonly { readonly id: string; readonly when: Condition; readonly duty?: boolean }[];
export type FirstId = (typeof FIRST)[number]['id'];

/** Who is to be told, first to last, by the row of the ladder. */
export const RECEIVERS = {
  danger: ['emergency', 'team'], avert: ['police', 'team'], free: ['team'], consent: ['team'], kin: ['team'], guardian: ['team'], serious: ['team'],
  ask_again: [], ask: [], nameless: ['team'],
} as const satisfies Readonly<Record<RuleId, readonly ('emergency' | 'police' | 'team')[]>>;

type NoteRow = { readonly id: string; readonly when: Condition; readonly rules?: readonly RuleId[]; readonly laws?: readonly Law[]; readonly not?: readonly Law[] };

const WITHOUT_CONSENT = ['danger', 'avert', 'serious'] as const satisfies readonly RuleId[];

/** What the advice must not be read without. All rows that fit are shown, in this order. */
export const NOTES = [
  // the duty is not met by telling a team: it must be averted (strl § 196)
  { id: 'avert_not_us', when: {}, rules: ['avert'] },
  { id: 'avert_except', when: {}, rules: ['avert'] },
  // DELVIS
  { id: 'limits', when: { spurt: ['delvis'] }, rules: ['consent'] },
  // a no from somebody who can decide weighs heavily
  { id: 'said_no', when: { spurt: ['nei'] }, rules: ['serious'] },
  { id: 'said_no_nameless', when: { spurt: ['nei'] }, rules: ['nameless'] },
  // hpl § 22, pbrl § 4-3: in writing, by whoever gives health care
  { id: 'assess', when: { kan: ['tvil'] } },
  { id: 'suspect', when: { kan: ['ingen'] } },
  { id: 'kin_not_here', when: { kan: ['parorende'] }, rules: ['serious', 'nameless'], not: ['hpl'] },
  { id: 'guardian_not_here', when: { kan: ['verge'] }, rules: ['nameless'] },
  { id: 'kin_limits', when: {}, rules: ['kin'] },
  // vgml §§ 31, 33, 34
  { id: 'guardian_limits', when: {}, rules: ['guardian'] },
  // krl § 5: that somebody has been in contact is confidential too
  { id: 'shelter', when: {}, laws: ['krl'] },
  { id: 'worse', when: { alvor: ['fare'] }, rules: ['ask', 'ask_again'] },
  { id: 'no_way', when: { alvor: ['fare'] }, rules: ['nameless'] },
  // pbrl § 3-6
  { id: 'tell', when: {}, rules: WITHOUT_CONSENT, laws: ['hpl', 'krl', 'sotjl', 'navl', 'bvl', 'fvl', 'polregl', 'vgml', 'bank', 'unsure'] },
  { id: 'own_house', when: { hvor: ['ingen'] }, rules: ['free'] },
] as const satisfies readonly NoteRow[];
export type NoteId = (typeof NOTES)[number]['id'];
