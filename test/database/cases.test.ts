import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadAsker } from '../../src/cases/commands/asked.ts';
import { markReview } from '../../src/cases/commands/log-review.ts';
import { asidesFor } from '../../src/cases/queries/asides.ts';
import { logReview } from '../../src/cases/queries/log-review.ts';
import { openReport } from '../../src/reports/queries.ts';
import { asId, type FileId } from '../../src/kernel/ids.ts';
import { addDays, addMs, DAY_MS, osloDay } from '../../src/kernel/time.ts';
import { endRole } from '../../src/staff/commands/roles.ts';
import { listGrants } from '../../src/staff/vouched.ts';
import { DAUGHTER, openAll } from '../support/submissions.ts';
import { NORDFJELLA } from '../support/world.ts';
import { classified, CLASSIFY, CLOSING, declare, END, letIn, lives, toClosing, YES, type Lives } from './cases-support.ts';

let all: Lives;

beforeAll(async () => {
  all = await lives();
});
afterAll(() => all.close());

describe('a must case lived by four people', () => {
  test('goes from report to closed, each word of it kept, and each step in the journal with its writer', async () => {
    const report = await all.report({ ...DAUGHTER, sett: 'Hun mangler penger. 😢', kjonn: 'KVINNE', aar: '1939', adresse: 'Bakken 2' });
    expect(await all.opens('jorunn', [report])).toBe('ok');
    const file = await only(report);
    await all.does('jorunn', 'handOver', file, { note: 'Ring etter ti.' });
    expect(await all.sees('kari', file)).toBe('question');
    await declare(all, 'kari', file);
    expect(await all.sees('jorunn', file)).toBe('not_found');
    await letIn(all, 'even', file);
    await all.does('kari', 'proposeClassification', file, { ...CLASSIFY, lead: await all.id('signe') });
    await all.does('even', 'confirmClassification', file, { proposal: await all.proposal('even', file) });
    await declare(all, 'signe', file);
    await toClosing(all, file);
    await all.does('kari', 'closeCase', file, { ...END, proposal: await all.proposal('kari', file) });

    const { state, journal, reports, names, clocks, alias } = await all.reads('kari', file);
    expect(state).toMatchObject({ status: 'AVSLUTTET', classification: { caseType: 'MA', gender: 'KVINNE', ageBand: 'A80' }, start: { person: { name: 'Borghild Kvamme', address: 'Bakken 2' }, whatHappened: 'Hun mangler penger. 😢' } });
    expect(journal.map((event) => `${names[event.actor]?.split(' ')[0]} ${event.type}`)).toEqual([
      'Jorunn CaseOpened', 'Jorunn ImpartialityDeclared', 'Jorunn HandedOver', 'Kari ImpartialityDeclared', 'Kari HandoverRead', 'Kari AccessGranted', 'Even ImpartialityDeclared',
      'Kari ClassificationProposed', 'Even ClassificationConfirmed', 'Signe ImpartialityDeclared', 'Signe InvestigationStarted', 'Signe MeasureDecided', 'Signe InvestigationConcluded',
      'Signe FollowUpStarted', 'Signe FollowUpDone', 'Signe ClosingProposed', 'Kari PersonRecorded', 'Kari CaseClosed',
    ]);
    expect(reports.map((one) => one.contents.map((part) => part.report.whatHappened))).toEqual([['Hun mangler penger. 😢']]);
    expect([clocks, alias]).toEqual([[], 'B.K.']);
  });

  test('ends for everybody but the coordinator 30 days after closing', async () => {
    const file = await classified(all);
    await toClosing(all, file);
    await all.does('kari', 'closeCase', file, { ...END, proposal: await all.proposal('kari', file) });
    const closedAt = all.world.clock.now;
    const after = async (days: number) => {
      all.world.clock.now = addMs(closedAt, days * DAY_MS);
      return Promise.all(['kari', 'signe', 'even'].map(async (subject) => typeof (await all.sees(subject, file))));
    };
    expect(await after(29)).toEqual(['object', 'object', 'object']);
    expect(await after(32)).toEqual(['object', 'string', 'string']);
    expect(await all.sees('signe', file)).toBe('not_found');
  });
});

