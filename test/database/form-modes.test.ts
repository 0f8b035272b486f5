import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asId, systemChance, type FileId } from '../../src/kernel/ids.ts';
import type { NewEvent } from '../../src/kernel/journal/event.ts';
import { createFile, openFile } from '../../src/kernel/journal/file.ts';
import { newReceiptCode } from '../../src/kernel/sealing/receipt-code.ts';
import { openPublicKeyDirectory } from '../../src/kernel/sealing/provider-key.ts';
import { openPool } from '../../src/kernel/database/connect.ts';
import { readWindowSecret, windowKeys } from '../../src/kernel/sealing/window-secret.ts';
import { readBundle } from '../../src/regions/published.ts';
import { plan } from '../../src/reports/form/plan.ts';
import { readForm } from '../../src/reports/form/read.ts';
import type { ReportContent } from '../../src/reports/form/content.ts';
import { openIntake } from '../../src/reports/intake.ts';
import { REPORT_FILE } from '../../src/reports/public.ts';
import type { ReportEvent } from '../../src/reports/report.ts';
import { DAUGHTER, openAll, posted } from '../support/submissions.ts';
import { HOST, NORDFJELLA } from '../support/world.ts';
import { lives, type Lives } from './cases-support.ts';

let life: Lives;
beforeAll(async () => {
  life = await lives();
});
afterAll(() => life.close());

const NURSE = {
  fare: 'nei', hvem: 'ansatt', sted: 'HJEMMETJENESTE', voksen: 'ja', spurt: 'IKKE_TRYGT', grunn: 'ingen', kommune: '9903', hva: 'OKONOMISK', situasjon: 'DEMENS', barn: 'nei',
  sett: 'Hun vil bo hjemme. Dag etter dag mangler det penger.', navn: 'Borghild Kvamme', dittnavn: 'Ingunn Aasen', dittnummer: '55 55 03 22',
};
const SELF = {
  fare: 'nei', hvem: 'UTSATT_SELV', voksen: 'ja', onske: 'Jeg vil bo alene.', kallenavn: 'Rød', trygg: 'Aktivitetssenteret tirsdag 10–11', kommune: '9901', hva: 'PSYKISK', sett: 'Han låser døra.', barn: 'nei',
};

async function contentsOf(id: FileId): Promise<readonly ReportContent[]> {
  return life.world.house.door.unaudited(NORDFJELLA, 'test', async (ctx) => {
    await sql`select set_config('app.files', ${`{${id}}`}, true)`.execute(ctx.tx);
    return (await openFile(ctx, REPORT_FILE, id)).state.contents.map(({ report }) => report);
  });
}

describe('a consultation without names (mode C)', () => {
  test('arrives with everything that was asked, and with nobody’s name, also where one was typed', async () => {
    const id = await life.report(NURSE);
    const [content] = await contentsOf(id);
    expect(content).toMatchObject({ mode: 'C', reporter: { code: 'HJEMMETJENESTE' }, whatHappened: NURSE.sett });
    expect(JSON.stringify(content)).not.toMatch(/Borghild|Ingunn|5555|55 55/);
  });

  test('never becomes a case, not even beside another report', async () => {
    const asked = await life.report(NURSE);
    expect(await life.opens('kari', [asked])).toBe('consultation_only');
    expect(await life.opens('kari', [await life.report(), asked])).toBe('consultation_only');
  });
});

test('an anonymous relative’s report becomes a case, whose reporter stays a relative', async () => {
  const id = await life.opened('kari', { ...DAUGHTER, anonym: 'ja', dittnavn: 'Mona Kvamme' });
  const { state } = await life.reads('kari', id);
  expect(state.start).toMatchObject({ mode: 'B', reporter: { code: 'FAMILIE' } });
  expect(JSON.stringify(state.start)).not.toContain('Mona');
  const facts = await life.world.house.door.unaudited(NORDFJELLA, 'test', (ctx) => ctx.tx.selectFrom('stats.case_fact').select(['reporter', 'anonymous']).where('region_id', '=', NORDFJELLA).execute());
  expect(facts).toContainEqual({ reporter: 'FAMILIE', anonymous: true });
});

