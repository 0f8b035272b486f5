import { explore } from '../../src/statistics/queries/explore.ts';
import { figures } from '../../src/statistics/queries/figures.ts';
import { internalStatistics } from '../../src/statistics/queries/internal.ts';
import { overTime } from '../../src/statistics/queries/over-time.ts';
import { addOutreach, removeOutreach } from '../../src/statistics/commands/outreach.ts';
import { outreach } from '../../src/statistics/queries/outreach.ts';
import { forRegion, type Row } from './row.ts';

/** The rows of the matrix about figures. What each reader sees in them, test/database/statistics.test.ts says. */
export const STATISTICS_TABLE: readonly Row[] = [
  forRegion(figures, 'Se statistikk der små tall er skjult'),
  forRegion(overTime, 'Se de samme tallene år for år'),
  forRegion(outreach, 'Se meldinger før og etter utadrettede tiltak'),
  forRegion(addOutreach, 'Skrive inn et utadrettet tiltak'),
  forRegion(removeOutreach, 'Ta bort et utadrettet tiltak'),
  forRegion(internalStatistics, 'Se R2, der hver sak er en rad'),
  forRegion(explore, 'Telle som en vil blant sakene i R2, uten at noe er skjult'),
];
