import { Row } from '../../web/ui/layout.tsx';
import { Alert, Card } from '../../web/ui/surfaces.tsx';
import { figuresMissing, figuresNow, isForFigures } from '../figures.ts';
import { FIGURE_FIELDS } from '../person.ts';
import type { CaseContent } from '../queries/models.ts';
import { caseTexts } from '../texts.ts';
import { casePageTexts } from '../texts/page.ts';
import { Answered, type Reading } from './answers.tsx';
import { StepLink } from './step-link.tsx';

type FiguresProps = { model: CaseContent; reading: Reading };

/** Before a closing: what nobody has answered of the minimum figures, which the form asks for; nothing where nothing is missing. */
export function FiguresMissing({ model, reading }: FiguresProps) {
  const { state } = model;
  const t = casePageTexts[reading.lang];
  const missing = figuresMissing(state);
  const measures = isForFigures(state) && state.measures.length === 0;
  if (missing.length === 0 && !measures) return null;
  return (
    <Alert kind="info" heading={t.figuresMissing}>
      <ul>
        {missing.map((name) => <li key={name}>{caseTexts[reading.lang][`field.${name}`]}</li>)}
        {measures ? <li>{t.figuresNoMeasure}</li> : null}
      </ul>
      {missing.length === 0 ? null : <p>{t.figuresHow}</p>}
      {measures ? <Row><StepLink step="decideMeasure" model={model} reading={reading} /></Row> : null}
    </Alert>
  );
}

/** With which figures the case is closed, for whoever decides it, and the way to put them right while it waits. */
export function FiguresCard({ model, reading }: FiguresProps) {
  const { state } = model;
  if (!isForFigures(state)) return null;
  const now = figuresNow(state);
  return (
    <Card heading={casePageTexts[reading.lang].figuresHeading} level={3}>
      <Answered fields={FIGURE_FIELDS.map((name) => [name, now[name], now.local])} reading={reading} />
      <Row><StepLink step="recordPerson" words={casePageTexts[reading.lang].figuresMend} model={model} reading={reading} /></Row>
    </Card>
  );
}
