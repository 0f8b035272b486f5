import { codeList } from '../kernel/codes.ts';

/** RISIKOVERKTOY: by name alone. Most are licensed or need training, so no item of any of them stands here (domain reference §3.6). */
export const RISK_TOOL = codeList('RISIKOVERKTOY', [
  { code: 'TRYGGEST', nb: 'Verktøyet i TryggEst', nn: 'Verktøyet i TryggEst', en: 'The TryggEst tool', source: 'B' },
  { code: 'SIKKERHETSVURDERING', nb: 'Lokal sikkerhetsvurdering', nn: 'Lokal tryggleiksvurdering', en: 'Local safety assessment', source: 'B' },
  { code: 'SARA_SV', nb: 'SARA:SV', nn: 'SARA:SV', en: 'SARA:SV', source: 'B' },
  { code: 'SARA_V3', nb: 'SARA-V3', nn: 'SARA-V3', en: 'SARA-V3', source: 'B' },
  { code: 'PATRIARK', nb: 'PATRIARK (æresrelatert vold)', nn: 'PATRIARK (æresrelatert vald)', en: 'PATRIARCH (honour-based violence)', source: 'B' },
  { code: 'DANGER_ASSESSMENT', nb: 'Danger Assessment', nn: 'Danger Assessment', en: 'Danger Assessment', source: 'B' },
  { code: 'HCR_20', nb: 'HCR-20', nn: 'HCR-20', en: 'HCR-20', source: 'B' },
  { code: 'V_RISK_10', nb: 'V-RISK-10 (VRS-10)', nn: 'V-RISK-10 (VRS-10)', en: 'VRS-10, also V-RISK-10', source: 'B' },
  { code: 'SAVRY', nb: 'SAVRY (ungdom)', nn: 'SAVRY (ungdom)', en: 'SAVRY (young people)', source: 'B' },
  { code: 'CTS2', nb: 'CTS2 (Conflict Tactics Scales)', nn: 'CTS2 (Conflict Tactics Scales)', en: 'Conflict Tactics Scales (CTS2)', source: 'B' },
  { code: 'ANNET', nb: 'Et annet verktøy', nn: 'Eit anna verktøy', en: 'Another tool', source: 'P' },
  { code: 'SKJONN', nb: 'Faglig vurdering uten verktøy', nn: 'Fagleg vurdering utan verktøy', en: 'Professional judgement, no tool', source: 'P' },
]);
export type RiskTool = (typeof RISK_TOOL)['codes'][number];

/**
 * FAREMOMENT: what makes us more worried, in our own words and of no tool. People tick and write; nothing is counted into a score,
 * and no order of weight lies in the order here (domain reference §3.6).
 */
