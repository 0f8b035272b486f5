import { done } from '../../kernel/outcome.ts';
import { osloDay } from '../../kernel/time.ts';
import type { Relation, Violence, Vulnerability } from '../../reports/codes.ts';
import type { LocalChoice } from '../../regions/codes.ts';
import type { CaseState } from '../case.ts';
import type { PersonGone } from '../choices/person.ts';
import type { DecisionContext } from '../conditions.ts';
import { entry } from '../events.ts';
import { check, type Decision } from '../guard.ts';
import type { WithLocal } from '../local-answers.ts';
import type { Namesakes } from '../namesakes.ts';
import { isClosedWay, isSameWay, type PersonContent } from '../person.ts';
import { refuseCase } from '../refusals.ts';
import { isAddressHidden } from '../secrecy.ts';
import { leftOutWith } from './share.ts';

export type RecordPerson = WithLocal & {
  /** new and random, as the ids of the other steps */
  readonly correctionId: string;
  readonly knownFrom: string;
  readonly grounds?: string | undefined;
  readonly personName?: string | undefined;
  readonly personAlias?: string | undefined;
  /** four digits */
  readonly birthYear?: string | undefined;
  readonly phone?: string | undefined;
  readonly address?: string | undefined;
  readonly suspectName?: string | undefined;
  readonly vulnerability?: readonly Vulnerability[] | undefined;
  readonly violence?: readonly Violence[] | undefined;
  readonly relations?: readonly Relation[] | undefined;
  readonly personGone?: readonly PersonGone[] | undefined;
};

/** `wholeForm`: it came from the page, where a list with nothing ticked is not sent at all, and says that nothing of it holds. */
export function asTicked({ wholeForm, ...input }: RecordPerson & { readonly wholeForm?: string | undefined }): RecordPerson {
  const { vulnerability = [], violence = [], relations = [] } = input;
  return wholeForm === undefined ? input : { ...input, vulnerability, violence, relations };
}

/**
 * GDPR art. 16: what a report said of the person is put right or completed by adding (arkivforskrifta § 11). What is not answered stands as it was,
 * and what is answered as it stands is not written. A colleague who is called as the person or the suspect by now reads the case no longer (fvl § 6).
 * `nothing_changed`; `no_such_year`; `address_not_kept` where nobody is shown the address (folkeregisterloven § 10-4).
 */
export function decideRecordPerson(state: CaseState, input: RecordPerson, ctx: DecisionContext, namesakes: Namesakes): Decision {
  const { correctionId, local: _local, ...answers } = input;
  const no = check('recordPerson', state, answers, ctx);
  if (no !== undefined) return no;
  if (state.corrections.some((one) => one.correctionId === correctionId)) return done([]);
  const { birthYear, address, knownFrom, grounds } = input;
  if (birthYear !== undefined && !isYear(birthYear, ctx)) return refuseCase('bad_input', { birthYear: 'no_such_year' });
  if (address !== undefined && isAddressHidden(state, hintGiven(state))) return refuseCase('bad_input', { address: 'address_not_kept' });
  const changed = changes(state, input);
  const { person: { protectedAddressHint: _hint, ...person }, gone, ...rest } = changed;
  if (Object.keys({ ...person, ...rest }).length === 0 && gone.length === 0) return refuseCase('nothing_changed');
  const named = [person.name, changed.suspectName].flatMap((name) => (name === undefined ? [] : namesakes(name)));
  return done([entry('PersonRecorded', ctx.now, { correctionId, knownFrom, grounds, ...changed }), ...leftOutWith(state, [...new Set(named)], ctx.now)]);
}

function hintGiven({ start, joined }: CaseState): boolean {
  return [start, ...joined.map((one) => one.start)].some(({ person }) => person.protectedAddressHint);
}

function isYear(written: string, ctx: DecisionContext): boolean {
  return /^(19|20)\d\d$/.test(written.trim()) && written.trim() <= osloDay(ctx.now).slice(0, 4);
}

