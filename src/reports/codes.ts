import { codeList } from '../kernel/codes.ts';
import type { Lang } from '../kernel/texts.ts';
import { day, type Day } from '../kernel/time.ts';

/** MELDEKANAL: how the concern reached the reception. */
export const CHANNEL = codeList('MELDEKANAL', [
  { code: 'TELEFON', nb: 'Telefon', nn: 'Telefon', en: 'Phone', source: 'S0 S3', synonyms: ['Telefon (døgnåpen)', 'Telefon (døgnopen)', 'Døgnåpen telefon', 'Krisesenterets telefon', 'Phone (24/7)'] },
  { code: 'POST', nb: 'Skjema i posten', nn: 'Skjema i posten', en: 'Form by post', source: 'S0 S3', synonyms: ['Post', 'Brev', 'Meldeskjema i posten', 'Papirskjema'] },
  { code: 'NETTSKJEMA', nb: 'Nettskjema', nn: 'Nettskjema', en: 'Web form', source: 'S3', synonyms: ['Elektronisk meldeskjema', 'Elektronisk meldesystem', 'Digitalt skjema'] },
  { code: 'OPPMOTE', nb: 'Personlig oppmøte', nn: 'Personleg oppmøte', en: 'In person', source: 'P', synonyms: ['Oppmøte'] },
  { code: 'INTERN', nb: 'Intern melding i systemet', nn: 'Intern melding i systemet', en: 'Internal message, signed in', source: 'P', synonyms: ['Internal, logged-in'] },
  { code: 'EPOST', nb: 'E-post (flyttes og slettes)', nn: 'E-post (blir flytta og sletta)', en: 'E-mail (moved here, then deleted)', source: 'P', synonyms: ['E-post', 'Epost', 'E-mail', 'E-post (flyttast og slettast)'] },
  { code: 'ANNEN_KOMMUNE', nb: 'Overført fra annen kommune', nn: 'Overført frå annan kommune', en: 'Transferred from another municipality', source: 'S3', synonyms: ['Transferred in'] },
  { code: 'EGET_ARBEID', nb: 'Oppdaget i eget arbeid', nn: 'Oppdaga i eige arbeid', en: 'Found in own work', source: 'P', synonyms: ['Detected in own work'] },
  { code: 'FAGSYSTEM', nb: 'Fra fagsystem', nn: 'Frå fagsystem', en: 'From a record system', source: 'P' },
  { code: 'UKJENT', nb: 'Ukjent', nn: 'Ukjend', en: 'Unknown', source: 'P', historic: true },
]);
export type Channel = (typeof CHANNEL)['codes'][number];

/** What stands in the place of a code that tells of contact with a shelter (shelter-basis.ts). */
export const SHIELDED = 'SKJERMET';

/** MELDER: who reports. SKJERMET, here and below, is never stored: shelter-basis.ts puts it in the place of what tells of a shelter. */
export const REPORTER = codeList('MELDER', [
  { code: 'UTSATT_SELV', nb: 'Den utsatte selv', nn: 'Den utsette sjølv', en: 'The person affected', source: 'B', synonyms: ['Den det gjelder', 'Personen selv', 'Den voldsutsatte', 'The person'] },
  { code: 'FAMILIE', nb: 'Familie eller pårørende', nn: 'Familie eller pårørande', en: 'Family or next of kin', source: 'S4', synonyms: ['Familie/pårørende', 'Familie/pårørande', 'Familie', 'Pårørende', 'Pårørande'] },
  { code: 'VENN', nb: 'Venn', nn: 'Ven', en: 'Friend', source: 'S4', synonyms: ['Venner'] },
  { code: 'NABO_BEKJENT', nb: 'Nabo eller bekjent', nn: 'Nabo eller kjenning', en: 'Neighbour or acquaintance', source: 'P', synonyms: ['Nabo', 'Bekjent', 'Kjenning'] },
  { code: 'HJEMMETJENESTE', nb: 'Hjemmetjenesten', nn: 'Heimetenesta', en: 'Home care', source: 'S3', synonyms: ['Hjemmetjeneste', 'Hjemmesykepleien', 'Hjemmesykepleie', 'Heimesjukepleia'] },
  { code: 'SYKEHJEM_OMSORG', nb: 'Sykehjem eller omsorgsbolig', nn: 'Sjukeheim eller omsorgsbustad', en: 'Nursing or care home', source: 'P', synonyms: ['Sykehjem, omsorgsbolig', 'Sjukeheim, omsorgsbustad', 'Sykehjem', 'Sjukeheim', 'Omsorgsbolig', 'Omsorgsbustad', 'Omsorgssenter', 'Nursing, care home'] },
  { code: 'BOFELLESSKAP', nb: 'Bofellesskap eller tjenester for funksjonshemmede', nn: 'Bufellesskap eller tenester for funksjonshemma', en: 'Group home or disability service', source: 'P', synonyms: ['Bofellesskap, tj. funksjonshemmede', 'Bufellesskap, tenester for funksjonshemma', 'Bofellesskap', 'Bufellesskap', 'Tjenester for funksjonshemmede', 'Tenester for funksjonshemma'] },
  { code: 'DAGTILBUD', nb: 'Dagsenter eller aktivitetstilbud', nn: 'Dagsenter eller aktivitetstilbod', en: 'Day centre', source: 'P', synonyms: ['Dagsenter, aktivitetstilbud', 'Dagsenter, aktivitetstilbod', 'Dagsenter', 'Aktivitetstilbud'] },
  { code: 'BPA', nb: 'BPA-ordning eller assistent', nn: 'BPA-ordning eller assistent', en: 'Personal assistance', source: 'P', synonyms: ['BPA-ordning, assistent', 'BPA', 'Brukerstyrt personlig assistanse', 'Brukarstyrt personleg assistanse'] },
  { code: 'PSYKISK_HELSE', nb: 'Kommunal psykisk helsetjeneste', nn: 'Kommunal psykisk helseteneste', en: 'Municipal mental health service', source: 'P', synonyms: ['Kommunal psykisk helse', 'Psykisk helse', 'Avdeling psykisk helse', 'Municipal mental health'] },
  { code: 'RUSTJENESTE', nb: 'Rustjenesten', nn: 'Rustenesta', en: 'Substance-use service', source: 'S3', synonyms: ['Rustjeneste', 'Rusteneste'] },
  { code: 'FASTLEGE', nb: 'Fastlege', nn: 'Fastlege', en: 'GP', source: 'K', synonyms: ['Fastlegen', 'Lege'] },
  { code: 'LEGEVAKT', nb: 'Legevakt', nn: 'Legevakt', en: 'Out-of-hours clinic', source: 'S3', synonyms: ['Legevakta', 'Legevakten'] },
  { code: 'SYKEHUS_DPS', nb: 'Sykehus, DPS eller ambulant team', nn: 'Sjukehus, DPS eller ambulant team', en: 'Hospital, psychiatric centre or outreach team', source: 'S4', synonyms: ['Sykehus/DPS/ambulant team', 'Sjukehus/DPS/ambulant team', 'Sykehus', 'Sjukehus', 'DPS', 'Ambulant team', 'Hospital/DPS'] },
  { code: 'TANNHELSE', nb: 'Tannhelsetjenesten', nn: 'Tannhelsetenesta', en: 'Dental service', source: 'S1', synonyms: ['Tannlege', 'Tannhelse'] },
  { code: 'NAV', nb: 'Nav', nn: 'Nav', en: 'Nav', source: 'K', synonyms: ['NAV-kontoret'] },
  { code: 'KRISESENTER', nb: 'Krisesenter', nn: 'Krisesenter', en: 'Crisis shelter', source: 'S3', synonyms: ['Krisesenteret'] },
  { code: 'BARNEVERN', nb: 'Barnevern', nn: 'Barnevern', en: 'Child protection', source: 'K', synonyms: ['Barnevernet', 'Barnevernstjenesten', 'Barnevernstenesta'] },
  { code: 'SKOLE_VOKSENOPPL', nb: 'Skole eller voksenopplæring', nn: 'Skule eller vaksenopplæring', en: 'School or adult education', source: 'P', synonyms: ['Skole, voksenopplæring', 'Skule, vaksenopplæring', 'Skole', 'Skule', 'Voksenopplæring', 'Vaksenopplæring', 'School, adult education'] },
  { code: 'POLITI', nb: 'Politi', nn: 'Politi', en: 'Police', source: 'S0', synonyms: ['Politiet'] },
  { code: 'VERGE', nb: 'Verge', nn: 'Verje', en: 'Guardian', source: 'P', synonyms: ['Vergen', 'Verja'] },
  { code: 'BANK_NAERING', nb: 'Bank eller næringsliv', nn: 'Bank eller næringsliv', en: 'Bank or business', source: 'P', synonyms: ['Bank, næringsliv', 'Bank', 'Bank, business'] },
  { code: 'FRIVILLIG', nb: 'Frivillig organisasjon', nn: 'Frivillig organisasjon', en: 'Voluntary organisation', source: 'S3', synonyms: ['Frivillig', 'Frivillige', 'Voluntary org.'] },
  { code: 'ANNEN_OFFENTLIG', nb: 'Annen offentlig tjeneste', nn: 'Anna offentleg teneste', en: 'Other public service', source: 'P' },
  { code: 'ANONYM', nb: 'Anonym melder', nn: 'Anonym meldar', en: 'Anonymous', source: 'P', synonyms: ['Anonym'] },
  { code: 'IKKE_OPPGITT', nb: 'Ikke oppgitt', nn: 'Ikkje oppgitt', en: 'Not stated', source: 'P' },
  { code: 'UKJENT', nb: 'Ukjent', nn: 'Ukjend', en: 'Unknown', source: 'P' },
  { code: 'SKJERMET', nb: 'Skjermet melder', nn: 'Skjerma meldar', en: 'Shielded reporter', source: 'P', historic: true },
]);
export type Reporter = (typeof REPORTER)['codes'][number];

