import { RISK } from './choices.ts';
import { MEASURE_BASIS, NOTED_FACTORS, PLAN_PLACE, PROTECTION, RISK_FACTOR, RISK_TOOL, SUSPECT_CHANGE, type NotedFactor } from './safety-codes.ts';

const LINE = 200;
const LONG = 10_000;

/** A note to each thing that worries: what was seen or said, by whom. */
export type FactorNote = `about_${NotedFactor}`;
export function factorNote(factor: NotedFactor): FactorNote {
  return `about_${factor}`;
}
export const FACTOR_NOTES: readonly FactorNote[] = NOTED_FACTORS.map(factorNote);
const NOTES = Object.fromEntries(FACTOR_NOTES.map((name) => [name, { kind: 'text', max: LONG }])) as Readonly<Record<FactorNote, { readonly kind: 'text'; readonly max: number }>>; // one for each name of the list above

/** What risk, safety plan, protection and the grounds of a measure ask for; fields.ts takes them in with the others. */
export const SAFETY_FIELDS = {
  tool: { kind: 'code', codes: RISK_TOOL.codes },
  toolVersion: { kind: 'text', max: LINE },
  riskAssessor: { kind: 'text', max: LINE },
  riskConclusion: { kind: 'code', codes: RISK.codes },
  riskOn: { kind: 'day' },
  riskGrounds: { kind: 'text', max: LONG },
  nextRisk: { kind: 'comingDay' },
  riskFactors: { kind: 'codes', codes: RISK_FACTOR.codes },
  lookedOn: { kind: 'day' },
  ...NOTES,
  planWith: { kind: 'text', max: LINE },
  warningSigns: { kind: 'text', max: LONG },
  safePlaces: { kind: 'text', max: LONG },
  whoToCall: { kind: 'text', max: LONG },
  planPlace: { kind: 'code', codes: PLAN_PLACE.codes },
  livingWith: { kind: 'text', max: LONG },
  bag: { kind: 'text', max: LONG },
  devices: { kind: 'text', max: LONG },
  childRoutines: { kind: 'text', max: LONG },
  money: { kind: 'text', max: LONG },
  ifSeen: { kind: 'text', max: LONG },
  planReview: { kind: 'comingDay' },
  suspectChange: { kind: 'code', codes: SUSPECT_CHANGE.codes },
  changedOn: { kind: 'day' },
  changeWhat: { kind: 'text', max: LONG },
  protectionKind: { kind: 'code', codes: PROTECTION.codes },
  protectedFrom: { kind: 'day' },
  protectedUntil: { kind: 'day' },
  decidedBy: { kind: 'text', max: LINE },
  protectionNote: { kind: 'text', max: LONG },
  protection: { kind: 'link', of: 'protection' },
  measureBasis: { kind: 'code', codes: MEASURE_BASIS.codes },
  principleCare: { kind: 'text', max: LONG },
  principleProtection: { kind: 'text', max: LONG },
  principleTrust: { kind: 'text', max: LONG },
  principlePrevention: { kind: 'text', max: LONG },
  principleTogether: { kind: 'text', max: LONG },
} as const;

/** Of the seven principles the five that unfold; frihet and proporsjonalitet stand in sight (S0). */
export const OTHER_PRINCIPLES = ['principleCare', 'principleProtection', 'principleTrust', 'principlePrevention', 'principleTogether'] as const;
export type OtherPrinciples = { readonly [Name in (typeof OTHER_PRINCIPLES)[number]]?: string | undefined };

export type SafetyHelped = 'tool' | 'riskAssessor' | 'riskFactors' | 'planWith' | 'warningSigns' | 'safePlaces' | 'whoToCall' | 'planPlace' | 'livingWith' | 'devices' | 'changedOn' | 'protectionKind' | 'protectedUntil' | 'protectionNote' | 'nextRisk' | 'whoTalks';
