import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Actor, Person } from '../../src/kernel/actor.ts';
import { addReview } from '../../src/cases/commands/reviewed.ts';
import { asId, type FileId, type RegionId } from '../../src/kernel/ids.ts';
import { DAY_MS, osloDay } from '../../src/kernel/time.ts';
import { beginPublication } from '../../src/documents/commands/begin.ts';
import { askForFile } from '../../src/documents/commands/files.ts';
import { saveBreach } from '../../src/privacy/commands/breaches.ts';
import { NO_PACKAGE } from '../../src/privacy/disposal.ts';
import { writeProtocol } from '../../src/privacy/commands/protocol.ts';
import { registerRequest } from '../../src/privacy/commands/requests.ts';
import { endDecision, proposeDecision } from '../../src/returns/commands/decisions.ts';
import { prepareReturn, withdrawReturn } from '../../src/returns/commands/returns.ts';
import type { Outcome } from '../../src/kernel/outcome.ts';
import { openHouse, type House } from '../../src/open-house.ts';
import { invite, disable } from '../../src/staff/commands/invite.ts';
import { endRole, proposeRole } from '../../src/staff/commands/roles.ts';
import { lives, type Lives } from '../database/cases-support.ts';
import { atWork } from '../support/at-work.ts';
import { ISSUER, SMALL_STAFF, STAFF } from '../support/people.ts';
import { DAUGHTER, openAll, sender } from '../support/submissions.ts';
import { NORDFJELLA, SMALL_HOST, SORVIKA } from '../support/world.ts';
import { answerForArchive } from '../../src/cases/commands/whole.ts';
import { startMeeting } from '../../src/cases/commands/meeting.ts';
import { openCaseFromReports } from '../../src/cases/commands/open.ts';
import { registerConsultation } from '../../src/consultations/commands/advise.ts';
import { noteEnquiry } from '../../src/reports/commands/enquiries.ts';
import { declareConnection } from '../../src/reports/commands/connection.ts';
import { sendOn } from '../../src/reports/commands/send-on.ts';
import { saveDraft } from '../../src/reports/commands/drafts.ts';
import { keepText } from '../../src/staff/commands/kept.ts';
import { makePad } from '../../src/reports/commands/paper.ts';
import { ONE_SHEET, talk, type Ids } from './inputs.ts';
import type { AnyUseCase } from './use-cases.ts';

export type Entered = { readonly outcome: Outcome<unknown>; /** what the audit says of it; undefined where the form was no form */ readonly audit: string | undefined; /** the files in that row */ readonly files: readonly string[] };

/** The test world with both regions at work, entered through the door as the processes do. */
export type Lived = {
  readonly all: Lives;
  readonly ids: { readonly here: Ids; readonly elsewhere: Ids };
  /** the draft of the site, as `regions.set_up` takes it */
  readonly site: unknown;
  /** @param who by name, or somebody as they stand now */
  readonly enter: (useCase: AnyUseCase, who: string | Actor, input: unknown) => Promise<Entered>;
  /** the first report that a case holds */
  readonly reportOf: (file: string) => Promise<string>;
  readonly superuser: pg.Client;
  /** the door that `enter` goes through */
  readonly house: House;
  readonly close: () => Promise<void>;
};

const TASKS = ['set_up', 'open_envelope', 'tell_case', 'reconcile', 'compare_colleague', 'clean_file', 'tell_notices', 'send_notice', 'carry_report', 'read_traces', 'draw_log_review', 'sweep_whole', 'sweep_requests', 'shut_out_dormant', 'dispose', 'make_documents'];
/** Keys of test/access/situations.ts who live in the test world: people, and one task for all of them, which each rule tells from people before anything else. */
export const PEOPLE_AND_ONE_TASK = [...STAFF.map(({ subject }) => subject), 'anders', 'reconcile'];
/** The same with every task. */
export const LIVING = [...STAFF.map(({ subject }) => subject), 'anders', ...TASKS];
/** Done with the worker's login; everything else with the house's. */
const WORKERS = ['documents.make_file', 'documents.sweep_files', 'reports.arrive', 'cases.take_in_answer', 'cases.tell_additions', 'cases.draw_log_review', 'privacy.carry_out_disposal', 'privacy.dispose_again', 'reports.compare_colleague', 'cases.compare_colleague', 'regions.renew_keys', 'upkeep.project_again', 'cases.renew_clocks', 'cases.sweep_whole', 'privacy.sweep_requests', 'staff.shut_out_dormant', 'reports.file_to_check', 'reports.file_checked', 'reports.file_waits', 'notices.tell', 'notices.begin', 'notices.end', 'reports.pack_transfer', 'reports.land_transfer', 'reports.note_transfer', 'reports.answer_to_case', 'reports.note_answer', 'cases.settle_crossing', 'cases.case_paper', 'reports.pack_file', 'reports.place_for_file', 'reports.land_file', 'reports.note_file'];

