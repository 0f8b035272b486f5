import { catalogue } from '../kernel/texts.ts';

/** The words of the tables of the whole country. */
export const countryTexts = catalogue({
  nb: {
    title: 'Tall for hele landet', lead: 'Summen av returene som regionene har låst og sendt.', toFigures: 'Til regionens tall', toReturns: 'Til returene',
    year: 'År', schema: 'Hvilken retur?', show: 'Vis', sentLabel: 'Regioner som har sendt for hele året', notSentLabel: 'Regioner som ikke har sendt', others: (n: string) => `${n} har sendt i en annen utgave av returen, og er ikke med.`,
    yearHeading: (year: string) => `Tabeller for ${year}`, overYears: 'År for år', overYearsOf: (name: string) => `${name}, år for år`, toYear: 'Alle tabeller for ett år',
    rowSums: 'Tabellen har to inndelinger. Her står summen av hver rad.', fewYears: (years: string) => `For få regioner har sendt: ${years}.`, sentIn: 'Regioner som har sendt',
    tooFew: 'For få regioner til å vise', tooFewLead: 'Summene vises når minst tre regioner har sendt for hele året. Med færre kunne én region regnet ut tallene til en annen.',
    note: 'Alle tall er summer av tall som regionene alt har rundet opp eller ned til 5, 10, 15 og så videre. Små tall, og tall som en region holder skjult, er ikke med. Derfor er summene litt for lave, og radene kan bli mindre enn «I alt».',
    none: 'Der det ikke står noe tall, viser ingen region noe tall. Det kan være null, eller for få.', corrections: 'Retter en region returen sin, teller den nyeste versjonen den har sendt.',
    all: 'I alt', count: 'Antall', several: 'En sak kan stå i flere rader.', files: 'Last ned det du ser', csv: 'CSV', json: 'JSON', 'kodebok-csv': 'Kodebok som CSV', 'kodebok-json': 'Kodebok som JSON',
  },
  nn: {
    title: 'Tal for heile landet', lead: 'Summen av returane som regionane har låst og sendt.', toFigures: 'Til tala for regionen', toReturns: 'Til returane',
    year: 'År', schema: 'Kva for retur?', show: 'Vis', sentLabel: 'Regionar som har sendt for heile året', notSentLabel: 'Regionar som ikkje har sendt', others: (n: string) => `${n} har sendt i ei anna utgåve av returen, og er ikkje med.`,
    yearHeading: (year: string) => `Tabellar for ${year}`, overYears: 'År for år', overYearsOf: (name: string) => `${name}, år for år`, toYear: 'Alle tabellar for eitt år',
    rowSums: 'Tabellen har to inndelingar. Her står summen av kvar rad.', fewYears: (years: string) => `For få regionar har sendt: ${years}.`, sentIn: 'Regionar som har sendt',
    tooFew: 'For få regionar til å vise', tooFewLead: 'Summane blir viste når minst tre regionar har sendt for heile året. Med færre kunne éin region rekna ut tala til ein annan.',
    note: 'Alle tal er summar av tal som regionane alt har runda opp eller ned til 5, 10, 15 og så vidare. Små tal, og tal som ein region held skjulte, er ikkje med. Difor er summane litt for låge, og radene kan bli mindre enn «I alt».',
    none: 'Der det ikkje står noko tal, viser ingen region noko tal. Det kan vere null, eller for få.', corrections: 'Rettar ein region returen sin, tel den nyaste versjonen han har sendt.',
    all: 'I alt', count: 'Tal', several: 'Ei sak kan stå i fleire rader.', files: 'Last ned det du ser', csv: 'CSV', json: 'JSON', 'kodebok-csv': 'Kodebok som CSV', 'kodebok-json': 'Kodebok som JSON',
  },
  en: {
    title: 'Figures for the whole country', lead: 'The sum of the returns that the regions have locked and sent.', toFigures: 'To the region’s figures', toReturns: 'To the returns',
    year: 'Year', schema: 'Which return?', show: 'Show', sentLabel: 'Regions that have sent for the whole year', notSentLabel: 'Regions that have not sent', others: (n: string) => `${n} have sent in another edition of the return, and are not included.`,
    yearHeading: (year: string) => `Tables for ${year}`, overYears: 'Year by year', overYearsOf: (name: string) => `${name}, year by year`, toYear: 'All tables of one year',
    rowSums: 'The table has two dimensions. The sum of each row stands here.', fewYears: (years: string) => `Too few regions have sent: ${years}.`, sentIn: 'Regions that have sent',
    tooFew: 'Too few regions to show', tooFewLead: 'The sums are shown when at least three regions have sent for the whole year. With fewer, one region could work out another one’s numbers.',
    note: 'All numbers are sums of numbers that the regions have already rounded up or down to 5, 10, 15 and so on. Small numbers, and numbers that a region keeps hidden, are not included. So the sums are somewhat too low, and the rows may come to less than “In all”.',
    none: 'Where no number stands, no region shows a number. It may be zero, or too few.', corrections: 'When a region corrects its return, the newest version that it has sent counts.',
    all: 'In all', count: 'Number', several: 'A case may stand in several rows.', files: 'Download what you see', csv: 'CSV', json: 'JSON', 'kodebok-csv': 'Codebook as CSV', 'kodebok-json': 'Codebook as JSON',
  },
});
