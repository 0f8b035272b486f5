import { CASE_TYPE, CLOSING_REASON, type Measure } from '../../cases/codes.ts';
import { AGE_BAND, GENDER } from '../../people/codes.ts';
import { RELATION, REPORTER, VIOLENCE, VULNERABILITY } from '../../reports/codes.ts';
import type { ReturnSchema } from '../schema.ts';
import { mapped, topValues, upward } from './made.ts';

/** More than thirty kinds of measure are too fine for the numbers that a region has. */
const MEASURES: Readonly<Record<string, readonly Measure[]>> = {
  BARN: ['BARNEVERN_MELDT'],
  UTOVER: ['TILTAK_UTOVER'],
  TJENESTESTED: ['PERSONALSAK', 'INSTITUSJONSTILTAK'],
  OKONOMI: ['MELDT_VERGEMAL', 'OKONOMISIKRING', 'VOLDSERSTATNING'],
  VERN: ['VOLDSALARM', 'BESOKSFORBUD', 'ADRESSESPERRE'],
  BOLIG: ['KRISESENTER_BO', 'KRISESENTER_DAG', 'MIDLERTIDIG_BOLIG', 'NY_BOLIG', 'INSTITUSJON'],
  HELSE: ['MEDISINSK', 'SPORSIKRING', 'PSYKISK_HELSEHJELP', 'RUSBEHANDLING'],
  POLITI: ['POLITIVARSEL', 'ANMELDELSE', 'POLITIRAD'],
  TJENESTER: ['OKT_TJENESTE', 'ENDRET_TJENESTE', 'VELFERDSTEKNOLOGI'],
  SAMARBEID: ['SAMARBEIDSMOTE', 'ANSVARSGRUPPE', 'INDIVIDUELL_PLAN', 'VEILEDNING_MELDER'],
  SAMTALE: ['SAMTALE', 'SIKKERHETSPLAN', 'RISIKOVURDERING'],
  TAKKET_NEI: ['TAKKET_NEI'],
};

