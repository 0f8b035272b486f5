import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { expect } from 'vitest';
import { DEMO_REGION } from '../../db/demo/region.ts';
import type { Person } from '../../src/kernel/actor.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import { systemClock } from '../../src/kernel/time.ts';
import type { Door, UseCase } from '../../src/kernel/door.ts';
import { takeEmergency, findForEmergency, reviewEmergency } from '../../src/cases/commands/emergency.ts';
import { saveTemplate } from '../../src/cases/commands/letter-templates.ts';
import { endMeeting, minuteMeeting, nameInMeeting, startMeeting } from '../../src/cases/commands/meeting.ts';
import { mergeCases } from '../../src/cases/commands/merge.ts';
import { makeWholeFile } from '../../src/cases/commands/whole.ts';
import { drawReviews, openCaseFromReports, STEPS, sweepWholeFiles } from '../../src/cases/public.ts';
import { documentFile } from '../../src/cases/queries/documents.ts';
import { openCase } from '../../src/cases/queries/open.ts';
import { search } from '../../src/cases/queries/search.ts';
import { saveBreach } from '../../src/privacy/commands/breaches.ts';
import { answerRequest, decidePassages } from '../../src/privacy/commands/answers.ts';
import { linkFile } from '../../src/privacy/commands/link.ts';
import { adviseRequest, registerRequest } from '../../src/privacy/commands/requests.ts';
import { holdCase } from '../../src/privacy/commands/holds.ts';
import { openRequestPage } from '../../src/privacy/queries/requests.ts';
import { beginPublication } from '../../src/documents/commands/begin.ts';
import { askForFile } from '../../src/documents/commands/files.ts';
import { commentPart, writePart } from '../../src/documents/commands/write.ts';
import { sweepDocuments } from '../../src/documents/public.ts';
import { proposeDecision } from '../../src/returns/commands/decisions.ts';
import { type House } from '../../src/open-house.ts';
import { declareConnection } from '../../src/reports/commands/connection.ts';
import { askReporter, closeWindow } from '../../src/reports/commands/dialogue.ts';
import { inbox, type Inbox } from '../../src/reports/queries.ts';
import { registerConsultation } from '../../src/consultations/commands/advise.ts';
import { API, ASSERTION_TYPE } from '../../src/reports/api/documents.ts';
import { saveDraft } from '../../src/reports/commands/drafts.ts';
import { makePad } from '../../src/reports/commands/paper.ts';
import { noteEnquiry } from '../../src/reports/commands/enquiries.ts';
import { registerReport } from '../../src/reports/commands/register.ts';
import { splitReport } from '../../src/reports/commands/split.ts';
import { splitForm } from '../../src/reports/queries/settle.ts';
import { invite } from '../../src/staff/commands/invite.ts';
import { listColleagues, shutOutTheDormant } from '../../src/staff/public.ts';
import { refusedBy, wordsOf } from '../support/made-to-fail.ts';
import { CASE, EXPERT, FURTHER, OPEN, PAD, RIGHTS, SHARE, STAFF_WORDS, SYSTEM, TALK, TYPED, UNFINISHED, WINDOW, WORK } from '../support/canary-words.ts';
import { type Product } from '../support/product.ts';
import { addUntilTaken, fetchForm, insist, sendOnce, sendUntilReceived } from '../support/reporter.ts';
import { recordSystem } from '../support/record-system.ts';
import { jpeg, pdf } from '../support/sample-files.ts';

type InboxRow = Inbox['waiting'][number];

let product: Product;
let house: House;

/** Where all of this is done from here on. */
export function liveIn(there: { readonly product: Product; readonly house: House }): void {
  ({ product, house } = there);
}

export function here(): { readonly product: Product; readonly house: House } {
  return { product, house };
}

export async function coordinator(): Promise<Person> {
  const staff = await house.door.unaudited(DEMO_REGION, 'test', listColleagues);
  const found = staff.find((member) => member.roles.includes('KOORDINATOR'));
  if (found === undefined) throw new Error('no coordinator');
  return { kind: 'person', regionId: DEMO_REGION, userId: found.userId, roles: found.roles, municipalityId: undefined, signedInAt: systemClock() };
}

export async function rowsOf(text: string): Promise<number> {
  return (await asked(text)).rowCount ?? 0;
}

/** What stands in the column `value` of the rows that a statement answers. */
export async function valuesOf(text: string): Promise<string[]> {
  return (await asked(text)).rows.map(({ value }) => value ?? '');
}

