import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { query } from '../../kernel/door.ts';
import type { UserId } from '../../kernel/ids.ts';
import { done } from '../../kernel/outcome.ts';
import { exclusionToken } from '../../kernel/sealing/mac.ts';
import { lineField } from '../../kernel/text-field.ts';
import { osloDay, type Instant } from '../../kernel/time.ts';
import { mayAskForNightCard, mayOpenNightCard } from '../access.ts';
import { openNightCard } from '../file.ts';
import { findNightCard, type NightCard } from '../night-card.ts';
import { refuseCase } from '../refusals.ts';
import { listCasesWithCard, listNightCards } from '../store/night-card.ts';
import { counted, mustWait } from '../tries.ts';

/** The card as the desk reads it; the names it was found by stay behind. */
export type ReadCard = Omit<NightCard, 'names' | 'codeWord'> & { /** somebody should have looked over the warnings by today */ readonly due: boolean };

const asked = lineField(200);

/** The page on which a card is asked for. Nothing is looked up. */
export const nightDesk = query({
  name: 'cases.night_desk',
  schema: z.strictObject({}),
  facts: async () => ({}),
  access: (actor) => mayAskForNightCard(actor),
  run: async () => done({}),
});

/**
 * Wrong tries by person, in this process's memory and nowhere else: who sought whom is not written down before something was found.
 * Several processes each count their own.
 */
const wrong = new Map<string, readonly Instant[]>();

/**
 * Opens one card by the case's reference, or by name and code word. A wrong code word, a name that nobody has, a case without a card,
 * a closed one and one that the asker is left out of are one answer, after the same statements. What is opened stands in
 * «Hvem har sett på saken?». Refusals: `nothing_asked`, `no_such_card`, `try_again_soon`.
 */
export const findCard = query({
  name: 'cases.open_night_card',
  schema: z.strictObject({ reference: asked, name: asked, codeWord: asked }),
  facts: async (ctx: Context) => (ctx.actor.kind === 'person' ? { userId: ctx.actor.userId, cases: await listCasesWithCard(ctx.tx, ctx.regionId, exclusionToken(ctx.keys.lookup, ctx.actor.userId)) } : undefined),
  access: (actor, facts) => mayOpenNightCard(actor, facts),
  run: async (ctx, said, { userId, cases }) => {
    if (said.reference === '' && (said.name === '' || said.codeWord === '')) return refuseCase('nothing_asked');
    const who = person(ctx, userId);
    const before = counted(wrong.get(who) ?? [], ctx.now);
    if (mustWait(before, ctx.now)) return refuseCase('try_again_soon');
    const cards = (await listNightCards(ctx.tx, ctx.regionId, cases)).map((row) => ({ fileId: row.file_id, ...openNightCard(ctx, row) }));
    const found = findNightCard(cards, said);
    if (found === undefined) {
      wrong.set(who, [...before, ctx.now]);
      return refuseCase('no_such_card');
    }
    wrong.delete(who);
    ctx.touched.set(found.fileId, { seq: 0, mac: '' });
    const { fileId: _file, names: _names, codeWord: _word, ...card } = found;
    return done<ReadCard>({ ...card, due: card.reviewOn !== undefined && card.reviewOn <= osloDay(ctx.now) });
  },
});

function person(ctx: Context, userId: UserId): string {
  return `${ctx.regionId} ${userId}`;
}
