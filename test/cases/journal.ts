import type { CaseState } from '../../src/cases/case.ts';
import type { CaseActor, DecisionContext } from '../../src/cases/conditions.ts';
import type { CaseEvent, CaseStart } from '../../src/cases/events.ts';
import { foldCase } from '../../src/cases/evolve.ts';
import type { Decision } from '../../src/cases/guard.ts';
import { decideOpenCase, type OpenCase } from '../../src/cases/opening.ts';
import { asId, type FileId, type MunicipalityId, type UserId } from '../../src/kernel/ids.ts';
import { addMs, HOUR, instant, type Instant } from '../../src/kernel/time.ts';

const user = (n: number): UserId => asId<'user'>(`00000000-0000-4000-8000-0000000000${String(n).padStart(2, '0')}`);
export const FILE: FileId = asId<'file'>('10000000-0000-4000-8000-000000000001');
export const REPORT: FileId = asId<'file'>('20000000-0000-4000-8000-000000000001');
export const LIA: MunicipalityId = asId<'municipality'>('30000000-0000-4000-8000-000000000001');
export const HAVNES: MunicipalityId = asId<'municipality'>('30000000-0000-4000-8000-000000000002');

/** The invented people of these tests. */
export const kari: CaseActor = { userId: user(1), roles: ['KOORDINATOR'] };
export const petter: CaseActor = { userId: user(2), roles: ['KOORDINATOR'] };
export const lise: CaseActor = { userId: user(3), roles: ['TEAMMEDLEM'] };
export const omar: CaseActor = { userId: user(4), roles: ['TEAMMEDLEM'] };
export const jorunn: CaseActor = { userId: user(5), roles: ['MOTTAK'] };
export const hilde: CaseActor = { userId: user(6), roles: ['LEDER'] };
export const ombud: CaseActor = { userId: user(7), roles: ['PERSONVERNOMBUD'] };
export const drift: CaseActor = { userId: user(8), roles: ['SYSTEMADMIN', 'STYRINGSGRUPPE'] };
export const EVERYBODY = [kari, petter, lise, omar, jorunn, hilde, ombud, drift] as const;
export const TEAM = [kari, petter, lise, omar].map((member) => member.userId);

/** Monday 5 January 2026, 09:00 in Oslo. */
export const MONDAY: Instant = instant('2026-01-05T08:00:00.000Z');

export const START: CaseStart = {
  channel: 'NETTSKJEMA', receivedAt: MONDAY, mode: 'A', lang: 'nb', owner: LIA,
  person: { name: 'Borghild Lian', birthYear: 1939, protectedAddressHint: false, safeContact: 'Dagsenteret, tirsdag 10–11' },
  reporter: { code: 'HJEMMETJENESTE', name: 'Ingunn Moen', service: 'Hjemmetjenesten i Lia', phone: '55 55 01 23', wantsFeedback: true },
  whatHappened: 'Hun mangler penger.', vulnerability: ['DEMENS'], violence: ['OKONOMISK'], relation: ['BARNEBARN'], services: ['HJEMMETJENESTE'],
  gender: 'KVINNE', ageBand: 'A80', wish: 'Vil bo hjemme', consent: 'DELVIS', children: 'NEI',
};

const { gender: _gender, ageBand: _ageBand, ...REST } = START;
/** Whoever reported knew nothing that figures count. */
export const UNKNOWN: CaseStart = { ...REST, vulnerability: [], violence: [], relation: ['UKJENT'], services: [] };

export const OPENING: OpenCase = { reference: '2026-K7QF3M', reports: [REPORT], start: START, leftOut: [], connection: 'INGEN' };

type Act = (state: CaseState, ctx: DecisionContext) => Decision;

/** A journal that grows by decisions; the clock moves one hour with each. */
export type Journal = {
  readonly events: CaseEvent[];
  readonly state: () => CaseState;
  readonly now: () => Instant;
  readonly wait: (ms: number) => void;
  /** carries out a decision that must succeed */
  readonly by: (actor: CaseActor, act: Act) => CaseState;
  /** carries out a decision if it may be, and answers with the code of the refusal or undefined */
  readonly tries: (actor: CaseActor, act: Act) => string | undefined;
};

export function journal(opener: CaseActor, opening: OpenCase = OPENING, team: readonly UserId[] = TEAM): Journal {
  const events: CaseEvent[] = [];
  let now = MONDAY;
  const ctx = (actor: CaseActor): DecisionContext => ({ actor, now, team });
  const keep = (actor: CaseActor, decision: Decision): string | undefined => {
    if (!decision.ok) return decision.code;
    events.push(...written(decision.value, actor, now));
    now = addMs(now, HOUR);
    return undefined;
  };
  const refused = keep(opener, decideOpenCase(opening, ctx(opener)));
  if (refused !== undefined) throw new Error(`not opened: ${refused}`);
  const state = () => foldCase(events);
  const tries = (actor: CaseActor, act: Act) => keep(actor, act(state(), ctx(actor)));
  const by = (actor: CaseActor, act: Act) => {
    const code = tries(actor, act);
    if (code !== undefined) throw new Error(`refused: ${code}`);
    return state();
  };
  return { events, state, now: () => now, wait: (ms) => { now = addMs(now, ms); }, by, tries };
}

/** What the door adds to a rule's answer: who wrote it, and when. */
export function written(entries: readonly object[], actor: CaseActor, at: Instant): CaseEvent[] {
  return entries.map((entry) => ({ ...entry, actor: actor.userId, writtenAt: at }) as CaseEvent); // a new entry with writer and time is an event
}
