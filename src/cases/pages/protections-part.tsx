import { osloDay } from '../../kernel/time.ts';
import { Quiet, Row, Section, Stack } from '../../web/ui/layout.tsx';
import { dateWords } from '../../web/ui/moments.ts';
import { Card, Details, Tag } from '../../web/ui/surfaces.tsx';
import { endsSoon, runs, type Protection } from '../protection.ts';
import type { CaseContent } from '../queries/models.ts';
import { safetyTexts } from '../texts/safety-page.ts';
import { Answered, type Reading } from './answers.tsx';
import { codeLabel } from './field-codes.ts';
import { SignedLine } from './signed-line.tsx';
import { StepLink } from './step-link.tsx';

type PartProps = { model: CaseContent; reading: Reading };

/** What police, prosecutor or court gave the person for a time, and when it ends. */
export function ProtectionsPart({ model, reading }: PartProps) {
  const { lang } = reading;
  const t = safetyTexts[lang];
  const { protections } = model.state;
  const ordered = [...protections.filter(runs).toSorted((a, b) => (a.until < b.until ? -1 : 1)), ...protections.filter((one) => !runs(one)).toReversed()];
  return (
    <Section heading={t.protections} id="vern" action={<StepLink step="recordProtection" model={model} reading={reading} />}>
      {protections.length === 0 ? <p><Quiet>{t.noProtections}</Quiet></p> : null}
      <Stack gap="s">{ordered.map((one) => <OneProtection key={one.protectionId} one={one} model={model} reading={reading} />)}</Stack>
    </Section>
  );
}

function OneProtection({ one, model, reading }: PartProps & { one: Protection }) {
  const { lang } = reading;
  const t = safetyTexts[lang];
  const kind = codeLabel('protectionKind', one.kind, lang);
  const today = osloDay(model.now);
  const near = runs(one) && endsSoon(one.until, today) !== undefined;
  return (
    <Card heading={kind} level={3}>
      <Row>
        {!runs(one) ? <Tag tone="neutral" symbol="cross">{t.ended}</Tag>
          : <Tag tone={near ? 'warning' : 'success'} symbol={near ? 'clock' : 'lock'}>{one.until < today ? `${t.ranOut} ${dateWords(one.until, lang)}` : t.until(dateWords(one.until, lang))}</Tag>}
      </Row>
      <Answered fields={[['protectedFrom', one.from], ['decidedBy', one.decidedBy], ['protectionNote', one.note], ['grounds', one.ended?.grounds]]} reading={reading} />
      {one.periods.length < 2 ? null : <Details summary={t.earlierPeriods}><ul>{one.periods.slice(0, -1).map(({ from, until }) => <li key={until}>{t.period(dateWords(from, lang), dateWords(until, lang))}</li>)}</ul></Details>}
      <SignedLine signed={one.ended ?? one.periods.at(-1) ?? one.recorded} reading={reading} />
      {runs(one) ? (
        <Row>
          <StepLink step="renewProtection" subject={{ vern: one.protectionId }} words={t.renew} label={t.renewThis(kind)} model={model} reading={reading} />
          <StepLink step="endProtection" subject={{ vern: one.protectionId }} words={t.end} label={t.endThis(kind)} model={model} reading={reading} />
        </Row>
      ) : null}
    </Card>
  );
}
