/** Words of team meetings and of two cases that become one; nb.ts, nn.ts and en.ts take them in with the others. */
export const TEAM_WORDS = {
  nb: {
    'status.SAMMENSLATT': 'Slått sammen',
    'step.askForMeeting': 'Be om å ta opp i teammøte', 'step.minuteMeeting': 'Skriv referat fra teammøte', 'step.nameInMeeting': 'Vis navn i teammøte',
    'step.mergeCase': 'Slå sammen med en annen sak', 'step.takeInCase': 'Ta inn en sak som slås sammen med denne',
    'field.meetingAbout': 'Hva skal teamet snakke om?', 'help.meetingAbout': 'Det du skriver, vises på felles skjerm. Skriv det slik at ingen kan se hvem det gjelder.',
    'field.minutes': 'Referat', 'help.minutes': 'Hva ble sagt og bestemt, og hvem gjør hva? Teksten blir liggende i saken.',
    'refusal.meeting_changed': 'Møtet er endret siden du åpnet siden. Ingenting ble lagret. Åpne møtet på nytt.',
    'refusal.meeting_over': 'Møtet er avsluttet. Skriv heller et notat i saken.',
    'refusal.owners_differ': 'Sakene tilhører to kommuner. Da kan de ikke slås sammen. Overfør den ene saken, eller ta inn bekymringen der den hører hjemme.',
    'refusal.further_goes_on': 'Saken du vil avslutte, er kommet lenger enn den andre, eller den venter på politiet. La den fortsette, så går ingenting tapt.',
    'fault.further_goes_on': 'Velg den andre saken. Den er kommet lengst.',
  },
  nn: {
    'status.SAMMENSLATT': 'Slått saman',
    'step.askForMeeting': 'Be om å ta opp i teammøte', 'step.minuteMeeting': 'Skriv referat frå teammøte', 'step.nameInMeeting': 'Vis namn i teammøte',
    'step.mergeCase': 'Slå saman med ei anna sak', 'step.takeInCase': 'Ta inn ei sak som blir slått saman med denne',
    'field.meetingAbout': 'Kva skal teamet snakke om?', 'help.meetingAbout': 'Det du skriv, blir vist på felles skjerm. Skriv det slik at ingen kan sjå kven det gjeld.',
    'field.minutes': 'Referat', 'help.minutes': 'Kva blei sagt og bestemt, og kven gjer kva? Teksten blir liggjande i saka.',
    'refusal.meeting_changed': 'Møtet er endra sidan du opna sida. Ingenting blei lagra. Opne møtet på nytt.',
    'refusal.meeting_over': 'Møtet er avslutta. Skriv heller eit notat i saka.',
    'refusal.owners_differ': 'Sakene høyrer til to kommunar. Då kan dei ikkje slåast saman. Overfør den eine saka, eller ta inn bekymringa der ho høyrer heime.',
    'refusal.further_goes_on': 'Saka du vil avslutte, er komen lenger enn den andre, eller ho ventar på politiet. La henne halde fram, så går ingenting tapt.',
    'fault.further_goes_on': 'Vel den andre saka. Ho er komen lengst.',
  },
  en: {
    'status.SAMMENSLATT': 'Merged',
    'step.askForMeeting': 'Ask for it to be taken up in a team meeting', 'step.minuteMeeting': 'Write minutes from a team meeting', 'step.nameInMeeting': 'Show names in a team meeting',
    'step.mergeCase': 'Merge with another case', 'step.takeInCase': 'Take in a case that is merged with this one',
    'field.meetingAbout': 'What should the team talk about?', 'help.meetingAbout': 'What you write is shown on a screen that everyone looks at. Write it so that nobody can see who it is about.',
    'field.minutes': 'Minutes', 'help.minutes': 'What was said and decided, and who does what? The text stays in the case.',
    'refusal.meeting_changed': 'The meeting has changed since you opened the page. Nothing was saved. Open the meeting again.',
    'refusal.meeting_over': 'The meeting is over. Write a note in the case instead.',
    'refusal.owners_differ': 'The cases belong to two municipalities, so they cannot be merged. Transfer one of them, or take in the report where it belongs.',
    'refusal.further_goes_on': 'The case you want to end has come further than the other, or waits for the police. Let it go on, and nothing is lost.',
    'fault.further_goes_on': 'Choose the other case. It has come furthest.',
  },
} as const;

/** What the journal calls these entries; events-page.ts takes them in. */
export const TEAM_EVENTS = {
  nb: { event_MeetingAsked: 'Ønsket tatt opp i teammøte', event_MeetingMinuted: 'Referat fra teammøte', event_NamedInMeeting: 'Navn vist i teammøte', event_CaseMerged: 'Slått sammen med en annen sak', event_CaseTakenIn: 'En annen sak er tatt inn i denne' },
  nn: { event_MeetingAsked: 'Ønskt teke opp i teammøte', event_MeetingMinuted: 'Referat frå teammøte', event_NamedInMeeting: 'Namn vist i teammøte', event_CaseMerged: 'Slått saman med ei anna sak', event_CaseTakenIn: 'Ei anna sak er teken inn i denne' },
  en: { event_MeetingAsked: 'Asked to be taken up in a team meeting', event_MeetingMinuted: 'Minutes from a team meeting', event_NamedInMeeting: 'Names shown in a team meeting', event_CaseMerged: 'Merged with another case', event_CaseTakenIn: 'Another case was taken into this one' },
} as const;
