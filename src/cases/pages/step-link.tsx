import { LinkButton } from '../../web/ui/buttons.tsx';
import type { CaseStep } from '../commands/step.ts';
import type { CaseContent } from '../queries/models.ts';
import { caseTexts } from '../texts.ts';
import type { Reading } from './answers.tsx';
import { mayStep } from './next-parts.tsx';
import { stepPath, type StepSubject } from './paths.ts';

type StepLinkProps = { model: CaseContent; reading: Reading; step: CaseStep; subject?: StepSubject | undefined; words?: string | undefined; label?: string | undefined };

/** The way to a step, where this person may take it now. */
export function StepLink({ step, subject = {}, words, label, model, reading }: StepLinkProps) {
  if (!mayStep(model, step)) return null;
  return <LinkButton small href={stepPath(model.fileId, step, subject)} label={label}>{words ?? caseTexts[reading.lang][`step.${step}`]}</LinkButton>;
}
