import { codeList } from '../kernel/codes.ts';

/** RAPPORT: the reports that are written here (domain reference §11). */
export const KIND = codeList('RAPPORT', [
  { code: 'R1', nb: 'Årsrapport', nn: 'Årsrapport', en: 'Annual report', source: 'S3' },
  { code: 'R10', nb: 'Internkontroll', nn: 'Internkontroll', en: 'Internal control', source: 'kommuneloven § 25-1' },
  { code: 'R11', nb: 'To sider til styringsgruppe og kommunestyre', nn: 'To sider til styringsgruppe og kommunestyre', en: 'Two pages for steering group and council', source: 'P' },
]);
export type Kind = (typeof KIND)['codes'][number];

/** RAPPORTSTATUS. A frozen one never changes; a correction is a version of its own. */
export const STATE = codeList('RAPPORTSTATUS', [
  { code: 'UNDER_ARBEID', nb: 'Under arbeid', nn: 'Under arbeid', en: 'Being written', source: 'P' },
  { code: 'TIL_GODKJENNING', nb: 'Til godkjenning', nn: 'Til godkjenning', en: 'Waiting for approval', source: 'P' },
  { code: 'FROSSET', nb: 'Godkjent og frosset', nn: 'Godkjend og frosen', en: 'Approved and frozen', source: 'P' },
]);
export type State = (typeof STATE)['codes'][number];

/** RAPPORTUTGAVE: the inner one can tell who people are, and is marked so on each page. */
export const EDITION = codeList('RAPPORTUTGAVE', [
  { code: 'YTRE', nb: 'Kan deles', nn: 'Kan delast', en: 'May be shared', source: 'P' },
  { code: 'INTERN', nb: 'Intern, med lista sak for sak', nn: 'Intern, med lista sak for sak', en: 'Internal, with the list case by case', source: 'S3' },
]);
export type Edition = (typeof EDITION)['codes'][number];

export const FORMAT = codeList('RAPPORTFIL', [
  { code: 'pdf', nb: 'PDF', nn: 'PDF', en: 'PDF', source: 'P' },
  { code: 'docx', nb: 'Word (for å redigere)', nn: 'Word (for å redigere)', en: 'Word (for editing)', source: 'P' },
]);
export type Format = (typeof FORMAT)['codes'][number];

/** MOTESLAG: who met. */
export const MEETING = codeList('MOTESLAG', [
  { code: 'STYRINGSGRUPPE', nb: 'Styringsgruppe', nn: 'Styringsgruppe', en: 'Steering group', source: 'S3' },
  { code: 'TEAM', nb: 'Operativt team', nn: 'Operativt team', en: 'Operative team', source: 'S3' },
  { code: 'NETTVERK', nb: 'Nettverkssamling', nn: 'Nettverkssamling', en: 'Network gathering', source: 'S3' },
  { code: 'KURS', nb: 'Kursdag', nn: 'Kursdag', en: 'Course day', source: 'S3' },
  { code: 'ANNET', nb: 'Annet møte', nn: 'Anna møte', en: 'Other meeting', source: 'P' },
]);
export type Meeting = (typeof MEETING)['codes'][number];

/** REGNSKAPSLINJE: what a line of accounts is. Those called «sum» are what somebody says; we add up the others beside them. */
export const ACCOUNT = codeList('REGNSKAPSLINJE', [
  { code: 'TILSKUDD', nb: 'Tilskudd', nn: 'Tilskot', en: 'Grant', source: 'S3' },
  { code: 'PERSONAL', nb: 'Personalkostnad', nn: 'Personalkostnad', en: 'Staff cost', source: 'S3' },
  { code: 'SUM_PERSONAL', nb: 'Oppgitt sum personal', nn: 'Oppgitt sum personal', en: 'Stated sum, staff', source: 'S3' },
  { code: 'ANDRE', nb: 'Annen kostnad', nn: 'Annan kostnad', en: 'Other cost', source: 'S3' },
  { code: 'SUM_ANDRE', nb: 'Oppgitt sum andre', nn: 'Oppgitt sum andre', en: 'Stated sum, other', source: 'S3' },
  { code: 'SUM_FORBRUK', nb: 'Oppgitt sum forbruk', nn: 'Oppgitt sum forbruk', en: 'Stated sum, used', source: 'S3' },
  { code: 'OVERFORT', nb: 'Føres mot neste periode', nn: 'Blir ført mot neste periode', en: 'Charged to the next period', source: 'S3' },
]);
export type Account = (typeof ACCOUNT)['codes'][number];

/** BUDSJETTLINJE */
export const BUDGET = codeList('BUDSJETTLINJE', [
  { code: 'TILSKUDD', nb: 'Tilskudd', nn: 'Tilskot', en: 'Grant', source: 'S3' },
  { code: 'KOSTNAD', nb: 'Kostnad', nn: 'Kostnad', en: 'Cost', source: 'S3' },
  { code: 'SUM', nb: 'Oppgitt sum', nn: 'Oppgitt sum', en: 'Stated sum', source: 'S3' },
]);
export type Budget = (typeof BUDGET)['codes'][number];

/** VEDLEGGSTATUS */
export const ATTACHMENT = codeList('VEDLEGGSTATUS', [
  { code: 'FERDIG', nb: 'Ferdig', nn: 'Ferdig', en: 'Ready', source: 'P' },
  { code: 'KOMMER', nb: 'Kommer', nn: 'Kjem', en: 'Coming', source: 'P' },
  { code: 'MANGLER', nb: 'Mangler', nn: 'Manglar', en: 'Missing', source: 'P' },
]);
export type Attachment = (typeof ATTACHMENT)['codes'][number];
