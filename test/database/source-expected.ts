import { CASE_TYPE } from '../../src/cases/codes.ts';
import type { Block } from '../../src/documents/content.ts';
import type { CodeList } from '../../src/kernel/codes.ts';
import { findAllByWording } from '../../src/kernel/wording.ts';
import { GENDER } from '../../src/people/codes.ts';
import { RELATION, REPORTER, SERVICE, VIOLENCE, VULNERABILITY } from '../../src/reports/codes.ts';
import { SOURCE, YEARS_LATER } from './source-cases.ts';

const text = (said: string): Block => ({ kind: 'text', text: said });
const note = (said: string): Block => ({ kind: 'note', text: said });
const remark = (said: string): Block => ({ kind: 'remark', text: said });
const facts = (...items: readonly (readonly [term: string, ...values: string[]])[]): Block => ({ kind: 'facts', items: items.map(([term, ...values]) => ({ term, values })) });
/** A head that ends with # is of numbers. */
const table = (caption: string, heads: readonly string[], rows: string[][], sums: string[][] = []): Block => ({ kind: 'table', caption, heads: heads.map((head) => ({ text: head.replace('#', ''), number: head.endsWith('#') })), rows, sums });

const COLUMNS: readonly (readonly [string, CodeList<string>])[] = [
  ['Sakstype', CASE_TYPE], ['Melding sendt fra', REPORTER], ['Sårbarhet', VULNERABILITY], ['Antatt overgriper', RELATION], ['Kjønn', GENDER], ['Type vold', VIOLENCE], ['Involverte tjenester', SERVICE],
].map((pair) => pair as unknown as readonly [string, CodeList<string>]); // lists of different codes, read by their words alone

/** The source's wording as we write it: the label of the code that the wording stands for. */
function ourWords(list: CodeList<string>, said: string): string[] {
  if (said === 'Ikke vurdert') return [said];
  return findAllByWording(list, said).codes.map((code) => list.values.find((value) => value.code === code)?.nb ?? code);
}

/** A year's cases, each line of the source through the labels. */
function casesOf(year: string): Block[] {
  return SOURCE.filter(([no]) => no.startsWith(year)).flatMap(([no, ...cells], at): Block[] => {
    if (no !== `${year}-${at + 1}`) throw new Error(`the source counts otherwise: ${no}`);
    return [{ kind: 'heading', level: 3, text: `Sak ${at + 1}`, listed: false }, facts(...COLUMNS.map(([term, list], column): readonly [string, ...string[]] => [term, ...ourWords(list, cells[column] ?? '')]))];
  });
}

/** How each year is read in ours: «2018» of the source is 2026. */
export const OUR_YEAR = (year: number): number => year + YEARS_LATER;

