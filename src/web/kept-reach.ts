import { judgeCase } from '../cases/public.ts';
import { readsConsultation } from '../consultations/public.ts';
import type { Context } from '../kernel/context.ts';
import { asId } from '../kernel/ids.ts';
import type { Verdict } from '../kernel/verdict.ts';
import { meetReport } from '../reports/public.ts';
import { aboutOf, caseInMeeting, mustProve, type KeptForm, type Reach } from '../staff/public.ts';

/** Under these stand the pages of files. */
const FILES = ['/saker/', '/mottak/', '/drofting/'];

/** Whether keptReach judges what stands on this page: it is of one file. What stands on any other, a list or the form of a new one among them, the page's own rule judges, by whether it opens (kept-routes.tsx). */
export function isOfFile(path: string): boolean {
  return aboutOf(path) !== undefined && FILES.some((place) => path.startsWith(place));
}

/** Whether whoever typed in this form may still read what it is about: a form that is fetched back shows what the page had filled in (decision 0096). */
export async function keptReach(ctx: Context, { path, action }: Pick<KeptForm, 'path' | 'action'>): Promise<Reach> {
  const about = caseInMeeting(action) ?? (isOfFile(path) ? aboutOf(path) : undefined);
  if (about === undefined) return 'reads';
  const fileId = asId<'file'>(about);
  const inCase = await judgeCase(ctx, fileId);
  const found = inCase ?? await meetReport(ctx, fileId);
  if (found !== undefined && mayBeShown(found.reads)) return mustProve(ctx.actor, found.strict, ctx.now) ? 'sign_in' : 'reads';
  return inCase === undefined && (await readsConsultation(ctx, about)).allow ? 'reads' : 'closed';
}

/** Where only the answer to the question before content is missing, the page asks it, and shows nothing else. */
function mayBeShown(reads: Verdict): boolean {
  return reads.allow || reads.because === 'impartiality_first';
}
