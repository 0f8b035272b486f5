import type { AgeBand, Gender } from '../../people/codes.ts';
import { municipalityNumber } from '../../regions/codes.ts';
import {
  NEED, REPORTER, isService, type Basis, type Consent, type Relation, type Reporter, type Service, type Violence, type Vulnerability,
} from '../codes.ts';
import { LONGEST, type FieldName } from './fields.ts';

/** Where the person lives when it is no member municipality: another one, or not known to the writer. */
export const ELSEWHERE = 'annen';
export const NOT_KNOWN = 'ukjent';
/** Chosen by somebody who works in a service; which one is asked in the field `sted`. */
export const EMPLOYEE = 'ansatt';
/** Chosen by an employee for whom none of the law's exceptions fits. */
export const NO_BASIS = 'ingen';

export const YES_NO = ['ja', 'nei'] as const;
export const YES_NO_UNKNOWN = ['ja', 'nei', 'vet-ikke'] as const;
export const YES_NO_UNSURE = ['ja', 'nei', 'usikker'] as const;

/** Who may write without a job behind it. The person concerned stands first, because that choice changes the rest of the form. */
export const PRIVATE_REPORTERS = ['UTSATT_SELV', 'FAMILIE', 'VENN', 'NABO_BEKJENT', 'FRIVILLIG', 'IKKE_OPPGITT'] as const satisfies readonly Reporter[];
export const WHO = [...PRIVATE_REPORTERS, EMPLOYEE] as const;
/** Everyone bound by confidentiality of their own: services, guardians, banks. */
export const WORKPLACES: readonly Reporter[] = REPORTER.codes.filter((code) => isService(code));

/** Offered answers to «Har du spurt personen?», in the order of the form. */
export const ASKED = [
  'GITT_MUNTLIG', 'GITT_SKRIFTLIG', 'DELVIS', 'IKKE_SPURT', 'IKKE_TRYGT', 'AVSLATT', 'MANGLER_KOMPETANSE', 'PARORENDE', 'VERGE',
] as const satisfies readonly Consent[];
/** Answers that are a consent by themselves. A yes from kin or a guardian counts on arrival too, and is weighed again there (hpl § 22). */
export const GIVEN = ['GITT_MUNTLIG', 'GITT_SKRIFTLIG', 'DELVIS', 'PARORENDE', 'VERGE'] as const satisfies readonly Consent[];

/**
 * The law's exceptions that let somebody who works in a service tell this team without a consent (domain reference §4.3, §8.12).
 * hpl §§ 31 and 32 are not among them: the first is about the emergency services, the second lifts no confidentiality.
 */
export const EXCEPTIONS = ['FVL_13B_7', 'HPL_23_4', 'STRL_196', 'KRL_5_3', 'FVL_13B_5'] as const satisfies readonly Basis[];

/** What the public is offered, most common first. Other codes of the lists are recorded by the team, not asked here. */
export const CONCERNS = [
  'FYSISK', 'FYSISK_OPPDRAGER', 'PSYKISK', 'TRUSLER', 'SEKSUELL', 'OKONOMISK', 'MATERIELL', 'OMSORGSSVIKT', 'NETT', 'PERSONFORFOLGELSE',
  'SOSIAL_KONTROLL', 'AERESRELATERT', 'TVANGSEKTESKAP', 'UTNYTTING_MENNESKEHANDEL', 'ULOVLIG_TVANG', 'UKJENT',
] as const satisfies readonly Violence[];
/** OVER_67 is not asked: age tells it. «Ukjent» is there because mode C must answer. */
export const SITUATIONS = [
  'HOY_ALDER', 'DEMENS', 'UTVIKLINGSHEMMING', 'AUTISME', 'KOGNITIV_FUNKSJON', 'FYSISK_FUNKSJON', 'PSYKISK_FUNKSJON', 'SANSETAP', 'KOMMUNIKASJON',
  'FYSISK_SYKDOM', 'PSYKISK_SYKDOM', 'RUS', 'AVHENGIG_AV_UTOVER', 'ISOLASJON_OKONOMI', 'MINORITET', 'UKJENT',
] as const satisfies readonly Vulnerability[];
export const RELATIONS = [
  'EKTEFELLE', 'SAMBOER', 'KJAERESTE', 'TIDL_PARTNER', 'BARN', 'BARNEBARN', 'SOSKEN', 'FORELDRE', 'MOR', 'FAR', 'STEMOR', 'STEFAR', 'SVIGERFAMILIE', 'ANNEN_SLEKT',
  'ANSATT', 'MEDBEBOER', 'VERGE_FULLMEKTIG', 'VENN', 'NABO', 'BEKJENT', 'UKJENT_NETT', 'UKJENT_PERSON', 'UKJENT',
] as const satisfies readonly Relation[];
export const CONTACTED = [
  'POLITI', 'LEGEVAKT', 'FASTLEGE', 'HJEMMETJENESTE', 'KRISESENTER', 'NAV', 'PSYKISK_HELSE', 'RUSTJENESTE', 'BARNEVERN', 'VERGE', 'PARORENDE',
] as const satisfies readonly Service[];
export const AGES = ['A18_24', 'A25_39', 'A40_54', 'A55_66', 'A67_79', 'A80', 'UKJENT'] as const satisfies readonly AgeBand[];
export const GENDERS = ['KVINNE', 'MANN', 'ANNET', 'UKJENT'] as const satisfies readonly Gender[];

/** How the person self wants to come back: with a code that we draw, not at all, or with words of their own. */
export const COMING_BACK = ['ja', 'nei', 'egne'] as const;

const MUNICIPALITY_NUMBER = /^\d{4}$/;

/** The values a choice field may have. Where the list is somebody's own, isOffered decides. */
const OFFERED: Readonly<Partial<Record<FieldName, readonly string[]>>> = {
  fare: YES_NO, hvem: WHO, sted: WORKPLACES, hjelper: ['ja'], voksen: YES_NO_UNSURE, spurt: ASKED, grunn: [...EXCEPTIONS, NO_BASIS],
  ring: ['ja'], alder: AGES, kjonn: GENDERS, sprak: NEED.codes, skjult: ['ja'], flere: YES_NO_UNKNOWN, hva: CONCERNS, fortsatt: YES_NO_UNKNOWN, situasjon: SITUATIONS,
  tilknytning: RELATIONS, sammen: YES_NO_UNKNOWN, omsorg: YES_NO_UNKNOWN, jobber: YES_NO_UNKNOWN, barn: YES_NO_UNKNOWN, dyr: YES_NO_UNKNOWN, kontakt: CONTACTED,
  anonym: ['ja'], svar: YES_NO, kode: COMING_BACK,
};

/** Whether the form offers this value in this field; anything else was not chosen in our form. */
export function isOffered(field: FieldName, value: string): boolean {
  if (field === 'kommune') return value === ELSEWHERE || value === NOT_KNOWN || MUNICIPALITY_NUMBER.test(value);
  if (field === 'annenkommune') return municipalityNumber(value) !== undefined;
  // the words that the writer says are no names, as the form listed them
  if (field === 'ikkenavn') return value.length <= LONGEST.long;
  return OFFERED[field]?.includes(value) ?? false;
}
