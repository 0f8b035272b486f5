import type { Context } from '../../kernel/context.ts';
import type { FileId, UserId } from '../../kernel/ids.ts';
import { maySeeInList } from '../access.ts';
import { mayGive } from '../access/handing-over.ts';
import type { Kept } from '../handing-over.ts';
import { judged } from '../queries/rows.ts';
import { listInHand } from '../store/handing-over.ts';
import { coordinators, loadAsker, type AskedCase, type Asker, type Known } from './asked.ts';

/** Somebody's work, as whoever asks meets it. What they may not know of is not in it (fvl § 6; kode 6), but for `leads`. */
export type Handing = {
  readonly asker: Asker;
  readonly about: Known;
  /** open cases that they lead · open cases in which their proposal waits for a second person */
  readonly led: readonly AskedCase[];
  readonly proposed: readonly AskedCase[];
  /** cases with a strictly confidential address that they are named for, closed ones too */
  readonly kept: readonly AskedCase[];
  /** what the form names; undefined where one of them does not exist */
  readonly named: readonly AskedCase[] | undefined;
  /** they lead something, or alone are named for it, of what is no secret to whoever asks: also true for somebody who never sees a case */
  readonly leads: boolean;
};

/** undefined where there is nobody of that id. The same statements whoever asks about whom. */
export async function handingOf(ctx: Context, userId: UserId, files: readonly FileId[] = []): Promise<Handing | undefined> {
  const asker = await loadAsker(ctx);
  if (asker === undefined) return undefined;
  const lines = judged(asker, await listInHand(ctx.tx, ctx.regionId, userId, files, asker));
  const about = asker.colleagues.find((one) => one.userId === userId);
  if (about === undefined) return undefined;
  const known = ({ actor, facts }: AskedCase) => maySeeInList(actor, facts, asker.now).allow;
  const open = lines.filter(({ line }) => line.closed_at === null);
  const own = open.filter(({ line, leftOut }) => line.lead_user_id === userId && !leftOut.includes(userId));
  const kept = lines.filter((one) => one.line.named_only?.includes(userId) === true && !one.leftOut.includes(userId) && known(one));
  const named = files.flatMap((file) => lines.filter(({ facts }) => facts.fileId === file));
  return {
    asker, about, kept, led: own.filter(known), proposed: open.filter((one) => (one.line.awaits_by === userId || one.line.besides_by === userId) && known(one)),
    named: named.length === files.length ? named : undefined, leads: own.some((one) => !one.facts.excluded && (!one.facts.strict || known(one))) || kept.some((one) => keepsOf(one, { asker, about }).others.length === 0),
  };
}

/** Whom a case can be given to: the team, but for the one it comes from and those who are left out of it. */
export function possibleFor({ leftOut }: AskedCase, { asker, about }: Pick<Handing, 'asker' | 'about'>): UserId[] {
  return asker.team.filter((userId) => userId !== about.userId && !leftOut.includes(userId));
}

/** Who sees a strictly confidential case besides the one it comes from, and who could be named for it. */
export function keepsOf({ line, leftOut, facts }: AskedCase, { asker, about }: Pick<Handing, 'asker' | 'about'>): Kept {
  const named = line.named_only ?? [];
  const may = coordinators(asker).map(({ userId }) => userId).filter((userId) => userId !== about.userId && !leftOut.includes(userId));
  return { fileId: facts.fileId, others: may.filter((userId) => named.includes(userId)), possible: may.filter((userId) => !named.includes(userId)) };
}

/** Those of the kept cases that whoever asks may name somebody for. */
export function namable({ kept, asker }: Pick<Handing, 'kept' | 'asker'>): readonly AskedCase[] {
  return kept.filter((asked) => mayGive('nameKeeper', asked, asker.now).allow);
}

export type Giving = 'handOverLead' | 'deputiseLead' | 'endDeputy';

/** Those of the led cases that whoever asks may give away; a leader knows of others, too. */
export function givable({ led, asker }: Pick<Handing, 'led' | 'asker'>, step: Giving): readonly AskedCase[] {
  return led.filter((asked) => mayGive(step, asked, asker.now).allow);
}