async function asked(text: string): Promise<pg.QueryResult<{ value?: string }>> {
  const client = new pg.Client({ connectionString: product.url('superuser') });
  await client.connect();
  return client.query<{ value?: string }>(text).finally(() => client.end());
}

export async function sql(text: string): Promise<void> {
  await rowsOf(text);
}

export async function attachments(): Promise<[name: string, bytes: Buffer][]> {
  return [
    [`${WINDOW.navn}.txt`, Buffer.from(`${WINDOW.tekst}\n`.repeat(3000))],
    [`${WINDOW.navn}.jpg`, Buffer.concat([jpeg(), Buffer.from(WINDOW.bilde)])],
    [`${WINDOW.navn}.pdf`, Buffer.concat([await pdf(), Buffer.from(`\n% ${WINDOW.bilde}\n`)])],
  ];
}

/** Both kinds of words to the reporter, and the window is closed. */
export async function write(me: Person, reportId: FileId): Promise<void> {
  const asked = { reportId, what: 'SPORSMAL', text: STAFF_WORDS.question, consent: '', decision: '' };
  expect(await house.door.enter(askReporter, me, { ...asked, messageId: randomUUID() })).toMatchObject({ ok: true });
  const told = { reportId, what: 'TILBAKEMELDING', text: STAFF_WORDS.told, consent: 'GITT_MUNTLIG', decision: STAFF_WORDS.decision };
  expect(await house.door.enter(askReporter, me, { ...told, messageId: randomUUID() })).toMatchObject({ ok: true });
  expect(await house.door.enter(closeWindow, me, { reportId })).toMatchObject({ ok: true });
}

/** Each refused or kept without a word of it anywhere. */
export async function askElsewhere(me: Person): Promise<void> {
  const system = await recordSystem(product.publicUrl, house, me);
  await system.sendUntilReceipted(randomUUID(), SYSTEM.told);
  const bad = await system.post(randomUUID(), JSON.stringify({ skjemaversjon: '1', [SYSTEM.field]: SYSTEM.refused, bekymring: { typer: [SYSTEM.refused], beskrivelse: SYSTEM.refused } }));
  expect([bad.status, (await bad.text()).includes(SYSTEM.refused)]).toEqual([422, false]);
  expect((await system.post(encodeURIComponent(SYSTEM.key), `{"navn": "${SYSTEM.refused}`)).status).toBe(400);
  expect((await fetch(`${product.publicUrl}${API.token}`, { method: 'POST', body: new URLSearchParams({ grant_type: 'client_credentials', client_assertion_type: ASSERTION_TYPE, client_assertion: SYSTEM.secret }) })).status).toBe(401);
  expect((await fetch(`${product.publicUrl}/dele`, { method: 'POST', body: new URLSearchParams({ hvor: 'hjemme', fare: SHARE, [SHARE]: SHARE }) })).status).toBe(422);
}

/** The night desk, a talk about advice, and a pad of paper forms. */
export async function typeElsewhere(me: Person): Promise<void> {
  expect(await house.door.enter(saveDraft, me, { draftId: randomUUID(), entries: Object.entries(UNFINISHED) })).toMatchObject({ ok: true });
  expect(await house.door.enter(registerReport, me, { draftId: randomUUID(), lang: 'nb', entries: Object.entries(TYPED) })).toMatchObject({ ok: true });
  expect((await house.door.enter(registerReport, me, { draftId: randomUUID(), lang: 'nb', entries: Object.entries({ ...TYPED, ark: TYPED.navn, kanal: 'BREV' }) })).ok).toBe(false);
  const talk = { direction: 'TIL_OSS', on: '2026-03-01', service: 'POLITI', municipality: '', violence: [], ageBand: '', minutes: '10', topics: [], outcome: 'RAD', ...TALK };
  expect(await house.door.enter(registerConsultation, me, { consultationId: randomUUID(), ...talk, notNames: Object.values(TALK) })).toMatchObject({ ok: true });
  expect(await house.door.enter(makePad, me, { sheets: '2', lang: 'nb', where: PAD })).toMatchObject({ ok: true });
}

export async function does<I, F, R>(useCase: UseCase<I, F, R>, who: Person, input: unknown): Promise<R> {
  const outcome = await house.door.enter(useCase, { ...who, signedInAt: systemClock() }, input);
  if (!outcome.ok) throw new Error(`${useCase.name}: ${outcome.code} ${JSON.stringify(outcome.fields ?? {})}`);
  return outcome.value;
}

export async function withRole(role: string, not: Person): Promise<Person> {
  const found = (await house.door.unaudited(DEMO_REGION, 'test', listColleagues)).find((member) => member.roles.includes(role) && member.userId !== not.userId && !member.disabled);
  if (found === undefined) throw new Error(`nobody is ${role}`);
  return { ...not, userId: found.userId, roles: found.roles, municipalityId: undefined };
}

