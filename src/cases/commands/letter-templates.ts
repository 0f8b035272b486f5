import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { command } from '../../kernel/door.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { openText, seal, type Where } from '../../kernel/sealing/sealed.ts';
import { textField } from '../../kernel/text-field.ts';
import { LANGUAGES, type Lang } from '../../kernel/texts.ts';
import { mayKeepTemplates } from '../access.ts';
import { LETTER, type Letter } from '../choices/document.ts';
import { NATIONAL, unknownFields } from '../letters/fill.ts';
import { insertTemplate, latestTemplates, lockTemplates, type TemplateRow } from '../store/documents.ts';

/** A region's template of a letter; `own` is false where it is still the national one. `version` counts from 1, 0 where it was never changed. */
export type Template = { readonly text: string; readonly own: boolean; readonly version: number };

function place(ctx: Context, row: Pick<TemplateRow, 'letter' | 'lang' | 'version'>): Where {
  return { table: 'app.case_letter_template', region: ctx.regionId, row: `${row.letter}/${row.lang}`, field: 'sealed', version: row.version };
}

/** The templates as the region has them today. One that was set back to the national text is an empty text. */
export async function templatesOf(ctx: Context): Promise<(letter: Letter, lang: Lang) => Template> {
  const rows = await latestTemplates(ctx.tx, ctx.regionId);
  return (letter, lang) => {
    const row = rows.find((one) => one.letter === letter && one.lang === lang);
    const own = row === undefined ? '' : openText(ctx.keys.record, row.sealed, place(ctx, row));
    return { text: own === '' ? NATIONAL[lang][letter] : own, own: own !== '', version: row?.version ?? 0 };
  };
}

/**
 * The region's own words for a letter, in one language; empty sets it back to the national ones. Letters that are begun keep theirs.
 * Refusals: bad_input (`text`: `unknown_field` for a field that nobody can fill in); `changed_meanwhile` where somebody else changed it.
 */
export const saveTemplate = command({
  name: 'cases.save_template',
  schema: z.strictObject({ letter: z.enum(LETTER.codes, 'not_offered'), lang: z.enum(LANGUAGES, 'not_offered'), version: z.coerce.number('not_offered').int('not_offered').min(0, 'not_offered'), text: textField(20_000) }),
  facts: async () => ({}),
  access: (actor) => mayKeepTemplates(actor),
  run: async (ctx, { letter, lang, version, text }) => {
    if (ctx.actor.kind !== 'person') return refuse('not_found');
    if (unknownFields(text).length > 0) return refuse('bad_input', { text: 'unknown_field' });
    await lockTemplates(ctx.tx, ctx.regionId);
    const before = (await templatesOf(ctx))(letter, lang);
    if (before.own ? before.text === text : text === '' || text === NATIONAL[lang][letter]) return done({ letter, lang });
    if (before.version !== version) return refuse('changed_meanwhile');
    const row = { letter, lang, version: version + 1, changed_by: ctx.actor.userId, changed_at: ctx.now };
    await insertTemplate(ctx.tx, ctx.regionId, { ...row, sealed: seal(ctx.keys.record, text === NATIONAL[lang][letter] ? '' : text, place(ctx, row), 'text', ctx.chance) });
    return done({ letter, lang });
  },
});
