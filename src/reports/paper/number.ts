/** A sheet of a pad: both numbers count from one. */
export type SheetNumber = { readonly pad: number; readonly sheet: number };

/** Letters that nobody takes for another or for a digit, in handwriting and on the phone. A prime many, so that a slip always shows. */
const CHECKS = 'ACEFHJKLMNPRTUVXY';

function check({ pad, sheet }: SheetNumber): string {
  const digits = `${pad}${String(sheet).padStart(2, '0')}`;
  // a weight of its own for each place: one wrong digit, or two that changed places, give another letter
  const sum = [...digits].toReversed().reduce((so, digit, place) => so + Number(digit) * (place + 2), 0);
  return CHECKS[sum % CHECKS.length] ?? '';
}

/** As it stands on the sheet: pad, sheet and a letter that finds a slip, e.g. `12-07-K`. */
export function sheetNumber(number: SheetNumber): string {
  return `${number.pad}-${String(number.sheet).padStart(2, '0')}-${check(number)}`;
}

/** What somebody typed from a sheet, in small or large letters, with or without what stands between; undefined where it is no number of ours. */
export function readSheetNumber(text: string): SheetNumber | undefined {
  const found = /^([1-9]\d{0,5})[\s.–-]+(\d{1,2})[\s.–-]*([A-Za-z])$/.exec(text.trim());
  if (found?.[1] === undefined || found[2] === undefined || found[3] === undefined) return undefined;
  const number = { pad: Number(found[1]), sheet: Number(found[2]) };
  return number.sheet > 0 && check(number) === found[3].toUpperCase() ? number : undefined;
}

/** The sheets of a pad, first to last. */
export function sheetsOf(pad: number, count: number): SheetNumber[] {
  return Array.from({ length: count }, (_, index) => ({ pad, sheet: index + 1 }));
}

/** One pad: 1 to this many sheets. More would take longer to print than somebody waits; and the number keeps its two digits. */
export const MOST_SHEETS = 25;