export const RISK_FACTOR = codeList('FAREMOMENT', [
  { code: 'DREPSTRUSLER', nb: 'Har truet med å drepe eller skade alvorlig', nn: 'Har truga med å drepe eller skade alvorleg', en: 'Has threatened to kill or seriously harm', source: 'P' },
  { code: 'KVELERTAK', nb: 'Har tatt kvelertak eller hindret personen i å puste', nn: 'Har teke kvelartak eller hindra personen i å puste', en: 'Has choked the person or stopped them breathing', source: 'P' },
  { code: 'VAPEN', nb: 'Kan få tak i våpen, eller har brukt noe som våpen', nn: 'Kan få tak i våpen, eller har brukt noko som våpen', en: 'Can get hold of weapons, or has used something as one', source: 'P' },
  { code: 'TIDLIGERE_VOLD', nb: 'Har brukt vold før, mot personen eller andre', nn: 'Har brukt vald før, mot personen eller andre', en: 'Has used violence before, against the person or others', source: 'P' },
  { code: 'OFTERE', nb: 'Det skjer oftere, eller er blitt grovere', nn: 'Det skjer oftare, eller er blitt grovare', en: 'It happens more often, or has become worse', source: 'P' },
  { code: 'KONTROLL', nb: 'Følger med på alt, bestemmer over eller stenger inne', nn: 'Følgjer med på alt, bestemmer over eller stengjer inne', en: 'Watches everything, decides over or locks in', source: 'P' },
  { code: 'OPPSOKER', nb: 'Oppsøker eller følger etter, også etter brudd eller flytting', nn: 'Oppsøkjer eller følgjer etter, også etter brot eller flytting', en: 'Seeks out or follows, also after a break-up or a move', source: 'P' },
  { code: 'SEKSUELT', nb: 'Presser eller tvinger til sex', nn: 'Pressar eller tvingar til sex', en: 'Pressures or forces into sex', source: 'P' },
  { code: 'VENDEPUNKT', nb: 'Et brudd, en flytting, en anmeldelse eller en rettssak er nær', nn: 'Eit brot, ei flytting, ei melding til politiet eller ei rettssak er nær', en: 'A break-up, a move, a police report or a trial is near', source: 'P' },
  { code: 'FORBUD_BRUTT', nb: 'Har brutt et forbud eller en avtale', nn: 'Har brote eit forbod eller ein avtale', en: 'Has broken an order or an agreement', source: 'P' },
  { code: 'RUS_ELLER_KRISE', nb: 'Den antatte overgriperen ruser seg, er i krise eller snakker om å ta sitt liv', nn: 'Den antatte overgriparen rusar seg, er i krise eller snakkar om å ta livet sitt', en: 'The suspected abuser uses substances, is in crisis or talks of suicide', source: 'P' },
  { code: 'PENGER', nb: 'Styrer pengene, eller er avhengig av dem', nn: 'Styrer pengane, eller er avhengig av dei', en: 'Controls the money, or depends on it', source: 'P' },
  { code: 'AVHENGIG', nb: 'Personen trenger den antatte overgriperen for å klare hverdagen', nn: 'Personen treng den antatte overgriparen for å klare kvardagen', en: 'The person needs the suspected abuser to manage daily life', source: 'P' },
  { code: 'ALENE', nb: 'Personen har få eller ingen andre rundt seg', nn: 'Personen har få eller ingen andre rundt seg', en: 'The person has few or no others around', source: 'P' },
  { code: 'BARN_ELLER_DYR', nb: 'Barn eller dyr er truet eller skadet', nn: 'Barn eller dyr er truga eller skadde', en: 'Children or animals are threatened or hurt', source: 'P' },
  { code: 'EGEN_FRYKT', nb: 'Personen er selv redd for å bli drept eller hardt skadet', nn: 'Personen er sjølv redd for å bli drepen eller hardt skadd', en: 'The person fears being killed or badly hurt', source: 'P' },
  { code: 'INGEN', nb: 'Ingen av disse, så langt vi vet', nn: 'Ingen av desse, så langt vi veit', en: 'None of these, as far as we know', source: 'P' },
]);
export type RiskFactor = (typeof RISK_FACTOR)['codes'][number];
export type NotedFactor = Exclude<RiskFactor, 'INGEN'>;
export const NOTED_FACTORS = RISK_FACTOR.codes.filter((code): code is NotedFactor => code !== 'INGEN');

/** PLANSTED: where a safety plan lies. A copy of one's own only where the person says that it is safe (domain reference §5.4). */
export const PLAN_PLACE = codeList('PLANSTED', [
  { code: 'BARE_HOS_OSS', nb: 'Bare hos oss. Det er ikke trygt å ha den hjemme', nn: 'Berre hos oss. Det er ikkje trygt å ha han heime', en: 'Only with us. It is not safe to have it at home', source: 'P' },
  { code: 'HOS_ANDRE', nb: 'Hos noen personen stoler på', nn: 'Hos nokon personen stolar på', en: 'With somebody the person trusts', source: 'P' },
  { code: 'TELEFON', nb: 'På telefonen. Personen sier at ingen andre ser på den', nn: 'På telefonen. Personen seier at ingen andre ser på han', en: 'On the phone. The person says that nobody else looks at it', source: 'P' },
  { code: 'HJEMME', nb: 'På papir hjemme. Personen sier at det er trygt', nn: 'På papir heime. Personen seier at det er trygt', en: 'On paper at home. The person says that it is safe', source: 'P' },
]);
export type PlanPlace = (typeof PLAN_PLACE)['codes'][number];

