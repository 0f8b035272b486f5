import type { Lang } from '../../kernel/texts.ts';
import type { Option } from '../../web/ui/fields.tsx';
import { momentWords } from '../../web/ui/moments.ts';
import type { CaseStep } from '../commands/step.ts';
import type { CaseColleague, CaseContent } from '../queries/models.ts';

/** Whom a step can name: those who were let in, those who can be, or those who can lead. People of the same municipality first. */
export function peopleFor(step: CaseStep, model: CaseContent): Option[] {
  return model.colleagues.filter((one) => isOffered(step, one)).toSorted((a, b) => far(a, model) - far(b, model)).map((one) => ({ value: one.userId, label: colleagueWords(one, model) }));
}

function isOffered(step: CaseStep, { excluded, canLead, canBeGranted, access }: CaseColleague): boolean {
  if (step === 'endAccess') return access?.how === 'granted';
  if (step === 'grantAccess') return canBeGranted && (access === undefined || access.how === 'granted');
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

const FIRST_WORDS = 60;

/** Notes to correct, the newest first, known by when they were written and how they begin. */
export function noteChoices({ state }: CaseContent, lang: Lang): Option[] {
  return state.notes.toReversed().map(({ noteId, at, text }) => ({ value: noteId, label: `${momentWords(at, lang)}: ${text.slice(0, FIRST_WORDS)}${text.length > FIRST_WORDS ? '…' : ''}` }));
}
