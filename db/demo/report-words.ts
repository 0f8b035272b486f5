import type { PartCode } from '../../src/documents/plan.ts';

export type Parts = Readonly<Partial<Record<PartCode, { readonly text?: string; readonly lines?: readonly Readonly<Record<string, string>>[] }>>>;

const meeting = (on: string, group: string, count: string, ...themes: string[]) => ({ on, group, count, themes: themes.join('\n') });

/** What people wrote in the annual report of the invented region. */
export function annualReport(year: number): Parts {
  const on = (day: string): string => `${year}-${day}`;
  return {
    ORGANISASJON: { text: 'Fire kommuner har ett felles mottak. Krisesenteret koordinerer.\n\nHver kommune har en fast person i teamet.' },
    FREMDRIFT: { lines: [{ on: on('01-15'), what: 'Ny avtale om felles mottak' }, { on: on('05-02'), what: 'Telefonen er åpen hele døgnet' }] },
    STYRINGSGRUPPEN: { lines: [meeting(on('06-11'), 'STYRINGSGRUPPE', '2', 'Avtalen', 'Økonomi'), meeting(on('12-03'), 'STYRINGSGRUPPE', '2', 'Opplæring', 'Budsjett neste år')] },
    TEAMET: { text: 'Teamet møtes annenhver uke.', lines: [meeting(on('10-08'), 'NETTVERK', '1', 'Erfaringer fra andre regioner', 'Drøfting av saker', 'Praktiske løsninger')] },
    PROMOTERING: { lines: [{ on: on('03-01'), channel: 'Kommunenes nettsider', what: 'Slik melder du', reached: '' }, { on: on('09-20'), channel: 'Lokalavis', what: 'Annonse hver måned', reached: '' }, { on: on('10-01'), channel: 'Stand på kjøpesenteret', what: 'Brosjyrer', reached: '240' }] },
    MATERIELL: { lines: [{ name: 'Tiltakskort', note: 'Hva gjør jeg når jeg er bekymret?' }, { name: 'Brosjyre', note: 'Bokmål, nynorsk og lettlest' }] },
    MELDESYSTEM: { text: 'De fleste melder på nett. Telefonen er åpen hele døgnet.' },
    JOURNALSYSTEM: { text: 'Sakene føres i Voksenvern. Bare de som arbeider med en sak, har tilgang til den.' },
    INFORMASJON: { lines: [{ on: on('02-12'), channel: 'Hjemmetjenesten i Fjordby', what: 'Hva er vold, og hvordan melder vi?', reached: '34' }, { on: on('04-23'), channel: 'NAV i Havnes', what: 'Hva er vold, og hvordan melder vi?', reached: '18' }, { on: on('11-05'), channel: 'Dagsenteret i Tjernås', what: 'Å spørre om vold', reached: '12' }] },
    FAGKONFERANSE: { lines: [{ on: on('11-19'), channel: 'Fagdag', what: 'For ansatte i fire kommuner', reached: '96' }] },
    KRISESENTER: { text: 'Krisesenteret har én skjermet enhet for den som trenger ro.' },
    KOMPETANSE: { lines: [{ course: 'Samtalen om vold', role: 'Teamet', count: '8' }, { course: 'Risikovurdering', role: 'Saksansvarlige', count: '5' }, { course: 'Fagdag', role: 'Ansatte i kommunene', count: '96' }] },
    RESULTATER: { text: 'Flere drøfter anonymt før de melder. Det er bra.' },
    UTFORDRINGER: { text: '- Mange er usikre på når de kan melde uten samtykke.\n- Det tar tid å få tolk.' },
    IDEER: { text: '- Felles opplæring for nye ansatte\n- Tiltakskort på flere språk' },
    OKONOMI: { text: 'Regnskapet ligger som vedlegg 3.', lines: [
      { row: 'TILSKUDD', post: 'Tilskudd fra kommunene', budget: '900 000', actual: '900 000' }, { row: 'PERSONAL', post: 'Koordinator', budget: '640 000', actual: '652 300' }, { row: 'PERSONAL', post: 'Telefonvakt', budget: '120 000', actual: '118 450' },
      { row: 'ANDRE', post: 'Fagdag', budget: '60 000', actual: '57 900' }, { row: 'ANDRE', post: 'Trykk og annonser', budget: '80 000', actual: '76 210,50' }, { row: 'SUM_FORBRUK', post: 'Sum forbruk', budget: '', actual: '904 860,50' }, { row: 'OVERFORT', post: 'Føres mot neste år', budget: '', actual: '4 860,50' },
    ] },
    PLAN: { text: '- Møter med frivillige\n- Opplæring for alle nye ansatte\n- Møte med ledelsen i kommunene i juni' },
    BUDSJETT: { lines: [{ row: 'TILSKUDD', post: 'Tilskudd fra kommunene', amount: '920 000', percent: '', months: '' }, { row: 'KOSTNAD', post: 'Koordinator', amount: '670 000', percent: '100', months: '12' }, { row: 'KOSTNAD', post: 'Telefonvakt', amount: '134 000', percent: '20', months: '12' }, { row: 'KOSTNAD', post: 'Fagdag, trykk og annonser', amount: '110 000', percent: '', months: '' }, { row: 'SUM', post: 'Sum', amount: '914 000', percent: '', months: '' }] },
    VEDLEGG: { lines: [{ name: 'Deltakere i styringsgruppe og team', status: 'FERDIG', place: 'Arkivet, mappe 1' }, { name: 'Program for fagdagen', status: 'FERDIG', place: 'Arkivet, mappe 2' }, { name: 'Regnskap med bilag', status: 'KOMMER', place: 'Økonomiavdelingen' }] },
  };
}

/** The two pages. */
export function twoPages(year: number): Parts {
  return {
    KORT: { text: 'Flere voksne får hjelp, og flere ansatte spør før de er sikre. Mottaket har vært åpent hele året.' },
    UTVIKLING: { lines: [{ on: `${year}-10-01`, channel: 'Stand på kjøpesenteret', what: 'Brosjyrer', reached: '240' }, { on: `${year}-11-19`, channel: 'Fagdag', what: 'For ansatte i fire kommuner', reached: '96' }] },
    UTFORDRINGER: { text: '- Mange er usikre på når de kan melde uten samtykke.\n- Det tar tid å få tolk.' },
    PLAN: { text: '- Opplæring for alle nye ansatte\n- Møter med frivillige\n- Møte med ledelsen i kommunene i juni' },
  };
}

/** Internal control: what goes as it should, what did not, and what is done about it. */
export function internalControl(): Parts {
  return {
    KORT: { text: 'Rutinene er fulgt. Ingen avvik ble meldt i året.' },
    RUTINER: { text: '- Lederen går gjennom utvalgte oppslag i loggen hver måned.\n- Nye i teamet skriver under på taushetsplikt før de får tilgang.\n- To vurderer hver sak.' },
    RISIKO: { text: 'Den største risikoen er at noen sender opplysninger til feil mottaker. Mest utsatt er vi når det haster.' },
    FORBEDRING: { text: '- Adressen leses høyt av en kollega før noe sendes.\n- Fristene er et fast punkt i møtet annenhver uke.' },
    VEDLEGG: { lines: [{ name: 'Rutine for gjennomgang av loggen', status: 'FERDIG', place: 'Arkivet, mappe 4' }, { name: 'Plan for opplæring i taushetsplikt', status: 'FERDIG', place: 'Arkivet, mappe 5' }] },
  };
}
