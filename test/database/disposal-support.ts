import pg from 'pg';
import type { FileId } from '../../src/kernel/ids.ts';
import { confirmDisposal, proposeDisposal } from '../../src/privacy/commands/disposal.ts';
import { archiveList, type Archive } from '../../src/privacy/queries/archive.ts';
import { confirmRole, proposeRole } from '../../src/staff/commands/roles.ts';
import { value } from '../support/door.ts';
import { DAUGHTER } from '../support/submissions.ts';
import { NORDFJELLA } from '../support/world.ts';
import { CLASSIFY, CLOSING, declare, END, letIn, toClosing, type Lives } from './cases-support.ts';

/** The role of archivist, proposed by one and confirmed by another as everybody gets it. */
export async function makeArchivist(all: Lives, who: string): Promise<void> {
  const { door } = all.world.house;
  const { grantId } = value(await door.enter(proposeRole, await all.world.person('kari'), { userId: await all.id(who), role: 'ARKIVAR' }));
  value(await door.enter(confirmRole, await all.world.person('leif'), { grantId }));
}

/** A case in Leif's municipality that was closed by two; as a mistake where it is kept for a short time. */
export async function closedWith(all: Lives, retention: string): Promise<FileId> {
  const file = await all.opened('kari', { ...DAUGHTER, kommune: '9901' });
  await closes(all, file, retention);
  return file;
}

/** From opened to closed. */
export async function closes(all: Lives, file: FileId, retention: string): Promise<void> {
  await letIn(all, 'even', file);
  await all.does('kari', 'proposeClassification', file, { ...CLASSIFY, lead: await all.id('signe') });
  await all.does('even', 'confirmClassification', file, { proposal: await all.proposal('even', file) });
  await declare(all, 'signe', file);
  await (retention === 'KORT' ? all.does('signe', 'proposeClosing', file, { ...CLOSING, reasons: ['FEILREGISTRERT'] }) : toClosing(all, file));
  await all.does('kari', 'closeCase', file, { ...END, retention, proposal: await all.proposal('kari', file) });
}

export async function archiveOf(all: Lives, who: string): Promise<Archive> {
  return value(await all.world.house.door.enter(archiveList, await all.world.person(who), {}));
}

/** The id of the proposal, or the code of why not. */
export async function proposes(all: Lives, who: string, file: FileId, operation: string, receiver = '', fetched = false): Promise<string> {
  const outcome = await all.world.house.door.enter(proposeDisposal, await all.world.person(who), { caseId: file, operation, receiver, fetched });
  return outcome.ok ? outcome.value.disposalId : outcome.code;
}

/** «ok», or the code of why not. */
export async function confirms(all: Lives, who: string, disposalId: string): Promise<string> {
  const outcome = await all.world.house.door.enter(confirmDisposal, await all.world.person(who), { disposalId });
  return outcome.ok ? 'ok' : outcome.code;
}

/** Both in the same moment: each stands in line behind somebody else who disposes of or holds something, in this order, before either goes on. */
export async function atOnce<A, B>(all: Lives, first: () => Promise<A>, second: () => Promise<B>): Promise<[A, B]> {
  return behind(all, [['select pg_advisory_xact_lock(hashtextextended($1, 0))', [`disposals ${NORDFJELLA}`]]], first, second);
}

/** Both in the same moment: each waits for what somebody else in the database does and has not committed, the first one alone at first. */
export async function behind<A, B = undefined>(all: Lives, does: readonly (readonly [sql: string, values: unknown[]])[], first: () => Promise<A>, second?: () => Promise<B>): Promise<[A, B]> {
  const before = new pg.Client({ connectionString: all.world.url('superuser') });
  await before.connect();
  await before.query('begin');
  for (const [sql, values] of does) await before.query(sql, values);
  const one = first();
  await inLine(before, 1, one);
  const two = second?.();
  if (two !== undefined) await inLine(before, 2, two);
  await before.query('commit');
  await before.end();
  return Promise.all([one, two as Promise<B>]); // undefined where B is
}

/** Asks until so many wait. Somebody who is done without having waited would make a race that cannot be lost. */
async function inLine(client: pg.Client, many: number, last: Promise<unknown>): Promise<void> {
  let over = false;
  void last.finally(() => { over = true; }).catch(() => undefined);
  for (;;) {
    // statistics stand still within a transaction until they are let go
    await client.query('select pg_stat_clear_snapshot()');
    const found = await client.query<{ n: number }>(`select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`);
    if (found.rows[0]?.n === many) return;
    if (over) throw new Error('went on without waiting');
  }
}