/** ENDRING: something about the suspected abuser that makes an old plan untrue. */
export const SUSPECT_CHANGE = codeList('ENDRING', [
  { code: 'INNLAGT', nb: 'Er innlagt', nn: 'Er innlagd', en: 'Is admitted to hospital', source: 'P' },
  { code: 'UTSKREVET', nb: 'Er utskrevet, eller blir det', nn: 'Er skriven ut, eller blir det', en: 'Is discharged, or about to be', source: 'P' },
  { code: 'LOSLATT', nb: 'Er løslatt, eller blir det', nn: 'Er lauslaten, eller blir det', en: 'Is released, or about to be', source: 'P' },
  { code: 'FLYTTET', nb: 'Har flyttet, eller er kommet tilbake', nn: 'Har flytta, eller er komen tilbake', en: 'Has moved, or has come back', source: 'P' },
]);
export type SuspectChange = (typeof SUSPECT_CHANGE)['codes'][number];

/** BESKYTTELSE: what police, prosecutors and courts give for a time (domain reference §5.5). */
export const PROTECTION = codeList('BESKYTTELSE', [
  { code: 'VOLDSALARM', nb: 'Mobil voldsalarm', nn: 'Mobil valdsalarm', en: 'Mobile personal alarm', source: 'B' },
  { code: 'BESOKSFORBUD', nb: 'Besøksforbud', nn: 'Besøksforbod', en: 'Restraining order', source: 'strpl § 222 a' },
  { code: 'BESOKSFORBUD_HJEM', nb: 'Besøksforbud i eget hjem', nn: 'Besøksforbod i eigen heim', en: 'Restraining order, from the abuser’s own home', source: 'strpl § 222 a' },
  { code: 'KONTAKTFORBUD', nb: 'Kontaktforbud ved dom', nn: 'Kontaktforbod ved dom', en: 'Contact ban by judgment', source: 'strl § 57' },
  { code: 'OMVENDT_VOLDSALARM', nb: 'Elektronisk kontroll (omvendt voldsalarm)', nn: 'Elektronisk kontroll (omvend valdsalarm)', en: 'Electronic control of the abuser', source: 'strl § 57; strpl § 222 g' },
]);
export type ProtectionKind = (typeof PROTECTION)['codes'][number];

/** TILTAKSGRUNNLAG: what a measure stands on (T9). A decision is made elsewhere; no coercion is decided here (hol kap. 9, pbrl kap. 4 A). */
export const MEASURE_BASIS = codeList('TILTAKSGRUNNLAG', [
  { code: 'PERSONEN_VIL', nb: 'Personen vil det selv', nn: 'Personen vil det sjølv', en: 'The person wants it', source: 'P' },
  { code: 'ANDRE_SAMTYKKER', nb: 'Verge eller pårørende har samtykket for personen', nn: 'Verje eller pårørande har samtykt for personen', en: 'A guardian or next of kin consents for the person', source: 'hpl § 22' },
  { code: 'VEDTAK', nb: 'Vedtak i en tjeneste', nn: 'Vedtak i ei teneste', en: 'A decision made by a service', source: 'P' },
  { code: 'POLITI_DOMSTOL', nb: 'Politiet, påtalemyndigheten eller domstolen har bestemt det', nn: 'Politiet, påtalemakta eller domstolen har bestemt det', en: 'Decided by the police, the prosecutor or a court', source: 'P' },
  { code: 'NODVENDIG', nb: 'Nødvendig for å avverge fare for liv eller helse', nn: 'Nødvendig for å avverje fare for liv eller helse', en: 'Necessary to avert danger to life or health', source: 'fvl § 13 b nr. 7' },
  { code: 'RAD', nb: 'Råd som ikke trenger noe grunnlag', nn: 'Råd som ikkje treng noko grunnlag', en: 'Advice that needs no basis', source: 'P' },
]);
export type MeasureBasis = (typeof MEASURE_BASIS)['codes'][number];
