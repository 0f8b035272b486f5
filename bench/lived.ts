import { openCaseFromReports, STEPS } from '../src/cases/public.ts';
import type { CaseStep } from '../src/cases/commands/step.ts';
import { openPool } from '../src/kernel/database/connect.ts';
import { asId, systemChance, type FileId } from '../src/kernel/ids.ts';
import { openPublicKeyDirectory } from '../src/kernel/sealing/provider-key.ts';
import { newReceiptCode } from '../src/kernel/sealing/receipt-code.ts';
import { addDays, addMs, HOUR, osloDay } from '../src/kernel/time.ts';
import { readBundle } from '../src/regions/published.ts';
import { plan } from '../src/reports/form/plan.ts';
import { readForm } from '../src/reports/form/read.ts';
import { openIntake } from '../src/reports/intake.ts';
import { openEnvelopes } from '../src/reports/public.ts';
import { CLASSIFY, CLOSING, END, FINDINGS, PLAN } from '../test/database/cases-support.ts';
import { DAUGHTER, posted } from '../test/support/submissions.ts';
import { person, type BenchRegion, type Country } from './country.ts';

/** How far a case that is really lived has come. */
export type Stage = 'new' | 'investigated' | 'closed';

/** A case from the form to `stage`, by the product's own commands and the people who would take each step. */
export async function liveCase(country: Country, region: BenchRegion, stage: Stage): Promise<FileId> {
  const report = await sendReport(country, region);
  const { door } = country.house;
  const opened = await door.enter(openCaseFromReports, person(region, 'kari', country.clock.now), { reportIds: [report], connection: 'INGEN' });
  if (!opened.ok) throw new Error(`a case was not opened: ${opened.code}`);
  const caseId = opened.value.fileId;
  const does = async (subject: string, key: CaseStep, answers: Readonly<Record<string, unknown>>) => {
    country.clock.now = addMs(country.clock.now, HOUR);
    const outcome = await door.enter(STEPS[key] as (typeof STEPS)['handOver'], person(region, subject, country.clock.now), { caseId, ...answers }); // every step takes a case and answers
    if (!outcome.ok) throw new Error(`${subject} ${key}: ${outcome.code} ${JSON.stringify(outcome.fields ?? {})}`);
  };
  const inDays = (days: number) => addDays(osloDay(country.clock.now), days);
  if (stage === 'new') return caseId;
  await does('kari', 'grantAccess', { accessTo: region.users.get('even'), accessReason: 'VURDERER', until: inDays(90) });
  await does('even', 'declareImpartiality', { connection: 'INGEN' });
  await does('kari', 'proposeClassification', { ...CLASSIFY, lead: region.users.get('signe') });
  await does('even', 'confirmClassification', { proposal: 1 });
  await does('signe', 'declareImpartiality', { connection: 'INGEN' });
  await does('signe', 'startInvestigation', PLAN);
  await does('signe', 'writeNote', { text: `Snakket med henne alene på dagsenteret. ${'Hun vil ha kontroll over egne penger. '.repeat(12)}`, noteKind: 'SAMTALE' });
  await does('signe', 'decideMeasure', { measure: 'OKONOMISIKRING', responsible: 'Banken, Signe', due: inDays(14) });
  if (stage === 'investigated') return caseId;
  await does('signe', 'concludeInvestigation', FINDINGS);
  await does('signe', 'startFollowUp', { carriedOut: 'Kortet er sperret.', personView: 'Hun er lettet.' });
  await does('signe', 'recordFollowUp', { found: 'Rolig', personView: 'Fornøyd' });
  await does('signe', 'proposeClosing', CLOSING);
  await does('kari', 'closeCase', { ...END, proposal: 2 });
  return caseId;
}

async function sendReport({ url, publicKeysDir, clock, worker }: Country, { id, host }: BenchRegion): Promise<FileId> {
  const pool = openPool({ url: url('public'), max: 1 });
  try {
    const keys = openPublicKeyDirectory(publicKeysDir);
    const intake = openIntake(pool, keys.fingerprint);
    const row = await intake.publishedSite(host);
    const bundle = row === undefined ? undefined : readBundle(keys.rootPublic, row, host);
    const { answers } = readForm(posted({ ...DAUGHTER, kommune: '9902' }));
    if (bundle === undefined || answers === undefined) throw new Error('the site or the form is not as it was');
    const draftId = asId<'file'>(systemChance.uuid());
    const planned = plan(answers, { region: id, draftId, receivedAt: clock.now, lang: 'nb', channel: 'NETTSKJEMA' });
    if (!planned.ok) throw new Error(planned.code);
    await intake.submit(planned.value, newReceiptCode(systemChance), bundle.intake, clock.now);
    const waiting = await worker.door.unaudited(id, 'bench', (ctx) => ctx.tx.selectFrom('app.report_envelope').select('envelope_id').where('region_id', '=', id).execute());
    for (const { envelope_id: envelopeId } of waiting) await worker.door.enter(openEnvelopes, { kind: 'system', regionId: id, task: 'open_envelope' }, { envelopeId });
    return draftId;
  } finally {
    await pool.end();
  }
}
