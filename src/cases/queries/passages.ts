import { veiled } from '../../reports/public.ts';
import type { CaseState } from '../case.ts';
import type { CaseEvent } from '../events.ts';
import { passagesOf, type Passage } from '../passages.ts';
import { protectionOf } from '../secrecy.ts';

/**
 * Every piece of an open case that is given or withheld by itself. An address that is protected, and what tells of the place of a strictly confidential one,
 * is in none: a letter may be read by others.
 */
export function passagesIn({ state, events }: { readonly state: CaseState; readonly events: readonly CaseEvent[] }): Passage[] {
  const level = protectionOf(state)?.level;
  return passagesOf(veiled(events, { reporter: false, address: level !== undefined, place: level === 'STRENGT' }));
}
