import { catalogue } from '../../kernel/texts.ts';

/** Words of the page on which the desk asks for a card at night, and of the card in its case. */
export const nightTexts = catalogue({
  nb: {
    heading: 'Nattkort', lead: 'Det som er avtalt hvis noen vi følger opp, ringer om natten.', reference: 'Sakens referanse', referenceHint: 'Har du den, trenger du ikke mer.',
    or: 'eller', name: 'Navn', nameHint: 'Slik personen sier det.', codeWord: 'Kodeord', codeWordHint: 'Spør: «Har vi avtalt et ord?» Hjelp ikke til med å gjette.', open: 'Åpne kortet',
    logged: 'At du åpnet kortet, står i «Hvem har sett på saken?».', noted: 'Det du åpner, blir skrevet ned i saken.', another: 'Et annet kort', back: 'Tilbake til samtalen', toInbox: 'Til mottaket',
    whoCalls: 'Kall personen', safeContact: 'Trygg kontakt', noSafeContact: 'Ingen måte er oppgitt som trygg. Ta ikke kontakt.', agreed: 'Avtalt hvis personen ringer', warnings: 'Pass på', wake: 'Vekk', nobody: 'Ingen',
    reviewBy: (day: string) => `Skal ses over ${day}.`, reviewDue: (day: string) => `Skulle vært sett over ${day}. Si fra til saksansvarlig.`,
    inCase: 'Nattkort for mottaket', by: (name: string, moment: string) => `Skrevet av ${name} ${moment}`, cardOf: (reference: string) => `Sak ${reference}`,
    line: 'Jeg kan verken bekrefte eller avkrefte at vi kjenner noen.', lineWhen: 'Si dette til alle andre enn den som kan kodeordet.',
  },
  nn: {
    heading: 'Nattkort', lead: 'Det som er avtalt om nokon vi følgjer opp, ringjer om natta.', reference: 'Referansen til saka', referenceHint: 'Har du den, treng du ikkje meir.',
    or: 'eller', name: 'Namn', nameHint: 'Slik personen seier det.', codeWord: 'Kodeord', codeWordHint: 'Spør: «Har vi avtalt eit ord?» Hjelp ikkje til med å gjette.', open: 'Opne kortet',
    logged: 'At du opna kortet, står i «Kven har sett på saka?».', noted: 'Det du opnar, blir skrive ned i saka.', another: 'Eit anna kort', back: 'Tilbake til samtalen', toInbox: 'Til mottaket',
    whoCalls: 'Kall personen', safeContact: 'Trygg kontakt', noSafeContact: 'Ingen måte er oppgitt som trygg. Ta ikkje kontakt.', agreed: 'Avtalt om personen ringjer', warnings: 'Pass på', wake: 'Vekk', nobody: 'Ingen',
    reviewBy: (day: string) => `Skal sjåast over ${day}.`, reviewDue: (day: string) => `Skulle vore sett over ${day}. Sei frå til saksansvarleg.`,
    inCase: 'Nattkort for mottaket', by: (name: string, moment: string) => `Skrive av ${name} ${moment}`, cardOf: (reference: string) => `Sak ${reference}`,
    line: 'Eg kan verken stadfeste eller avkrefte at vi kjenner nokon.', lineWhen: 'Sei dette til alle andre enn den som kan kodeordet.',
  },
  en: {
    heading: 'Night card', lead: 'What is agreed if somebody we follow up calls at night.', reference: 'The case’s reference', referenceHint: 'If you have it, you need no more.',
    or: 'or', name: 'Name', nameHint: 'As the person says it.', codeWord: 'Code word', codeWordHint: 'Ask: “Have we agreed on a word?” Do not help anyone guess.', open: 'Open the card',
    logged: 'That you opened the card stands under “Who has looked at the case?”.', noted: 'What you open is written down in the case.', another: 'Another card', back: 'Back to the call', toInbox: 'To reception',
    whoCalls: 'Call the person', safeContact: 'Safe contact', noSafeContact: 'No way was given as safe. Do not get in touch.', agreed: 'Agreed if the person calls', warnings: 'Look out for', wake: 'Wake', nobody: 'Nobody',
    reviewBy: (day: string) => `To be looked over on ${day}.`, reviewDue: (day: string) => `Should have been looked over on ${day}. Tell the case lead.`,
    inCase: 'Night card for reception', by: (name: string, moment: string) => `Written by ${name} ${moment}`, cardOf: (reference: string) => `Case ${reference}`,
    line: 'I can neither confirm nor deny that we know anyone.', lineWhen: 'Say this to everybody but the one who knows the code word.',
  },
});
