import { codeList } from '../kernel/codes.ts';
import type { Consent } from '../reports/codes.ts';
import type { CaseType, ClosingReason } from './codes.ts';

/** Kriterium: ticked by people, never turned into a case type by the machine (domain reference §3.2). */
export const CRITERION = codeList('KRITERIUM', [
  { code: 'VOKSEN', nb: 'Er 18 år eller eldre', nn: 'Er 18 år eller eldre', en: 'Is 18 or older', source: 'K' },
  { code: 'BEHOV', nb: 'Trenger hjelp eller omsorg', nn: 'Treng hjelp eller omsorg', en: 'Needs care or support', source: 'K' },
  { code: 'UTSATT', nb: 'Er utsatt for, eller står i fare for, vold, overgrep, forsømmelse eller utnytting', nn: 'Er utsett for, eller står i fare for, vald, overgrep, forsømming eller utnytting', en: 'Experiences or risks violence, abuse, neglect or exploitation', source: 'K' },
  { code: 'IKKE_BESKYTTE_SEG', nb: 'Kan derfor i liten grad beskytte seg selv', nn: 'Kan derfor i liten grad verne seg sjølv', en: 'Is therefore hardly able to protect themselves', source: 'K' },
]);
export type Criterion = (typeof CRITERION)['codes'][number];

/** Ja, nei eller vet ikke. */
export const ANSWER = codeList('SVAR', [
  { code: 'JA', nb: 'Ja', nn: 'Ja', en: 'Yes', source: 'P' },
  { code: 'NEI', nb: 'Nei', nn: 'Nei', en: 'No', source: 'P' },
  { code: 'VET_IKKE', nb: 'Vet ikke', nn: 'Veit ikkje', en: 'Don’t know', source: 'P' },
]);
export type Answer = (typeof ANSWER)['codes'][number];

/** Inhabilitet: the answer to the one question before content (fvl § 6). */
export const CONNECTION = codeList('TILKNYTNING', [
  { code: 'INGEN', nb: 'Nei', nn: 'Nei', en: 'No', source: 'fvl § 6' },
  { code: 'TILKNYTTET', nb: 'Ja', nn: 'Ja', en: 'Yes', source: 'fvl § 6' },
]);
export type Connection = (typeof CONNECTION)['codes'][number];

/** Who was called when somebody was in danger. */
export const CALLED = codeList('NODNUMMER', [
  { code: 'NEI', nb: 'Nei', nn: 'Nei', en: 'No', source: 'P' },
  { code: 'N112', nb: '112 (politi)', nn: '112 (politi)', en: '112 (police)', source: 'S0' },
  { code: 'N113', nb: '113 (ambulanse)', nn: '113 (ambulanse)', en: '113 (ambulance)', source: 'K' },
  { code: 'N02800', nb: '02800 (politiet, ikke akutt)', nn: '02800 (politiet, ikkje akutt)', en: '02800 (police, not an emergency)', source: 'S0' },
  { code: 'VET_IKKE', nb: 'Vet ikke', nn: 'Veit ikkje', en: 'Don’t know', source: 'P' },
]);
export type Called = (typeof CALLED)['codes'][number];

/** Avvergingsplikt (strl. § 196): that it was considered is recorded in each case. */
export const AVERTING_DUTY = codeList('AVVERGINGSPLIKT', [
  { code: 'IKKE_VURDERT', nb: 'Ikke vurdert ennå', nn: 'Ikkje vurdert enno', en: 'Not considered yet', source: 'P' },
  { code: 'IKKE_AKTUELL', nb: 'Vurdert, gjelder ikke her', nn: 'Vurdert, gjeld ikkje her', en: 'Considered, does not apply', source: 'P' },
  { code: 'OPPFYLT', nb: 'Vurdert, og vi har gjort det som trengs', nn: 'Vurdert, og vi har gjort det som trengst', en: 'Considered, and acted on', source: 'P' },
]);
export type AvertingDuty = (typeof AVERTING_DUTY)['codes'][number];

/** Konklusjonen av en risikovurdering; the tools' own items are never stored here (domain reference §3.6). */
export const RISK = codeList('RISIKO', [
  { code: 'LAV', nb: 'Lav', nn: 'Låg', en: 'Low', source: 'K' },
  { code: 'MODERAT', nb: 'Moderat', nn: 'Moderat', en: 'Moderate', source: 'K' },
  { code: 'HOY', nb: 'Høy', nn: 'Høg', en: 'High', source: 'K' },
  { code: 'IKKE_KONKLUDERT', nb: 'Ikke konkludert', nn: 'Ikkje konkludert', en: 'Not concluded', source: 'K' },
]);
export type Risk = (typeof RISK)['codes'][number];

