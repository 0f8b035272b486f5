import { DEMO_MUNICIPALITIES, DEMO_NEIGHBOUR, SECOND_DEMO_MUNICIPALITIES } from '../demo-municipalities.ts';
import { distinctName, MUNICIPALITIES, type MunicipalityFact } from '../municipalities.ts';

/** The municipalities there are: Norway's, or the invented ones where everything is invented. */
export function knownMunicipalities(demo: boolean): readonly MunicipalityFact[] {
  return demo ? [...DEMO_MUNICIPALITIES, DEMO_NEIGHBOUR, ...SECOND_DEMO_MUNICIPALITIES] : MUNICIPALITIES;
}

/** One of them by its number; the name is never taken from what somebody typed. */
export function municipalityName(number: string, demo: boolean): string {
  return knownMunicipalities(demo).find((one) => one.number === number)?.name ?? '';
}

/** For a closed list, by name, with the county where two share one. */
export function municipalityOptions(demo: boolean, without: ReadonlySet<string>): { value: string; label: string }[] {
  return knownMunicipalities(demo).filter((one) => !without.has(one.number))
    .map((one) => ({ value: one.number, label: distinctName(one) })).toSorted((a, b) => a.label.localeCompare(b.label, 'nb'));
}