/** Two cases made of what came in, with a letter, a meeting, and one that becomes part of the other. */
export async function workOnCases(me: Person, reports: readonly FileId[]): Promise<void> {
  const cases: FileId[] = [];
  for (const reportId of reports) cases.push((await does(openCaseFromReports, me, { reportIds: [reportId], connection: 'INGEN' })).fileId);
  const [caseId, other] = cases;
  if (caseId === undefined || other === undefined) throw new Error('two reports, two cases');
  const step = (key: keyof typeof STEPS, answers: object) => does(STEPS[key] as (typeof STEPS)['handOver'], me, { caseId, ...answers }); // every step takes a case and answers
  await askOutside(me, caseId);
  const document = randomUUID();
  await step('draftDocument', { newId: document, letter: 'INNKALLING', delivery: 'MOTE', docTo: CASE.docTo });
  await step('editDocument', { document, docText: `${CASE.docText}\n\n${CASE.docText}` });
  await step('finaliseDocument', { document, delivery: 'MOTE' });
  await step('recordSending', { document, sentHow: 'MOTE', sentTo: CASE.sentTo });
  expect((await does(documentFile, me, { caseId, documentId: document, version: '1' })).name).toBe('dokument-1.pdf');
  await does(saveTemplate, me, { letter: 'REFERAT', lang: 'nn', version: '0', text: CASE.template });
  await step('writeWarning', { warningText: CASE.warning, warningReview: '2099-01-01', newId: randomUUID() });
  await writeFurther(me, caseId, step);
  await step('askForMeeting', { meetingAbout: CASE.about });
  const meetingId = randomUUID();
  await does(startMeeting, me, { meetingId, present: [me.userId], guests: CASE.guests, deputy: '', deputyFor: '' });
  await does(minuteMeeting, me, { meetingId, caseId, newId: randomUUID(), minutes: CASE.minutes });
  await does(nameInMeeting, me, { meetingId, caseId, basis: 'FVL_13B_5', grounds: CASE.naming });
  await does(endMeeting, me, { meetingId, learning: CASE.learning, notNames: [CASE.learning] });
  const team = await withRole('TEAMMEDLEM', me);
  const emergencyId = randomUUID();
  expect(await house.door.enter(findForEmergency, team, { reference: CASE.reference })).toMatchObject({ ok: true, value: { caseId: undefined } });
  await does(takeEmergency, await withRole('MOTTAK', me), { caseId, emergencyId, connection: 'INGEN', emergencyReason: CASE.emergency });
  await does(reviewEmergency, me, { caseId, emergencyId, emergencyResult: 'GOD_GRUNN', reviewWord: CASE.reviewed });
  await does(search, me, { term: CASE.term });
  await step('seeReporter', { seeReason: 'RING', grounds: CASE.seen });
  await does(mergeCases, me, { caseId: other, otherId: caseId, goesOn: caseId, keep: [], grounds: CASE.merging });
  await does(makeWholeFile, me, { caseId, newId: randomUUID(), lang: 'nb' });
  await step('protectAddress', { addressLevel: 'STRENGT', addressSource: 'POLITI', addressSince: '2026-01-01', keeper: me.userId });
  await step('proposeLowering', { addressLevel: 'UGRADERT', addressSource: 'POLITI', grounds: CASE.lowering });
  await askToSee(me, (await does(openCase, me, { caseId })).reference);
}