/** Whether the reporter was told anything, within consent. */
export const REPORTER_FEEDBACK = codeList('TILBAKEMELDING', [
  { code: 'GITT', nb: 'Ja, innenfor samtykket', nn: 'Ja, innanfor samtykket', en: 'Yes, within the consent', source: 'P' },
  { code: 'BARE_MOTTATT', nb: 'Bare bekreftet at bekymringen er mottatt', nn: 'Berre stadfesta at bekymringa er motteken', en: 'Only confirmed that the concern was received', source: 'P' },
  { code: 'IKKE_ONSKET', nb: 'Nei, melder ønsket det ikke', nn: 'Nei, meldaren ønskte det ikkje', en: 'No, the reporter did not want it', source: 'P' },
  { code: 'IKKE_MULIG', nb: 'Nei, det var ikke mulig eller trygt', nn: 'Nei, det var ikkje mogleg eller trygt', en: 'No, it was not possible or safe', source: 'P' },
]);
export type ReporterFeedback = (typeof REPORTER_FEEDBACK)['codes'][number];

/** Bevaring: a task that the rules do not list is kept until Nasjonalarkivet decides (bevaringsforskrifta § 3). */
export const RETENTION = codeList('BEVARING', [
  { code: 'BEVARES', nb: 'Bevares til Nasjonalarkivet har bestemt', nn: 'Blir teken vare på til Nasjonalarkivet har bestemt', en: 'Kept until the National Archives decide', source: 'K' },
  { code: 'KORT', nb: 'Kort (registrert ved en feil)', nn: 'Kort (registrert ved ein feil)', en: 'Short (registered by mistake)', source: 'arkivforskrifta § 3' },
]);
export type Retention = (typeof RETENTION)['codes'][number];

/** The chip that says why somebody was let into a case. */
export const ACCESS_REASON = codeList('TILGANGSGRUNN', [
  { code: 'VURDERER', nb: 'Er med og vurderer', nn: 'Er med og vurderer', en: 'Takes part in the assessment', source: 'P' },
  { code: 'UNDERSOKER', nb: 'Er med og undersøker', nn: 'Er med og undersøkjer', en: 'Takes part in the inquiry', source: 'P' },
  { code: 'TILTAK', nb: 'Utfører tiltak', nn: 'Utfører tiltak', en: 'Carries out a measure', source: 'P' },
  { code: 'VIKAR', nb: 'Er vikar for saksansvarlig', nn: 'Er vikar for saksansvarleg', en: 'Stands in for the case lead', source: 'P' },
  { code: 'LEDERANSVAR', nb: 'Har lederansvar i saken', nn: 'Har leiaransvar i saka', en: 'Is responsible as manager', source: 'P' },
  { code: 'TILSYN', nb: 'Fører tilsyn', nn: 'Fører tilsyn', en: 'Supervises', source: 'P' },
]);
export type AccessReason = (typeof ACCESS_REASON)['codes'][number];

/** What was found of an access in an emergency, by somebody else than whoever took it. */
export const EMERGENCY_RESULT = codeList('NODTILGANG', [
  { code: 'GOD_GRUNN', nb: 'Ja, det var god grunn', nn: 'Ja, det var god grunn', en: 'Yes, there were good grounds', source: 'P' },
  { code: 'IKKE_GRUNN', nb: 'Nei, det var ikke god nok grunn', nn: 'Nei, det var ikkje god nok grunn', en: 'No, the grounds were not good enough', source: 'P' },
]);
export type EmergencyResult = (typeof EMERGENCY_RESULT)['codes'][number];

/** What a journal entry is about. */
export const NOTE_KIND = codeList('NOTATTYPE', [
  { code: 'SAMTALE', nb: 'Samtale med den utsatte', nn: 'Samtale med den utsette', en: 'Talk with the person', source: 'P' },
  { code: 'TELEFON', nb: 'Telefon', nn: 'Telefon', en: 'Phone call', source: 'P' },
  { code: 'MOTE', nb: 'Møte', nn: 'Møte', en: 'Meeting', source: 'P' },
  { code: 'OBSERVASJON', nb: 'Sett eller hørt', nn: 'Sett eller høyrt', en: 'Seen or heard', source: 'P' },
  { code: 'ANNET', nb: 'Annet', nn: 'Anna', en: 'Other', source: 'P' },
]);
export type NoteKind = (typeof NOTE_KIND)['codes'][number];

