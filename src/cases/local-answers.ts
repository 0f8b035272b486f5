import { done, type Outcome } from '../kernel/outcome.ts';
import { localOf, nationalOf, parted, type LocalChoice, type LocalValue } from '../regions/codes.ts';
import type { FieldName } from './fields.ts';
import { refuseCase } from './refusals.ts';

/** The questions of a case that a region's own values may answer, and the list that each is answered from. */
export const LOCAL_FIELDS: Readonly<Partial<Record<FieldName, string>>> = { services: 'TJENESTE', measure: 'TILTAK', relation: 'RELASJON', relations: 'RELASJON', vulnerability: 'SAARBARHET', violence: 'VOLDSTYPE', reasons: 'UTFALL' };
const NAMES = Object.entries(LOCAL_FIELDS);

/** What an entry keeps of a region's own beside its national codes. Absent in older entries, and where nothing local was chosen. */
export type WithLocal = { readonly local?: readonly LocalChoice[] | undefined };

type Answers = Readonly<Record<string, unknown>>;

/** Whether something local was chosen: only then has anybody to look up what the region has. */
export function hasLocal(answers: Answers): boolean {
  return NAMES.some(([name]) => listOf(answers[name]).some((one) => one !== nationalOf(one)));
}

/**
 * The same answers with national codes alone, which is all that a rule reads, and what was local among them under `local`.
 * Refusal: bad_input (`not_offered`) for a local value that is not among `offered`.
 */
export function nationalAnswers(answers: Answers, offered: readonly LocalValue[]): Outcome<Answers> {
  const parts = NAMES.flatMap(([name, list]) => (answers[name] === undefined ? [] : [{ name, ...parted(list, listOf(answers[name]), offered) }]));
  const faults = Object.fromEntries(parts.filter(({ unknown }) => unknown).map(({ name }) => [name, 'not_offered']));
  if (Object.keys(faults).length > 0) return refuseCase('bad_input', faults);
  const national = Object.fromEntries(parts.map(({ name, national: codes }) => [name, typeof answers[name] === 'string' ? codes[0] : codes]));
  return done({ ...answers, ...national, local: parts.flatMap(({ local }) => local) });
}

function listOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');
}

/**
 * What an entry has of a region's own when a list is answered anew. `covered`: the form could not show any (reports/veiled.ts), so that what was
 * chosen before stays for as long as its national code does, or whoever puts something else right would take it away unseen.
 */
export function localAfter(list: string, codes: readonly string[], { before, now, covered }: { readonly before: readonly LocalChoice[] | undefined; readonly now: readonly LocalChoice[] | undefined; readonly covered: boolean }): readonly LocalChoice[] {
  const kept = covered ? localOf(list, before).filter(({ parent }) => codes.includes(parent)) : [];
  return [...kept, ...localOf(list, now).filter(({ id }) => !kept.some((one) => one.id === id))];
}

/** For an entry: nothing rather than an empty list. */
export function keptLocal(list: string, local: readonly LocalChoice[] | undefined): WithLocal {
  const own = local?.filter((one) => one.list === list) ?? [];
  return own.length === 0 ? {} : { local: own };
}