/** What else is typed in a case and about it, at the desk, in a report about the work, and where rows are let out. */
export async function writeFurther(me: Person, caseId: FileId, step: (key: keyof typeof STEPS, answers: object) => Promise<unknown>): Promise<void> {
  const { note, corrected, related, consent, informed, organ, shared, grounds, assessor, capacity, signs, places, whom, living, codeWord, agreed, cardAlias } = FURTHER;
  const noteId = randomUUID();
  await step('writeNote', { text: note, newId: noteId });
  await step('correctNote', { corrects: noteId, text: corrected, newId: randomUUID() });
  const opened = await does(openCase, me, { caseId });
  await step('addPerson', { relatedName: related, parts: ['PARORENDE'], newId: randomUUID() });
  await step('assessCapacity', { capacityQuestion: 'ANNET', capacityAbout: capacity, assessor, capacityResult: 'HAR', assessedOn: '2026-03-01', assessmentGrounds: capacity });
  await step('recordConsent', { consentStatus: 'DELVIS', covers: consent, consentTo: organ, consentPurpose: consent, informed, newId: randomUUID() });
  await step('discloseOut', { organ, basis: 'FVL_13B_7', shared, grounds, personInformed: 'NEI' });
  await step('writeSafetyPlan', { warningSigns: signs, safePlaces: places, whoToCall: whom, livingWith: living, planPlace: 'BARE_HOS_OSS', planWith: whom, planReview: '2099-01-01', planVersion: '0' });
  await step('writeNightCard', { codeWord, agreed, cardAlias });
  await does(holdCase, await withRole('LEDER', me), { reference: opened.reference, held: 'ja', ground: 'KLAGE', why: FURTHER.hold });
  await does(noteEnquiry, me, { enquiryId: randomUUID(), who: FURTHER.asker, from: '', number: '', about: FURTHER.asksAbout, said: FURTHER.said });
  const publicationId = randomUUID();
  await does(beginPublication, me, { newId: publicationId, kind: 'R10', lang: 'nb', from: '2022-01', to: '2022-01', cutOff: '2022-02-01' });
  await does(writePart, me, { publicationId, part: 'KORT', revision: '0', text: FURTHER.part, lines: [], notNames: [FURTHER.part] });
  await does(commentPart, me, { publicationId, commentId: randomUUID(), part: 'KORT', comment: FURTHER.comment });
  await does(proposeDecision, me, { decisionId: randomUUID(), kind: 'RETUR', receiver: 'BUFDIR', purpose: FURTHER.purpose, approval: '', endsOn: '' });
}

/** A professional outside is asked, types a wrong code and the right one, is refused once, and answers. */
async function askOutside(me: Person, caseId: FileId): Promise<void> {
  const { organ, shown, grounds, free } = EXPERT;
  const asked = await does(STEPS.askExpert, me, { caseId, newId: randomUUID(), seen: 'JA', organ, basis: 'FVL_13B_7', expertShown: shown, grounds, personInformed: 'NEI', expertFree: free });
  const url = `${product.publicUrl}/svar`;
  const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? '';
  const posted = async (fields: Record<string, string>) => (await fetch(url, { method: 'POST', body: new URLSearchParams(fields) })).text();
  const start = async () => hidden(await (await fetch(url)).text(), 'skjema');
  await posted({ skjema: await start(), kode: EXPERT.vain });
  const open = await posted({ skjema: await start(), kode: asked.code ?? '' });
  expect(open).toContain(shown);
  const page = { skjema: hidden(open, 'skjema'), innhold: hidden(open, 'innhold'), kan: 'ja', sett: 'SETT', grunnlag: 'UKJENT', rolle: EXPERT.role, arbeidssted: EXPERT.place, 'svar-FRI': EXPERT.text };
  expect(await posted({ ...page, navn: EXPERT.refused.repeat(40) })).toContain(EXPERT.text);
  expect(await posted({ ...page, navn: EXPERT.name })).toContain('Svaret er lagret');
  await insist(async () => ((await rowsOf('select 1 from app.expert_answer')) === 0 ? true : undefined), 30_000);
  expect(JSON.stringify(await does(openCase, me, { caseId }))).toContain(EXPERT.text);
}

/** Somebody asks to see, the letter goes out, and somebody finds a breach. */
async function askToSee(me: Person, reference: string): Promise<void> {
  const requestId = randomUUID();
  const { name, about, asks, reach, identityHow, advice, how, ...breach } = RIGHTS;
  await does(registerRequest, me, { requestId, requester: 'PERSONEN', name, about, asks, reach, receivedOn: '2026-03-01', identity: 'LEGITIMASJON', identityHow });
  await does(linkFile, me, { requestId, version: '1', reference });
  await does(adviseRequest, await withRole('PERSONVERNOMBUD', me), { requestId, version: '2', advice });
  const open = await does(openRequestPage, me, { requestId, lang: 'nb' });
  await does(decidePassages, me, { requestId, version: '3', file: open.files[0]?.fileId, decisions: Object.fromEntries((open.files[0]?.pieces ?? []).map(({ passage, decision }) => [passage.id, decision.give ? 'GI' : decision.ground])) });
  await does(answerRequest, me, { requestId, version: '4', letter: 'INNSYN', answeredOn: '2026-03-01', how, lang: 'nb' });
  await does(saveBreach, me, { breachId: randomUUID(), version: '0', concerns: 'REGION', ...breach, discoveredAt: '2026-03-01T08:00', affected: '1', consequences: '', authority: 'IKKE_AVGJORT', authorityAt: '', authorityWhy: '', told: 'IKKE_AVGJORT', toldWhy: '' });
}

