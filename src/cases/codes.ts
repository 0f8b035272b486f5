import { codeList } from '../kernel/codes.ts';
import type { ProtectionKind } from './safety-codes.ts';

export { figuresTold } from './figures-told.ts';

/** SAKSTYPE: what two people decide a concern is. Never computed (domain reference §3.2). */
export const CASE_TYPE = codeList('SAKSTYPE', [
  { code: 'MA', nb: 'Må-sak', nn: 'Må-sak', en: 'Must case', source: 'S3', synonyms: ['Må'] },
  { code: 'BOR', nb: 'Bør-sak', nn: 'Bør-sak', en: 'Should case', source: 'S3', synonyms: ['Bør'] },
  { code: 'KAN', nb: 'Kan-sak', nn: 'Kan-sak', en: 'May case', source: 'B', synonyms: ['Kan'] },
  { code: 'IKKE_VURDERT', nb: 'Ikke vurdert', nn: 'Ikkje vurdert', en: 'Not assessed', source: 'S3' },
  { code: 'UTENFOR', nb: 'Utenfor TryggEst', nn: 'Utanfor TryggEst', en: 'Outside TryggEst', source: 'P' },
  { code: 'DROFTING', nb: 'Anonym drøfting', nn: 'Anonym drøfting', en: 'Anonymous consultation', source: 'S1 S3 S4', synonyms: ['Drøfting'] },
  { code: 'UKJENT', nb: 'Ukjent', nn: 'Ukjend', en: 'Unknown', source: 'P', historic: true },
]);
export type CaseType = (typeof CASE_TYPE)['codes'][number];

