import type { Socket } from 'node:net';
import type pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { mailLight } from '../../src/jobs/health.ts';
import type { Context } from '../../src/kernel/context.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import type { Mailer } from '../../src/kernel/outward/mail.ts';
import { openSmsGateway } from '../../src/kernel/outward/sms.ts';
import { addMs, instant, MINUTE } from '../../src/kernel/time.ts';
import { sentMessages } from '../../src/notices/queries.ts';
import { sendNotice, tellRegion, type WaysOut } from '../../src/notices/public.ts';
import { openReport } from '../../src/reports/queries.ts';
import { declareConnection } from '../../src/reports/commands/connection.ts';
import { chooseContact, setContact } from '../../src/staff/commands/contact.ts';
import { newWorld, MONDAY, NORDFJELLA, type World } from '../support/world.ts';
import { AMPLE, listening, mailerAt, mailServerHere, textServerHere, type MailServerHere } from '../support/mail-server.ts';
import { DAUGHTER, openAll, sender, type Sender } from '../support/submissions.ts';

let world: World;
let from: Sender;
let superuser: pg.Client;
let post: MailServerHere;

const HOUSE = 'https://intern.example';

const ways = (): WaysOut => ({ mailer: mailerAt(post.port, AMPLE), gateway: undefined, house: HOUSE });

beforeAll(async () => {
  world = await newWorld();
  from = await sender(world);
  superuser = await world.superuser();
  post = await mailServerHere();
  for (const subject of ['kari', 'jorunn', 'even', 'leif', 'reidun']) {
    const { userId } = await world.person(subject);
    expect(await world.house.door.enter(setContact, await world.person('ida'), { userId, email: `${subject}@post.example.org`, phone: '55 55 01 40' })).toMatchObject({ ok: true });
  }
});
afterAll(async () => {
  await post.close();
  await from.close();
  await world.close();
});
afterEach(async () => {
  post.got.length = 0;
  post.behaves = [];
  await superuser.query("set session_replication_role = replica; delete from app.notice; delete from app.notice_message; update app.report set seen_at = coalesce(seen_at, now()), decided_at = coalesce(decided_at, now()); set session_replication_role = origin");
  world.clock.now = MONDAY;
});

/** A report that has been opened by the worker. */
async function arrived(answers: Readonly<Record<string, string>> = {}): Promise<FileId> {
  const { draft } = await from.send({ ...DAUGHTER, ...answers });
  await openAll(world);
  return draft;
}

const inRegion = async <R>(work: (ctx: Context) => Promise<R>): Promise<R> => (await world.worker()).door.unaudited(NORDFJELLA, 'test', work);

/** What the round does, and then the queue, once. */
async function round(out: WaysOut = ways()): Promise<void> {
  const { door } = await world.worker();
  await tellRegion(door, NORDFJELLA, { mail: out.mailer !== undefined, sms: out.gateway !== undefined });
  await queue(out);
}

async function queue(out: WaysOut = ways()): Promise<void> {
  const { door } = await world.worker();
  const due = await inRegion((ctx) => ctx.tx.selectFrom('app.notice_message').select('message_id').where('region_id', '=', NORDFJELLA).where('next_attempt_at', '<=', ctx.now).execute());
  for (const { message_id: id } of due) await sendNotice(door, out, NORDFJELLA, id);
}

/** Tells, and sends the one message of it in this way. */
async function sendOne(mailer: Mailer): Promise<void> {
  const { door } = await world.worker();
  await tellRegion(door, NORDFJELLA, { mail: true, sms: false });
  const [row] = (await superuser.query<{ message_id: string }>('select message_id from app.notice_message')).rows;
  await sendNotice(door, { mailer, gateway: undefined, house: HOUSE }, NORDFJELLA, row?.message_id ?? '');
}

const states = async (): Promise<unknown[]> => (await superuser.query('select state, attempts, code from app.notice_message order by state, code')).rows.map((row) => [row.state, row.attempts, row.code]);
const light = () => mailLight(world.house, { mail: true, sms: false });
const receivers = () => post.got.map(({ to }) => to.split('@')[0]).toSorted();