/** What the answers say otherwise than the case has it; what is answered anew is not taken away as well. */
function changes({ start }: CaseState, input: RecordPerson): Omit<PersonContent, 'correctionId' | 'knownFrom' | 'grounds'> {
  const { person } = start;
  const other = <T>(given: T | undefined, stands: T | undefined): given is T => given !== undefined && given !== stands;
  const year = input.birthYear === undefined ? undefined : Number(input.birthYear);
  const said = {
    ...(other(input.personName, person.name) ? { name: input.personName } : {}), ...(other(input.personAlias, person.alias) ? { alias: input.personAlias } : {}),
    ...(other(year, person.birthYear) ? { birthYear: year } : {}), ...(other(input.phone, person.phone) ? { phone: input.phone } : {}), ...(other(input.address, person.address) ? { address: input.address } : {}),
  };
  const suspect = other(input.suspectName, start.suspectName) ? { suspectName: input.suspectName } : {};
  const lists = [
    ...chosen('vulnerability', 'SAARBARHET', input.vulnerability, start.vulnerability, start.local, input.local), ...chosen('violence', 'VOLDSTYPE', input.violence, start.violence, start.local, input.local),
    ...chosen('relation', 'RELASJON', input.relations, start.relation, start.local, input.local),
  ];
  const local = lists.flatMap((one) => one.local);
  const holds: Readonly<Record<PersonGone, boolean>> = {
    NAVN: person.name !== undefined && !('name' in said), KALLENAVN: person.alias !== undefined && !('alias' in said), FODSELSAR: person.birthYear !== undefined && !('birthYear' in said),
    TELEFON: person.phone !== undefined && !('phone' in said), ADRESSE: person.address !== undefined && !('address' in said), MISTENKT: start.suspectName !== undefined && !('suspectName' in suspect),
  };
  return {
    person: { ...said, protectedAddressHint: person.protectedAddressHint }, ...suspect, ...Object.fromEntries(lists.map(({ name, codes }) => [name, codes])), ...(local.length === 0 ? {} : { local }),
    gone: (input.personGone ?? []).filter((one) => holds[one]),
  };
}

type Chosen = { readonly name: 'vulnerability' | 'violence' | 'relation'; readonly codes: readonly string[]; readonly local: readonly LocalChoice[] };

/** A list that was ticked otherwise than it stands, with the region's own values in it. */
function chosen(name: Chosen['name'], list: string, given: readonly string[] | undefined, stands: readonly string[], before: readonly LocalChoice[] | undefined, now: readonly LocalChoice[] | undefined): Chosen[] {
  if (given === undefined) return [];
  const [had, local] = [before, now].map((all) => (all ?? []).filter((one) => one.list === list));
  const key = (codes: readonly string[], own: readonly LocalChoice[] = []) => [...codes].sort().join() + [...new Set(own.map(({ id }) => id))].sort().join();
  return key(given, local) === key(stands, had) ? [] : [{ name, codes: given, local: local ?? [] }];
}

export type CloseWay = { readonly unsafeWay: string; readonly knownFrom: string };

/** A way that somebody gave as safe is so no longer: from now on the case offers it nowhere. Said again, it is written once, unless something in the case still offers it. */
export function decideCloseWay(state: CaseState, input: CloseWay, ctx: DecisionContext): Decision {
  const no = check('closeWay', state, input, ctx);
  if (no !== undefined) return no;
  const way = input.unsafeWay.trim();
  return done(isClosedWay(state, way) && !offers(state, way) ? [] : [entry('WayClosed', ctx.now, { way, knownFrom: input.knownFrom })]);
}

function offers({ start, joined, plan, nightCard, safetyPlans }: CaseState, way: string): boolean {
  return [start.person, ...joined.map((one) => one.start.person), plan, nightCard, ...safetyPlans].some((one) => one?.safeContact !== undefined && isSameWay(one.safeContact, way));
}
