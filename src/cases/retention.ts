import type { CaseState } from './case.ts';
import { RETENTION, type Retention } from './choices.ts';
import type { ClosingReason } from './codes.ts';
import { isClosed } from './status.ts';

/** What «kort» stands on: nobody the case is about, nothing that was done for anybody. */
const MISTAKE: ClosingReason = 'FEILREGISTRERT';

/** What somebody outside may ask us about afterwards, or told us: a mistake has none of it. */
type Traces = Pick<CaseState,
  | 'takenIn' | 'joined' | 'additions' | 'disclosures' | 'documents' | 'measures' | 'safetyPlans' | 'protections' | 'emergencies' | 'avertings' | 'childDuties' | 'serviceDuties' | 'incidents'
  | 'notes' | 'minutes' | 'risks' | 'factorLooks' | 'suspectChanges' | 'wishes' | 'declined' | 'informings' | 'consents' | 'capacities' | 'related' | 'objections' | 'followUps' | 'experts'>;

/**
 * Only what was registered by mistake, and for no other reason besides. A case that took in another, that a second report joined, or whose report was added to, holds what others told;
 * one from which something was shared, sent or done, or that somebody opened in an emergency, is what we must answer for; and one in which somebody wrote what they saw,
 * heard, decided or were told, or in which somebody was in danger (`incidents`), is a journal. What was wrong about it stands in the closing itself.
 */
function isMistake(reasons: readonly ClosingReason[], state: Traces): boolean {
  const { takenIn, joined, additions, disclosures, measures, safetyPlans, protections, emergencies, avertings, childDuties, serviceDuties, incidents, documents } = state;
  const { notes, minutes, risks, factorLooks, suspectChanges, wishes, declined, informings, consents, capacities, related, objections, followUps, experts } = state;
  const traces = [
    takenIn, joined, additions, disclosures, measures, safetyPlans, protections, emergencies, avertings, childDuties, serviceDuties, documents.flatMap(({ sent }) => sent),
    notes, minutes, risks, factorLooks, suspectChanges, wishes, declined, informings, consents, capacities, related, objections, followUps, experts,
  ];
  return reasons.length > 0 && reasons.every((reason) => reason === MISTAKE) && incidents === 0 && traces.every((each) => each.length === 0);
}

/**
 * How long a case may be kept once whatever is proposed for it is decided (T14, T6): a task that the rules do not list is kept until
 * Nasjonalarkivet decides (bevaringsforskrifta § 3); our own short time is for what was registered by mistake (arkivforskrifta § 3).
 */
export function retentionsFor(state: Pick<CaseState, 'status' | 'closingProposal' | 'proposal'> & Traces): readonly Retention[] {
  const { status, closingProposal, proposal } = state;
  const reasons = status === 'TIL_AVSLUTNING' ? closingProposal?.reasons : proposal?.kind === 'NOT_A_CASE' ? [proposal.notACase.reason] : undefined;
  return isMistake(reasons ?? [], state) ? RETENTION.codes : ['BEVARES'];
}

/**
 * How long a closed case is kept; undefined while it is open. «Kort» is read only where the rule of today lets it stand, whatever an older entry says:
 * what was merged (SAMMENSLATT) may be the only place of its own notes, and is kept as the case it went into.
 */
export function retentionOf(state: Pick<CaseState, 'status' | 'closing' | 'notACase'> & Traces): Retention | undefined {
  const { status, closing, notACase } = state;
  if (!isClosed(status)) return undefined;
  const chosen = status === 'AVSLUTTET' ? closing : status === 'IKKE_SAK' && notACase !== undefined ? { retention: notACase.retention, reasons: [notACase.reason] } : undefined;
  return chosen?.retention === 'KORT' && isMistake(chosen.reasons, state) ? 'KORT' : 'BEVARES';
}
