import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCaseFromReports } from '../../src/cases/public.ts';
import { openFile } from '../../src/kernel/journal/file.ts';
import { readWindowSecret, windowKeys } from '../../src/kernel/sealing/window-secret.ts';
import { addMs, DAY_MS, HOUR } from '../../src/kernel/time.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import { askReporter, closeWindow } from '../../src/reports/commands/dialogue.ts';
import { REPORT_FILE } from '../../src/reports/file.ts';
import { inbox, type OpenReport } from '../../src/reports/queries.ts';
import { readReport } from '../support/door.ts';
import { openSite, type Site } from '../support/site.ts';
import { DAUGHTER, openAll } from '../support/submissions.ts';
import { newWorld, NORDFJELLA, SORVIKA, type World } from '../support/world.ts';

const QUESTION = 'Bor noen sammen med henne?';
const ANSWER = 'Nei, hun bor alene. Han kommer hver fredag.';

let world: World;
let site: Site;

beforeAll(async () => {
  world = await newWorld();
  site = openSite(world);
});
afterAll(async () => {
  await site.close();
  await world.close();
});

const read = (subject: string, reportId: FileId): Promise<OpenReport> => readReport(world, subject, reportId);

async function ask(reportId: FileId, more: Readonly<Record<string, string>> = {}) {
  const { messageId } = await read('kari', reportId);
  return world.house.door.enter(askReporter, await world.person('kari'), { reportId, messageId, what: 'SPORSMAL', text: QUESTION, consent: '', decision: '', ...more });
}

/** What arrived since, as the journal has it. */
async function arrived(reportId: FileId) {
  await openAll(world);
  return world.house.door.unaudited(NORDFJELLA, 'test', async (ctx) => {
    await sql`select set_config('app.files', ${`{${reportId}}`}, true)`.execute(ctx.tx);
    return (await openFile(ctx, REPORT_FILE, reportId)).state;
  });
}

async function row(reportId: FileId) {
  const list = await world.house.door.enter(inbox, await world.person('kari'), {});
  return list.ok ? list.value.waiting.find((one) => one.file_id === reportId) : undefined;
}

describe('a daughter comes back with her code', () => {
  test('and sees what was asked, answers, and is told that it is sent; reception reads it as something new', async () => {
    const { draft, code } = await site.report();
    await openAll(world);
    expect((await site.open(code)).words).toContain('Mottatt');
    expect(await ask(draft)).toMatchObject({ ok: true });
    world.clock.now = addMs(world.clock.now, 3 * DAY_MS);
    const page = await site.open(code.toLowerCase().replaceAll(' ', ''));
    expect(page.words).toContain('Vi har et spørsmål');
    expect(page.words).toContain(QUESTION);
    expect(page.words).not.toContain('Borghild');
    expect(page.words).not.toContain('pensjonen');
    const sent = await site.post('/kvittering', { skjema: page.token, svar: ANSWER });
    expect(sent.status).toBe(200);
    expect(sent.words).toContain('Svaret ditt er sendt');
    expect(sent.words).toContain(QUESTION);
    expect(sent.words).not.toContain(ANSWER);
    const { dialogue, seenAt } = await arrived(draft);
    expect(dialogue.theirs.map(({ text }) => text)).toEqual([ANSWER]);
    expect(seenAt).toBeUndefined();
    expect((await row(draft))?.seen_at).toBeNull();
    expect((await site.open(code)).words).toMatch(/Mottatt.*Det siste du sendte/);
    const open = await read('jorunn', draft);
    expect([open.readPartsBefore, open.report.parts.length]).toEqual([1, 2]);
    expect((await site.open(code)).words).toContain('Lest');
  });

  test('a button pressed twice, and the page sent again, are one message; new words on the same page are another', async () => {
    const { draft, code } = await site.report();
    const page = await site.open(code);
    const send = (svar: string) => site.post('/kvittering', { skjema: page.token, svar });
    expect((await Promise.all([send('Han slo i går.'), send('Han slo i går.'), send(' Han slo i går.\r\n')])).map(({ status }) => status)).toEqual([200, 200, 200]);
    await send('Han slo i går, to ganger.');
    expect((await arrived(draft)).dialogue.theirs.map(({ text }) => text)).toEqual(['Han slo i går.', 'Han slo i går, to ganger.']);
    const next = await site.open(code);
    await site.post('/kvittering', { skjema: next.token, svar: 'Han slo i går.' });
    expect((await arrived(draft)).dialogue.theirs).toHaveLength(3);
  });

  test('«Det er blitt verre» raises Akutt, also on a report that a case has taken in', async () => {
    const { draft, code } = await site.report();
    await openAll(world);
    await read('kari', draft);
    expect(await world.house.door.enter(openCaseFromReports, await world.person('kari'), { reportIds: [draft], connection: 'INGEN' })).toMatchObject({ ok: true });
    expect(await row(draft)).toBeUndefined();
    const page = await site.open(code);
    expect(page.words).toContain('Lest');
    const sent = await site.post('/kvittering', { skjema: page.token, svar: '', tilstand: 'verre' });
    expect(sent.words).toContain('112');
    await openAll(world);
    expect(await row(draft)).toMatchObject({ urgent: true, seen_at: null });
    expect((await read('kari', draft)).report.dialogue.theirs[0]).toMatchObject({ feels: 'VERRE', text: undefined });
  });

  test('«Jeg er trygg» is told, and takes Akutt away from nobody', async () => {
    const { draft, code } = await site.report({ ...DAUGHTER, fare: 'ja' });
    const page = await site.open(code);
    await site.post('/kvittering', { skjema: page.token, svar: 'Jeg er hos en venn.', tilstand: 'trygg' });
    const state = await arrived(draft);
    expect(state.dialogue.theirs[0]).toMatchObject({ feels: 'TRYGG', text: 'Jeg er hos en venn.' });
    expect(state.urgent).toBe(true);
  });

  test('nothing is sent without words, nothing too long is cut, and not a word is lost', async () => {
    const { code } = await site.report();
    const page = await site.open(code);
    expect((await site.post('/kvittering', { skjema: page.token, svar: '  ' })).status).toBe(422);
    const long = 'a'.repeat(10_001);
    const again = await site.post('/kvittering', { skjema: page.token, svar: long });
    expect(again.status).toBe(422);
    expect(again.text).toContain(long);
  });
});

