import type { FieldName } from './fields.ts';

/** Stable codes of what can be wrong with an answer. Their words stand in texts/form-problems.ts. */
export const PROBLEM_CODES = [
  'dangerMissing', 'whoMissing', 'workplaceMissing', 'adultMissing', 'askedMissing', 'basisMissing', 'basisTextMissing', 'wishMissing', 'nameMissing',
  'aliasMissing', 'safeContactMissing', 'municipalityMissing', 'otherMunicipalityMissing', 'concernMissing', 'descriptionMissing', 'situationMissing', 'childrenMissing',
  'ownNameMissing', 'ownServiceMissing', 'ownPhoneMissing', 'shortTooLong', 'longTooLong', 'yearUnreadable', 'yearInFuture', 'hiddenAddressGiven', 'phoneWithoutWish',
  'wordsFew', 'wordsSame', 'wordsCode', 'wordsTaken', 'holdsNumber', 'holdsPhone', 'holdsEmail', 'holdsAddress', 'maybeNames', 'unreadable',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];
/** field name → what is wrong with it */
export type Problems = Readonly<Partial<Record<FieldName, ProblemCode>>>;
