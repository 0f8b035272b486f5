import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { query } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import type { UserId } from '../../kernel/ids.ts';
import { done } from '../../kernel/outcome.ts';
import { osloDay, type Day, type Instant } from '../../kernel/time.ts';
import { draftsFor } from '../../reports/public.ts';
import { contactOf, mayManageStaff, mustProve } from '../../staff/public.ts';
import { maySeeHanding } from '../access/handing-over.ts';
import { standInOf, type AskedCase } from '../commands/asked.ts';
import { givable, handingOf, keepsOf, namable, possibleFor, type Handing } from '../commands/handing.ts';
import type { Deputising } from '../deputy.ts';
import type { Kept } from '../handing-over.ts';
import type { CaseRow, Names } from './models.ts';
import { aliases, colleagueNames, municipalityNames, readable, toRow } from './rows.ts';

/** One case in somebody's hands. `possible`: who could take it, by id; empty where it is not for whoever asks to give. */
export type HandingCase = {
  readonly row: CaseRow;
  readonly possible: readonly UserId[];
  readonly deputy: Deputising | undefined;
  /** who sees it besides and who could be named for it, of a strictly confidential case that they are named for and whoever asks may name somebody for */
  readonly keeps: Kept | undefined;
  /** they lead it · nobody else leads or sees it: the account does not end before */
  readonly leads: boolean;
  readonly left: boolean;
};

/** What somebody who leaves or is away has in hand, as far as whoever asks may know of it. */
export type HandingOver = {
  readonly userId: UserId;
  readonly name: string;
  readonly isMe: boolean;
  /** the account has ended already */
  readonly ended: boolean;
  readonly cases: readonly HandingCase[];
  readonly proposed: readonly CaseRow[];
  /** unfinished talks at the desk that others may go on with */
  readonly drafts: number;
  /** whoever could take a case, by name */
  readonly team: readonly { readonly userId: UserId; readonly name: string; readonly unit: string }[];
  /** who gets the messages meanwhile, now or soon */
  readonly messages: { readonly userId: UserId; readonly from: Day; readonly to: Day } | undefined;
  /** may give cases for good · may say who stands in · may end the account */
  readonly mayGive: boolean;
  readonly mayStandIn: boolean;
  readonly mayEnd: boolean;
  /** one of them has a strictly confidential address, and whoever asks signs in anew before they give it away */
  readonly signIn: boolean;
  readonly names: Names;
  readonly municipalities: Names;
  readonly now: Instant;
};

/** The page of a hand-over. `not_found` for whoever neither is that person nor manages who works here. */
export const handingOver = query({
  name: 'cases.handing_over',
  schema: z.strictObject({ userId: idField<'user'>() }),
  facts: (ctx: Context, { userId }) => handingOf(ctx, userId),
  access: (actor, { about, led, kept, proposed }) => maySeeHanding(actor, about.userId, readable([...led, ...kept, ...proposed])),
  run: async (ctx, { userId }, handed) => {
    const { asker, about, proposed } = handed;
    const inHand = [...new Set([...handed.led, ...handed.kept])];
    const known = await aliases(ctx, [...new Set([...inHand, ...proposed])]);
    const isMe = asker.userId === userId;
    const coordinates = asker.roles.includes('KOORDINATOR');
    const gives = [...givable(handed, 'handOverLead'), ...givable(handed, 'deputiseLead'), ...namable(handed)];
    const row = (asked: AskedCase) => toRow(asked, known.get(asked.facts.fileId));
    const { standIn } = await contactOf(ctx, userId);
    const drafts = isMe ? [] : (await draftsFor(ctx)).left.filter(({ by }) => by === userId);
    return done<HandingOver>({
      userId, name: about.name, isMe, ended: about.disabled, cases: casesOf(handed, inHand, row, isMe), proposed: proposed.map(row), drafts: drafts.length, team: teamOf(handed),
      messages: standIn !== undefined && standIn.to >= osloDay(asker.now) ? standIn : undefined, mayGive: coordinates, mayStandIn: coordinates || isMe, mayEnd: mayManageStaff(ctx.actor).allow && !isMe && !about.disabled, signIn: mustProve(ctx.actor, gives.some(({ facts }) => facts.strict), asker.now),
      names: colleagueNames(asker), municipalities: municipalityNames(asker), now: asker.now,
    });
  },
});

function casesOf(handed: Handing, inHand: readonly AskedCase[], row: (asked: AskedCase) => CaseRow, isMe: boolean): HandingCase[] {
  const mine = givable(handed, isMe ? 'deputiseLead' : 'handOverLead');
  const naming = namable(handed);
  return inHand.map((asked) => {
    const [leads, keeps] = [handed.led.includes(asked), handed.kept.includes(asked) ? keepsOf(asked, handed) : undefined];
    return { row: row(asked), possible: mine.includes(asked) ? possibleFor(asked, handed) : [], deputy: leads ? standInOf(asked) : undefined, keeps: naming.includes(asked) ? keeps : undefined, leads, left: leads || keeps?.others.length === 0 };
  });
}

function teamOf({ asker, about }: Handing): HandingOver['team'] {
  return asker.colleagues.filter(({ userId }) => asker.team.includes(userId) && userId !== about.userId).map(({ userId, name, unit }) => ({ userId, name, unit })).toSorted((a, b) => a.name.localeCompare(b.name, 'nb'));
}
