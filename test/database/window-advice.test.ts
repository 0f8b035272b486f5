import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFile } from '../../src/kernel/journal/file.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import { REPORT_FILE } from '../../src/reports/file.ts';
import { jpeg } from '../support/sample-files.ts';
import { openSite, type Site } from '../support/site.ts';
import { openAll } from '../support/submissions.ts';
import { newWorld, NORDFJELLA, type World } from '../support/world.ts';

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

/** What arrived since, as the journal has it. */
async function dialogueOf(reportId: FileId) {
  await openAll(world);
  return world.house.door.unaudited(NORDFJELLA, 'test', async (ctx) => {
    await sql`select set_config('app.files', ${`{${reportId}}`}, true)`.execute(ctx.tx);
    return (await openFile(ctx, REPORT_FILE, reportId)).state.dialogue;
  });
}

describe('the window of an anonymous consultation', () => {
  const NURSE = {
    fare: 'nei', hvem: 'ansatt', sted: 'HJEMMETJENESTE', voksen: 'ja', spurt: 'IKKE_SPURT', grunn: 'ingen', kommune: '9903', alder: 'A80', hva: 'OKONOMISK', situasjon: 'DEMENS', barn: 'nei',
    sett: 'Vi finner tomt kjøleskap dag etter dag. Hva gjør vi?',
  };

  /** Asked with the form, whose token is kept: the receipt of a consultation carries none. */
  async function asked(): Promise<{ token: string; code: string }> {
    const { token } = await site.get('/meld');
    const { words } = await site.post('/meld', { skjema: token, ...NURSE });
    return { token, code: /\b(?:[0-9A-HJKMNP-TV-Z]{4} ){3}[0-9A-HJKMNP-TV-Z]{4}\b/.exec(words)?.[0] ?? '' };
  }

  test('says so, takes no file and asks about names from its first second, before anybody has opened the envelope', async () => {
    const { token, code } = await asked();
    const page = await site.open(code);
    expect([page.words.includes('Dette er en anonym drøfting'), page.text.includes('name="fil"')]).toEqual([true, false]);
    const named = await site.post('/kvittering', { skjema: page.token, svar: 'Jeg så at Borghild var redd.' });
    expect([named.status, named.words.includes('«Borghild» er ikke et navn')]).toEqual([422, true]);
    for (const one of [named.token, token]) expect((await site.upload(one, jpeg())).words).toContain('I en anonym drøfting tar vi ikke imot filer');
    await openAll(world);
    expect(await world.house.door.unaudited(NORDFJELLA, 'test', (ctx) => ctx.tx.selectFrom('app.report_file').select('object_id').execute())).toEqual([]);
  });

  test('is a report’s window from when somebody names the person and sends the form again', async () => {
    const { token, code } = await asked();
    expect((await site.post('/meld', { skjema: token, ...NURSE, spurt: 'GITT_MUNTLIG', grunn: '', navn: 'Borghild Kvamme', tjeneste: 'Hjemmetjenesten', dittnavn: 'Ingunn Aasen', dittnummer: '55 55 03 22' })).status).toBe(200);
    expect((await site.open(code)).words).not.toContain('Dette er en anonym drøfting');
  });

  test('takes no number, asks about each word that may be a name, and keeps every word meanwhile', async () => {
    const { draft, code } = await site.report(NURSE);
    await openAll(world);
    const page = await site.open(code);
    expect(page.words).toContain('Dette er en anonym drøfting');
    const told = 'Ring sønnen på 55 55 01 33. Jeg så at Borghild var redd.';
    const numbered = await site.post('/kvittering', { skjema: page.token, svar: told, ikkenavn: 'Borghild' });
    expect([numbered.status, numbered.words.includes('Ta bort dette før du sender: 55 55 01 33'), numbered.text.includes(told)]).toEqual([422, true, true]);
    const named = await site.post('/kvittering', { skjema: numbered.token, svar: 'Jeg så at Borghild var redd.' });
    expect([named.status, named.words.includes('«Borghild» er ikke et navn')]).toEqual([422, true]);
    expect((await dialogueOf(draft)).theirs).toEqual([]);
    const sent = await site.post('/kvittering', { skjema: named.token, svar: 'Jeg så at Borghild var redd.', ikkenavn: 'Borghild' });
    expect(sent.status).toBe(200);
    expect((await dialogueOf(draft)).theirs.map(({ text }) => text)).toEqual(['Jeg så at Borghild var redd.']);
  });

  test('takes no file, which nobody could look through for a face or a name', async () => {
    const { code, draft } = await site.report(NURSE);
    await openAll(world);
    const page = await site.open(code);
    expect(page.text).not.toContain('name="fil"');
    const tried = await site.upload(page.token, jpeg());
    expect([tried.status, tried.words.includes('I en anonym drøfting tar vi ikke imot filer')]).toEqual([422, true]);
    expect((await dialogueOf(draft)).attachments).toEqual([]);
    const other = await site.report();
    await openAll(world);
    expect((await site.open(other.code)).text).toContain('name="fil"');
  });
});