/** DELTAKELSE: what part somebody around the person has. Several may be true of one. */
export const PART = codeList('DELTAKELSE', [
  { code: 'MISTENKT', nb: 'Antatt overgriper', nn: 'Antatt overgripar', en: 'Suspected abuser', source: 'S3' },
  { code: 'PARORENDE', nb: 'Nærmeste pårørende', nn: 'Næraste pårørande', en: 'Next of kin', source: 'K' },
  { code: 'VERGE', nb: 'Verge', nn: 'Verje', en: 'Guardian', source: 'K' },
  { code: 'FULLMEKTIG', nb: 'Har fullmakt', nn: 'Har fullmakt', en: 'Has power of attorney', source: 'K' },
  { code: 'STOTTE', nb: 'Støtteperson eller talsperson (for eksempel bistandsadvokat)', nn: 'Støtteperson eller talsperson (til dømes bistandsadvokat)', en: 'Supporter or spokesperson (for example counsel)', source: 'K' },
  { code: 'ANNEN', nb: 'Annen i nettverket', nn: 'Annan i nettverket', en: 'Other in the network', source: 'P' },
]);
export type Part = (typeof PART)['codes'][number];

/** NAVNELIKHET: somebody who is added is not the one of a like name who is known already. */
export const NAMESAKE = codeList('NAVNELIKHET', [
  { code: 'EN_ANNEN', nb: 'Ja, det er en annen', nn: 'Ja, det er ein annan', en: 'Yes, this is somebody else', source: 'P' },
]);
export type Namesake = (typeof NAMESAKE)['codes'][number];

/** VERGEMANDAT: what a guardianship is about (vergemålsloven § 20). */
export const GUARDIAN_SCOPE = codeList('VERGEMANDAT', [
  { code: 'OKONOMI', nb: 'Økonomi', nn: 'Økonomi', en: 'Finances', source: 'K' },
  { code: 'PERSON', nb: 'Personlige forhold', nn: 'Personlege forhold', en: 'Personal matters', source: 'K' },
  { code: 'BEGGE', nb: 'Økonomi og personlige forhold', nn: 'Økonomi og personlege forhold', en: 'Finances and personal matters', source: 'K' },
  { code: 'VET_IKKE', nb: 'Vet ikke', nn: 'Veit ikkje', en: 'Don’t know', source: 'P' },
]);
export type GuardianScope = (typeof GUARDIAN_SCOPE)['codes'][number];

/** KOMPETANSEVURDERING: what whoever gives the health care found (pbrl § 4-3). */
export const CAPACITY_RESULT = codeList('KOMPETANSEVURDERING', [
  { code: 'HAR', nb: 'Kan samtykke', nn: 'Kan samtykkje', en: 'Can consent', source: 'K' },
  { code: 'MANGLER_DELVIS', nb: 'Kan ikke samtykke til dette', nn: 'Kan ikkje samtykkje til dette', en: 'Cannot consent to this', source: 'K' },
  { code: 'MANGLER', nb: 'Kan ikke samtykke', nn: 'Kan ikkje samtykkje', en: 'Cannot consent', source: 'K' },
  { code: 'IKKE_KONKLUDERT', nb: 'Ikke konkludert', nn: 'Ikkje konkludert', en: 'Not concluded', source: 'K' },
]);
export type CapacityResult = (typeof CAPACITY_RESULT)['codes'][number];

/** NY_VURDERING: what became of something that was shared on a consent that fell. */
export const REVIEW_RESULT = codeList('NY_VURDERING', [
  { code: 'NYTT_GRUNNLAG', nb: 'Ja, et annet grunnlag', nn: 'Ja, eit anna grunnlag', en: 'Yes, another basis', source: 'P' },
  { code: 'INGEN_GRUNNLAG', nb: 'Nei. Vi har gitt mottakeren beskjed', nn: 'Nei. Vi har gitt mottakaren beskjed', en: 'No. We have told the receiver', source: 'P' },
]);
export type ReviewResult = (typeof REVIEW_RESULT)['codes'][number];