describe('where two people are required, one is not enough:', () => {
  test('nobody confirms their own classification, nor the one of another without a coordinator among the two', async () => {
    const file = await all.opened('kari');
    await letIn(all, 'even', file);
    await letIn(all, 'signe', file);
    const lead = await all.id('even');
    await all.does('kari', 'proposeClassification', file, { ...CLASSIFY, lead });
    expect(await all.tries('kari', 'confirmClassification', file, { proposal: 1 })).toBe('another_must_confirm');
    await all.does('even', 'proposeClassification', file, { ...CLASSIFY, caseType: 'KAN', lead });
    expect(await all.tries('even', 'confirmClassification', file, { proposal: 2 })).toBe('another_must_confirm');
    expect(await all.tries('signe', 'confirmClassification', file, { proposal: 2 })).toBe('coordinator_missing');
    expect(await all.tries('kari', 'confirmClassification', file, { proposal: 1 })).toBe('proposal_changed');
    expect(await all.tries('kari', 'confirmClassification', file, { proposal: 2 })).toBe('ok');
  });

  test('nobody confirms their own «no case»', async () => {
    const file = await all.opened('kari');
    await all.does('kari', 'proposeNotACase', file, { notACaseReason: 'KUN_RADGIVNING', advice: 'Ring fastlegen.' });
    expect(await all.tries('kari', 'confirmNotACase', file, { proposal: 1 })).toBe('another_must_confirm');
  });

  test('a coordinator who leads the case and proposed to close it does not close it', async () => {
    const file = await all.opened('kari');
    await letIn(all, 'even', file);
    await all.does('even', 'proposeClassification', file, { ...CLASSIFY, lead: await all.id('kari') });
    await all.does('kari', 'confirmClassification', file, { proposal: 1 });
    await all.does('kari', 'proposeEarlyClosing', file, { ...CLOSING, reasons: ['DOD'] });
    expect(await all.tries('kari', 'closeCase', file, { ...END, proposal: 2 })).toBe('another_must_close');
  });

  test('whoever raised Akutt does not lower it', async () => {
    const file = await all.opened('kari');
    await letIn(all, 'even', file);
    await all.does('kari', 'raiseAkutt', file, { danger: 'Han har kniv.', called: 'N112', calledBy: 'Kari', calledWhen: '10.15' });
    expect(await all.tries('kari', 'lowerAkutt', file, { grounds: 'Han er borte.' })).toBe('another_must_lower');
    expect(await all.tries('even', 'lowerAkutt', file, { grounds: 'Han er borte.' })).toBe('ok');
  });
});

describe('opening', () => {
  test('takes several reports into one case: the words of both, decided at once, and never twice', async () => {
    const [one, two] = [await all.report({ ...DAUGHTER, sett: 'Pengene er borte.' }), await all.report({ ...DAUGHTER, sett: 'Hun er redd.', hva: 'PSYKISK' })];
    expect(await all.opens('kari', [one, two])).toBe('ok');
    const { state, reports } = await all.reads('kari', await only(one));
    expect(state.start).toMatchObject({ whatHappened: 'Pengene er borte.\n\nHun er redd.', violence: ['OKONOMISK', 'PSYKISK'] });
    expect(reports.map(({ fileId }) => fileId).sort()).toEqual([one, two].sort());
    const inReception = await all.world.house.door.enter(openReport, await all.world.person('kari'), { reportId: two });
    expect(inReception).toMatchObject({ ok: true, value: { mustAnswer: false, report: { progress: 'DECIDED' } } });
    expect(await all.opens('kari', [two])).toBe('report_decided');
    expect(await all.opens('jorunn', [two])).toBe('not_found');
  });

  test('is refused to whoever is connected, who from then on sees nothing of it, and the report stays open for a colleague', async () => {
    const report = await all.report();
    expect(await all.opens('jorunn', [report], 'VET IKKE')).toBe('bad_input');
    expect(await all.opens('jorunn', [report], 'TILKNYTTET')).toBe('opener_connected');
    expect(await all.opens('jorunn', [report], 'INGEN')).toBe('not_found');
    expect(await all.opens('kari', [report])).toBe('ok');
  });

  test('is not for those who neither receive nor coordinate, nor for what does not exist', async () => {
    const report = await all.report();
    for (const subject of ['even', 'leif', 'stine', 'per', 'ida', 'anders']) expect(await all.opens(subject, [report]), subject).toBe('not_found');
    expect(await all.opens('kari', [report, asId<'file'>(await all.id('kari'))])).toBe('not_found');
    expect(await all.opens('kari', [])).toBe('bad_input');
  });

  test('brings Akutt along as it was raised on the report, and a danger that only the reporter has told of', async () => {
    const file = await all.opened('kari', { ...DAUGHTER, fare: 'ja' });
    expect((await all.reads('kari', file)).state.akutt).toMatchObject({ raisedBy: 'system', called: 'VET_IKKE', danger: 'Melder svarte at noen er i fare nå.' });
  });

  test('knows the municipality the person lives in, and leaves it open where that is none of the region’s', async () => {
    const [here, elsewhere] = [await all.opened('kari'), await all.opened('kari', { ...DAUGHTER, kommune: 'annen', annenkommune: 'Nordbø' })];
    const { state, municipalities } = await all.reads('kari', here);
    expect(state.owner !== undefined && municipalities[state.owner]).toBe('Lia');
    expect((await all.reads('kari', elsewhere)).state.owner).toBeUndefined();
  });
});