/** TILTAK: what is done for the person. */
export const MEASURE = codeList('TILTAK', [
  { code: 'SAMTALE', nb: 'Samtaler med den utsatte', nn: 'Samtalar med den utsette', en: 'Talks with the person', source: 'K', synonyms: ['Samtale', 'Counselling'] },
  { code: 'SIKKERHETSPLAN', nb: 'Sikkerhetsplan', nn: 'Tryggleiksplan', en: 'Safety plan', source: 'K' },
  { code: 'RISIKOVURDERING', nb: 'Risikovurdering', nn: 'Risikovurdering', en: 'Risk assessment', source: 'S3' },
  { code: 'POLITIVARSEL', nb: 'Varslet politi', nn: 'Varsla politi', en: 'Police alerted', source: 'K' },
  { code: 'ANMELDELSE', nb: 'Anmeldelse', nn: 'Melding til politiet', en: 'Reported to the police', source: 'K', synonyms: ['Reported'] },
  { code: 'POLITIRAD', nb: 'Råd fra politi', nn: 'Råd frå politi', en: 'Advice from the police', source: 'K', synonyms: ['Advice'] },
  { code: 'VOLDSALARM', nb: 'Voldsalarm', nn: 'Valdsalarm', en: 'Personal alarm from the police', source: 'K', synonyms: ['Mobil voldsalarm', 'Alarm'] },
  { code: 'BESOKSFORBUD', nb: 'Besøksforbud', nn: 'Besøksforbod', en: 'Restraining order', source: 'K', synonyms: ['Kontaktforbud'] },
  { code: 'ADRESSESPERRE', nb: 'Adressesperre', nn: 'Adressesperre', en: 'Blocked address', source: 'K', synonyms: ['Address block'] },
  { code: 'KRISESENTER_BO', nb: 'Krisesenter, botilbud', nn: 'Krisesenter, butilbod', en: 'Crisis shelter, housing', source: 'S0', synonyms: ['Krisesenter botilbud', 'Krisesenter butilbod', 'Shelter housing'] },
  { code: 'KRISESENTER_DAG', nb: 'Krisesenter, dagtilbud', nn: 'Krisesenter, dagtilbod', en: 'Crisis shelter, day service', source: 'S0', synonyms: ['Krisesenter dagtilbud', 'Krisesenter dagtilbod', 'Dagsamtaler'] },
  { code: 'MIDLERTIDIG_BOLIG', nb: 'Midlertidig bolig', nn: 'Mellombels bustad', en: 'Temporary housing', source: 'K' },
  { code: 'NY_BOLIG', nb: 'Ny bolig', nn: 'Ny bustad', en: 'New housing', source: 'K' },
  { code: 'INSTITUSJON', nb: 'Institusjonsplass', nn: 'Institusjonsplass', en: 'Place in an institution', source: 'K', synonyms: ['Sykehjemsplass', 'Institution'] },
  { code: 'OKT_TJENESTE', nb: 'Økte helse- og omsorgstjenester', nn: 'Auka helse- og omsorgstenester', en: 'More care services', source: 'K' },
  { code: 'ENDRET_TJENESTE', nb: 'Endrede helse- og omsorgstjenester', nn: 'Endra helse- og omsorgstenester', en: 'Changed care services', source: 'K' },
  { code: 'VELFERDSTEKNOLOGI', nb: 'Trygghetsalarm eller velferdsteknologi', nn: 'Tryggleiksalarm eller velferdsteknologi', en: 'Safety alarm or assistive technology', source: 'K', synonyms: ['Trygghetsalarm/velferdsteknologi', 'Tryggleiksalarm/velferdsteknologi', 'Trygghetsalarm', 'Velferdsteknologi', 'Welfare tech'] },
  { code: 'MELDT_VERGEMAL', nb: 'Meldt behov for vergemål', nn: 'Meldt behov for verjemål', en: 'Notice that a guardian is needed', source: 'K', synonyms: ['Guardianship notice'] },
  { code: 'OKONOMISIKRING', nb: 'Sikring av økonomi', nn: 'Sikring av økonomi', en: 'Protection of finances', source: 'K', synonyms: ['Sikring av økonomi (bank)', 'Finance protection'] },
  { code: 'VOLDSERSTATNING', nb: 'Søkt om voldserstatning', nn: 'Søkt om valdserstatning', en: 'Applied for compensation for violence', source: 'voldserstatningsloven', parent: 'OKONOMISIKRING', synonyms: ['Voldserstatning', 'Valdserstatning', 'Voldsoffererstatning', 'Hjelp til å søke voldserstatning', 'Criminal injuries compensation'] },
  { code: 'MEDISINSK', nb: 'Legeundersøkelse', nn: 'Legeundersøking', en: 'Medical examination', source: 'K', synonyms: ['Legesjekk', 'Medical'] },
  { code: 'SPORSIKRING', nb: 'Sporsikring', nn: 'Sporsikring', en: 'Securing of evidence', source: 'S1', synonyms: ['Forensics'] },
  { code: 'PSYKISK_HELSEHJELP', nb: 'Psykisk helsehjelp', nn: 'Psykisk helsehjelp', en: 'Mental health care', source: 'K' },
  { code: 'RUSBEHANDLING', nb: 'Rusbehandling', nn: 'Rusbehandling', en: 'Treatment for substance use', source: 'K', synonyms: ['Substance treatment'] },
  { code: 'BARNEVERN_MELDT', nb: 'Meldt til barnevernet', nn: 'Meldt til barnevernet', en: 'Reported to child protection', source: 'K', synonyms: ['Meldt til barnevern'] },
  { code: 'SAMARBEIDSMOTE', nb: 'Samarbeidsmøte', nn: 'Samarbeidsmøte', en: 'Meeting between services', source: 'S2', synonyms: ['Samarbeidsmøter', 'Meetings'] },
  { code: 'ANSVARSGRUPPE', nb: 'Ansvarsgruppe', nn: 'Ansvarsgruppe', en: 'Care group', source: 'S4', synonyms: ['Ansvarsgruppemøte'] },
  { code: 'INDIVIDUELL_PLAN', nb: 'Individuell plan', nn: 'Individuell plan', en: 'Individual plan', source: 'K' },
  { code: 'TILTAK_UTOVER', nb: 'Tiltak rettet mot den som utøver volden', nn: 'Tiltak retta mot den som utøver valden', en: 'Measures towards the person using violence', source: 'K', synonyms: ['Tiltak rettet mot utøver (ATV, familievern, konfliktråd)', 'Tiltak rettet mot utøver', 'Tiltak retta mot utøvar', 'Towards abuser'] },
  { code: 'PERSONALSAK', nb: 'Personalsak eller varsling', nn: 'Personalsak eller varsling', en: 'Staff matter or whistleblowing', source: 'K', synonyms: ['Personalsak/varsling', 'HR/whistleblowing'] },
  { code: 'INSTITUSJONSTILTAK', nb: 'Endring i tjenestestedet', nn: 'Endring på tenestestaden', en: 'Change at the service', source: 'K', synonyms: ['Service change'] },
  { code: 'VEILEDNING_MELDER', nb: 'Råd og veiledning til tjenesten', nn: 'Råd og rettleiing til tenesta', en: 'Advice to the service', source: 'S3', synonyms: ['Advice to service'] },
  { code: 'INGEN', nb: 'Ingen tiltak nødvendig', nn: 'Ingen tiltak nødvendig', en: 'No measure needed', source: 'K', synonyms: ['Ingen tiltak naudsynt', 'Ingen tiltak', 'None'] },
  { code: 'TAKKET_NEI', nb: 'Personen takket nei', nn: 'Personen takka nei', en: 'The person declined', source: 'K', synonyms: ['Takket nei', 'Declined'] },
  { code: 'UKJENT', nb: 'Ukjent', nn: 'Ukjend', en: 'Unknown', source: 'P', historic: true },
  { code: 'SKJERMET', nb: 'Skjermet tiltak', nn: 'Skjerma tiltak', en: 'Shielded measure', source: 'P', historic: true },
]);
export type Measure = (typeof MEASURE)['codes'][number];

