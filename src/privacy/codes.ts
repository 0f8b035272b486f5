import { codeList } from '../kernel/codes.ts';

/** INNSYNSPART: who asks to see what is written about a person. What is given by default differs (access-request.ts). */
export const REQUESTER = codeList('INNSYNSPART', [
  { code: 'PERSONEN', nb: 'Noen som spør om seg selv', nn: 'Nokon som spør om seg sjølv', en: 'Somebody who asks about themselves', source: 'GDPR art. 15' },
  { code: 'REPRESENTANT', nb: 'Representant (fullmektig, verge, advokat)', nn: 'Representant (fullmektig, verje, advokat)', en: 'Representative (proxy, guardian, lawyer)', source: 'popplyl § 16; fvl § 12' },
  { code: 'PARORENDE', nb: 'Pårørende', nn: 'Pårørande', en: 'Next of kin', source: 'pbrl § 3-3' },
  { code: 'MISTENKT', nb: 'Antatt overgriper', nn: 'Antatt overgripar', en: 'Suspected abuser', source: 'GDPR art. 15; popplyl § 16' },
  { code: 'MELDER', nb: 'Den som meldte', nn: 'Den som melde', en: 'The reporter', source: 'P' },
  { code: 'ANNEN', nb: 'Noen andre', nn: 'Nokon andre', en: 'Somebody else', source: 'P' },
]);
export type Requester = (typeof REQUESTER)['codes'][number];

/** IDENTITETSSJEKK: how we know that they are who they say (GDPR art. 12 nr. 6). Never by a question only the abuser could not answer wrong. */
export const IDENTITY = codeList('IDENTITETSSJEKK', [
  { code: 'IKKE_SJEKKET', nb: 'Ikke sjekket ennå', nn: 'Ikkje sjekka enno', en: 'Not checked yet', source: 'P' },
  { code: 'LEGITIMASJON', nb: 'Legitimasjon vist ved oppmøte, alene', nn: 'Legitimasjon vist ved oppmøte, åleine', en: 'Proof of identity shown in person, alone', source: 'P' },
  { code: 'KJENT', nb: 'Kjent av en av oss, og snakket med alene', nn: 'Kjend av ein av oss, og snakka med åleine', en: 'Known to one of us, and spoken with alone', source: 'P' },
  { code: 'TRYGG_KONTAKT', nb: 'Ringt opp på det vi vet er trygt', nn: 'Ringd opp på det vi veit er trygt', en: 'Called back in the way we know is safe', source: 'P' },
  { code: 'FULLMAKT', nb: 'Fullmakt eller vergefullmakt sett, og personen spurt alene', nn: 'Fullmakt eller verjefullmakt sett, og personen spurd åleine', en: 'Authority seen, and the person asked alone', source: 'fvl § 12' },
  { code: 'KODE', nb: 'Har koden på kvitteringen, og skrev i vinduet det vi ba om', nn: 'Har koden på kvitteringa, og skreiv i vindauget det vi bad om', en: 'Has the code on the receipt, and wrote in the window what we asked for', source: 'GDPR art. 12 nr. 6' },
  { code: 'KUNNE_IKKE', nb: 'Kunne ikke sjekkes trygt', nn: 'Kunne ikkje sjekkast trygt', en: 'Could not be checked safely', source: 'GDPR art. 12 nr. 6' },
]);
export type IdentityCheck = (typeof IDENTITY)['codes'][number];