/** R3, the national return of the TryggEst model (domain reference §11; the blocks are those of Bufdir and NTNU). What came in the year is told by the year's standing tables (decision 0059). */
export const R3: ReturnSchema = {
  id: 'R3', edition: '2', delimiter: ';',
  name: { nb: 'Nasjonal retur for TryggEst', nn: 'Nasjonal retur for TryggEst', en: 'National return for TryggEst' },
  about: {
    nb: 'Hvor mange bekymringer regionen fikk, hva de gjaldt, og hva som ble gjort.',
    nn: 'Kor mange bekymringar regionen fekk, kva dei galdt, og kva som blei gjort.',
    en: 'How many concerns the region received, what they were about and what was done.',
  },
  variables: [
    {
      id: 'TILHORER', name: { nb: 'Hvor saken hører til', nn: 'Kvar saka høyrer til', en: 'Where the case belongs' }, from: 'belongs', otherwise: 'EGEN', map: { UTENFOR: 'UTENFOR', UTENFOR_SAMARBEIDET: 'UTENFOR' },
      values: [
        { code: 'UTENFOR', nb: 'Kommune utenfor samarbeidet', nn: 'Kommune utanfor samarbeidet', en: 'Municipality outside the co-operation' },
        { code: 'EGEN', nb: 'Kommune i samarbeidet', nn: 'Kommune i samarbeidet', en: 'Municipality in the co-operation' },
      ],
    },
    {
      // krl. § 5: contact with a shelter is a secret of its own, and this is read by people without that basis (reports/shelter-basis.ts).
      id: 'MELDER', name: { nb: 'Hvem som melder', nn: 'Kven som melder', en: 'Who reports' }, from: 'reporter', otherwise: 'UKJENT',
      map: upward(REPORTER, { KRISESENTER: 'ANNEN_OFFENTLIG', SKJERMET: 'ANNEN_OFFENTLIG' }),
      values: topValues(REPORTER, { without: ['KRISESENTER', 'SKJERMET'], last: ['NAV', 'FASTLEGE', 'FAMILIE', 'HJEMMETJENESTE'] }),
    },
    { id: 'VOLDSTYPE', name: { nb: 'Type vold', nn: 'Type vald', en: 'Type of violence' }, from: 'violence', many: true, otherwise: 'UKJENT', map: upward(VIOLENCE), values: topValues(VIOLENCE) },
    { id: 'KJONN', name: { nb: 'Kjønn', nn: 'Kjønn', en: 'Gender' }, from: 'gender', otherwise: 'UKJENT', map: upward(GENDER), values: topValues(GENDER, { last: ['MANN', 'KVINNE'] }) },
    { id: 'ALDERSGRUPPE', name: { nb: 'Aldersgruppe', nn: 'Aldersgruppe', en: 'Age band' }, from: 'ageBand', otherwise: 'UKJENT', map: upward(AGE_BAND), values: topValues(AGE_BAND, { last: ['A67_79', 'A80'] }) },
    { id: 'SARBARHET', name: { nb: 'Hva som gjør personen sårbar', nn: 'Kva som gjer personen sårbar', en: 'What makes the person vulnerable' }, from: 'vulnerability', many: true, otherwise: 'UKJENT', map: upward(VULNERABILITY), values: topValues(VULNERABILITY) },
    { id: 'RELASJON', name: { nb: 'Hvem som er antatt overgriper', nn: 'Kven som er antatt overgripar', en: 'Who the suspected abuser is' }, from: 'relation', many: true, otherwise: 'UKJENT', map: upward(RELATION), values: topValues(RELATION) },
    {
      id: 'SAKSTYPE', name: { nb: 'Sakstype', nn: 'Sakstype', en: 'Case type' }, from: 'caseType', otherwise: 'VENTER', map: upward(CASE_TYPE),
      values: [
        { code: 'VENTER', nb: 'Ikke vurdert av to ennå', nn: 'Ikkje vurdert av to enno', en: 'Not yet assessed by two people' },
        ...topValues(CASE_TYPE, { last: ['KAN', 'MA', 'BOR'] }),
      ],
    },
    {
      id: 'TILTAK', name: { nb: 'Tiltak', nn: 'Tiltak', en: 'Measures' }, from: 'measures', many: true, otherwise: 'INGEN', map: mapped(MEASURES),
      values: [
        { code: 'BARN', nb: 'Meldt til barnevernet', nn: 'Meldt til barnevernet', en: 'Reported to child protection' },
        { code: 'UTOVER', nb: 'Tiltak rettet mot den som utøver volden', nn: 'Tiltak retta mot den som utøver valden', en: 'Measures towards the person using violence' },
        { code: 'TJENESTESTED', nb: 'Personalsak eller endring i tjenestestedet', nn: 'Personalsak eller endring på tenestestaden', en: 'Staff matter or change at the service' },
        { code: 'OKONOMI', nb: 'Vergemål eller sikring av økonomi', nn: 'Verjemål eller sikring av økonomi', en: 'Guardianship or protection of finances' },
        { code: 'VERN', nb: 'Alarm, forbud eller sperre', nn: 'Alarm, forbod eller sperre', en: 'Alarm, order or block' },
        { code: 'BOLIG', nb: 'Et annet sted å bo eller være', nn: 'Ein annan stad å bu eller vere', en: 'Another place to live or stay' },
        { code: 'HELSE', nb: 'Helsehjelp', nn: 'Helsehjelp', en: 'Health care' },
        { code: 'POLITI', nb: 'Kontakt med politiet', nn: 'Kontakt med politiet', en: 'Contact with the police' },
        { code: 'TJENESTER', nb: 'Økte eller endrede tjenester', nn: 'Auka eller endra tenester', en: 'More or changed services' },
        { code: 'SAMARBEID', nb: 'Samarbeid mellom tjenester, og råd', nn: 'Samarbeid mellom tenester, og råd', en: 'Co-operation between services, and advice' },
        { code: 'SAMTALE', nb: 'Samtaler, sikkerhetsplan eller risikovurdering', nn: 'Samtalar, tryggleiksplan eller risikovurdering', en: 'Talks, safety plan or risk assessment' },
        { code: 'TAKKET_NEI', nb: 'Personen takket nei', nn: 'Personen takka nei', en: 'The person declined' },
        { code: 'INGEN', nb: 'Ingen tiltak', nn: 'Ingen tiltak', en: 'No measures' },
      ],
    },
    { id: 'UTFALL', name: { nb: 'Utfall', nn: 'Utfall', en: 'Outcome' }, from: 'closingReasons', many: true, otherwise: 'UKJENT', map: upward(CLOSING_REASON), values: topValues(CLOSING_REASON) },
    {
      id: 'POLITI', name: { nb: 'Politiet', nn: 'Politiet', en: 'The police' }, from: 'measures', otherwise: 'INGEN', map: { ANMELDELSE: 'ANMELDT', POLITIVARSEL: 'VARSLET', POLITIRAD: 'RAD' },
      values: [
        { code: 'ANMELDT', nb: 'Anmeldt', nn: 'Meldt til politiet', en: 'Reported to the police' },
        { code: 'VARSLET', nb: 'Varslet, ikke anmeldt', nn: 'Varsla, ikkje meldt', en: 'Alerted, not reported' },
        { code: 'RAD', nb: 'Bare råd fra politiet', nn: 'Berre råd frå politiet', en: 'Advice from the police only' },
        { code: 'INGEN', nb: 'Ikke i kontakt med politiet', nn: 'Ikkje i kontakt med politiet', en: 'No contact with the police' },
      ],
    },
  ],
  tables: [
    { id: 'ANTALL', counts: 'RECEIVED', block: 'status', rows: 'TILHORER', name: { nb: 'Antall bekymringer', nn: 'Talet på bekymringar', en: 'Number of concerns' } },
    { id: 'MELDER', counts: 'RECEIVED', block: 'reporter', rows: 'MELDER', name: { nb: 'Hvem som melder', nn: 'Kven som melder', en: 'Who reports' } },
    { id: 'VOLDSTYPE', counts: 'RECEIVED', block: 'violence', rows: 'VOLDSTYPE', name: { nb: 'Type vold', nn: 'Type vald', en: 'Type of violence' } },
    { id: 'KJONN', counts: 'RECEIVED', block: 'gender', rows: 'KJONN', name: { nb: 'Kjønn', nn: 'Kjønn', en: 'Gender' } },
    { id: 'ALDERSGRUPPE', counts: 'RECEIVED', block: 'age', rows: 'ALDERSGRUPPE', name: { nb: 'Aldersgruppe', nn: 'Aldersgruppe', en: 'Age band' } },
    { id: 'SARBARHET', counts: 'RECEIVED', block: 'vulnerability', rows: 'SARBARHET', name: { nb: 'Sårbarhet', nn: 'Sårbarheit', en: 'Vulnerability' } },
    { id: 'RELASJON', counts: 'RECEIVED', block: 'relation', rows: 'RELASJON', name: { nb: 'Antatt overgriper', nn: 'Antatt overgripar', en: 'Suspected abuser' } },
    { id: 'SAKSTYPE', counts: 'RECEIVED', block: 'type', rows: 'SAKSTYPE', name: { nb: 'Behandlet som', nn: 'Behandla som', en: 'Handled as' } },
    { id: 'TILTAK', counts: 'CLOSED', rows: 'TILTAK', name: { nb: 'Tiltak i avsluttede saker', nn: 'Tiltak i avslutta saker', en: 'Measures in closed cases' } },
    { id: 'UTFALL', counts: 'CLOSED', rows: 'UTFALL', name: { nb: 'Utfall av avsluttede saker', nn: 'Utfall av avslutta saker', en: 'Outcome of closed cases' } },
    { id: 'POLITI', counts: 'CLOSED', rows: 'POLITI', name: { nb: 'Politiet i avsluttede saker', nn: 'Politiet i avslutta saker', en: 'The police in closed cases' } },
  ],
  rows: { identifying: ['RELASJON', 'ALDERSGRUPPE', 'KJONN'], others: ['SAKSTYPE', 'MELDER', 'VOLDSTYPE', 'SARBARHET', 'TILTAK', 'UTFALL'] },
  cannotFill: [],
};
