/** Those that were chosen, each once, in the code list's order. */
export function inOrder<C extends string>(values: readonly { readonly code: C }[], chosen: readonly C[]): readonly C[] {
  return values.map((value) => value.code).filter((code) => chosen.includes(code));
}

/** What nobody recorded is «ukjent», so that no case is missing from a table. */
export function orUnknown<C extends string>(codes: readonly C[]): readonly (C | 'UKJENT')[] {
  return codes.length === 0 ? ['UKJENT'] : codes;
}
