import { catalogue } from '../kernel/texts.ts';

/** The words of hours for each municipality. */
export const hoursTexts = catalogue({
  nb: {
    title: 'Timer i kommunen', lead: 'Hvor mange timer kommunen brukte på arbeidet, måned for måned. Det er frivillig. Skriv ett tall for hele kommunen, ikke for hver ansatt.', toHours: 'Skriv inn timer (valgfritt)', municipality: 'Kommune', year: 'År', show: 'Vis', save: 'Lagre', saved: 'Timene er lagret.',
    boxes: (place: string, year: number) => `${place}, ${year}`, hint: 'Hele timer. En tom boks betyr at ingenting er skrevet.', was: (before: string) => `Før: ${before}`, nothing: 'ingenting', last: (who: string, when: string) => `Sist skrevet av ${who}, ${when}. Det som sto før, er tatt vare på.`, toCome: 'Måneder som ikke har begynt, kommer etter hvert.',
    heading: 'Timer i kommunene', all: 'Alle som har skrevet', some: (hours: string, months: number) => (months === 1 ? `${hours} (1 måned)` : `${hours} (${months} måneder)`),
    perCase: 'Timer per sak', perCaseLead: 'Timer delt på sakene som kom. Vises når alle månedene er skrevet inn, og minst elleve saker kan vises.', about: 'Skrevet inn av kommunen selv. Det er ett tall for hele kommunen hver måned, og ingenting om noen ansatt.',
    not_whole_hours: 'Skriv hele timer med tall, for eksempel 37. Rund av til nærmeste time.', too_many_hours: 'Tallet er for høyt. Skriv timene for én måned.', month_to_come: 'Denne måneden har ikke begynt. La boksen stå tom.', changed_meanwhile: 'En kollega skrev inn timer samtidig. Se over tallene under, og lagre på nytt.', standsNow: (month: string, hours: string) => `${month}: ${hours} står lagret nå.`, faultAt: (where: string, what: string) => `${where}: ${what}`,
  },
  nn: {
    title: 'Timar i kommunen', lead: 'Kor mange timar kommunen brukte på arbeidet, månad for månad. Det er frivillig. Skriv eitt tal for heile kommunen, ikkje for kvar tilsett.', toHours: 'Skriv inn timar (valfritt)', municipality: 'Kommune', year: 'År', show: 'Vis', save: 'Lagre', saved: 'Timane er lagra.',
    boxes: (place: string, year: number) => `${place}, ${year}`, hint: 'Heile timar. Ein tom boks betyr at ingenting er skrive.', was: (before: string) => `Før: ${before}`, nothing: 'ingenting', last: (who: string, when: string) => `Sist skrive av ${who}, ${when}. Det som stod før, er teke vare på.`, toCome: 'Månader som ikkje har byrja, kjem etter kvart.',
    heading: 'Timar i kommunane', all: 'Alle som har skrive', some: (hours: string, months: number) => (months === 1 ? `${hours} (1 månad)` : `${hours} (${months} månader)`),
    perCase: 'Timar per sak', perCaseLead: 'Timar delt på sakene som kom. Blir vist når alle månadene er skrivne inn, og minst elleve saker kan visast.', about: 'Skrive inn av kommunen sjølv. Det er eitt tal for heile kommunen kvar månad, og ingenting om nokon tilsett.',
    not_whole_hours: 'Skriv heile timar med tal, til dømes 37. Rund av til næraste time.', too_many_hours: 'Talet er for høgt. Skriv timane for éin månad.', month_to_come: 'Denne månaden har ikkje byrja. La boksen stå tom.', changed_meanwhile: 'Ein kollega skreiv inn timar samtidig. Sjå over tala under, og lagre på nytt.', standsNow: (month: string, hours: string) => `${month}: ${hours} står lagra no.`, faultAt: (where: string, what: string) => `${where}: ${what}`,
  },
  en: {
    title: 'Hours in the municipality', lead: 'How many hours the municipality spent on this work, month by month. It is voluntary. Write one number for the whole municipality, not for each employee.', toHours: 'Enter hours (optional)', municipality: 'Municipality', year: 'Year', show: 'Show', save: 'Save', saved: 'The hours are saved.',
    boxes: (place: string, year: number) => `${place}, ${year}`, hint: 'Whole hours. An empty box means that nothing was written.', was: (before: string) => `Before: ${before}`, nothing: 'nothing', last: (who: string, when: string) => `Last written by ${who}, ${when}. What stood before is kept.`, toCome: 'Months that have not begun will follow.',
    heading: 'Hours in the municipalities', all: 'All that have written', some: (hours: string, months: number) => (months === 1 ? `${hours} (1 month)` : `${hours} (${months} months)`),
    perCase: 'Hours per case', perCaseLead: 'Hours divided by the cases that came. Shown when every month has been written and at least eleven cases can be shown.', about: 'Entered by the municipality itself. It is one number for the whole municipality each month, and nothing about any employee.',
    not_whole_hours: 'Write whole hours as a number, such as 37. Round to the nearest hour.', too_many_hours: 'The number is too high. Write the hours of one month.', month_to_come: 'This month has not begun. Leave the box empty.', changed_meanwhile: 'A colleague entered hours at the same time. Look over the numbers below, and save again.', standsNow: (month: string, hours: string) => `${month}: ${hours} is saved now.`, faultAt: (where: string, what: string) => `${where}: ${what}`,
  },
});