describe('a report that comes', () => {
  test('is told to reception and coordinators at once, with the same bytes for each and nothing of it', async () => {
    await arrived({ sett: 'Pensjonen til Borghild forsvinner.' });
    await round();
    expect(receivers()).toEqual(['jorunn', 'kari']);
    const bare = post.got.map(({ raw }) => raw.replace(/^(To|Date|Message-ID): .*$/gm, '$1'));
    expect(new Set(bare).size).toBe(1);
    const everything = post.got.map(({ raw }) => `${raw}\n${Buffer.from(raw.split('\r\n\r\n')[1] ?? '', 'base64').toString('utf8')}`).join('\n');
    expect(everything).not.toMatch(/Borghild|Kvamme|pensjon|9903|Lia|Nordfjella|2026-[0-9A-Z]{6}|127\.0\.0\.1|nodemailer/i);
    expect(await states()).toEqual([['SENT', 1, null], ['SENT', 1, null]]);
  });

  test('is told once, though two houses look at the same moment and again and again', async () => {
    await arrived();
    const { door } = await world.worker();
    await Promise.all([1, 2, 3].map(() => tellRegion(door, NORDFJELLA, { mail: true, sms: false })));
    await Promise.all([queue(), queue(), queue()]);
    world.clock.now = addMs(MONDAY, 20 * MINUTE);
    await round();
    expect(receivers()).toEqual(['jorunn', 'kari']);
  });

  test('is known to be sent, also where somebody else looks at the message in the moment its sending ends', async () => {
    await arrived({ annen: 'Jorunn Vatne' });
    const sending = sendOne({ send: async () => {
      await superuser.query('begin; select from app.notice_message for update');
      return { kind: 'sent' };
    } });
    await expect.poll(async () => (await superuser.query("select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")).rowCount, { timeout: 10_000 }).toBe(1);
    await superuser.query('commit');
    await sending;
    expect(await states()).toEqual([['SENT', 1, null]]);
  });

  test('is never told to whoever it names', async () => {
    await arrived({ annen: 'Jorunn Vatne' });
    await round();
    expect(receivers()).toEqual(['kari']);
  });

  test('that names every one in reception is told to the reserve in another municipality', async () => {
    await arrived({ annen: 'Jorunn Vatne', sett: 'Kari Nordmo tar pengene, og Leif Brekken vet om det.' });
    await round();
    expect(receivers()).toEqual(['reidun']);
  });

  test('leaves nothing behind in the database that tells who was told', async () => {
    await arrived({ annen: 'Jorunn Vatne', sett: 'Hun sitter i stolen sin.' });
    await round();
    const { userId } = await world.person('kari');
    const dump = (await superuser.query('select n::text as a from app.notice n union all select m::text from app.notice_message m')).rows.map(({ a }: { a: string }) => a).join('\n');
    expect(dump).not.toContain(userId);
    expect(dump).not.toMatch(/post\.example|stolen|Vatne/);
  });
});

test('the list of what was sent shows no line about a file that its reader may not know of, and names nobody who was told: who is missing would be whom the report names', async () => {
  await arrived({ annen: 'Kari Nordmo' });
  await round();
  const lines = async (subject: string) => {
    const outcome = await world.house.door.enter(sentMessages, await world.person(subject), {});
    return outcome.ok ? outcome.value.messages.map(({ to, occasion, step, state }) => [to, occasion, step, state]) : outcome.code;
  };
  // Kari is named; where she is out, the reserve is the coordinator
  expect([await lines('kari'), await lines('even')]).toEqual([[], 'not_found']);
  // Jorunn and the reserve were told
  expect(await lines('ida')).toEqual([[undefined, 'NEW', 'OWN', 'SENT']]);
  post.behaves = ['later', 'later'];
  world.clock.now = addMs(MONDAY, MINUTE);
  await arrived({});
  await round();
  expect(await lines('ida'), 'so that the address can be put right').toContainEqual([expect.stringMatching(/^(?:Kari Nordmo|Jorunn Vatne)$/), 'NEW', 'OWN', 'FAILED']);
});

