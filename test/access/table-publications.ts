import { approvePublication, sendForApproval } from '../../src/documents/commands/approve.ts';
import { beginPublication, correctPublication, setPeriod } from '../../src/documents/commands/begin.ts';
import { askForFile, makeFile, sweepFiles } from '../../src/documents/commands/files.ts';
import { sayWritingPart } from '../../src/documents/commands/writing.ts';
import { commentPart, resolveComment, writePart } from '../../src/documents/commands/write.ts';
import { journalFile, journalPage } from '../../src/documents/queries/journal.ts';
import { publicationList } from '../../src/documents/queries/list.ts';
import { openPart, openPublication, publicationFile } from '../../src/documents/queries/open.ts';
import type { State } from '../../src/documents/codes.ts';
import type { Person } from '../../src/kernel/actor.ts';
import { forOne, forRegion, row, type FactsOf, type Row } from './row.ts';
import { isElsewhere, untold, whoIs, type Situation } from './situations.ts';

type Publication = FactsOf<typeof openPublication>;
type Output = FactsOf<typeof publicationFile>;

function report(key: string, title: string, state: State): Situation<Publication> {
  return { key, title, facts: (who) => (isElsewhere(who) ? undefined : { ...untoldRow(), state }) };
}

function untoldRow(): Publication {
  return {} as Publication; // the rule reads the state alone, which stands beside it
}

const REPORTS = [report('writing', 'Rapporten er under arbeid', 'UNDER_ARBEID'), report('approved', 'Rapporten er godkjent', 'FROSSET')];

const ASKED_BY = (whoIs('kari').actor as Person).userId; // Kari is a person

function output(key: string, title: string, facts: Pick<Output['row'], 'state' | 'edition' | 'kept'>, lasts = true): Situation<Output> {
  return { key, title, facts: (who) => (isElsewhere(who) ? undefined : { row: { ...untold<Output['row']>(), ...facts, asked_by: ASKED_BY }, lasts }) };
}

const DRAFTED = { state: 'UNDER_ARBEID', edition: 'INTERN', kept: false } as const;
const OUTPUTS = [
  output('asked', 'Kari har bedt om en fil av en rapport under arbeid', DRAFTED), output('asked_frozen', 'Kari har bedt om den interne utgaven av en godkjent rapport', { ...DRAFTED, state: 'FROSSET' }), output('not_any_more', 'Kari er siden blitt inhabil i en sak som står der, eller filen er eldre enn et døgn', DRAFTED, false),
  output('kept', 'Filen av en godkjent rapport', { state: 'FROSSET', edition: 'YTRE', kept: true }),
];

const JOURNAL: readonly Situation<FactsOf<typeof journalFile>>[] = [{ key: 'always', title: 'Adgang', facts: () => ({ cases: [], reports: [], period: undefined }) }];

/** Reports that people write and that fill themselves. */
export const PUBLICATIONS: readonly Row[] = [
  forRegion(journalPage, 'Se den offentlige journalen'),
  row(journalFile, 'region', 'Ta ut journalen for en kommune', JOURNAL),
  forRegion(publicationList, 'Se lista over rapporter'),
  row(openPublication, 'thing', 'Lese en rapport', REPORTS),
  forRegion(beginPublication, 'Begynne en rapport'),
  forOne(openPart, 'Åpne en del av en rapport for å skrive'),
  forOne(writePart, 'Skrive en del av en rapport'),
  forOne(sayWritingPart, 'Se hvem som skriver i en del nå, og si at en selv gjør det'),
  forOne(commentPart, 'Kommentere en del av en rapport'),
  forOne(resolveComment, 'Si at en kommentar er løst'),
  forOne(setPeriod, 'Endre perioden til en rapport'),
  forOne(sendForApproval, 'Sende en rapport til godkjenning'),
  forOne(approvePublication, 'Godkjenne og fryse en rapport'),
  forOne(correctPublication, 'Rette en godkjent rapport i en ny versjon'),
  forOne(askForFile, 'Be om en fil av en rapport'),
  row(publicationFile, 'thing', 'Hente en fil av en rapport', OUTPUTS),
  forRegion(makeFile, 'Lage filen noen har bedt om'),
  forRegion(sweepFiles, 'Fjerne filer som har ligget i et døgn'),
];
