import { randomUUID } from 'node:crypto';
import type { Person } from '../../src/kernel/actor.ts';
import { beginPublication } from '../../src/documents/commands/begin.ts';
import { writePart } from '../../src/documents/commands/write.ts';
import { namesIn } from '../../src/documents/naming.ts';
import { partOf, type PartCode } from '../../src/documents/plan.ts';
import type { World } from '../support/world.ts';
import { does } from './source-cases.ts';

type Lines = readonly Readonly<Record<string, string | number>>[];

const meeting = (on: string, group: string, count: number, themes: readonly string[] = []) => ({ on, group, count: String(count), themes: themes.join('\n') });
const reached = (on: string, channel: string, what = '', n = '') => ({ on, channel, what, reached: n });

/**
 * What the source's report tells beside its cases (S3): its numbers, themes and sums, eight years later; sentences, places and names are
 * ours. In the order of its contents page.
 */
export const WRITTEN: Readonly<Partial<Record<PartCode, { readonly text?: string; readonly lines?: Lines }>>> = {
  ORGANISASJON: { text: 'Fire kommuner har ett felles mottak. Krisesenteret koordinerer.\n\nEn forskergruppe følger arbeidet.' },
  FREMDRIFT: { lines: [{ on: '2026-02-12', what: 'Kommunene ble orientert' }, { on: '2026-04-19', what: 'Første møte i styringsgruppen' }, { on: '2026-09-03', what: 'Første møte i operativt team' }, { on: '2026-10-01', what: 'Klar til å ta imot saker' }, { on: '2027-05-10', what: 'Første sak ferdig behandlet' }] },
  STYRINGSGRUPPEN: { lines: [
    meeting('2026-12-10', 'STYRINGSGRUPPE', 6, ['Organisering i regionen', 'Møtestruktur', 'Roller', 'Økonomi', 'Jus og etikk', 'Framdrift', 'System og funksjoner', 'Fagdag', 'Plan for å bli kjent']),
    meeting('2027-03-21', 'STYRINGSGRUPPE', 2, ['Budsjett videre', 'Forankring hos ledelsen i kommunene']),
  ] },
  TEAMET: { text: 'Teamet møtes en gang i måneden.', lines: [
    meeting('2026-12-15', 'TEAM', 4, ['Hvordan teamet skal arbeide', 'Jus og etikk', 'Praktiske løsninger', 'Øvingssaker', 'Hvilke tjenester kommunene har', 'Drøfting av saker']), meeting('2026-11-20', 'NETTVERK', 2), meeting('2026-10-20', 'KURS', 1),
    meeting('2027-04-10', 'TEAM', 4, ['Drøfting av saker']), meeting('2027-02-20', 'NETTVERK', 1),
  ] },
  PROMOTERING: { lines: [reached('2026-10-01', 'Kommunenes nettsider', 'Informasjon'), reached('2026-10-05', 'Sosiale medier', 'Kort film'), reached('2026-10-10', 'Felles nettside', 'Meldeskjema'), reached('2026-11-02', 'Avis', 'Oppslag'), reached('2026-11-15', 'Fylkeskonferanse', 'Stand'), reached('2027-02-14', 'Konferanse'), reached('2027-03-01', 'Buss', 'Plakater'), reached('2027-03-06', 'Lokalavis', 'Annonse annenhver lørdag')] },
  MATERIELL: { lines: [{ name: 'Tiltakskort', note: 'Slik melder du' }, { name: 'Brosjyre og plakat', note: 'Til fagfolk og private' }, { name: 'Felles tiltakskort', note: 'Med lenke' }, { name: 'Nettside', note: '' }, { name: 'Presentasjon', note: '' }] },
  MELDESYSTEM: { text: 'Meldinger kommer på telefon eller på papirskjema.' },
  JOURNALSYSTEM: { text: 'Sakene føres for seg. Bare de som arbeider med dem, har tilgang.' },
  INFORMASJON: { text: 'Helse- og sosialtjenestene er informert om vold og om hvordan de melder. Møtene står i vedlegg 6.' },
  FAGKONFERANSE: { lines: [reached('2027-02-14', 'Fagkonferanse', 'For kommunene', '102')] },
  KRISESENTER: { text: 'Krisesenteret har én skjermet enhet. Den kan være et av flere tiltak.' },
  KOMPETANSE: { lines: [{ course: 'Verktøy for risikovurdering', role: 'Nettverksmøte', count: '' }, { course: 'Kompetansekurs', role: 'Operativt team', count: '' }, { course: 'Vold, traumer og selvmordsforebygging, og en fagkonferanse', role: 'Prosjektleder', count: '' }, { course: 'Fagdag', role: 'Ansatte i regionen', count: '' }, { course: 'Vold og avdekking', role: 'Ansatte i kommunene', count: '' }] },
  RESULTATER: { text: 'Den første saken kom 5. oktober 2026. Ingen var avsluttet da perioden sluttet.' },
  UTFORDRINGER: { text: '- Når kan ansatte melde uten samtykke? Uten samtykke kan de drøfte anonymt.\n- Kommunene har ikke innsyn i journalen.' },
  IDEER: { text: '- Felles nasjonalt meldesystem\n- Felles nasjonal journal\n- E-læring til alle ansatte' },
  OKONOMI: { text: 'Se vedlegg 15.', lines: [
    { row: 'TILSKUDD', post: 'Midler for 2026', budget: '', actual: '860 000' }, { row: 'PERSONAL', post: 'Prosjektledelse i 14 måneder', budget: '', actual: '626 297' }, { row: 'SUM_PERSONAL', post: 'Sum personalkostnader', budget: '', actual: '730 880' },
    { row: 'ANDRE', post: 'Fagdag', budget: '', actual: '44 236' }, { row: 'ANDRE', post: 'Reise og overnatting', budget: '', actual: '11 470' }, { row: 'ANDRE', post: 'Inventar og PC', budget: '', actual: '35 598' }, { row: 'ANDRE', post: 'Informasjonsmateriell', budget: '', actual: '41 187' },
    { row: 'SUM_ANDRE', post: 'Andre kostnader', budget: '', actual: '132 490' }, { row: 'SUM_FORBRUK', post: 'Sum forbruk', budget: '', actual: '863 370' }, { row: 'OVERFORT', post: 'Belastes neste periode', budget: '', actual: '3 370' },
  ] },
  PLAN: { text: '- Drift\n- Stand\n- Møter med frivillige\n- Møte med ledelsen i kommunene i juni' },
  BUDSJETT: { lines: [
    { row: 'TILSKUDD', post: 'Midler for 2027', amount: '860 000', percent: '', months: '' }, { row: 'KOSTNAD', post: 'Koordinator', amount: '410 000', percent: '100', months: '8' }, { row: 'KOSTNAD', post: 'Kommunenes deltakelse', amount: '160 000', percent: '40', months: '8' }, { row: 'KOSTNAD', post: 'Reserve', amount: '200 000', percent: '50', months: '8' },
    { row: 'KOSTNAD', post: 'Brosjyrer og plakater', amount: '50 000', percent: '', months: '' }, { row: 'KOSTNAD', post: 'Annonser', amount: '40 000', percent: '', months: '' }, { row: 'SUM', post: 'Beregnet', amount: '860 000', percent: '', months: '' },
  ] },
  VEDLEGG: { lines: [
    'Deltakere', 'Tiltakskort', 'Meldeskjema', 'Rutine for operativt team', 'Rutine for ansatte på krisesenteret', 'Informasjonsmøter', 'Plan for å bli kjent', 'Program for fagdagen', 'Intern statistikk', 'Utskrift av nettsiden', 'Økonomisk avtale', 'Avisutklipp', 'Prosjektplan', 'Brosjyre', 'Regnskap med bilag',
  ].map((name, at) => ({ name, status: at === 8 ? 'KOMMER' : at === 11 ? 'MANGLER' : 'FERDIG', place: at === 11 ? '' : `Perm ${at + 1}` })) },
};

/** Begins the report and writes each part, as its writer does. Answers its id. */
export async function writesTheReport(world: World, writer: Person): Promise<string> {
  const publicationId = randomUUID();
  await does(world, beginPublication, writer, { newId: publicationId, kind: 'R1', lang: 'nb', from: '2026-03', to: '2027-04', cutOff: '2027-05-15' });
  for (const [part, { text = '', lines = [] }] of Object.entries(WRITTEN)) await does(world, writePart, writer, { publicationId, part, revision: '0', text, lines, notNames: words(part, text, lines) });
  return publicationId;
}

/** As its writer does who has read it through: none of what stands there is anybody's name. */
function words(code: string, text: string, lines: Lines): string[] {
  const part = partOf('R1', code);
  return part === undefined ? [] : namesIn(part, { text, lines: lines.map((line) => Object.fromEntries(Object.entries(line).map(([name, value]) => [name, String(value)]))) }, new Set());
}
