import { drawLogReview, markReview } from '../../src/cases/commands/log-review.ts';
import { logLetter } from '../../src/cases/queries/log-letter.ts';
import { logReview } from '../../src/cases/queries/log-review.ts';
import { declare, ownDeclaration, writeDeclaration } from '../../src/staff/commands/declaration.ts';
import { CODE_LIST_ROWS } from './table-code-lists.ts';
import { forRegion, row, type FactsOf, type Row } from './row.ts';
import { askerOf, CASES, FJORDBY, isElsewhere, isPerson, untold, type Situation } from './situations.ts';

function line(key: string, title: string, about: { readonly excluded?: true; readonly nowhere?: true; readonly nobodys?: true }): Situation<FactsOf<typeof markReview>> {
  return {
    key, title,
    facts: (who) => {
      if (!isPerson(who) || isElsewhere(who)) return undefined;
      const asker = askerOf(who);
      return {
        review: untold(), asker, municipality: about.nowhere === true ? undefined : FJORDBY, municipalities: asker.municipalities,
        wholeRegion: asker.region.every(({ municipality_id: id }) => asker.municipalities.includes(id)), nobodyElse: about.nobodys === true, excluded: about.excluded === true, reference: '2026-AAAAAA',
      };
    },
  };
}

const LINES = [
  line('own', 'Saken hører til Fjordby', {}), line('excluded', 'Den som spør, er inhabil i saken', { excluded: true }), line('nowhere', 'Saken hører ikke til noen kommune ennå', { nowhere: true }), line('nobodys', 'Saken hører ikke til noen kommune, og ingen leder har hele regionen', { nowhere: true, nobodys: true }),
];

/** What has to do with who looked, and who promised what. */
export const ACCOUNTABILITY: readonly Row[] = [
  forRegion(ownDeclaration, 'Lese om taushetsplikten, og se når en selv bekreftet den'),
  forRegion(declare, 'Bekrefte at en kjenner taushetsplikten'),
  forRegion(writeDeclaration, 'Skrive regionens egen tekst om taushetsplikten'),
  forRegion(logReview, 'Se hva som er trukket fra loggen denne måneden, og hva lederne fant'),
  row(markReview, 'thing', 'Si om et oppslag i loggen er i orden', LINES),
  row(drawLogReview, 'region', 'Trekke oppslag fra loggen som lederne skal se på', [{ key: 'always', title: 'Adgang', facts: () => ({ month: '2026-02', drawn: false, days: [], cases: [], reports: [] }) }]),
  ...CODE_LIST_ROWS,
  row(logLetter, 'case', 'Skrive ut til personen hvem som har sett på saken', CASES),
];
