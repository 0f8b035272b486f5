import type { Context } from '../kernel/context.ts';
import type { UserId } from '../kernel/ids.ts';
import { openJson, sealJson, type Where } from '../kernel/sealing/sealed.ts';
import { NO_CONTACT, sealedContact, type Contact } from './contact.ts';
import type { ContactRow } from './store/contacts.ts';
import { changeContact, findContactRow, listContactRows } from './vouched.ts';

function place(ctx: Context, userId: UserId, revision: number): Where {
  return { table: 'app.staff_contact', region: ctx.regionId, row: userId, field: 'sealed', version: revision };
}

function open(ctx: Context, row: ContactRow): Contact {
  const { standIn, ...opened } = sealedContact.parse(openJson(ctx.keys.record, row.sealed, place(ctx, row.user_id, row.revision)));
  return { ...opened, standIn };
}

/** Where and about what somebody is told; what everybody has who has chosen nothing. */
export async function contactOf(ctx: Context, userId: UserId): Promise<Contact> {
  const row = await findContactRow(ctx, userId);
  return row === undefined ? NO_CONTACT : open(ctx, row);
}

/** The same of everybody who has said something. */
export async function contactsOf(ctx: Context): Promise<ReadonlyMap<UserId, Contact>> {
  return new Map((await listContactRows(ctx)).map((row) => [row.user_id, open(ctx, row)]));
}

/** Keeps what is named beside the rest. Throws LostRace when somebody else changed it meanwhile. */
export async function keepContact(ctx: Context, userId: UserId, change: Partial<Contact>): Promise<void> {
  const row = await findContactRow(ctx, userId);
  const contact = { ...(row === undefined ? NO_CONTACT : open(ctx, row)), ...change };
  await changeContact(ctx, userId, row, (revision) => sealJson(ctx.keys.record, contact, place(ctx, userId, revision), 'text', ctx.chance));
}
