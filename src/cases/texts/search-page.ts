import { catalogue } from '../../kernel/texts.ts';

/** Words of the page for searching, and of the question whether a person is in other cases, too. */
export const searchTexts = catalogue({
  nb: {
    heading: 'Søk', lead: 'Finn en sak eller en bekymring du har tilgang til.',
    term: 'Navn, telefon eller referanse', hint: 'Fødselsår kan stå sammen med navnet. Rekkefølgen betyr ingenting, og en skrivefeil gjør ikke noe.', go: 'Søk',
    noted: 'At du søkte og hva du fant, blir skrevet ned. Det du søkte etter, blir det ikke.',
    none: 'Ingen treff', noneLead: 'Du finner bare det du har tilgang til. At noe ikke står her, betyr ikke at det ikke finnes.',
    cases: 'Saker', reports: 'Bekymringer', caseOf: (reference: string, alias: string | undefined) => (alias === undefined ? `Sak ${reference}` : `${alias} · ${reference}`), reportOf: (reference: string) => `Bekymring ${reference}`,
    around: 'Treff på en i nettverket', question: 'Du blir spurt om du er inhabil først', more: 'Det er flere treff enn det vi viser. Skriv mer av navnet, eller fødselsåret.', akutt: 'Akutt',
    emergency: 'Må du inn i en sak du ikke har tilgang til, fordi noen kan være i fare?', toEmergency: 'Nødtilgang',
    ask: 'Finnes personen i andre saker i regionen?', askLead: 'Du kan spørre ti ganger om dagen. At du spør, blir skrevet ned.', asked: 'Finnes personen i andre saker?',
    found: 'Dette kan gjelde samme person:', foundNone: 'Vi fant ingenting du kan se.', rest: 'Det du ikke kan se, står ikke her, enten det finnes eller ikke.',
    left: (n: number) => (n === 0 ? 'Du kan ikke spørre flere ganger i dag.' : n === 1 ? 'Du kan spørre én gang til i dag.' : `Du kan spørre ${n} ganger til i dag.`), back: 'Tilbake til saken',
  },
  nn: {
    heading: 'Søk', lead: 'Finn ei sak eller ei bekymring du har tilgang til.',
    term: 'Namn, telefon eller referanse', hint: 'Fødselsår kan stå saman med namnet. Rekkjefølgja har ikkje noko å seie, og ein skrivefeil gjer ikkje noko.', go: 'Søk',
    noted: 'At du søkte og kva du fann, blir skrive ned. Det du søkte etter, blir det ikkje.',
    none: 'Ingen treff', noneLead: 'Du finn berre det du har tilgang til. At noko ikkje står her, betyr ikkje at det ikkje finst.',
    cases: 'Saker', reports: 'Bekymringar', caseOf: (reference: string, alias: string | undefined) => (alias === undefined ? `Sak ${reference}` : `${alias} · ${reference}`), reportOf: (reference: string) => `Bekymring ${reference}`,
    around: 'Treff på ein i nettverket', question: 'Du blir spurd om du er inhabil først', more: 'Det er fleire treff enn det vi viser. Skriv meir av namnet, eller fødselsåret.', akutt: 'Akutt',
    emergency: 'Må du inn i ei sak du ikkje har tilgang til, fordi nokon kan vere i fare?', toEmergency: 'Naudtilgang',
    ask: 'Finst personen i andre saker i regionen?', askLead: 'Du kan spørje ti gonger om dagen. At du spør, blir skrive ned.', asked: 'Finst personen i andre saker?',
    found: 'Dette kan gjelde same person:', foundNone: 'Vi fann ingenting du kan sjå.', rest: 'Det du ikkje kan sjå, står ikkje her, anten det finst eller ikkje.',
    left: (n: number) => (n === 0 ? 'Du kan ikkje spørje fleire gonger i dag.' : n === 1 ? 'Du kan spørje éin gong til i dag.' : `Du kan spørje ${n} gonger til i dag.`), back: 'Tilbake til saka',
  },
  en: {
    heading: 'Search', lead: 'Find a case or a report that you have access to.',
    term: 'Name, phone number or reference', hint: 'A year of birth may stand with the name. The order does not matter, and neither does a slip of the pen.', go: 'Search',
    noted: 'That you searched, and what you found, is written down. What you searched for is not.',
    none: 'Nothing found', noneLead: 'You only find what you have access to. That something does not stand here does not mean that it does not exist.',
    cases: 'Cases', reports: 'Reports', caseOf: (reference: string, alias: string | undefined) => (alias === undefined ? `Case ${reference}` : `${alias} · ${reference}`), reportOf: (reference: string) => `Report ${reference}`,
    around: 'Somebody around the person', question: 'You are first asked whether you are connected', more: 'There is more than we show. Write more of the name, or the year of birth.', akutt: 'Akutt',
    emergency: 'Do you have to read a case that you have no access to, because somebody may be in danger?', toEmergency: 'Emergency access',
    ask: 'Is the person in other cases of the region?', askLead: 'You may ask ten times a day. That you ask is written down.', asked: 'Is the person in other cases?',
    found: 'These may be about the same person:', foundNone: 'We found nothing that you can see.', rest: 'What you cannot see does not stand here, whether it exists or not.',
    left: (n: number) => (n === 0 ? 'You cannot ask again today.' : n === 1 ? 'You may ask once more today.' : `You may ask ${n} more times today.`), back: 'Back to the case',
  },
});
