import { backAgain, endAccount, handOverCases, standIn } from '../../src/cases/commands/handing-over.ts';
import type { Handing } from '../../src/cases/commands/handing.ts';
import { maySeeInList } from '../../src/cases/access.ts';
import { handingOver } from '../../src/cases/queries/handing-over.ts';
import { row, type Row } from './row.ts';
import { askerOf, CASES, isElsewhere, isPerson, NOW, whoIs, type Situation, type Who } from './situations.ts';

const NOTHING = { led: [], kept: [], proposed: [], named: [], leads: false } as const;

function handing(who: Who, key: string): Omit<Handing, 'led' | 'kept' | 'proposed' | 'named' | 'leads'> | undefined {
  if (!isPerson(who) || isElsewhere(who)) return undefined;
  const asker = askerOf(who);
  const { actor } = whoIs(key);
  const about = asker.colleagues.find(({ userId }) => actor.kind === 'person' && userId === actor.userId);
  return about && { asker, about };
}

/** Somebody with nothing in hand; then Signe, who leads the one case. */
const HANDING: readonly Situation<Handing>[] = [
  { key: 'always', title: 'Nora har ingen saker', facts: (who) => { const asked = handing(who, 'nora'); return asked && { ...asked, ...NOTHING }; } },
  ...CASES.filter(({ key }) => ['open', 'away', 'excluded', 'strict', 'no_coordinator'].includes(key)).map(({ key, title, facts }): Situation<Handing> => ({
    key, title: `Signe leder saken. ${title}`,
    facts: (who) => {
      const [asked, one] = [handing(who, 'signe'), facts(who)];
      if (asked === undefined || one === undefined) return undefined;
      return { ...asked, ...NOTHING, led: maySeeInList(one.actor, one.facts, NOW).allow ? [one] : [], leads: true };
    },
  })),
];

/** The rows of the matrix about who takes over when somebody leaves or is away. */
export const HANDING_ROWS: readonly Row[] = [
  row(handingOver, 'thing', 'Se hva en kollega har i hånden', HANDING),
  row(handOverCases, 'thing', 'Levere over sakene til en kollega som slutter', HANDING),
  row(standIn, 'thing', 'Velge vikar for en saksansvarlig som er borte', HANDING),
  row(backAgain, 'thing', 'Avslutte vikariatet', HANDING),
  row(endAccount, 'thing', 'Avslutte kontoen til en som slutter', HANDING),
];
