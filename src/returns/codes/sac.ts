import type { ReturnSchema } from '../schema.ts';
import { mapped } from './made.ts';
import type { Relation, Violence } from '../../reports/codes.ts';
import type { ClosingReason } from '../../cases/codes.ts';

const RISK: Readonly<Record<string, readonly Violence[]>> = {
  SEXUAL: ['SEKSUELL', 'VOLDTEKT'],
  FINANCIAL: ['OKONOMISK', 'MATERIELL'],
  NEGLECT: ['OMSORGSSVIKT'],
  ORGANISATIONAL: ['ULOVLIG_TVANG'],
  MODERN_SLAVERY: ['UTNYTTING_MENNESKEHANDEL'],
  PHYSICAL: ['FYSISK', 'FYSISK_OPPDRAGER', 'KJONNSLEMLESTELSE'],
  PSYCHOLOGICAL: ['PSYKISK', 'TRUSLER', 'LATENT', 'NETT', 'PERSONFORFOLGELSE', 'AERESRELATERT', 'SOSIAL_KONTROLL', 'TVANGSEKTESKAP'],
};

const SOURCE: Readonly<Record<string, readonly Relation[]>> = {
  SERVICE_PROVIDER: ['ANSATT'],
  OTHER_UNKNOWN: ['UKJENT_NETT', 'UKJENT_PERSON', 'IKKE_OPPGITT', 'UKJENT'],
};

const RISK_OUTCOME: Readonly<Record<string, readonly ClosingReason[]>> = { REMOVED: ['VOLD_STANSET'], REDUCED: ['RISIKO_REDUSERT'], REMAINED: ['PERSON_ONSKER_IKKE'] };

const NOT_RECORDED = { nb: 'Vi registrerer det ikke.', nn: 'Vi registrerer det ikkje.', en: 'We do not record it.' };

/**
 * The English Safeguarding Adults Collection, as far as our facts reach: it proves that a return is data. Names of tables and categories are
 * those that the collection publishes (2024–25). SG1 counts what began in the period, SG2 what ended in it, as there; SG4 what began, as «Tall» has it.
 */
