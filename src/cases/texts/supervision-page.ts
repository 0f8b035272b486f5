import { catalogue } from '../../kernel/texts.ts';

/** What whoever supervises is told on «Min dag». */
export const supervisionWords = catalogue({
  nb: {
    heading: 'Du fører tilsyn',
    reads: (places: string, when: string) => `Du kan lese sakene i ${places} til og med ${when}.`,
    oneByOne: (when: string) => `Du kan lese sakene en koordinator åpner for deg, til og med ${when}.`,
    rules: 'Du svarer på spørsmålet om inhabilitet før du leser en sak. Du kan ikke endre noe. Alt du åpner, står i loggen sammen med hjemmelen, og leder og personvernombud ser det.',
    strict: 'Saker med strengt fortrolig adresse må koordinator åpne særskilt.',
  },
  nn: {
    heading: 'Du fører tilsyn',
    reads: (places: string, when: string) => `Du kan lese sakene i ${places} til og med ${when}.`,
    oneByOne: (when: string) => `Du kan lese sakene ein koordinator opnar for deg, til og med ${when}.`,
    rules: 'Du svarer på spørsmålet om inhabilitet før du les ei sak. Du kan ikkje endre noko. Alt du opnar, står i loggen saman med heimelen, og leiar og personvernombod ser det.',
    strict: 'Saker med strengt fortruleg adresse må koordinator opne særskilt.',
  },
  en: {
    heading: 'You supervise',
    reads: (places: string, when: string) => `You can read the cases in ${places} until and including ${when}.`,
    oneByOne: (when: string) => `You can read the cases that a coordinator opens for you, until and including ${when}.`,
    rules: 'You answer the question about impartiality before you read a case. You can change nothing. All you open stands in the log with its legal basis, and the manager and the data-protection officer see it.',
    strict: 'Cases with a strictly confidential address have to be opened one by one by a coordinator.',
  },
});