/** What has work done for it that nobody waits for: a colleague is invited, a report is divided and a file goes with a part of it, a case is told more, a file of a report is asked for. */
export async function askForWork(me: Person, told: { readonly form: string; readonly answers: Readonly<Record<string, string>> }): Promise<void> {
  await does(invite, me, { name: WORK.colleague, unit: WORK.unit, municipalityId: null, subject: WORK.subject });
  const known = new Set((await waiting(me)).map(({ file_id: id }) => id));
  const form = await fetchForm(product.publicUrl);
  await sendUntilReceived(product.publicUrl, form, { ...told.answers, flere: 'ja', flereantall: '2', flereom: WORK.others });
  await addUntilTaken(product.publicUrl, form, Buffer.from(WORK.file), `${WORK.fileName}.txt`);
  const reportId = await insist(async () => (await waiting(me)).find(({ file_id: id, channel, consultation }) => channel === 'NETTSKJEMA' && !consultation && !known.has(id))?.file_id, 30_000);
  await does(declareConnection, me, { reportId, connection: 'INGEN' });
  await insist(async () => ((await rowsOf(`select 1 from app.report_file where report_id = '${reportId}' and checked_at is not null`)) > 0 ? true : undefined), 60_000);
  const begun = await does(splitForm, me, { reportId });
  await does(splitReport, me, { reportId, formId: begun.formId, parts: begun.parts, people: [{ ...begun.first, name: WORK.first, story: WORK.story, files: ['1'] }, { ...begun.other, name: WORK.other, story: WORK.story }] });
  const publicationId = randomUUID();
  await does(beginPublication, me, { newId: publicationId, kind: 'R11', lang: 'nb', from: '2022-01', to: '2022-01', cutOff: '2022-02-01' });
  await does(askForFile, me, { publicationId, newId: randomUUID(), edition: 'YTRE', format: 'docx' });
  // last: what is added to puts its report in the inbox again
  await sendUntilReceived(product.publicUrl, told.form, { ...told.answers, sett: WORK.added });
}

export async function waiting(me: Person): Promise<readonly InboxRow[]> {
  return (await does(inbox, me, {})).waiting;
}

/** What is typed while a table takes nothing: every word of the error, with what the database adds to it. */
export async function errorsOf(me: Person): Promise<readonly string[]> {
  const url = product.url('superuser');
  const { name, about, asks, reach, identityHow } = RIGHTS;
  const talk = { direction: 'TIL_OSS', on: '2026-03-01', service: 'POLITI', municipality: '', violence: [], ageBand: '', minutes: '10', topics: [], outcome: 'RAD', ...TALK, notNames: Object.values(TALK) };
  return [
    await refusedBy(url, 'app.report_draft', () => does(saveDraft, me, { draftId: randomUUID(), entries: Object.entries(UNFINISHED) })),
    await refusedBy(url, 'kernel.file_event', () => does(registerReport, me, { draftId: randomUUID(), lang: 'nb', entries: Object.entries(TYPED) })),
    await refusedBy(url, 'kernel.audit_event', () => does(registerConsultation, me, { consultationId: randomUUID(), ...talk })),
    await refusedBy(url, 'app.desk_enquiry', () => does(noteEnquiry, me, { enquiryId: randomUUID(), who: FURTHER.asker, from: '', number: '', about: FURTHER.asksAbout, said: FURTHER.said })),
    await refusedBy(url, 'app.access_request', () => does(registerRequest, me, { requestId: randomUUID(), requester: 'PERSONEN', name, about, asks, reach, receivedOn: '2026-03-01', identity: 'LEGITIMASJON', identityHow })),
    await refusedBy(url, 'app.staff_member', () => does(invite, me, { name: WORK.colleague, unit: WORK.unit, municipalityId: null, subject: `${WORK.subject}2` })),
    await refusedBy(url, 'app.report_envelope', async () => { throw new Error(String((await sendOnce(product.publicUrl, await fetchForm(product.publicUrl), OPEN))?.code ?? 'no receipt')); }),
  ];
}

/** The rounds that come by the hour, when some months have gone: each fails, and comes again. Every word of the errors. */
export async function errorsOfRounds(door: Door): Promise<readonly string[]> {
  const errors: string[] = [];
  for (const round of [sweepWholeFiles, sweepDocuments, drawReviews, shutOutTheDormant]) {
    await round(door, DEMO_REGION).then(() => errors.push('done'), (error: unknown) => errors.push(wordsOf(error)));
    await round(door, DEMO_REGION);
  }
  return errors;
}
