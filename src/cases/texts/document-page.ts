import { catalogue } from '../../kernel/texts.ts';

/** Words of the part «Dokumenter», and of what is typeset from it. */
export const documentTexts = catalogue({
  nb: {
    heading: 'Dokumenter', safe: 'Trygg måte å nå personen på',
    none: 'Ingen dokumenter ennå', noneLead: 'Brev, samtykker og referat som hører til saken, skrives her. Ingenting sendes av seg selv.',
    version: (n: number) => `Versjon ${n}`, draft: 'Under arbeid', done: 'Ferdig', sentTag: 'Sendt', drafted: (who: string, when: string) => `Sist lagret av ${who}, ${when}`, finalised: (who: string, when: string) => `Gjort ferdig av ${who}, ${when}`,
    sent: (how: string, to: string, when: string, who: string) => `${how}: ${to}, ${when}. Skrevet inn av ${who}.`, edit: 'Skriv videre', editThis: (what: string) => `Skriv videre på ${what}`, again: 'Lag ny versjon', againThis: (what: string) => `Lag en ny versjon av ${what}`,
    finalise: 'Gjør ferdig', finaliseThis: (what: string) => `Gjør ferdig ${what}`, download: (n: number) => `Last ned versjon ${n} (PDF)`, record: 'Skriv at det er sendt', recordThis: (what: string) => `Skriv at ${what} er sendt`,
    left: (fields: string) => `Må fylles ut før det kan gjøres ferdig: ${fields}`, way: 'Skal nå fram', to: 'Til', openness: 'Offentlighet', language: 'Språk', basis: 'Grunnlag', homeSafe: 'Hvorfor post hjem er trygt',
    notHome: 'Ikke send det hjem nå', homeClosed: 'Brev hjem er stengt', disclose: 'Får noen andre enn personen det, må du også skrive inn delingen.', readText: 'Teksten', whole: 'Hele saken',
    notSent: 'Systemet sender ingenting. Når du har gitt eller sendt det, skriver du det inn her.', file: 'Dokument', page: 'Side', footer: (reference: string) => `Sak ${reference}`, templates: 'Maler',
  },
  nn: {
    heading: 'Dokument', safe: 'Trygg måte å nå personen på',
    none: 'Ingen dokument enno', noneLead: 'Brev, samtykke og referat som høyrer til saka, blir skrivne her. Ingenting blir sendt av seg sjølv.',
    version: (n: number) => `Versjon ${n}`, draft: 'Under arbeid', done: 'Ferdig', sentTag: 'Sendt', drafted: (who: string, when: string) => `Sist lagra av ${who}, ${when}`, finalised: (who: string, when: string) => `Gjort ferdig av ${who}, ${when}`,
    sent: (how: string, to: string, when: string, who: string) => `${how}: ${to}, ${when}. Skrive inn av ${who}.`, edit: 'Skriv vidare', editThis: (what: string) => `Skriv vidare på ${what}`, again: 'Lag ny versjon', againThis: (what: string) => `Lag ein ny versjon av ${what}`,
    finalise: 'Gjer ferdig', finaliseThis: (what: string) => `Gjer ferdig ${what}`, download: (n: number) => `Last ned versjon ${n} (PDF)`, record: 'Skriv at det er sendt', recordThis: (what: string) => `Skriv at ${what} er sendt`,
    left: (fields: string) => `Må fyllast ut før det kan gjerast ferdig: ${fields}`, way: 'Skal nå fram', to: 'Til', openness: 'Offentlegheit', language: 'Språk', basis: 'Grunnlag', homeSafe: 'Kvifor post heim er trygt',
    notHome: 'Ikkje send det heim no', homeClosed: 'Brev heim er stengt', disclose: 'Får nokon andre enn personen det, må du også skrive inn delinga.', readText: 'Teksten', whole: 'Heile saka',
    notSent: 'Systemet sender ingenting. Når du har gitt eller sendt det, skriv du det inn her.', file: 'Dokument', page: 'Side', footer: (reference: string) => `Sak ${reference}`, templates: 'Malar',
  },
  en: {
    heading: 'Documents', safe: 'A safe way to reach the person',
    none: 'No documents yet', noneLead: 'Letters, consents and minutes of the case are written here. Nothing is sent by itself.',
    version: (n: number) => `Version ${n}`, draft: 'Being written', done: 'Finalised', sentTag: 'Sent', drafted: (who: string, when: string) => `Last saved by ${who}, ${when}`, finalised: (who: string, when: string) => `Finalised by ${who}, ${when}`,
    sent: (how: string, to: string, when: string, who: string) => `${how}: ${to}, ${when}. Recorded by ${who}.`, edit: 'Go on writing', editThis: (what: string) => `Go on writing ${what}`, again: 'Make a new version', againThis: (what: string) => `Make a new version of ${what}`,
    finalise: 'Finalise', finaliseThis: (what: string) => `Finalise ${what}`, download: (n: number) => `Download version ${n} (PDF)`, record: 'Record that it was sent', recordThis: (what: string) => `Record that it was sent: ${what}`,
    left: (fields: string) => `To be filled in before it can be finalised: ${fields}`, way: 'Is to reach them', to: 'To', openness: 'Public access', language: 'Language', basis: 'Basis', homeSafe: 'Why post to the home is safe',
    notHome: 'Do not send it home now', homeClosed: 'Letters to the home are closed', disclose: 'If anybody but the person gets it, record the sharing as well.', readText: 'The text', whole: 'The whole case',
    notSent: 'The system sends nothing. When you have given or sent it, record it here.', file: 'Document', page: 'Page', footer: (reference: string) => `Case ${reference}`, templates: 'Templates',
  },
});