describe('a code that is not right', () => {
  test('is answered like a right one: the same status, and not sooner', async () => {
    const slow = openSite(world, { leastMs: 300 });
    const { code } = await site.report();
    const timed = async (kode: string) => {
      const { token } = await slow.get('/kvittering');
      const from = performance.now();
      const page = await slow.post('/kvittering', { skjema: token, kode });
      return { ms: performance.now() - from, page };
    };
    const answers = [await timed(code), await timed('0000 0000 0000 0000'), await timed('ikke noe'), await timed('fire helt vanlige ord her')];
    expect(answers.map(({ page }) => page.status)).toEqual([200, 200, 200, 200]);
    for (const { ms } of answers) expect(ms).toBeGreaterThan(299);
    expect(answers[1]?.page.words).toContain('Ingen treff');
    await slow.close();
  });

  test('opens nothing in another region', async () => {
    const { code } = await site.report();
    const secret = readWindowSecret(code) ?? expect.fail('a code is a code');
    const [here, there] = [await windowKeys(secret, NORDFJELLA), await windowKeys(secret, SORVIKA)];
    expect(await site.intake.findWindow(NORDFJELLA, here.lookup)).toMatchObject({ status: 'received' });
    for (const { lookup } of [here, there]) expect(await site.intake.findWindow(SORVIKA, lookup)).toBeUndefined();
    expect(await site.intake.findWindow(NORDFJELLA, there.lookup)).toBeUndefined();
  });
});

describe('the page', () => {
  test('never carries the code in its address or in itself, and opens for nobody after half an hour', async () => {
    const { draft, code } = await site.report();
    await openAll(world);
    await ask(draft);
    const page = await site.open(code);
    for (const form of [code, code.replaceAll(' ', '')]) expect(page.text).not.toContain(form);
    expect(page.text).not.toMatch(/(action|href)="[^"]*\?/);
    world.clock.now = addMs(world.clock.now, HOUR);
    const late = await site.post('/kvittering', { skjema: page.token, svar: 'Sent, men viktig.' });
    expect(late.status).toBe(200);
    expect(late.words).toContain('sendt');
    expect(late.words).not.toContain(QUESTION);
    expect((await arrived(draft)).dialogue.theirs.map(({ text }) => text)).toEqual(['Sent, men viktig.']);
  });

  test('that is too old keeps what was written, and takes it along to the window', async () => {
    const { draft, code } = await site.report();
    const page = await site.open(code);
    world.clock.now = addMs(world.clock.now, 8 * DAY_MS);
    const stale = await site.post('/kvittering', { skjema: page.token, svar: 'Dette må med.' });
    expect(stale.status).toBe(422);
    expect(stale.text).toContain('Dette må med.');
    const open = await site.post('/kvittering', { skjema: stale.token, kode: code, svar: 'Dette må med.' });
    expect(open.text).toContain('Dette må med.');
    await site.post('/kvittering', { skjema: open.token, svar: 'Dette må med.' });
    expect((await arrived(draft)).dialogue.theirs).toHaveLength(1);
  });

  test('that was left shows nothing again, and what was sent in the same moment is kept', async () => {
    const { draft, code } = await site.report();
    await openAll(world);
    await ask(draft);
    const page = await site.open(code);
    expect((await site.post('/forlat', { token: page.token })).to).toBe('/kalender');
    const again = await site.post('/kvittering', { skjema: page.token, svar: 'Var det noen som så meg?' });
    expect([again.status, again.to, again.text]).toEqual([303, '/kalender', '']);
    expect((await arrived(draft)).dialogue.theirs).toHaveLength(1);
    const first = await site.get('/kvittering');
    await site.post('/forlat', { token: first.token });
    expect((await site.post('/kvittering', { skjema: first.token, kode: code })).status).toBe(303);
  });

  test('of an unknown outcome says so with every word, and sent again it is one message', async () => {
    let lost = true;
    const failing = openSite(world, { intake: (real) => ({ ...real, addMessage: async (...given) => {
      const did = await real.addMessage(...given);
      if (lost) throw new Error('nobody knows');
      return did;
    } }) });
    const { draft, code } = await failing.report();
    const page = await failing.open(code);
    const unknown = await failing.post('/kvittering', { skjema: page.token, svar: 'Kom det fram?', tilstand: 'verre' });
    expect(unknown.status).toBe(503);
    expect(unknown.text).toContain('Kom det fram?');
    lost = false;
    expect((await failing.post('/kvittering', { skjema: unknown.token, svar: 'Kom det fram?', tilstand: 'verre' })).status).toBe(200);
    expect((await arrived(draft)).dialogue.theirs).toHaveLength(1);
    await failing.close();
  });
});

