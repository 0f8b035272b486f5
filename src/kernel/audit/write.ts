import { sql } from 'kysely';
import type { Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import type { FileId } from '../ids.ts';
import { auditRowMac } from '../sealing/mac.ts';

export function actorText(actor: Actor): string {
  return actor.kind === 'person' ? actor.userId : `system:${actor.task}`;
}

/**
 * Writes the one audit row of a use case: who, what, how it went, which files' sealed content was opened or written,
 * and each file's newest journal entry (so that a cut-off end shows). Commits with the work itself, or neither does.
 * @param asked files that were asked for and not opened: they stand in the row without an entry
 */
export async function writeAudit(ctx: Context, useCase: string, outcome: string, asked: readonly FileId[] = []): Promise<void> {
  const files = [...new Set([...ctx.touched.keys(), ...asked])].sort();
  const heads = headsText(ctx);
  const auditId = ctx.chance.uuid();
  const actor = actorText(ctx.actor);
  const xid = await sql<{ xid: string }>`select pg_current_xact_id()::text as xid`.execute(ctx.tx);
  const number = xid.rows[0]?.xid ?? '0';
  const mac = auditRowMac(ctx.keys.audit, auditFields({ regionId: ctx.regionId, auditId, at: ctx.now, actor, useCase, outcome, files, heads, xid: number }));
  await sql`insert into kernel.audit_event (region_id, audit_id, at, actor, use_case, outcome, files, heads, xid, mac)
    values (${ctx.regionId}, ${auditId}, ${ctx.now}, ${actor}, ${useCase}, ${outcome}, ${files}::uuid[], ${heads}::jsonb, ${number}::text::xid8, ${mac})`.execute(ctx.tx);
}

/** `[file, seq, mac]` for each file, `[key, number, mac, 'record']` for each row under a MAC of its own. */
function headsText(ctx: Context): string {
  const files = [...ctx.touched.keys()].sort().map((file) => [file, ctx.touched.get(file)?.seq ?? 0, ctx.touched.get(file)?.mac ?? '']);
  const records = [...ctx.records.keys()].sort().map((key) => [key, ctx.records.get(key)?.seq ?? 0, ctx.records.get(key)?.mac ?? '', 'record']);
  return JSON.stringify([...files, ...records]);
}

export type AuditFacts = {
  readonly regionId: string; readonly auditId: string; readonly at: string; readonly actor: string; readonly useCase: string;
  readonly outcome: string; readonly files: readonly string[]; readonly heads: string; readonly xid: string;
};

/** The facts an audit row's MAC covers; `heads` in the canonical text that JSON gives, so that it is the same on the way back. */
export function auditFields(facts: AuditFacts) {
  const { regionId, auditId, at, actor, useCase, outcome, files, xid } = facts;
  const heads: unknown = JSON.parse(facts.heads);
  return { region: regionId, id: auditId, at, actor, useCase, outcome, files, heads: JSON.stringify(heads), xid };
}
