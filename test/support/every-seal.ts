import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Lived } from '../access/lived.ts';
import { documentPlace } from '../../src/cases/commands/documents.ts';
import { saveTemplate } from '../../src/cases/commands/letter-templates.ts';
import { changeReview, findReview } from '../../src/cases/commands/reviewed.ts';
import { wholePlace } from '../../src/cases/commands/whole.ts';
import { CASE_FILE } from '../../src/cases/file.ts';
import { sealComment, sealFile, sealWritten } from '../../src/documents/commands/sealed.ts';
import type { Context } from '../../src/kernel/context.ts';
import { asId } from '../../src/kernel/ids.ts';
import { openFile } from '../../src/kernel/journal/file.ts';
import type { Outcome } from '../../src/kernel/outcome.ts';
import { seal } from '../../src/kernel/sealing/sealed.ts';
import { addDays, osloDay, osloInstant } from '../../src/kernel/time.ts';
import { TELL_TASK, tellNotices } from '../../src/notices/commands/tell.ts';
import { holdCase } from '../../src/privacy/commands/holds.ts';
import { keepDecided } from '../../src/privacy/commands/kept-request.ts';
import { readEnquiry } from '../../src/reports/commands/enquiries.ts';
import { settleLost } from '../../src/reports/commands/ledger.ts';
import { sealTerms } from '../../src/staff/commands/supervisions.ts';
import { keepContact } from '../../src/staff/contacts.ts';
import { addGrant } from '../../src/staff/vouched.ts';
import { NORDFJELLA } from './world.ts';

function ok(outcome: Outcome<unknown>): void {
  if (!outcome.ok) throw new Error(outcome.code);
}

/** A value in every sealed column that the lived world has none in: by the commands where they need no more than this, else by the module's own words for the place. */
export async function sealOneOfEach({ all, house, ids: { here }, superuser }: Lived): Promise<void> {
  const { world } = all;
  const [kari, leader] = [await world.person('kari'), await world.person('leif')];
  await superuser.query("delete from app.ledger_lost where sealed = '\\x00'"); // of which no key of ours made a byte
  await superuser.query(`insert into app.ledger_lost (region_id, lost_id, report_id, part, channel, kind, fingerprint, received_at, found_at)
    values ($1, $2, gen_random_uuid(), 0, 'TELEFON', 'report', '\\x00112233445566778899', '2026-01-01T08:00:00Z', '2026-01-02T08:00:00Z')`, [NORDFJELLA, here.lost]);
  ok(await house.door.enter(settleLost, leader, { lostId: here.lost, did: 'Ringte innsenderen.' }));
  const held = await superuser.query<{ reference: string }>('select reference from app.case_file where file_id = $1', [here.case]);
  ok(await house.door.enter(holdCase, leader, { reference: held.rows[0]?.reference, held: 'ja', ground: 'KRAV', why: 'Krav om erstatning.' }));
  ok(await house.door.enter(readEnquiry, kari, { enquiryId: here.enquiry, done: 'Ringte tilbake.' }));
  ok(await house.door.enter(saveTemplate, kari, { letter: 'BREV', lang: 'nb', version: '0', text: 'Hei. Vi vil snakke med deg.' }));
  await all.does('signe', 'writeNightCard', asId<'file'>(here.case), { codeWord: 'Blå hest', agreed: 'Ikke ring tilbake.', cardAlias: 'Rød' });
  await house.door.unaudited(NORDFJELLA, 'test', (ctx) => keepContact(ctx, kari.userId, { email: 'kari@post.example.org' }));
  await house.door.unaudited(NORDFJELLA, 'test', (ctx) => {
    const id = randomUUID();
    const terms = sealTerms(ctx, id, { supervisor: 'STATSFORVALTER', basis: 'HTL', grounds: 'Klage på et vedtak.', municipalities: [] });
    return addGrant(ctx, { grant_id: id, user_id: kari.userId, role: 'TILSYN', proposed_by: leader.userId, proposed_at: ctx.now, confirmed_by: null, confirmed_at: null, municipality_id: null, until: ctx.now, terms });
  });
  await all.report();
  world.clock.now = osloInstant(addDays(osloDay(world.clock.now), 1), 9, 0);
  ok(await (await world.worker()).door.enter(tellNotices, { kind: 'system', regionId: NORDFJELLA, task: TELL_TASK }, { mail: true, sms: false }));
  await superuser.query('set session_replication_role = replica');
  await house.door.unaudited(NORDFJELLA, 'test', (ctx) => withKeys(ctx, here, superuser));
  await superuser.query('reset session_replication_role');
  await house.door.unaudited(NORDFJELLA, 'test', async (ctx) => {
    const review = await findReview(ctx, here.review);
    if (review !== undefined) await changeReview(ctx, review, 'I_ORDEN', 'Hun hadde saken.', kari.userId);
  });
}

async function withKeys(ctx: Context, here: Lived['ids']['here'], superuser: Lived['superuser']): Promise<void> {
  const fileId = asId<'file'>(here.case);
  await sql`select set_config('app.files', ${`{${fileId}}`}, true)`.execute(ctx.tx);
  const { key } = await openFile(ctx, CASE_FILE, fileId);
  await keepDecided(ctx, fileId, here.request, key.seal, { decisions: {} });
  const [document, whole, comment] = [randomUUID(), randomUUID(), randomUUID()];
  const insert = (text: string, values: readonly unknown[]) => superuser.query(text, [ctx.regionId, ...values]);
  await insert(`insert into app.case_document_file (region_id, file_id, document_id, version, made_at, sealed) values ($1, $2, $3, 1, $4, $5)`,
    [fileId, document, ctx.now, seal(key.seal, 'Et brev.', documentPlace(ctx, { document_id: document, version: 1 }), 'text', ctx.chance)]);
  const [pdf, json] = (['sealed_pdf', 'sealed_json'] as const).map((field) => seal(key.seal, 'En sak.', wholePlace(ctx, { whole_id: whole }, field), 'text', ctx.chance));
  await insert(`insert into app.case_whole_file (region_id, file_id, whole_id, sealed_pdf, sealed_json) values ($1, $2, $3, $4, $5)`, [fileId, whole, pdf, json]);
  await insert(`insert into app.publication_comment (region_id, publication_id, comment_id, part, written_by, written_at, sealed) values ($1, $2, $3, 'P', $3, $4, $5)`, [here.publication, comment, ctx.now, sealComment(ctx, comment, 'Kortere.')]);
  await insert(`insert into app.publication_part (region_id, publication_id, part, revision, carried, written_by, written_at, sealed) values ($1, $2, 'P', 1, false, $3, $4, $5)`,
    [here.publication, comment, ctx.now, sealWritten(ctx, here.publication, 'P', 1, { text: 'Et år.', lines: [] })]);
  await insert('update app.publication_output set made_at = $4, sealed_file = $3 where region_id = $1 and output_id = $2', [here.output, sealFile(ctx, here.output, Buffer.from('En fil.')), ctx.now]);
}