/** BEGRENSNINGSGRUNN: why the use of a case is restricted (GDPR art. 18 nr. 1). */
export const RESTRICTION_GROUND = codeList('BEGRENSNINGSGRUNN', [
  { code: 'BESTRIDT', nb: 'Personen bestrider at noe er riktig, og vi undersøker det', nn: 'Personen bestrid at noko er rett, og vi undersøkjer det', en: 'The person contests that something is correct, and we look into it', source: 'GDPR art. 18 nr. 1 a' },
  { code: 'ULOVLIG', nb: 'Bruken er ulovlig, og personen vil ikke at det blir slettet', nn: 'Bruken er ulovleg, og personen vil ikkje at det blir sletta', en: 'The use is unlawful, and the person does not want it erased', source: 'GDPR art. 18 nr. 1 b' },
  { code: 'RETTSKRAV', nb: 'Vi trenger det ikke lenger, men personen gjør det (rettskrav)', nn: 'Vi treng det ikkje lenger, men personen gjer det (rettskrav)', en: 'We no longer need it, but the person does (legal claims)', source: 'GDPR art. 18 nr. 1 c' },
  { code: 'PROTEST', nb: 'Personen har protestert, og vi vurderer det', nn: 'Personen har protestert, og vi vurderer det', en: 'The person has objected, and we are considering it', source: 'GDPR art. 18 nr. 1 d' },
]);
export type RestrictionGround = (typeof RESTRICTION_GROUND)['codes'][number];

/** BRUK_VED_BEGRENSNING: what a case whose use is restricted may be used for, once there is a ground (restriction.ts). */
export const RESTRICTED_USE = codeList('BRUK_VED_BEGRENSNING', [
  { code: 'DELE', nb: 'Dele opplysninger med andre', nn: 'Dele opplysningar med andre', en: 'Share information with others', source: 'P' },
  { code: 'MOTE', nb: 'Si hvem det gjelder i et teammøte', nn: 'Seie kven det gjeld i eit teammøte', en: 'Say who it is about in a team meeting', source: 'P' },
  { code: 'VURDERE', nb: 'Vurdere, undersøke og bestemme tiltak', nn: 'Vurdere, undersøkje og avgjere tiltak', en: 'Assess, investigate and decide measures', source: 'P' },
  { code: 'OVERFORE', nb: 'Overføre hele saken', nn: 'Overføre heile saka', en: 'Transfer the whole case', source: 'P' },
]);
export type RestrictedUse = (typeof RESTRICTED_USE)['codes'][number];

/** UNNTAK_FRA_BEGRENSNING: on what ground it is used all the same. */
export const RESTRICTED_BASIS = codeList('UNNTAK_FRA_BEGRENSNING', [
  { code: 'SAMTYKKE', nb: 'Personen har samtykket etter at bruken ble begrenset', nn: 'Personen har samtykt etter at bruken blei avgrensa', en: 'The person has consented since the use was restricted', source: 'GDPR art. 18 nr. 2' },
  { code: 'FARE_FOR_LIV', nb: 'Fare for liv eller helse', nn: 'Fare for liv eller helse', en: 'Danger to life or health', source: 'GDPR art. 6 nr. 1 d' },
  { code: 'ANDRES_RETTIGHETER', nb: 'For å verne en annens rettigheter', nn: 'For å verne rettane til ein annan', en: 'To protect the rights of another person', source: 'GDPR art. 18 nr. 2' },
  { code: 'RETTSKRAV', nb: 'For å fastsette, gjøre gjeldende eller forsvare et rettskrav', nn: 'For å fastsetje, gjere gjeldande eller forsvare eit rettskrav', en: 'To establish, exercise or defend a legal claim', source: 'GDPR art. 18 nr. 2' },
  { code: 'SAMFUNNSINTERESSE', nb: 'Viktige interesser for samfunnet', nn: 'Viktige interesser for samfunnet', en: 'Important public interest', source: 'GDPR art. 18 nr. 2' },
]);
export type RestrictedBasis = (typeof RESTRICTED_BASIS)['codes'][number];

/** PROTESTSVAR: what was decided when somebody objected (GDPR art. 21). */
export const OBJECTION_RESULT = codeList('PROTESTSVAR', [
  { code: 'TATT_TIL_FOLGE', nb: 'Tatt til følge', nn: 'Teken til følgje', en: 'Upheld', source: 'GDPR art. 21' },
  { code: 'DELVIS', nb: 'Delvis tatt til følge', nn: 'Delvis teken til følgje', en: 'Upheld in part', source: 'GDPR art. 21' },
  { code: 'IKKE_TATT_TIL_FOLGE', nb: 'Ikke tatt til følge: tvingende berettigede grunner', nn: 'Ikkje teken til følgje: tvingande rettkomne grunnar', en: 'Not upheld: compelling legitimate grounds', source: 'GDPR art. 21' },
]);
export type ObjectionResult = (typeof OBJECTION_RESULT)['codes'][number];