/** UNNTAK: why a piece is withheld, as precisely as popplyl § 16 third paragraph asks. */
export const GROUND = codeList('INNSYNSUNNTAK', [
  { code: 'POPPLYL_16_B', nb: 'Etterforskning og forebygging av straffbare handlinger', nn: 'Etterforsking og førebygging av straffbare handlingar', en: 'Investigation and prevention of offences', source: 'popplyl § 16 b' },
  { code: 'POPPLYL_16_C', nb: 'Utilrådelig av hensyn til helsen til den som spør, eller forholdet til nære personer', nn: 'Utilrådeleg av omsyn til helsa til den som spør, eller forholdet til nære personar', en: 'Not advisable for the health of whoever asks, or their relation to those close to them', source: 'popplyl § 16 c' },
  { code: 'POPPLYL_16_D', nb: 'Taushetsplikt', nn: 'Teieplikt', en: 'Duty of confidentiality', source: 'popplyl § 16 d' },
  { code: 'POPPLYL_16_E', nb: 'Står bare i tekst for intern saksforberedelse', nn: 'Står berre i tekst for intern saksførebuing', en: 'Stands only in text for internal preparation', source: 'popplyl § 16 e' },
  { code: 'POPPLYL_16_F', nb: 'Åpenbare og grunnleggende private eller offentlige interesser', nn: 'Openberre og grunnleggjande private eller offentlege interesser', en: 'Obvious and fundamental private or public interests', source: 'popplyl § 16 f' },
  { code: 'FVL_19_1_D', nb: 'Utilrådelig av hensyn til partens helse eller forhold til nære personer', nn: 'Utilrådeleg av omsyn til helsa til parten eller forholdet til nære personar', en: 'Not advisable for the party’s health or relation to those close to them', source: 'fvl § 19 første ledd d' },
  { code: 'FVL_19_2_B', nb: 'Bør av særlige grunner ikke bringes videre (for eksempel hvem som meldte)', nn: 'Bør av særlege grunnar ikkje bringast vidare (til dømes kven som melde)', en: 'Should for special reasons not be passed on (for example who reported)', source: 'fvl § 19 andre ledd b' },
  { code: 'PBRL_5_1', nb: 'Fare for liv eller alvorlig helseskade, eller klart utilrådelig for nære personer', nn: 'Fare for liv eller alvorleg helseskade, eller klart utilrådeleg for nære personar', en: 'Danger to life or serious harm to health, or clearly not advisable for those close', source: 'pbrl § 5-1' },
]);
export type Ground = (typeof GROUND)['codes'][number];
/** The provision as the letter names it. */
export const GROUND_LAW: Readonly<Record<Ground, string>> = {
  POPPLYL_16_B: 'personopplysningsloven § 16 første ledd bokstav b', POPPLYL_16_C: 'personopplysningsloven § 16 første ledd bokstav c',
  POPPLYL_16_D: 'personopplysningsloven § 16 første ledd bokstav d', POPPLYL_16_E: 'personopplysningsloven § 16 første ledd bokstav e',
  POPPLYL_16_F: 'personopplysningsloven § 16 første ledd bokstav f', FVL_19_1_D: 'forvaltningsloven § 19 første ledd bokstav d',
  FVL_19_2_B: 'forvaltningsloven § 19 andre ledd bokstav b', PBRL_5_1: 'pasient- og brukerrettighetsloven § 5-1',
};

/** SVARBREV: what the answer is. */
export const LETTER = codeList('SVARBREV', [
  { code: 'VERKEN_ELLER', nb: 'Verken bekrefte eller avkrefte', nn: 'Verken stadfeste eller avkrefte', en: 'Neither confirm nor deny', source: 'popplyl § 16 d' },
  { code: 'INNSYN', nb: 'Gi innsyn, helt eller delvis', nn: 'Gi innsyn, heilt eller delvis', en: 'Give access, in full or in part', source: 'GDPR art. 15' },
  { code: 'INGENTING', nb: 'Fant ingenting som gjelder den som spør', nn: 'Fann ingenting som gjeld den som spør', en: 'Found nothing that is about whoever asks', source: 'GDPR art. 15' },
]);
export type LetterKind = (typeof LETTER)['codes'][number];

/** UTSATT_SVAR: why an answer takes longer than a month. The second tells nothing of whether there is something. */
export const EXTENSION = codeList('UTSATT_SVAR', [
  { code: 'SAMMENSATT', nb: 'Kravet er omfattende', nn: 'Kravet er omfattande', en: 'The request is complex', source: 'GDPR art. 12 nr. 3' },
  { code: 'MANGE_KRAV', nb: 'Vi har fått mange krav på samme tid', nn: 'Vi har fått mange krav på same tid', en: 'We have had many requests at the same time', source: 'GDPR art. 12 nr. 3' },
]);
export type ExtensionReason = (typeof EXTENSION)['codes'][number];

/** ARKIVOPERASJON: three different things (arkivforskrifta § 5). */
export const OPERATION = codeList('ARKIVOPERASJON', [
  { code: 'EKSPORT', nb: 'Eksport til arkivet', nn: 'Eksport til arkivet', en: 'Export to the archive', source: 'arkivforskrifta § 5' },
  { code: 'AVLEVERING', nb: 'Avlevering', nn: 'Avlevering', en: 'Transfer', source: 'arkivlova § 14' },
  { code: 'KASSASJON', nb: 'Kassasjon', nn: 'Kassasjon', en: 'Disposal', source: 'arkivlova § 12' },
]);
export type Operation = (typeof OPERATION)['codes'][number];

/** ARKIVREGEL: the rule that an operation stands on. Without one nothing is disposed of. */
export const RULE = codeList('ARKIVREGEL', [
  { code: 'BEVARES', nb: 'Skal bevares', nn: 'Skal takast vare på', en: 'To be kept', source: 'bevaringsforskrifta § 3' },
  { code: 'KORT', nb: 'Registrert ved en feil', nn: 'Registrert ved ein feil', en: 'Registered by mistake', source: 'arkivforskrifta § 3' },
  { code: 'AVLEVERT', nb: 'Avlevert, og mottaket er bekreftet', nn: 'Avlevert, og mottaket er stadfesta', en: 'Transferred, and receipt confirmed', source: 'arkivlova § 14' },
]);
export type Rule = (typeof RULE)['codes'][number];