describe('whoever is inhabil', () => {
  test('in a report is left out of its case: not one word, not even that it is there', async () => {
    const report = await all.report({ ...DAUGHTER, annen: 'Even Strand' });
    expect(await all.opens('kari', [report])).toBe('ok');
    const file = await only(report);
    const given = { accessTo: await all.id('even'), accessReason: 'VURDERER', until: addDays(osloDay(all.world.clock.now), 9) };
    expect(await all.tries('kari', 'grantAccess', file, given)).toBe('access_to_excluded');
    expect(await all.tries('kari', 'proposeClassification', file, { ...CLASSIFY, lead: await all.id('even') })).toBe('lead_cannot_lead {"lead":"lead_cannot_lead"}');
    expect([await all.sees('even', file), await all.tries('even', 'declareImpartiality', file, YES)]).toEqual(['not_found', 'not_found']);
  });

  test('by their own answer is gone at once, and is no longer case lead', async () => {
    const file = await classified(all);
    expect(typeof (await all.sees('signe', file))).toBe('object');
    await all.does('signe', 'declareImpartiality', file, YES);
    expect(await all.sees('signe', file)).toBe('not_found');
    expect(await all.tries('signe', 'startInvestigation', file, {})).toBe('not_found');
    const { state, colleagues, steps } = await all.reads('kari', file);
    expect(state.lead).toBeUndefined();
    expect(colleagues.find(({ name }) => name === 'Signe Haugland')).toMatchObject({ excluded: true, canLead: false, canBeGranted: false, access: undefined });
    expect(steps.find(({ step }) => step === 'changeLead')).toEqual({ step: 'changeLead', allowed: true });
  });

  test('in what comes in later is left out of the case before anybody can read it', async () => {
    const { draft, code } = await all.from.send(DAUGHTER);
    await openAll(all.world);
    expect(await all.opens('kari', [draft])).toBe('ok');
    const file = await only(draft);
    await letIn(all, 'even', file);
    await all.does('kari', 'proposeClassification', file, { ...CLASSIFY, lead: await all.id('even') });
    await all.from.send({ ...DAUGHTER, sett: 'Det er Even Strand som gjør det.' }, draft, code);
    expect(typeof (await all.sees('even', file))).toBe('object');
    await openAll(all.world);
    expect(await all.sees('even', file)).toBe('not_found');
    const { state, reports, steps } = await all.reads('kari', file);
    expect(reports[0]?.contents.map(({ report }) => report.whatHappened)).toEqual([DAUGHTER['sett'], 'Det er Even Strand som gjør det.']);
    expect(state.excluded).toEqual([await all.id('even')]);
    expect(steps.find(({ step }) => step === 'confirmClassification')?.allowed).toBe(false);
  });

  test('when it is every coordinator, the reserve in another municipality has the case, and nobody else', async () => {
    const report = await all.report({ ...DAUGHTER, sett: 'Kari Nordmo og Jorunn Vatne vet om det, men gjør ingenting.' });
    for (const subject of ['kari', 'jorunn', 'even']) expect(await all.opens(subject, [report]), subject).toBe('not_found');
    expect(await all.opens('reidun', [report])).toBe('ok');
    const file = await only(report);
    expect((await all.reads('reidun', file)).state.status).toBe('TIL_VURDERING');
    await all.does('reidun', 'proposeClassification', file, { ...CLASSIFY, lead: await all.id('signe') });
    for (const subject of ['kari', 'jorunn', 'even', 'signe']) expect(await all.sees(subject, file), subject).toBe('not_found');
    await all.does('reidun', 'grantAccess', file, { accessTo: await all.id('signe'), accessReason: 'VURDERER', until: addDays(osloDay(all.world.clock.now), 9) });
    await declare(all, 'signe', file);
    await all.does('signe', 'confirmClassification', file, { proposal: 1 });
  });

  test('the reserve has no other case', async () => {
    const file = await all.opened('kari');
    expect(await all.sees('reidun', file)).toBe('not_found');
    await all.does('kari', 'declareImpartiality', file, YES);
    expect(await all.sees('reidun', file)).toBe('question');
  });
});

