import { LinkButton, TextLink } from '../../web/ui/buttons.tsx';
import { DescriptionList, type Fact } from '../../web/ui/facts.tsx';
import { Quiet, Row, Section, Stack, Written } from '../../web/ui/layout.tsx';
import { momentWords } from '../../web/ui/moments.ts';
import { Alert, Card, Details, EmptyState, Tag } from '../../web/ui/surfaces.tsx';
import type { CaseStep } from '../commands/step.ts';
import { TO_OTHERS } from '../choices/document.ts';
import { documentTexts } from '../texts/document-page.ts';
import { digitalWays, headingOf, homeRefusal, opennessOf, safeWays, textOf, unfilled, type CaseDocument } from '../documents.ts';
import type { CaseContent } from '../queries/models.ts';
import { caseTexts } from '../texts.ts';
import { templateTexts } from '../texts/template-page.ts';
import { isToReporter } from '../reporter-letters.ts';
import { hasReserved } from '../reservation.ts';
import { told } from '../told.ts';
import { wholeTexts } from '../whole/texts.ts';
import { nameOf, type Reading } from './answers.tsx';
import { HealthObjection, PaperOnly } from './coordination-part.tsx';
import { codeLabel } from './field-codes.ts';
import { refusalWords } from './faults.ts';
import { consentSettled } from './consent-asked.ts';
import { StandingConsents } from './standing-consents.tsx';
import { mayStep } from './next-parts.tsx';
import { documentPath, stepPath, templatePath, wholePath, type StepSubject } from './paths.ts';

type PartProps = { model: CaseContent; reading: Reading };

/** Documents of the case, the newest first: each with what is to be done with it, and where it went. */
export function DocumentsPart({ model, reading }: PartProps) {
  const { lang } = reading;
  const t = documentTexts[lang];
  const { documents } = model.state;
  return (
    <Section heading={t.heading} action={<StepLink step="draftDocument" model={model} reading={reading} primary />}>
      <HomeAlert model={model} reading={reading} />
      {documents.length === 0 ? <EmptyState heading={t.none} level={3} symbol="doc"><p>{t.noneLead}</p></EmptyState> : <p><Quiet>{t.notSent}</Quiet></p>}
      {model.asker.roles.includes('KOORDINATOR') ? <p><TextLink href={templatePath(lang)}>{templateTexts[lang].link}</TextLink></p> : null}
      <Stack>{documents.toReversed().map((one) => <OneDocument key={one.documentId} one={one} model={model} reading={reading} />)}</Stack>
      {model.asker.standing === 'coordinator' || model.asker.standing === 'case_lead' ? <p><TextLink href={wholePath(model.fileId)}>{wholeTexts[lang].link}</TextLink></p> : null}
    </Section>
  );
}

/** Why nothing goes to the person's home, said before anybody has written a letter. */
function HomeAlert({ model, reading: { lang } }: PartProps) {
  const no = homeRefusal(model.state, told(model));
  return no === undefined ? null : <Alert kind="info" heading={documentTexts[lang].homeClosed} level={3}><p>{refusalWords(no, lang)}</p></Alert>;
}

function OneDocument({ one, model, reading }: PartProps & { one: CaseDocument }) {
  const { lang } = reading;
  const t = documentTexts[lang];
  const heading = headingOf(textOf(one));
  const newest = one.versions.at(-1);
  const left = one.draft === undefined ? [] : unfilled(one.draft.text);
  const covered = model.veils.reporter && isToReporter(one);
  return (
    <Card heading={`${one.no}. ${heading === '' ? codeLabel('letter', one.letter, lang) : heading}`} level={3} symbol="doc" id={`dokument-${one.no}`}>
      <Row>
        <Tag tone="neutral">{codeLabel('letter', one.letter, lang)}</Tag>
        {one.draft === undefined ? null : <Tag tone="info" symbol="half">{t.draft}</Tag>}
        {newest === undefined ? null : <Tag tone="success" symbol="check">{t.done}</Tag>}
        {one.sent.length === 0 ? null : <Tag tone="info" symbol="arrow">{t.sentTag}</Tag>}
      </Row>
      <DescriptionList items={factsOf(one, lang)} />
      {covered ? <><p>{refusalWords('reporter_covered', lang)}</p><StepLink step="seeReporter" model={model} reading={reading} /></> : null}
      <NotHome one={one} model={model} reading={reading} />
      {one.draft === undefined ? null : <p><Quiet>{t.drafted(nameOf(one.draft.by, reading), momentWords(one.draft.at, lang))}</Quiet></p>}
      {left.length === 0 ? null : <p>{t.left(left.join(' '))}</p>}
      {covered ? <CoveredVersions one={one} reading={reading} /> : <><Versions one={one} model={model} reading={reading} /><Actions one={one} model={model} reading={reading} /></>}
    </Card>
  );
}

function factsOf(one: CaseDocument, lang: Reading['lang']): Fact[] {
  const t = documentTexts[lang];
  const lines: readonly (readonly [string, string | undefined])[] = [
    [t.way, codeLabel('delivery', one.delivery, lang)], [t.to, one.to], [t.homeSafe, one.homeSafe], [caseTexts[lang]['field.digitalWay'], one.digitalWay], [caseTexts[lang]['field.despiteObjection'], one.despiteObjection], [t.basis, one.basis && codeLabel('basis', one.basis, lang)], [t.language, codeLabel('docLang', one.lang, lang)], [t.openness, codeLabel('openness', opennessOf(one.draft === undefined ? one.versions.at(-1) ?? one : one), lang)],
  ];
  return lines.flatMap(([term, value]) => (value === undefined ? [] : [{ term, value }]));
}