/** ARKIVMOTTAKER: who gets it. An institution, never a name. */
export const RECEIVER = codeList('ARKIVMOTTAKER', [
  { code: 'KOMMUNEN', nb: 'Kommunens eget arkiv', nn: 'Arkivet til kommunen', en: 'The municipality’s own archive', source: 'K' },
  { code: 'IKA', nb: 'Interkommunalt arkiv', nn: 'Interkommunalt arkiv', en: 'Inter-municipal archive', source: 'K' },
  { code: 'BYARKIV', nb: 'Byarkiv', nn: 'Byarkiv', en: 'City archive', source: 'K' },
]);
export type Receiver = (typeof RECEIVER)['codes'][number];

/** TILBAKEHOLD: why a case is not disposed of although a rule would let it go. */
export const HOLD_GROUND = codeList('TILBAKEHOLD', [
  { code: 'KRAV', nb: 'Krav om erstatning eller oppreisning', nn: 'Krav om erstatning eller oppreising', en: 'A claim for compensation or redress', source: 'GDPR art. 17 nr. 3 e' },
  { code: 'KLAGE', nb: 'Klage', nn: 'Klage', en: 'A complaint', source: 'fvl kap. VI' },
  { code: 'TILSYN', nb: 'Tilsyn eller gransking', nn: 'Tilsyn eller gransking', en: 'Supervision or an inquiry', source: 'kommuneloven kap. 30' },
  { code: 'POLITI', nb: 'Politisak eller straffesak', nn: 'Politisak eller straffesak', en: 'A police matter or criminal case', source: 'straffeprosessloven' },
]);
export type HoldGround = (typeof HOLD_GROUND)['codes'][number];

/** DIGITALSIKKERHET: whether a breach is also an incident that digitalsikkerhetsforskriften § 17 has clocks for. */
export const DIGITAL = codeList('DIGITALSIKKERHET', [
  { code: 'IKKE_VURDERT', nb: 'Ikke vurdert ennå', nn: 'Ikkje vurdert enno', en: 'Not considered yet', source: 'P' },
  { code: 'NEI', nb: 'Nei, loven gjelder ikke tjenesten, eller hendelsen rammet den ikke', nn: 'Nei, lova gjeld ikkje tenesta, eller hendinga råka ho ikkje', en: 'No, the act does not cover the service, or the incident did not affect it', source: 'digitalsikkerhetsforskriften § 1' },
  { code: 'JA', nb: 'Ja', nn: 'Ja', en: 'Yes', source: 'digitalsikkerhetsforskriften § 17' },
]);
export type Digital = (typeof DIGITAL)['codes'][number];

/** MELDT_DATATILSYNET (GDPR art. 33). */
export const AUTHORITY = codeList('MELDT_DATATILSYNET', [
  { code: 'IKKE_AVGJORT', nb: 'Ikke avgjort ennå', nn: 'Ikkje avgjort enno', en: 'Not decided yet', source: 'P' },
  { code: 'MELDT', nb: 'Ja, meldt', nn: 'Ja, meldt', en: 'Yes, told', source: 'GDPR art. 33' },
  { code: 'IKKE_MELDT', nb: 'Nei, lite trolig at det er en risiko for noen', nn: 'Nei, lite truleg at det er ein risiko for nokon', en: 'No, a risk to anyone is unlikely', source: 'GDPR art. 33' },
]);
export type Authority = (typeof AUTHORITY)['codes'][number];

/** VARSLET_BERORTE (GDPR art. 34). Told in a way that is safe for them. */
export const TOLD = codeList('VARSLET_BERORTE', [
  { code: 'IKKE_AVGJORT', nb: 'Ikke avgjort ennå', nn: 'Ikkje avgjort enno', en: 'Not decided yet', source: 'P' },
  { code: 'VARSLET', nb: 'Ja, på en måte som er trygg for dem', nn: 'Ja, på ein måte som er trygg for dei', en: 'Yes, in a way that is safe for them', source: 'GDPR art. 34' },
  { code: 'IKKE_VARSLET', nb: 'Nei', nn: 'Nei', en: 'No', source: 'GDPR art. 34' },
]);
export type Told = (typeof TOLD)['codes'][number];

/** So many days before its month is over a request is told of, and stands on «Min dag». */
export const DAYS_LEFT = 7;
