import { codeList } from '../../kernel/codes.ts';

/** INFORMERT: whether somebody knows that the case exists and what is kept about them (GDPR art. 14). */
export const INFORMED = codeList('INFORMERT', [
  { code: 'JA', nb: 'Ja', nn: 'Ja', en: 'Yes', source: 'GDPR art. 14' },
  { code: 'UNNTATT', nb: 'Nei, ikke nå', nn: 'Nei, ikkje no', en: 'No, not now', source: 'popplyl § 16' },
]);
export type InformedAnswer = (typeof INFORMED)['codes'][number];

/** IKKE_INFORMERT_GRUNN: the grounds on which somebody is not told (GDPR art. 14 (5), personopplysningsloven § 16). */
export const NOT_INFORMED_GROUND = codeList('IKKE_INFORMERT_GRUNN', [
  { code: 'P16_C', nb: 'Det kan skade personens helse eller forholdet til noen som står nær (popplyl. § 16 c)', nn: 'Det kan skade helsa til personen eller forholdet til nokon som står nær (popplyl. § 16 c)', en: 'It could harm the person’s health or a close relation (Personal Data Act s. 16 c)', source: 'popplyl § 16' },
  { code: 'P16_B', nb: 'Det kan hindre arbeid mot straffbare handlinger (popplyl. § 16 b)', nn: 'Det kan hindre arbeid mot straffbare handlingar (popplyl. § 16 b)', en: 'It could hinder work against crime (Personal Data Act s. 16 b)', source: 'popplyl § 16' },
  { code: 'P16_D', nb: 'Taushetsplikten er til hinder (popplyl. § 16 d)', nn: 'Teieplikta er til hinder (popplyl. § 16 d)', en: 'Confidentiality forbids it (Personal Data Act s. 16 d)', source: 'popplyl § 16' },
  { code: 'P16_F', nb: 'Viktige interesser taler klart mot det (popplyl. § 16 f)', nn: 'Viktige interesser taler klart imot det (popplyl. § 16 f)', en: 'Fundamental interests clearly speak against it (Personal Data Act s. 16 f)', source: 'popplyl § 16' },
  { code: 'A14_5B', nb: 'Det er umulig, eller ville ødelegge det arbeidet skal oppnå (personvernforordningen art. 14 nr. 5 b)', nn: 'Det er umogleg, eller ville øydeleggje det arbeidet skal oppnå (personvernforordninga art. 14 nr. 5 b)', en: 'It is impossible, or would defeat what the work is for (GDPR art. 14 (5) b)', source: 'GDPR art. 14' },
]);
export type NotInformedGround = (typeof NOT_INFORMED_GROUND)['codes'][number];

/** ONSKE_NAR: when in the case a wish was said. */
export const WISH_PHASE = codeList('ONSKE_NAR', [
  { code: 'START', nb: 'Ved starten', nn: 'Ved starten', en: 'At the start', source: 'P' },
  { code: 'UNDERVEIS', nb: 'Underveis', nn: 'Undervegs', en: 'On the way', source: 'P' },
  { code: 'SLUTT', nb: 'Mot slutten', nn: 'Mot slutten', en: 'Towards the end', source: 'P' },
]);
export type WishPhase = (typeof WISH_PHASE)['codes'][number];

/** SPURT_HVORDAN: who was there when the person was asked. An interpreter is never a relative (tolkeloven § 6). */
export const ASKED_HOW = codeList('SPURT_HVORDAN', [
  { code: 'ALENE', nb: 'Alene', nn: 'Åleine', en: 'Alone', source: 'S0' },
  { code: 'TALSPERSON', nb: 'Med støtteperson eller talsperson', nn: 'Med støtteperson eller talsperson', en: 'With a supporter or spokesperson', source: 'K' },
  { code: 'TOLK', nb: 'Med kvalifisert tolk', nn: 'Med kvalifisert tolk', en: 'With a qualified interpreter', source: 'tolkeloven § 6' },
  { code: 'TILRETTELAGT', nb: 'Med hjelpemiddel eller annen tilrettelegging', nn: 'Med hjelpemiddel eller anna tilrettelegging', en: 'With an aid or other support to communicate', source: 'pbrl § 3-5' },
  { code: 'ANDRE_TIL_STEDE', nb: 'Andre var til stede', nn: 'Andre var til stades', en: 'Others were present', source: 'P' },
]);
export type AskedHow = (typeof ASKED_HOW)['codes'][number];
