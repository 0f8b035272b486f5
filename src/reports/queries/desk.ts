import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { query } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import type { FileId } from '../../kernel/ids.ts';
import { done } from '../../kernel/outcome.ts';
import { osloDay, type Instant } from '../../kernel/time.ts';
import { isOfferedOn, type LocalValue } from '../../regions/codes.ts';
import { listMunicipalities, localValues } from '../../regions/public.ts';
import { mayOpenDraft, mayTypeReports } from '../access.ts';
import { draftFacts, draftsFor, openDraftForm, type Drafts } from '../commands/drafts.ts';
import type { DeskChannel, Entries } from '../desk/typed.ts';
import { handedOverBy, type HandedOver } from '../commands/handed-over.ts';
import { bindDraft } from '../store/desk.ts';

export type Desk = {
  /** of a new form, or the draft that is gone on with */
  readonly draftId: FileId;
  readonly channel: DeskChannel | undefined;
  readonly entries: Entries;
  /** undefined for one that was not saved yet */
  readonly savedAt: Instant | undefined;
  readonly drafts: Drafts;
  /** what this person handed over lately, and whether it was read */
  readonly handed: readonly HandedOver[];
  readonly municipalities: readonly { readonly number: string; readonly name: string }[];
  /** the region's own values of code lists that are offered today */
  readonly localValues: readonly LocalValue[];
  readonly now: Instant;
};

/** An empty form with an id of its own, and what is unfinished. */
export const newDesk = query({
  name: 'reports.desk',
  schema: z.strictObject({}),
  facts: async () => ({}),
  access: mayTypeReports,
  run: async (ctx) => done<Desk>({ draftId: ctx.chance.uuid() as FileId, channel: undefined, entries: [], savedAt: undefined, ...await around(ctx) }), // the id of the report to be
});

/** One's own unfinished form as it was last saved, in whatever session. Somebody else's is taken over first. */
export const openDraft = query({
  name: 'reports.draft',
  schema: z.strictObject({ draftId: idField<'file'>() }),
  facts: (ctx, input) => draftFacts(ctx, input.draftId),
  access: mayOpenDraft,
  run: async (ctx, { draftId }, { row }) => {
    // From here on it belongs to this sign-in; a page that an older one left open is told so when it saves.
    if (ctx.actor.kind === 'person' && (row.session_at === null || row.session_at < ctx.actor.signedInAt)) await bindDraft(ctx.tx, ctx.regionId, draftId, ctx.actor.signedInAt);
    return done<Desk>({ draftId, channel: row.channel, entries: openDraftForm(ctx, row), savedAt: row.saved_at, ...await around(ctx) });
  },
});

async function around(ctx: Context): Promise<Pick<Desk, 'drafts' | 'handed' | 'municipalities' | 'localValues' | 'now'>> {
  const today = osloDay(ctx.now);
  const members = (await listMunicipalities(ctx.tx, ctx.regionId)).filter((row) => row.from_day <= today && (row.to_day === null || row.to_day > today));
  return { drafts: await draftsFor(ctx), handed: await handedOverBy(ctx), municipalities: members.map(({ number, name }) => ({ number, name })), localValues: (await localValues(ctx)).filter((one) => isOfferedOn(one, today)), now: ctx.now };
}