describe('words of one’s own', () => {
  const secret = (text: string) => readWindowSecret(text) ?? { kind: 'code' as const, code: newReceiptCode(systemChance) };

  test('open the person’s window, however they are typed again, and a code does not', async () => {
    const { draft, code } = await life.from.send({ ...SELF, kode: 'egne', egneord: 'Katten min liker blå tepper' });
    const found = async (text: string) => windowOf((await windowKeys(secret(text), NORDFJELLA)).lookup);
    expect(await found('katten min, liker BLÅ tepper')).toBe(draft);
    expect(await found('katten min liker grå tepper')).toBeUndefined();
    expect(await windowOf((await windowKeys({ kind: 'code', code }, NORDFJELLA)).lookup)).toBeUndefined();
  });

  test('that somebody else has are refused before anything is stored: no window ever opens for two', async () => {
    await life.from.send({ ...SELF, kode: 'egne', egneord: 'fire helt vanlige ord' });
    const second = asId<'file'>(systemChance.uuid());
    await expect(life.from.send({ ...SELF, kallenavn: 'Blå', kode: 'egne', egneord: 'Fire helt vanlige ord' }, second)).rejects.toMatchObject({ code: 'VV020' });
    const rows = await life.world.house.door.unaudited(NORDFJELLA, 'test', (ctx) => ctx.tx.selectFrom('app.report_ledger').select('report_id').where('report_id', '=', second).execute());
    expect(rows).toEqual([]);
    const other = await life.from.send({ ...SELF, kallenavn: 'Blå', kode: 'egne', egneord: 'fem ganske andre ord her' }, second);
    expect(other.submitted.outcome).toBe('stored');
  });

  test('sent twice by the same person are one report, and no fault', async () => {
    const answers = { ...SELF, kode: 'egne', egneord: 'sent to ganger av meg' };
    const first = await life.from.send(answers);
    const again = await life.from.send(answers, first.draft, first.code);
    expect([first.submitted.outcome, again.submitted.outcome]).toEqual(['stored', 'repeated']);
  });

  async function windowOf(lookup: string): Promise<FileId | undefined> {
    const row = await life.world.house.door.unaudited(NORDFJELLA, 'test', (ctx) => ctx.tx.selectFrom('app.report_window').select('report_id').where('region_id', '=', NORDFJELLA).where('lookup', '=', lookup).executeTakeFirst());
    return row?.report_id;
  }
});

describe('what was stored as version 1', () => {
  /** A content as it was written before there was a kind. */
  function first(answers: Readonly<Record<string, string>>): ReportContent {
    const read = readForm(posted(answers));
    const planned = read.answers && plan(read.answers, { region: NORDFJELLA, draftId: asId<'file'>(systemChance.uuid()), receivedAt: life.world.clock.now, lang: 'nb', channel: 'NETTSKJEMA' });
    if (planned?.ok !== true) throw new Error('the form has problems');
    const { kind: _, ...rest } = planned.value.content;
    return { ...rest, version: 1 } as unknown as ReportContent; // as it stood in the journal and in the envelope
  }

  test('and lies in an envelope, arrives as before', async () => {
    const pool = openPool({ url: life.world.url('public'), max: 1 });
    const keys = openPublicKeyDirectory(life.world.publicKeysDir);
    const intake = openIntake(pool, keys.fingerprint);
    const row = await intake.publishedSite(HOST);
    const bundle = row === undefined ? undefined : readBundle(keys.rootPublic, row, HOST);
    if (bundle === undefined) throw new Error('the site is not published');
    const draft = asId<'file'>(systemChance.uuid());
    await openAll(life.world);
    await intake.submit({ region: NORDFJELLA, draftId: draft, content: first(DAUGHTER), canonical: 'an old one', wantsCode: true }, newReceiptCode(systemChance), bundle.intake, life.world.clock.now);
    await pool.end();
    expect(await openAll(life.world)).toEqual({ opened: 1, unreadable: 0 });
    expect(await contentsOf(draft)).toMatchObject([{ kind: 'report', version: 2, mode: 'A', whatHappened: DAUGHTER['sett'] }]);
  });

  test('and stands in a journal, is read as today’s, and its case opens', async () => {
    const id = asId<'file'>(systemChance.uuid());
    const { now } = life.world.clock;
    const arrived: NewEvent<ReportEvent> = {
      type: 'ReportArrived', version: 1, happenedAt: now, content: { reference: '2026-AAAAA1', channel: 'NETTSKJEMA', receivedAt: now, report: first({ ...DAUGHTER, kommune: 'annen', annenkommune: 'Bergen' }), leftOut: [], forReserve: false },
    };
    await (await life.world.worker()).door.unaudited(NORDFJELLA, 'test', async (ctx) => {
      await sql`select set_config('app.files', ${`{${id}}`}, true)`.execute(ctx.tx);
      await createFile(ctx, REPORT_FILE, id, [arrived]);
    });
    expect(await contentsOf(id)).toMatchObject([{ kind: 'report', version: 2, mode: 'A', person: { municipality: '4601' } }]);
    expect(await life.opens('kari', [id])).toBe('ok');
  });
});
