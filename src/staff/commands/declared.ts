import { isGenuine, tellRecord, type VouchedRow } from '../../kernel/audit/verify-records.ts';
import type { Context } from '../../kernel/context.ts';
import type { UserId } from '../../kernel/ids.ts';
import { recordMac } from '../../kernel/sealing/mac.ts';
import type { Lang } from '../../kernel/texts.ts';
import type { Instant } from '../../kernel/time.ts';
import { OWN_WORDS_NONE, whyAsked, type DeclarationText, type Declared } from '../declaration.ts';
import { findWords, insertDeclaration, selectDeclarations, type DeclarationRow } from '../store/declarations.ts';

/** Declarations under their MAC: one that is not genuine counts as absent, and audit:verify names it (decision 0034; test: database/accountability). */
function macOf(ctx: Context, row: Omit<DeclarationRow, 'mac'>): Buffer {
  const { declaration_id: id, user_id: user, text_version: version, lang, accepted_at: at } = row;
  return recordMac(ctx.keys.register, 'app.declaration', { region: ctx.regionId, id, user, version, lang, at });
}

const keyOf = ({ declaration_id: id }: Pick<DeclarationRow, 'declaration_id'>): string => `declaration:${id}`;

/** Everybody's newest declaration. */
export async function newestDeclarations(ctx: Context, only?: UserId): Promise<ReadonlyMap<UserId, Declared>> {
  const rows = (await selectDeclarations(ctx.tx, ctx.regionId, only)).filter((row) => isGenuine({ mac: row.mac, own: macOf(ctx, row) }));
  return new Map(rows.map((row) => [row.user_id, { version: row.text_version, at: row.accepted_at }]));
}

export async function addDeclaration(ctx: Context, userId: UserId, version: number, lang: Lang): Promise<void> {
  const row = { declaration_id: ctx.chance.uuid(), user_id: userId, text_version: version, lang, accepted_at: ctx.now };
  const mac = macOf(ctx, row);
  await insertDeclaration(ctx.tx, ctx.regionId, { ...row, mac });
  tellRecord(ctx, keyOf(row), 1, mac);
}

/** The words that count now; `words` undefined: the product's own. */
export async function wordsNow(ctx: Context): Promise<DeclarationText & { readonly words: string | undefined }> {
  const own = await findWords(ctx.tx, ctx.regionId);
  return { version: own?.version ?? OWN_WORDS_NONE, since: own?.made_at, words: own?.words };
}

/** Whether somebody who signed in at that moment is asked first. */
export async function isAsked(ctx: Context, userId: UserId, signedInAt: Instant): Promise<boolean> {
  return whyAsked((await newestDeclarations(ctx, userId)).get(userId), await wordsNow(ctx), signedInAt) !== undefined;
}

/** How many of these people have signed since a moment. */
export async function countDeclared(ctx: Context, people: readonly UserId[], since: Instant): Promise<number> {
  const newest = await newestDeclarations(ctx);
  return people.filter((one) => (newest.get(one)?.at ?? '') >= since).length;
}

/** Every row, genuine or not, for audit:verify. */
export async function declarationRows(ctx: Context): Promise<VouchedRow[]> {
  return (await selectDeclarations(ctx.tx, ctx.regionId)).map((row) => ({ key: keyOf(row), revision: 1, mac: row.mac, own: macOf(ctx, row) }));
}
