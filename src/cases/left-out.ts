import type { UserId } from '../kernel/ids.ts';
import type { Refusal } from '../kernel/outcome.ts';
import { refuseCase } from './refusals.ts';

type Colleague = { readonly userId: UserId; readonly name: string; readonly roles: readonly string[]; readonly disabled: boolean };

/** fvl § 6: what is put together leaves out whoever one of the parts leaves out. `adds`: who may see one of them today and none of it afterwards; `nobody`: by that, no coordinator is left, and the reserve steps in. */
export type LeftOutBefore = { readonly adds: readonly Colleague[]; readonly nobody: boolean };

/** Whoever may come to read a report or a case by their role. */
const READERS: readonly string[] = ['MOTTAK', 'KOORDINATOR', 'TEAMMEDLEM'];

/** @param parts whom each of the parts leaves out @param staff those who can come to see any of it */
export function leftOutBefore(parts: readonly (readonly UserId[])[], staff: readonly Colleague[]): LeftOutBefore {
  const everywhere = (userId: UserId) => parts.every((out) => out.includes(userId));
  const adds = staff.filter(({ userId, disabled, roles }) => !disabled && roles.some((role) => READERS.includes(role)) && !everywhere(userId) && parts.some((out) => out.includes(userId)));
  const coordinators = staff.filter(({ roles, disabled }) => !disabled && roles.includes('KOORDINATOR'));
  const left = (out: (userId: UserId) => boolean) => coordinators.some(({ userId }) => !out(userId));
  return { adds, nobody: !left((userId) => parts.some((out) => out.includes(userId))) && parts.some((out) => left((userId) => out.includes(userId))) };
}

/** Asked once before anything is written: nobody is left out of what they had by a press whose meaning they were not told. `people` are shown to whoever asked and kept nowhere. @param lead whoever leads the case today: it stands without one afterwards, where they are left out */
export function tellFirst({ adds, nobody }: LeftOutBefore, told: unknown, lead?: UserId): Refusal | undefined {
  if (told === 'JA' || (adds.length === 0 && !nobody)) return undefined;
  const code = nobody ? 'leaves_nobody' : adds.some(({ userId }) => userId === lead) ? 'leaves_no_lead' : 'leaves_out';
  return { ...refuseCase(code), people: adds.map(({ name }) => name) };
}
