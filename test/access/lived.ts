import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Actor } from '../../src/kernel/actor.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import type { Outcome } from '../../src/kernel/outcome.ts';
import { openHouse, type House } from '../../src/open-house.ts';
import { invite, disable } from '../../src/staff/commands/invite.ts';
import { endRole, proposeRole } from '../../src/staff/commands/roles.ts';
import { lives, type Lives } from '../database/cases-support.ts';
import { ISSUER, SMALL_STAFF, STAFF } from '../support/people.ts';
import { DAUGHTER, openAll, sender } from '../support/submissions.ts';
import { NORDFJELLA, SMALL_HOST, SORVIKA } from '../support/world.ts';
import { openCaseFromReports } from '../../src/cases/commands/open.ts';
import type { AnyUseCase } from './use-cases.ts';

/** The things that use cases of one region are about. */
export type Ids = {
  readonly report: string; readonly case: string;
  /** somebody who works here · who was put out · the reserve */
  readonly person: string; readonly disabled: string; readonly reserve: string;
  /** a role that is held · one that ended */
  readonly grant: string; readonly endedGrant: string;
};

export type Entered = { readonly outcome: Outcome<unknown>; /** what the audit says of it; undefined where the form was no form */ readonly audit: string | undefined };

/** The test world with both regions at work, entered through the door as the processes do. */
export type Lived = {
  readonly all: Lives;
  readonly ids: { readonly here: Ids; readonly elsewhere: Ids };
  /** the draft of the site, as `regions.set_up` takes it */
  readonly site: unknown;
  readonly enter: (useCase: AnyUseCase, who: string, input: unknown) => Promise<Entered>;
  readonly superuser: pg.Client;
  readonly close: () => Promise<void>;
};

/** Keys of test/access/situations.ts who live in the test world. */
export const LIVING = [...STAFF.map(({ subject }) => subject), 'anders', 'set_up', 'open_envelope', 'reconcile'];
const TASKS = ['set_up', 'open_envelope', 'reconcile'];
/** Done with the worker's login; everything else with the house's. */
const WORKERS = ['reports.arrive', 'regions.renew_keys'];

/** A case in work: opened by this person, Even let in, Signe leads it; those two and the coordinator have answered the question. */
export async function inWork(all: Lives, coordinator: string, file: FileId): Promise<FileId> {
  const until = '2026-12-31';
  await all.does(coordinator, 'grantAccess', file, { accessTo: await all.id('even'), accessReason: 'VURDERER', until });
  await all.does('even', 'declareImpartiality', file, { connection: 'INGEN' });
  await all.does(coordinator, 'proposeClassification', file, { caseType: 'MA', wish: 'Vil bo hjemme.', consent: 'DELVIS', grounds: 'Pengene forsvinner.', lead: await all.id('signe') });
  await all.does('even', 'confirmClassification', file, { proposal: await all.proposal('even', file) });
  await all.does('signe', 'declareImpartiality', file, { connection: 'INGEN' });
  return file;
}

export const OWNED = { ...DAUGHTER, kommune: '9901' };

async function elsewhere(all: Lives, house: House, ask: (text: string, values: unknown[]) => Promise<string>): Promise<Ids> {
  const from = await sender(all.world, SMALL_HOST, SORVIKA);
  const anders = await all.world.person('anders');
  const two = [await from.send({ ...DAUGHTER, kommune: '9911' }), await from.send({ ...DAUGHTER, kommune: '9911', sett: 'Hun er redd.' })].map(({ draft }) => draft);
  await openAll(all.world, SORVIKA);
  await from.close();
  const opened = await house.door.enter(openCaseFromReports, anders, { reportIds: [two[0]], connection: 'INGEN' });
  if (!opened.ok) throw new Error(`Sørvika: ${opened.code}`);
  const { userId } = await all.world.person('berit');
  const grant = await ask('select grant_id as id from app.role_grant where user_id = $1', [anders.userId]);
  return { report: two[1] ?? '', case: opened.value.fileId, person: userId, disabled: userId, reserve: userId, grant, endedGrant: grant };
}

async function here(all: Lives, house: House, ask: (text: string, values: unknown[]) => Promise<string>): Promise<Ids> {
  const kari = await all.world.person('kari');
  const value = <T>(outcome: Outcome<T>): T => (outcome.ok ? outcome.value : (() => { throw new Error(outcome.code); })());
  const { userId: disabled } = value(await house.door.enter(invite, kari, { name: 'Tora Nes', unit: 'Mottaket', municipalityId: null, subject: 'tora' }));
  const { grantId: endedGrant } = value(await house.door.enter(proposeRole, kari, { userId: disabled, role: 'PERSONVERNOMBUD' }));
  value(await house.door.enter(endRole, kari, { grantId: endedGrant }));
  value(await house.door.enter(disable, kari, { userId: disabled }));
  const file = await inWork(all, 'kari', await all.opened('kari', OWNED));
  const grant = await ask('select grant_id as id from app.role_grant where user_id = $1', [kari.userId]);
  return { report: await all.report(), case: file, person: await all.id('even'), disabled, reserve: await all.id('reidun'), grant, endedGrant };
}

