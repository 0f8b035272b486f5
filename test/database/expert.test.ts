import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeInAnswer } from '../../src/cases/commands/take-in-answer.ts';
import type { GivenCode } from '../../src/cases/commands/expert.ts';
import { answersWaitSince, STEPS } from '../../src/cases/public.ts';
import { myDay } from '../../src/cases/queries/day.ts';
import { lateCases } from '../../src/cases/queries/late.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import { addMs, DAY_MS, MINUTE } from '../../src/kernel/time.ts';
import { openSite, type Page, type Site } from '../support/site.ts';
import { NORDFJELLA } from '../support/world.ts';
import { classified, lives, toClosing, type Lives } from './cases-support.ts';

const SECRET = 'Borghild Ås er funnet med blåmerker';
const ASKED = { organ: 'Fastlege, Lia legesenter', basis: 'FVL_13B_7', expertShown: SECRET, grounds: 'Fare for helsen.', personInformed: 'NEI', expertQuestions: ['HELSE'], expertFree: 'Har hun fått nye medisiner?' };
const ANSWER = { kan: 'ja', 'svar-HELSE': 'To blå merker 3. mars.', sett: 'BEGGE', grunnlag: 'HPL_23_4', navn: 'Astrid Holm', rolle: 'Fastlege', arbeidssted: 'Lia legesenter' };

let all: Lives;
let site: Site;
let superuser: pg.Client;
let file: FileId;

beforeAll(async () => {
  all = await lives();
  site = openSite(all.world);
  superuser = await all.world.superuser();
  file = await classified(all);
});
afterAll(async () => {
  await site.close();
  await all.close();
});

let asked = 0;
const nextId = () => `70000000-0000-4000-8000-${String(asked += 1).padStart(12, '0')}`;

async function asks(who = 'signe', about = file, change: object = {}): Promise<{ askId: string; code: string }> {
  const newId = nextId();
  const outcome = await all.world.house.door.enter(STEPS.askExpert, await all.world.person(who), { caseId: about, ...ASKED, newId, seen: 'JA', ...change });
  if (!outcome.ok) throw new Error(`${outcome.code} ${JSON.stringify(outcome.fields)}`);
  const { code }: GivenCode = outcome.value;
  return { askId: newId, code: code ?? '' };
}

/** A wrong code for a question, as the page sends it on once it is stretched. */
const guess = (code: string, at = site) => at.intake.openQuestion(NORDFJELLA, { number: code.slice(0, 4), check: randomBytes(32) }, randomUUID(), all.world.clock.now);
const types = async (code: string): Promise<Page> => site.post('/svar', { skjema: (await site.get('/svar')).token, kode: code });
const innhold = ({ text }: Page) => /name="innhold" value="([^"]+)"/.exec(text)?.[1] ?? '';
const answers = (page: Page, change: Readonly<Record<string, string>> = {}) => site.post('/svar', { ...ANSWER, skjema: page.token, innhold: innhold(page), ...change });
const opens = ({ words }: Page) => words.includes(SECRET);
/** What is left of a page when the token and what was typed are taken out of it. */
const bare = ({ text, token }: Page, code: string) => text.replaceAll(token, '').replaceAll(`value="${code}"`, '');

async function worker(): Promise<void> {
  const { door } = await all.world.worker();
  const rows = await superuser.query<{ envelope_id: string }>('select envelope_id from app.expert_answer');
  for (const { envelope_id: envelopeId } of rows.rows) await door.enter(takeInAnswer, { kind: 'system', regionId: NORDFJELLA, task: 'open_envelope' }, { envelopeId });
}

