import type { Person, System } from '../../src/kernel/actor.ts';
import type { UseCase } from '../../src/kernel/door.ts';
import { addDays, addMs, MINUTE, osloDay, osloInstant } from '../../src/kernel/time.ts';
import { beginSending, endSending } from '../../src/notices/commands/send.ts';
import { tellNotices } from '../../src/notices/commands/tell.ts';
import { setContact } from '../../src/staff/commands/contact.ts';
import type { Teller } from './live.ts';
import { DEMO_STAFF } from './people.ts';
import { DEMO_REGION } from './region.ts';

const DAYS = [4, 3, 2, 1, 0];
/** How some of the messages went, in the order they were asked for; the rest arrived. */
const ENDINGS: readonly (readonly ('failed' | 'unknown')[])[] = [[], [], ['failed'], [], ['unknown']];

/** Where the demo's staff are told, and what they have been told in the last days: by the same commands as the rounds, to addresses that are nobody's. */
export async function notify({ house, worker, users, clock, end }: Teller): Promise<void> {
  const ida = users.get('ida');
  if (ida === undefined) throw new Error('nobody is called ida');
  const does = async <I, F, R>(side: typeof house, useCase: UseCase<I, F, R>, actor: Person | System, input: unknown): Promise<R> => {
    const outcome = await side.door.enter(useCase, actor, input);
    if (!outcome.ok) throw new Error(`demo: ${useCase.name} ${outcome.code}`);
    return outcome.value;
  };
  clock.now = addMs(osloInstant(addDays(osloDay(end), -30), 9, 0), 0);
  const admin: Person = { kind: 'person', regionId: DEMO_REGION, userId: ida, roles: ['SYSTEMADMIN'], municipalityId: undefined, signedInAt: clock.now };
  for (const [n, { subject, roles }] of DEMO_STAFF.entries()) {
    const content = roles.some((role) => ['KOORDINATOR', 'MOTTAK', 'TEAMMEDLEM', 'LEDER'].includes(role));
    if (content) await does(house, setContact, admin, { userId: users.get(subject), email: `${subject}@example.org`, phone: `55 55 04 ${String(10 + n)}` });
  }
  const task = (name: string): System => ({ kind: 'system', regionId: DEMO_REGION, task: name });
  let count = 0;
  for (const daysAgo of DAYS) {
    const morning = osloInstant(addDays(osloDay(end), -daysAgo), 7, 4);
    if (morning > end) continue;
    clock.now = morning;
    await does(worker, tellNotices, task('tell_notices'), { mail: true, sms: false });
    for (const messageId of await waiting(worker)) {
      clock.now = morning;
      for (const result of [...(ENDINGS[count] ?? []), 'sent' as const]) {
        await does(worker, beginSending, task('send_notice'), { messageId });
        await does(worker, endSending, task('send_notice'), { messageId, result, code: result === 'failed' ? 'smtp_451' : 'no_answer' });
        clock.now = addMs(clock.now, 6 * MINUTE);
      }
      count += 1;
    }
  }
  clock.now = end;
}

async function waiting(worker: Teller['worker']): Promise<string[]> {
  return worker.door.unaudited(DEMO_REGION, 'demo', async ({ tx, regionId }) => {
    const rows = await tx.selectFrom('app.notice_message').select('message_id').where('region_id', '=', regionId).where('state', '=', 'QUEUED').orderBy('message_id').execute();
    return rows.map((row) => row.message_id);
  });
}
