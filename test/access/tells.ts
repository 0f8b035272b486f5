import type { Input } from './inputs.ts';
import { cell } from './table.ts';

/** A case as somebody might look for it. */
export type Sought = { readonly reference: string; readonly owner_municipality_id: string | null };

/** A use case about the whole region whose answer names single cases: how it is asked, and who may find that case in it. `words`: bokmål, after «Nevner en sak bare for den som». */
type Tells = { readonly words: string; readonly asked: (sought: readonly Sought[]) => readonly Input[]; readonly may: (who: string, situation: string) => boolean };

const knows = (who: string, situation: string): boolean => cell('cases.list', who, situation).shows !== 'without_it';
const lets = (name: string) => (who: string, situation: string): boolean => cell(name, who, situation).verdict.allow;
/** They keep the archive and what was done with it; of whom the file is about, they see nothing there. */
const archives = (who: string, situation: string): boolean => situation !== 'strict' && cell('privacy.archive', who).verdict.allow && !['excluded', 'unknown'].includes(cell('cases.open', who, situation).verdict.because);

const KNOWS = 'får vite om den i arbeidslista';
const plain = (): readonly Input[] => [{}];

export const TELLS: Readonly<Record<string, Tells>> = {
  'cases.list': { words: KNOWS, asked: () => [{ show: 'open' }, { show: 'closed' }], may: knows },
  'cases.my_day': { words: KNOWS, asked: plain, may: knows },
  'cases.emergencies': { words: KNOWS, asked: plain, may: knows },
  'cases.search': { words: KNOWS, asked: (sought) => sought.map(({ reference }) => ({ term: reference })), may: knows },
  'reports.inbox': { words: KNOWS, asked: plain, may: knows },
  'statistics.internal': { words: 'kan åpne saken, eller svare på spørsmålet først', asked: plain, may: (who, situation) => situation !== 'strict' && (lets('cases.open')(who, situation) || knows(who, situation)) },
  'privacy.archive': { words: 'har arkivet som oppgave og ikke er inhabil. Strengt fortrolige står der ikke', asked: plain, may: archives },
  'documents.journal_file': { words: 'har arkivet som oppgave og ikke er inhabil. Strengt fortrolige står der ikke', asked: (sought) => [...new Set(sought.map((one) => one.owner_municipality_id ?? ''))].map((municipality) => ({ municipality, from: '2026-01-01', to: '2026-06-30', edition: 'intern', as: 'json', lang: 'nb' })), may: archives },
};

/** They answer whether a reference that somebody has is anything here, and open nothing: the next page judges, and says the same no to whoever may not and where there is nothing. */
export const BY_REFERENCE = ['cases.find_for_log', 'cases.find_for_archive', 'cases.find_for_emergency'] as const;

/** No single case or report stands in what these answer. */
export const TELLS_OF_NONE: readonly string[] = [
  'cases.code_lists', 'cases.log_review', 'cases.meetings', 'cases.night_desk', 'cases.open_night_card', 'cases.search_page', 'cases.templates', 'consultations.list', 'consultations.new', 'documents.journal', 'documents.list', 'notices.sent',
  'privacy.breaches', 'privacy.requests', 'regions.clocks', 'regions.members', 'regions.senders', 'regions.site_draft', 'reports.desk', 'reports.ledger', 'reports.new_enquiry', 'reports.pads', 'reports.print_blank', 'reports.watch', 'returns.country',
  'returns.list', 'staff.machine', 'staff.own_contact', 'staff.own_declaration', 'staff.own_settings', 'staff.register', 'staff.supervisions', 'statistics.explore', 'statistics.figures', 'statistics.hours', 'statistics.outreach', 'statistics.over_time',
];
