import type { ReactNode } from 'react';
import { dialogueWords } from '../../reports/public.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { Written } from '../../web/ui/layout.tsx';
import type { CaseStep } from '../commands/step.ts';
import { FIELDS, fieldsOf } from '../fields.ts';
import { caseTexts } from '../texts.ts';
import { WORKFLOW } from '../workflow.ts';
import { codeLabel } from './field-codes.ts';
import { ADVICE, stepIn } from './paths.ts';

type Typed = { readonly term: string; readonly value: ReactNode };

/** What somebody wrote into a step's boxes and chose from its lists, each under its question. */
export function typedWords(step: CaseStep, { form, lang }: Pick<StaffRequest, 'form' | 'lang'>): Typed[] {
  return fieldsOf(WORKFLOW[step]).flatMap((name) => {
    const rule = FIELDS[name];
    const text = 'codes' in rule ? form.all(name).filter((code) => rule.codes.includes(code)).map((code) => codeLabel(name, code, lang)).join(', ') : rule.kind === 'text' ? form.one(name) : '';
    return text === '' ? [] : [{ term: caseTexts[lang][`field.${name}`], value: <Written text={text} /> }];
  });
}

/** The same of whatever form of a case this was: a step, or the talk with whoever reported. */
export function keptWords(request: StaffRequest): Typed[] {
  const step = request.path === ADVICE ? 'adviseOnly' : stepIn(request.path);
  return [...(step === undefined ? [] : typedWords(step, request)), ...dialogueWords(request.form, request.lang).map(({ term, text }) => ({ term, value: <Written text={text} /> }))];
}
