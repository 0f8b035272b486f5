import { lettersCovered } from '../../src/cases/reporter-letters.ts';
import { accessEndsAt, isExcluded } from '../../src/cases/case.ts';
import { clocks, followUpDays } from '../../src/cases/clocks.ts';
import { canLead, type CaseActor } from '../../src/cases/conditions.ts';
import { nextSteps } from '../../src/cases/next-steps.ts';
import { aliasOf } from '../../src/cases/projection.ts';
import type { CaseColleague, CaseContent, CaseQuestion } from '../../src/cases/queries/models.ts';
import { caseFacts, standing } from '../../src/cases/access.ts';
import { asId, type RegionId } from '../../src/kernel/ids.ts';
import type { Refusal } from '../../src/kernel/outcome.ts';
import type { Lang } from '../../src/kernel/texts.ts';
import { Form, type Pairs } from '../../src/web/http/form-body.ts';
import { veilsFor } from '../../src/cases/secrecy.ts';
import { saidSecret } from '../../src/cases/told.ts';
import { veiled } from '../../src/reports/public.ts';
import { NO_DIALOGUE } from '../../src/reports/dialogue.ts';
import type { ReportContent } from '../../src/reports/public.ts';
import type { StaffRequest } from '../../src/web/route.tsx';
import { NO_CHANGES } from '../../src/regions/codes.ts';
import { usualCaseTypes } from '../../src/regions/site.ts';
import { SORVIKA } from './acts.ts';
import { EVERYBODY, FILE, HAVNES, hilde, jorunn, kari, LIA, lise, MONDAY, omar, petter, REPORT, TEAM, type Journal } from './journal.ts';

export const NAMES: Readonly<Record<string, string>> = {
  [kari.userId]: 'Kari Nes', [petter.userId]: 'Petter Dal', [lise.userId]: 'Lise Aune', [omar.userId]: 'Omar Berg', [jorunn.userId]: 'Jorunn Vik', [hilde.userId]: 'Hilde Ås',
};
export const PLACES = { [LIA]: 'Lia', [HAVNES]: 'Havnes' };
const NEW_ID = '90000000-0000-4000-8000-000000000001';

export const REPORTED: ReportContent = {
  kind: 'report', version: 2, mode: 'A', channel: 'NETTSKJEMA', receivedAt: MONDAY, lang: 'nb', danger: 'nei', adult: 'ja', noCode: false,
  reporter: { code: 'HJEMMETJENESTE', name: 'Ingunn Moen', phone: '55 55 01 23', wantsFeedback: true },
  person: { name: 'Borghild Lian', municipality: '9903', phone: '55 55 01 77', address: 'Bakken 2', protectedAddressHint: false },
  vulnerability: ['DEMENS'], violence: ['OKONOMISK'], whatHappened: 'Hun mangler penger.', relation: ['BARNEBARN'], contacted: [], livesTogether: 'nei', childrenInHome: 'nei',
  safeContact: 'Dagsenteret, tirsdag 10–11',
};

/** What the query answers one person about a case, made of the same rules. */
export function contentFor(actor: CaseActor, file: Journal, contents: readonly ReportContent[] = [REPORTED]): CaseContent {
  const state = file.state();
  const now = file.now();
  const veils = veilsFor(state, { userId: actor.userId, fresh: true }, saidSecret([{ contents: contents.map((report) => ({ at: MONDAY, report })) }]), now);
  const shown = veiled({ ...(veils.reporter ? lettersCovered({ state, journal: file.events }) : { state, journal: file.events }), reports: [{ fileId: REPORT, reference: '2026-M0LD01', contents: contents.map((report) => ({ at: MONDAY, report })), local: [], dialogue: NO_DIALOGUE, consultations: [], window: 'none' as const, readPartsBefore: contents.length }] }, { ...veils, address: veils.address !== 'open' });
  return {
    mustDeclare: false, fileId: FILE, reference: state.reference, asker: { userId: actor.userId, roles: actor.roles, standing: 'coordinator', keeps: true }, now, ...shown, alias: aliasOf(state),
    names: NAMES, municipalities: PLACES, places: { 9902: 'Havnes', 9903: 'Lia' }, members: [LIA, HAVNES],
    steps: nextSteps(state, { actor, now, team: TEAM }), clocks: clocks(state, NO_CHANGES, now), followUps: followUpDays(state, NO_CHANGES, now), newId: NEW_ID, otherRegions: [SORVIKA], onItsWay: undefined, writing: [], left: [], experts: [], veils, caseTypeWords: usualCaseTypes(), localValues: [],
    colleagues: EVERYBODY.filter((one) => one.userId in NAMES).map((one): CaseColleague => {
      const how = standing({ ...one, municipalities: [] }, caseFacts(FILE, state, one.userId, now), now);
      return {
        userId: one.userId, name: NAMES[one.userId] ?? '', unit: 'Hjemmetjenesten', municipality: LIA, roles: one.roles, excluded: isExcluded(state, one.userId), canLead: canLead(state, one.userId, TEAM), away: false,
        canBeGranted: !isExcluded(state, one.userId) && one.userId !== actor.userId,
        access: how === 'coordinator' || how === 'case_lead' || how === 'granted' || how === 'reception' ? { how, until: accessEndsAt(state.closedAt) } : undefined,
      };
    }),
  };
}

export function questionFor(actor: CaseActor, file: Journal): CaseQuestion {
  const { reference, status } = file.state();
  return {
    mustDeclare: true, signIn: false, newId: NEW_ID, fileId: FILE, reference, asker: { userId: actor.userId, roles: actor.roles, standing: 'coordinator', keeps: true }, now: file.now(), status, akutt: false,
    steps: [{ step: 'declareImpartiality', allowed: true }, { step: 'raiseAkutt', allowed: true }],
  };
}

export type Asked = { readonly actor?: CaseActor; readonly lang?: Lang; readonly path?: string; readonly query?: string; readonly form?: Pairs; readonly refused?: Refusal };

/** A request as a page meets it. Its door opens nothing: a view asks nobody. */
export function requestOf({ actor = kari, lang = 'nb', path = `/saker/${FILE}`, query = '', form = [], refused }: Asked = {}): StaffRequest {
  return {
    person: { kind: 'person', regionId: asId<'region'>('40000000-0000-4000-8000-000000000001') satisfies RegionId, userId: actor.userId, roles: actor.roles, municipalityId: undefined, signedInAt: MONDAY },
    colleague: { name: NAMES[actor.userId] ?? '', roleLabel: 'Koordinator' }, regionName: 'Voksenvern Nordfjella', isReserve: false,
    door: { enter: () => Promise.reject(new Error('a view asks nobody')), unaudited: () => Promise.reject(new Error('a view asks nobody')) },
    lang, demo: true, now: MONDAY, path, params: { id: FILE }, query: new URLSearchParams(query), form: new Form(form), refused,
  };
}