const PRIVATE_REPORTERS: ReadonlySet<Reporter> = new Set<Reporter>([
  'UTSATT_SELV', 'FAMILIE', 'VENN', 'NABO_BEKJENT', 'FRIVILLIG', 'ANONYM', 'IKKE_OPPGITT', 'UKJENT',
]);

/**
 * Whether this reporter writes as part of a job or an office with confidentiality of its own, and therefore needs
 * consent or an exception in law before naming the person (fvl. § 13, hpl. § 21, vgml. § 46, finansforetaksloven § 9-6).
 * A volunteer has no such duty in law: asking one for consent first would only keep a worry from being told.
 */
export function isService(reporter: Reporter): boolean {
  return !PRIVATE_REPORTERS.has(reporter);
}

/** SAARBARHET: why the person may find it harder to protect themselves. Several may apply. */
export const VULNERABILITY = codeList('SAARBARHET', [
  { code: 'DEMENS', nb: 'Demens', nn: 'Demens', en: 'Dementia', source: 'S3' },
  { code: 'OVER_67', nb: 'Over 67 år', nn: 'Over 67 år', en: 'Over 67', source: 'S3', historic: true, synonyms: ['Over 67'] },
  { code: 'HOY_ALDER', nb: 'Høy alder', nn: 'Høg alder', en: 'Old age', source: 'S0', synonyms: ['Alder (høy alder)', 'Alder (høg alder)', 'Alder'] },
  { code: 'AUTISME', nb: 'Autisme', nn: 'Autisme', en: 'Autism', source: 'S3', synonyms: ['Autismespekterforstyrrelse', 'Autismespekteret'] },
  { code: 'UTVIKLINGSHEMMING', nb: 'Psykisk utviklingshemning', nn: 'Psykisk utviklingshemming', en: 'Intellectual disability', source: 'S3', synonyms: ['Utviklingshemming', 'Utviklingshemning', 'Psykisk utviklingshemmet'] },
  { code: 'RUS', nb: 'Rus', nn: 'Rus', en: 'Substance use', source: 'S0 S3', synonyms: ['Rusproblematikk', 'Rusavhengighet'] },
  { code: 'MINORITET', nb: 'Minoritetsbakgrunn', nn: 'Minoritetsbakgrunn', en: 'Minority background', source: 'S3', synonyms: ['Minoritet'] },
  { code: 'FYSISK_FUNKSJON', nb: 'Fysisk funksjonsnedsettelse', nn: 'Fysisk funksjonsnedsetjing', en: 'Physical disability', source: 'S0', synonyms: ['Fysisk funksjonshemming'] },
  { code: 'PSYKISK_FUNKSJON', nb: 'Psykisk funksjonsnedsettelse', nn: 'Psykisk funksjonsnedsetjing', en: 'Mental disability', source: 'S0', synonyms: ['Psykisk funksjonshemming'] },
  { code: 'KOGNITIV_FUNKSJON', nb: 'Kognitiv eller intellektuell funksjonsnedsettelse', nn: 'Kognitiv eller intellektuell funksjonsnedsetjing', en: 'Cognitive disability', source: 'S0', synonyms: ['Kognitiv/intellektuell funksjonsnedsettelse', 'Kognitiv/intellektuell funksjonsnedsetjing', 'Kognitiv funksjonsnedsettelse', 'Intellektuell funksjonsnedsettelse'] },
  { code: 'SANSETAP', nb: 'Syns- eller hørselstap', nn: 'Syns- eller høyrselstap', en: 'Loss of sight or hearing', source: 'P', synonyms: ['Syns-/hørselstap', 'Syns-/høyrselstap', 'Sensory loss'] },
  { code: 'FYSISK_SYKDOM', nb: 'Fysisk sykdom', nn: 'Fysisk sjukdom', en: 'Physical illness', source: 'S0', synonyms: ['Somatisk sykdom'] },
  { code: 'PSYKISK_SYKDOM', nb: 'Psykisk sykdom eller lidelse', nn: 'Psykisk sjukdom eller liding', en: 'Mental illness', source: 'S0', synonyms: ['Psykisk sykdom/lidelse', 'Psykisk sjukdom/liding', 'Psykisk sykdom', 'Psykisk lidelse', 'Psykiske lidelser'] },
  { code: 'AVHENGIG_AV_UTOVER', nb: 'Avhengig av den som begår overgrepet', nn: 'Avhengig av den som gjer overgrepet', en: 'Depends on the person causing harm', source: 'S0', synonyms: ['Avhengig av overgriper', 'Depends on abuser'] },
  { code: 'KOMMUNIKASJON', nb: 'Vansker med å fortelle', nn: 'Vanskar med å fortelje', en: 'Difficulty telling others', source: 'S0', synonyms: ['Vanskelig for å fortelle', 'Trouble telling'] },
  { code: 'ISOLASJON_OKONOMI', nb: 'Isolasjon eller dårlig økonomi', nn: 'Isolasjon eller dårleg økonomi', en: 'Isolation or poverty', source: 'P', synonyms: ['Isolasjon/dårlig økonomi', 'Isolasjon/dårleg økonomi', 'Isolation/poverty'] },
  { code: 'IKKE_OPPGITT', nb: 'Ikke oppgitt', nn: 'Ikkje oppgitt', en: 'Not stated', source: 'P' },
  { code: 'UKJENT', nb: 'Ukjent', nn: 'Ukjend', en: 'Unknown', source: 'P' },
]);
export type Vulnerability = (typeof VULNERABILITY)['codes'][number];

