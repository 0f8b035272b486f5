import { z } from 'zod';
import type { Lang } from '../kernel/texts.ts';
import { checkedHours, type OpeningHours } from './opening-hours.ts';
import { siteTexts } from './texts/site.ts';

/** One text of the region in each language. */
export type Words = Readonly<Record<Lang, string>>;

/** PostgreSQL stores no null byte, and no half of a character. */
const storable = (value: string): boolean => value.isWellFormed() && !value.includes('\0');
const line = z.string().trim().max(200).refine(storable);
const text = z.string().max(4000).refine(storable);
const said = z.string().refine((value) => value.trim() !== '');
/** at least three digits: emergency numbers have three, a plus sign may stand in front */
const phoneNumber = z.string().trim().regex(/^\+?\d(?:[ ]?\d){2,14}$/);
const words = z.strictObject({ nb: text.and(said), nn: text.and(said), en: text.and(said) });

/** What each type of case means here, for those who assess: help, never a rule (domain reference §3.2). */
const caseTypes = z.strictObject({ MA: words, BOR: words, KAN: words });

const spans = z.array(z.strictObject({ from: z.string(), to: z.string() })).max(10);
const hoursShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('always') }),
  z.strictObject({ kind: z.literal('unknown') }),
  z.strictObject({
    kind: z.literal('weekly'),
    week: z.partialRecord(z.enum(['1', '2', '3', '4', '5', '6', '7']), spans),
    holidays: z.union([z.literal('as-weekday'), spans]),
    exceptions: z.array(z.strictObject({ day: z.string(), spans })).max(400),
  }),
]);
// custom, because the shape is checked here and the sense (no overlap, a real day) by the rule that owns opening hours
const openingHours = z.custom<OpeningHours>((value) => hoursShape.safeParse(value).success && checkedHours(value as OpeningHours).ok); // the shape was just checked

/**
 * What a region shows the public: edited by the coordinator, published as one version.
 * Text fields may hold several lines; a line of `whatHappens` is a step, a line elsewhere a paragraph.
 */
export const publishedSite = z.strictObject({
  /** the name the region shows, e.g. «Voksenvern Nordfjella»; never a word that tells a stranger what the page is for */
  name: line.min(1),
  /** closed until somebody answers for the data and can read when others may not: the public then sees numbers instead of a form */
  formOpen: z.boolean(),
  /** the number to call day and night, or when its hours say */
  phone: z.strictObject({ number: phoneNumber, name: words, hours: openingHours }),
  /** the number for a talk without names (drøfting) */
  talk: z.strictObject({ number: phoneNumber, hours: openingHours }),
  /** when somebody reads what is sent in */
  reading: openingHours,
  /** members of the region with the number to their child protection */
  municipalities: z.array(z.strictObject({ number: z.string().regex(/^\d{4}$/), name: line.min(1), childProtection: phoneNumber })).min(1).max(50),
  /** behandlingsansvarlig (GDPR art. 4 no. 7); may be empty until the form is opened */
  controller: z.strictObject({ name: line, address: line }),
  dataProtectionOfficer: z.strictObject({ name: line, phone: line, email: line }),
  /** behandlingsgrunnlag, as the controller decided it in the impact assessment; may be empty until the form is opened */
  legalBasis: z.strictObject({ nb: text, nn: text, en: text }),
  purpose: words,
  whoReads: words,
  retention: words,
  intro: words,
  whatHappens: words,
  /** shown to the team when it classifies a case; what was published before there were any has the usual ones */
  caseTypes: caseTypes.default(() => usualCaseTypes()),
});
export type PublishedSite = z.infer<typeof publishedSite>;
export type CaseTypeWords = PublishedSite['caseTypes'];
export type PublishedMunicipality = PublishedSite['municipalities'][number];

/** Where children and young people can call from anywhere in Norway, day and night (Alarmtelefonen for barn og unge). */
export const CHILD_ALARM = '116 111';
/** Where anybody in Norway can call about violence and abuse in close relations, day and night (Vold- og overgrepslinjen). */
export const VIOLENCE_LINE = '116 006';

/**
 * A site to begin with: complete words in each language, the region's own names and numbers, the form closed
 * and the controller's lines empty, since nobody but the controller can write those.
 */
export function defaultSite(region: Pick<PublishedSite, 'name' | 'municipalities'> & { readonly phone: string; readonly talk: string }): PublishedSite {
  return {
    name: region.name,
    formOpen: false,
    phone: { number: region.phone, name: inEach('phoneName'), hours: { kind: 'always' } },
    talk: { number: region.talk, hours: { kind: 'unknown' } },
    reading: { kind: 'unknown' },
    municipalities: region.municipalities,
    controller: { name: '', address: '' },
    dataProtectionOfficer: { name: '', phone: '', email: '' },
    legalBasis: { nb: '', nn: '', en: '' },
    purpose: inEach('purpose'),
    whoReads: inEach('whoReads'),
    retention: inEach('retention'),
    intro: inEach('intro'),
    whatHappens: inEach('whatHappens'),
    caseTypes: usualCaseTypes(),
  };
}

/** The words to begin from, for the region to make its own. */
export function usualCaseTypes(): { MA: Words; BOR: Words; KAN: Words } {
  return { MA: inEach('caseMa'), BOR: inEach('caseBor'), KAN: inEach('caseKan') };
}

/** A proposal for the legal basis, for the controller to accept or rewrite (domain reference §4.1: contested, decided in the impact assessment). */
export function proposedLegalBasis(): Words {
  return inEach('legalBasis');
}

function inEach(key: keyof (typeof siteTexts)['nb']): { nb: string; nn: string; en: string } {
  return { nb: siteTexts.nb[key], nn: siteTexts.nn[key], en: siteTexts.en[key] };
}
