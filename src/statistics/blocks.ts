import { ACHIEVED, CASE_TYPE, CLOSING_REASON, MEASURE } from '../cases/codes.ts';
import type { CodeList, CodeValue } from '../kernel/codes.ts';
import { AGE_BAND, GENDER } from '../people/codes.ts';
import { CHANNEL, RELATION, REPORTER, SERVICE, SHIELDED, VIOLENCE, VULNERABILITY } from '../reports/codes.ts';
import { isOutside, STATUS_GROUPS, type CaseFact } from './fact.ts';

/** What a case is counted by, in the order in which it stands. */
export const BLOCKS = ['status', 'type', 'reporter', 'channel', 'vulnerability', 'gender', 'age', 'violence', 'relation', 'service', 'measure', 'closing', 'wish'] as const;
export type BlockKey = (typeof BLOCKS)[number];

/** A row of its own beside the codes: nobody has assessed the case yet; the case belongs outside the co-operation; it is not closed. */
export const WAITING = 'VENTER';
export const OUTSIDE = 'UTENFOR_SAMARBEIDET';
export const NOT_CLOSED = 'IKKE_AVSLUTTET';

export type Block = {
  /** In a block of one row per case, a small number takes the last row with it (suppression.ts); one that is large as a rule stands there, or all would go. */
  readonly rows: readonly string[];
  /** one case may stand in several rows, or in none */
  readonly many: boolean;
  readonly rowsOf: (fact: CaseFact) => readonly string[];
};

/** Of the measures, those that a shelter gives. */
export function isShelterStay(code: string): boolean {
  return code === 'KRISESENTER_BO' || code === 'KRISESENTER_DAG';
}

/** krl. § 5: a shelter is no row, in any block (`withoutShelter` in tally.ts). «Utforsk» asks `rowsOf`, which tells it to those who may know. */
const notShelter = <C extends string>(code: C): boolean => code !== 'KRISESENTER' && !isShelterStay(code);

/** Goes into the definitions printed under each figure; DEFINITIONS in definitions.ts goes up with every change here. */
export const COUNTED: Readonly<Record<BlockKey, Block>> = {
  status: { rows: [OUTSIDE, ...lastly(STATUS_GROUPS, ['APEN', 'AVSLUTTET'])], many: false, rowsOf: (fact) => [isOutside(fact) ? OUTSIDE : fact.status] },
  type: { rows: [WAITING, ...lastly(topCodes(CASE_TYPE), ['KAN', 'MA', 'BOR'])], many: false, rowsOf: (fact) => (fact.caseType === undefined ? [WAITING] : topOf(CASE_TYPE, [fact.caseType])) },
  reporter: { rows: lastly(topCodes(REPORTER).filter(notShelter), ['NAV', 'FASTLEGE', 'FAMILIE', 'HJEMMETJENESTE']), many: false, rowsOf: (fact) => topOf(REPORTER, [fact.reporter]) },
  channel: { rows: lastly(topCodes(CHANNEL), ['TELEFON', 'NETTSKJEMA']), many: false, rowsOf: (fact) => topOf(CHANNEL, [fact.channel]) },
  vulnerability: { rows: topCodes(VULNERABILITY), many: true, rowsOf: (fact) => topOf(VULNERABILITY, fact.vulnerability) },
  gender: { rows: lastly(topCodes(GENDER), ['MANN', 'KVINNE']), many: false, rowsOf: (fact) => topOf(GENDER, [fact.gender]) },
  age: { rows: lastly(topCodes(AGE_BAND), ['A67_79', 'A80']), many: false, rowsOf: (fact) => topOf(AGE_BAND, [fact.ageBand]) },
  violence: { rows: topCodes(VIOLENCE), many: true, rowsOf: (fact) => topOf(VIOLENCE, fact.violence) },
  relation: { rows: topCodes(RELATION), many: true, rowsOf: (fact) => topOf(RELATION, fact.relation) },
  service: { rows: topCodes(SERVICE).filter(notShelter), many: true, rowsOf: (fact) => topOf(SERVICE, fact.services) },
  measure: { rows: topCodes(MEASURE).filter(notShelter), many: true, rowsOf: (fact) => topOf(MEASURE, fact.measures) },
  closing: { rows: topCodes(CLOSING_REASON), many: true, rowsOf: (fact) => topOf(CLOSING_REASON, fact.closingReasons) },
  wish: { rows: [...lastly(topCodes(ACHIEVED), ['DELVIS', 'HELT']), NOT_CLOSED], many: false, rowsOf: (fact) => (fact.closedMonth === undefined || fact.status !== 'AVSLUTTET' ? [NOT_CLOSED] : topOf(ACHIEVED, [fact.wish ?? 'UKJENT'])) },
};

export const IN_SEVERAL_ROWS: readonly BlockKey[] = BLOCKS.filter((key) => COUNTED[key].many);

/** The values that are a block's rows, with their words; empty for one whose rows are our own words. */
export const VALUES_OF: Readonly<Record<BlockKey, readonly CodeValue<string>[]>> = {
  status: [], type: CASE_TYPE.values, reporter: REPORTER.values, channel: CHANNEL.values, vulnerability: VULNERABILITY.values, gender: GENDER.values, age: AGE_BAND.values, violence: VIOLENCE.values,
  relation: RELATION.values, service: SERVICE.values, measure: MEASURE.values, closing: CLOSING_REASON.values, wish: ACHIEVED.values,
};

function topCodes<C extends string>(list: CodeList<C>): readonly C[] {
  return list.values.filter((value) => value.parent === undefined && value.code !== SHIELDED).map((value) => value.code);
}

function lastly<C extends string>(codes: readonly C[], last: readonly C[]): readonly C[] {
  return [...codes.filter((code) => !last.includes(code)), ...last];
}

/** A finer value counts as its parent, once: «oppdragervold» is physical violence. A code that the list no longer has is «ukjent». */
function topOf<C extends string>(list: CodeList<C>, codes: readonly C[]): readonly string[] {
  const tops = topsOf(list);
  const [only] = codes;
  return codes.length === 1 && only !== undefined ? [tops.get(only) ?? 'UKJENT'] : [...new Set(codes.map((code) => tops.get(code) ?? 'UKJENT'))];
}

/** Made once for each list: a year of a large region asks a hundred thousand times. */
const TOPS = new WeakMap<object, ReadonlyMap<string, string>>();
function topsOf<C extends string>(list: CodeList<C>): ReadonlyMap<string, string> {
  const known = TOPS.get(list) ?? new Map(list.values.map((value) => [value.code, value.parent ?? value.code]));
  TOPS.set(list, known);
  return known;
}
