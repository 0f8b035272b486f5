import { catalogue } from '../../kernel/texts.ts';

/** Words about what a colleague who has lost the case had typed and not sent. */
export const leftTextsTexts = catalogue({
  nb: {
    heading: 'Skrevet, men ikke sendt', lead: 'En som ikke lenger har saken, skrev dette og fikk det ikke sendt. Det som sto på siden fra før, kan være med. Ta det inn som et notat, eller la det ligge. Det slettes sju døgn etter at det ble skrevet.',
    count: (n: number) => (n === 1 ? 'En kollega som ikke lenger har saken, skrev noe som ikke ble sendt.' : `Kolleger som ikke lenger har saken, skrev ${n} tekster som ikke ble sendt.`),
    wrote: (who: string, when: string) => `Skrevet av ${who} ${when}, ikke sendt:`, signIn: 'Logg inn på nytt for å lese det', takeIn: 'Ta inn som notat',
  },
  nn: {
    heading: 'Skrive, men ikkje sendt', lead: 'Ein som ikkje lenger har saka, skreiv dette og fekk det ikkje sendt. Det som stod på sida frå før, kan vere med. Ta det inn som eit notat, eller la det liggje. Det blir sletta sju døgn etter at det blei skrive.',
    count: (n: number) => (n === 1 ? 'Ein kollega som ikkje lenger har saka, skreiv noko som ikkje blei sendt.' : `Kollegaer som ikkje lenger har saka, skreiv ${n} tekstar som ikkje blei sende.`),
    wrote: (who: string, when: string) => `Skrive av ${who} ${when}, ikkje sendt:`, signIn: 'Logg inn på nytt for å lese det', takeIn: 'Ta inn som notat',
  },
  en: {
    heading: 'Written, but not sent', lead: 'Somebody who no longer has the case wrote this, and it was not sent. What stood on the page before may be part of it. Take it in as a note, or let it be. It is deleted seven days after it was written.',
    count: (n: number) => (n === 1 ? 'A colleague who no longer has the case wrote something that was not sent.' : `Colleagues who no longer have the case wrote ${n} texts that were not sent.`),
    wrote: (who: string, when: string) => `Written by ${who} ${when}, not sent:`, signIn: 'Sign in again to read it', takeIn: 'Take it in as a note',
  },
});
