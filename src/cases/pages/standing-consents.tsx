import { osloDay } from '../../kernel/time.ts';
import { Row, Stack } from '../../web/ui/layout.tsx';
import { dateWords } from '../../web/ui/moments.ts';
import { Card, Tag } from '../../web/ui/surfaces.tsx';
import type { CaseStep } from '../commands/step.ts';
import type { FieldName } from '../fields.ts';
import { casePageTexts } from '../texts/page.ts';
import type { CaseContent } from '../queries/models.ts';
import { isBounded } from '../resting.ts';
import { standingConsents, type ConsentGiven } from '../sharing.ts';
import { WORKFLOW } from '../workflow.ts';
import { Answered, type Reading } from './answers.tsx';
import { codeLabel } from './field-codes.ts';
import { giverWords } from './link-choices.ts';

/** What is asked of the consent that something is shared on. */
export const OF_CONSENT: readonly FieldName[] = ['restsOn', 'withinConsent'];

/** Whether a field stands with the basis, and not among the others; in a step that asks for the basis at once. */
export function isWithBasis(step: CaseStep, name: FieldName): boolean {
  return OF_CONSENT.includes(name) && WORKFLOW[step].required.includes('basis');
}

/** Whether nobody is asked for it in this case: no consent stands, or every one that does reaches whoever the case needs. */
export function isBeside(name: FieldName, model: CaseContent | undefined): boolean {
  const standing = model === undefined ? [] : standingNow(model);
  return name === 'restsOn' ? standing.length === 0 : name === 'withinConsent' && !standing.some(isBounded);
}

export function standingNow({ state, now }: CaseContent): readonly ConsentGiven[] {
  return (['PERSON', 'OTHERS'] as const).flatMap((from) => standingConsents(state, from, osloDay(now)));
}

/** What is chosen where there is nothing to choose between. */
export function onlyConsent(model: CaseContent): string | undefined {
  const standing = standingNow(model);
  return standing.length === 1 ? standing[0]?.consentId : undefined;
}

/** What every consent that stands covers, read before anything is shared on one. */
export function StandingConsents({ model, reading }: { model: CaseContent; reading: Reading }) {
  const { lang } = reading;
  const t = casePageTexts[lang];
  const standing = standingNow(model);
  if (standing.length === 0) return null;
  return (
    <Card heading={t.standingConsents(standing.length)} level={3} tone="tinted">
      <Stack gap="s">{standing.map((one) => (
        <div key={one.consentId}>
          <p><strong>{giverWords(one, model, lang)}</strong></p>
          <Row><Tag tone={one.status === 'DELVIS' ? 'warning' : 'neutral'} symbol="check">{codeLabel('consentStatus', one.status, lang)}</Tag></Row>
          <Answered fields={[['covers', one.covers], ['consentTo', one.consentTo], ['consentToAll', one.toAll], ['consentPurpose', one.purpose], ['consentAbout', one.about], ['consentAboutWhat', one.aboutWhat], ['consentUntil', one.until]]} reading={reading} />
          <p>{t.consentSince(dateWords(osloDay(one.recorded.at), lang))}</p>
        </div>
      ))}</Stack>
    </Card>
  );
}
