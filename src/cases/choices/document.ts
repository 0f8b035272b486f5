import { codeList } from '../../kernel/codes.ts';
import type { Openness } from '../../reports/codes.ts';

/** DOKUMENTMAL: the letters and papers that a case makes. */
export const LETTER = codeList('DOKUMENTMAL', [
  { code: 'INNKALLING', nb: 'Innkalling til samtale', nn: 'Innkalling til samtale', en: 'Invitation to a talk', source: 'P' },
  { code: 'BREV', nb: 'Brev til personen om saken', nn: 'Brev til personen om saka', en: 'Letter to the person about the case', source: 'P' },
  { code: 'TILBAKEMELDING', nb: 'Tilbakemelding til den som meldte', nn: 'Tilbakemelding til den som melde', en: 'Feedback to the reporter', source: 'P' },
  { code: 'ANMODNING', nb: 'Anmodning om opplysninger', nn: 'Førespurnad om opplysningar', en: 'Request for information', source: 'P' },
  { code: 'SAMTYKKE', nb: 'Samtykke til å dele', nn: 'Samtykke til å dele', en: 'Consent to share', source: 'P' },
  { code: 'UNDERRETNING', nb: 'Underretning', nn: 'Underretning', en: 'Notification', source: 'K' },
  { code: 'VEDTAK', nb: 'Beslutning om tiltak', nn: 'Avgjerd om tiltak', en: 'Decision on measures', source: 'P' },
  { code: 'REFERAT', nb: 'Referat', nn: 'Referat', en: 'Minutes', source: 'P' },
]);
export type Letter = (typeof LETTER)['codes'][number];

/** Letters that are not for the person: they never go to the person’s home. */
export const TO_OTHERS: readonly Letter[] = ['TILBAKEMELDING', 'ANMODNING'];

/** LEVERING: how a document reaches whoever it is for. The product sends nothing. */
export const DELIVERY = codeList('LEVERING', [
  { code: 'MOTE', nb: 'Gis i et møte', nn: 'Blir gitt i eit møte', en: 'Handed over in a meeting', source: 'P' },
  { code: 'HELSE', nb: 'Gis på legekontoret, sykehuset eller dagsenteret', nn: 'Blir gitt på legekontoret, sjukehuset eller dagsenteret', en: 'Handed over at the doctor’s, the hospital or the day centre', source: 'P' },
  { code: 'TELEFON', nb: 'Leses opp på telefonen', nn: 'Blir lese opp på telefonen', en: 'Read out by phone', source: 'P' },
  { code: 'TRYGG', nb: 'På den måten som er oppgitt som trygg', nn: 'På den måten som er oppgitt som trygg', en: 'In the way that was given as safe', source: 'P' },
  { code: 'DIGITAL', nb: 'Digitalt til personen, på en måte som er oppgitt som trygg', nn: 'Digitalt til personen, på ein måte som er oppgitt som trygg', en: 'Digitally to the person, in a way that was given as safe', source: 'eForvaltningsforskriften § 8' },
  { code: 'HJEM', nb: 'I posten hjem til personen', nn: 'I posten heim til personen', en: 'By post to the person’s home', source: 'P' },
  { code: 'POST', nb: 'I posten til en annen mottaker', nn: 'I posten til ein annan mottakar', en: 'By post to another receiver', source: 'P' },
  { code: 'INTERNT', nb: 'Blir i saken', nn: 'Blir i saka', en: 'Stays in the case', source: 'P' },
]);
export type Delivery = (typeof DELIVERY)['codes'][number];

/** What a document of a case may be exempt by: never nothing, and never less than the duty of secrecy (offentleglova § 13). */
export const CASE_OPENNESS = ['TAUSHETSPLIKT', 'INTERNT_TAUSHETSPLIKT', 'LOVBRUDD', 'FARE', 'FODSELSNUMMER'] as const satisfies readonly Openness[];
export type CaseOpenness = (typeof CASE_OPENNESS)[number];

/** What it is exempt by where nobody says another: what stays in the case is internal as well (§ 14). */
export function usualOpenness(delivery: Delivery): CaseOpenness {
  return delivery === 'INTERNT' ? 'INTERNT_TAUSHETSPLIKT' : 'TAUSHETSPLIKT';
}

/** In which language a document is written. */
export const LETTER_LANGUAGE = codeList('DOKUMENTSPRAK', [
  { code: 'nb', nb: 'Bokmål', nn: 'Bokmål', en: 'Norwegian (Bokmål)', source: 'P' },
  { code: 'nn', nb: 'Nynorsk', nn: 'Nynorsk', en: 'Norwegian (Nynorsk)', source: 'P' },
  { code: 'en', nb: 'Engelsk', nn: 'Engelsk', en: 'English', source: 'P' },
]);
