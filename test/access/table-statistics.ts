import { explore } from '../../src/statistics/queries/explore.ts';
import { figures } from '../../src/statistics/queries/figures.ts';
import { hours } from '../../src/statistics/queries/hours.ts';
import { internalStatistics } from '../../src/statistics/queries/internal.ts';
import { overTime } from '../../src/statistics/queries/over-time.ts';
import { saveHours } from '../../src/statistics/commands/hours.ts';
import { addOutreach, removeOutreach } from '../../src/statistics/commands/outreach.ts';
import { outreach } from '../../src/statistics/queries/outreach.ts';
import { forRegion, row, type FactsOf, type Row } from './row.ts';
import { isElsewhere, type Situation } from './situations.ts';

const HOURS: readonly Situation<FactsOf<typeof hours>>[] = [
  { key: 'own', title: 'Egen kommune', facts: (who) => (isElsewhere(who) ? undefined : { members: [], asked: '9901', own: '9901' }) },
  { key: 'other', title: 'En annen kommune i samarbeidet', facts: (who) => (isElsewhere(who) ? undefined : { members: [], asked: '9902', own: '9901' }) },
];

/** The rows of the matrix about figures. What each reader sees in them, test/database/statistics.test.ts says. */
export const STATISTICS_TABLE: readonly Row[] = [
  forRegion(figures, 'Se statistikk der små tall er skjult'),
  forRegion(overTime, 'Se de samme tallene år for år'),
  forRegion(outreach, 'Se meldinger før og etter utadrettede tiltak'),
  forRegion(addOutreach, 'Skrive inn et utadrettet tiltak'),
  forRegion(removeOutreach, 'Ta bort et utadrettet tiltak'),
  row(hours, 'region', 'Se skjemaet for timer i kommunen', HOURS),
  row(saveHours, 'region', 'Skrive inn timer i kommunen', HOURS),
  forRegion(internalStatistics, 'Se R2, der hver sak er en rad'),
  forRegion(explore, 'Telle som en vil blant sakene i R2, uten at noe er skjult'),
];
