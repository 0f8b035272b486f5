import type { Context } from '../../kernel/context.ts';
import type { FileId, UserId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import { keptAbout, type KeptAbout } from '../../staff/public.ts';
import { caseFacts, mayReadCase } from '../access.ts';
import type { CaseState } from '../case.ts';
import type { AskedCase, Known } from '../commands/asked.ts';
import { lostTo } from './asides.ts';

/** What a colleague who has lost the case had typed about it and not sent. `words`: undefined until whoever reads has signed in anew, since all that the page showed may stand in it. */
export type LeftText = { readonly keptId: string; readonly by: UserId; readonly at: Instant; readonly words: readonly string[] | undefined };

/** Of what was typed about a case, what its writers may not read any more, and nobody has taken in (decision 0096). Whatever its writer may still read is theirs alone. @param fresh the reader signed in a moment ago */
export async function leftTexts(ctx: Context, files: readonly FileId[], state: CaseState, asked: Pick<AskedCase, 'facts' | 'asker'>, fresh: boolean): Promise<LeftText[]> {
  const { facts: { fileId }, asker } = asked;
  const left = leftOf(await keptAbout(ctx, files), state, asked);
  // The reserve has what no coordinator may take forward: that stands in the register, and not in the case.
  const hasIt = asker.reserve !== undefined && left.some(({ userId }) => userId === asker.reserve) && !(await lostTo(ctx, asker.reserve, [fileId], asker)).has(fileId);
  return left.filter(({ userId }) => !(hasIt && userId === asker.reserve)).map(({ keptId, userId: by, at, words }) => ({ keptId, by, at, words: fresh ? words : undefined }));
}

/** The rule alone. */
export function leftOf(texts: readonly KeptAbout[], state: CaseState, { facts, asker }: { readonly facts: Pick<AskedCase['facts'], 'fileId'>; readonly asker: Pick<AskedCase['asker'], 'userId' | 'colleagues' | 'now'> }): readonly KeptAbout[] {
  return texts.filter(({ keptId, userId }) => userId !== asker.userId && !state.notes.some(({ noteId }) => noteId === keptId) && hasLost(asker.colleagues.find((one) => one.userId === userId)));

  function hasLost(writer: Known | undefined): boolean {
    if (writer === undefined || writer.disabled) return true;
    const { userId, roles, supervises: municipalities, supervisions } = writer;
    const reads = mayReadCase({ userId, roles, municipalities, supervisions }, caseFacts(facts.fileId, state, userId, asker.now), asker.now);
    return !reads.allow && reads.because !== 'impartiality_first';
  }
}