describe('a mail server', () => {
  test('that answers «later» gets the mail a minute after, and health is yellow meanwhile and green again', async () => {
    await arrived({ annen: 'Jorunn Vatne' });
    post.behaves = ['later'];
    await round();
    expect(await states()).toEqual([['FAILED', 1, 'smtp_451']]);
    expect(await light()).toBe('yellow');
    world.clock.now = addMs(MONDAY, MINUTE);
    await round();
    expect(receivers()).toEqual(['kari']);
    expect(await states()).toEqual([['SENT', 2, null]]);
    expect(await light()).toBe('green');
  });

  test('that takes the mail and dies before it answers: nobody knows, it is sent once more as the same mail, and never a third time', async () => {
    await arrived({ annen: 'Jorunn Vatne' });
    post.behaves = ['die', 'die', 'die'];
    await round();
    expect(await states()).toEqual([['UNCERTAIN', 1, 'connection_lost']]);
    for (const minutes of [1, 5, 60, 600]) {
      world.clock.now = addMs(MONDAY, minutes * MINUTE);
      await round();
    }
    expect(receivers()).toEqual(['kari', 'kari']);
    expect(new Set(post.got.map(({ raw }) => /^Message-ID: .*$/m.exec(raw)?.[0])).size).toBe(1);
    expect(new Set(post.got.map(({ raw }) => raw)).size).toBe(1);
    expect(await states()).toEqual([['UNCERTAIN', 2, 'connection_lost']]);
    expect(await light()).toBe('yellow');
  });

  test('that refuses is tried for a day, then it is given up, and health says so', async () => {
    await arrived({ annen: 'Jorunn Vatne' });
    post.behaves = Array.from({ length: 40 }, () => 'refuse' as const);
    for (let hours = 0; hours < 26; hours += 1) {
      world.clock.now = addMs(MONDAY, hours * 60 * MINUTE);
      await queueOnly(hours);
    }
    expect((await states()).filter((row) => Array.isArray(row) && row[0] === 'GIVEN_UP')).toHaveLength(1);
    expect(await light()).toBe('yellow');
  });

  /** The first hour tells; after that only the queue runs, or the digest of the next morning would be told as well. */
  async function queueOnly(hours: number): Promise<void> {
    if (hours === 0) await round();
    else await queue();
  }

  test('that says nothing, drips, or is not there holds nobody up: each attempt ends by itself', async () => {
    const open = new Set<Socket>();
    const silent = await listening((socket) => void open.add(socket));
    const dripping = await listening((socket) => {
      open.add(socket);
      const timer = setInterval(() => socket.write('2'), 100);
      socket.on('close', () => clearInterval(timer)).on('error', () => undefined);
    });
    await arrived({ annen: 'Jorunn Vatne' });
    const began = performance.now();
    await round({ mailer: mailerAt(silent.port), gateway: undefined, house: HOUSE });
    world.clock.now = addMs(world.clock.now, MINUTE);
    await round({ mailer: mailerAt(dripping.port), gateway: undefined, house: HOUSE });
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(await states()).toEqual([['FAILED', 2, expect.stringMatching(/no_answer|too_slow|connection_lost/)]]);
    for (const socket of open) socket.destroy();
    await silent.close();
    await dripping.close();
    world.clock.now = addMs(world.clock.now, 5 * MINUTE);
    await round({ mailer: mailerAt(silent.port), gateway: undefined, house: HOUSE });
    expect(await states()).toEqual([['FAILED', 3, 'no_connection']]);
    world.clock.now = addMs(world.clock.now, 15 * MINUTE);
    await round();
    expect(receivers()).toEqual(['kari']);
  });

  test('that is not set up sends nothing, and nothing waits for it; health is grey', async () => {
    await arrived();
    await round({ mailer: undefined, gateway: undefined, house: HOUSE });
    expect(await states()).toEqual([]);
    expect(await mailLight(world.house, { mail: false, sms: false })).toBe('grey');
  });

  test('killed together with us in the middle of an attempt gets the mail once more', async () => {
    await arrived({ annen: 'Jorunn Vatne' });
    void sendOne({ send: () => new Promise(() => undefined) });
    await expect.poll(states).toEqual([['UNCERTAIN', 1, 'under_way']]);
    await queue();
    expect(post.got).toEqual([]);
    world.clock.now = addMs(MONDAY, 5 * MINUTE);
    await queue();
    expect(receivers()).toEqual(['kari']);
    expect(await states()).toEqual([['SENT', 2, null]]);
  });
});

