import type { Actor } from '../../kernel/actor.ts';
import type { FileId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import { allow, deny, type Verdict } from '../../kernel/verdict.ts';
import { mayReadCase, standing, type AccessActor, type CaseFacts } from '../access.ts';
import type { UncasedLine } from '../uncased.ts';
import type { Edition } from '../whole/whole-file.ts';

/** Why the archivist is let in to the edition that the archive keeps, as the log tells it (looked.ts): who reported is in it. */
export const HANDS_OVER = 'archive_hands_over';

/**
 * May take a whole case out as a file: the coordinator and the case lead, once they may read it, and whoever keeps the archive, once they
 * have answered the question (fvl § 6). For the archive this is all there is: no page of a case.
 */
export function mayTakeWhole(actor: AccessActor, facts: CaseFacts, reports: readonly FileId[], now: Instant): Verdict {
  const how = standing(actor, facts, now);
  if (how === 'excluded') return deny(how);
  // domain reference §5.5: no file is made of a case with a strictly confidential address
  if (facts.strict) return deny('not_granted');
  if (actor.roles.includes('ARKIVAR') && facts.impartial && facts.closedAt !== undefined) return allow(HANDS_OVER, [facts.fileId, ...reports]);
  const reads = mayReadCase(actor, facts, now);
  if (reads.allow && (how === 'coordinator' || how === 'case_lead')) return allow(how, [facts.fileId, ...reports]);
  if (!actor.roles.includes('ARKIVAR')) return reads.allow ? deny('not_your_role') : reads;
  return facts.impartial ? allow('archive', [facts.fileId, ...reports]) : deny('impartiality_first');
}

/** What is asked of what never became a case. */
export type UncasedFacts = Pick<UncasedLine, 'file_id' | 'over_at' | 'report_id' | 'answer' | 'excluded' | 'strict'>;

/**
 * The same of what never became a case: the coordinator and whoever keeps the archive, once they have answered for the report. In a consultation without
 * one nobody is named, and so nobody is asked.
 */
export function mayTakeUncased(actor: Actor, { file_id: fileId, over_at: over, report_id: report, answer, excluded, strict }: UncasedFacts): Verdict {
  if (actor.kind !== 'person') return deny('not_a_person');
  if (excluded) return deny('excluded');
  if (strict) return deny('not_granted');
  const archives = actor.roles.includes('ARKIVAR');
  const how = archives && over !== null ? HANDS_OVER : actor.roles.includes('KOORDINATOR') ? 'coordinator' : archives ? 'archive' : undefined;
  if (how === undefined) return deny('role');
  return report === null || answer === 'INGEN' ? allow(how, report === null || report === fileId ? [fileId] : [fileId, report]) : deny('impartiality_first');
}

/** Which edition of it whoever is let in gets. */
export function editionOf(takes: Verdict): Edition {
  return takes.allow && takes.because === HANDS_OVER ? 'archive' : 'other';
}

/** May fetch the files that go beside the archive's edition: whoever keeps the archive, and only of what is closed or over. */
export function mayTakeBeside(takes: Verdict): Verdict {
  return takes.allow && editionOf(takes) === 'other' ? deny('not_your_role') : takes;
}

/** May come to the page on which it is made; whoever keeps the archive is asked there first, and nothing of the case is opened. */
export function mayAskForWhole(actor: AccessActor, facts: CaseFacts, now: Instant): Verdict {
  const takes = mayTakeWhole(actor, facts, [], now);
  if (takes.allow) return allow(takes.because);
  return takes.because === 'impartiality_first' && actor.roles.includes('ARKIVAR') ? allow('question') : takes;
}

/** The same; coordinators, too, are asked there, since what never became a case has no page of its own for it. */
export function mayAskForUncased(actor: Actor, facts: UncasedFacts): Verdict {
  const takes = mayTakeUncased(actor, facts);
  if (takes.allow) return allow(takes.because);
  return takes.because === 'impartiality_first' ? allow('question') : takes;
}

/** May answer the question for the archive. The answer is an entry of the case, and so the case is opened for it. */
export function mayAnswerForArchive(actor: AccessActor, facts: CaseFacts, now: Instant): Verdict {
  const asks = mayAskForWhole(actor, facts, now);
  return asks.allow && actor.roles.includes('ARKIVAR') ? allow('archive', [facts.fileId]) : deny(asks.allow ? 'not_your_role' : asks.because);
}

/** The same of the report, which is opened for it. */
export function mayAnswerForUncased(actor: Actor, facts: UncasedFacts): Verdict {
  const asks = mayAskForUncased(actor, facts);
  return asks.allow && facts.report_id !== null ? allow('archive', [facts.report_id]) : deny(asks.allow ? 'not_your_role' : asks.because);
}

/** May look a case up by its reference, to make a file of it. */
export function mayFindForArchive(actor: Actor): Verdict {
  if (actor.kind !== 'person') return deny('not_a_person');
  return actor.roles.includes('ARKIVAR') ? allow('archive') : deny('role');
}