/** The measure that each kind of protection is: it can be written as either, and only a protection has a last day. */
export const PROTECTS: Readonly<Record<ProtectionKind, Measure>> = {
  VOLDSALARM: 'VOLDSALARM', BESOKSFORBUD: 'BESOKSFORBUD', BESOKSFORBUD_HJEM: 'BESOKSFORBUD', KONTAKTFORBUD: 'BESOKSFORBUD', OMVENDT_VOLDSALARM: 'BESOKSFORBUD',
};

/** TILTAKSSTATUS: how far a measure has come. */
export const MEASURE_STATUS = codeList('TILTAKSSTATUS', [
  { code: 'PLANLAGT', nb: 'Planlagt', nn: 'Planlagd', en: 'Planned', source: 'P' },
  { code: 'PAGAR', nb: 'Pågår', nn: 'Pågår', en: 'In progress', source: 'P' },
  { code: 'UTFORT', nb: 'Utført', nn: 'Utført', en: 'Carried out', source: 'P', synonyms: ['Gjennomført'] },
  { code: 'AVBRUTT', nb: 'Avbrutt', nn: 'Avbroten', en: 'Stopped', source: 'P' },
  { code: 'UKJENT', nb: 'Ukjent', nn: 'Ukjend', en: 'Unknown', source: 'P', historic: true },
]);
export type MeasureStatus = (typeof MEASURE_STATUS)['codes'][number];

