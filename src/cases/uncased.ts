import type { FileId, MunicipalityId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';

export const UNCASED_KINDS = ['report', 'consultation'] as const;
export type UncasedKind = (typeof UNCASED_KINDS)[number];

/** What the archive has a line of: a case, or what never became one. */
export type ArchivedKind = 'case' | UncasedKind;

export function isArchivedKind(kind: string): kind is ArchivedKind {
  return kind === 'case' || UNCASED_KINDS.some((one) => one === kind);
}

/** In clear: a report that was divided or sent on and that no case holds, or a consultation; for one person. */
export type UncasedLine = {
  readonly file_id: FileId; readonly kind: UncasedKind; readonly reference: string; readonly owner_municipality_id: MunicipalityId | null;
  /** when the last of it had ended: what was told, sent on or answered, and of a divided report every part; null while anything goes on */
  readonly over_at: Instant | null;
  /** use of a case that holds a part of it is restricted (GDPR art. 18) */
  readonly restricted: boolean;
  /** the report itself, or the one that a consultation came as where no case has that; null: nobody is named in it */
  readonly report_id: FileId | null;
  /** what the asker answered about that report, before content (fvl § 6) */
  readonly answer: 'INGEN' | 'SENERE' | null;
  readonly excluded: boolean;
  /** a case with a strictly confidential address holds it or a part of it */
  readonly strict: boolean;
};