/** VOLDSTYPE: what the worry is about. Several may apply; a worry need not be a crime. */
export const VIOLENCE = codeList('VOLDSTYPE', [
  { code: 'FYSISK', nb: 'Fysisk vold', nn: 'Fysisk vald', en: 'Physical violence', source: 'S0 S3' },
  { code: 'FYSISK_OPPDRAGER', nb: 'Oppdragervold', nn: 'Oppsedingsvald', en: 'Violence used as discipline', source: 'S1 S3', parent: 'FYSISK', synonyms: ['Fysisk vold- oppdragervold', 'Fysisk vald – oppsedingsvald', 'Oppdragelsesvold'] },
  { code: 'PSYKISK', nb: 'Psykisk vold', nn: 'Psykisk vald', en: 'Psychological violence', source: 'S0 S3' },
  { code: 'TRUSLER', nb: 'Trusler', nn: 'Truslar', en: 'Threats', source: 'K' },
  { code: 'LATENT', nb: 'Latent vold', nn: 'Latent vald', en: 'Fear of violence to come (latent violence)', source: 'K', synonyms: ['Latent violence'] },
  { code: 'SEKSUELL', nb: 'Seksuelle overgrep', nn: 'Seksuelle overgrep', en: 'Sexual abuse', source: 'S0 S3', synonyms: ['Seksuelt overgrep', 'Seksuell vold', 'Seksuell vald'] },
  { code: 'VOLDTEKT', nb: 'Voldtekt', nn: 'Valdtekt', en: 'Rape', source: 'S1', parent: 'SEKSUELL' },
  { code: 'OKONOMISK', nb: 'Økonomiske overgrep', nn: 'Økonomiske overgrep', en: 'Financial abuse', source: 'S0 S3', synonyms: ['Økonomisk vold', 'Økonomisk vald', 'Økonomisk overgrep', 'Økonomisk utnyttelse', 'Økonomisk utnytting'] },
  { code: 'MATERIELL', nb: 'Materiell vold', nn: 'Materiell vald', en: 'Damage to property', source: 'S0 S3' },
  { code: 'OMSORGSSVIKT', nb: 'Omsorgssvikt eller forsømmelse', nn: 'Omsorgssvikt eller forsømming', en: 'Neglect', source: 'S0', synonyms: ['Omsorgssvikt/forsømmelse', 'Omsorgssvikt/forsømming', 'Omsorgssvikt', 'Forsømmelse', 'Forsømming'] },
  { code: 'NETT', nb: 'Nettovergrep', nn: 'Nettovergrep', en: 'Online abuse', source: 'S0', synonyms: ['Overgrep på nett', 'Digital vold'] },
  { code: 'PERSONFORFOLGELSE', nb: 'Personforfølgelse (stalking)', nn: 'Personforfølging (stalking)', en: 'Stalking', source: 'K', synonyms: ['Personforfølgelse, stalking', 'Personforfølging, stalking', 'Personforfølgelse', 'Personforfølging'] },
  { code: 'AERESRELATERT', nb: 'Æresrelatert vold', nn: 'Æresrelatert vald', en: 'Honour-based violence', source: 'S0', synonyms: ['Æresvold'] },
  { code: 'SOSIAL_KONTROLL', nb: 'Ekstrem eller negativ sosial kontroll', nn: 'Ekstrem eller negativ sosial kontroll', en: 'Extreme social control', source: 'S0', synonyms: ['Ekstrem/negativ sosial kontroll', 'Ekstrem sosial kontroll', 'Negativ sosial kontroll', 'Ekstrem kontroll'] },
  { code: 'TVANGSEKTESKAP', nb: 'Tvangsekteskap', nn: 'Tvangsekteskap', en: 'Forced marriage', source: 'S0 S1' },
  { code: 'KJONNSLEMLESTELSE', nb: 'Kjønnslemlestelse', nn: 'Kjønnslemlesting', en: 'Genital mutilation', source: 'S1' },
  { code: 'UTNYTTING_MENNESKEHANDEL', nb: 'Utnytting eller menneskehandel', nn: 'Utnytting eller menneskehandel', en: 'Exploitation or trafficking', source: 'S0 P', synonyms: ['Utnytting/menneskehandel', 'Utnytting', 'Utnyttelse', 'Menneskehandel', 'Exploitation/trafficking'] },
  { code: 'ULOVLIG_TVANG', nb: 'Ulovlig tvang i tjenesten', nn: 'Ulovleg tvang i tenesta', en: 'Unlawful coercion in a service', source: 'K', synonyms: ['Ulovlig tvang', 'Ulovleg tvang'] },
  { code: 'IKKE_OPPGITT', nb: 'Ikke oppgitt', nn: 'Ikkje oppgitt', en: 'Not stated', source: 'P' },
  { code: 'UKJENT', nb: 'Ukjent', nn: 'Ukjend', en: 'Unknown', source: 'P' },
]);
export type Violence = (typeof VIOLENCE)['codes'][number];