/** UTFALL: why a case is closed. Several may apply. */
export const CLOSING_REASON = codeList('UTFALL', [
  { code: 'VOLD_STANSET', nb: 'Volden er stanset', nn: 'Valden er stansa', en: 'The violence has stopped', source: 'K', synonyms: ['Violence stopped'] },
  { code: 'RISIKO_REDUSERT', nb: 'Risiko redusert, ordinær oppfølging', nn: 'Risiko redusert, ordinær oppfølging', en: 'Risk reduced, ordinary follow-up', source: 'K', synonyms: ['Risiko redusert', 'Risk reduced'] },
  { code: 'OVERTATT_TJENESTE', nb: 'Overtatt av ordinær tjeneste', nn: 'Overteken av ordinær teneste', en: 'Taken over by an ordinary service', source: 'K', synonyms: ['Taken over by service'] },
  { code: 'OVERTATT_POLITI', nb: 'Følges opp av politiet', nn: 'Blir følgt opp av politiet', en: 'Followed up by the police', source: 'K', synonyms: ['With police'] },
  { code: 'OVERFORT_KOMMUNE', nb: 'Overført til annen kommune', nn: 'Overført til annan kommune', en: 'Transferred to another municipality', source: 'K', synonyms: ['Overført annen kommune', 'Overført annan kommune', 'Other municipality'] },
  { code: 'IKKE_BEKREFTET', nb: 'Bekymringen ble ikke bekreftet', nn: 'Bekymringa blei ikkje stadfesta', en: 'The concern was not confirmed', source: 'K', synonyms: ['Bekymring ikke bekreftet', 'Bekymringa ikkje stadfesta', 'Not confirmed'] },
  { code: 'IKKE_MALGRUPPE', nb: 'Ikke i målgruppen, vist videre', nn: 'Ikkje i målgruppa, vist vidare', en: 'Not in the target group, shown to the right service', source: 'K', synonyms: ['Ikke i målgruppen', 'Not target group'] },
  { code: 'UTENFOR_KOMMUNER', nb: 'Tilhører ikke samarbeidets kommuner', nn: 'Høyrer ikkje til kommunane i samarbeidet', en: 'Lives outside the member municipalities', source: 'S3', synonyms: ['Utenfor prosjektets kommuner', 'Out of area'] },
  { code: 'PERSON_ONSKER_IKKE', nb: 'Personen ønsker ikke hjelp, og har samtykkekompetanse', nn: 'Personen ønskjer ikkje hjelp, og har samtykkekompetanse', en: 'The person has capacity and does not want help', source: 'K', synonyms: ['Personen ønsker ikke hjelp (kompetent)', 'Personen ønskjer ikkje hjelp (kompetent)', 'Personen ønsker ikke hjelp', 'Declined, competent'] },
  { code: 'KUN_RADGIVNING', nb: 'Kun råd og veiledning gitt', nn: 'Berre råd og rettleiing gitt', en: 'Advice only', source: 'K', synonyms: ['Kun rådgivning'] },
  { code: 'IKKE_KONTAKT', nb: 'Ikke oppnådd kontakt', nn: 'Ikkje oppnådd kontakt', en: 'No contact reached', source: 'K', synonyms: ['No contact'] },
  { code: 'DOD', nb: 'Personen er død', nn: 'Personen er død', en: 'The person has died', source: 'K', synonyms: ['Død', 'Died'] },
  { code: 'FLYTTET', nb: 'Personen har flyttet', nn: 'Personen har flytta', en: 'The person has moved', source: 'K', synonyms: ['Flyttet', 'Flytta', 'Moved'] },
  { code: 'DUBLETT', nb: 'Slått sammen med annen sak', nn: 'Slått saman med annan sak', en: 'Merged with another case', source: 'P', synonyms: ['Slått sammen', 'Slått saman', 'Dublett', 'Merged'] },
  { code: 'FEILREGISTRERT', nb: 'Feilregistrert', nn: 'Feilregistrert', en: 'Registered by mistake', source: 'P', synonyms: ['Error'] },
  { code: 'UKJENT', nb: 'Ukjent', nn: 'Ukjend', en: 'Unknown', source: 'P', historic: true },
]);
export type ClosingReason = (typeof CLOSING_REASON)['codes'][number];

/** ONSKE_OPPNADD: whether it went as the person wanted, asked when a case is closed. */
export const ACHIEVED = codeList('ONSKE_OPPNADD', [
  { code: 'HELT', nb: 'Ja, helt', nn: 'Ja, heilt', en: 'Yes, fully', source: 'P' },
  { code: 'DELVIS', nb: 'Delvis', nn: 'Delvis', en: 'Partly', source: 'P' },
  { code: 'IKKE', nb: 'Nei', nn: 'Nei', en: 'No', source: 'P' },
  { code: 'VET_IKKE', nb: 'Vi vet ikke hva personen ville', nn: 'Vi veit ikkje kva personen ville', en: 'We do not know what the person wanted', source: 'P' },
  { code: 'UKJENT', nb: 'Ukjent', nn: 'Ukjend', en: 'Unknown', source: 'P', historic: true },
]);
export type Achieved = (typeof ACHIEVED)['codes'][number];

/** Whether the organ is the police, as people write it: «Politiet i Fjordby», «politiadvokaten», «lensmannen». */
export function isPolice(organ: string): boolean {
  return /politi|lensmann/i.test(organ);
}
