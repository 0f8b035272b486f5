import { catalogue } from '../kernel/texts.ts';

/** The words of «Før og etter». */
export const outreachTexts = catalogue({
  nb: {
    title: 'Før og etter at vi fortalte om oss', lead: 'Når dere møter folk, holder kurs eller besøker en skole, kan flere melde. Skriv inn det dere gjorde, og se meldingene før og etter.', leadReader: 'Når teamet møter folk, holder kurs eller besøker en skole, kan flere melde. Her ser du meldingene før og etter.', doneReader: 'Dette er gjort',
    toOutreach: 'Før og etter', quarters: 'Meldinger i hvert kvartal', months: 'Kvartal', quarter: (n: number, year: string) => `${n}. kvartal ${year}`, tooFew: 'Det er for få meldinger til å vise dem uten at noen kan kjennes igjen.', reports: 'Meldinger', marked: (quarter: string, what: string) => `${quarter} (${what})`,
    quartersNote: 'Meldinger til hele regionen. Et kvartal blir talt én gang, når det er over, og endres ikke.', noQuarters: 'Ingen kvartaler er talt ennå', noQuartersLead: 'Når det første kvartalet med en melding er over, står det her.',
    done: 'Dette gjorde dere', none: 'Ingenting er skrevet inn ennå.', on: 'Dato', kind: 'Hva', reached: 'Hvor mange ble nådd', before: 'Kvartalet før', after: 'Kvartalet etter', notYet: 'Ikke ennå', hidden: 'For få til å vise',
    about: 'Kvartalet det skjedde i, er ikke med. Tallene viser hva som kom før og etter, ikke hva som er grunnen.', add: 'Skriv inn noe dere har gjort', save: 'Lagre', remove: 'Ta bort', removeOne: (what: string) => `Ta bort ${what}`, saved: 'Lagret.', removed: 'Tatt bort.', reachedHint: 'Kan stå tom.',
    day_to_come: 'Dagen har ikke vært ennå. Skriv inn det som er gjort.', not_a_number: 'Skriv et helt tall, eller la feltet stå tomt.', faultAt: (where: string, what: string) => `${where}: ${what}`,
  },
  nn: {
    title: 'Før og etter at vi fortalde om oss', lead: 'Når de møter folk, held kurs eller besøkjer ein skule, kan fleire melde. Skriv inn det de gjorde, og sjå meldingane før og etter.', leadReader: 'Når teamet møter folk, held kurs eller besøkjer ein skule, kan fleire melde. Her ser du meldingane før og etter.', doneReader: 'Dette er gjort',
    toOutreach: 'Før og etter', quarters: 'Meldingar i kvart kvartal', months: 'Kvartal', quarter: (n: number, year: string) => `${n}. kvartal ${year}`, tooFew: 'Det er for få meldingar til å vise dei utan at nokon kan kjennast att.', reports: 'Meldingar', marked: (quarter: string, what: string) => `${quarter} (${what})`,
    quartersNote: 'Meldingar til heile regionen. Eit kvartal blir talt éin gong, når det er over, og blir ikkje endra.', noQuarters: 'Ingen kvartal er talde enno', noQuartersLead: 'Når det første kvartalet med ei melding er over, står det her.',
    done: 'Dette gjorde de', none: 'Ingenting er skrive inn enno.', on: 'Dato', kind: 'Kva', reached: 'Kor mange vart nådde', before: 'Kvartalet før', after: 'Kvartalet etter', notYet: 'Ikkje enno', hidden: 'For få til å vise',
    about: 'Kvartalet det skjedde i, er ikkje med. Tala viser kva som kom før og etter, ikkje kva som er grunnen.', add: 'Skriv inn noko de har gjort', save: 'Lagre', remove: 'Ta bort', removeOne: (what: string) => `Ta bort ${what}`, saved: 'Lagra.', removed: 'Teke bort.', reachedHint: 'Kan stå tom.',
    day_to_come: 'Dagen har ikkje vore enno. Skriv inn det som er gjort.', not_a_number: 'Skriv eit heilt tal, eller lat feltet stå tomt.', faultAt: (where: string, what: string) => `${where}: ${what}`,
  },
  en: {
    title: 'Before and after we told people about us', lead: 'When you meet people, hold a course or visit a school, more may report. Enter what you did, and see the reports before and after.', leadReader: 'When the team meets people, holds a course or visits a school, more may report. Here you see the reports before and after.', doneReader: 'What was done',
    toOutreach: 'Before and after', quarters: 'Reports in each quarter', months: 'Quarter', quarter: (n: number, year: string) => `Quarter ${n} of ${year}`, tooFew: 'There are too few reports to show them without somebody being recognised.', reports: 'Reports', marked: (quarter: string, what: string) => `${quarter} (${what})`,
    quartersNote: 'Reports to the whole region. A quarter is counted once, when it is over, and does not change.', noQuarters: 'No quarter has been counted yet', noQuartersLead: 'When the first quarter with a report is over, it stands here.',
    done: 'What you did', none: 'Nothing has been entered yet.', on: 'Date', kind: 'What', reached: 'How many were reached', before: 'The quarter before', after: 'The quarter after', notYet: 'Not yet', hidden: 'Too few to show',
    about: 'The quarter in which it happened is left out. The numbers show what came before and after, not why.', add: 'Enter something you have done', save: 'Save', remove: 'Remove', removeOne: (what: string) => `Remove ${what}`, saved: 'Saved.', removed: 'Removed.', reachedHint: 'May be left empty.',
    day_to_come: 'This day has not been yet. Enter what has been done.', not_a_number: 'Write a whole number, or leave it empty.', faultAt: (where: string, what: string) => `${where}: ${what}`,
  },
});
