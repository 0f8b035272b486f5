import { RISK } from '../choices.ts';
import { MEASURE_BASIS, NOTED_FACTORS, PLAN_PLACE, PROTECTION, RISK_FACTOR, RISK_TOOL, SUSPECT_CHANGE, type NotedFactor } from '../safety-codes.ts';
import { COMING_DAY, DAY, LINE, linkTo, LONG, oneOf, someOf } from './rule.ts';

/** A note to each thing that worries: what was seen or said, by whom. */
export type FactorNote = `about_${NotedFactor}`;
export function factorNote(factor: NotedFactor): FactorNote {
  return `about_${factor}`;
}
export const FACTOR_NOTES: readonly FactorNote[] = NOTED_FACTORS.map(factorNote);
const NOTES = Object.fromEntries(FACTOR_NOTES.map((name) => [name, LONG])) as Readonly<Record<FactorNote, typeof LONG>>; // one for each name of the list above

/** What risk, safety plan, protection and the grounds of a measure ask for; fields.ts takes them in with the others. */
export const SAFETY_FIELDS = {
  tool: oneOf(RISK_TOOL.codes),
  toolVersion: LINE,
  riskAssessor: LINE,
  riskConclusion: oneOf(RISK.codes),
  riskOn: DAY,
  riskGrounds: LONG,
  nextRisk: COMING_DAY,
  riskFactors: someOf(RISK_FACTOR.codes),
  lookedOn: DAY,
  ...NOTES,
  planWith: LINE,
  warningSigns: LONG,
  safePlaces: LONG,
  whoToCall: LONG,
  planPlace: oneOf(PLAN_PLACE.codes),
  livingWith: LONG,
  bag: LONG,
  devices: LONG,
  childRoutines: LONG,
  money: LONG,
  ifSeen: LONG,
  planReview: COMING_DAY,
  suspectChange: oneOf(SUSPECT_CHANGE.codes),
  changedOn: DAY,
  changeWhat: LONG,
  protectionKind: oneOf(PROTECTION.codes),
  protectedFrom: DAY,
  protectedUntil: DAY,
  decidedBy: LINE,
  protectionNote: LONG,
  protection: linkTo('protection'),
  measureBasis: oneOf(MEASURE_BASIS.codes),
  principleCare: LONG,
  principleProtection: LONG,
  principleTrust: LONG,
  principlePrevention: LONG,
  principleTogether: LONG,
} as const;

/** Of the seven principles the five that unfold; frihet and proporsjonalitet stand in sight (S0). */
export const OTHER_PRINCIPLES = ['principleCare', 'principleProtection', 'principleTrust', 'principlePrevention', 'principleTogether'] as const;
export type OtherPrinciples = { readonly [Name in (typeof OTHER_PRINCIPLES)[number]]?: string | undefined };

export type SafetyHelped = 'tool' | 'riskAssessor' | 'riskFactors' | 'planWith' | 'warningSigns' | 'safePlaces' | 'whoToCall' | 'planPlace' | 'livingWith' | 'devices' | 'suspectChange' | 'changedOn' | 'protectionKind' | 'protectedUntil' | 'protectionNote' | 'nextRisk' | 'whoTalks';
