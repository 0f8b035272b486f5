import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerConsultation, becomeReport } from '../../src/consultations/commands/advise.ts';
import { consultationList, openConsultation, type OpenConsultation } from '../../src/consultations/queries.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import { formatReceiptCode } from '../../src/kernel/sealing/receipt-code.ts';
import { osloDay } from '../../src/kernel/time.ts';
import { declareConnection } from '../../src/reports/commands/connection.ts';
import { confirmRole, proposeRole } from '../../src/staff/commands/roles.ts';
import { entered, readReport } from '../support/door.ts';
import { openSite, type Site } from '../support/site.ts';
import { DAUGHTER, openAll } from '../support/submissions.ts';
import { lives, type Lives } from './cases-support.ts';

/** What is hidden in one file may stand in another: each of these was read through the door where it should not have been. */
let all: Lives;
let site: Site;
let superuser: pg.Client;
const day = () => osloDay(all.world.clock.now);

beforeAll(async () => {
  all = await lives();
  site = openSite(all.world);
  superuser = await all.world.superuser();
  // a second coordinator, whose role is not enough
  const { grantId } = await entered(all.world, proposeRole, 'kari', { userId: await all.id('signe'), role: 'KOORDINATOR' });
  await entered(all.world, confirmRole, 'leif', { grantId });
});
afterAll(async () => {
  await site.close();
  await all.close();
});

/** The case that this report is in. */
async function caseOf(report: FileId): Promise<FileId> {
  const found = await superuser.query<{ file_id: FileId }>('select file_id from app.case_report where report_id = $1', [report]);
  return found.rows[0]?.file_id ?? expect.fail('no case');
}

/** Nobody but Kari has it by role from then on. */
async function graded(caseId: FileId): Promise<void> {
  await all.does('kari', 'protectAddress', caseId, { addressLevel: 'STRENGT', addressSource: 'POLITI', addressSince: day(), keeper: await all.id('kari') });
}

describe('an anonymous consultation', () => {
  const NURSE = {
    fare: 'nei', hvem: 'ansatt', sted: 'HJEMMETJENESTE', voksen: 'ja', spurt: 'IKKE_SPURT', grunn: 'ingen', kommune: '9903', alder: 'A80', hva: 'OKONOMISK', situasjon: 'DEMENS', barn: 'nei',
    sett: 'Dag etter dag mangler det penger når barnebarnet har vært der.',
  };
  const ADVICE = { advice: 'Snakk med henne alene.', card: '', minutes: '25', topics: ['SAMTYKKE'], outcome: 'RAD', notNames: [] };
  const opened = async (subject: string, consultationId: string): Promise<OpenConsultation | string> => {
    const outcome = await all.world.house.door.enter(openConsultation, await all.world.person(subject), { consultationId });
    return outcome.ok ? outcome.value : outcome.code;
  };
  const listed = async (subject: string, fileId: string) => (await entered(all.world, consultationList, subject, {})).rows.find((row) => row.file_id === fileId);

  test('that names somebody shows nothing of what the reporter writes from then on, takes no answer, and is gone for whoever the strictly confidential case is gone for', async () => {
    const { draft, code } = await all.from.send(NURSE);
    await openAll(all.world);
    const { fileId } = await entered(all.world, openConsultation, 'even', { consultationId: draft });
    await all.from.send({ ...NURSE, spurt: 'GITT_MUNTLIG', grunn: '', navn: 'Borghild Kvamme', dittnavn: 'Ingunn Aasen', dittnummer: '55 55 03 22', tjeneste: 'Hjemmetjenesten' }, draft, code);
    await openAll(all.world);
    await site.post('/kvittering', { skjema: (await site.open(formatReceiptCode(code))).token, svar: 'Hun er flyttet til søsteren.' });
    await openAll(all.world);
    for (const who of ['even', 'jorunn', 'kari']) expect(JSON.stringify(await opened(who, fileId)), who).not.toMatch(/søsteren|Borghild|Ingunn/);
    expect(JSON.stringify(await opened('even', fileId))).toContain(NURSE.sett);
    const answer = await all.world.house.door.enter(answerConsultation, await all.world.person('even'), { consultationId: fileId, messageId: randomUUID(), ...ADVICE });
    expect(answer).toMatchObject({ ok: false, code: 'named_by_now' });
    expect(await listed('even', fileId)).toMatchObject({ state: 'REPORTED', unread: false, named: true });
    await readReport(all.world, 'kari', draft);
    expect(await all.opens('kari', [draft])).toBe('ok');
    await graded(await caseOf(draft));
    for (const who of ['even', 'jorunn', 'signe']) expect([await opened(who, fileId), await opened(who, draft), await listed(who, fileId)], who).toEqual(['not_found', 'not_found', undefined]);
    expect(typeof await opened('kari', fileId)).toBe('object');
  });

  test('does not tell of the report that was made after it to whoever that report is closed to', async () => {
    const draft = await all.report(NURSE);
    const { fileId } = await entered(all.world, openConsultation, 'kari', { consultationId: draft });
    const report = await all.report({ ...DAUGHTER, sett: 'Even Strand er broren hennes.' });
    const { reference } = (await readReport(all.world, 'kari', report)).report;
    await entered(all.world, becomeReport, 'kari', { consultationId: fileId, reference, ground: 'SAMTYKKE:DELVIS', grounds: 'Samtykke til å dele om pengene.', notNames: [] });
    expect(await opened('kari', fileId)).toMatchObject({ consultation: { progress: 'REPORTED', became: { reference } } });
    expect(await opened('even', fileId)).toMatchObject({ consultation: { progress: 'ASKED', became: undefined } });
    expect([(await listed('kari', fileId))?.state, (await listed('even', fileId))?.state]).toEqual(['REPORTED', 'ASKED']);
    expect(JSON.stringify([await opened('even', fileId), await listed('even', fileId)])).not.toMatch(new RegExp(`${reference}|pengene[.]`));
    await all.world.house.door.enter(declareConnection, await all.world.person('kari'), { reportId: report, connection: 'INGEN' });
    expect(await all.opens('kari', [report])).toBe('ok');
    await graded(await caseOf(report));
    expect(await opened('signe', fileId)).toMatchObject({ consultation: { progress: 'ASKED', became: undefined } });
  });
});
