import type { Instant } from '../kernel/time.ts';
import type { CaseState } from './case.ts';
import type { FiguresUnknown } from './choices/person.ts';
import { coerces, namesService } from './duties.ts';
import { entry, type CaseStart, type NewCaseEvent, type PersonFacts } from './events.ts';
import { figuresTold } from './figures-told.ts';
import { keptLocal, localAfter, LOCAL_FIELDS, type WithLocal } from './local-answers.ts';
import { FIGURE_FIELDS, type FigureField, type PersonContent } from './person.ts';
import type { PersonFactsInput } from './person-facts.ts';
import { isStrict } from './secrecy.ts';

/** What the form of a closing says of them, under the names of fields.ts. */
export type FiguresInput = PersonFactsInput & Pick<PersonContent, 'vulnerability' | 'violence'> & { readonly relations?: PersonContent['relation']; /** of all that was left empty */ readonly figuresUnknown?: readonly FiguresUnknown[] | undefined };

/** Who the person is for the figures: as recorded last with an assessment or put right since, else as the report said. */
export function factsNow(state: Pick<CaseState, Recorded | 'start'>): Pick<CaseStart, 'gender' | 'ageBand' | 'services'> & WithLocal {
  const { gender, ageBand, services, local } = recorded(state) ?? state.start;
  return { gender, ageBand, services, ...keptLocal('TJENESTE', local) };
}

/** The minimum figures (domain reference §3.8, R2) as the case has them from all that told of it, each under the question that it answers; `local`: the region's own among them. */
export function figuresNow(state: CaseState): { readonly [Name in FigureField]: readonly string[] } & WithLocal {
  const { services, local = [] } = factsNow(state);
  const told = figuresTold(state);
  const { gender, ageBand } = recorded(state) ?? told;
  return { gender: listOf(gender), ageBand: listOf(ageBand), vulnerability: told.vulnerability, violence: told.violence, relations: told.relation, services, local: [...(state.start.local ?? []).filter(({ list }) => list !== 'TJENESTE'), ...local] };
}

type Recorded = 'transfer' | 'notACase' | 'classification';

function recorded({ transfer, notACase, classification }: Pick<CaseState, Recorded>): PersonFacts | undefined {
  return transfer ?? notACase ?? classification;
}

/** No figure counts a case with a strictly confidential address, nor one of a person who keeps out (statistics/fact.ts): nothing is asked for them. */
export function isForFigures(state: Pick<CaseState, 'address' | 'keepsOut' | 'start' | 'joined'>): boolean {
  return !isStrict(state) && !state.keepsOut;
}

/**
 * T14: what nobody has answered yet. «Ukjent» is an answer where somebody gave it here or when they put the case right; what a report or a hurried assessment left as
 * «ukjent» is asked once more.
 */
export function figuresMissing(state: CaseState): readonly FigureField[] {
  if (!isForFigures(state)) return [];
  const now = figuresNow(state);
  return FIGURE_FIELDS.filter((name) => !state.figuresSaid.includes(name) && now[name].every((code) => code === 'UKJENT'));
}

/** Those of them that the form left unanswered, where nobody said that they are unknown. */
export function figuresLeft(state: CaseState, input: FiguresInput): readonly FigureField[] {
  return input.figuresUnknown?.includes('UKJENT') === true ? [] : figuresMissing(state).filter((name) => listOf(input[name]).length === 0);
}

/** What was filled in along with a closing: only what was missing, since the form asks for nothing else. @param correctionId new and random */
export function figuresFilled(state: CaseState, input: FiguresInput, correctionId: string, now: Instant): NewCaseEvent[] {
  const unknown = input.figuresUnknown?.includes('UKJENT') === true;
  const answered = figuresMissing(state).filter((name) => unknown || listOf(input[name]).length > 0);
  if (answered.length === 0) return [];
  const given = Object.fromEntries(answered.map((name) => [name === 'relations' ? 'relation' : name, listOf(input[name]).length > 0 ? input[name] : ONE.includes(name) ? 'UKJENT' : ['UKJENT']]));
  const local = answered.flatMap((name) => localAfter(LOCAL_FIELDS[name] ?? '', listOf(input[name]), { before: undefined, now: input.local, covered: false }));
  return [entry('PersonRecorded', now, { correctionId, person: { protectedAddressHint: state.start.person.protectedAddressHint }, gone: [], ...given, ...(local.length === 0 ? {} : { local }) })];
}

/** What would tell of a duty that nobody has answered (hol. § 12-3 a): it is written down, and the duty answered, before the case ends. */
export function figuresRaiseDuty(state: CaseState, { violence = [], relations = [] }: FiguresInput): readonly FigureField[] {
  const told = { start: { ...state.start, violence, relation: relations } };
  return figuresMissing(state).filter((name) => (name === 'violence' && coerces(told)) || (name === 'relations' && namesService(told)));
}

/** These have one answer, the others several. */
const ONE: readonly FigureField[] = ['gender', 'ageBand'];

function listOf(given: string | readonly string[] | undefined): readonly string[] {
  return given === undefined ? [] : typeof given === 'string' ? [given] : given;
}
