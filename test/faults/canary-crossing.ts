import { randomUUID } from 'node:crypto';
import { DEMO_REGION } from '../../db/demo/region.ts';
import { openCaseFromReports, STEPS } from '../../src/cases/public.ts';
import { openCase } from '../../src/cases/queries/open.ts';
import type { Person } from '../../src/kernel/actor.ts';
import { asId, type FileId } from '../../src/kernel/ids.ts';
import { systemClock } from '../../src/kernel/time.ts';
import { declareConnection } from '../../src/reports/commands/connection.ts';
import { sendBack } from '../../src/reports/commands/send-on.ts';
import { openReport } from '../../src/reports/queries.ts';
import { listColleagues } from '../../src/staff/public.ts';
import { CROSSING, OPEN } from '../support/canary-words.ts';
import { fetchForm, insist, sendUntilReceived } from '../support/reporter.ts';
import { does, here, rowsOf, valuesOf, waiting, withRole } from './canary-life.ts';

/** A case that is in danger goes to another region of the country with its whole file. @returns what is left to do when it has arrived: it is read there, and comes back with why */
export async function crossOver(me: Person): Promise<() => Promise<void>> {
  const caseId = await opened(me);
  const second = await withRole('KOORDINATOR', me);
  await does(STEPS.declareImpartiality, second, { caseId, connection: 'INGEN' });
  const { receiver, sent, why, notTold, phonedWho, phonedWhen } = CROSSING;
  const there = await coordinatorElsewhere();
  await does(STEPS.proposeTransfer, me, { caseId, receiver, sent, basis: 'SAMTYKKE', consent: 'GITT_MUNTLIG', grounds: why, personInformed: 'NEI', personToldWhy: notTold, transferReason: 'UTENFOR_KOMMUNER', toRegion: there.regionId });
  const read = await does(openCase, second, { caseId });
  await does(STEPS.confirmTransfer, second, { caseId, proposal: read.mustDeclare ? 0 : read.state.proposals, formId: randomUUID(), phonedWho, phonedWhen });
  return async () => {
    const [report] = await valuesOf(`select to_report as value from app.report_transfer t join app.case_report h on h.report_id = t.file_id where h.file_id = '${caseId}' and of_case`);
    const arrived = await insist(async () => (await waiting(there)).find(({ file_id: id }) => id === report)?.file_id, 60_000);
    await does(declareConnection, there, { reportId: arrived, connection: 'INGEN' });
    await does(openReport, there, { reportId: arrived });
    await does(sendBack, there, { reportId: arrived, grounds: CROSSING.back, phonedWho: CROSSING.backWho, phonedWhen: CROSSING.backWhen });
    await insist(async () => ((await rowsOf(`select 1 from app.case_file where file_id = '${caseId}' and awaits is null`)) === 1 ? true : undefined), 60_000);
  };
}

async function opened(me: Person): Promise<FileId> {
  const { product } = here();
  const known = new Set((await waiting(me)).map(({ file_id: id }) => id));
  await sendUntilReceived(product.publicUrl, await fetchForm(product.publicUrl), { ...OPEN, ...CROSSING.report, fare: 'ja' });
  const reportId = await insist(async () => (await waiting(me)).find(({ file_id: id, channel, consultation }) => channel === 'NETTSKJEMA' && !consultation && !known.has(id))?.file_id, 30_000);
  return (await does(openCaseFromReports, me, { reportIds: [reportId], connection: 'INGEN' })).fileId;
}

async function coordinatorElsewhere(): Promise<Person> {
  const [found = ''] = await valuesOf(`select region_id::text as value from app.municipality where region_id <> '${DEMO_REGION}' limit 1`);
  const regionId = asId<'region'>(found);
  const staff = await here().house.door.unaudited(regionId, 'test', listColleagues);
  const member = staff.find(({ roles }) => roles.includes('KOORDINATOR'));
  if (member === undefined) throw new Error('no coordinator elsewhere');
  return { kind: 'person', regionId, userId: member.userId, roles: member.roles, municipalityId: undefined, signedInAt: systemClock() };
}
