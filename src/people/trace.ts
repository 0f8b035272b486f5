import type { FileId } from '../kernel/ids.ts';

/**
 * By what a person in one file may be found again in another. Everything that was ever said of them counts: of two reporters one knows
 * the maiden name. A file that names nobody has a trace, too, with nothing in it.
 */
export type Trace = {
  readonly names: readonly string[];
  /** what the person wants to be called: never compared, since it was chosen so as not to be known */
  readonly aliases: readonly string[];
  /** people around the person, as far as a file names them: searched for, and never compared */
  readonly around: readonly string[];
  readonly birthYears: readonly number[];
  /** four digits each; what is not known is left out */
  readonly municipalities: readonly string[];
  /** somebody has said that the address is secret: such a person is not looked for, and not found */
  readonly hidden: boolean;
};

/** What a file says of its person, in one of its parts. */
export type SaidOfPerson = {
  readonly name?: string | undefined;
  readonly alias?: string | undefined;
  readonly birthYear?: number | undefined;
  readonly municipality?: string | undefined;
  readonly phone?: string | undefined;
  readonly protectedAddressHint: boolean;
};

/** A trace as it is stored, and the telephones whose keyed hashes stand beside it. */
export type Traced = { readonly trace: Trace; readonly phones: readonly string[] };

export function tracedOf(said: readonly SaidOfPerson[], around: readonly (string | undefined)[] = []): Traced {
  const all = <T>(pick: (one: SaidOfPerson) => T | undefined): T[] => [...new Set(said.map(pick).filter((value) => value !== undefined))];
  return {
    trace: {
      names: all(({ name }) => name), aliases: all(({ alias }) => alias), around: [...new Set(around.filter((name) => name !== undefined))], birthYears: all(({ birthYear }) => birthYear),
      municipalities: all(({ municipality }) => municipality).filter((number) => /^\d{4}$/.test(number)), hidden: said.some(({ protectedAddressHint }) => protectedAddressHint),
    },
    phones: all(({ phone }) => phone),
  };
}

/** A file that has a trace, and by which entry of its journal that was made. */
export type TraceLine = { readonly file_id: FileId; readonly version: number };
/** Lines with the number of a transaction: whatever was written before it is among those that were read until now. */
export type NewLines = { readonly lines: readonly TraceLine[]; readonly until: string };
