import { z } from 'zod';
import { command, query } from '../../kernel/door.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { textField } from '../../kernel/text-field.ts';
import { LANGUAGES } from '../../kernel/texts.ts';
import { DAY_MS, toMs } from '../../kernel/time.ts';
import { mayChooseForOneself, mayWriteDeclaration } from '../access.ts';
import { declaredUntil, whyAsked } from '../declaration.ts';
import { addDeclaration, newestDeclarations, wordsNow } from './declared.ts';
import { findColleague } from '../directory.ts';
import { insertWords } from '../store/declarations.ts';

const LONGEST_TEXT = 6000;
const SHORTEST_TEXT = 40;

/** The words about the duty of confidentiality, and whether whoever asks has said that they know it. */
export const ownDeclaration = query({
  name: 'staff.own_declaration',
  schema: z.strictObject({}),
  facts: async () => ({}),
  access: mayChooseForOneself,
  run: async (ctx) => {
    if (ctx.actor.kind !== 'person') return refuse('not_found');
    const text = await wordsNow(ctx);
    const newest = (await newestDeclarations(ctx, ctx.actor.userId)).get(ctx.actor.userId);
    const name = (await findColleague(ctx, ctx.actor.userId))?.name ?? '';
    return done({
      version: text.version, words: text.words, since: text.since, why: whyAsked(newest, text, ctx.now), declared: newest, until: newest === undefined ? undefined : declaredUntil(newest),
      mayWrite: mayWriteDeclaration(ctx.actor).allow, name,
    });
  },
});

/** Says that one knows the duty of confidentiality (fvl § 13 c). Sent twice, it is said once. Refuses `declaration_tick`, `declaration_new_words`. */
export const declare = command({
  name: 'staff.declare',
  schema: z.strictObject({ version: z.coerce.number('not_valid').int('not_valid').min(0, 'not_valid'), lang: z.enum(LANGUAGES, 'not_offered'), accepted: z.literal(true, 'declaration_tick') }),
  facts: async () => ({}),
  access: mayChooseForOneself,
  run: async (ctx, { version, lang }) => {
    if (ctx.actor.kind !== 'person') return refuse('not_found');
    const { userId } = ctx.actor;
    const text = await wordsNow(ctx);
    if (version !== text.version) return refuse('declaration_new_words');
    const newest = (await newestDeclarations(ctx, userId)).get(userId);
    const already = newest?.version === version && toMs(ctx.now) - toMs(newest.at) < DAY_MS;
    if (!already) await addDeclaration(ctx, userId, version, lang);
    return done({});
  },
});

/** The region's own words. Everybody is asked anew when they next sign in. */
export const writeDeclaration = command({
  name: 'staff.write_declaration',
  schema: z.strictObject({ version: z.coerce.number('not_valid').int('not_valid').min(0, 'not_valid'), words: textField(LONGEST_TEXT).pipe(z.string().min(SHORTEST_TEXT, 'declaration_too_short')) }),
  facts: async () => ({}),
  access: mayWriteDeclaration,
  run: async (ctx, { version, words }) => {
    if (ctx.actor.kind !== 'person') return refuse('not_found');
    const text = await wordsNow(ctx);
    if (text.words === words) return done({});
    if (version !== text.version || !(await insertWords(ctx.tx, ctx.regionId, { version: version + 1, words, made_by: ctx.actor.userId, made_at: ctx.now }))) return refuse('changed_meanwhile');
    return done({});
  },
});
