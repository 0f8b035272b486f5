import type { Tx } from '../../kernel/database/connect.ts';
import type { RegionId, UserId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';

export type TextRow = { readonly version: number; readonly words: string; readonly made_by: UserId; readonly made_at: Instant };

/** The region's newest words; undefined where it has none of its own. */
export async function findWords(tx: Tx, region: RegionId): Promise<TextRow | undefined> {
  return tx.selectFrom('app.declaration_text').select(['version', 'words', 'made_by', 'made_at']).where('region_id', '=', region).orderBy('version', 'desc').limit(1).executeTakeFirst();
}

/** Answers whether nobody else had written that version meanwhile. */
export async function insertWords(tx: Tx, region: RegionId, row: TextRow): Promise<boolean> {
  const added = await tx.insertInto('app.declaration_text').values({ region_id: region, ...row }).onConflict((c) => c.doNothing()).executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}

/** A declaration as it lies there. Nobody but declared.ts reads one: it may be forged. */
export type DeclarationRow = { readonly declaration_id: string; readonly user_id: UserId; readonly text_version: number; readonly lang: string; readonly accepted_at: Instant; readonly mac: Buffer };

const DECLARATION = ['declaration_id', 'user_id', 'text_version', 'lang', 'accepted_at', 'mac'] as const;

export async function selectDeclarations(tx: Tx, region: RegionId, only?: UserId): Promise<DeclarationRow[]> {
  const all = tx.selectFrom('app.declaration').select(DECLARATION).where('region_id', '=', region);
  return (only === undefined ? all : all.where('user_id', '=', only)).orderBy('accepted_at').execute();
}

export async function insertDeclaration(tx: Tx, region: RegionId, row: DeclarationRow): Promise<void> {
  await tx.insertInto('app.declaration').values({ region_id: region, ...row }).execute();
}
