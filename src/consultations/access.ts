import type { Actor } from '../kernel/actor.ts';
import type { FileId } from '../kernel/ids.ts';
import { allow, deny, type Verdict } from '../kernel/verdict.ts';

/** What is asked about a consultation before anybody may see it. Nobody is named in one, so nobody is asked whether they are connected (fvl § 6). */
export type ConsultationFacts = {
  readonly fileId: FileId;
  /** the report that it came as */
  readonly reportId: FileId | undefined;
  /** the asker is left out of that report */
  readonly excluded: boolean;
  /** a case with a strictly confidential address holds that report, and the asker is not named for it */
  readonly shut: boolean;
};

const SEES = ['KOORDINATOR', 'TEAMMEDLEM', 'MOTTAK'] as const;

/** Who sees consultations at all, and writes down a talk of their own. */
export function maySeeConsultations(actor: Actor): Verdict {
  if (actor.kind !== 'person') return deny('not_a_person');
  const role = SEES.find((one) => actor.roles.includes(one));
  return role === undefined ? deny('role') : allow(role);
}

/** Whoever is left out of the report is left out of the consultation, too, and for whom the report does not exist, it does not either. */
export function mayReadConsultation(actor: Actor, facts: ConsultationFacts): Verdict {
  const sees = maySeeConsultations(actor);
  if (!sees.allow) return sees;
  if (facts.excluded) return deny('named_in_it');
  if (facts.shut) return deny('not_granted');
  return allow(sees.because, facts.reportId === undefined ? [facts.fileId] : [facts.fileId, facts.reportId]);
}

/** Advice is the coordinators’ and the team’s to give; reception reads, and hands it on. */
export function mayAdvise(actor: Actor, facts: ConsultationFacts): Verdict {
  const reads = mayReadConsultation(actor, facts);
  return reads.allow && reads.because === 'MOTTAK' ? deny('role') : reads;
}

/** `wanted`: the report that was made after it, where whoever writes finds it; each is written in the other. */
export type TieFacts = ConsultationFacts & { readonly wanted?: FileId | undefined };

/** As advice. */
export function mayTieReport(actor: Actor, facts: TieFacts): Verdict {
  const advises = mayAdvise(actor, facts);
  return advises.allow && facts.wanted !== undefined ? allow(advises.because, [...advises.files ?? [], facts.wanted]) : advises;
}
