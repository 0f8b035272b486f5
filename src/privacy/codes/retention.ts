/**
 * How each kind of record that the product keeps ends. ARKIV: offered to the archive, and disposed of only after the archive has answered that it has it.
 * KASSERES: two people dispose of it. MAPPE: goes with the file that it belongs to. TID: the municipality sets the time (arkivforskrifta § 3), and
 * until it has, nothing goes. BLIR: stays until the municipality hands over all of it, or Nasjonalarkivet has decided. SELV: never was a record, or has its
 * content in another one, and goes by itself.
 */
export const ENDINGS = {
  ARKIV: 'Eksporteres og avleveres (arkivar foreslår, leder bekrefter). Kasseres først når arkivet har bekreftet mottaket',
  KASSERES: 'Kasseres av to',
  MAPPE: 'Går med mappen den hører til',
  TID: 'Går når tiden kommunen har satt, er ute. Er ingen satt, blir det stående',
  BLIR: 'Blir stående til kommunen avleverer det samlet, eller Nasjonalarkivet har bestemt noe annet',
  SELV: 'Går av seg selv',
} as const;
export type Ending = keyof typeof ENDINGS;

/** `from`: the moment that the time is counted from. `by`: what in the code ends it; none: nothing does. */
export type RetentionRow = { readonly record: string; readonly tables: readonly string[]; readonly law: string; readonly keeps: string; readonly from: string; readonly ends: Ending; readonly by: readonly string[] };

const NEW_TASK = 'bevaringsforskrifta § 3';
const DECIDES = 'Til Nasjonalarkivet har bestemt';
const OWN_TIME = 'arkivforskrifta § 3';
const NO_RECORD = 'arkivlova § 5: ikke dokumentasjon';
const DISPOSAL = 'src/privacy/disposal.ts';
const UNCASED = 'src/cases/store/uncased.ts';
const GONE_WITH_FILE = 'db/migrations/0079_what_never_became_a_case.sql';
const SWEEP = 'src/jobs/sweep.ts';

const row = (record: string, tables: readonly string[], law: string, keeps: string, from: string, ends: Ending, ...by: readonly string[]): RetentionRow => ({ record, tables, law, keeps, from, ends, by });
const ofFile = (record: string, ...tables: readonly string[]): RetentionRow => row(record, tables, NEW_TASK, 'Som mappen', 'Som mappen', 'MAPPE', GONE_WITH_FILE);
const stays = (record: string, law: string, ...tables: readonly string[]): RetentionRow => row(record, tables, law, DECIDES, 'Da det ble skrevet', 'BLIR');
const amended = (one: RetentionRow, keeps: string, ...by: readonly string[]): RetentionRow => ({ ...one, keeps: `${one.keeps}. ${keeps}`, by });

/**
 * The one table of what is kept and for how long. Every table of the database belongs to exactly one row (test/walls/retention.test.ts), and docs/retention.md
 * prints it. A row without tables is a kind of record that lies in another row's and ends otherwise.
 */