export async function lived(): Promise<Lived> {
  const all = await lives();
  const { world } = all;
  const house = await openHouse({ databaseUrl: world.url('house'), keysDir: world.keysDir, clock: () => world.clock.now, issuer: ISSUER, connections: 3 });
  const superuser = new pg.Client({ connectionString: world.url('superuser') });
  await superuser.connect();
  const ask = async (text: string, values: unknown[]) => (await superuser.query<{ id: string }>(text, values)).rows[0]?.id ?? '';
  const actors = new Map<string, Actor>();
  for (const { subject } of [...STAFF, ...SMALL_STAFF]) actors.set(subject, await world.person(subject));
  for (const task of TASKS) actors.set(task, { kind: 'system', regionId: NORDFJELLA, task });
  let seen = '0';
  const audited = async (): Promise<string | undefined> => {
    const { rows } = await superuser.query<{ xid: string; outcome: string }>('select xid::text, outcome from kernel.audit_event where xid > $1::text::xid8 order by xid', [seen]);
    if (rows.length > 1) throw new Error('one use case wrote two audit rows');
    seen = rows[0]?.xid ?? seen;
    return rows[0]?.outcome;
  };
  const enter = async (useCase: AnyUseCase, who: string, input: unknown): Promise<Entered> => {
    const actor = actors.get(who);
    if (actor === undefined) throw new Error(`${who} does not live here`);
    const by = WORKERS.includes(useCase.name) ? await world.worker() : house;
    const outcome = await by.door.enter(useCase, actor, input);
    return { outcome, audit: await audited() };
  };
  const ids = { here: await here(all, house, ask), elsewhere: await elsewhere(all, house, ask) };
  const site = (await superuser.query<{ draft_site: unknown }>('select draft_site from app.region_profile where region_id = $1', [NORDFJELLA])).rows[0]?.draft_site;
  const upToNow = async () => { seen = (await superuser.query<{ xid: string }>('select max(xid)::text as xid from kernel.audit_event')).rows[0]?.xid ?? '0'; };
  await upToNow();
  return {
    all, ids, site, superuser,
    enter: async (useCase, who, input) => { await upToNow(); return enter(useCase, who, input); },
    close: async () => { await superuser.end(); await house.close(); await all.close(); },
  };
}

/** Ids of things that do not exist anywhere. */
export function nothing(): Ids {
  const id = randomUUID;
  return { report: id(), case: id(), person: id(), disabled: id(), reserve: id(), grant: id(), endedGrant: id() };
}

type Input = Readonly<Record<string, unknown>>;

/** A form that the schema takes, and that changes nothing of importance where somebody may send it: the rule says no, or it is so already. */
const INPUTS: Readonly<Record<string, (ids: Ids, site: unknown) => Input>> = {
  'reports.inbox': () => ({}),
  'reports.open': ({ report }) => ({ reportId: report }),
  'reports.raise_urgent': ({ report }) => ({ reportId: report, danger: '', called: '', calledBy: '', calledWhen: '' }),
  'reports.hand_over': ({ report }) => ({ reportId: report, note: '' }),
  'reports.arrive': () => ({ envelopeId: randomUUID() }),
  'cases.open_case': ({ report }) => ({ reportIds: [report] }),
  'cases.list': () => ({}),
  'cases.my_day': () => ({}),
  'cases.confirm_classification': (ids) => ({ caseId: ids.case, proposal: '1' }),
  'cases.confirm_not_a_case': (ids) => ({ caseId: ids.case, proposal: '1' }),
  'cases.close_case': (ids) => ({ caseId: ids.case, proposal: '1' }),
  'cases.update_measure': (ids) => ({ caseId: ids.case, measureId: randomUUID() }),
  'statistics.figures': () => ({}),
  'statistics.internal': () => ({}),
  'staff.register': () => ({}),
  'staff.invite': () => ({ name: 'Tiril Vik', unit: '', municipalityId: randomUUID(), subject: 'tiril' }),
  'staff.invite_first': () => ({ name: 'Tiril Vik', unit: '', municipalityId: null, roles: ['SYSTEMADMIN'], identityLookup: Buffer.from(randomUUID()) }),
  'staff.disable': ({ disabled }) => ({ userId: disabled }),
  'staff.reopen': ({ person }) => ({ userId: person }),
  'staff.propose_role': ({ person }) => ({ userId: person, role: 'KONGE' }),
  'staff.confirm_role': ({ grant }) => ({ grantId: grant }),
  'staff.end_role': ({ endedGrant }) => ({ grantId: endedGrant }),
  'staff.choose_reserve': ({ reserve }) => ({ userId: reserve }),
  'regions.set_up': ({ reserve }, site) => ({ site, reserveUserId: reserve }),
  'regions.site_draft': () => ({}),
  'regions.save_site': () => ({ typed: {}, changedAt: '' }),
  'regions.publish_site': () => ({}),
  'regions.renew_keys': () => ({}),
  'regions.members': () => ({}),
  'regions.add_municipality': () => ({ number: '9901', name: 'Fjordby', from: '2026-03-01', organisation: 'Fjordby kommune', agreement: 'Avtale', controller: 'Fjordby kommune', legalBasis: 'Avtale' }),
  'regions.merge_municipality': () => ({ ends: randomUUID(), into: randomUUID(), from: '2026-03-01' }),
};

/** Throws where nobody has said what a form of this use case looks like. */
export function inputFor(name: string, ids: Ids, site: unknown): Input {
  const make = INPUTS[name] ?? (name.startsWith('cases.') ? (own: Ids): Input => ({ caseId: own.case }) : undefined);
  if (make === undefined) throw new Error(`the use case ${name} has no form in test/access/lived.ts: say there what may be sent to it without changing anything`);
  return make(ids, site);
}
