import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { idField } from '../../kernel/id-field.ts';
import type { UserId } from '../../kernel/ids.ts';
import { plainLine } from '../../kernel/plain-text.ts';
import { lockRegister, type GrantRow, type MemberRow } from '../store.ts';
import { findGrant, findMember } from '../vouched.ts';

/** What a command about one colleague, or about one role of theirs, is sent, and what is loaded for it before it is judged. */
export const somebody = z.strictObject({ userId: idField<'user'>() });
export const oneRole = z.strictObject({ grantId: idField() });

/** What the register is told of somebody. */
export const personFields = {
  name: z.string().overwrite(plainLine).min(2, 'name_missing').max(120, 'too_long'),
  unit: z.string().overwrite(plainLine).max(120, 'too_long'),
  /** null: the whole region, which lets a team member see more than one municipality would */
  municipalityId: z.uuid('choose_place').nullable(),
};

/** Of a command: from here nobody else changes the register. */
export async function askedMember(ctx: Context, input: { readonly userId: UserId }): Promise<MemberRow | undefined> {
  await lockRegister(ctx.tx, ctx.regionId);
  return findMember(ctx, input.userId);
}

/** The same of a role. */
export async function askedGrant(ctx: Context, input: { readonly grantId: string }): Promise<GrantRow | undefined> {
  await lockRegister(ctx.tx, ctx.regionId);
  return findGrant(ctx, input.grantId);
}

/** Whoever asks, as the register writes them down. */
export function askerName(ctx: Context): string {
  return ctx.actor.kind === 'person' ? ctx.actor.userId : 'system';
}
