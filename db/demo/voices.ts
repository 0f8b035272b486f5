import type { FileId } from '../../src/kernel/ids.ts';
import { addDays, osloDay } from '../../src/kernel/time.ts';
import type { Acting } from './live.ts';
import type { Said, Story } from './story.ts';

/** What the person says, written down by whoever leads the case. */
export async function hears(act: Acting, { voice = [] }: Story, caseId: FileId, lead: string, phases: readonly Said['phase'][]): Promise<void> {
  for (const { says, phase, by, how } of voice.filter((one) => phases.includes(one.phase))) {
    await act.step(lead, 'recordWish', caseId, { wishNow: says, wishPhase: phase, askedBy: by, askedOn: osloDay(act.now()), askedHow: how });
    await act.later(2);
  }
}

/** Whether the person knows of the case, and the duties that the story tells of. */
export async function answersDuties(act: Acting, { knows, children, service }: Story, caseId: FileId, who: string): Promise<void> {
  if (knows !== undefined) {
    await act.step(who, 'informPerson', caseId, 'how' in knows
      ? { isInformed: 'JA', informedHow: knows.how } : { isInformed: 'UNNTATT', notInformedGround: knows.ground, askAgain: addDays(osloDay(act.now()), knows.again) });
  }
  if (children !== undefined) await act.step(who, 'recordChildDuty', caseId, { childDuty: 'SENDT', childWhy: children.why, childBy: 'Reidun, på telefon', childOn: osloDay(act.now()) });
  if (service !== undefined) await act.step(who, 'recordServiceDuty', caseId, { employerTold: 'JA', supervisionTold: 'IKKE_SA_ALVORLIG', toldDetails: service });
}