/** It was to go home, and by now that is not safe: said where somebody would print it. */
function NotHome({ one, model, reading: { lang } }: PartProps & { one: CaseDocument }) {
  const no = one.delivery === 'HJEM' ? homeRefusal(model.state, told(model)) : undefined;
  return no === undefined ? null : <Alert kind="warning" heading={documentTexts[lang].notHome} level={4}><p>{refusalWords(no, lang)}</p></Alert>;
}

function Versions({ one, model, reading }: PartProps & { one: CaseDocument }) {
  const { lang } = reading;
  const t = documentTexts[lang];
  return one.versions.toReversed().map((version) => (
    <Stack key={version.version} gap="xs">
      <p><LinkButton href={documentPath(model.fileId, one.documentId, version.version)} small download symbol="doc">{t.download(version.version)}</LinkButton></p>
      <p><Quiet>{t.finalised(nameOf(version.by, reading), momentWords(version.at, lang))}</Quiet></p>
      {one.sent.filter((sent) => sent.version === version.version).map((sent) => (
        <p key={`${sent.at} ${sent.to}`}>{t.sent(codeLabel('sentHow', sent.how, lang), sent.to, momentWords(sent.at, lang), nameOf(sent.by, reading))}</p>
      ))}
      {TO_OTHERS.includes(one.letter) && one.sent.length === 0 ? <p><Quiet>{t.disclose}</Quiet></p> : null}
      <Details summary={t.readText}><Written text={version.text} /></Details>
    </Stack>
  ));
}

/** When it stood and when it was sent, and nothing of whom it is to. */
function CoveredVersions({ one, reading }: { one: CaseDocument; reading: Reading }) {
  const { lang } = reading;
  const t = documentTexts[lang];
  return (
    <Stack gap="xs">
      {one.versions.toReversed().map((version) => <p key={version.version}><Quiet>{t.finalised(nameOf(version.by, reading), momentWords(version.at, lang))}</Quiet></p>)}
      {one.sent.map((sent) => <p key={sent.at}><Quiet>{codeLabel('sentHow', sent.how, lang)}, {momentWords(sent.at, lang)}</Quiet></p>)}
    </Stack>
  );
}

function Actions({ one, model, reading }: PartProps & { one: CaseDocument }) {
  const t = documentTexts[reading.lang];
  const subject = { dokument: one.documentId };
  const what = headingOf(textOf(one));
  const parts = { subject, model, reading };
  return (
    <Row>
      {one.draft === undefined ? <StepLink step="editDocument" words={t.again} label={t.againThis(what)} {...parts} /> : <StepLink step="editDocument" words={t.edit} label={t.editThis(what)} {...parts} />}
      {one.draft === undefined || unfilled(one.draft.text).length > 0 ? null : <StepLink step="finaliseDocument" words={t.finalise} label={t.finaliseThis(what)} {...parts} />}
      {one.versions.length === 0 || one.delivery === 'INTERNT' ? null : <StepLink step="recordSending" words={t.record} label={t.recordThis(what)} {...parts} />}
    </Row>
  );
}

type LinkProps = PartProps & { step: CaseStep; subject?: StepSubject; words?: string; label?: string; primary?: boolean };

function StepLink({ step, subject = {}, words, label, primary, model, reading }: LinkProps) {
  if (!mayStep(model, step)) return null;
  return <LinkButton small variant={primary === true ? 'primary' : 'secondary'} href={stepPath(model.fileId, step, subject)} label={label}>{words ?? caseTexts[reading.lang][`step.${step}`]}</LinkButton>;
}

/** What must be known before a document is written or finalised: whether it may go home, which ways are safe, and the text as it is. */
export function BeforeDocument({ step, model, reading, subject }: PartProps & { step: CaseStep; subject: StepSubject }) {
  const { lang } = reading;
  const t = documentTexts[lang];
  const one = model.state.documents.find(({ documentId }) => documentId === subject.dokument);
  const ways = safeWays(model.state, told(model));
  const left = one === undefined ? [] : unfilled(textOf(one));
  if (step === 'recordSending') return <><PaperOnly model={model} lang={lang} /><HealthObjection model={model} lang={lang} /><p><Quiet>{t.notSent}</Quiet></p></>;
  return (
    <Stack gap="s">
      {step === 'editDocument' ? null : <><HomeAlert model={model} reading={reading} /><PaperOnly model={model} lang={lang} /><HealthObjection model={model} lang={lang} /></>}
      {step === 'editDocument' || ways.length === 0 ? null : <Card heading={t.safe} level={3} tone="tinted">{ways.map((way) => <Written key={way} text={way} />)}</Card>}
      {step === 'editDocument' || ways.length === 0 || hasReserved(model.state, 'DIGITAL') || digitalWays(model.state, told(model)).length > 0 ? null : <p><Quiet>{refusalWords('no_digital_way', lang)}</Quiet></p>}
      {step === 'editDocument' || consentSettled(step, model, subject).length > 0 ? null : <StandingConsents model={model} reading={reading} />}
      {left.length === 0 ? null : <Alert kind="info"><p>{t.left(left.join(' '))}</p></Alert>}
      {step !== 'finaliseDocument' || one === undefined ? null : <Card heading={t.readText} level={3} tone="tinted"><Written text={textOf(one)} /></Card>}
    </Stack>
  );
}
