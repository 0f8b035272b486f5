import { codeList } from '../../kernel/codes.ts';

/** AVVERGINGSPLIKT_SVAR: the three answers to the duty to avert serious crime (strl. § 196), asked again whenever something happens. */
export const AVERTING_ANSWER = codeList('AVVERGINGSPLIKT_SVAR', [
  { code: 'IKKE_AKTUELL', nb: 'Nei, det er ikke tale om noe så alvorlig', nn: 'Nei, det er ikkje tale om noko så alvorleg', en: 'No, it is not about anything that serious', source: 'strl § 196' },
  { code: 'IKKE_OPPFYLT', nb: 'Vi har vurdert det, og plikten slår ikke inn', nn: 'Vi har vurdert det, og plikta slår ikkje inn', en: 'We have considered it, and the duty does not apply', source: 'strl § 196' },
  { code: 'OPPFYLT', nb: 'Ja, og vi har gjort det som trengs', nn: 'Ja, og vi har gjort det som trengst', en: 'Yes, and we have done what is needed', source: 'strl § 196' },
]);
export type AvertingAnswer = (typeof AVERTING_ANSWER)['codes'][number];

/** BARNEVERN_SVAR: whether child protection was told (barnevernsloven § 13-2, hpl. § 33, krisesenterlova § 6). */
export const CHILD_DUTY = codeList('BARNEVERN_SVAR', [
  { code: 'SENDT', nb: 'Ja, barnevernet er varslet', nn: 'Ja, barnevernet er varsla', en: 'Yes, child protection has been told', source: 'bvl § 13-2' },
  { code: 'IKKE_NODVENDIG', nb: 'Nei, plikten slår ikke inn', nn: 'Nei, plikta slår ikkje inn', en: 'No, the duty does not apply', source: 'bvl § 13-2' },
]);
export type ChildDutyAnswer = (typeof CHILD_DUTY)['codes'][number];

/** TJENESTELEDER: whether whoever leads the service knows, where somebody working or living there is suspected. */
export const EMPLOYER_TOLD = codeList('TJENESTELEDER', [
  { code: 'JA', nb: 'Ja', nn: 'Ja', en: 'Yes', source: 'P' },
  { code: 'NESTE_LEDER', nb: 'Ja, lederen over, fordi lederen selv er involvert', nn: 'Ja, leiaren over, fordi leiaren sjølv er involvert', en: 'Yes, the manager above, because the manager is involved', source: 'S0' },
  { code: 'NEI', nb: 'Nei', nn: 'Nei', en: 'No', source: 'P' },
]);
export type EmployerTold = (typeof EMPLOYER_TOLD)['codes'][number];

/** TILSYN_VARSLET: notice at once of a death or very serious harm (hol. § 12-3 a). */
export const SUPERVISION_TOLD = codeList('TILSYN_VARSLET', [
  { code: 'VARSLET', nb: 'Ja, Helsetilsynet og Ukom er varslet', nn: 'Ja, Helsetilsynet og Ukom er varsla', en: 'Yes, the Board of Health Supervision and Ukom have been told', source: 'hol § 12-3 a' },
  { code: 'IKKE_SA_ALVORLIG', nb: 'Nei, ingen er død eller svært alvorlig skadet', nn: 'Nei, ingen er død eller svært alvorleg skadd', en: 'No, nobody has died or been very seriously harmed', source: 'hol § 12-3 a' },
  { code: 'TJENESTEN_VARSLER', nb: 'Lederen for tjenesten varsler', nn: 'Leiaren for tenesta varslar', en: 'The manager of the service gives the notice', source: 'hol § 12-3 a' },
]);
export type SupervisionTold = (typeof SUPERVISION_TOLD)['codes'][number];
