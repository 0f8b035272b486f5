import { codeList } from '../../kernel/codes.ts';

/** RESERVASJON: what the person has said no to, beside figures (RESERVASJON_STATISTIKK). */
export const RESERVATION = codeList('RESERVASJON', [
  { code: 'DIGITAL', nb: 'Digital post fra kommunen', nn: 'Digital post frå kommunen', en: 'Digital mail from the municipality', source: 'eForvaltningsforskriften § 9' },
  { code: 'HELSEPERSONELL', nb: 'At helsepersonell får opplysninger', nn: 'At helsepersonell får opplysningar', en: 'Health personnel getting information', source: 'hpl § 29; pasientjournalloven § 17' },
]);
export type Reservation = (typeof RESERVATION)['codes'][number];

/** RESERVASJON_GJELDER: said, or taken back. */
export const RESERVATION_STANDS = codeList('RESERVASJON_GJELDER', [
  { code: 'GJELDER', nb: 'Ja, det gjelder fra nå', nn: 'Ja, det gjeld frå no', en: 'Yes, from now on', source: 'P' },
  { code: 'TRUKKET', nb: 'Nei, personen har tatt det tilbake', nn: 'Nei, personen har teke det tilbake', en: 'No, the person has taken it back', source: 'P' },
]);
export type ReservationStands = (typeof RESERVATION_STANDS)['codes'][number];

/** TIL_HELSEPERSONELL: asked about what leaves the case, while the person has said no to it. */
export const TO_HEALTH = codeList('TIL_HELSEPERSONELL', [
  { code: 'NEI', nb: 'Nei, mottakeren er ikke helsepersonell', nn: 'Nei, mottakaren er ikkje helsepersonell', en: 'No, the receiver is not health personnel', source: 'hpl § 29' },
  { code: 'JA', nb: 'Ja, og det må deles likevel', nn: 'Ja, og det må delast likevel', en: 'Yes, and it must be shared all the same', source: 'hpl § 29' },
]);
export type ToHealth = (typeof TO_HEALTH)['codes'][number];
