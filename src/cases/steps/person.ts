import { done } from '../../kernel/outcome.ts';
import type { UserId } from '../../kernel/ids.ts';
import { osloDay, type Instant } from '../../kernel/time.ts';
import type { AgeBand, Gender } from '../../people/codes.ts';
import type { Relation, Service, Violence, Vulnerability } from '../../reports/codes.ts';
import { localOf, type LocalChoice } from '../../regions/codes.ts';
import type { CaseState } from '../case.ts';
import type { PersonGone } from '../choices/person.ts';
import type { DecisionContext } from '../conditions.ts';
import { entry, type CaseStart } from '../events.ts';
import { factsNow } from '../figures.ts';
import { check, type Decision } from '../guard.ts';
import { localAfter, type WithLocal } from '../local-answers.ts';
import type { Namesakes } from '../namesakes.ts';
import { isClosedWay, isSameWay, type PersonContent } from '../person.ts';
import { refuseCase } from '../refusals.ts';
import { isAddressHidden, isStrict } from '../secrecy.ts';
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
  readonly worksWhere?: string | undefined;
  readonly vulnerability?: readonly Vulnerability[] | undefined;
  readonly violence?: readonly Violence[] | undefined;
  readonly relations?: readonly Relation[] | undefined;
  readonly gender?: Gender | undefined;
  readonly ageBand?: AgeBand | undefined;
  readonly services?: readonly Service[] | undefined;
  readonly personGone?: readonly PersonGone[] | undefined;
  /** the report that joined the case and said it; absent: what the case was opened with is put right */
  readonly saidIn?: string | undefined;
};

/** What has to be known besides the case to put something of the person right. */
export type PersonCompared = {
  readonly namesakes: Namesakes;
  /** whoever of the staff works at such a place, as far as others than those who are out already are left (reports/workplace.ts) */
  readonly workmates: (place: string, out: readonly UserId[]) => readonly UserId[];
  /** when a report, or what was added to one, last said that the address is secret */
  readonly toldSecret: Instant | undefined;
};

/** `wholeForm`: it came from the page, where a list with nothing ticked is not sent at all, and says that nothing of it holds. */
export function asTicked({ wholeForm, ...input }: RecordPerson & { readonly wholeForm?: string | undefined }): RecordPerson {
  const { vulnerability = [], violence = [], relations = [], services = [] } = input;
  return wholeForm === undefined ? input : { ...input, vulnerability, violence, relations, services };
}

/**
 * GDPR art. 16: what a report said of the person is put right or completed by adding (arkivforskrifta § 11). What is not answered stands as it was,
 * and what is answered as it stands is not written. A colleague who is called as the person or the suspect by now, or who works where one of them does, reads the
 * case no longer (fvl § 6). `nothing_changed`; `no_such_year`; `address_not_kept` where nobody is shown the address (folkeregisterloven § 10-4).
 */
export function decideRecordPerson(state: CaseState, input: RecordPerson, ctx: DecisionContext, { namesakes, workmates, toldSecret }: PersonCompared): Decision {
  const { correctionId, local: _local, ...answers } = input;
  const no = check('recordPerson', state, answers, ctx);
  if (no !== undefined) return no;
  if (state.corrections.some((one) => one.correctionId === correctionId)) return done([]);
  const { birthYear, address, knownFrom, grounds, saidIn } = input;
  const joined = state.joined.find(({ report }) => report === saidIn);
  if (saidIn !== undefined && joined === undefined) return refuseCase('bad_input', { saidIn: 'not_offered' });
  if (birthYear !== undefined && !isYear(birthYear, ctx)) return refuseCase('bad_input', { birthYear: 'no_such_year' });
  if (address !== undefined && isAddressHidden(state, toldSecret)) return refuseCase('bad_input', { address: 'address_not_kept' });
  const changed = changes(joined?.start ?? startNow(state), input, isStrict(state));
  const { person: { protectedAddressHint: _hint, ...person }, gone, ...rest } = changed;
  if (Object.keys({ ...person, ...rest }).length === 0 && gone.length === 0) return refuseCase('nothing_changed');
  const named = [person.name, changed.suspectName].flatMap((name) => (name === undefined ? [] : namesakes(name)));
  const there = changed.worksWhere === undefined ? [] : workmates(changed.worksWhere, [...state.excluded, ...named]);
  return done([entry('PersonRecorded', ctx.now, { correctionId, ...(joined === undefined ? {} : { reportId: joined.report, reference: joined.reference }), knownFrom, grounds, ...changed }), ...leftOutWith(state, [...new Set([...named, ...there])], ctx.now)]);
}

