import { z } from 'zod';
import { CASE_STATUSES } from '../status.ts';

export const words = (about: string) => z.string().describe(about);
export const moment = (about: string) => z.string().describe(`${about} ISO 8601, UTC.`);
export const who = z.strictObject({ id: words('Brukerens id i systemet; «system» for det systemet selv skrev.'), name: words('Navnet slik det er i dag.') });
const content = z.record(z.string(), z.json()).describe('Svarene slik de ble skrevet, med feltnavn. Koder er kodeverkets egne.');

const beside = z.string().nullable().describe('Navnet på filen som følger ved siden av denne. Bare i utgaven til arkivet. null: den følger ikke, i den utgaven fordi den ikke kan åpnes trygt.');

/** What the fields mean goes with the file: whoever opens it in thirty years has no other place to look. Absent in files from before it was there. */
export const ownSchema = z.record(z.string(), z.json()).optional().describe('Skjemaet som filen følger (JSON Schema 2020-12): hva hvert felt betyr.');

/** The file with the schema that it was checked against, last. */
export function withSchema<File extends object>(file: File, shape: z.ZodType<File>): File {
  return { ...file, schema: z.toJSONSchema(shape) };
}

/** A report with all that was added to it and written about it. */
export const reportPart = z.strictObject({
  reference: words('Meldingens referanse.'), consultations: z.array(z.string()).describe('Referansene til drøftingene som meldingen kom etter.').optional(),
  parts: z.array(z.strictObject({ at: moment('Når den kom.'), content })).describe('Meldingen og alt som ble lagt til.'),
  messages: z.array(z.strictObject({ at: moment('Når det ble skrevet.'), from: z.enum(['reporter', 'us']).describe('Hvem som skrev.'), text: words('Teksten.') })).describe('Det som ble skrevet fram og tilbake med den som meldte.'),
  attachments: z.array(z.strictObject({ no: z.number().int().describe('Nummeret i saken: vedlegg-1 er den første.'), type: words('Filtype.'), bytes: z.number().int().describe('Størrelse i byte, slik den kom. Filen i pakken kan være en renset kopi, og er da en annen størrelse.'), at: moment('Når den kom.'), file: beside, sha256: z.string().nullable().optional().describe('SHA-256 av filen i pakken, heksadesimalt. null: den følger ikke, eller summen er ikke kjent, som for en kopi renset før summene ble tatt vare på.') })).describe('Filer som fulgte med.'),
});

/** One entry of a journal. */
export const journalPart = z.strictObject({
  no: z.number().int().describe('Nummeret i journalen, fra 1, uten hull.'), type: words('Hva slags hendelse.'), version: z.number().int().describe('Versjon av hendelsens felt.'),
  happenedAt: moment('Når det hendte.'), writtenAt: moment('Når det ble skrevet.'), by: who.describe('Hvem som skrev det.'), content,
});

/**
 * One case as a file that another system, an archive or a court can read. Published as docs/case-file.schema.json
 * (test/cases/whole-file.test.ts). Who reported is in the archive's edition alone (docs/decisions/0088-the-archive-gets-the-whole-case.md).
 */
