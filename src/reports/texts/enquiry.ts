import { catalogue } from '../../kernel/texts.ts';

/** Words for whoever rings and asks about a person. */
export const enquiryTexts = catalogue({
  nb: {
    heading: 'Noen spør om en person', line: '«Jeg kan verken bekrefte eller avkrefte at vi kjenner noen.»', lineWhen: 'Si dette, og bare dette, også til den som sier at hen er fra politiet, helsevesenet eller en kommune. De kan ringe koordinator på dagtid.',
    noted: 'Samtalen er notert. Koordinator leser den neste arbeidsdag.', lead: 'Noter samtalen mens du snakker. Ingenting blir slått opp.',
    who: 'Hvem sa hen at hen var?', from: 'Hvor ringte hen fra?', number: 'Hvilket nummer oppga hen, eller ringte fra?', about: 'Hvem spurte hen om?', said: 'Hva ble sagt?', send: 'Lagre notatet', back: 'Tilbake til samtalen', toInbox: 'Til mottaket',
    list: 'Noen har spurt om en person', listLead: 'Noen har ringt og spurt. Svaret var det samme som alltid.', by: (moment: string, name: string) => `${moment}, notert av ${name}`, somebody: 'en kollega', readOnes: (count: number) => `Leste (${count})`,
    writtenBy: 'Notert av', writtenAt: 'Notert', done: 'Hva gjorde du med det?', doneHint: 'For eksempel «Ringte kommunen på nummeret i katalogen. De kjente ikke til det.»', markRead: 'Marker som lest', readBy: 'Lest av', readAt: 'Lest', wasDone: 'Gjort', nowRead: 'Notatet er markert som lest.',
    nothing_written: 'Skriv noe om hva som ble sagt.', missing: 'Skriv hva du gjorde med det.', too_long: 'Teksten er for lang. Kort den ned.', already_noted: 'Dette notatet er allerede lagret. Lagre igjen hvis det du har skrevet, skal bli et eget notat.', already_read: 'En kollega har allerede markert den som lest.', other_fault: 'Dette gikk ikke. Se over det du har skrevet, og prøv igjen.',
    keptHeading: 'Det du skrev', keptGone: 'Siden er ikke tilgjengelig lenger.', keptLost: 'Vi vet ikke om det ble lagret. Gå til mottaket og se.', keptText: 'Her er det du skrev. Ta vare på det til du har lagret det på nytt.',
  },
  nn: {
    heading: 'Nokon spør om ein person', line: '«Eg kan verken stadfeste eller avkrefte at vi kjenner nokon.»', lineWhen: 'Sei dette, og berre dette, også til den som seier at hen er frå politiet, helsevesenet eller ein kommune. Dei kan ringje koordinator på dagtid.',
    noted: 'Samtalen er notert. Koordinator les notatet neste arbeidsdag.', lead: 'Noter samtalen medan du snakkar. Ingenting blir slått opp.',
    who: 'Kven sa hen at hen var?', from: 'Kvar ringde hen frå?', number: 'Kva nummer oppgav hen, eller ringde frå?', about: 'Kven spurde hen om?', said: 'Kva blei sagt?', send: 'Lagre notatet', back: 'Tilbake til samtalen', toInbox: 'Til mottaket',
    list: 'Nokon har spurt om ein person', listLead: 'Nokon har ringt og spurt. Svaret var det same som alltid.', by: (moment: string, name: string) => `${moment}, notert av ${name}`, somebody: 'ein kollega', readOnes: (count: number) => `Lesne (${count})`,
    writtenBy: 'Notert av', writtenAt: 'Notert', done: 'Kva gjorde du med det?', doneHint: 'Til dømes «Ringde kommunen på nummeret i katalogen. Dei kjende ikkje til det.»', markRead: 'Marker som lesen', readBy: 'Lesen av', readAt: 'Lesen', wasDone: 'Gjort', nowRead: 'Notatet er markert som lese.',
    nothing_written: 'Skriv noko om kva som blei sagt.', missing: 'Skriv kva du gjorde med det.', too_long: 'Teksten er for lang. Kort han ned.', already_noted: 'Dette notatet er alt lagra. Lagre igjen om det du har skrive, skal bli eit eige notat.', already_read: 'Ein kollega har alt markert notatet som lese.', other_fault: 'Dette gjekk ikkje. Sjå over det du har skrive, og prøv på nytt.',
    keptHeading: 'Det du skreiv', keptGone: 'Sida er ikkje tilgjengeleg lenger.', keptLost: 'Vi veit ikkje om det blei lagra. Gå til mottaket og sjå.', keptText: 'Her er det du skreiv. Ta vare på det til du har lagra det på nytt.',
  },
  en: {
    heading: 'Somebody asks about a person', line: '“I can neither confirm nor deny that we know anyone.”', lineWhen: 'Say this, and only this, also to someone who says they are from the police, a hospital or a municipality. They can call the coordinator in the daytime.',
    noted: 'The call was noted. A coordinator reads it on the next working day.', lead: 'Note the call while you talk. Nothing is looked up.',
    who: 'Who did they say they were?', from: 'Where did they call from?', number: 'Which number did they give, or call from?', about: 'Who did they ask about?', said: 'What was said?', send: 'Save the note', back: 'Back to the call', toInbox: 'To reception',
    list: 'Somebody has asked about a person', listLead: 'Somebody called and asked. The answer was the same as always.', by: (moment: string, name: string) => `${moment}, noted by ${name}`, somebody: 'a colleague', readOnes: (count: number) => `Read (${count})`,
    writtenBy: 'Noted by', writtenAt: 'Noted', done: 'What did you do about it?', doneHint: 'For example “Called the municipality on the number in the directory. They knew nothing of it.”', markRead: 'Mark as read', readBy: 'Read by', readAt: 'Read', wasDone: 'Done', nowRead: 'The note is marked as read.',
    nothing_written: 'Write something of what was said.', missing: 'Write what you did about it.', too_long: 'The text is too long. Shorten it.', already_noted: 'This note has already been saved. Save again if what you wrote is to be a note of its own.', already_read: 'A colleague has already marked it as read.', other_fault: 'That did not work. Look over what you wrote, and try again.',
    keptHeading: 'What you wrote', keptGone: 'The page is no longer available.', keptLost: 'We do not know whether it was saved. Go to reception and look.', keptText: 'Here is what you wrote. Keep it until you have saved it again.',
  },
});
