import type { FieldName } from '../../src/reports/form/fields.ts';

/** One posted value: field name and text. */
export type Pair = readonly [string, string];

/** Somebody in the family writes about another person; the least that is accepted, with a few answers more. */
export const OTHER: readonly Pair[] = [
  ['fare', 'nei'], ['hvem', 'FAMILIE'], ['voksen', 'ja'], ['spurt', 'IKKE_TRYGT'], ['onske', 'Hun vil ha fred.'], ['navn', 'Borghild Testesen'],
  ['kommune', '9903'], ['hva', 'OKONOMISK'], ['sett', 'Broren min tar pensjonen hennes.'], ['tilknytning', 'BARN'], ['barn', 'nei'],
];

/** The person writes about themselves, with another name and one safe place. */
export const SELF: readonly Pair[] = [
  ['fare', 'nei'], ['hvem', 'UTSATT_SELV'], ['voksen', 'ja'], ['onske', 'Jeg vil bo alene.'], ['kallenavn', 'Rød'],
  ['trygg', 'Aktivitetssenteret tirsdag 10–11, aldri telefon'], ['kommune', '9901'], ['hva', 'PSYKISK'], ['sett', 'Han låser døra.'], ['barn', 'nei'],
];

/** A home-care nurse without consent who stands on one of the law's exceptions. */
export const SERVICE_WITH_BASIS: readonly Pair[] = [
  ['fare', 'nei'], ['hvem', 'ansatt'], ['sted', 'HJEMMETJENESTE'], ['voksen', 'ja'], ['spurt', 'IKKE_TRYGT'], ['grunn', 'FVL_13B_7'],
  ['grunntekst', 'Hun får ikke mat. Jeg deler bare det om penger.'], ['navn', 'Borghild Testesen'], ['kommune', '9903'], ['hva', 'OKONOMISK'], ['hva', 'OMSORGSSVIKT'],
  ['sett', 'Hun mangler penger.'], ['barn', 'vet-ikke'], ['dittnavn', 'Ingunn Prøve'], ['tjeneste', 'Lia hjemmetjeneste'], ['dittnummer', '55 55 01 33'],
];

/** The daughter who will not say who she is. */
export const ANONYMOUS: readonly Pair[] = [...OTHER, ['anonym', 'ja']];

/** A home-care nurse without consent or exception, who asks for advice and names nobody. */
export const CONSULTING: readonly Pair[] = [
  ['fare', 'nei'], ['hvem', 'ansatt'], ['sted', 'HJEMMETJENESTE'], ['voksen', 'ja'], ['spurt', 'IKKE_TRYGT'], ['grunn', 'ingen'], ['kommune', '9903'], ['alder', 'A80'],
  ['hva', 'OKONOMISK'], ['sett', 'Hun vil bo hjemme. Dag etter dag mangler det penger når barnebarnet har vært der.'], ['situasjon', 'DEMENS'], ['barn', 'nei'], ['gjort', 'Snakket med leder.'],
];

/** The same form with one field left out. */
export function without(pairs: readonly Pair[], name: FieldName): readonly Pair[] {
  return pairs.filter(([field]) => field !== name);
}
