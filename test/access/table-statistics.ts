import { explore } from '../../src/statistics/queries/explore.ts';
import { figures } from '../../src/statistics/queries/figures.ts';
import { hours } from '../../src/statistics/queries/hours.ts';
import { internalStatistics } from '../../src/statistics/queries/internal.ts';
import { overTime } from '../../src/statistics/queries/over-time.ts';
import { saveHours } from '../../src/statistics/commands/hours.ts';
import { addOutreach, removeOutreach } from '../../src/statistics/commands/outreach.ts';
import { outreach } from '../../src/statistics/queries/outreach.ts';
import { forRegion, row, type FactsOf, type Row } from './row.ts';
import { isElsewhere, whoIs, type Situation, type Who } from './situations.ts';

/** Of the municipality that they worked for until today, or of another. */
const hoursOf = (key: string, title: string, asked: string): Situation<FactsOf<typeof hours>> => ({
  key, title, facts: (who) => (isElsewhere(who) ? undefined : { members: [], asked, own: municipalityOf(who) === municipalityOf(whoIs(who.key)) ? '9901' : '9903' }),
});
const HOURS = [hoursOf('own', 'Egen kommune', '9901'), hoursOf('other', 'En annen kommune i samarbeidet', '9902')];

function municipalityOf({ actor }: Who): string | undefined {
  return actor.kind === 'person' ? actor.municipalityId : undefined;
}

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