/** MOTTAKER_FORTALT: whether whoever was given something knows that it was put right, or its use restricted (GDPR art. 19). */
export const RECEIVER_TOLD = codeList('MOTTAKER_FORTALT', [
  { code: 'FORTALT', nb: 'Ja, fortalt', nn: 'Ja, fortalt', en: 'Yes, told', source: 'GDPR art. 19' },
  { code: 'IKKE_BERORT', nb: 'Nei, de har ikke fått det som er endret', nn: 'Nei, dei har ikkje fått det som er endra', en: 'No, they did not get what was changed', source: 'GDPR art. 19' },
  { code: 'IKKE_MULIG', nb: 'Nei, det er ikke mulig, eller for krevende', nn: 'Nei, det er ikkje mogleg, eller for krevjande', en: 'No, it is not possible, or takes too much', source: 'GDPR art. 19' },
]);
export type ReceiverTold = (typeof RECEIVER_TOLD)['codes'][number];

/** RESERVASJON_STATISTIKK: whether the person keeps out of figures, analysis and research. */
export const FIGURES_WISH = codeList('RESERVASJON_STATISTIKK', [
  { code: 'RESERVERT', nb: 'Vil ikke være med i statistikk, analyse og forskning', nn: 'Vil ikkje vere med i statistikk, analyse og forsking', en: 'Does not want to be in figures, analysis or research', source: 'krl § 5 a' },
  { code: 'MED', nb: 'Kan være med likevel', nn: 'Kan vere med likevel', en: 'May be counted after all', source: 'krl § 5 a' },
]);
export type FiguresWish = (typeof FIGURES_WISH)['codes'][number];

/** What a consent that is written down can be. */
export const CONSENT_STATUSES = ['GITT_SKRIFTLIG', 'GITT_MUNTLIG', 'DELVIS', 'AVSLATT'] as const satisfies readonly Consent[];

/** Types two people may give a case. The others come by themselves: IKKE_VURDERT with T4, IKKE_VURDERT or UTENFOR with T6. */
export const CLASSIFIED_TYPES = ['MA', 'BOR', 'KAN'] as const satisfies readonly CaseType[];
export type ClassifiedType = (typeof CLASSIFIED_TYPES)[number];

export const UNCLASSIFIED_TYPES = ['IKKE_VURDERT', 'UTENFOR'] as const satisfies readonly CaseType[];
export type UnclassifiedType = (typeof UNCLASSIFIED_TYPES)[number];

/** Why a concern became no case (T6). */
export const NOT_A_CASE_REASONS = [
  'KUN_RADGIVNING', 'IKKE_MALGRUPPE', 'UTENFOR_KOMMUNER', 'IKKE_BEKREFTET', 'PERSON_ONSKER_IKKE', 'IKKE_KONTAKT', 'DOD', 'FLYTTET', 'DUBLETT', 'FEILREGISTRERT',
] as const satisfies readonly ClosingReason[];
export type NotACaseReason = (typeof NOT_A_CASE_REASONS)[number];

/** Why a case is handed to another municipality (T4). */
export const TRANSFER_REASONS = ['UTENFOR_KOMMUNER', 'OVERFORT_KOMMUNE'] as const satisfies readonly ClosingReason[];
export type TransferReason = (typeof TRANSFER_REASONS)[number];

/** Reasons that end a case before its follow-up, because nobody is left to follow up or it is no longer ours. */
export const EARLY_REASONS = [
  'IKKE_BEKREFTET', 'PERSON_ONSKER_IKKE', 'IKKE_KONTAKT', 'DOD', 'FLYTTET', 'OVERFORT_KOMMUNE', 'OVERTATT_POLITI', 'IKKE_MALGRUPPE', 'UTENFOR_KOMMUNER', 'DUBLETT', 'FEILREGISTRERT',
] as const satisfies readonly ClosingReason[];
/** A kan-sak is advice and a hand-over to an ordinary service; that, too, is a reason to stop (domain reference §3.2). */
export const EARLY_REASONS_KAN = ['KUN_RADGIVNING', 'OVERTATT_TJENESTE'] as const satisfies readonly ClosingReason[];