/** RELASJON: the suspected abuser (antatt overgriper) is the person's … Several may apply. */
export const RELATION = codeList('RELASJON', [
  { code: 'EKTEFELLE', nb: 'Ektefelle', nn: 'Ektefelle', en: 'Spouse', source: 'S0', synonyms: ['Ektemann', 'Kone'] },
  { code: 'SAMBOER', nb: 'Samboer', nn: 'Sambuar', en: 'Cohabiting partner', source: 'S3', synonyms: ['Cohabitant'] },
  { code: 'KJAERESTE', nb: 'Kjæreste', nn: 'Kjærast', en: 'Partner', source: 'P' },
  { code: 'TIDL_PARTNER', nb: 'Tidligere partner', nn: 'Tidlegare partnar', en: 'Former partner', source: 'P', synonyms: ['Eks', 'Ekspartner', 'Ex-partner'] },
  { code: 'BARN', nb: 'Barn (voksent)', nn: 'Barn (vakse)', en: 'Adult child', source: 'S3', synonyms: ['Barn', 'Voksent barn', 'Vakse barn', 'Sønn', 'Datter', 'Son', 'Dotter'] },
  { code: 'BARNEBARN', nb: 'Barnebarn', nn: 'Barnebarn', en: 'Grandchild', source: 'S3' },
  { code: 'FORELDRE', nb: 'Foreldre', nn: 'Foreldre', en: 'Parents', source: 'S3', synonyms: ['Forelder', 'Parents (unspecified)'] },
  { code: 'FAR', nb: 'Far', nn: 'Far', en: 'Father', source: 'S2', parent: 'FORELDRE' },
  { code: 'MOR', nb: 'Mor', nn: 'Mor', en: 'Mother', source: 'S2', parent: 'FORELDRE' },
  { code: 'STEMOR', nb: 'Stemor', nn: 'Stemor', en: 'Stepmother', source: 'S2' },
  { code: 'STEFAR', nb: 'Stefar', nn: 'Stefar', en: 'Stepfather', source: 'S2' },
  { code: 'SOSKEN', nb: 'Søsken', nn: 'Sysken', en: 'Brother or sister', source: 'P', synonyms: ['Bror', 'Søster', 'Syster', 'Sibling'] },
  { code: 'SVIGERFAMILIE', nb: 'Svigerfamilie', nn: 'Svigerfamilie', en: 'In-laws', source: 'P' },
  { code: 'ANNEN_SLEKT', nb: 'Annen slekt', nn: 'Annan slekt', en: 'Other relative', source: 'P', synonyms: ['Other kin'] },
  { code: 'ANSATT', nb: 'Ansatt i tjenesten', nn: 'Tilsett i tenesta', en: 'Staff member in a service', source: 'P', synonyms: ['Ansatt', 'Tilsett', 'Staff member'] },
  { code: 'MEDBEBOER', nb: 'Medbeboer eller annen bruker', nn: 'Medbebuar eller annan brukar', en: 'Co-resident or other service user', source: 'P', synonyms: ['Medbeboer/annen bruker', 'Medbebuar/annan brukar', 'Medbeboer', 'Medbebuar', 'Co-resident'] },
  { code: 'VERGE_FULLMEKTIG', nb: 'Verge eller fullmektig', nn: 'Verje eller fullmektig', en: 'Guardian or attorney', source: 'P', synonyms: ['Verge/fullmektig', 'Verje/fullmektig', 'Verge', 'Verje', 'Fullmektig'] },
  { code: 'NABO', nb: 'Nabo', nn: 'Nabo', en: 'Neighbour', source: 'P' },
  { code: 'VENN', nb: 'Venn', nn: 'Ven', en: 'Friend', source: 'P' },
  { code: 'BEKJENT', nb: 'Bekjent', nn: 'Kjenning', en: 'Acquaintance', source: 'P' },
  { code: 'UKJENT_NETT', nb: 'Ukjent på nett', nn: 'Ukjend på nett', en: 'Stranger online', source: 'P', synonyms: ['Online stranger'] },
  { code: 'UKJENT_PERSON', nb: 'Ukjent person', nn: 'Ukjend person', en: 'Stranger', source: 'P', synonyms: ['Fremmed', 'Framand'] },
  { code: 'IKKE_OPPGITT', nb: 'Ikke oppgitt', nn: 'Ikkje oppgitt', en: 'Not stated', source: 'P' },
  { code: 'UKJENT', nb: 'Ukjent', nn: 'Ukjend', en: 'Unknown', source: 'P' },
]);
export type Relation = (typeof RELATION)['codes'][number];

