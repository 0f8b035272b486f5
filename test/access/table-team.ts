import { endMeeting, minuteMeeting, nameInMeeting, setAttendance, startMeeting } from '../../src/cases/commands/meeting.ts';
import { mergeCases } from '../../src/cases/commands/merge.ts';
import { meetingList, openMeeting, prepareMeeting } from '../../src/cases/queries/meeting.ts';
import { mergePlan } from '../../src/cases/queries/merge.ts';
import { isForTheRoom } from '../../src/cases/commands/meeting-facts.ts';
import { askerOf, CASES, isElsewhere, isPerson, NOW, untold, type Situation } from './situations.ts';
import { HANDING_ROWS } from './table-handing-over.ts';
import { row, type FactsOf, type Row } from './row.ts';

const MEETING = '40000000-0000-4000-8000-000000000001';
const HELD = { meeting_id: MEETING, held_on: untold<FactsOf<typeof minuteMeeting>['meeting']['held_on']>(), opened_by: untold<FactsOf<typeof minuteMeeting>['meeting']['opened_by']>(), opened_at: NOW, ended_at: null, sealed: Buffer.alloc(0), version: 1 };

const MINUTING = CASES.map(({ key, title, facts }): Situation<FactsOf<typeof minuteMeeting>> => ({
  key, title, facts: (who) => { const asked = facts(who); return asked === undefined || !isPerson(who) ? undefined : { asker: askerOf(who), meeting: HELD, present: [], asked }; },
}));

/** Meetings are for people: a task that asks finds nothing. */
const PEOPLE: readonly Situation<never>[] = [{ key: 'always', title: 'Adgang', facts: (who) => (isPerson(who) ? untold<never>() : undefined) }];
const HERE: readonly Situation<never>[] = [{ key: 'always', title: 'Adgang', facts: (who) => (isPerson(who) && !isElsewhere(who) ? untold<never>() : undefined) }];

/** The one case of the region is on the agenda, unless whoever looks may not know of it. */
const ON_SCREEN = CASES.map(({ key, title, facts }): Situation<FactsOf<typeof openMeeting>> => ({
  key, title,
  facts: (who) => {
    const asked = facts(who);
    if (asked === undefined || !isPerson(who)) return undefined;
    const taken = isForTheRoom(asked, { users: [who.actor.userId], guests: false }) ? asked : undefined;
    return { asker: askerOf(who), meeting: HELD, present: [], agenda: { items: [], others: [] }, lines: [], taken, answers: [] };
  },
}));

const MERGING = CASES.map(({ key, title, facts }): Situation<FactsOf<typeof mergeCases>> => ({ key, title, facts: (who) => { const asked = facts(who); return asked && { ended: asked, goesOn: asked }; } }));
const PLANNING = CASES.map(({ key, title, facts }): Situation<FactsOf<typeof mergePlan>> => ({ key, title, facts: (who) => { const asked = facts(who); return asked && { own: { ...asked, reports: [] }, other: undefined, wanted: undefined }; } }));

/** What the team does together, and two cases that become one. */
export const TEAM_ROWS: readonly Row[] = [
  row(meetingList, 'region', 'Se teammøtene, med hvem som var der', PEOPLE),
  row(startMeeting, 'region', 'Starte et teammøte', PEOPLE),
  row(setAttendance, 'thing', 'Si hvem som er til stede i et teammøte', HERE),
  row(endMeeting, 'thing', 'Avslutte et teammøte', HERE),
  row(prepareMeeting, 'thing', 'Forberede et teammøte på egen skjerm', HERE),
  row(openMeeting, 'thing', 'Se den felles skjermen i et teammøte', ON_SCREEN),
  row(minuteMeeting, 'case', 'Skrive referat fra et teammøte i saken', MINUTING),
  row(nameInMeeting, 'case', 'Vise navn i et teammøte', MINUTING),
  ...HANDING_ROWS,
  row(mergePlan, 'case', 'Se to saker side om side før de slås sammen', PLANNING),
  row(mergeCases, 'case', 'Slå sammen to saker', MERGING),
];
