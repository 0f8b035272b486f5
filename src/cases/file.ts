import { NO_PINS } from './pins.ts';
import { NO_SECRECY, protectionOf, reportsNamed } from './secrecy.ts';
import { NO_MEETINGS } from './meeting.ts';
import { leftOutTogether, NO_MERGE } from './merging.ts';
import { NO_SAFETY } from './safety.ts';
import { NO_DUTIES } from './duties.ts';
import { NO_DOCUMENTS } from './documents.ts';
import { NO_DEPUTY } from './deputy.ts';
import { NO_EXPERTS, projectExperts } from './expert.ts';
import { NO_CORRECTIONS } from './person.ts';
import { NO_COORDINATION } from './coordination.ts';
import { NO_RIGHTS } from './rights.ts';
import { NO_VOICE } from './voice.ts';
import type { Context } from '../kernel/context.ts';
import type { FileId } from '../kernel/ids.ts';
import type { FileEvent } from '../kernel/journal/event.ts';
import { exclude, type FileKind } from '../kernel/journal/file.ts';
import { openJson, openText, seal, sealJson, type Where } from '../kernel/sealing/sealed.ts';
import { instant } from '../kernel/time.ts';
import { saveTrace, tracedOf, type Traced } from '../people/public.ts';
import { countedBy } from '../regions/codes.ts';
import { regionClocks } from '../regions/public.ts';
import { saveNamed } from '../reports/public.ts';
import type { CaseState } from './case.ts';
import type { CaseEvent } from './events.ts';
import { NO_EMERGENCIES, projectEmergencies } from './emergency.ts';
import { evolve, foldCase } from './evolve.ts';
import { nightCardOf, type NightCard } from './night-card.ts';
import { aliasOf, projectAccess, projectCase, takenIn } from './projection.ts';
import { lifted, NO_FORMS } from './sent-forms.ts';
import { NO_SHARING } from './sharing.ts';
import { listTogether } from './store/read.ts';
import { saveEmergencies } from './store/emergency.ts';
import { saveAsks } from './store/expert.ts';
import { deleteNightCard, saveNightCard } from './store/night-card.ts';
import { saveTaken } from './store/meeting.ts';
import { NO_VOIDED } from './voided.ts';
import { insertAlias, insertReports, replaceAlias, saveAccess, saveCase } from './store/write.ts';

function lift(stored: FileEvent): CaseEvent {
  return lifted(stored) as CaseEvent; // written by this module alone, vouched for by seal and chain; version 1 is the only shape
}

const NEVER = instant('1970-01-01T00:00:00.000Z');

/** Before the first entry. Nobody ever sees it: a journal begins with CaseOpened, or it does not open. */
export const NO_CASE: CaseState = {
  reference: '', reports: [], opened: { by: 'system', at: NEVER }, updatedAt: NEVER, owner: undefined, status: 'MOTTATT', reached: {}, closedAt: undefined,
  start: {
    channel: 'NETTSKJEMA', receivedAt: NEVER, mode: 'A', lang: 'nb', person: { protectedAddressHint: false }, reporter: { code: 'IKKE_OPPGITT', wantsFeedback: false },
    whatHappened: '', vulnerability: [], violence: [], relation: [], services: [],
  },
  joined: [], reportUnread: false, excluded: [], impartial: [], akutt: undefined, policeCalled: false, handover: undefined, proposals: 0, proposal: undefined, classification: undefined, lead: undefined,
  notACase: undefined, transfer: undefined, plan: undefined, police: undefined, findings: undefined, measures: [], followUps: [], nextFollowUp: undefined,
  closingProposal: undefined, closingLocal: undefined, closing: undefined, notes: [], grants: [], nightCard: undefined, ...NO_EXPERTS, ...NO_PINS, ...NO_SECRECY, ...NO_SHARING, ...NO_MEETINGS, ...NO_MERGE, ...NO_SAFETY, ...NO_VOICE, ...NO_DUTIES, ...NO_DOCUMENTS, ...NO_EMERGENCIES, ...NO_RIGHTS, ...NO_DEPUTY, ...NO_CORRECTIONS, ...NO_COORDINATION, ...NO_FORMS, ...NO_VOIDED,
};

