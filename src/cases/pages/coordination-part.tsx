import { Quiet, Row, Section } from '../../web/ui/layout.tsx';
import type { Fact } from '../../web/ui/facts.tsx';
import { Alert, Card } from '../../web/ui/surfaces.tsx';
import type { Lang } from '../../kernel/texts.ts';
import { coercionTold } from '../duties.ts';
import { isAround } from '../suspects.ts';
import type { CaseContent } from '../queries/models.ts';
import { hasReserved } from '../reservation.ts';
import { isClosed } from '../status.ts';
import { casePageTexts } from '../texts/page.ts';
import { Answered, type Reading } from './answers.tsx';
import { coordinationAnswers } from './content-answers.ts';
import { codeLabel } from './field-codes.ts';
import { SignedLine } from './signed-line.tsx';
import { StepLink } from './step-link.tsx';

type PartProps = { readonly model: CaseContent; readonly reading: Reading };

/** hol §§ 3-4, 7-1 to 7-3: which service coordinates, and where coordinator and individual plan stand. The plan itself is kept elsewhere. */
export function CoordinationPart({ model, reading }: PartProps) {
  const t = casePageTexts[reading.lang];
  const { coordination } = model.state;
  return (
    <Section heading={t.coordination} id="samordning">
      <p><Quiet>{coordination === undefined ? `${t.coordinationLead} ${t.noCoordination}` : t.coordinationLead}</Quiet></p>
      {coordination === undefined ? null : <><Answered fields={coordinationAnswers(coordination)} reading={reading} /><SignedLine signed={coordination} reading={reading} /></>}
      <Row><StepLink step="recordCoordination" model={model} reading={reading} /></Row>
    </Section>
  );
}

/** What the person has said no to stands where somebody is about to call, write or share. */
export function reservationFacts({ state: { reservations } }: Pick<CaseContent, 'state'>, lang: Lang): Fact[] {
  if (reservations.length === 0) return [];
  const words = reservations.map(({ reservation, about }) => `${codeLabel('reservation', reservation, lang)}${about === undefined ? '' : ` (${about})`}`);
  return [{ term: casePageTexts[lang].saidNoTo, value: <strong>{words.join(' · ')}</strong> }];
}

/** An interpreter is booked before the talk, not in it. Somebody may have been written down around the person since. */
export function interpreterFact({ state }: Pick<CaseContent, 'state'>, lang: Lang): Fact[] {
  const t = casePageTexts[lang];
  const { interpreter, start } = state;
  if (interpreter === undefined) return start.needs?.includes('TOLK') === true ? [{ term: t.interpreter, value: t.noInterpreterYet }] : [];
  const { language, how, from, qualified } = interpreter;
  const said = [language, codeLabel('interpreterMode', how, lang), from, ...(qualified === 'NEI' ? [t.notQualified] : [])].join(' · ');
  return [{ term: t.interpreter, value: isAround(state, from) ? <>{said} <strong>{t.interpreterNear}</strong></> : said }];
}

/** hpl § 29: read before anything is shared. */
export function HealthObjection({ model: { state }, lang }: { readonly model: Pick<CaseContent, 'state'>; readonly lang: Lang }) {
  const t = casePageTexts[lang];
  const said = state.reservations.find(({ reservation }) => reservation === 'HELSEPERSONELL');
  return said === undefined ? null : <Alert kind="warning" heading={t.healthObjects}>{said.about === undefined ? null : <p>{said.about}</p>}<p>{t.healthObjectsLead}</p></Alert>;
}

/** eForvaltningsforskriften § 9: a letter on paper may still be made digital on its way. */
export function PaperOnly({ model: { state }, lang }: { readonly model: Pick<CaseContent, 'state'>; readonly lang: Lang }) {
  const t = casePageTexts[lang];
  return hasReserved(state, 'DIGITAL') ? <Alert kind="info" heading={t.paperOnly}><p>{t.paperOnlyLead}</p></Alert> : null;
}

/** What to do where coercion without a decision is told of (pbrl kap. 4 A, hol kap. 9). No such decision is made here. */
export function CoercionCard({ model, reading }: PartProps) {
  const t = casePageTexts[reading.lang];
  if (!coercionTold(model.state) || isClosed(model.state.status)) return null;
  return (
    <Card heading={t.coercion} level={3} symbol="alert">
      <ol><li>{t.coercionAsk}</li><li>{t.coercionTell}</li><li>{t.coercionHarm}</li></ol>
      <p><Quiet>{t.coercionHere}</Quiet></p>
    </Card>
  );
}
