import type { Context } from '../../kernel/context.ts';
import type { FileId } from '../../kernel/ids.ts';
import { openFile } from '../../kernel/journal/file.ts';
import { hasShelterBasis, shielded } from '../../reports/public.ts';
import { standing, type Standing } from '../access.ts';
import type { AskedCase } from '../commands/asked.ts';
import { heldReports } from '../commands/held.ts';
import { safeWays } from '../documents.ts';
import { CASE_FILE } from '../file.ts';
import { isInitials } from '../projection.ts';
import { protectionOf } from '../secrecy.ts';
import type { Held } from '../store/read.ts';
import { told } from '../told.ts';
import { readable } from './rows.ts';

/** As whom one gets in touch with the person. */
const CALLS: readonly Standing[] = ['coordinator', 'case_lead'];

/**
 * How those who gave a name of their own want to be met, by case: what the case counts as safe now, of all that was reported and planned (documents.ts). Only for whoever gets in touch, and not where the address is
 * confidential: a way may say where. The verdict has opened the cases that this person may read, with the reports they hold.
 */
export async function ownWays(ctx: Context, asked: readonly AskedCase[], names: ReadonlyMap<FileId, string>, held: readonly Held[]): Promise<ReadonlyMap<FileId, string>> {
  const open = new Set(readable(asked));
  const found = new Map<FileId, string>();
  for (const { actor, facts, asker } of asked) {
    const name = names.get(facts.fileId);
    if (name === undefined || isInitials(name) || !open.has(facts.fileId) || !CALLS.includes(standing(actor, facts, asker.now))) continue;
    const { state } = await openFile(ctx, CASE_FILE, facts.fileId);
    const reports = await heldReports(ctx, held.filter((one) => one.file_id === facts.fileId).map((one) => one.report_id));
    const shown = shielded({ state, reports }, hasShelterBasis(actor.roles));
    const says = told(shown);
    const ways = says.addressSecret || protectionOf(state) !== undefined ? [] : safeWays(shown.state, says);
    if (ways.length > 0) found.set(facts.fileId, ways.join('; '));
  }
  return found;
}
