import { HANDS_OVER } from './access/archive.ts';

/**
 * What somebody did when they met a case, as the audit log tells it: opened it, took all of it out as a file, for the archive with who reported, worked in it, asked who reported, opened its card for the night, took access in an emergency or went
 * through what somebody took, found it in a search, met one of its reports in reception, saw its
 * codes in the statistics case by case, saw who has looked, or tried and was not let in.
 */
export const LOOKED_KINDS = ['opened', 'taken_out', 'taken_out_reporter', 'worked', 'reporter', 'night_card', 'emergency', 'emergency_review', 'report', 'figures', 'found', 'log', 'tried'] as const;
export type LookedKind = (typeof LOOKED_KINDS)[number];

/** By which right, in the codes that the rules gave when it was judged; `none`: they were not let in. */
export const LOOKED_RIGHTS = ['coordinator', 'case_lead', 'granted', 'asked', 'emergency', 'reception', 'reserve', 'opener', 'leader', 'archive', 'supervision', 'data_protection_officer', 'other', 'none'] as const;
export type LookedRight = (typeof LOOKED_RIGHTS)[number];

export type LookedAt = { readonly kind: LookedKind; readonly right: LookedRight };

/** Names of use cases that show no more of a case than its initials, among many others (and on «Min dag», to whoever gets in touch, how somebody with a name of their own may be met), or than where somebody works, beside the question that comes before all else: they would bury who opened it. */
export const LISTS = ['cases.list', 'cases.my_day', 'cases.handing_over', 'cases.workplace', 'reports.workplace'] as const;

/** Whatever is not here was work: only what shows something has to stand here, or reading would pass for having done something. */
const KINDS: Readonly<Record<string, LookedKind>> = {
  'cases.open': 'opened', 'cases.attachment': 'opened', 'cases.document': 'opened', 'cases.meeting': 'opened', 'cases.merge_plan': 'opened', 'privacy.request': 'opened',
  'cases.make_whole_file': 'taken_out', 'documents.journal_file': 'taken_out', 'cases.whole_file': 'taken_out', 'cases.file_beside': 'taken_out', 'cases.see_reporter': 'reporter', 'cases.who_looked': 'log', 'cases.log_letter': 'log', 'cases.open_night_card': 'night_card',
  'cases.take_emergency': 'emergency', 'cases.emergencies': 'emergency_review', 'cases.review_emergency': 'emergency_review',
  'cases.search': 'found', 'cases.duplicates': 'found', 'cases.same_person': 'found', 'cases.prepare_meeting': 'found', 'statistics.internal': 'figures', 'documents.ask_file': 'figures', 'documents.file': 'figures',
};

/** Of a whole file that was made for the archive: who reported stands in it. */
const WITH_REPORTER: readonly string[] = ['cases.make_whole_file', 'cases.whole_file'];

/** Where somebody is let in by a role as such, the rule names the role. */
const AS_ROLE: Readonly<Record<string, LookedRight>> = { KOORDINATOR: 'coordinator', LEDER: 'leader', ARKIVAR: 'archive', [HANDS_OVER]: 'archive', PERSONVERNOMBUD: 'data_protection_officer' };

/** @param outcome as the door writes it: `done:<why>` or `denied:<why not>` */
export function lookedAt(useCase: string, outcome: string): LookedAt {
  if (outcome.startsWith('denied:')) return { kind: 'tried', right: 'none' };
  const why = outcome.slice(outcome.indexOf(':') + 1);
  const right = LOOKED_RIGHTS.find((one) => one === why) ?? AS_ROLE[why] ?? 'other';
  // Supervision does no work in a case: what it writes is the answer to the question on its way in.
  const otherwise = right === 'supervision' ? 'opened' : 'worked';
  if (why === HANDS_OVER && WITH_REPORTER.includes(useCase)) return { kind: 'taken_out_reporter', right };
  return { kind: KINDS[useCase] ?? (useCase.startsWith('reports.') ? 'report' : otherwise), right };
}

/** Each once, in the order of LOOKED_KINDS and then of LOOKED_RIGHTS: a page opened ten times is one word. */
export function once(all: readonly LookedAt[]): readonly LookedAt[] {
  return LOOKED_KINDS.flatMap((kind) => LOOKED_RIGHTS.flatMap((right) => all.filter((one) => one.kind === kind && one.right === right).slice(0, 1)));
}