/** The line in the lists, who may see it, and who never may: in the same transaction as the entry. */
async function project(ctx: Context, fileId: FileId, state: CaseState, version: number): Promise<void> {
  const { tx, regionId } = ctx;
  const clocks = await regionClocks(ctx);
  const isNew = await saveCase(tx, regionId, fileId, projectCase(state, clocks), { version, clocks: countedBy(clocks) });
  await saveAccess(tx, regionId, fileId, projectAccess(state));
  await saveEmergencies(tx, regionId, fileId, projectEmergencies(state));
  await saveAsks(tx, regionId, fileId, projectExperts(state));
  for (const file of await leftOutWithCase(ctx, fileId, state)) await exclude(ctx, file, state.excluded);
  await writeNightCard(ctx, fileId, state, version);
  await insertReports(tx, regionId, fileId, state.reports);
  await saveNamed(tx, regionId, fileId, state.reports, reportsNamed(state));
  await saveTaken(tx, regionId, fileId, takenIn(state));
  await saveTrace(ctx, fileId, tracedIn(state), version);
  const alias = aliasOf(state);
  if (isNew && alias !== undefined) await insertAlias(tx, regionId, fileId, sealAlias(ctx, fileId, alias));
  if (!isNew && state.corrections.length > 0) await replaceAlias(tx, regionId, fileId, alias === undefined ? undefined : sealAlias(ctx, fileId, alias));
}

/** fvl § 6: the files that whoever is left out of this case is left out of as well (leftOutTogether), and all that hold the same reports, of which this case may not know. */
export async function leftOutWithCase(ctx: Context, fileId: FileId, state: CaseState): Promise<readonly FileId[]> {
  return state.excluded.length === 0 ? [] : listTogether(ctx.tx, ctx.regionId, leftOutTogether(fileId, state));
}

/** By what the person is found again: as the case has it by now, put right where the opening was wrong, and as each report that joined had it. Municipalities stand in the reports' own traces. */
export function tracedIn(state: CaseState): Traced {
  const { start, joined, related } = state;
  const told = [start, ...joined.map((one) => one.start)];
  const hidden = protectionOf(state) !== undefined;
  return tracedOf(told.map(({ person }) => (hidden ? { ...person, protectedAddressHint: true } : person)), [...told.map(({ suspectName }) => suspectName), ...related.map(({ name }) => name)]);
}

export function sealAlias(ctx: Context, fileId: FileId, alias: string): Buffer {
  return seal(ctx.keys.record, alias, aliasPlace(ctx, fileId), 'short', ctx.chance);
}

export function openAlias(ctx: Context, fileId: FileId, sealed: Buffer): string {
  return openText(ctx.keys.record, sealed, aliasPlace(ctx, fileId));
}

/** Written, taken away, or ended with the case. */
export async function writeNightCard(ctx: Context, fileId: FileId, state: CaseState, version: number): Promise<void> {
  const card = nightCardOf(state);
  if (card === undefined) return deleteNightCard(ctx.tx, ctx.regionId, fileId);
  await saveNightCard(ctx.tx, ctx.regionId, { file_id: fileId, version, sealed: sealJson(ctx.keys.record, card, nightCardPlace(ctx, { file_id: fileId, version }), 'text', ctx.chance) });
}

/** What stands on a card; the door must have opened its case. Throws SealBroken. */
export function openNightCard(ctx: Context, row: { readonly file_id: FileId; readonly sealed: Buffer; readonly version: number }): NightCard {
  return openJson(ctx.keys.record, row.sealed, nightCardPlace(ctx, row)) as NightCard; // sealed by this module alone, one line above
}

function nightCardPlace(ctx: Context, row: { readonly file_id: FileId; readonly version: number }): Where {
  return { table: 'app.case_night_card', region: ctx.regionId, row: row.file_id, field: 'sealed', version: row.version };
}

function aliasPlace(ctx: Context, fileId: FileId): Where {
  return { table: 'app.case_alias', region: ctx.regionId, row: fileId, field: 'sealed', version: 1 };
}

/** A case is a file of its own: a journal that is only added to, and one line in the work list. */
export const CASE_FILE: FileKind<CaseState, CaseEvent> = {
  kind: 'case', initial: NO_CASE, evolve: (state, event) => (state === NO_CASE ? foldCase([event]) : evolve(state, event)), lift, project,
};
