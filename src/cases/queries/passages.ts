import type { Context } from '../../kernel/context.ts';
import type { FileId } from '../../kernel/ids.ts';
import { openFile } from '../../kernel/journal/file.ts';
import { REPORT_FILE, veiled } from '../../reports/public.ts';
import type { CaseState } from '../case.ts';
import type { CaseEvent } from '../events.ts';
import { passagesOf, type Passage } from '../passages.ts';
import { reportPassages, type OpenReport } from '../report-passages.ts';
import { isAddressHidden, protectionOf } from '../secrecy.ts';
import { saidSecret } from '../told.ts';

type Held = { readonly state: CaseState; readonly events: readonly CaseEvent[]; /** the reports that it holds */ readonly reports: readonly OpenReport[] };

/**
 * Every piece of an open case, and of the reports that it holds, that is given or withheld by itself. An address that is protected or said to be secret, and what
 * tells of the place of a strictly confidential one, is in none: a letter may be read by others.
 */
export function passagesIn({ state, events, reports }: Held): Passage[] {
  const covers = { reporter: false, address: protectionOf(state) !== undefined || isAddressHidden(state, saidSecret(reports.map((one) => one.state))), place: protectionOf(state)?.level === 'STRENGT' };
  const own = passagesOf(veiled(events, covers));
  return [...own, ...reports.flatMap((one) => reportPassages(veiled(one, covers), own))];
}

/** The reports of a case with their own journals. The verdict has opened their files; nothing counts as read by it. */
export async function openReports(ctx: Context, reports: readonly FileId[]): Promise<OpenReport[]> {
  const open: OpenReport[] = [];
  for (const fileId of reports) {
    const { state, events } = await openFile(ctx, REPORT_FILE, fileId);
    open.push({ fileId, state, events });
  }
  return open;
}