/** A case in work: opened by this person, Even let in, Signe leads it; those two, the coordinator and the archivist have answered the question. */
export async function inWork(all: Lives, coordinator: string, file: FileId): Promise<FileId> {
  const until = '2026-12-31';
  await all.does(coordinator, 'grantAccess', file, { accessTo: await all.id('even'), accessReason: 'VURDERER', until });
  await all.does('even', 'declareImpartiality', file, { connection: 'INGEN' });
  await all.does(coordinator, 'proposeClassification', file, { caseType: 'MA', wish: 'Vil bo hjemme.', consent: 'DELVIS', grounds: 'Pengene forsvinner.', lead: await all.id('signe') });
  await all.does('even', 'confirmClassification', file, { proposal: await all.proposal('even', file) });
  await all.does('signe', 'declareImpartiality', file, { connection: 'INGEN' });
  const archive = await all.world.house.door.enter(answerForArchive, await all.world.person('arne'), { caseId: file, connection: 'INGEN' });
  if (!archive.ok) throw new Error(archive.code);
  return file;
}

export const OWNED = { ...DAUGHTER, kommune: '9901' };

type Ask = (text: string, values: unknown[]) => Promise<string>;

const REPORT_OF = 'select report_id as id from app.case_report where file_id = $1';

/** A file that came with a report, as its row tells it; the journal knows nothing of it. */
async function withFile(ask: Ask, region: string, report: string): Promise<string> {
  return ask(`insert into app.report_file (region_id, object_id, report_id, part, copy, stored_at) values ($1, gen_random_uuid(), $2, 0, 'original', '2026-03-02T08:00:00Z') returning object_id as id`, [region, report]);
}

/** A file that follows it to another report, as its row tells it; the journal knows nothing of it. */
async function along(ask: Ask, region: string, report: string): Promise<string> {
  return ask(`insert into app.report_file_along (region_id, slot, file_id, asked_at) values ($1, gen_random_uuid(), $2, '2026-03-02T08:00:00Z') returning slot as id`, [region, report]);
}

/** A part that a restored database lost, and that was settled long ago: to settle it again changes nothing. */
/** Nobody has handed it over since yesterday. */
async function leftBy(ask: Ask, draft: string): Promise<string> {
  return ask(`update app.report_draft set started_at = started_at - interval '1 day' where draft_id = $1 returning draft_id as id`, [draft]);
}

async function lostIn(ask: Ask, region: string, by: string): Promise<string> {
  return ask(`insert into app.ledger_lost (region_id, lost_id, report_id, part, channel, kind, fingerprint, received_at, found_at, settled_at, settled_by, sealed)
    values ($1, gen_random_uuid(), gen_random_uuid(), 0, 'TELEFON', 'report', '\\x00', '2025-01-01T08:00:00Z', '2025-01-02T08:00:00Z', '2025-01-02T09:00:00Z', $2, '\\x00') returning lost_id as id`, [region, by]);
}

/** What the worker drew from the log: somebody opened this case. */
async function reviewOf(all: Lives, ask: Ask, region: RegionId, caseId: FileId): Promise<string> {
  const municipality = asId<'municipality'>(await ask('select owner_municipality_id as id from app.case_file where file_id = $1', [caseId]));
  const at = all.world.clock.now;
  const line = { actor: await all.id('kari'), fileId: caseId, municipality, day: osloDay(at), first: at, last: at, times: 1, hours: [9], did: [], lot: '', signs: [] };
  await (await all.world.worker()).door.unaudited(region, 'test', (ctx) => addReview(ctx, '2026-02', line));
  return ask('select review_id as id from app.log_review where region_id = $1', [region]);
}

