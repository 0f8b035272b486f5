import type { Lang } from '../../kernel/texts.ts';
import { freshSignIn } from '../../staff/public.ts';
import { Button, TextLink } from '../../web/ui/buttons.tsx';
import { TextArea } from '../../web/ui/fields.tsx';
import { Form, FormActions, ScreenOnly, Section, Stack, Written } from '../../web/ui/layout.tsx';
import { momentWords } from '../../web/ui/moments.ts';
import { Alert } from '../../web/ui/surfaces.tsx';
import type { CaseContent } from '../queries/models.ts';
import { caseTexts } from '../texts.ts';
import { leftTextsTexts } from '../texts/left-texts.ts';
import { nameOf, type Reading } from './answers.tsx';
import { casePath, LEFT_TEXTS, leftTextsPath, stepPath } from './paths.ts';

/** On the case's other pages: that there is something, and where. */
export function LeftLine({ model, lang }: { model: CaseContent; lang: Lang }) {
  const t = leftTextsTexts[lang];
  return model.left.length === 0 ? null : <ScreenOnly><Alert kind="info"><p><TextLink href={leftTextsPath(model.fileId)}>{t.count(model.left.length)}</TextLink></p></Alert></ScreenOnly>;
}

/** What colleagues who have lost the case had typed: taken in as a note like any other, with whose words it is. The note's id is the text's, so that each is taken in once. In a case that takes no notes it is read. */
export function LeftTexts({ model, reading }: { model: CaseContent; reading: Reading }) {
  const t = leftTextsTexts[reading.lang];
  const words = caseTexts[reading.lang];
  if (model.left.length === 0) return null;
  const mayWrite = model.steps.some(({ step, allowed }) => step === 'writeNote' && allowed);
  return (
    <ScreenOnly>
      <Section heading={t.heading} id={LEFT_TEXTS}>
        <p>{t.lead}</p>
        <Stack>
          {model.left.map(({ keptId, by, at, words: typed }) => {
            const whose = t.wrote(nameOf(by, reading), momentWords(at, reading.lang));
            if (typed === undefined) return <p key={keptId}>{whose} <TextLink href={freshSignIn(casePath(model.fileId, 'journal'))}>{t.signIn}</TextLink></p>;
            if (!mayWrite) return <Written key={keptId} text={[whose, ...typed].join('\n\n')} />;
            return (
              <Form key={keptId} action={stepPath(model.fileId, 'writeNote')} hidden={{ newId: keptId, formId: keptId }}>
                <TextArea name="text" id={`tekst-${keptId}`} label={words['field.text']} rows={6} value={[whose, ...typed].join('\n\n')} required />
                <FormActions><Button variant="secondary">{t.takeIn}</Button></FormActions>
              </Form>
            );
          })}
        </Stack>
      </Section>
    </ScreenOnly>
  );
}
