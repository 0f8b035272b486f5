import { TextLink } from '../../web/ui/buttons.tsx';
import { DescriptionList } from '../../web/ui/facts.tsx';
import { Quiet, Row, Written } from '../../web/ui/layout.tsx';
import { momentWords } from '../../web/ui/moments.ts';
import { Card } from '../../web/ui/surfaces.tsx';
import { nightCardOf } from '../night-card.ts';
import { nightTexts } from '../texts/night-page.ts';
import type { CaseContent } from '../queries/models.ts';
import { caseTexts } from '../texts.ts';
import { nameOf, type Reading } from './answers.tsx';
import { mayStep } from './next-parts.tsx';
import { cardFacts } from './night-card-page.tsx';
import { stepPath } from './paths.ts';

/** What the desk is told at night, in the case it is about; nothing where nobody wrote a card. */
export function NightCardPart({ model, reading }: { model: CaseContent; reading: Reading }) {
  const { nightCard } = model.state;
  const card = nightCardOf(model.state);
  const { lang } = reading;
  const t = nightTexts[lang];
  if (card === undefined || nightCard === undefined) return null;
  return (
    <Card heading={t.inCase} symbol="phone">
      <DescriptionList items={[...cardFacts(card, lang), ...(card.codeWord === '' ? [] : [{ term: t.codeWord, value: <Written text={card.codeWord} /> }])]} />
      <p><Quiet>{t.by(nameOf(nightCard.by, reading), momentWords(nightCard.at, lang))}</Quiet></p>
      <Row>
        {(['writeNightCard', 'removeNightCard'] as const).filter((step) => mayStep(model, step)).map((step) => <TextLink key={step} href={stepPath(model.fileId, step)}>{caseTexts[lang][`step.${step}`]}</TextLink>)}
      </Row>
    </Card>
  );
}
