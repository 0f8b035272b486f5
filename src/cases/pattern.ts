import { addMs, DAY_MS, osloTime, type Instant } from '../kernel/time.ts';
import type { Channel } from '../reports/codes.ts';
import type { CaseEvent, CaseEventType } from './events.ts';

/** The lines of the view over time, in the order they stand. */
export const LANES = ['MELDT', 'DIALOG', 'NATT', 'HENDELSE', 'POLITI', 'KONTAKT', 'OPPFOLGING'] as const;
export type Lane = (typeof LANES)[number];

/** What a mark is: an entry of the journal, or something that came beside it. */
export type MarkOf = CaseEventType | 'reportCame' | 'additionCame' | 'theyWrote' | 'weWrote' | 'calledPolice';
export type Mark = { readonly lane: Lane; readonly at: Instant; readonly of: MarkOf };

/** What the view needs of a report: when each part came, by which channel, and the talk with whoever reported. */
export type PatternReport = {
  readonly channel: Channel;
  readonly contents: readonly { readonly at: Instant }[];
  readonly dialogue: { readonly theirs: readonly { readonly at: Instant }[]; readonly ours: readonly { readonly at: Instant }[] };
};

const [EVENING, MORNING] = [22, 7];

/** Between ten in the evening and seven in the morning in Oslo. */
function atNight(at: Instant): boolean {
  const { hour } = osloTime(at);
  return hour >= EVENING || hour < MORNING;
}

/**
 * Contacts and incidents of one person over time, the oldest first. Warnings stood in the open before nearly all partner killings
 * (NOU 2020: 17): to see them beside each other is the point, and nothing is counted into a score.
 */
export function pattern(journal: readonly CaseEvent[], reports: readonly PatternReport[]): readonly Mark[] {
  return [...journal.flatMap(marksOf), ...reports.flatMap(reported)].toSorted((a, b) => (a.at < b.at ? -1 : a.at === b.at ? 0 : 1));
}

function reported({ channel, contents, dialogue }: PatternReport): Mark[] {
  return [
    ...contents.map(({ at }, part): Mark => ({ lane: part === 0 && channel === 'TELEFON' && atNight(at) ? 'NATT' : 'MELDT', at, of: part === 0 ? 'reportCame' : 'additionCame' })),
    ...dialogue.theirs.map(({ at }): Mark => ({ lane: 'DIALOG', at, of: 'theyWrote' })), ...dialogue.ours.map(({ at }): Mark => ({ lane: 'DIALOG', at, of: 'weWrote' })),
  ];
}

function marksOf(event: CaseEvent): Mark[] {
  const mark = (lane: Lane, of: MarkOf = event.type): Mark => ({ lane, at: event.happenedAt, of });
  switch (event.type) {
    case 'AkuttRaised': return [mark('HENDELSE'), ...(event.content.called === 'N112' || event.content.called === 'N02800' ? [mark('POLITI', 'calledPolice')] : [])];
    case 'InvestigationReopened': case 'MeasuresReopened': case 'SuspectChanged': return [mark('HENDELSE')];
    case 'PoliceAwaited': case 'PoliceChecked': case 'ProtectionRecorded': case 'ProtectionRenewed': return [mark('POLITI')];
    case 'Disclosed': return /politi/i.test(event.content.organ) ? [mark('POLITI')] : [];
    case 'MeasureDecided': return event.content.measure === 'POLITIVARSEL' || event.content.measure === 'ANMELDELSE' || event.content.measure === 'POLITIRAD' ? [mark('POLITI')] : [];
    case 'FollowUpStarted': case 'FollowUpDone': return [mark('OPPFOLGING')];
    case 'JournalNoteWritten': return event.content.corrects === undefined ? noteMark(event.content.kind, event.happenedAt) : [];
    default: return [];
  }
}

function noteMark(kind: Extract<CaseEvent, { type: 'JournalNoteWritten' }>['content']['kind'], at: Instant): Mark[] {
  const lane: Lane | undefined = kind === 'OBSERVASJON' ? 'HENDELSE' : kind === 'TELEFON' && atNight(at) ? 'NATT' : kind === 'TELEFON' || kind === 'SAMTALE' || kind === 'MOTE' ? 'KONTAKT' : undefined;
  return lane === undefined ? [] : [{ lane, at, of: 'JournalNoteWritten' }];
}

/** What came to us or happened, as opposed to what we did. */
const COMES: readonly Lane[] = ['MELDT', 'NATT', 'HENDELSE'];

/** How many reports, night calls and incidents the last thirty days hold, and the thirty before them. */
export function lately(marks: readonly Mark[], now: Instant): { readonly last: number; readonly before: number } {
  const [month, two] = [addMs(now, -30 * DAY_MS), addMs(now, -60 * DAY_MS)];
  const came = marks.filter(({ lane, at }) => COMES.includes(lane) && at > two && at <= now);
  const last = came.filter(({ at }) => at > month).length;
  return { last, before: came.length - last };
}