/** What the report of the source says under each heading of its contents page (S3), in its order: our words and years, its facts. The internal edition. */
export const EXPECTED: Readonly<Record<string, readonly Block[]>> = {
  'Om arbeidet': [],
  Organisasjon: [text('Fire kommuner har ett felles mottak. Krisesenteret koordinerer.\n\nEn forskergruppe følger arbeidet.')],
  Fremdrift: [table('Fremdrift', ['Når', 'Milepæl'], [['12. februar 2026', 'Kommunene ble orientert'], ['19. april 2026', 'Første møte i styringsgruppen'], ['3. september 2026', 'Første møte i operativt team'], ['1. oktober 2026', 'Klar til å ta imot saker'], ['10. mai 2027 (etter perioden)', 'Første sak ferdig behandlet']])],
  'Hva er gjort?': [],
  Styringsgruppen: [
    table('Styringsgruppen, 2026', ['Møter', 'Antall#'], [['Styringsgruppe', '6']]),
    facts(['Temaer 2026', 'Organisering i regionen', 'Møtestruktur', 'Roller', 'Økonomi', 'Jus og etikk', 'Framdrift', 'System og funksjoner', 'Fagdag', 'Plan for å bli kjent']),
    table('Styringsgruppen, 2027', ['Møter', 'Antall#'], [['Styringsgruppe', '2']]),
    facts(['Temaer 2027', 'Budsjett videre', 'Forankring hos ledelsen i kommunene']),
  ],
  'Operativt team': [
    text('Teamet møtes en gang i måneden.'),
    table('Operativt team, 2026', ['Møter', 'Antall#'], [['Operativt team', '4'], ['Nettverkssamling', '2'], ['Kursdag', '1']], [['Til sammen', '7']]),
    facts(['Temaer 2026', 'Hvordan teamet skal arbeide', 'Jus og etikk', 'Praktiske løsninger', 'Øvingssaker', 'Hvilke tjenester kommunene har', 'Drøfting av saker']),
    table('Operativt team, 2027', ['Møter', 'Antall#'], [['Operativt team', '4'], ['Nettverkssamling', '1']], [['Til sammen', '5']]),
    facts(['Temaer 2027', 'Drøfting av saker']),
  ],
  Promotering: [table('Promotering', ['Når', 'Kanal', 'Hva', 'Nådd#'], [
    ['1. oktober 2026', 'Kommunenes nettsider', 'Informasjon', ''], ['5. oktober 2026', 'Sosiale medier', 'Kort film', ''], ['10. oktober 2026', 'Felles nettside', 'Meldeskjema', ''], ['2. november 2026', 'Avis', 'Oppslag', ''],
    ['15. november 2026', 'Fylkeskonferanse', 'Stand', ''], ['14. februar 2027', 'Konferanse', '', ''], ['1. mars 2027', 'Buss', 'Plakater', ''], ['6. mars 2027', 'Lokalavis', 'Annonse annenhver lørdag', ''],
  ])],
  Materiell: [table('Materiell', ['Materiell', 'Om det'], [['Tiltakskort', 'Slik melder du'], ['Brosjyre og plakat', 'Til fagfolk og private'], ['Felles tiltakskort', 'Med lenke'], ['Nettside', ''], ['Presentasjon', '']])],
  Meldesystem: [text('Meldinger kommer på telefon eller på papirskjema.')],
  Journalsystem: [text('Sakene føres for seg. Bare de som arbeider med dem, har tilgang.')],
  'Informasjon til kommunene': [text('Helse- og sosialtjenestene er informert om vold og om hvordan de melder. Møtene står i vedlegg 6.')],
  Fagkonferanse: [table('Fagkonferanse', ['Når', 'Kanal', 'Hva', 'Nådd#'], [['14. februar 2027', 'Fagkonferanse', 'For kommunene', '102']])],
  'Krisesentertilbudet til sårbare grupper': [text('Krisesenteret har én skjermet enhet. Den kan være et av flere tiltak.')],
  // the source counts nobody here: the 102 stand once, under the conference
  Kompetanseheving: [table('Kompetanseheving', ['Kurs', 'Hvem deltok', 'Antall#'], [
    ['Verktøy for risikovurdering', 'Nettverksmøte', ''], ['Kompetansekurs', 'Operativt team', ''], ['Vold, traumer og selvmordsforebygging, og en fagkonferanse', 'Prosjektleder', ''], ['Fagdag', 'Ansatte i regionen', ''], ['Vold og avdekking', 'Ansatte i kommunene', ''],
  ])],
  Resultater: [
    text('Den første saken kom 5. oktober 2026. Ingen var avsluttet da perioden sluttet.'),
    table('Saker i perioden', ['Saker i perioden', '2026#', '2027#', 'Til sammen#'], [
      ['Mottatt', '3', '2', '5'], ['Våre egne', '2', '2', '4'], ['Hører til en kommune utenfor samarbeidet', '1', '0', '1'], ['Må-sak', '1', '1', '2'], ['Bør-sak', '1', '1', '2'], ['Ikke vurdert', '1', '0', '1'],
    ]),
    facts(['Våre egne, åpne da perioden begynte', '0'], ['Våre egne, nye i perioden', '4'], ['Våre egne, avsluttet i perioden', '0'], ['Våre egne, åpne da perioden sluttet', '4']),
    note('Mottatt er alle saker som er opprettet i perioden. Våre egne er uten dem som hører til andre kommuner.'),
  ],
  [`Statistikk ${OUR_YEAR(2018)}`]: casesOf('2018'),
  [`Statistikk ${OUR_YEAR(2019)}`]: casesOf('2019'),
  Utfordringer: [text('- Når kan ansatte melde uten samtykke? Uten samtykke kan de drøfte anonymt.\n- Kommunene har ikke innsyn i journalen.')],
  'Ideer til forbedringer': [text('- Felles nasjonalt meldesystem\n- Felles nasjonal journal\n- E-læring til alle ansatte')],
  'Økonomisk oversikt mars 2026–april 2027': [
    text('Se vedlegg 15.'),
    table('Økonomisk oversikt mars 2026–april 2027', ['Post', 'Regnskap#'], [
      ['Midler for 2026', '860 000'], ['Prosjektledelse i 14 måneder', '626 297'], ['Sum personalkostnader', '730 880'], ['Fagdag', '44 236'], ['Reise og overnatting', '11 470'], ['Inventar og PC', '35 598'], ['Informasjonsmateriell', '41 187'],
      ['Andre kostnader', '132 490'], ['Sum forbruk', '863 370'], ['Belastes neste periode', '3 370'],
    ], [['Sum av personallinjene', '626 297'], ['Sum av andre linjer', '132 491'], ['Forbruk ut fra delsummene', '863 370'], ['Brukt mer enn tilskuddet', '3 370']]),
    remark('Oppgitt sum for personalkostnader er 730 880 kr. Linjene gir 626 297 kr. 104 583 kr er ikke forklart.'),
    remark('Det er brukt 3 370 kr mer enn tilskuddet. Beløpet føres mot neste periode.'),
  ],
  'Plan for mai 2027 →': [
    text('- Drift\n- Stand\n- Møter med frivillige\n- Møte med ledelsen i kommunene i juni'),
    { kind: 'heading', level: 2, text: 'Budsjett', listed: false },
    table('Budsjett', ['Post', 'Stilling#', 'Måneder#', 'Kroner#'], [
      ['Midler for 2027', '', '', '860 000'], ['Koordinator', '100 %', '8', '410 000'], ['Kommunenes deltakelse', '40 %', '8', '160 000'], ['Reserve', '50 %', '8', '200 000'], ['Brosjyrer og plakater', '', '', '50 000'], ['Annonser', '', '', '40 000'], ['Beregnet', '', '', '860 000'],
    ], [['Sum av kostnadene', '', '', '860 000']]),
    remark('Budsjettet bruker hele tilskuddet, men 3 370 kr er alt belastet.'),
    remark('«Kommunenes deltakelse» er satt til 160 000 kr. Etter den største stillingen blir det 164 000 kr.'),
    remark('«Reserve» er satt til 200 000 kr. Etter den største stillingen blir det 205 000 kr.'),
  ],
  Vedlegg: [table('Vedlegg', ['Nr.#', 'Vedlegg', 'Status', 'Hvor det ligger'], [
    ['1', 'Deltakere', 'Ferdig', 'Perm 1'], ['2', 'Tiltakskort', 'Ferdig', 'Perm 2'], ['3', 'Meldeskjema', 'Ferdig', 'Perm 3'], ['4', 'Rutine for operativt team', 'Ferdig', 'Perm 4'], ['5', 'Rutine for ansatte på krisesenteret', 'Ferdig', 'Perm 5'],
    ['6', 'Informasjonsmøter', 'Ferdig', 'Perm 6'], ['7', 'Plan for å bli kjent', 'Ferdig', 'Perm 7'], ['8', 'Program for fagdagen', 'Ferdig', 'Perm 8'], ['9', 'Intern statistikk', 'Kommer', 'Perm 9'], ['10', 'Utskrift av nettsiden', 'Ferdig', 'Perm 10'],
    ['11', 'Økonomisk avtale', 'Ferdig', 'Perm 11'], ['12', 'Avisutklipp', 'Mangler', ''], ['13', 'Prosjektplan', 'Ferdig', 'Perm 13'], ['14', 'Brosjyre', 'Ferdig', 'Perm 14'], ['15', 'Regnskap med bilag', 'Ferdig', 'Perm 15'],
  ])],
};

/** What the outer edition says instead, of so few cases. */
export const EXPECTED_OUTSIDE: Readonly<Record<string, readonly Block[]>> = {
  ...EXPECTED,
  Resultater: [text('Den første saken kom 5. oktober 2026. Ingen var avsluttet da perioden sluttet.'), text('Det er for få saker i 2026 og 2027 til å vise tall uten at noen kan kjennes igjen.')],
  [`Statistikk ${OUR_YEAR(2018)}`]: [text('Det er for få saker til å vise tall uten at noen kan kjennes igjen.')],
  [`Statistikk ${OUR_YEAR(2019)}`]: [text('Det er for få saker til å vise tall uten at noen kan kjennes igjen.')],
};
