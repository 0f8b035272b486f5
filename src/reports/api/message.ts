import { z } from 'zod';
import { LANGUAGES } from '../../kernel/texts.ts';
import { NEED } from '../codes.ts';
import type { FieldName } from '../form/fields.ts';
import {
  AGES, ASKED, CONCERNS, CONTACTED, EMPLOYEE, EXCEPTIONS, GENDERS, NO_BASIS, NOT_KNOWN, RELATIONS, SITUATIONS, WORKPLACES, YES_NO_UNKNOWN, YES_NO_UNSURE,
} from '../form/options.ts';
import { LONGEST } from '../form/fields.ts';

const short = z.string().max(LONGEST.short);
const long = z.string().max(LONGEST.long);
const unknownToo = z.enum(YES_NO_UNKNOWN);
const several = <T extends string>(values: readonly T[]) => z.array(z.enum(values)).max(values.length);

/**
 * A report as a record system sends it: the public form's questions for somebody in a job, in the manner of KS' report about a
 * child (sender, person, concern, consent). Strict: a key we do not know is refused, since what it says would be lost.
 * This schema is published as it stands (documents.ts); the rules that weigh answers are the form's own (form/schema.ts).
 */
export const apiMessage = z.strictObject({
  skjemaversjon: z.literal('1').describe('Versjonen av dette skjemaet.'),
  sprak: z.enum(LANGUAGES).default('nb').describe('Språket meldingen er skrevet på.'),
  fareNa: z.boolean().describe('Er noen i fare nå? Ring 112 eller 113 først.'),
  voksen: z.enum(YES_NO_UNSURE).describe('Er personen 18 år eller mer?'),
  avsender: z.strictObject({
    tjeneste: z.enum(WORKPLACES).describe('Hvor den som melder, arbeider (kodeverket MELDER).'),
    navn: short.optional(), enhet: short.optional(), telefon: short.optional(),
    onskerTilbakemelding: z.boolean().default(false),
  }),
  samtykke: z.strictObject({
    status: z.enum(ASKED).describe('Hva personen har svart (kodeverket SAMTYKKE).'),
    grunnlag: z.enum([...EXCEPTIONS, NO_BASIS]).optional().describe('Unntaket i loven når samtykke mangler. «ingen»: drøfting uten navn.'),
    begrunnelse: long.optional(),
  }),
  person: z.strictObject({
    kommunenummer: z.string().regex(/^(\d{4}|ukjent)$/).describe('Fire sifre, eller «ukjent».'),
    navn: short.optional(), fodselsar: z.int().min(1900).max(2099).optional(), aldersgruppe: z.enum(AGES).optional(), kjonn: z.enum(GENDERS).optional(),
    adresse: short.optional(), hemmeligAdresse: z.boolean().default(false), telefon: short.optional(), tryggKontakt: long.optional(),
    tilrettelegging: several(NEED.codes).default([]), tilretteleggingHva: short.optional(),
  }),
  bekymring: z.strictObject({
    typer: several(CONCERNS).min(1).describe('Kodeverket VOLDSTYPE.'), beskrivelse: long.min(1),
    sistSkjedd: short.optional(), skjerFortsatt: unknownToo.optional(),
  }),
  sarbarhet: several(SITUATIONS).default([]),
  antattOvergriper: z.strictObject({ relasjoner: several(RELATIONS).default([]), navn: short.optional(), borSammen: unknownToo.optional(), omsorgVergeFullmakt: unknownToo.optional() }).optional(),
  jobberITjeneste: z.strictObject({ svar: unknownToo, hvor: short.optional() }).optional(),
  barnIHjemmet: unknownToo,
  dyrIHjemmet: unknownToo.optional(),
  kontaktet: z.strictObject({ tjenester: several(CONTACTED), nar: short.optional() }).optional(),
  gjortTilNa: long.optional(),
  personensOnske: long.optional(),
  flere: z.strictObject({ svar: unknownToo, antall: short.optional(), om: long.optional() }).optional(),
  ikkeNavn: z.array(short).max(200).default([]).describe('Ved drøfting uten navn: ord som kan ligne navn, og som avsenderen har sett over.'),
});
export type ApiMessage = z.infer<typeof apiMessage>;

type Row = { readonly pointer: string; readonly field: FieldName; readonly value: (message: ApiMessage) => string | readonly string[] | undefined };

const yes = (said: boolean): string | undefined => (said ? 'ja' : undefined);