/** TJENESTE: services involved with the person. Several may apply. */
export const SERVICE = codeList('TJENESTE', [
  { code: 'TRYGGEST_TEAM', nb: 'TryggEst-teamet', nn: 'TryggEst-teamet', en: 'TryggEst team', source: 'S3', synonyms: ['TryggEst', 'Tryggest-teamet'] },
  { code: 'HJEMMETJENESTE', nb: 'Hjemmetjenesten', nn: 'Heimetenesta', en: 'Home care', source: 'S3', synonyms: ['Hjemmetjeneste', 'Hjemmesykepleien', 'Heimesjukepleia'] },
  { code: 'TILDELINGSKONTOR', nb: 'Tildelingskontor', nn: 'Tildelingskontor', en: 'Service-allocation office', source: 'S3', synonyms: ['Tildelingskontoret'] },
  { code: 'SYKEHJEM', nb: 'Sykehjem', nn: 'Sjukeheim', en: 'Nursing home', source: 'S3', synonyms: ['Sykehjemmet'] },
  { code: 'OMSORGSBOLIG', nb: 'Omsorgsbolig', nn: 'Omsorgsbustad', en: 'Sheltered housing', source: 'S3', synonyms: ['Omsorgssenter'] },
  { code: 'FUNKSJONSHEMMEDE', nb: 'Tjenester for funksjonshemmede', nn: 'Tenester for funksjonshemma', en: 'Disability services', source: 'S3', synonyms: ['Tjenester for funksjonshemma', 'Bofellesskap'] },
  { code: 'HABILITERING', nb: 'Habiliteringstjenesten', nn: 'Habiliteringstenesta', en: 'Habilitation service', source: 'S3', synonyms: ['Habilitering', 'Habiliteringstjeneste', 'Habilitation (specialist)'] },
  { code: 'BOLIGSOSIAL', nb: 'Boligsosial avdeling', nn: 'Bustadsosial avdeling', en: 'Social housing department', source: 'S3', synonyms: ['Bolig sosial avdeling', 'Bolig sosial', 'NAV boligsosial', 'Social housing dept'] },
  { code: 'PSYKISK_HELSE', nb: 'Psykisk helse', nn: 'Psykisk helse', en: 'Mental health service', source: 'S2 S4', synonyms: ['Kommunal psykisk helse', 'Avdeling psykisk helse', 'Avd. psykisk helse', 'Mental health'] },
  { code: 'RUSTJENESTE', nb: 'Rustjenesten', nn: 'Rustenesta', en: 'Substance-use service', source: 'S3', synonyms: ['Rustjeneste', 'Rusteneste'] },
  { code: 'NAV', nb: 'Nav', nn: 'Nav', en: 'Nav', source: 'S3', synonyms: ['NAV-kontoret'] },
  { code: 'FASTLEGE', nb: 'Fastlege', nn: 'Fastlege', en: 'GP', source: 'S3', synonyms: ['Fastlegen'] },
  { code: 'LEGEVAKT', nb: 'Legevakt', nn: 'Legevakt', en: 'Out-of-hours clinic', source: 'S1 S4', synonyms: ['Legevakta', 'Legevakten', 'Clinic'] },
  { code: 'OVERGREPSMOTTAK', nb: 'Overgrepsmottak', nn: 'Overgrepsmottak', en: 'Sexual-assault centre', source: 'S1', synonyms: ['Overgrepsmottaket'] },
  { code: 'TANNHELSE', nb: 'Tannhelse', nn: 'Tannhelse', en: 'Dental service', source: 'S1', synonyms: ['Tannhelsetjenesten', 'Tannhelsetenesta', 'Tannlege', 'Dental'] },
  { code: 'DPS', nb: 'DPS ambulant team', nn: 'DPS ambulant team', en: 'Psychiatric outreach team (DPS)', source: 'S4', synonyms: ['DPS', 'Distriktspsykiatrisk senter'] },
  { code: 'ACT', nb: 'ACT-team', nn: 'ACT-team', en: 'ACT team', source: 'S4', synonyms: ['ACT', 'ACT-teamet'] },
  { code: 'PSYK_AKUTT', nb: 'Psykiatrisk akuttmottak', nn: 'Psykiatrisk akuttmottak', en: 'Psychiatric emergency ward', source: 'S4', synonyms: ['Psykiatrisk akuttmottak/PAT', 'PAT', 'PAT Kalnes', 'Psychiatric emergency'] },
  { code: 'POLITI', nb: 'Politi', nn: 'Politi', en: 'Police', source: 'S3', synonyms: ['Politiet'] },
  { code: 'KRISESENTER', nb: 'Krisesenteret', nn: 'Krisesenteret', en: 'Crisis shelter', source: 'S3', synonyms: ['Krisesenter', 'Shelter'] },
  { code: 'VERGE', nb: 'Verge', nn: 'Verje', en: 'Guardian', source: 'S3', synonyms: ['Vergen', 'Verja'] },
  { code: 'PARORENDE', nb: 'Pårørende', nn: 'Pårørande', en: 'Next of kin', source: 'S3' },
  { code: 'BARNEVERN', nb: 'Barnevern', nn: 'Barnevern', en: 'Child protection', source: 'S1', synonyms: ['Barnevernet', 'Barnevernstjenesten', 'Barnevernstenesta'] },
  { code: 'BARNEVERNVAKT', nb: 'Barnevernvakt', nn: 'Barnevernsvakt', en: 'Child-protection emergency service', source: 'S1', synonyms: ['Barnevernvakten', 'Barnevernsvakta', 'Child-protection duty'] },
  { code: 'BARNEHUS', nb: 'Barnehus', nn: 'Barnehus', en: "Children's house", source: 'S1', synonyms: ['Statens barnehus', 'Barnehuset'] },
  { code: 'HELSESTASJON', nb: 'Helsestasjon', nn: 'Helsestasjon', en: 'Health station', source: 'S1', synonyms: ['Helsestasjonen'] },
  { code: 'SKOLE', nb: 'Skole', nn: 'Skule', en: 'School', source: 'S1' },
  { code: 'BARNEHAGE', nb: 'Barnehage', nn: 'Barnehage', en: 'Kindergarten', source: 'S1' },
  { code: 'FAMILIEVERN', nb: 'Familievernkontor', nn: 'Familievernkontor', en: 'Family counselling office', source: 'S1', synonyms: ['Familievernkontoret', 'Familievern', 'Family counselling'] },
  { code: 'KONFLIKTRAD', nb: 'Konfliktråd', nn: 'Konfliktråd', en: 'Mediation board', source: 'S1', synonyms: ['Konfliktrådet'] },
  { code: 'ATV', nb: 'Alternativ til Vold', nn: 'Alternativ til Vald', en: 'Treatment for people who use violence', source: 'S1', synonyms: ['ATV', 'Perpetrator treatment'] },
  { code: 'JOBBTILTAK', nb: 'Jobbtiltak', nn: 'Jobbtiltak', en: 'Employment scheme', source: 'S2', synonyms: ['Din utvikling'] },
  { code: 'FLYKTNINGTJENESTE', nb: 'Flyktningtjeneste', nn: 'Flyktningteneste', en: 'Refugee service', source: 'S1', synonyms: ['Flyktningtjenesten', 'Flyktningtenesta'] },
  { code: 'VOKSENOPPL', nb: 'Voksenopplæring', nn: 'Vaksenopplæring', en: 'Adult education', source: 'S1', synonyms: ['Moss Voks', 'Voksenopplæringen'] },
  { code: 'STATSFORVALTER', nb: 'Statsforvalteren', nn: 'Statsforvaltaren', en: 'County governor', source: 'P', synonyms: ['Fylkesmannen', 'Regional state authority'] },
  { code: 'BISTANDSADVOKAT', nb: 'Bistandsadvokat', nn: 'Bistandsadvokat', en: "Victim's counsel", source: 'P' },
  { code: 'TOLK', nb: 'Tolk', nn: 'Tolk', en: 'Interpreter', source: 'P' },
  { code: 'SMISO', nb: 'Senter mot incest (SMISO)', nn: 'Senter mot incest (SMISO)', en: 'Incest and abuse centre', source: 'S4', synonyms: ['Senter mot incest/SMISO', 'SMISO', 'Senter mot incest', 'Incest/abuse centre'] },
  { code: 'IKKE_OPPGITT', nb: 'Ikke oppgitt', nn: 'Ikkje oppgitt', en: 'Not stated', source: 'P' },
  { code: 'UKJENT', nb: 'Ukjent', nn: 'Ukjend', en: 'Unknown', source: 'P', synonyms: ['Ikke vurdert', 'Ikkje vurdert', 'Not assessed'] },
  { code: 'SKJERMET', nb: 'Skjermet tjeneste', nn: 'Skjerma teneste', en: 'Shielded service', source: 'P', historic: true },
]);
export type Service = (typeof SERVICE)['codes'][number];

