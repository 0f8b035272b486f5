import { catalogue } from '../../kernel/texts.ts';

/** Words of the sheet that lies by the phone for when machine or network is down. */
export const outageTexts = catalogue({
  nb: {
    heading: 'Nødpakke', lead: 'Til når maskinen eller nettet er nede. Legg dette arket og en blokk med nummererte skjema i en perm ved telefonen. Skriv ut på nytt når noen slutter eller begynner.',
    howToPrint: 'Skriv ut med nettleseren (Ctrl og P). Bare dette arket kommer ut. Skriv telefonnumrene på for hånd: tjenestetelefonene her inne er bare for SMS.',
    now: 'Når alt er nede', danger: 'Er noen i fare: ring 112 eller 113 først.', paper: 'Skriv på neste ark i blokken. Skriv når samtalen begynte, og hvem du er.', urgent: 'Haster det, ring den øverste kollegaen som svarer. Les opp arket, og skriv på hvem du ringte og når.', notNamed: 'Ring ikke noen som er nevnt på arket. Ring den neste.',
    locked: 'Legg arket i en lukket konvolutt i et låst skap. Ikke ta bilde av det, og ikke send det på e-post eller SMS.', sayHeading: 'Spør noen om en person, si:', noCards: 'Nattkort skrives ikke ut. Ringer noen som sier et kodeord, hjelper du som ellers, og ringer en koordinator.',
    inDanger: 'I fare: 112 eller 113', call: 'Kolleger du ringer', others: 'Andre nummer', who: 'Hvem', number: 'Nummer', byHand: 'Skriv nummeret her', police: 'Politi', ambulance: 'Ambulanse', policeLater: 'Politi, når det ikke haster', talk: 'Rådstelefonen vår',
    after: 'Når det virker igjen', enter: 'Før inn hvert ark med en gang, Akutt først. En samtale føres som telefon, resten under «Registrer melding».', trueTime: '«Når kom den?» er da den kom til oss, ikke da du fører den inn. Fristene regnes fra da.',
    sheetNumber: 'Skriv nummeret på arket der det er bedt om det. Siden «Papirskjema og nødpakke» viser ark som ikke er kommet tilbake.', shred: 'Makuler arket når det er ført inn og overlevert.',
  },
  nn: {
    heading: 'Naudpakke', lead: 'Til når maskina eller nettet er nede. Legg dette arket og ei blokk med nummererte skjema i ein perm ved telefonen. Skriv ut på nytt når nokon sluttar eller byrjar.',
    howToPrint: 'Skriv ut med nettlesaren (Ctrl og P). Berre dette arket kjem ut. Skriv telefonnumra på for hand: tenestetelefonane her inne er berre for SMS.',
    now: 'Når alt er nede', danger: 'Er nokon i fare: ring 112 eller 113 først.', paper: 'Skriv på neste ark i blokka. Skriv når samtalen byrja, og kven du er.', urgent: 'Hastar det, ring den øvste kollegaen som svarer. Les opp arket, og skriv på kven du ringde og når.', notNamed: 'Ikkje ring nokon som er nemnde på arket. Ring den neste.',
    locked: 'Legg arket i ein lukka konvolutt i eit låst skap. Ikkje ta bilete av det, og ikkje send det på e-post eller SMS.', sayHeading: 'Spør nokon om ein person, sei:', noCards: 'Nattkort blir ikkje skrivne ut. Ringjer nokon som seier eit kodeord, hjelper du som elles, og ringjer ein koordinator.',
    inDanger: 'I fare: 112 eller 113', call: 'Kollegaer du ringjer', others: 'Andre nummer', who: 'Kven', number: 'Nummer', byHand: 'Skriv nummeret her', police: 'Politi', ambulance: 'Ambulanse', policeLater: 'Politi, når det ikkje hastar', talk: 'Rådstelefonen vår',
    after: 'Når det verkar igjen', enter: 'Før inn kvart ark med ein gong, Akutt først. Ein samtale blir ført som telefon, resten under «Registrer melding».', trueTime: '«Når kom ho?» er då ho kom til oss, ikkje då du fører ho inn. Fristane blir rekna frå då.',
    sheetNumber: 'Skriv nummeret på arket der det er bede om det. Sida «Papirskjema og naudpakke» viser ark som ikkje er komne tilbake.', shred: 'Makuler arket når det er ført inn og overlevert.',
  },
  en: {
    heading: 'Outage pack', lead: 'For when the machine or the network is down. Keep this sheet and a pad of numbered forms in a binder by the phone. Print it again when somebody leaves or begins.',
    howToPrint: 'Print with the browser (Ctrl and P). Only this sheet comes out. Write the phone numbers by hand: the work phones in here are for text messages only.',
    now: 'When everything is down', danger: 'If anyone is in danger: call 112 or 113 first.', paper: 'Write on the next sheet of the pad. Write when the call began, and who you are.', urgent: 'If it is urgent, call the first colleague who answers. Read the sheet aloud, and write down whom you called and when.', notNamed: 'Do not call anybody who is named on the sheet. Call the next one.',
    locked: 'Put the sheet in a closed envelope in a locked cupboard. Take no picture of it, and do not send it by e-mail or text message.', sayHeading: 'If somebody asks about a person, say:', noCards: 'Night cards are not printed. If somebody calls and says a code word, help as you would otherwise, and call a coordinator.',
    inDanger: 'In danger: 112 or 113', call: 'Colleagues to call', others: 'Other numbers', who: 'Who', number: 'Number', byHand: 'Write the number here', police: 'Police', ambulance: 'Ambulance', policeLater: 'Police, when it is not urgent', talk: 'Our advice line',
    after: 'When it works again', enter: 'Type in each sheet at once, Urgent ones first. A call is typed in as a phone call, the rest under «Register a report».', trueTime: '«When did it come?» is when it reached us, not when you type it in. Deadlines count from then.',
    sheetNumber: 'Write the number of the sheet where you are asked for it. The page «Paper forms and outage pack» shows sheets that have not come back.', shred: 'Shred the sheet when it has been typed in and handed over.',
  },
});