async function elsewhere(all: Lives, house: House, ask: Ask): Promise<Ids> {
  const from = await sender(all.world, SMALL_HOST, SORVIKA);
  const anders = await all.world.person('anders');
  const two = [await from.send({ ...DAUGHTER, kommune: '9911' }), await from.send({ ...DAUGHTER, kommune: '9911', sett: 'Hun er redd.' }), await from.send({ ...DAUGHTER, kommune: '9901' })].map(({ draft }) => draft);
  await openAll(all.world, SORVIKA);
  await from.close();
  const opened = await house.door.enter(openCaseFromReports, anders, { reportIds: [two[0]], connection: 'INGEN' });
  if (!opened.ok) throw new Error(`Sørvika: ${opened.code}`);
  const { userId } = await all.world.person('berit');
  const grant = await ask('select grant_id as id from app.role_grant where user_id = $1', [anders.userId]);
  const pad = await house.door.enter(makePad, anders, ONE_SHEET);
  const consultation = await house.door.enter(registerConsultation, anders, talk('10'));
  return { ...await privacyIds(house, ask, { region: SORVIKA, by: anders, file: opened.value.fileId }), transfer: await sentOn(house, anders, two[2] ?? '', NORDFJELLA), consultation: consultation.ok ? consultation.value.fileId : '', report: two[1] ?? '', object: await withFile(ask, SORVIKA, two[1] ?? ''), slot: await along(ask, SORVIKA, two[1] ?? ''), case: opened.value.fileId, caseReport: two[0] ?? '', person: userId, disabled: userId, reserve: userId, grant, endedGrant: grant, pad: pad.ok ? pad.value.padId : '', draft: await draftOf(house, anders), leftDraft: await leftBy(ask, await draftOf(house, anders)), enquiry: await enquiryOf(house, anders), lost: await lostIn(ask, SORVIKA, anders.userId), review: await reviewOf(all, ask, SORVIKA, opened.value.fileId), kept: await keptOf(house, anders), thrown: await keptOf(house, anders), meeting: await meetingOf(house, anders), ...await publicationIds(house, anders), ...await returnIds(house, anders) };
}

async function here(all: Lives, house: House, ask: Ask): Promise<Ids> {
  const kari = await all.world.person('kari');
  const value = <T>(outcome: Outcome<T>): T => (outcome.ok ? outcome.value : (() => { throw new Error(outcome.code); })());
  const { userId: disabled } = value(await house.door.enter(invite, kari, { name: 'Tora Nes', unit: 'Mottaket', municipalityId: null, subject: 'tora' }));
  const { grantId: endedGrant } = value(await house.door.enter(proposeRole, kari, { userId: disabled, role: 'PERSONVERNOMBUD' }));
  value(await house.door.enter(endRole, kari, { grantId: endedGrant }));
  value(await house.door.enter(disable, kari, { userId: disabled }));
  const file = await inWork(all, 'kari', await all.opened('kari', OWNED));
  const grant = await ask('select grant_id as id from app.role_grant where user_id = $1', [kari.userId]);
  const { padId: pad } = value(await house.door.enter(makePad, kari, ONE_SHEET));
  const { fileId: consultation } = value(await house.door.enter(registerConsultation, kari, talk('10')));
  const report = await all.report();
  return { ...await privacyIds(house, ask, { region: NORDFJELLA, by: kari, file }), transfer: await sentOn(house, kari, await all.report({ ...DAUGHTER, kommune: '9911' }), SORVIKA), consultation, report, object: await withFile(ask, NORDFJELLA, report), slot: await along(ask, NORDFJELLA, report), case: file, caseReport: await ask(REPORT_OF, [file]), person: await all.id('even'), disabled, reserve: await all.id('reidun'), grant, endedGrant, pad, draft: await draftOf(house, await all.world.person('jorunn')), leftDraft: await leftBy(ask, await draftOf(house, await all.world.person('jorunn'))), enquiry: await enquiryOf(house, await all.world.person('jorunn')), lost: await lostIn(ask, NORDFJELLA, kari.userId), review: await reviewOf(all, ask, NORDFJELLA, file), kept: await keptOf(house, await all.world.person('jorunn')), thrown: await keptOf(house, await all.world.person('jorunn')), meeting: await meetingOf(house, kari), ...await publicationIds(house, kari), ...await returnIds(house, kari) };
}

async function meetingOf(house: House, holder: Person): Promise<string> {
  const meetingId = randomUUID();
  const begun = await house.door.enter(startMeeting, holder, { meetingId, present: [holder.userId], guests: '', deputy: '', deputyFor: '' });
  if (!begun.ok) throw new Error(begun.code);
  return meetingId;
}