/** TILRETTELEGGING: what somebody needs to be understood and to understand (domain reference §10, no. 10). Several may apply. */
export const NEED = codeList('TILRETTELEGGING', [
  { code: 'TOLK', nb: 'Tolk', nn: 'Tolk', en: 'Interpreter', source: 'P' },
  { code: 'TEGNSPRAK', nb: 'Tegnspråk', nn: 'Teiknspråk', en: 'Sign language', source: 'P' },
  { code: 'ENKLE_ORD', nb: 'Enkle ord og god tid', nn: 'Enkle ord og god tid', en: 'Simple words and time', source: 'P' },
  { code: 'HJELPEMIDLER', nb: 'Hjelpemidler for å snakke eller høre', nn: 'Hjelpemiddel for å snakke eller høyre', en: 'Aids to speak or hear', source: 'P' },
]);
export type Need = (typeof NEED)['codes'][number];

/** SAMTYKKE: where the question of consent to share (samtykke til å dele) stands. */
export const CONSENT = codeList('SAMTYKKE', [
  { code: 'GITT_SKRIFTLIG', nb: 'Gitt skriftlig', nn: 'Gitt skriftleg', en: 'Given in writing', source: 'P', synonyms: ['Skriftlig', 'Written'] },
  { code: 'GITT_MUNTLIG', nb: 'Gitt muntlig', nn: 'Gitt munnleg', en: 'Given orally', source: 'P', synonyms: ['Muntlig', 'Oral'] },
  { code: 'DELVIS', nb: 'Gitt for deler', nn: 'Gitt for delar', en: 'Given in part', source: 'P', synonyms: ['Delvis', 'Partial'] },
  { code: 'IKKE_SPURT', nb: 'Ikke spurt', nn: 'Ikkje spurd', en: 'Not asked', source: 'P', synonyms: ['Ikke spurt (grunn)', 'Ikkje spurd (grunn)', 'Not asked (why)'] },
  { code: 'IKKE_TRYGT', nb: 'Ikke trygt å spørre', nn: 'Ikkje trygt å spørje', en: 'Not safe to ask', source: 'P' },
  { code: 'AVSLATT', nb: 'Avslått', nn: 'Avslått', en: 'Refused', source: 'P', synonyms: ['Sagt nei'] },
  { code: 'TRUKKET', nb: 'Trukket tilbake', nn: 'Trekt tilbake', en: 'Withdrawn', source: 'P' },
  { code: 'MANGLER_KOMPETANSE', nb: 'Mangler samtykkekompetanse', nn: 'Manglar samtykkekompetanse', en: 'Lacks capacity to consent', source: 'P', synonyms: ['Mangler samtykkekompetanse (vurdert av …)', 'Lacks capacity'] },
  { code: 'PARORENDE', nb: 'Gitt av nærmeste pårørende', nn: 'Gitt av næraste pårørande', en: 'Given by next of kin', source: 'P', synonyms: ['By kin'] },
  { code: 'VERGE', nb: 'Gitt av verge', nn: 'Gitt av verje', en: 'Given by guardian', source: 'P', synonyms: ['By guardian'] },
  { code: 'IKKE_NODVENDIG', nb: 'Annet rettslig grunnlag', nn: 'Anna rettsleg grunnlag', en: 'Other legal basis', source: 'P', synonyms: ['Other basis'] },
  { code: 'IKKE_OPPGITT', nb: 'Ikke oppgitt', nn: 'Ikkje oppgitt', en: 'Not stated', source: 'P' },
  { code: 'UKJENT', nb: 'Ukjent', nn: 'Ukjend', en: 'Unknown', source: 'P' },
]);
export type Consent = (typeof CONSENT)['codes'][number];