describe('content is not for', () => {
  test('leader, steering group, data-protection officer, administrator, or a team member who was not let in', async () => {
    const file = await classified(all);
    for (const subject of ['leif', 'stine', 'per', 'ida', 'reidun', 'jorunn']) {
      expect(await all.sees(subject, file), subject).toBe('not_found');
      expect(await all.tries(subject, 'writeNote', file, { text: 'Hei' }), subject).toBe('not_found');
      expect(await all.tries(subject, 'declareImpartiality', file, { connection: 'INGEN' }), subject).toBe('not_found');
    }
  });

  test('another region, which is not told that the case exists', async () => {
    const file = await classified(all);
    expect(await all.sees('anders', file)).toBe('not_found');
    expect(await all.tries('anders', 'writeNote', file, { text: 'Hei' })).toBe('not_found');
    expect(await all.tries('anders', 'raiseAkutt', file, { danger: 'x', called: 'NEI' })).toBe('not_found');
  });

  test('anybody before the question is answered: the page then holds the question and not one word of the case', async () => {
    const file = await all.opened('jorunn');
    await all.does('jorunn', 'handOver', file);
    expect(await all.sees('kari', file)).toBe('question');
    const log = await all.world.house.door.unaudited(NORDFJELLA, 'test', (ctx) => ctx.tx.selectFrom('kernel.audit_event').select(['outcome', 'files'])
      .where('use_case', '=', 'cases.open').orderBy('xid', 'desc').limit(1).execute());
    expect(log).toEqual([{ outcome: 'done:question', files: [] }]);
    expect(await all.tries('kari', 'writeNote', file, { text: 'Hei' })).toBe('not_found');
    expect(await all.tries('kari', 'raiseAkutt', file, { danger: 'Skrik', called: 'NEI' })).toBe('ok');
  });
});

async function only(report: FileId): Promise<FileId> {
  const rows = await all.world.house.door.unaudited(NORDFJELLA, 'test', (ctx) => ctx.tx.selectFrom('app.case_report').select('file_id').where('report_id', '=', report).execute());
  const [row, ...more] = rows;
  if (row === undefined || more.length > 0) throw new Error('one case holds the report');
  return row.file_id;
}

// last: the team is small from here on
test('a case that one person closed alone, where few have been of the team, is on the leader’s review of the log at once, and a second press makes no second line', async () => {
  const { house, clock } = all.world;
  const grants = await house.door.unaudited(NORDFJELLA, 'test', listGrants);
  for (const leaves of [await all.id('signe'), await all.id('reidun')]) {
    const grantId = grants.find(({ user_id: userId, role }) => userId === leaves && role === 'TEAMMEDLEM')?.grant_id;
    expect(await house.door.enter(endRole, await all.world.person('ida'), { grantId: grantId ?? '' })).toMatchObject({ ok: true });
  }
  const closing = async () => {
    const file = await all.opened('kari');
    await letIn(all, 'even', file);
    await all.does('even', 'proposeClassification', file, { ...CLASSIFY, lead: await all.id('kari') });
    await all.does('kari', 'confirmClassification', file, { proposal: 1 });
    await all.does('kari', 'proposeEarlyClosing', file, { ...CLOSING, reasons: ['DOD'] });
    return file;
  };
  expect(await all.tries('kari', 'closeCase', await closing(), { ...END, proposal: 2, aloneWhy: 'Vi er to.' }), 'made small a moment ago').toBe('another_must_close');
  clock.now = addMs(clock.now, 91 * DAY_MS);
  const file = await closing();
  const answers = { ...END, proposal: 2, aloneWhy: 'Even er inhabil.', formId: randomUUID() };
  expect(await all.tries('kari', 'closeCase', file, answers)).toBe('ok');
  expect(await all.tries('kari', 'closeCase', file, answers)).toBe('ok');
  const review = await house.door.enter(logReview, await all.world.person('leif'), {});
  expect(review.ok && review.value.lines).toMatchObject([{ who: 'Kari Nordmo', signs: ['closed_alone'], verdict: undefined }]);
  const reserve = await all.world.person('signe');
  const heard = () => house.door.unaudited(NORDFJELLA, 'test', async (ctx) => {
    const asker = await loadAsker({ ...ctx, actor: reserve });
    return asker === undefined ? [] : (await asidesFor(ctx, { ...asker, isReserve: true })).map(({ kind, asked }) => [kind, asked.facts.fileId]);
  });
  expect(await heard(), 'the reserve').toEqual([['closed_alone', file]]);
  const [only] = review.ok ? review.value.lines : [];
  expect(await house.door.enter(markReview, await all.world.person('leif'), { reviewId: only?.reviewId ?? '', revision: only?.revision ?? 0, verdict: 'I_ORDEN', word: '' })).toMatchObject({ ok: true });
  expect(await heard(), 'a leader has gone through it').toEqual([]);
});