export const RETENTION_TABLE: readonly RetentionRow[] = [
  // What somebody told us, and what we did
  row('Sak', ['kernel.file', 'kernel.file_event', 'kernel.file_key', 'kernel.file_exclusion', 'app.case_file'], 'bevaringsforskrifta § 3, § 58, § 62', DECIDES, 'Et helt kalenderår etter at saken ble avsluttet', 'ARKIV', 'src/cases/retention.ts', DISPOSAL),
  row('Sak som ikke ble en sak', [], NEW_TASK, DECIDES, 'Et helt kalenderår etter at to bestemte det', 'ARKIV', 'src/cases/retention.ts', DISPOSAL),
  row('Sak registrert ved en feil («kort»)', [], OWN_TIME, 'Ingen bevaring: den sto aldri for noe', 'Et helt kalenderår etter at to lukket den', 'KASSERES', 'src/cases/retention.ts', DISPOSAL),
  row('Bekymring som ble en sak', ['app.report', 'app.case_report', 'app.report_part'], NEW_TASK, 'Som saken', 'Som saken', 'MAPPE', UNCASED, GONE_WITH_FILE),
  row('Bekymring som ble sendt videre eller delt, og som ingen sak har', [], NEW_TASK, DECIDES, 'Et helt kalenderår etter det siste som hendte; en som er delt, etter at alle delene er ferdige', 'ARKIV', UNCASED, DISPOSAL),
  ofFile('Hvor en bekymring er sendt, og filer som følger med', 'app.report_transfer', 'app.report_file_along'),
  row('Drøfting, også en som ble spurt om utenfra, med meldingen den kom som', ['app.consultation', 'app.consultation_codes'], NEW_TASK, DECIDES, 'Et helt kalenderår etter svaret eller det siste som kom', 'ARKIV', UNCASED, DISPOSAL),
  row('Vedlegg: original og renset kopi', ['app.report_file'], NEW_TASK, 'Som bekymringen', 'Som bekymringen', 'MAPPE', GONE_WITH_FILE, SWEEP),
  ofFile('Vinduet til den som meldte, og svarene der', 'app.report_window', 'app.report_reply'),
  ofFile('Dokumenter og underlag i saken', 'app.case_alias', 'app.case_document_file', 'app.case_meeting', 'app.case_night_card', 'app.expert_question', 'app.access_decision'),
  ofFile('Hvem som har hatt tilgang, er inhabil eller er nevnt', 'app.case_access', 'app.case_emergency', 'app.report_answer', 'app.report_named'),
  ofFile('Hva folk kjennes igjen på', 'app.person_trace', 'app.person_trace_names'),
  ofFile('At noe holdes tilbake fra kassasjon', 'app.disposal_hold'),
  stays('Noen spør om en person: notatet', NEW_TASK, 'app.desk_enquiry'),
  stays('Møter i teamet', NEW_TASK, 'app.team_meeting', 'app.team_meeting_present'),
  stays('At noe er mottatt', NEW_TASK, 'app.report_ledger', 'app.ledger_lost'),
  stays('Blokker og ark: hvilket ark som ble hvilken melding', NEW_TASK, 'app.paper_pad', 'app.paper_sheet'),
  stays('Arket på papir', `${OWN_TIME}; kap. 3 om konvertering`),
  // Before it is a record
  row('Meldinger og svar på vei inn', ['app.report_envelope', 'app.expert_answer'], NO_RECORD, 'Til innholdet ligger i mappen', 'Da det kom', 'SELV', 'src/reports/commands/arrive.ts', 'src/cases/commands/take-in-answer.ts'),
  row('Samtaler som ikke er ferdig ført', ['app.report_draft'], NO_RECORD, 'Til den er levert, eller noen la den bort med grunn', 'Da den ble begynt', 'SELV', 'src/reports/commands/drafts.ts'),
  stays('At en samtale ble lagt bort, av hvem og hvorfor', NEW_TASK, 'app.report_draft_away'),
  row('Tekst som ikke ble sendt', ['app.kept_text'], NO_RECORD, 'Sju døgn', 'Sist noen skrev i den', 'SELV', SWEEP),
  row('At et skjema ble forlatt', ['app.spent_draft'], NO_RECORD, 'Åtte døgn', 'Da det ble forlatt', 'SELV', SWEEP),
  row('Hvem som skriver nå', ['app.case_writing', 'app.publication_writing'], NO_RECORD, 'Ett minutt', 'Sist noen skrev', 'SELV', 'src/cases/store/writing.ts', 'src/documents/store/writing.ts'),
  row('Innloggede økter', ['app.session'], NO_RECORD, 'Til man logger ut; ellers et døgn etter at økten er over', 'Da noen logget inn', 'SELV', 'src/staff/sign-in/session-store.ts'),
  row('En hel sak, bekymring eller drøfting tatt ut som fil', ['app.case_whole', 'app.case_whole_file'], NO_RECORD, 'Ett døgn; for arkivet inntil 30 dager i hvert ledd', 'Da den ble laget', 'SELV', 'src/cases/commands/whole.ts'),
  // What shows how we worked
  ofFile('Krav om innsyn som en sak holder'),
  row('Krav om innsyn som ingen sak, melding eller drøfting holder', ['app.access_request'], `${OWN_TIME}; GDPR art. 15`, 'Så mange hele kalenderår som lederne har bestemt', 'Da det ble besvart', 'TID', 'src/privacy/commands/sweep-requests.ts'),
  row('Journalen, som arkivaren tar ut for hvert år', [], 'bevaringsforskrifta § 20; arkivforskrifta § 14, § 15', 'For ettertiden, i arkivet som har fått den', 'Da den ble tatt ut', 'BLIR', 'src/documents/queries/journal.ts'),
  stays('Protokoll over eksport, avlevering og kassasjon', 'arkivforskrifta § 5', 'app.disposal', 'kernel.file_disposed'),
  stays('Brudd på personopplysningssikkerheten', 'GDPR art. 33 nr. 5', 'app.breach'),
  stays('Logg over hvem som har sett hva, og gjennomgangen av den', 'GDPR art. 32; pasientjournalforskriften § 14', 'kernel.audit_event', 'kernel.audit_block', 'app.log_review', 'app.log_review_drawn'),
  stays('Varsler', NEW_TASK, 'app.notice', 'app.notice_message'),
  row('Fil av en rapport som noen ba om', [], NO_RECORD, 'Ett døgn; de godkjente blir', 'Da noen ba om den', 'SELV', 'src/documents/store.ts'),
  amended(stays('Årsrapport og andre rapporter', 'bevaringsforskrifta § 29, § 30', 'app.publication', 'app.publication_comment', 'app.publication_part', 'app.publication_output'), 'Filen av en godkjent rapport kan ingen ta bort', 'src/documents/store.ts'),
  amended(stays('Returer, og at de ble sendt', NEW_TASK, 'app.return_version', 'app.return_decision', 'app.return_allowance', 'app.return_sending', 'stats.country_sum', 'stats.released_table'), 'I landets tall erstattes en versjon av den neste', 'src/returns/store/country.ts'),
  stays('Timene som hver kommune har ført', NEW_TASK, 'app.municipality_hours'),
  amended(stays('Det som er gjort utad, og rutinene', 'bevaringsforskrifta § 29, § 59', 'app.outreach_done'), 'En linje som var en feil, tas bort', 'src/statistics/store/outreach.ts'),
  amended(stays('Statistikk: koder og tall uten navn', NEW_TASK, 'stats.consultation_fact', 'stats.disclosure_fact', 'stats.overdue_fact', 'stats.pace_fact', 'stats.report_fact', 'stats.standing_control', 'stats.standing_disclosures', 'stats.standing_figures', 'stats.standing_month', 'stats.standing_quarter'), 'Den som holder seg utenfor, går ut', 'src/statistics/store/facts.ts', 'src/statistics/store/overdue.ts'),
  row('Statistikk om én sak', ['stats.case_fact'], 'krl § 5 a; folkeregisterloven § 10-4', 'Til personen holder seg utenfor, eller adressen blir strengt fortrolig', 'Da saken ble talt', 'SELV', 'src/statistics/store.ts'),
  stays('Hvem som holder seg utenfor statistikk', 'krl § 5 a', 'stats.kept_out'),
  // Who we are
  stays('Ansatte, roller og hvor de nås', NEW_TASK, 'app.staff_member', 'app.staff_contact', 'app.role_grant', 'app.own_setting', 'kernel.identity_index'),
  stays('Taushetserklæringer', 'fvl § 13 c', 'app.declaration', 'app.declaration_text'),
  stays('Regionen, kommunene, avtalene og nettstedet', 'bevaringsforskrifta § 21, § 23', 'app.region_profile', 'app.municipality', 'app.reception_agreement', 'app.published_site', 'app.local_code', 'app.case_letter_template'),
  stays('Nøkler og drift', NEW_TASK, 'kernel.region_register', 'kernel.region_key', 'kernel.intake_key', 'kernel.deployment', 'kernel.projection_fault', 'kernel.projection_round', 'kernel.round_done'),
  stays('Liste over kassert, utenfor databasen', 'arkivforskrifta § 5'),
  row('Sikkerhetskopier', [], NO_RECORD, 'Så lenge kommunen bestemmer i avtalen med den som drifter. En kassasjon er fullført når siste kopi fra før er borte', 'Da kopien ble tatt', 'TID', 'src/jobs/dispose.ts'),
];