/** HJEMMEL: the legal basis for sharing what is confidential. BASIS_LAW names the provision, BASIS_VALIDITY when it is in force. */
export const BASIS = codeList('HJEMMEL', [
  { code: 'SAMTYKKE', nb: 'Samtykke fra personen', nn: 'Samtykke frå personen', en: 'The person consents', source: 'S3', synonyms: ['Samtykke', 'Consent'] },
  { code: 'SAMTYKKE_PARORENDE', nb: 'Samtykke fra nærmeste pårørende', nn: 'Samtykke frå næraste pårørande', en: 'Next of kin consents, the person lacks capacity', source: 'K' },
  { code: 'KJENT_FRA_FOR', nb: 'Mottakeren kjenner opplysningene fra før', nn: 'Mottakaren kjenner opplysningane frå før', en: 'Already known to the receiver', source: 'K', synonyms: ['Kjent fra før', 'Kjent frå før', 'Already known'] },
  { code: 'ANONYMISERT', nb: 'Opplysningene er anonymisert', nn: 'Opplysningane er anonymiserte', en: 'De-identified', source: 'S1 S3', synonyms: ['Anonymisert'] },
  { code: 'FVL_13B_2', nb: 'Brukes til det formålet de er gitt for', nn: 'Blir brukte til det formålet dei er gitt for', en: 'Used for the purpose they were given for', source: 'K', synonyms: ['Formålet', 'Purpose given for'] },
  { code: 'FVL_13B_3', nb: 'Deles internt i organet', nn: 'Blir delte internt i organet', en: 'Shared inside the same body', source: 'K', synonyms: ['Internt i organet', 'Inside the organ'] },
  { code: 'FVL_13B_4', nb: 'Brukes til statistikk, plan eller kontroll', nn: 'Blir brukte til statistikk, plan eller kontroll', en: 'Used for statistics, planning or control', source: 'K', synonyms: ['Statistikk og kontroll', 'Statistics, control'] },
  { code: 'FVL_13B_5', nb: 'Trengs for å løse eget organs oppgaver', nn: 'Trengst for å løyse eige organ sine oppgåver', en: 'Needed for our own statutory tasks', source: 'K', synonyms: ['Annet organ, egne oppgaver', 'Anna organ, eigne oppgåver', 'Other organ, own tasks'] },
  { code: 'FVL_13B_6', nb: 'Anmeldelse av lovbrudd', nn: 'Melding av lovbrot', en: 'Reporting an offence', source: 'K', synonyms: ['Anmeldelse', 'Melding til påtalemakta', 'Report to prosecutors'] },
  { code: 'FVL_13B_7', nb: 'Fare for liv eller helse', nn: 'Fare for liv eller helse', en: 'Danger to life or health', source: 'K' },
  { code: 'KRL_5_3', nb: 'Krisesenteret: egne oppgaver eller vesentlig fare', nn: 'Krisesenteret: eigne oppgåver eller vesentleg fare', en: "The shelter's own tasks, or material danger", source: 'K', synonyms: ['Krisesenter: egne oppgaver/vesentlig fare', 'Krisesenter: eigne oppgåver/vesentleg fare'] },
  { code: 'HPL_23_4', nb: 'Tungtveiende interesser', nn: 'Tungtvegande interesser', en: 'Weighty interests', source: 'K' },
  { code: 'HPL_25', nb: 'Nødvendig for helsehjelp', nn: 'Nødvendig for helsehjelp', en: 'Needed for health care', source: 'K', synonyms: ['Helsehjelp', 'Health care'] },
  { code: 'HPL_32', nb: 'Til kommunens helse- og omsorgstjeneste', nn: 'Til helse- og omsorgstenesta i kommunen', en: 'To the municipal care service', source: 'K', synonyms: ['Kommunal helse- og omsorgstjeneste', 'Kommunal helse- og omsorgsteneste', 'Municipal care service'] },
  { code: 'HPL_31', nb: 'Plikt til å varsle nødetat', nn: 'Plikt til å varsle naudetat', en: 'Duty to alert emergency services', source: 'K', synonyms: ['Varsel til nødetat (plikt)', 'Varsel til naudetat (plikt)', 'Duty to alert'] },
  { code: 'STRL_196', nb: 'Avvergingsplikt', nn: 'Avverjingsplikt', en: 'Duty to avert a serious crime', source: 'K', synonyms: ['Avvergeplikt', 'Duty to avert'] },
  { code: 'BARNEVERN', nb: 'Meldeplikt til barnevernet', nn: 'Meldeplikt til barnevernet', en: 'Duty to report to child protection', source: 'K', synonyms: ['Child-protection duty'] },
  { code: 'BVL_13_4', nb: 'Pålegg fra barnevernet', nn: 'Pålegg frå barnevernet', en: 'Order from child protection', source: 'K', synonyms: ['Order'] },
  { code: 'VGML_57', nb: 'Melding om behov for vergemål', nn: 'Melding om behov for verjemål', en: 'Notice that a guardian is needed', source: 'K', synonyms: ['Melding om vergemål', 'Melding om verjemål', 'Guardianship notice'] },
  { code: 'TILSYN', nb: 'Til tilsynsmyndighet', nn: 'Til tilsynsorgan', en: 'To a supervisory authority', source: 'K', synonyms: ['Tilsynsmyndighet', 'Tilsynsorgan', 'Supervisory authority'] },
  { code: 'PARTNERDRAP_7', nb: 'Til partnerdrapskommisjonen', nn: 'Til partnardrapskommisjonen', en: 'To the commission on partner homicide', source: 'K', synonyms: ['Partnerdrapskommisjonen', 'Partnardrapskommisjonen', 'Commission'] },
  { code: 'FVL25_34', nb: 'Ny forvaltningslov, deling av opplysninger', nn: 'Ny forvaltningslov, deling av opplysningar', en: 'New Public Administration Act, sharing', source: 'K', synonyms: ['Ny forvaltningslov § 34 (når i kraft)', 'New Act § 34, when in force'] },
  { code: 'UKJENT', nb: 'Ukjent', nn: 'Ukjend', en: 'Unknown', source: 'P', historic: true },
  { code: 'SKJERMET', nb: 'Skjermet grunnlag', nn: 'Skjerma grunnlag', en: 'Shielded basis', source: 'P', historic: true },
]);
export type Basis = (typeof BASIS)['codes'][number];

/** The provision behind each basis, in the usual short forms (docs/glossary.md): shown beside the label, same in every language. */
export const BASIS_LAW: Readonly<Record<Basis, string>> = {
  SAMTYKKE: 'fvl. § 13 a nr. 1, hpl. § 22',
  SAMTYKKE_PARORENDE: 'hpl. § 22',
  KJENT_FRA_FOR: 'hpl. § 23 nr. 1',
  ANONYMISERT: 'fvl. § 13 a nr. 2, hpl. § 23 nr. 3',
  FVL_13B_2: 'fvl. § 13 b nr. 2',
  FVL_13B_3: 'fvl. § 13 b nr. 3',
  FVL_13B_4: 'fvl. § 13 b nr. 4',
  FVL_13B_5: 'fvl. § 13 b nr. 5',
  FVL_13B_6: 'fvl. § 13 b nr. 6',
  FVL_13B_7: 'fvl. § 13 b nr. 7',
  KRL_5_3: 'krl. § 5 tredje ledd',
  HPL_23_4: 'hpl. § 23 nr. 4',
  HPL_25: 'hpl. § 25',
  HPL_32: 'hpl. § 32',
  HPL_31: 'hpl. § 31',
  STRL_196: 'strl. § 196',
  BARNEVERN: 'bvl. § 13-2, krl. § 6, hpl. § 33, sotjl. § 45',
  BVL_13_4: 'bvl. § 13-4',
  VGML_57: 'vgml. § 57',
  TILSYN: '',
  PARTNERDRAP_7: 'lov om Statens kommisjon for partnerdrap § 7',
  FVL25_34: 'forvaltningsloven (2025) § 34',
  UKJENT: '',
  SKJERMET: '',
};

