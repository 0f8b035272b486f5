import type { Lang } from '../../kernel/texts.ts';
import { KIND } from '../codes.ts';
import { periodWords } from '../months.ts';
import type { PublicationRow } from '../rows.ts';

/** «Årsrapport, januar 2026–desember 2026» */
export function reportTitle({ kind, from_month: from, to_month: to }: PublicationRow, lang: Lang): string {
  return `${KIND.label(kind, lang)}, ${periodWords({ from, to }, lang)}`;
}