describe('a question to a professional outside', () => {
  test('goes from the case lead to the professional and back, and nobody outside sees anything but what was shared', async () => {
    const { askId, code } = await asks();
    expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4} ?){4}$/);
    const page = await types(code.toLowerCase());
    expect(page.words).toContain(SECRET);
    expect(page.words).toContain('Har hun fått nye medisiner?');
    expect(page.words).not.toContain('Fare for helsen.');
    const receipt = await answers(page);
    expect([receipt.status, receipt.words.includes('Svaret er lagret')]).toEqual([200, true]);
    expect((await answers(page)).words, 'sent twice, it is one').toContain('Svaret var lagret fra før');
    expect((await answers(page, { 'svar-HELSE': 'Noe annet.' })).words).toContain('Noe annet.');
    expect((await superuser.query('select 1 from app.expert_answer')).rowCount, 'what has a receipt lies in the database').toBe(1);
    await worker();
    const { state, experts } = await all.reads('signe', file);
    expect(state.disclosures.slice(-1)).toMatchObject([{ direction: 'INN', organ: 'Fastlege, Lia legesenter', basis: 'HPL_23_4', unverified: 'JA' }]);
    expect(state.disclosures.at(-1)?.shared).toContain('To blå merker 3. mars.');
    expect(state.experts).toMatchObject([{ askId, answered: { expertName: 'Astrid Holm' } }]);
    expect(experts).toMatchObject([{ askId, coded: false }]);
    expect((await superuser.query('select 1 from app.expert_answer')).rowCount).toBe(0);
    const late = await all.world.house.door.unaudited(NORDFJELLA, 'test', lateCases);
    expect(late.find(({ fileId }) => fileId === file)?.clocks.map(({ clock }) => clock), 'whoever leads the case is told').toContain('EXPERT_ANSWER');
    await all.does('signe', 'readExpertAnswer', file, { expertAsk: askId });
  });

  test('wrong, used, expired, withdrawn and unknown codes are answered alike, and so is one that is locked', async () => {
    const [used, other, locked, late] = [await asks(), await asks(), await asks(), await asks()];
    expect(opens(await types(used.code))).toBe(true);
    await all.does('signe', 'withdrawExpert', file, { expertAsk: other.askId });
    for (let n = 0; n < 5; n += 1) await guess(locked.code);
    const pages: [string, Page][] = [];
    for (const code of [used.code, other.code, locked.code, `${used.code.slice(0, 5)}0000 0000 0000`, 'hei']) pages.push([code, await types(code)]);
    const then = all.world.clock.now;
    all.world.clock.now = addMs(then, 16 * DAY_MS);
    const after: [string, Page][] = [];
    try {
      for (const code of [late.code, 'hei']) after.push([code, await types(code)]);
    } finally {
      all.world.clock.now = then;
    }
    expect(new Set([...pages, ...after].map(([, { status }]) => status))).toEqual(new Set([200]));
    for (const alike of [pages, after]) expect(new Set(alike.map(([code, page]) => bare(page, code))).size).toBe(1);
    const { experts } = await all.reads('signe', file);
    expect(experts.find(({ askId }) => askId === locked.askId)).toMatchObject({ tries: 5, openedAt: undefined });
  }, 300_000);

  test('tries are counted for every process at once: of eight at the same time five are judged, and the right one is too late', async () => {
    const { code, askId } = await asks();
    const second = openSite(all.world);
    await Promise.all(Array.from({ length: 8 }, (_, n) => guess(code, n % 2 === 0 ? site : second)));
    await second.close();
    expect((await all.reads('signe', file)).experts.find((one) => one.askId === askId)).toMatchObject({ tries: 5 });
    expect(opens(await types(code))).toBe(false);
  }, 300_000);

  test('it opens once, for the page it was opened on: a lost answer on a bad line opens it again there, and nowhere else', async () => {
    const { code, askId } = await asks();
    const { token } = await site.get('/svar');
    expect(opens(await site.post('/svar', { skjema: token, kode: code }))).toBe(true);
    expect(opens(await site.post('/svar', { skjema: token, kode: code }))).toBe(true);
    expect(opens(await types(code))).toBe(false);
    const renewed = await all.world.house.door.enter(STEPS.renewExpertCode, await all.world.person('signe'), { caseId: file, expertAsk: askId });
    const again = renewed.ok ? renewed.value.code ?? '' : '';
    expect(opens(await types(code)), 'the code before opens nothing').toBe(false);
    expect(opens(await types(again))).toBe(true);
  });

  test('what was typed is never lost: a fault keeps it, and so does a question that was closed meanwhile', async () => {
    const { code, askId } = await asks();
    const page = await types(code);
    const faulty = await answers(page, { navn: '' });
    expect([faulty.status, faulty.words.includes('To blå merker 3. mars.'), opens(faulty)]).toEqual([422, true, true]);
    await all.does('signe', 'withdrawExpert', file, { expertAsk: askId });
    const closed = await answers(faulty);
    expect([closed.status, closed.words.includes('Spørsmålet er lukket'), closed.words.includes('To blå merker 3. mars.')]).toEqual([422, true, true]);
  });

  test('«Forlat siden» takes the question off the screen for good', async () => {
    const { code } = await asks();
    const page = await types(code);
    await site.post('/forlat', { token: page.token });
    expect((await answers(page, { navn: '' })).to).toBe('/kalender');
  });

  test('closing the case closes its questions, and what would open them is gone', async () => {
    const ends = await classified(all);
    const { code, askId } = await asks('signe', ends);
    await toClosing(all, ends);
    expect(opens(await types(code)), 'while it is only proposed').toBe(true);
    const other = await asks('signe', ends);
    await all.does('kari', 'closeCase', ends, { learning: 'Spør tidlig.', reporterFeedback: 'BARE_MOTTATT', figuresUnknown: ['UKJENT'], proposal: (await all.reads('kari', ends)).state.closingProposal?.no });
    expect(opens(await types(other.code))).toBe(false);
    const left = await superuser.query('select 1 from app.expert_question where ask_id = any ($1) and (open or number is not null or for_code is not null)', [[askId, other.askId]]);
    expect(left.rowCount).toBe(0);
  });

  test('an answer under way holds the case open and lets no new code be made, and one that came in a closed case is on «Min dag»', async () => {
    const ends = await classified(all);
    const { code, askId } = await asks('signe', ends);
    await toClosing(all, ends);
    await answers(await types(code));
    const closes = async () => all.tries('kari', 'closeCase', ends, { learning: 'Spør tidlig.', reporterFeedback: 'BARE_MOTTATT', figuresUnknown: ['UKJENT'], proposal: (await all.reads('kari', ends)).state.closingProposal?.no });
    const renews = async () => all.world.house.door.enter(STEPS.renewExpertCode, await all.world.person('signe'), { caseId: ends, expertAsk: askId });
    expect(await renews()).toMatchObject({ ok: false, code: 'expert_under_way' });
    expect((await superuser.query('select number from app.expert_question where ask_id = $1', [askId])).rows, 'and no code opens it').toEqual([{ number: null }]);
    expect(await closes()).toBe('expert_under_way');
    expect((await all.reads('kari', ends)).state.status).toBe('TIL_AVSLUTNING');
    // One that could not be opened holds nothing, and comes when it can be.
    await superuser.query("update app.expert_answer set failure_code = 'cannot_open'");
    expect(await closes()).toBe('ok');
    await worker();
    const late = await all.world.house.door.unaudited(NORDFJELLA, 'test', lateCases);
    expect(late.find(({ fileId }) => fileId === ends)?.clocks.map(({ clock }) => clock)).toEqual(['EXPERT_ANSWER']);
    const day = await all.world.house.door.enter(myDay, await all.world.person('kari'), {});
    expect(day.ok && day.value.lines.find(({ fileId }) => fileId === ends)?.reason).toBe('expert_answer');
    await all.does('kari', 'readExpertAnswer', ends, { expertAsk: askId });
    const after = await all.world.house.door.enter(myDay, await all.world.person('kari'), {});
    expect(after.ok && after.value.lines.some(({ fileId }) => fileId === ends)).toBe(false);
  });

  test('the id of a question in another case is refused, and that question stays where it was with its code', async () => {
    const other = await classified(all);
    const { askId, code } = await asks();
    const stolen = await all.world.house.door.enter(STEPS.askExpert, await all.world.person('signe'), { caseId: other, ...ASKED, newId: askId, seen: 'JA' });
    expect(stolen).toMatchObject({ ok: false, code: 'expert_exists' });
    expect((await all.reads('signe', other)).state.experts).toEqual([]);
    expect(opens(await types(code))).toBe(true);
    const changed = await all.world.house.door.enter(STEPS.askExpert, await all.world.person('signe'), { caseId: file, ...ASKED, organ: 'Politiet', newId: askId, seen: 'JA' });
    expect(changed).toMatchObject({ ok: false, code: 'expert_exists' });
  });

  test('a new code after a new consent opens the question', async () => {
    await all.does('signe', 'recordConsent', file, { consentStatus: 'GITT_MUNTLIG', covers: 'Om helsa', consentToAll: ['ALLE'], consentPurpose: 'Råd om medisinene' });
    const { askId } = await asks('signe', file, { basis: 'SAMTYKKE' });
    const given = (await all.reads('signe', file)).state.consents.at(-1)?.consentId;
    await all.does('signe', 'withdrawConsent', file, { consentGiven: given, howWithdrawn: 'Muntlig' });
    await all.does('signe', 'recordConsent', file, { consentStatus: 'GITT_MUNTLIG', covers: 'Om helsa', consentToAll: ['ALLE'], consentPurpose: 'Råd om medisinene' });
    const renewed = await all.world.house.door.enter(STEPS.renewExpertCode, await all.world.person('signe'), { caseId: file, expertAsk: askId });
    expect(opens(await types(renewed.ok ? renewed.value.code ?? '' : renewed.code))).toBe(true);
  });

  test('a question that is answered opens no more, whatever code it were given', async () => {
    const { askId, code } = await asks();
    await superuser.query('update app.expert_question set answered_at = now() where ask_id = $1', [askId]);
    expect(opens(await types(code))).toBe(false);
    await superuser.query('update app.expert_question set answered_at = null where ask_id = $1', [askId]);
    expect(opens(await types(code))).toBe(true);
  });

  test('nothing of it lies in clear, and the code lies nowhere', async () => {
    const { code, askId } = await asks();
    const row = (await superuser.query<{ for_code: Buffer; row: string }>('select for_code, q::text as row from app.expert_question q where ask_id = $1', [askId])).rows[0];
    expect(row?.for_code.length).toBeGreaterThan(500);
    for (const word of ['Borghild', 'blåmerker', 'legesenter', 'medisiner', code.replaceAll(' ', ''), code.slice(5)]) expect(row?.row.includes(word) || row?.for_code.includes(word), word).toBe(false);
    const journal = (await all.reads('signe', file)).journal;
    expect(JSON.stringify(journal)).not.toContain(code.slice(5));
  });

  test('an answer that cannot be opened stays, and health sees it', async () => {
    const { code } = await asks();
    await answers(await types(code));
    await superuser.query('update app.expert_answer set sealed = set_byte(sealed, 60, get_byte(sealed, 60) # 1)');
    await worker();
    expect((await superuser.query('select failure_code from app.expert_answer')).rows).toEqual([{ failure_code: 'cannot_open' }]);
    expect(await all.world.house.door.unaudited(NORDFJELLA, 'test', ({ tx }) => answersWaitSince(tx, NORDFJELLA, addMs(all.world.clock.now, MINUTE)))).toBe(true);
    await superuser.query('update app.expert_answer set sealed = set_byte(sealed, 60, get_byte(sealed, 60) # 1)');
    await worker();
    expect((await superuser.query('select 1 from app.expert_answer')).rowCount).toBe(0);
  });
});
