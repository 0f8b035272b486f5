import type { CodeList, CodeValue } from './codes.ts';

/** Letters and digits only, lower case: «Bolig sosial avdeling» and «Boligsosial avdeling» are the same wording. */
function bare(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{N}+]/gu, '');
}

/** Every way a value may be written, bare. */
function wordings(value: CodeValue<string>): string[] {
  return [value.code, value.nb, value.nn, value.en, ...(value.synonyms ?? [])].map(bare);
}

/**
 * The code that a wording from an older document or another system means, whatever its letter case, spaces and signs;
 * historic codes are found too. undefined when no value, or more than one, has that wording: a guess is never made.
 */
export function findByWording<C extends string>(list: CodeList<C>, text: string): C | undefined {
  const wanted = bare(text);
  if (wanted === '') return undefined;
  const hits = list.values.filter((value) => wordings(value).includes(wanted));
  return hits.length === 1 ? hits[0]?.code : undefined;
}

/**
 * The codes in a cell that lists several wordings with «;» or line breaks between them, each once and in the list's order,
 * and the wordings that no value has, as they stood.
 */
export function findAllByWording<C extends string>(list: CodeList<C>, cell: string): { codes: C[]; unknown: string[] } {
  const found = new Set<C>();
  const unknown: string[] = [];
  for (const part of cell.split(/[;\n]/).map((text) => text.trim()).filter((text) => text !== '')) {
    const code = findByWording(list, part);
    if (code === undefined) unknown.push(part);
    else found.add(code);
  }
  return { codes: list.values.map((v) => v.code).filter((code) => found.has(code)), unknown };
}

/** Wordings that more than one value of a list claims: a list with any is wrong, because `findByWording` cannot tell them apart. */
export function doubleWordings(list: { readonly values: readonly CodeValue<string>[] }): string[] {
  const seen = new Map<string, string>();
  const doubled = new Set<string>();
  for (const value of list.values) {
    for (const wording of wordings(value)) {
      const owner = seen.get(wording);
      if (owner !== undefined && owner !== value.code) doubled.add(wording);
      seen.set(wording, value.code);
    }
  }
  return [...doubled];
}
