import type { Context } from '../kernel/context.ts';
import type { FileId, MunicipalityId } from '../kernel/ids.ts';
import { rowsAre } from '../kernel/journal/compare.ts';
import type { FileEvent } from '../kernel/journal/event.ts';
import type { FileKind } from '../kernel/journal/file.ts';
import type { Projection } from '../kernel/journal/replay.ts';
import { openJson, sealJson, type Where } from '../kernel/sealing/sealed.ts';
import { osloDay, type Day } from '../kernel/time.ts';
import type { AgeBand } from '../people/codes.ts';
import type { Reporter } from '../reports/codes.ts';
import { listMunicipalities } from '../regions/public.ts';
import type { ConsultationOutcome, Direction } from './codes.ts';
import { evolveConsultation, NO_CONSULTATION, type ConsultationEvent, type ConsultationState } from './consultation.ts';
import { listSealed, saveConsultation, type ConsultationLine, type SealedLine } from './store.ts';

/** What the list and the count know of a consultation: codes alone, sealed beside its line. */
export type ListedCodes = {
  readonly direction: Direction; readonly service: Reporter; readonly municipality: string; readonly ageBand: AgeBand | null;
  readonly outcome: ConsultationOutcome | null; readonly minutes: number; /** the day it was asked, or the day of the talk */ readonly on: Day; /** the references of the reports that somebody made after it */ readonly became: readonly string[];
};

function place(ctx: Context, { file_id: fileId, version }: Pick<SealedLine, 'file_id' | 'version'>): Where {
  return { table: 'app.consultation_codes', region: ctx.regionId, row: fileId, field: 'sealed', version };
}

/** The codes of a line. Throws SealBroken where it was altered. */
export function listedCodes(ctx: Context, row: SealedLine): ListedCodes {
  const codes = openJson(ctx.keys.record, row.sealed, place(ctx, row)) as Omit<ListedCodes, 'became'> & { readonly became?: string | readonly string[] }; // written by `codesOf` alone, and the seal vouches for it; older lines hold one, or none
  return { ...codes, became: [codes.became ?? []].flat() };
}

function codesOf(ctx: Context, state: ConsultationState): ListedCodes {
  return {
    direction: state.direction, service: state.about?.service ?? 'IKKE_OPPGITT', municipality: state.about?.municipality ?? '', ageBand: state.about?.ageBand ?? null,
    outcome: state.advice.at(-1)?.outcome ?? null, minutes: state.advice.reduce((sum, { minutes }) => sum + minutes, 0), on: state.on ?? osloDay(state.receivedAt ?? ctx.now), became: state.became.map(({ reference }) => reference),
  };
}

async function lineOf(ctx: Context, fileId: FileId, state: ConsultationState, version: number): Promise<ConsultationLine> {
  return {
    region_id: ctx.regionId, file_id: fileId, reference: state.reference, report_id: state.reportId ?? null, state: state.progress, urgent: state.urgent, owner_municipality_id: await ownerOf(ctx, state),
    received_at: state.receivedAt ?? ctx.now, answered_at: state.advice[0]?.at ?? null, version,
  };
}

/** The first that ever had the number, so that it is the same whenever the journal is read. */
async function ownerOf(ctx: Context, { about }: ConsultationState): Promise<MunicipalityId | null> {
  const members = (await listMunicipalities(ctx.tx, ctx.regionId)).toSorted((a, b) => (a.from_day < b.from_day ? -1 : 1));
  return members.find((row) => row.number === about?.municipality)?.municipality_id ?? null;
}

async function project(ctx: Context, fileId: FileId, state: ConsultationState, version: number): Promise<void> {
  const sealed = sealJson(ctx.keys.record, codesOf(ctx, state), place(ctx, { file_id: fileId, version }), 'short', ctx.chance);
  await saveConsultation(ctx.tx, await lineOf(ctx, fileId, state, version), sealed);
}

function lift(stored: FileEvent): ConsultationEvent {
  return stored as ConsultationEvent; // written by this module alone, in the one version there is, and vouched for by seal and chain
}

/** A consultation is a file of its own: a journal that is only added to, and one line in the list. */
export const CONSULTATION_FILE: FileKind<ConsultationState, ConsultationEvent> = { kind: 'consultation', initial: NO_CONSULTATION, evolve: evolveConsultation, lift, project };

/** What is kept beside the journal, to be compared with it and written again. */
export const CONSULTATION_PROJECTIONS: readonly Projection<ConsultationState>[] = [{
  name: 'app.consultation',
  same: async (ctx, fileId, state, version) => {
    const line = await lineOf(ctx, fileId, state, version);
    return rowsAre(ctx.tx, 'app.consultation', { region_id: ctx.regionId, file_id: fileId }, [line]);
  },
  write: project,
}, {
  name: 'app.consultation_codes',
  same: (ctx, fileId, state) => sealedAgrees(ctx, fileId, state),
  write: project,
}];

async function sealedAgrees(ctx: Context, fileId: FileId, state: ConsultationState): Promise<boolean> {
  const [row] = await listSealed(ctx.tx, ctx.regionId, [fileId]);
  try {
    return row !== undefined && JSON.stringify(listedCodes(ctx, row)) === JSON.stringify(codesOf(ctx, state));
  } catch {
    return false; // altered or torn: written again from the journal
  }
}
