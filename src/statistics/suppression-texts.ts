import { catalogue, type Lang } from '../kernel/texts.ts';
import { BELOW_FIVE, UP_TO_TEN, type Cell } from './suppression-cells.ts';

/** What a hidden number is called in a table, what is read aloud, and the note under every suppressed table. */
export const SUPPRESSION_TEXTS = catalogue({
  nb: {
    few: '<5',
    fewAloud: 'færre enn 5',
    upToTen: '10 eller færre',
    protect: 'skjult',
    protectAloud: 'skjult for å verne personer',
    note: 'Tall fra 1 til 4 vises som «<5». Noen andre tall er skjult, slik at ingen kan regne seg fram til dem. Vi deler ikke opp tall for ti personer eller færre.',
  },
  nn: {
    few: '<5',
    fewAloud: 'færre enn 5',
    upToTen: '10 eller færre',
    protect: 'skjult',
    protectAloud: 'skjult for å verne personar',
    note: 'Tal frå 1 til 4 blir viste som «<5». Nokre andre tal er skjulte, slik at ingen kan rekne seg fram til dei. Vi deler ikkje opp tal for ti personar eller færre.',
  },
  en: {
    few: '<5',
    fewAloud: 'fewer than 5',
    upToTen: '10 or fewer',
    protect: 'hidden',
    protectAloud: 'hidden to protect people',
    note: 'Numbers from 1 to 4 are shown as “<5”. Some other numbers are hidden so that nobody can work them out. We do not break down figures for ten people or fewer.',
  },
});

/** A cell in words: as it stands in the table, and as it is read aloud. */
export function cellWords(cell: Cell, lang: Lang): { readonly text: string; readonly aloud: string } {
  if ('shown' in cell) return { text: String(cell.shown), aloud: String(cell.shown) };
  const t = SUPPRESSION_TEXTS[lang];
  if (cell.hidden === UP_TO_TEN) return { text: t.upToTen, aloud: t.upToTen };
  return cell.hidden === BELOW_FIVE ? { text: t.few, aloud: t.fewAloud } : { text: t.protect, aloud: t.protectAloud };
}