/** A report that is being written, and a file of it that its writer has asked for. */
async function publicationIds(house: House, by: Person): Promise<Pick<Ids, 'publication' | 'output'>> {
  const [publication, output] = [randomUUID(), randomUUID()];
  const begun = await house.door.enter(beginPublication, by, { newId: publication, kind: 'R11', lang: 'nb', from: '2025-01', to: '2025-12', cutOff: '2026-02-01' });
  const asked = await house.door.enter(askForFile, by, { publicationId: publication, newId: output, edition: 'YTRE', format: 'docx' });
  if (!begun.ok || !asked.ok) throw new Error('no report to ask about');
  return { publication, output };
}

/** A request that nobody has looked into, a proposal that was taken back, and a breach. */
async function privacyIds(house: House, ask: Ask, { region, by, file }: { region: RegionId; by: Person; file: FileId }): Promise<Pick<Ids, 'request' | 'disposal' | 'breach'>> {
  const [request, disposal, breach] = [randomUUID(), randomUUID(), randomUUID()];
  const asked = await house.door.enter(registerRequest, by, { requestId: request, requester: 'ANNEN', name: 'En nabo', about: 'Noen', asks: '', reach: '', receivedOn: '2026-02-20', identity: 'IKKE_SJEKKET', identityHow: '' });
  const saved = await house.door.enter(saveBreach, by, {
    breachId: breach, version: '0', concerns: ['REGION'], what: 'Feil mottaker.', discoveredAt: '2026-03-01T08:00', affected: '1', kinds: '', consequences: '', measures: 'Hentet.', authority: 'IKKE_AVGJORT', authorityAt: '', authorityWhy: '', told: 'IKKE_AVGJORT', toldWhy: '',
  });
  if (!asked.ok || !saved.ok) throw new Error('nothing to ask about');
  const owner = asId<'municipality'>(await ask('select owner_municipality_id as id from app.case_file where file_id = $1', [file]));
  const closedOn = osloDay(by.signedInAt);
  await house.door.unaudited(region, 'test', (ctx) => writeProtocol(ctx, {
    disposal_id: disposal, operation: 'KASSASJON', file_id: file, files: [file], reference: 'X', rule: 'KORT', receiver: null, owner_municipality_id: owner, closed_on: closedOn, entries: 1, head: Buffer.from([1]),
    proposed_by: by.userId, proposed_at: ctx.now, confirmed_by: null, confirmed_at: null, withdrawn_at: ctx.now, done_at: null, revision: 2, ...NO_PACKAGE,
  }));
  return { request, disposal, breach };
}

/** A return that was prepared and taken back, and a decision about rows that was ended: nothing can be done with them any more. */
async function returnIds(house: House, by: Person): Promise<Pick<Ids, 'return' | 'decision'>> {
  const [returnId, decisionId] = [randomUUID(), randomUUID()];
  const outcomes = [
    await house.door.enter(prepareReturn, by, { returnId, schema: 'R3', period: '2024', form: 'TABELLER' }), await house.door.enter(withdrawReturn, by, { returnId }),
    await house.door.enter(proposeDecision, by, { decisionId, kind: 'RETUR', receiver: 'BUFDIR', purpose: 'Retur', approval: '', endsOn: '' }), await house.door.enter(endDecision, by, { decisionId }),
  ];
  if (!outcomes.every(({ ok }) => ok)) throw new Error('no return to ask about');
  return { return: returnId, decision: decisionId };
}

async function enquiryOf(house: House, writer: Actor): Promise<string> {
  const enquiryId = randomUUID();
  const noted = await house.door.enter(noteEnquiry, writer, { enquiryId, who: 'En saksbehandler', from: '', number: '', about: '', said: 'Spurte etter noen.' });
  if (!noted.ok) throw new Error(noted.code);
  return enquiryId;
}

/** A report that was sent on to the other region and has not been carried over. */
async function sentOn(house: House, by: Actor, reportId: string, to: string): Promise<string> {
  const transferId = randomUUID();
  const typed = { to, place: '', spokeWith: '', basis: 'FVL_13B_5', scope: 'HELE', phonedWho: '', phonedWhen: '', grounds: 'Hun bor der.', text: '', files: [] };
  await house.door.enter(declareConnection, by, { reportId, connection: 'INGEN' });
  const sent = await house.door.enter(sendOn, by, { reportId, transferId, parts: 1, ...typed });
  if (!sent.ok) throw new Error(sent.code);
  return transferId;
}

