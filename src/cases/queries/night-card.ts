import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { query } from '../../kernel/door.ts';
import { done } from '../../kernel/outcome.ts';
import { exclusionToken } from '../../kernel/sealing/mac.ts';
import { lineField } from '../../kernel/text-field.ts';
import { addMs, osloDay } from '../../kernel/time.ts';
import { mayAskForNightCard, mayOpenNightCard } from '../access.ts';
import { openNightCard } from '../file.ts';
import { findNightCard, type NightCard } from '../night-card.ts';
import { refuseCase } from '../refusals.ts';
import { listCasesWithCard, listNightCards, listWrongTries } from '../store/night-card.ts';
import { FORGOTTEN_MS, mustWait } from '../tries.ts';

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
 * Opens one card by the case's reference, or by name and code word. A wrong code word, a name that nobody has, a case without a card,
 * a closed one and one that the asker is left out of are one answer, after the same statements. What is opened stands in
 * «Hvem har sett på saken?». Wrong tries are counted in the log, which says that somebody tried and never what. Refusals: `nothing_asked`, `no_such_card`, `try_again_soon`.
 */
export const findCard = query({
  name: 'cases.open_night_card',
  schema: z.strictObject({ reference: asked, name: asked, codeWord: asked }),
  facts: async (ctx: Context) => {
    if (ctx.actor.kind !== 'person') return undefined;
    const { userId } = ctx.actor;
    // before the answer, since a refusal lets go of what was held in between, and the log's line comes after it
    const tries = await listWrongTries(ctx.tx, ctx.regionId, userId, addMs(ctx.now, -FORGOTTEN_MS));
    return { tries, cases: await listCasesWithCard(ctx.tx, ctx.regionId, exclusionToken(ctx.keys.lookup, userId)) };
  },
  access: (actor, facts) => mayOpenNightCard(actor, facts),
  run: async (ctx, said, { tries, cases }) => {
    if (said.reference === '' && (said.name === '' || said.codeWord === '')) return refuseCase('nothing_asked');
    if (mustWait(tries, ctx.now)) return refuseCase('try_again_soon');
    const cards = (await listNightCards(ctx.tx, ctx.regionId, cases)).map((row) => ({ fileId: row.file_id, ...openNightCard(ctx, row) }));
    const found = findNightCard(cards, said);
    if (found === undefined) return refuseCase('no_such_card');
    ctx.touched.set(found.fileId, { seq: 0, mac: '' });
    const { fileId: _file, names: _names, codeWord: _word, ...card } = found;
    return done<ReadCard>({ ...card, due: card.reviewOn !== undefined && card.reviewOn <= osloDay(ctx.now) });
  },
});
