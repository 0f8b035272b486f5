import { Button, LinkButton, TextLink } from '../../web/ui/buttons.tsx';
import { Form, FormActions, PrintOnly, Section, Stack, Written } from '../../web/ui/layout.tsx';
import { momentWords, nearMomentWords } from '../../web/ui/moments.ts';
import { Alert, Details } from '../../web/ui/surfaces.tsx';
import { Clock, Timeline, type TimelineItem } from '../../web/ui/time-line.tsx';
import { raisersOf, type CaseState } from '../case.ts';
import { casePageTexts } from '../texts/page.ts';
import type { CaseContent } from '../queries/models.ts';
import { sameTexts } from '../texts/same-page.ts';
import { caseTexts } from '../texts.ts';
import { nameOf, type Reading } from './answers.tsx';
import { CONFIRMS } from './assessment-part.tsx';
import { clockProps } from './clock-words.ts';
import { ContactCard } from './contact-card.tsx';
import { dangerWords } from '../danger-words.ts';
import { DutyAlerts } from './duties-part.tsx';
import { codeLabel } from './field-codes.ts';
import { mayStep } from './next-parts.tsx';
import { NightCardPart } from './night-card-part.tsx';
import { allPath, casePath, stepPath } from './paths.ts';
import { reportItems, ReportsPart } from './reports-part.tsx';
import { SafetyAlerts } from './safety-part.tsx';
import { RestrictedAlert } from './rights-part.tsx';
import { UnderWay } from './under-way.tsx';
import { SharingAlerts } from './sharing-part.tsx';
import { isOfTheCase, timeLineItems } from './time-line.tsx';
import { InformedAlerts } from './voice-part.tsx';
import { VoidedProposal } from './voided-part.tsx';
import { referenceOf } from './joined-part.tsx';

/** Where the case stands: what is dangerous, what waits, what happened, what was reported. @param whole all that happened, however long ago */
export function OverviewPart({ model, reading, whole }: { model: CaseContent; reading: Reading; whole: boolean }) {
  const t = casePageTexts[reading.lang];
  return (
    <>
      <Notices model={model} reading={reading} />
      <ContactCard model={model} lang={reading.lang} />
      <NightCardPart model={model} reading={reading} />
      {model.clocks.length < 2 ? null : (
        <Section heading={t.deadlines}>
          <Stack gap="xs">{model.clocks.map((clock) => <div key={`${clock.clock}${clock.measureId ?? ''}`}><Clock short {...clockProps(clock, model.now, reading.lang)} /></div>)}</Stack>
        </Section>
      )}
      <Happened model={model} reading={reading} whole={whole} />
      <ReportsPart model={model} reading={reading} />
    </>
  );
}

const NEWEST = 8;
/** With those that unfold: a file of many years is as quick to open as a new one, and the rest is one press away. */
const AT_ONCE = 50;
const HAPPENED_ID = 'hendelser';

function Happened({ model, reading, whole }: { model: CaseContent; reading: Reading; whole: boolean }) {
  const t = casePageTexts[reading.lang];
  const events = model.journal.filter(isOfTheCase);
  const reported = reportItems(model, reading.lang);
  const most = whole ? events.length + reported.length : AT_ONCE;
  const items = [...timeLineItems(events, reading, most), ...reported].toSorted(newestFirst).slice(0, most);
  const all = events.length + reported.length;
  const [newest, older] = whole ? [items, []] : [items.slice(0, NEWEST), items.slice(NEWEST)];
  return (
    <Section heading={t.happened} id={HAPPENED_ID}>
      <Timeline label={t.happened} items={newest} />
      {items.length === all ? null : <PrintOnly><p>{t.someHappened(items.length, all)}</p></PrintOnly>}
      {older.length === 0 ? null : (
        <Details summary={t.older(older.length)}>
          <Timeline label={t.older(older.length)} items={older} />
          {items.length === all ? null : <p><TextLink href={allPath(model.fileId, 'oversikt', HAPPENED_ID)}>{t.allThatHappened(all)}</TextLink></p>}
        </Details>
      )}
    </Section>
  );
}

/** Of the same moment, what was written last stands first, as in the journal. */
function newestFirst(a: TimelineItem, b: TimelineItem): number {
  return (a.dateTime ?? '') > (b.dateTime ?? '') ? -1 : a.dateTime === b.dateTime ? 0 : 1;
}

