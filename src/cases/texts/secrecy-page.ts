import { catalogue } from '../../kernel/texts.ts';

/** Words of what stands on top of a case, of the reporter's vault, of protected addresses, and of two who write at once. */
export const secrecyTexts = catalogue({
  nb: {
    pinned: 'Festet øverst', pin: 'Fest øverst', pinThis: (when: string) => `Fest notatet fra ${when} øverst`, unpin: 'Løsne', unpinThis: (when: string) => `Løsne notatet fra ${when}`, pinnedBecause: 'Hvorfor det står her',
    warning: 'Varsel', warnings: 'Varsler', warningUntil: (day: string) => `Ses over ${day}.`, warningDue: 'Skulle vært sett over. Gjelder det fortsatt?', noWarnings: 'Ingen varsler.',
    writesNow: (names: readonly string[]) => (names.length === 1 ? `${names[0] ?? ''} skriver nå` : `${names.slice(0, -1).join(', ')} og ${names.at(-1) ?? ''} skriver nå`),
    bothKept: 'Begge notatene blir tatt vare på.',
    vault: 'Hvem det er, vises først når du har sagt hvorfor. Det blir stående i saken.', seenUntil: 'Du har sagt hvorfor. Vises for deg i én time.',
    flagLevel_FORTROLIG: 'Fortrolig adresse', flagLevel_SPERRET: 'Sperret adresse', flagLevel_STRENGT: 'Strengt fortrolig adresse',
    address: 'Adressen', addressNone: 'Ingen har sagt at adressen er gradert.', strictest: (level: string, source: string, since: string) => `${level}. ${source}, fra ${since}.`, others: 'Andre kilder',
    addressSignIn: 'Vises når du nettopp har logget inn.', signInAgain: 'Logg inn på nytt',
    strictMeans: 'Bare de som er navngitt, har saken. Kommune og tjenester vises ikke, og saken står verken i andres lister, i varsler eller på nattkort.', named: 'Navngitte koordinatorer',
    loweringWaits: (level: string, source: string) => `Foreslått senket til «${level}» (${source}). En annen må bekrefte.`,
    strictHeading: 'Logg inn på nytt for å se saken', strictLead: 'Adressen er strengt fortrolig. Derfor vil vi vite at det er deg, nå.',
  },
  nn: {
    pinned: 'Festa øvst', pin: 'Fest øvst', pinThis: (when: string) => `Fest notatet frå ${when} øvst`, unpin: 'Løys', unpinThis: (when: string) => `Løys notatet frå ${when}`, pinnedBecause: 'Kvifor det står her',
    warning: 'Varsel', warnings: 'Varsel', warningUntil: (day: string) => `Blir sett over ${day}.`, warningDue: 'Skulle vore sett over. Gjeld det framleis?', noWarnings: 'Ingen varsel.',
    writesNow: (names: readonly string[]) => (names.length === 1 ? `${names[0] ?? ''} skriv no` : `${names.slice(0, -1).join(', ')} og ${names.at(-1) ?? ''} skriv no`),
    bothKept: 'Begge notata blir tekne vare på.',
    vault: 'Kven det er, blir vist først når du har sagt kvifor. Det blir ståande i saka.', seenUntil: 'Du har sagt kvifor. Blir vist for deg i éin time.',
    flagLevel_FORTROLIG: 'Fortruleg adresse', flagLevel_SPERRET: 'Sperra adresse', flagLevel_STRENGT: 'Strengt fortruleg adresse',
    address: 'Adressa', addressNone: 'Ingen har sagt at adressa er gradert.', strictest: (level: string, source: string, since: string) => `${level}. ${source}, frå ${since}.`, others: 'Andre kjelder',
    addressSignIn: 'Blir vist når du nettopp har logga inn.', signInAgain: 'Logg inn på nytt',
    strictMeans: 'Berre dei som er namngitte, har saka. Kommune og tenester blir ikkje viste, og saka står verken i listene til andre, i varsel eller på nattkort.', named: 'Namngitte koordinatorar',
    loweringWaits: (level: string, source: string) => `Foreslått senka til «${level}» (${source}). Ein annan må stadfeste.`,
    strictHeading: 'Logg inn på nytt for å sjå saka', strictLead: 'Adressa er strengt fortruleg. Difor vil vi vite at det er deg, no.',
  },
  en: {
    pinned: 'Pinned on top', pin: 'Pin on top', pinThis: (when: string) => `Pin the note of ${when} on top`, unpin: 'Unpin', unpinThis: (when: string) => `Unpin the note of ${when}`, pinnedBecause: 'Why it stands here',
    warning: 'Warning', warnings: 'Warnings', warningUntil: (day: string) => `To be looked over ${day}.`, warningDue: 'Should have been looked over. Does it still hold?', noWarnings: 'No warnings.',
    writesNow: (names: readonly string[]) => (names.length === 1 ? `${names[0] ?? ''} is writing now` : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''} are writing now`),
    bothKept: 'Both notes are kept.',
    vault: 'Who it is, is shown once you have said why. That stays in the case.', seenUntil: 'You have said why. Shown to you for one hour.',
    flagLevel_FORTROLIG: 'Confidential address', flagLevel_SPERRET: 'Blocked address', flagLevel_STRENGT: 'Strictly confidential address',
    address: 'The address', addressNone: 'Nobody has said that the address is graded.', strictest: (level: string, source: string, since: string) => `${level}. ${source}, from ${since}.`, others: 'Other sources',
    addressSignIn: 'Shown when you have just signed in.', signInAgain: 'Sign in again',
    strictMeans: 'Only those who are named have the case. Municipality and services are not shown, and the case stands in nobody else’s list, in no notice and on no night card.', named: 'Named coordinators',
    loweringWaits: (level: string, source: string) => `Proposed to be lowered to “${level}” (${source}). Another has to confirm.`,
    strictHeading: 'Sign in again to see the case', strictLead: 'The address is strictly confidential. So we want to know that it is you, now.',
  },
});

/** What entries are called in the time line, and what a look at the reporter is called in the log; spread into events-page.ts. */
export const secrecyPageWords = {
  nb: {
    event_NotePinned: 'Notat festet øverst', event_NoteUnpinned: 'Festet notat løsnet', event_WarningWritten: 'Varsel skrevet', event_WarningReviewed: 'Varsel sett over', event_ReporterSeen: 'Så hvem som meldte',
    event_AddressProtected: 'Adressen gradert', event_AddressLoweringProposed: 'Foreslått lavere gradering av adressen', event_AddressLowered: 'Graderingen av adressen senket', looked_reporter: 'Så hvem som meldte',
  },
  nn: {
    event_NotePinned: 'Notat festa øvst', event_NoteUnpinned: 'Festa notat løyst', event_WarningWritten: 'Varsel skrive', event_WarningReviewed: 'Varsel sett over', event_ReporterSeen: 'Såg kven som melde',
    event_AddressProtected: 'Adressa gradert', event_AddressLoweringProposed: 'Foreslått lågare gradering av adressa', event_AddressLowered: 'Graderinga av adressa senka', looked_reporter: 'Såg kven som melde',
  },
  en: {
    event_NotePinned: 'Note pinned on top', event_NoteUnpinned: 'Note unpinned', event_WarningWritten: 'Warning written', event_WarningReviewed: 'Warning looked over', event_ReporterSeen: 'Saw who reported',
    event_AddressProtected: 'Address graded', event_AddressLoweringProposed: 'Lower grade of the address proposed', event_AddressLowered: 'Grade of the address lowered', looked_reporter: 'Saw who reported',
  },
} as const;