export const SAC: ReturnSchema = {
  id: 'SAC', edition: '2', delimiter: ',',
  name: { nb: 'Den engelske innsamlingen (SAC)', nn: 'Den engelske innsamlinga (SAC)', en: 'Safeguarding Adults Collection (SAC)' },
  about: {
    nb: 'De engelske tabellene som våre tall kan fylle. Resten står under «Dette kan vi ikke fylle ut».',
    nn: 'Dei engelske tabellane som tala våre kan fylle. Resten står under «Dette kan vi ikkje fylle ut».',
    en: 'The English tables that our figures can fill. The others stand under “What we cannot fill in”.',
  },
  variables: [
    {
      id: 'GENDER', name: { nb: 'Kjønn', nn: 'Kjønn', en: 'Gender' }, from: 'gender', otherwise: 'NOT_KNOWN', map: { KVINNE: 'FEMALE', MANN: 'MALE' },
      values: [
        { code: 'NOT_KNOWN', nb: 'Ukjent', nn: 'Ukjend', en: 'Not known' },
        { code: 'MALE', nb: 'Mann', nn: 'Mann', en: 'Male' },
        { code: 'FEMALE', nb: 'Kvinne', nn: 'Kvinne', en: 'Female' },
      ],
    },
    {
      id: 'ACTIVITY', name: { nb: 'Aktivitet', nn: 'Aktivitet', en: 'Activity' }, from: 'caseType', otherwise: 'CONCERN_ONLY', map: { MA: 'OTHER_ENQUIRY', BOR: 'OTHER_ENQUIRY', KAN: 'OTHER_ENQUIRY' },
      values: [
        { code: 'CONCERN_ONLY', nb: 'Bekymring uten undersøkelse', nn: 'Bekymring utan undersøking', en: 'Concern without enquiry' },
        { code: 'OTHER_ENQUIRY', nb: 'Undersøkelse', nn: 'Undersøking', en: 'Other safeguarding enquiry' },
      ],
    },
    {
      id: 'RISK_TYPE', name: { nb: 'Type risiko', nn: 'Type risiko', en: 'Type of risk' }, from: 'violence', many: true, map: mapped(RISK),
      values: [
        { code: 'SEXUAL', nb: 'Seksuell', nn: 'Seksuell', en: 'Sexual' },
        { code: 'ORGANISATIONAL', nb: 'I en tjeneste', nn: 'I ei teneste', en: 'Organisational' },
        { code: 'MODERN_SLAVERY', nb: 'Menneskehandel', nn: 'Menneskehandel', en: 'Modern slavery' },
        { code: 'NEGLECT', nb: 'Forsømmelse', nn: 'Forsømming', en: 'Neglect and acts of omission' },
        { code: 'FINANCIAL', nb: 'Økonomisk eller materiell', nn: 'Økonomisk eller materiell', en: 'Financial or material' },
        { code: 'PHYSICAL', nb: 'Fysisk', nn: 'Fysisk', en: 'Physical' },
        { code: 'PSYCHOLOGICAL', nb: 'Psykisk', nn: 'Psykisk', en: 'Psychological' },
      ],
    },
    {
      id: 'SOURCE', name: { nb: 'Kilden til risikoen', nn: 'Kjelda til risikoen', en: 'Source of risk' }, from: 'relation', many: true, otherwise: 'OTHER_KNOWN', map: mapped(SOURCE),
      values: [
        { code: 'SERVICE_PROVIDER', nb: 'Tjenesteyter', nn: 'Tenesteytar', en: 'Service provider' },
        { code: 'OTHER_UNKNOWN', nb: 'Annen, ikke kjent for personen', nn: 'Annan, ikkje kjend for personen', en: 'Other, unknown to individual' },
        { code: 'OTHER_KNOWN', nb: 'Annen, kjent for personen', nn: 'Annan, kjend for personen', en: 'Other, known to individual' },
      ],
    },
    {
      id: 'RISK_OUTCOME', name: { nb: 'Hva det ble av risikoen', nn: 'Kva det blei av risikoen', en: 'Risk outcome' }, from: 'closingReasons', map: mapped(RISK_OUTCOME),
      values: [
        { code: 'REMAINED', nb: 'Risikoen er der fortsatt', nn: 'Risikoen er der framleis', en: 'Risk remained' },
        { code: 'REDUCED', nb: 'Risikoen er mindre', nn: 'Risikoen er mindre', en: 'Risk reduced' },
        { code: 'REMOVED', nb: 'Risikoen er borte', nn: 'Risikoen er borte', en: 'Risk removed' },
      ],
    },
    {
      id: 'ACHIEVED', name: { nb: 'Om det gikk som personen ville', nn: 'Om det gjekk som personen ville', en: 'Desired outcomes achieved' }, from: 'wish', map: { IKKE: 'NOT_ACHIEVED', DELVIS: 'PARTIALLY', HELT: 'FULLY' },
      values: [
        { code: 'NOT_ACHIEVED', nb: 'Nei', nn: 'Nei', en: 'Not achieved' },
        { code: 'PARTIALLY', nb: 'Delvis', nn: 'Delvis', en: 'Partially achieved' },
        { code: 'FULLY', nb: 'Ja, helt', nn: 'Ja, heilt', en: 'Fully achieved' },
      ],
    },
  ],
  tables: [
    { id: 'SG1B', counts: 'RECEIVED', block: 'gender', rows: 'GENDER', name: { nb: 'SG1b Kjønn', nn: 'SG1b Kjønn', en: 'SG1b Gender' } },
    { id: 'SG1F', counts: 'RECEIVED', block: 'type', rows: 'ACTIVITY', name: { nb: 'SG1f Aktivitet', nn: 'SG1f Aktivitet', en: 'SG1f Activity' } },
    { id: 'SG2A', counts: 'CLOSED', rows: 'RISK_TYPE', columns: 'SOURCE', name: { nb: 'SG2a Type risiko og kilde', nn: 'SG2a Type risiko og kjelde', en: 'SG2a Type of risk and source' } },
    { id: 'SG2E', counts: 'CLOSED', rows: 'RISK_OUTCOME', name: { nb: 'SG2e Hva det ble av risikoen', nn: 'SG2e Kva det blei av risikoen', en: 'SG2e Risk outcome' } },
    { id: 'SG4A', counts: 'RECEIVED', block: 'wish', rows: 'ACHIEVED', name: { nb: 'SG4a Om det gikk som personen ville', nn: 'SG4a Om det gjekk som personen ville', en: 'SG4a Desired outcomes achieved' } },
  ],
  cannotFill: [
    { id: 'SG1A', name: { nb: 'SG1a Alder', nn: 'SG1a Alder', en: 'SG1a Age' }, why: { nb: 'Våre aldersgrupper skifter ved 67 og 80 år, deres ved 65, 75, 85 og 95.', nn: 'Aldersgruppene våre skifter ved 67 og 80 år, deira ved 65, 75, 85 og 95.', en: 'Our age bands change at 67 and 80, theirs at 65, 75, 85 and 95.' } },
    { id: 'SG1C', name: { nb: 'SG1c Etnisitet', nn: 'SG1c Etnisitet', en: 'SG1c Ethnicity' }, why: NOT_RECORDED },
    { id: 'SG1D', name: { nb: 'SG1d Viktigste støttebehov', nn: 'SG1d Viktigaste støttebehov', en: 'SG1d Primary support reason' }, why: { nb: 'Vi registrerer flere, og ikke hvilket som er viktigst.', nn: 'Vi registrerer fleire, og ikkje kva for eit som er viktigast.', en: 'We record several, and not which of them comes first.' } },
    { id: 'SG1E', name: { nb: 'SG1e Helsetilstand', nn: 'SG1e Helsetilstand', en: 'SG1e Reported health condition' }, why: NOT_RECORDED },
    { id: 'SG1F_S42', name: { nb: 'SG1f Undersøkelser etter § 42', nn: 'SG1f Undersøkingar etter § 42', en: 'SG1f Section 42 enquiries' }, why: { nb: 'Norsk lov har ingen slik prøving. Alle undersøkelser står som andre.', nn: 'Norsk lov har inga slik prøving. Alle undersøkingar står som andre.', en: 'Norwegian law has no such test. All enquiries stand as other enquiries.' } },
    { id: 'SG2B', name: { nb: 'SG2b Sted', nn: 'SG2b Stad', en: 'SG2b Location' }, why: { nb: 'Tallene våre holder ikke stedet.', nn: 'Tala våre held ikkje staden.', en: 'Our figures do not hold the place.' } },
    { id: 'SG2C', name: { nb: 'SG2c Risikovurdering og handling', nn: 'SG2c Risikovurdering og handling', en: 'SG2c Risk assessment and action' }, why: NOT_RECORDED },
    { id: 'SG3A', name: { nb: 'SG3a Samtykkekompetanse', nn: 'SG3a Samtykkekompetanse', en: 'SG3a Capacity' }, why: { nb: 'Det står i saken, og aldri i tallene.', nn: 'Det står i saka, og aldri i tala.', en: 'It stands in the case, and never in the figures.' } },
    { id: 'SG4A_ASKED', name: { nb: 'SG4a Om personen ble spurt', nn: 'SG4a Om personen blei spurd', en: 'SG4a Whether the person was asked' }, why: { nb: 'Vi skiller ikke mellom å ha spurt og å ha fått svar, slik de gjør.', nn: 'Vi skil ikkje mellom å ha spurt og å ha fått svar, slik dei gjer.', en: 'We do not tell having asked from having been answered, as they do.' } },
    { id: 'SG5', name: { nb: 'SG5 Gjennomganger etter alvorlige saker', nn: 'SG5 Gjennomgangar etter alvorlege saker', en: 'SG5 Safeguarding adults reviews' }, why: NOT_RECORDED },
  ],
};