/** What must be known before a word is read. */
export function Notices({ model, reading }: { model: CaseContent; reading: Reading }) {
  const { state } = model;
  return (
    <>
      {state.akutt === undefined ? null : <Danger akutt={state.akutt} model={model} reading={reading} />}
      <UnderWay model={model} reading={reading} />
      <RestrictedAlert model={model} reading={reading} />
      <Handover model={model} reading={reading} />
      <NewReport model={model} reading={reading} />
      <SafetyAlerts model={model} reading={reading} />
      <DutyAlerts model={model} reading={reading} />
      <SharingAlerts model={model} reading={reading} />
      <VoidedProposal model={model} reading={reading} />
      <Waiting state={state} model={model} reading={reading} />
      <InformedAlerts model={model} reading={reading} />
    </>
  );
}

/** Red, since somebody may be in danger: what is said of it, and whether anybody was called. */
function Danger({ akutt, model, reading }: { akutt: NonNullable<CaseState['akutt']>; model: CaseContent; reading: Reading }) {
  const { lang } = reading;
  const t = casePageTexts[lang];
  const called = akutt.called === 'NEI' || akutt.called === 'VET_IKKE' ? t.nobodyCalled : t.calledBy(codeLabel('called', akutt.called, lang), akutt.calledBy ?? t.someone, akutt.calledWhen ?? '');
  return (
    <Alert kind="life" heading={t.akuttHeading}>
      <Written text={dangerWords(akutt.danger, lang)} />
      <p>{called}</p>
      <p>{t.akuttSince(raisersOf(akutt).map((by) => nameOf(by, reading)).join(', '), nearMomentWords(akutt.raisedAt, model.now, lang))}{akutt.reviewedAt === undefined ? null : ` ${t.akuttReviewed(nearMomentWords(akutt.reviewedAt, model.now, lang))}`}</p>
      {mayStep(model, 'reviewAkutt') ? <p><TextLink href={stepPath(model.fileId, 'reviewAkutt')}>{caseTexts[lang]['step.reviewAkutt']}</TextLink></p> : null}
    </Alert>
  );
}

function Handover({ model, reading }: { model: CaseContent; reading: Reading }) {
  const { handover } = model.state;
  const { lang } = reading;
  const t = casePageTexts[lang];
  if (handover === undefined || (handover.read !== undefined && handover.note === undefined)) return null;
  const unread = handover.read === undefined;
  if (!unread && model.state.status !== 'TIL_VURDERING') return null;
  return (
    <Alert kind="info" heading={unread ? t.handoverUnread : t.handoverNote}>
      <p>{t.by(nameOf(handover.by, reading), momentWords(handover.at, lang))}</p>
      {handover.note === undefined ? null : <Written text={handover.note} />}
      {unread && mayStep(model, 'readHandover') ? <Form action={stepPath(model.fileId, 'readHandover')} hidden={{ formId: model.newId }}><FormActions><Button small>{caseTexts[lang]['step.readHandover']}</Button></FormActions></Form> : null}
    </Alert>
  );
}

/** For whoever leads the case: something new came to it, and stands below. */
function NewReport({ model, reading: { lang } }: { model: CaseContent; reading: Reading }) {
  const t = sameTexts[lang];
  const last = model.state.joined.at(-1);
  if (last === undefined || !mayStep(model, 'readReport')) return null;
  return (
    <Alert kind="info" heading={t.arrived}>
      <p>{t.arrivedAbout(referenceOf(model, last))} <TextLink href="#meldt">{t.toReports}</TextLink></p>
      <Form action={stepPath(model.fileId, 'readReport')} hidden={{ formId: model.newId }}><FormActions><Button variant="secondary" small>{t.read}</Button></FormActions></Form>
    </Alert>
  );
}

/** A proposal that one person made and a second has to look at. */
function Waiting({ state, model, reading }: { state: CaseState; model: CaseContent; reading: Reading }) {
  const { lang } = reading;
  const t = casePageTexts[lang];
  const closing = state.status === 'TIL_AVSLUTNING' ? state.closingProposal : undefined;
  const proposed = closing ?? state.proposal;
  if (proposed === undefined) return null;
  const anew = closing === undefined && state.proposal?.byTeam === false;
  const step = anew ? 'proposeClassification' : closing !== undefined || state.proposal === undefined ? 'closeCase' : CONFIRMS[state.proposal.kind];
  const inForce = step === 'confirmClassification' && state.classification?.confirmed === undefined && state.classification?.proposed.at === proposed.at;
  return (
    <Alert kind="info" heading={t.waitsForSecond}>
      <p>{t[`waits_${inForce ? 'provisional' : step}`]} {t.by(nameOf(proposed.by, reading), momentWords(proposed.at, lang))}</p>
      <p>{mayStep(model, step) ? <LinkButton small href={stepPath(model.fileId, step)}>{t.readAndAnswer}</LinkButton> : <TextLink href={casePath(model.fileId, 'vurdering')}>{t.readProposal}</TextLink>}</p>
    </Alert>
  );
}
