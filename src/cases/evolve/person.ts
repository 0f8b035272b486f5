import type { Instant } from '../../kernel/time.ts';
import { localOf } from '../../regions/codes.ts';
import type { CaseState, Proposal } from '../case.ts';
import type { PersonGone } from '../choices/person.ts';
import { coerces, namesService } from '../duties.ts';
import type { CaseEvent, CasePerson, CaseStart, EventOf, PersonFacts } from '../events.ts';
import { FIGURE_FIELDS, isSameWay, type PersonContent } from '../person.ts';

type PersonEventType = 'PersonRecorded' | 'WayClosed';
type Apply = { readonly [Type in PersonEventType]: (state: CaseState, event: EventOf<Type>) => CaseState };

/** What is put right stands in the start, the case's or the joined report's, from then on, so that whoever reads the start reads the newest; the entry before keeps what was said. */
export const APPLY_PERSON: Apply = {
  PersonRecorded: (state, event) => {
    const { correctionId, reportId, knownFrom } = event.content;
    // What was filled in along with a closing puts nothing right that a report said.
    const corrections = knownFrom === undefined ? state.corrections : [...state.corrections, { ...signed(event), correctionId, ...(reportId === undefined ? {} : { reportId }), knownFrom }];
    const put = <T extends { readonly start: CaseStart; readonly coercionAdded?: Instant | undefined; readonly serviceAdded?: Instant | undefined }>(one: T): T => {
      const better = { ...one, start: corrected(one.start, event.content) };
      const now = (tells: typeof coerces) => tells(better) && !tells(one);
      return { ...better, ...(now(coerces) ? { coercionAdded: event.happenedAt } : {}), ...(now(namesService) ? { serviceAdded: event.happenedAt } : {}) };
    };
    if (reportId === undefined) return { ...withFacts(put(state), event.content), corrections };
    return { ...state, joined: state.joined.map((one) => (one.report === reportId ? put(one) : one)), corrections };
  },
  WayClosed: (state, event) => withoutWay({ ...state, closedWays: [...state.closedWays.filter(({ way }) => !isSameWay(way, event.content.way)), { ...signed(event), ...event.content }] }, event.content.way),
};

/** Figures read the newest assessment before the report, so what is put right stands in it, too, and in one that waits for a second person. */
function withFacts(state: CaseState, content: PersonContent): CaseState {
  const { gender, ageBand, services, relation } = content;
  const anew = <T extends PersonFacts>(one: T): T => ({
    ...one, gender: gender ?? one.gender, ageBand: ageBand ?? one.ageBand, services: services ?? one.services,
    ...(services === undefined ? {} : { local: [...(one.local ?? []).filter(({ list }) => list !== 'TJENESTE'), ...localOf('TJENESTE', content.local)] }),
  });
  const said = FIGURE_FIELDS.filter((name) => (name === 'relations' ? relation : content[name]) !== undefined);
  return {
    ...state, figuresSaid: [...new Set([...state.figuresSaid, ...said])],
    classification: state.classification && anew(state.classification), notACase: state.notACase && anew(state.notACase), transfer: state.transfer && anew(state.transfer), proposal: state.proposal && proposedAnew(state.proposal, anew),
  };
}

function proposedAnew(proposal: Proposal, anew: <T extends PersonFacts>(one: T) => T): Proposal {
  switch (proposal.kind) {
    case 'CLASSIFICATION': return { ...proposal, classification: anew(proposal.classification) };
    case 'NOT_A_CASE': return { ...proposal, notACase: anew(proposal.notACase) };
    case 'TRANSFER': return { ...proposal, transfer: anew(proposal.transfer) };
  }
}

const PLACE_OF: Readonly<Record<Exclude<PersonGone, 'MISTENKT' | 'ARBEIDSSTED'>, keyof CasePerson>> = { NAVN: 'name', KALLENAVN: 'alias', FODSELSAR: 'birthYear', TELEFON: 'phone', ADRESSE: 'address' };

function corrected(start: CaseStart, { person, suspectName, worksWhere, vulnerability, violence, relation, gender, ageBand, services, gone, local }: PersonContent): CaseStart {
  const taken = gone.flatMap((one) => (one === 'MISTENKT' || one === 'ARBEIDSSTED' ? [] : [PLACE_OF[one]]));
  const kept = Object.fromEntries(Object.entries(start.person).filter(([name]) => !taken.some((one) => one === name))) as CasePerson; // the hint is never taken away, all else may be absent
  const anew = [...(vulnerability === undefined ? [] : ['SAARBARHET']), ...(violence === undefined ? [] : ['VOLDSTYPE']), ...(relation === undefined ? [] : ['RELASJON']), ...(services === undefined ? [] : ['TJENESTE'])];
  const own = [...(start.local ?? []).filter(({ list }) => !anew.includes(list)), ...(local ?? [])];
  return {
    ...start, person: { ...kept, ...person, protectedAddressHint: start.person.protectedAddressHint }, suspectName: suspectName ?? (gone.includes('MISTENKT') ? undefined : start.suspectName),
    worksWhere: worksWhere ?? (gone.includes('ARBEIDSSTED') ? undefined : start.worksWhere),
    vulnerability: vulnerability ?? start.vulnerability, violence: violence ?? start.violence, relation: relation ?? start.relation,
    services: services ?? start.services, ...(gender === undefined ? {} : { gender }), ...(ageBand === undefined ? {} : { ageBand }), ...(start.local === undefined && own.length === 0 ? {} : { local: own }),
  };
}

/** Nothing that the case itself offers leads that way any more (undefined: any way at all); what the reports say is asked in told.ts. */
export function withoutWay(state: CaseState, way: string | undefined): CaseState {
  const closed = <T extends { readonly safeContact?: string | undefined }>(one: T): T => (one.safeContact !== undefined && (way === undefined || isSameWay(one.safeContact, way)) ? { ...one, safeContact: undefined } : one);
  return {
    ...state, start: { ...state.start, person: closed(state.start.person) }, joined: state.joined.map((one) => ({ ...one, start: { ...one.start, person: closed(one.start.person) } })),
    plan: state.plan && closed(state.plan), nightCard: state.nightCard && closed(state.nightCard), safetyPlans: state.safetyPlans.map(closed),
  };
}

/** Whoever plans how to talk with the person has looked at the way anew: one that they write is open again. */
export function afterPlan(state: CaseState, event: CaseEvent): CaseState {
  const way = event.type === 'InvestigationStarted' || event.type === 'SafetyPlanWritten' ? event.content.safeContact : undefined;
  return way === undefined ? state : { ...state, closedWays: state.closedWays.filter((closed) => !isSameWay(closed.way, way)) };
}

function signed(event: EventOf<PersonEventType>) {
  return { by: event.actor, at: event.happenedAt };
}
