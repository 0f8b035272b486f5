import type { Refusal } from '../../../kernel/outcome.ts';
import type { Lang } from '../../../kernel/texts.ts';
import { deskTexts } from '../../texts/desk.ts';
import { DESK_FIELDS, type DeskField } from '../../desk/typed.ts';
import { FIELDS } from '../../form/fields.ts';
import { PROBLEM_CODES, type Problems } from '../../form/problems.ts';
import type { FaultLink } from '../../../web/ui/error-summary.tsx';
import { fieldId, problemWording, type FormState } from '../public/question.tsx';

export type DeskFaults = Readonly<Partial<Record<DeskField, string>>>;

/** What is wrong with the public form's own questions. */
export function problemsOf(refused: Refusal | undefined): Problems {
  const codes: ReadonlySet<string> = new Set(PROBLEM_CODES);
  return Object.fromEntries(FIELDS.flatMap(({ name }) => {
    const code = refused?.fields?.[name];
    return code !== undefined && codes.has(code) ? [[name, code]] : [];
  }));
}

/** What is wrong with the desk's, in words. */
export function deskFaults(refused: Refusal | undefined, lang: Lang): DeskFaults {
  return Object.fromEntries(DESK_FIELDS.flatMap((name) => {
    const code = refused?.fields?.[name];
    return code === undefined ? [] : [[name, wordsOf(code, lang)]];
  }));
}

function wordsOf(code: string, lang: Lang): string {
  const t = deskTexts[lang];
  switch (code) {
    case 'channel_missing': case 'received_missing': case 'no_such_moment': case 'in_future': case 'danger_written': case 'names_somebody': case 'too_long':
    case 'danger_missing': case 'called_missing': case 'who_called': case 'when_called': case 'who_averted': case 'when_averted': case 'sheet_number': case 'sheet_unknown': case 'sheet_used':
      return t[code];
    default: return t.other_fault;
  }
}

/** In the order of the questions; one line for the whole form where no question is to blame. */
export function faultLinks(refused: Refusal | undefined, state: FormState, formId: string): FaultLink[] {
  if (refused === undefined) return [];
  const desk = Object.entries(deskFaults(refused, state.lang)).flatMap(([field, text]) => (text === undefined ? [] : [{ field, text }]));
  const asked = FIELDS.flatMap(({ name }) => {
    const text = problemWording(state, name);
    return text === undefined ? [] : [{ field: fieldId(name), text }];
  });
  const links = [...desk, ...asked];
  const t = deskTexts[state.lang];
  return links.length > 0 ? links : [{ field: formId, text: refused.code === 'already_registered' ? t.already_registered : t.other_fault }];
}
