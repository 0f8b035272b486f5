import { addDays, addMs, DAY_MS, HOUR, MINUTE, osloDay, osloInstant } from '../../src/kernel/time.ts';
import { caseList, drawReviews, openCase } from '../../src/cases/public.ts';
import { monthToDraw } from '../../src/cases/log-review.ts';
import { findColleague } from '../../src/staff/public.ts';
import { markReview } from '../../src/cases/commands/log-review.ts';
import { logReview } from '../../src/cases/queries/log-review.ts';
import { declare } from '../../src/staff/commands/declaration.ts';
import { does, personOf } from './doing.ts';
import type { Teller } from './live.ts';
import { DEMO_STAFF } from './people.ts';
import { DEMO_REGION } from './region.ts';
import { SUPERVISES } from './supervision.ts';

/** Has not signed in for a year: the register shows it, and they are asked. */
const LACKS = 'reidun';
const DAYS_AGO = 40;

/** All but one have said that they know the duty of confidentiality; the leader has begun to go through last month's log. */
export async function promise(teller: Pick<Teller, 'house' | 'worker' | 'users' | 'clock' | 'end'>): Promise<void> {
  const { worker, clock, end } = teller;
  for (const [n, { subject }] of DEMO_STAFF.entries()) {
    clock.now = addMs(end, -DAYS_AGO * DAY_MS + n * HOUR);
    if (subject !== LACKS && subject !== SUPERVISES) await does(teller, subject, declare, { version: 0, lang: 'nb', accepted: true });
  }
  await readAtNight(teller);
  clock.now = end;
  await drawReviews(worker.door, DEMO_REGION);
  const here = await teller.house.door.unaudited(DEMO_REGION, 'demo', (ctx) => findColleague(ctx, personOf(teller, 'leif').userId));
  const leif = { ...personOf(teller, 'leif'), municipalityId: here?.municipalityId ?? undefined };
  const { lines } = await does(teller, leif, logReview, {});
  const found = ['På vakt den dagen.', 'Snakker med lederen for enheten om hvorfor.'];
  for (const [n, line] of lines.filter(({ mine }) => !mine).slice(0, Math.min(2, lines.length - 1)).entries()) {
    await does(teller, leif, markReview, { reviewId: line.reviewId, verdict: n === 0 ? 'I_ORDEN' : 'FOLGES_OPP', word: found[n] ?? '', revision: String(line.revision) });
  }
}

/** A coordinator opened some cases late one evening last month: what a leader is shown to look at. */
async function readAtNight(teller: Pick<Teller, 'house' | 'users' | 'clock' | 'end'>): Promise<void> {
  const { clock, end, house } = teller;
  clock.now = osloInstant(addDays(osloDay(monthToDraw(end, [])?.from ?? end), 20), 22, 40);
  const kari = personOf(teller, 'kari');
  const { rows } = await does(teller, kari, caseList, {});
  for (const { fileId } of rows.filter(({ openedAt }) => openedAt < clock.now).slice(0, 8)) {
    clock.now = addMs(clock.now, 4 * MINUTE);
    await house.door.enter(openCase, kari, { caseId: fileId });
  }
}
