/** Money is whole øre. */
export type Ore = number;

const ONE_KRONE: Ore = 100;
const MOST: Ore = 1_000_000_000_000;

/** Kroner as people write them («626 297», «1.250,50», «-3 370»), in øre; undefined for anything else. */
export function readKroner(text: string): Ore | undefined {
  const plain = text.replace(/[\s\u00a0]|kr\.?/giu, '').replace(/\u2212/gu, '-');
  const [, sign = '', whole = '', ore = ''] = /^(-?)(\d{1,3}(?:\.\d{3})+|\d{1,10})(?:,(\d{1,2}|-))?$/.exec(plain) ?? [];
  if (whole === '') return undefined;
  const found = Number(whole.replaceAll('.', '')) * ONE_KRONE + (ore === '' || ore === '-' ? 0 : Number(ore.padEnd(2, '0')));
  return found > MOST ? undefined : sign === '-' && found !== 0 ? -found : found;
}

/** «626 297», or «626 297,50» where there are øre. A narrow space no line breaks at. */
export function kroner(amount: Ore): string {
  const whole = String(Math.floor(Math.abs(amount) / ONE_KRONE)).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
  const ore = Math.abs(amount) % ONE_KRONE;
  return `${amount < 0 ? '\u2212' : ''}${whole}${ore === 0 ? '' : `,${String(ore).padStart(2, '0')}`}`;
}

export function total(amounts: readonly Ore[]): Ore {
  return amounts.reduce((sum, one) => sum + one, 0);
}

/** Sums of whole kroner may differ by one where the lines were rounded (domain reference §12.4, I6). */
export function differs(stated: Ore, computed: Ore): boolean {
  return Math.abs(stated - computed) > ONE_KRONE;
}
