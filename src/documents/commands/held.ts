import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { idField } from '../../kernel/id-field.ts';
import type { PublicationRow } from '../rows.ts';
import { findPublication } from '../store.ts';

/** The report that a form is about; undefined where there is none. */
export async function asked(ctx: Context, { publicationId }: { readonly publicationId: string }): Promise<PublicationRow | undefined> {
  return findPublication(ctx.tx, ctx.regionId, publicationId);
}

export const publicationField = { publicationId: idField() };

/** The revision of what somebody has read. */
export const revisionField = z.coerce.number('not_offered').int('not_offered').nonnegative('not_offered');
