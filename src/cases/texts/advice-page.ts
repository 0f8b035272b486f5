import { catalogue } from '../../kernel/texts.ts';

/** Words of the short way to closing, beside a report and on its own page. */
export const adviceTexts = catalogue({
  nb: {
    summary: 'Kun råd, ikke sak', lead: 'Når det er nok å gi råd. Skriv rådene, og la en annen bekrefte. Da er saken ferdig.', submit: 'Send til den som bekrefter', toReport: 'Til bekymringen',
    coordinators: 'Koordinatorene', answered: 'Svaret er lagret. Saken er ikke lenger åpen for deg.',
  },
  nn: {
    summary: 'Berre råd, ikkje sak', lead: 'Når det er nok å gi råd. Skriv råda, og la ein annan stadfeste. Då er saka ferdig.', submit: 'Send til den som stadfestar', toReport: 'Til bekymringa',
    coordinators: 'Koordinatorane', answered: 'Svaret er lagra. Saka er ikkje lenger open for deg.',
  },
  en: {
    summary: 'Advice only, not a case', lead: 'When advice is enough. Write the advice, and let somebody else confirm. Then it is finished.', submit: 'Send to whoever confirms', toReport: 'To the report',
    coordinators: 'The coordinators', answered: 'Your answer is saved. The case is no longer open to you.',
  },
});