describe('staff write', () => {
  test('with two locks: in the report’s own journal, and to the code alone', async () => {
    const { draft } = await site.report();
    await openAll(world);
    await ask(draft);
    const rows = await world.house.door.unaudited(NORDFJELLA, 'test', (ctx) => ctx.tx.selectFrom('app.report_reply').select(['sealed', 'asks']).where('region_id', '=', NORDFJELLA).execute());
    expect(rows.at(-1)?.asks).toBe(true);
    for (const { sealed } of rows) expect(sealed.includes('Bor noen')).toBe(false);
    expect((await arrived(draft)).dialogue.ours).toMatchObject([{ what: 'SPORSMAL', text: QUESTION }]);
  });

  test('a form sent twice is one question', async () => {
    const { draft, code } = await site.report();
    await openAll(world);
    const { messageId } = await read('kari', draft);
    await ask(draft, { messageId });
    await ask(draft, { messageId });
    expect((await site.open(code)).words.split(QUESTION)).toHaveLength(2);
  });

  test('more than a question only with a consent that was given and a decision, and both are kept', async () => {
    const { draft, code } = await site.report();
    await openAll(world);
    const told = { what: 'TILBAKEMELDING', text: 'Vi følger opp sammen med henne.' };
    expect(await ask(draft, told)).toMatchObject({ code: 'bad_input', fields: { consent: 'consent_missing', decision: 'decision_missing' } });
    expect(await ask(draft, { ...told, consent: 'AVSLATT', decision: 'Kari, 2. mars.' })).toMatchObject({ fields: { consent: 'consent_not_given' } });
    expect(await ask(draft, { ...told, consent: 'GITT_MUNTLIG', decision: 'Besluttet av Kari 2. mars.' })).toMatchObject({ ok: true });
    const page = await site.open(code);
    expect(page.words).toContain(told.text);
    expect(page.words).not.toContain('Besluttet av Kari');
    expect(page.words).not.toContain('Vi har et spørsmål');
    expect((await arrived(draft)).dialogue.ours).toMatchObject([{ consent: 'GITT_MUNTLIG', decision: 'Besluttet av Kari 2. mars.' }]);
  });

  test('to nobody where there is no code, and to nobody who is left out', async () => {
    const self = { fare: 'nei', hvem: 'UTSATT_SELV', voksen: 'ja', onske: 'Fred.', kallenavn: 'Rød', trygg: 'På kafeen.', kommune: '9902', hva: 'FYSISK', sett: 'Han slår.', barn: 'nei', kode: 'nei' };
    const { draft } = await site.report(self);
    await openAll(world);
    expect(await ask(draft)).toMatchObject({ code: 'no_window' });
    const named = await site.report({ ...DAUGHTER, annen: 'Kari Nordmo' });
    await openAll(world);
    expect(await world.house.door.enter(askReporter, await world.person('kari'), { reportId: named.draft, messageId: crypto.randomUUID(), what: 'SPORSMAL', text: 'Hei', consent: '', decision: '' })).toMatchObject({ code: 'not_found' });
  });

  test('and close the window: it says whom to call, takes nothing in, and keeps what was being written', async () => {
    const { draft, code } = await site.report();
    await openAll(world);
    const page = await site.open(code);
    await read('kari', draft);
    expect(await world.house.door.enter(closeWindow, await world.person('kari'), { reportId: draft })).toMatchObject({ ok: true });
    expect(await world.house.door.enter(closeWindow, await world.person('kari'), { reportId: draft })).toMatchObject({ ok: true });
    const late = await site.post('/kvittering', { skjema: page.token, svar: 'Jeg skrev dette.' });
    expect(late.status).toBe(422);
    expect(late.text).toContain('Jeg skrev dette.');
    expect(late.words).toContain('55 55 01 10');
    const closed = await site.open(code);
    expect(closed.words).toContain('Vinduet er lukket');
    expect(closed.text).not.toContain('<textarea');
    expect((await arrived(draft)).dialogue.theirs).toHaveLength(0);
    expect(await ask(draft)).toMatchObject({ code: 'window_closed' });
  });
});