export const wholeFile = z.strictObject({
  format: z.literal('voksenvern-sak').describe('Kjennetegn for formatet.'),
  formatVersion: z.literal(1).describe('Telles opp når et felt endrer mening eller faller bort.'),
  madeAt: moment('Når filen ble laget.'),
  madeBy: who.describe('Hvem som laget den.'),
  region: words('Regionen som fører saken.'),
  openness: words('Kode i OFFENTLIGHET: hva filen er unntatt offentlighet etter (offentleglova).'),
  withheld: z.array(z.string()).describe('Opplysninger som finnes i saken, og som er holdt utenfor filen: hvem som meldte (reporter), hvem som hjalp (helper), kodeordet på nattkortet (codeWord), hvilke ansatte en bekymring nevnte (leftOut), og en adresse som er skjermet (address). I utgaven til arkivet er hvem som meldte og hvem som hjalp, med.'),
  case: z.strictObject({
    id: words('Sakens id i systemet.'), reference: words('Referansen som folk bruker.'), status: z.enum(CASE_STATUSES).describe('Hvor saken står.'),
    caseType: z.string().nullable().describe('Kode i SAKSTYPE. null: ikke vurdert ennå.'), owner: z.string().nullable().describe('Kommunen personen bor i.'), lead: z.string().nullable().describe('Saksansvarlig.'),
    openedAt: moment('Når saken ble opprettet.'), closedAt: z.string().nullable().describe('Når den ble avsluttet. null: den er åpen.'),
  }),
  person: content.describe('Personen saken gjelder, slik hun ble meldt.'),
  reports: z.array(reportPart).describe('Bekymringene som saken bygger på.'),
  documents: z.array(z.strictObject({
    no: z.number().int().describe('Nummeret i saken.'), letter: words('Kode i DOKUMENTMAL.'), delivery: words('Kode i LEVERING.'),
    draft: z.string().nullable().describe('Tekst under arbeid. null: ingen.'),
    versions: z.array(z.strictObject({ version: z.number().int().describe('Versjonsnummer, fra 1.'), text: words('Teksten som ble gjort ferdig.'), sha256: words('SHA-256 av PDF-filen, heksadesimalt.'), file: beside, openness: words('Kode i OFFENTLIGHET for denne versjonen.'), at: moment('Når den ble gjort ferdig.'), by: who.describe('Hvem som gjorde det.') })).describe('Ferdige versjoner.'),
    sent: z.array(z.strictObject({ version: z.number().int().describe('Versjonen som ble sendt.'), how: words('Kode i LEVERING.'), to: words('Hvem som fikk den.'), at: moment('Når.'), by: who.describe('Hvem som skrev det inn.') })).describe('At noen sendte eller ga det.'),
  })).describe('Dokumentene i saken.'),
  journal: z.array(journalPart).describe('Alle hendelser, eldste først. Ingenting er rettet eller strøket; rettelser er egne hendelser.'),
  schema: ownSchema,
}).describe('En sak i Voksenvern, hel.');
export type WholeFile = z.infer<typeof wholeFile>;

type Json = z.infer<ReturnType<typeof z.json>>;

/** For whom a file is made: the archive gets the case as it was, and what is here is destroyed afterwards. */
export type Edition = 'archive' | 'other';
type Kept = 'reporter' | 'helper' | 'codeWord' | 'leftOut';
export const WITHHELD: Readonly<Record<Edition, readonly Kept[]>> = { archive: ['codeWord', 'leftOut'], other: ['reporter', 'helper', 'codeWord', 'leftOut'] };
/** Of the reporter remains what kind of one it was, and whether they wanted an answer. */
const KEPT_OF_REPORTER: readonly string[] = ['code', 'wantsFeedback'];

/** An entry's answers as JSON, without those that are withheld, however deep they stand. */
export function withheld(value: unknown, edition: Edition): Json {
  if (Array.isArray(value)) return value.map((one) => withheld(one, edition));
  if (typeof value !== 'object' || value === null) return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
  return Object.fromEntries(Object.entries(value).flatMap(([key, one]: [string, unknown]) => {
    if (one === undefined) return [];
    if (key === 'reporter' && edition === 'other') return [[key, reporterKind(one)]];
    return WITHHELD[edition].some((name) => name === key) ? [] : [[key, withheld(one, edition)]];
  }));
}

function reporterKind(reporter: unknown): Json {
  if (typeof reporter !== 'object' || reporter === null) return null;
  return Object.fromEntries(Object.entries(reporter).filter(([key]) => KEPT_OF_REPORTER.includes(key)).map(([key, one]: [string, unknown]) => [key, withheld(one, 'other')]));
}

/** The same as an object; an entry without answers is an empty one. */
export function answersOf(content: unknown, edition: Edition): Record<string, Json> {
  const kept = withheld(content, edition);
  return typeof kept === 'object' && kept !== null && !Array.isArray(kept) ? kept : {};
}