async function keptOf(house: House, writer: Actor): Promise<string> {
  const kept = await house.door.enter(keepText, writer, { page: randomUUID(), path: '/mottak', action: '/mottak', pairs: [['note', 'Ikke sendt.']] });
  return kept.ok ? kept.value.keptId ?? '' : '';
}

/** Of somebody who is at work as long as these tests look. */
async function draftOf(house: House, writer: Person): Promise<string> {
  await atWork(house.door, writer, writer.signedInAt, { idleMs: 20 * DAY_MS, absoluteMs: 20 * DAY_MS });
  const draftId = randomUUID();
  const kept = await house.door.enter(saveDraft, writer, { draftId, entries: [['kanal', 'TELEFON'], ['hvor', 'Storgata 1']] });
  if (!kept.ok) throw new Error(kept.code);
  return draftId;
}

export async function lived(): Promise<Lived> {
  const all = await lives();
  const { world } = all;
  const house = await openHouse({ databaseUrl: world.url('house'), keysDir: world.keysDir, clock: () => world.clock.now, issuer: ISSUER, connections: 3 });
  const superuser = new pg.Client({ connectionString: world.url('superuser') });
  await superuser.connect();
  await superuser.query('create index on kernel.audit_event (xid)'); // read after each use case here, and by its own key in the product
  const ask = async (text: string, values: unknown[]) => (await superuser.query<{ id: string }>(text, values)).rows[0]?.id ?? '';
  const actors = new Map<string, Actor>();
  for (const { subject } of [...STAFF, ...SMALL_STAFF]) actors.set(subject, await world.person(subject));
  for (const task of TASKS) actors.set(task, { kind: 'system', regionId: NORDFJELLA, task });
  let seen = '0';
  const audited = async (): Promise<Pick<Entered, 'audit' | 'files'>> => {
    const { rows } = await superuser.query<{ xid: string; outcome: string; files: string[] }>('select e.xid::text, e.outcome, e.files::text[] as files from kernel.audit_event e where e.xid > $1::text::xid8 order by e.xid', [seen]);
    if (rows.length > 1) throw new Error('one use case wrote two audit rows');
    seen = rows[0]?.xid ?? seen;
    return { audit: rows[0]?.outcome, files: rows[0]?.files ?? [] };
  };
  const enter = async (useCase: AnyUseCase, who: string | Actor, input: unknown): Promise<Entered> => {
    const actor = typeof who === 'string' ? actors.get(who) : who;
    if (actor === undefined) throw new Error(`${String(who)} does not live here`);
    const by = WORKERS.includes(useCase.name) ? await world.worker() : house;
    // everybody has just proved who they are: here it is asked who may, not how lately they signed in
    const outcome = await by.door.enter(useCase, actor.kind === 'person' ? { ...actor, signedInAt: world.clock.now } : actor, input);
    return { outcome, ...await audited() };
  };
  const ids = { here: await here(all, house, ask), elsewhere: await elsewhere(all, house, ask) };
  const site = (await superuser.query<{ draft_site: unknown }>('select draft_site from app.region_profile where region_id = $1', [NORDFJELLA])).rows[0]?.draft_site;
  const upToNow = async () => { seen = (await superuser.query<{ xid: string }>('select max(xid)::text as xid from kernel.audit_event')).rows[0]?.xid ?? '0'; };
  await upToNow();
  return {
    all, ids, site, superuser, house, reportOf: (file) => ask(REPORT_OF, [file]),
    enter: async (useCase, who, input) => { await upToNow(); return enter(useCase, who, input); },
    close: async () => { await superuser.end(); await house.close(); await all.close(); },
  };
}

/** Ids of things that do not exist anywhere. */
export function nothing(): Ids {
  const id = randomUUID;
  return { report: id(), case: id(), caseReport: id(), object: id(), person: id(), disabled: id(), reserve: id(), grant: id(), endedGrant: id(), pad: id(), consultation: id(), draft: id(), leftDraft: id(), transfer: id(), slot: id(), enquiry: id(), lost: id(), review: id(), kept: id(), thrown: id(), meeting: id(), request: id(), disposal: id(), breach: id(), publication: id(), output: id(), return: id(), decision: id() };
}