/** Where each part of a message stands in the form. One row per field, so that a fault of the form leads straight to its place in the message. */
const ROWS: readonly Row[] = [
  { pointer: '/fareNa', field: 'fare', value: (m) => (m.fareNa ? 'ja' : 'nei') },
  { pointer: '/avsender', field: 'hvem', value: () => EMPLOYEE },
  { pointer: '/avsender/tjeneste', field: 'sted', value: (m) => m.avsender.tjeneste },
  { pointer: '/voksen', field: 'voksen', value: (m) => m.voksen },
  { pointer: '/samtykke/status', field: 'spurt', value: (m) => m.samtykke.status },
  { pointer: '/samtykke/grunnlag', field: 'grunn', value: (m) => m.samtykke.grunnlag },
  { pointer: '/samtykke/begrunnelse', field: 'grunntekst', value: (m) => m.samtykke.begrunnelse },
  { pointer: '/personensOnske', field: 'onske', value: (m) => m.personensOnske },
  { pointer: '/person/navn', field: 'navn', value: (m) => m.person.navn },
  { pointer: '/person/kommunenummer', field: 'kommune', value: (m) => (m.person.kommunenummer === 'ukjent' ? NOT_KNOWN : m.person.kommunenummer) },
  { pointer: '/person/tryggKontakt', field: 'trygg', value: (m) => m.person.tryggKontakt },
  { pointer: '/person/telefon', field: 'telefon', value: (m) => m.person.telefon },
  { pointer: '/person/aldersgruppe', field: 'alder', value: (m) => m.person.aldersgruppe },
  { pointer: '/person/tilrettelegging', field: 'sprak', value: (m) => m.person.tilrettelegging },
  { pointer: '/person/tilretteleggingHva', field: 'sprakhva', value: (m) => m.person.tilretteleggingHva },
  { pointer: '/person/fodselsar', field: 'aar', value: (m) => m.person.fodselsar?.toString() },
  { pointer: '/person/kjonn', field: 'kjonn', value: (m) => m.person.kjonn },
  { pointer: '/person/hemmeligAdresse', field: 'skjult', value: (m) => yes(m.person.hemmeligAdresse) },
  { pointer: '/person/adresse', field: 'adresse', value: (m) => m.person.adresse },
  { pointer: '/flere/svar', field: 'flere', value: (m) => m.flere?.svar },
  { pointer: '/flere/antall', field: 'flereantall', value: (m) => m.flere?.antall },
  { pointer: '/flere/om', field: 'flereom', value: (m) => m.flere?.om },
  { pointer: '/bekymring/typer', field: 'hva', value: (m) => m.bekymring.typer },
  { pointer: '/bekymring/beskrivelse', field: 'sett', value: (m) => m.bekymring.beskrivelse },
  { pointer: '/bekymring/sistSkjedd', field: 'sist', value: (m) => m.bekymring.sistSkjedd },
  { pointer: '/bekymring/skjerFortsatt', field: 'fortsatt', value: (m) => m.bekymring.skjerFortsatt },
  { pointer: '/sarbarhet', field: 'situasjon', value: (m) => m.sarbarhet },
  { pointer: '/antattOvergriper/relasjoner', field: 'tilknytning', value: (m) => m.antattOvergriper?.relasjoner },
  { pointer: '/antattOvergriper/navn', field: 'annen', value: (m) => m.antattOvergriper?.navn },
  { pointer: '/antattOvergriper/borSammen', field: 'sammen', value: (m) => m.antattOvergriper?.borSammen },
  { pointer: '/antattOvergriper/omsorgVergeFullmakt', field: 'omsorg', value: (m) => m.antattOvergriper?.omsorgVergeFullmakt },
  { pointer: '/jobberITjeneste/svar', field: 'jobber', value: (m) => m.jobberITjeneste?.svar },
  { pointer: '/jobberITjeneste/hvor', field: 'jobbhvor', value: (m) => m.jobberITjeneste?.hvor },
  { pointer: '/barnIHjemmet', field: 'barn', value: (m) => m.barnIHjemmet },
  { pointer: '/dyrIHjemmet', field: 'dyr', value: (m) => m.dyrIHjemmet },
  { pointer: '/kontaktet/tjenester', field: 'kontakt', value: (m) => m.kontaktet?.tjenester },
  { pointer: '/kontaktet/nar', field: 'kontaktnaar', value: (m) => m.kontaktet?.nar },
  { pointer: '/gjortTilNa', field: 'gjort', value: (m) => m.gjortTilNa },
  { pointer: '/avsender/navn', field: 'dittnavn', value: (m) => m.avsender.navn },
  { pointer: '/avsender/enhet', field: 'tjeneste', value: (m) => m.avsender.enhet },
  { pointer: '/avsender/telefon', field: 'dittnummer', value: (m) => m.avsender.telefon },
  { pointer: '/avsender/onskerTilbakemelding', field: 'svar', value: (m) => yes(m.avsender.onskerTilbakemelding) },
  { pointer: '/ikkeNavn', field: 'ikkenavn', value: (m) => (m.ikkeNavn.length === 0 ? undefined : m.ikkeNavn.join(', ')) },
];

/** The message as the form's own name and value pairs, so that one set of rules judges both. */
export function formEntries(message: ApiMessage): (readonly [FieldName, string])[] {
  return ROWS.flatMap(({ field, value }) => {
    const said = value(message) ?? [];
    return (typeof said === 'string' ? [said] : said).map((one) => [field, one] as const);
  });
}

/** Where in the message (JSON Pointer, RFC 6901) a field of the form comes from. */
export function pointerOf(field: string): string {
  return ROWS.find((row) => row.field === field)?.pointer ?? '';
}

/** What was said in fields that the form does not ask in this mode: it would be left out, so the sender is told instead. */
export function fieldsSaid(message: ApiMessage): FieldName[] {
  return [...new Set(formEntries(message).map(([field]) => field))];
}
