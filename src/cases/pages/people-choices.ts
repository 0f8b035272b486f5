import type { Option } from '../../web/ui/fields.tsx';
import { canBeSecond, isLetIn, isProposing } from '../asking.ts';
import type { CaseStep } from '../commands/step.ts';
import type { FieldName } from '../fields.ts';
import { isStrict } from '../secrecy.ts';
import type { CaseColleague, CaseContent } from '../queries/models.ts';

/** Whom a step can name: those who were let in, those who can be, those who can lead, or those who can be the second of two. People of the same municipality first. */
export function peopleFor(name: FieldName, step: CaseStep, model: CaseContent): Option[] {
  return model.colleagues.filter((one) => (name === 'confirmer' ? canBeAsked(step, one, model) : isOffered(step, one, model))).toSorted((a, b) => far(a, model) - far(b, model)).map((one) => ({ value: one.userId, label: colleagueWords(one, model) }));
}

/** Neither whoever is left out of the case (fvl § 6), whoever is away, nor whom a restricted case would not open for, and nothing says why. */
function canBeAsked(step: CaseStep, one: CaseColleague, { asker, state, now }: CaseContent): boolean {
  return isProposing(step) && !one.excluded && !one.away && one.userId !== asker.userId && canBeSecond(step, asker.roles, one) && isLetIn(state, one, now);
}

function isOffered(step: CaseStep, { userId, excluded, canLead, canBeGranted, access, roles }: CaseColleague, { state, asker }: CaseContent): boolean {
  if (step === 'endAccess') return access?.how === 'granted';
  if (step === 'grantAccess') return canBeGranted && (access === undefined || access.how === 'granted');
  if (step === 'protectAddress') return roles.includes('KOORDINATOR') && !excluded && (!isStrict(state) || asker.keeps || state.address.named.includes(userId));
  return canLead && !excluded;
}

function far({ municipality }: CaseColleague, { state }: CaseContent): 0 | 1 {
  return municipality !== undefined && municipality === state.owner ? 0 : 1;
}

/** «Even Strand – Hjemmetjenesten, Fjordby». */
export function colleagueWords({ name, unit, municipality }: CaseColleague, { municipalities }: CaseContent): string {
  const place = municipality === undefined ? undefined : municipalities[municipality];
  return `${name} – ${unit}${place === undefined ? '' : `, ${place}`}`;
}
