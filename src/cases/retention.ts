import type { CaseState } from './case.ts';
import { RETENTION, type Retention } from './choices.ts';
import type { ClosingReason } from './codes.ts';
import { isClosed } from './status.ts';

/** What «kort» stands on: nobody the case is about, nothing that was done for anybody. */
const MISTAKE: ClosingReason = 'FEILREGISTRERT';

/** Only what was registered by mistake, and for no other reason besides. A case that took in another holds that one's notes, and is no mistake. */
function isMistake(reasons: readonly ClosingReason[], { takenIn }: Pick<CaseState, 'takenIn'>): boolean {
  return reasons.length > 0 && reasons.every((reason) => reason === MISTAKE) && takenIn.length === 0;
}

/**
 * How long a case may be kept once whatever is proposed for it is decided (T14, T6): a task that the rules do not list is kept until
 * Nasjonalarkivet decides (bevaringsforskrifta § 3); our own short time is for what was registered by mistake (arkivforskrifta § 3).
 */
export function retentionsFor(state: Pick<CaseState, 'status' | 'closingProposal' | 'proposal' | 'takenIn'>): readonly Retention[] {
  const { status, closingProposal, proposal } = state;
  const reasons = status === 'TIL_AVSLUTNING' ? closingProposal?.reasons : proposal?.kind === 'NOT_A_CASE' ? [proposal.notACase.reason] : undefined;
  return isMistake(reasons ?? [], state) ? RETENTION.codes : ['BEVARES'];
}

/**
 * How long a closed case is kept; undefined while it is open. «Kort» is read only where the rule of today lets it stand, whatever an older entry says:
 * what was merged (SAMMENSLATT) may be the only place of its own notes, and is kept as the case it went into.
 */
export function retentionOf({ status, closing, notACase, takenIn }: Pick<CaseState, 'status' | 'closing' | 'notACase' | 'takenIn'>): Retention | undefined {
  if (!isClosed(status)) return undefined;
  const chosen = status === 'AVSLUTTET' ? closing : status === 'IKKE_SAK' && notACase !== undefined ? { retention: notACase.retention, reasons: [notACase.reason] } : undefined;
  return chosen?.retention === 'KORT' && isMistake(chosen.reasons, { takenIn }) ? 'KORT' : 'BEVARES';
}
