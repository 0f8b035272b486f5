import { addDays, addMs, HOUR, osloDay } from '../../src/kernel/time.ts';
import { openCase } from '../../src/cases/public.ts';
import { acting, type Lived, type Teller } from './live.ts';

/** What must be seen first in some cases, one whose address is confidential, and one whose address is strictly so. */
export async function protect(teller: Teller, cases: readonly Lived[]): Promise<void> {
  const { clock, end } = teller;
  const act = acting(teller, clock);
  const [first, second, third] = cases.slice(-4);
  if (first === undefined || second === undefined || third === undefined) return;
  clock.now = addMs(end, -40 * HOUR);
  const since = addDays(osloDay(end), -9);
  await act.step('kari', 'writeWarning', first.caseId, { warningText: 'Ikke ring før kl. 12. Barnebarnet er der om morgenen.', warningReview: addDays(osloDay(end), 12) });
  await act.step(first.lead, 'writeWarning', first.caseId, { warningText: 'Barnebarnet har jaktvåpen. Dra aldri alene.', warningReview: osloDay(end) });
  const opened = await act.does('kari', openCase, { caseId: first.caseId });
  const note = opened.mustDeclare ? undefined : opened.state.notes[0];
  if (note !== undefined) await act.step('kari', 'pinNote', first.caseId, { pinned: note.noteId, grounds: 'Alle som snakker med henne, må ha lest dette.' });
  await act.step('kari', 'protectAddress', second.caseId, { addressLevel: 'FORTROLIG', addressSource: 'FOLKEREGISTERET', addressSince: since });
  await act.step('kari', 'protectAddress', third.caseId, { addressLevel: 'STRENGT', addressSource: 'POLITI', addressSince: since, keeper: act.id('kari') });
  clock.now = end;
}