/** What the case was opened with, with who the person is as an assessment has it since. */
export function startNow(state: CaseState): CaseStart {
  const { local, ...facts } = factsNow(state);
  const own = [...(state.start.local ?? []).filter(({ list }) => list !== 'TJENESTE'), ...(local ?? [])];
  return { ...state.start, ...facts, ...(own.length === 0 ? {} : { local: own }) };
}

function isYear(written: string, ctx: DecisionContext): boolean {
  return /^(19|20)\d\d$/.test(written.trim()) && written.trim() <= osloDay(ctx.now).slice(0, 4);
}

/** What the answers say otherwise than it stands; what is answered anew is not taken away as well. @param covered no page shows what is the region's own in it */
function changes(start: CaseStart, input: RecordPerson, covered: boolean): Omit<PersonContent, 'correctionId' | 'reportId' | 'reference' | 'knownFrom' | 'grounds'> {
  const { person } = start;
  const other = <T>(given: T | undefined, stands: T | undefined): given is T => given !== undefined && given !== stands;
  const year = input.birthYear === undefined ? undefined : Number(input.birthYear);
  const known = {
    ...(other(input.personName, person.name) ? { name: input.personName } : {}), ...(other(input.personAlias, person.alias) ? { alias: input.personAlias } : {}),
    ...(other(year, person.birthYear) ? { birthYear: year } : {}), ...(other(input.phone, person.phone) ? { phone: input.phone } : {}), ...(other(input.address, person.address) ? { address: input.address } : {}),
  };
  const facts = { ...(other(input.gender, start.gender) ? { gender: input.gender } : {}), ...(other(input.ageBand, start.ageBand) ? { ageBand: input.ageBand } : {}) };
  const suspect = { ...(other(input.suspectName, start.suspectName) ? { suspectName: input.suspectName } : {}), ...(other(input.worksWhere, start.worksWhere) ? { worksWhere: input.worksWhere } : {}) };
  const local = { before: start.local, now: input.local, covered };
  const lists = [
    ...chosen('vulnerability', 'SAARBARHET', input.vulnerability, start.vulnerability, local), ...chosen('violence', 'VOLDSTYPE', input.violence, start.violence, local),
    ...chosen('relation', 'RELASJON', input.relations, start.relation, local),
    // no form shows the services of a strictly confidential case: what is ticked comes beside them
    ...chosen('services', 'TJENESTE', covered && input.services !== undefined ? [...new Set([...start.services, ...input.services])] : input.services, start.services, local),
  ];
  const own = lists.flatMap((one) => one.local);
  const holds: Readonly<Record<PersonGone, boolean>> = {
    NAVN: person.name !== undefined && !('name' in known), KALLENAVN: person.alias !== undefined && !('alias' in known), FODSELSAR: person.birthYear !== undefined && !('birthYear' in known),
    TELEFON: person.phone !== undefined && !('phone' in known), ADRESSE: person.address !== undefined && !('address' in known), MISTENKT: start.suspectName !== undefined && !('suspectName' in suspect),
    ARBEIDSSTED: start.worksWhere !== undefined && !('worksWhere' in suspect),
  };
  return {
    person: { ...known, protectedAddressHint: person.protectedAddressHint }, ...suspect, ...facts, ...Object.fromEntries(lists.map(({ name, codes }) => [name, codes])), ...(own.length === 0 ? {} : { local: own }),
    gone: (input.personGone ?? []).filter((one) => holds[one]),
  };
}

type Chosen = { readonly name: 'vulnerability' | 'violence' | 'relation' | 'services'; readonly codes: readonly string[]; readonly local: readonly LocalChoice[] };

/** A list that was ticked otherwise than it stands, with the region's own values in it. */
function chosen(name: Chosen['name'], list: string, given: readonly string[] | undefined, stands: readonly string[], around: Parameters<typeof localAfter>[2]): Chosen[] {
  if (given === undefined) return [];
  const [had, local] = [localOf(list, around.before), localAfter(list, given, around)];
  const key = (codes: readonly string[], own: readonly LocalChoice[] = []) => [...codes].sort().join() + [...new Set(own.map(({ id }) => id))].sort().join();
  return key(given, local) === key(stands, had) ? [] : [{ name, codes: given, local }];
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
