import { confirmDecision, endDecision, proposeDecision } from '../../src/returns/commands/decisions.ts';
import { lockReturn, prepareReturn, recordSending, withdrawReturn } from '../../src/returns/commands/returns.ts';
import { country } from '../../src/returns/queries/country.ts';
import { openReturn, returnFile, returnList } from '../../src/returns/queries/returns.ts';
import { seesWholeRegion } from '../../src/statistics/public.ts';
import { forOne, forRegion, row, type FactsOf, type Row } from './row.ts';
import { isElsewhere, NOW, untold, type Situation } from './situations.ts';

type Asked = FactsOf<typeof openReturn>;

function one(key: string, title: string, form: Asked['row']['form'], locked: boolean, { publicOnly = false, nobodyElse = false } = {}): Situation<Asked> {
  return { key, title, facts: (who) => (isElsewhere(who) ? undefined : { row: { ...untold<Asked['row']>(), form, confirmed_at: locked ? NOW : null, withdrawn_at: null }, wholeRegion: seesWholeRegion(who.actor), publicOnly, nobodyElse: nobodyElse && !seesWholeRegion(who.actor) }) };
}

const STATES = [
  one('prepared', 'Tabeller som er forberedt', 'TABELLER', false), one('locked', 'Tabeller som er låst', 'TABELLER', true), one('rows', 'Anonyme rader fra hele regionen som er låst: en leder for én kommune åpner dem ikke', 'RADER', true),
  one('recused', 'Anonyme rader fra et år der den som spør, er inhabil i en sak', 'RADER', true, { publicOnly: true }),
  one('alone', 'Anonyme rader som er forberedt, der ingen andre kan låse dem: en leder for én kommune låser dem uten å se dem', 'RADER', false, { nobodyElse: true }),
];

/** Returns to others. */
export const RETURNS: readonly Row[] = [
  forRegion(returnList, 'Se returene'),
  forRegion(country, 'Se tall for hele landet, summert av det som er sendt'),
  forRegion(prepareReturn, 'Forberede en retur'),
  row(openReturn, 'thing', 'Se hva som går ut i en retur', STATES),
  row(returnFile, 'thing', 'Laste ned filene i en retur', STATES),
  row(lockReturn, 'thing', 'Låse en retur som person nummer to', STATES),
  row(withdrawReturn, 'thing', 'Trekke tilbake en retur som ikke har gått ut', STATES),
  row(recordSending, 'thing', 'Skrive ned at en retur er sendt', STATES),
  forRegion(proposeDecision, 'Foreslå at anonyme rader kan gis ut'),
  forOne(confirmDecision, 'Si ja til det som leder, for egen kommune'),
  forOne(endDecision, 'Avslutte et vedtak om anonyme rader'),
];