describe('a clock that runs out', () => {
  test('is told in one digest in the morning, however many there are, and once', async () => {
    await arrived({ kommune: '9901' });
    await arrived({ kommune: '9901', sett: 'Hun er redd.' });
    const out = ways();
    // what came is told on Monday; nobody reads it; the clock runs out at midnight between Tuesday and Wednesday
    await round(out);
    post.got.length = 0;
    for (const time of ['2026-03-03T23:30:00.000Z', '2026-03-04T06:01:00.000Z', '2026-03-04T09:00:00.000Z', '2026-03-04T14:00:00.000Z']) {
      world.clock.now = instant(time);
      await round(out);
    }
    expect(receivers()).toEqual(['jorunn', 'kari']);
    const told = await superuser.query("select why, count(*)::int as n from app.notice where step = 'OWN' and why <> 'NEW' group by 1");
    expect(told.rows).toEqual([{ why: 'SEEN', n: 4 }]);
    post.got.length = 0;
    world.clock.now = instant('2026-03-06T06:01:00.000Z');
    await round(out);
    expect(receivers()).toEqual(['leif']);
  });
});

describe('an Akutt that nobody has seen', () => {
  test('goes by text message after a quarter of an hour, once and with its number; seen, it does not', async () => {
    const gateway = await textServerHere();
    const { sent } = gateway;
    const out: WaysOut = { mailer: mailerAt(post.port, AMPLE), gateway: openSmsGateway(gateway.url, 'hemmelig'), house: HOUSE };
    const jorunn = await world.person('jorunn');
    expect(await world.house.door.enter(chooseContact, jorunn, { email: 'jorunn@post.example.org', phone: '55 55 01 41', lang: 'nb', newReport: true, akutt: true, digest: true, sms: true, standIn: '', from: '', to: '' })).toMatchObject({ ok: true });
    const file = await arrived({ fare: 'ja' });
    await round(out);
    expect([receivers(), sent]).toEqual([['jorunn', 'kari'], []]);
    world.clock.now = addMs(MONDAY, 16 * MINUTE);
    await round(out);
    world.clock.now = addMs(MONDAY, 18 * MINUTE);
    await round(out);
    expect(sent.map(({ body }) => body)).toEqual(Array.from({ length: 2 }, () => ({ to: '55550141', id: expect.any(String), text: 'Det er noe nytt i Voksenvern. Logg inn.' })));
    expect(sent[0]?.body).toEqual(sent[1]?.body);
    expect(sent[0]?.headers).toMatchObject({ authorization: 'Bearer hemmelig', 'idempotency-key': expect.any(String) });
    const kari = await world.person('kari');
    expect(await world.house.door.enter(declareConnection, kari, { reportId: file, connection: 'INGEN' })).toMatchObject({ ok: true });
    expect(await world.house.door.enter(openReport, kari, { reportId: file })).toMatchObject({ ok: true });
    post.got.length = 0;
    world.clock.now = addMs(MONDAY, 40 * MINUTE);
    await round(out);
    expect([receivers(), sent.length]).toEqual([[], 2]);
    await gateway.close();
  });
});
