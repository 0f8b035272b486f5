import { isMentioned } from '../../staff/public.ts';
import { Quiet, Row, Section, Stack, Written } from '../../web/ui/layout.tsx';
import { dateWords, momentWords } from '../../web/ui/moments.ts';
import { Alert, Card, Tag, type Tone } from '../../web/ui/surfaces.tsx';
import { askStatus, type AskStatus, type ExpertAsk } from '../expert.ts';
import { namesakeIn } from '../expert-namesake.ts';
import { expertPageTexts } from '../texts/expert-page.ts';
import type { CaseContent } from '../queries/models.ts';
import { Answered, type Reading } from './answers.tsx';
import { SignedLine } from './signed-line.tsx';
import { StepLink } from './step-link.tsx';

type PartProps = { readonly model: CaseContent; readonly reading: Reading };

const TONES: Readonly<Record<AskStatus, Tone>> = { OPEN: 'info', EXPIRED: 'warning', ANSWERED: 'success', WITHDRAWN: 'neutral', FELL: 'warning', RESTRICTED: 'neutral' };
const MOST_TRIES = 5;

/** What professionals outside were asked, and how far each question has come. */
export function ExpertPart({ model, reading }: PartProps) {
  const t = expertPageTexts[reading.lang];
  const { experts } = model.state;
  return (
    <Section heading={t.heading} level={3} id="fagpersoner" action={<StepLink step="askExpert" model={model} reading={reading} />}>
      {experts.length === 0 ? <p><Quiet>{t.none} {t.lead}</Quiet></p> : <Stack gap="s">{experts.toReversed().map((one) => <OneAsk key={one.askId} one={one} model={model} reading={reading} />)}</Stack>}
    </Section>
  );
}

function OneAsk({ one, model, reading }: PartProps & { readonly one: ExpertAsk }) {
  const t = expertPageTexts[reading.lang];
  const { state } = model;
  const status = askStatus(state, one, model.now);
  const told = state.disclosures.find(({ disclosureId }) => disclosureId === one.askId);
  const like = told === undefined ? undefined : namesakeIn(state, inhabil(model), { text: told.organ }, isMentioned);
  const waits = one.answered === undefined && one.withdrawn === undefined;
  const onTheWay = model.experts.some(({ askId, answeredAt }) => askId === one.askId && answeredAt !== undefined);
  const subject = { fagperson: one.askId };
  return (
    <Card heading={told?.organ ?? t.heading} level={4} id={`sporsmal-${one.askId}`}>
      <Row>
        <Tag tone={TONES[status]} symbol={status === 'ANSWERED' ? 'check' : status === 'OPEN' ? 'clock' : status === 'WITHDRAWN' ? 'cross' : 'flag'}>{t[status]}</Tag>
        {one.answered !== undefined && one.read === undefined ? <Tag tone="warning" symbol="eye">{t.unread}</Tag> : null}
      </Row>
      <Outside one={one} model={model} reading={reading} status={status} />
      {waits && like !== undefined ? <Alert kind="warning"><p>{t.askedLike(t[like])}</p></Alert> : null}
      {status === 'OPEN' ? <p>{t.until(dateWords(one.expertUntil, reading.lang))}</p> : null}
      <Answered fields={[['expertQuestions', one.expertQuestions], ['expertFree', one.expertFree]]} reading={reading} />
      {one.answered === undefined ? null : <TheAnswer answer={one.answered} model={model} told={state.disclosures.find(({ disclosureId }) => disclosureId === one.answered?.disclosureId)?.shared} reading={reading} />}
      {one.withdrawn === undefined ? null : <>{one.withdrawn.by === 'system' ? <p>{t.endedWithCase}</p> : <Answered fields={[['grounds', one.withdrawn.grounds]]} reading={reading} />}<SignedLine signed={one.withdrawn} reading={reading} /></>}
      <SignedLine signed={one.asked} reading={reading} />
      {waits ? <Row>{onTheWay ? null : <StepLink step="renewExpertCode" subject={subject} model={model} reading={reading} />}<StepLink step="withdrawExpert" subject={subject} model={model} reading={reading} /></Row> : null}
      {one.answered !== undefined && one.read === undefined ? <StepLink step="readExpertAnswer" subject={subject} model={model} reading={reading} /> : null}
    </Card>
  );
}

function inhabil({ colleagues }: CaseContent): string[] {
  return colleagues.filter(({ excluded }) => excluded).map(({ name }) => name);
}

/** What the journal does not know: whether it was opened, and how often a wrong code was tried. */
function Outside({ one, model, reading: { lang }, status }: PartProps & { readonly one: ExpertAsk; readonly status: AskStatus }) {
  const t = expertPageTexts[lang];
  const outside = model.experts.find(({ askId }) => askId === one.askId);
  if (outside === undefined || one.answered !== undefined) return null;
  if (outside.answeredAt !== undefined) return <p>{t.onTheWay}</p>;
  if (status !== 'OPEN') return null;
  if (!outside.coded) return <p>{t.noCode}</p>;
  if (outside.openedAt !== undefined) return <p>{t.opened(momentWords(outside.openedAt, lang))}</p>;
  return outside.tries === 0 ? null : <p>{outside.tries >= MOST_TRIES ? t.locked : t.tries(outside.tries)}</p>;
}

/** What was written also stands among the disclosures, as something told to us. */
function TheAnswer({ answer, model, told, reading }: { readonly answer: NonNullable<ExpertAsk['answered']>; readonly model: CaseContent; readonly told: string | undefined; readonly reading: Reading }) {
  const t = expertPageTexts[reading.lang];
  const like = namesakeIn(model.state, inhabil(model), { names: [answer.expertName] }, isMentioned);
  return (
    <>
      {like === undefined ? null : <Alert kind="warning"><p>{t.answerLike(t[like])}</p></Alert>}
      <Answered fields={[['expertName', answer.expertName], ['expertRole', answer.expertRole], ['expertWorkplace', answer.expertWorkplace], ['expertSeen', answer.expertSeen]]} reading={reading} />
      {told === undefined ? <p>{t.cannot}</p> : <Written text={told} />}
      <p><Quiet>{momentWords(answer.at, reading.lang)}</Quiet></p>
    </>
  );
}