/** «Fare for liv eller helse (fvl. § 13 b nr. 7)»; the label alone where the law differs from one receiver to the next. */
export function basisWords(code: Basis, lang: Lang): string {
  return BASIS_LAW[code] === '' ? BASIS.label(code, lang) : `${BASIS.label(code, lang)} (${BASIS_LAW[code]})`;
}

/** First and last day a provision may be used; `adopted` when no day in force is set yet. Nothing here: no limit known to us. */
export type BasisValidity = { readonly validFrom?: Day; readonly validTo?: Day; readonly adopted?: true };
const from = (text: string): BasisValidity => {
  const first = day(text);
  return first === undefined ? {} : { validFrom: first };
};
export const BASIS_VALIDITY: Readonly<Partial<Record<Basis, BasisValidity>>> = {
  BVL_13_4: from('2023-01-01'),
  STRL_196: from('2015-10-01'),
  VGML_57: from('2013-07-01'),
  FVL25_34: { adopted: true },
};

/** The bases that may be written on a decision made this day (Europe/Oslo). */
export function basesOn(on: Day): readonly Basis[] {
  return BASIS.codes.filter((code) => {
    const span = BASIS_VALIDITY[code];
    if (span === undefined) return true;
    if (span.adopted === true) return false;
    return (span.validFrom === undefined || span.validFrom <= on) && (span.validTo === undefined || on <= span.validTo);
  });
}

/**
 * OFFENTLIGHET: whether a document is open to everybody (offentleglova § 3), or by what it is exempt. The words are the mark that it bears. Every one that names a person keeps
 * the duty of secrecy (§ 13); the others are said beside it. None names krisesenterlova § 5: the mark alone would tell that somebody has been in touch with a shelter.
 */
export const OPENNESS = codeList('OFFENTLIGHET', [
  { code: 'TAUSHETSPLIKT', nb: 'Unntatt offentlighet, offl. § 13 jf. hol. § 12-1 og fvl. § 13', nn: 'Unnateke offentlegheit, offl. § 13 jf. hol. § 12-1 og fvl. § 13', en: 'Exempt from public access, offl. § 13 with hol. § 12-1 and fvl. § 13', source: 'offl § 13' },
  { code: 'INTERNT_TAUSHETSPLIKT', nb: 'Unntatt offentlighet, offl. § 13 jf. hol. § 12-1 og fvl. § 13, og offl. § 14', nn: 'Unnateke offentlegheit, offl. § 13 jf. hol. § 12-1 og fvl. § 13, og offl. § 14', en: 'Exempt from public access, offl. § 13 with hol. § 12-1 and fvl. § 13, and offl. § 14', source: 'offl § 13, § 14' },
  { code: 'LOVBRUDD', nb: 'Unntatt offentlighet, offl. § 13 jf. hol. § 12-1 og fvl. § 13, og offl. § 24 andre ledd', nn: 'Unnateke offentlegheit, offl. § 13 jf. hol. § 12-1 og fvl. § 13, og offl. § 24 andre ledd', en: 'Exempt from public access, offl. § 13 with hol. § 12-1 and fvl. § 13, and offl. § 24 second paragraph', source: 'offl § 24' },
  { code: 'FARE', nb: 'Unntatt offentlighet, offl. § 13 jf. hol. § 12-1 og fvl. § 13, og offl. § 24 tredje ledd', nn: 'Unnateke offentlegheit, offl. § 13 jf. hol. § 12-1 og fvl. § 13, og offl. § 24 tredje ledd', en: 'Exempt from public access, offl. § 13 with hol. § 12-1 and fvl. § 13, and offl. § 24 third paragraph', source: 'offl § 24' },
  { code: 'FODSELSNUMMER', nb: 'Unntatt offentlighet, offl. § 13 jf. hol. § 12-1 og fvl. § 13, og offl. § 26', nn: 'Unnateke offentlegheit, offl. § 13 jf. hol. § 12-1 og fvl. § 13, og offl. § 26', en: 'Exempt from public access, offl. § 13 with hol. § 12-1 and fvl. § 13, and offl. § 26', source: 'offl § 26' },
  { code: 'INTERNT', nb: 'Unntatt offentlighet, offl. § 14', nn: 'Unnateke offentlegheit, offl. § 14', en: 'Exempt from public access, offl. § 14', source: 'offl § 14' },
  { code: 'OFFENTLIG', nb: 'Offentlig', nn: 'Offentleg', en: 'Public', source: 'offl § 3' },
]);
export type Openness = (typeof OPENNESS)['codes'][number];

/** What a professional outside can be asked: few and prepared, so that no more is asked than is needed (GDPR art. 5). Free words besides. */
export const EXPERT_QUESTION = codeList('FAGSPORSMAL', [
  { code: 'HELSE', nb: 'Det du har sett av helse og skader', nn: 'Det du har sett av helse og skadar', en: 'What you have seen of health and injuries', source: 'P' },
  { code: 'KONTAKT', nb: 'Kontakt med personen til nå', nn: 'Kontakt med personen til no', en: 'Contact with the person so far', source: 'P' },
  { code: 'TRYGGHET', nb: 'Om du er bekymret for at personen ikke er trygg', nn: 'Om du er uroa for at personen ikkje er trygg', en: 'Whether you worry that the person is not safe', source: 'P' },
]);
export type ExpertQuestion = (typeof EXPERT_QUESTION)['codes'][number];

/** How the professional knows what they write; what they only heard is marked as not verified. */
export const SEEN_OR_HEARD = codeList('SETT_ELLER_HORT', [
  { code: 'SETT', nb: 'Jeg har sett det selv', nn: 'Eg har sett det sjølv', en: 'I have seen it myself', source: 'P' },
  { code: 'HORT', nb: 'Jeg har hørt det fra andre', nn: 'Eg har høyrt det frå andre', en: 'I have heard it from others', source: 'P' },
  { code: 'BEGGE', nb: 'Noe har jeg sett, noe har jeg hørt', nn: 'Noko har eg sett, noko har eg høyrt', en: 'Some of it seen, some of it heard', source: 'P' },
]);
export type SeenOrHeard = (typeof SEEN_OR_HEARD)['codes'][number];

/** On which basis the professional answers, of HJEMMEL. UKJENT: they do not know, and whoever asked takes it up with them. */
export const ANSWER_BASES = ['SAMTYKKE', 'HPL_23_4', 'FVL_13B_7', 'STRL_196', 'UKJENT'] as const satisfies readonly Basis[];
export type AnswerBasis = (typeof ANSWER_BASES)[number];
