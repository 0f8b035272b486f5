import type { Channel } from '../codes.ts';
import type { LocalChoice } from '../../regions/codes.ts';
import { wholeText } from '../../kernel/plain-text.ts';

/** Ways in which a concern comes to reception that somebody there types in. The web form and record systems come by the envelope. */
export const DESK_CHANNELS = ['TELEFON', 'POST', 'OPPMOTE', 'EPOST', 'ANNEN_KOMMUNE', 'INTERN', 'EGET_ARBEID'] as const satisfies readonly Channel[];
export type DeskChannel = (typeof DESK_CHANNELS)[number];

/** Staff who write themselves are asked as on the public form; elsewhere nobody can be asked again, and what is known is enough. */
export const ASKED_IN_FULL: readonly DeskChannel[] = ['INTERN', 'EGET_ARBEID'];

/** What the desk asks besides the report form: the names are seen by the browser. */
export const DESK_FIELDS = ['kanal', 'kom', 'hvor', 'tryggnaa', 'brutt', 'danger', 'called', 'calledBy', 'calledWhen', 'averting', 'avertedBy', 'avertedWhen', 'lest', 'ark'] as const;
export type DeskField = (typeof DESK_FIELDS)[number];
export type DeskTyped = Readonly<Record<DeskField, string>>;

/** Why a talk became no report. */
export const AWAY_REASONS = ['REGISTRERT', 'FEIL', 'IKKE_BEKYMRING'] as const;
export type AwayReason = (typeof AWAY_REASONS)[number];

/** A form as it was posted, name and value in order. */
export type Entries = readonly (readonly [string, string])[];

/** The desk's own answers; empty where nothing was written. */
export function deskTyped(entries: Entries): DeskTyped {
  const said = new Map(entries.map(([name, value]) => [name, wholeText(value).trim()]));
  return Object.fromEntries(DESK_FIELDS.map((name) => [name, said.get(name) ?? ''])) as DeskTyped; // each of DESK_FIELDS has one
}

export function deskChannel(text: string): DeskChannel | undefined {
  return DESK_CHANNELS.find((one) => one === text);
}

/** What is asked first on the phone, so that help finds the way if the talk breaks off. */
export type Call = { readonly where: string; readonly safeNow: string; readonly ifCut: string };

/** How a report came to be written by staff. Who typed it and when stands with the event itself. */
export type TypedIn = {
  /** it was read back to the person, who confirmed it */
  readonly readBack: boolean;
  readonly call?: Call | undefined;
  /** number of the paper form it was typed from */
  readonly sheet?: string | undefined;
  /** the region's own values among the answers; the report itself has the national codes (desk/local.ts) */
  readonly local?: readonly LocalChoice[] | undefined;
};

