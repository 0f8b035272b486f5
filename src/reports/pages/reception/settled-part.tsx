import type { Lang } from '../../../kernel/texts.ts';
import { BASIS, BASIS_LAW, basisWords, CHANNEL } from '../../codes.ts';
import type { OpenReport } from '../../queries.ts';
import type { Dialogue } from '../../dialogue.ts';
import { dialogueTexts } from '../../texts/dialogue.ts';
import { offeredFiles, type FileAlong } from '../../follow.ts';
import { CONFIRMED_HOW, type SentReport } from '../../settled.ts';
import { settleTexts } from '../../texts/settle.ts';
import type { StaffRequest } from '../../../web/route.tsx';
import { Button, TextLink } from '../../../web/ui/buttons.tsx';
import { Checkbox, CheckboxGroup } from '../../../web/ui/choices.tsx';
import { DescriptionList, type Fact } from '../../../web/ui/facts.tsx';
import { Field, Select, TextArea } from '../../../web/ui/fields.tsx';
import { Form, FormActions, Quiet, ScreenOnly, Section, Stack, Written } from '../../../web/ui/layout.tsx';
import { momentWords } from '../../../web/ui/moments.ts';
import { Alert, Details } from '../../../web/ui/surfaces.tsx';
import { answersOf } from './answers.ts';
import { confirmPath, DONE, passOnPath, reportPath, sendPath, wholePath } from './paths.ts';
import { FileLink } from './file-choice.tsx';
import { fileBox, settleFaults } from './settle-words.ts';

type Props = { readonly model: OpenReport; readonly request: StaffRequest };

/** How a report ended that was divided or sent on, and what came later. Nothing where a case has it. */
export function SettledPart({ model, request }: Props) {
  const { lang } = request;
  const { report } = model;
  const t = settleTexts[lang];
  if (report.sentBack !== undefined) return <SentBack sentBack={report.sentBack} lang={lang} />;
  if (report.outcome !== 'DELT' && report.sendings.length === 0) return null;
  const split = report.outcome === 'DELT';
  const unread = report.seenAt === undefined;
  return (
    <>
      <Alert kind={unread ? 'warning' : 'info'} heading={split ? t.splitHeading : t.sentHeading}>
        {unread ? <p>{split ? t.splitNew : t.sentNew}</p> : split ? <p>{t.splitNote}</p> : null}
        {model.parts.map(({ fileId, reference }) => <p key={fileId}><TextLink href={reportPath(fileId)}>{reference}</TextLink></p>)}
      </Alert>
      {unread && model.coordinates ? <PassOn model={model} request={request} /> : null}
      {model.coordinates && !unread ? <ScreenOnly><p><TextLink href={wholePath(model.fileId)}>{t.whole}</TextLink></p></ScreenOnly> : null}
      {report.sendings.map((sending) => <SentPart key={sending.transferId} sending={sending} model={model} request={request} />)}
    </>
  );
}

/** It was not for us. */
function SentBack({ sentBack, lang }: { sentBack: NonNullable<OpenReport['report']['sentBack']>; lang: Lang }) {
  const t = settleTexts[lang];
  return (
    <Alert kind="info" heading={t.sentBackHeading}>
      <Written text={sentBack.grounds} />
      <p>{sentBack.fetchedAt === undefined ? t.sentBackWaits : t.sentBackFetched(momentWords(sentBack.fetchedAt, lang))}</p>
    </Alert>
  );
}

/** What came later, gone through and told on. For one that was sent on: that there is nothing more to send. */
function PassOn({ model, request: { lang, form, refused } }: Props) {
  const t = settleTexts[lang];
  const { report } = model;
  const faults = settleFaults(refused, lang);
  const fresh = [...report.contents.filter((_, part) => part >= report.decidedContents).map((one) => one.report.whatHappened), ...report.dialogue.theirs.filter(({ order }) => order >= report.decidedParts).map(({ text }) => text ?? '')];
  const worse = report.dialogue.theirs.some(({ order, feels }) => order >= report.decidedParts && feels === 'VERRE') || report.contents.some((one, part) => part >= report.decidedContents && one.report.danger === 'ja');
  const typed = form.has('parts');
  const text = typed ? form.one('told') : fresh.filter((words) => words !== '').join('\n\n');
  const hidden = { parts: String(report.parts.length) };
  if (model.parts.length === 0) return <ScreenOnly><Form action={passOnPath(model.fileId)} hidden={hidden}><FormActions><Button variant="secondary">{t.passNothing}</Button></FormActions></Form></ScreenOnly>;
  return (
    <ScreenOnly>
      <Section heading={t.passHeading} id="fortell">
        <Form action={passOnPath(model.fileId)} hidden={hidden}>
          {worse ? <p><strong>{t.danger_in_it}</strong></p> : null}
          <CheckboxGroup name="into" label={t.passWhich} description={t.passHint} error={faults['into']} options={model.parts.map(({ fileId, reference }) => ({ value: fileId, label: reference }))} values={typed ? form.all('into') : worse ? model.parts.map(({ fileId }) => fileId) : []} />
          <TextArea name="told" label={t.passText} description={t.splitTake} rows={5} value={text} error={faults['told']} />
          {offeredFiles(report.dialogue).filter(({ file }) => file.order >= report.decidedParts).map((one) => (
            <CheckboxGroup key={one.no} name={fileBox(one.no)} label={t.passFile(one.no)} description={<>{t.passFileHint} <FileLink fileId={model.fileId} offered={one} lang={lang} /></>} options={model.parts.map(({ fileId, reference }) => ({ value: fileId, label: reference }))} values={form.all(fileBox(one.no))} />
          ))}
          <Checkbox name="worse" label={t.passWorse} description={t.passWorseHint} checked={typed ? form.one('worse') === 'ja' : worse} />
          <FormActions><Button>{t.pass}</Button></FormActions>
        </Form>
      </Section>
    </ScreenOnly>
  );
}

function SentPart({ sending, model, request }: Props & { sending: SentReport }) {
  const { lang } = request;
  const t = settleTexts[lang];
  return (
    <Section heading={`${t.sent}: ${sending.to.name}`}>
      <Stack gap="s">
        <DescriptionList items={factsOf(sending, model.report, lang)} />
        {sending.to.kind === 'OUTSIDE' ? <Letter sending={sending} model={model} request={request} /> : null}
        {sending.to.kind === 'OUTSIDE' && sending.confirmed === undefined && model.coordinates ? <Confirm sending={sending} model={model} request={request} /> : null}
        {model.coordinates ? <ScreenOnly><TextLink href={sendPath(model.fileId)}>{t.toSendAgain}</TextLink></ScreenOnly> : null}
      </Stack>
    </Section>
  );
}

function factsOf(sending: SentReport, report: OpenReport['report'], lang: Lang): Fact[] {
  const t = settleTexts[lang];
  const { to, basis, grounds, scope, phonedWho, phonedWhen, confirmed, carriedAt } = sending;
  const state = confirmed === undefined ? (to.kind === 'OUTSIDE' ? t.notConfirmed : carriedAt === undefined ? t.onItsWay : t.arrived)
    : confirmed.how === 'APNET' ? `${t.opened}, ${momentWords(confirmed.at, lang)}` : [confirmed.by, t[`how_${confirmed.how}`], confirmed.when].join(', ');
  return [
    { term: t.when, value: momentWords(sending.at, lang) }, { term: t.receiver, value: to.kind === 'OUTSIDE' ? `${to.name} (${to.spokeWith})` : to.name },
    { term: t.basis, value: basisWords(basis, lang) }, { term: t.grounds, value: <Written text={grounds} /> },
    { term: t.what, value: scope === 'HELE' ? t.scope_HELE : <Written text={sending.text} /> }, ...filesIn(sending, report, lang), ...(phonedWho === '' ? [] : [{ term: t.phoned, value: `${phonedWho}, ${phonedWhen}` }]),
    { term: t.confirmedBy, value: state },
  ];
}

/** «Vedlegg 1, Vedlegg 3», and how many of them are on their way. */
function filesIn({ files = [] }: SentReport, { dialogue, follows }: OpenReport['report'], lang: Lang): Fact[] {
  const t = settleTexts[lang];
  if (files.length === 0) return [];
  const coming = follows.filter(({ slot, carriedAt }) => carriedAt === undefined && files.some((one) => one.slot === slot)).length;
  return [{ term: t.files, value: t.filesSent(numbersOf(files, dialogue, lang), coming) }];
}

function numbersOf(files: readonly FileAlong[], { attachments }: Dialogue, lang: Lang): string {
  return files.map(({ object }) => dialogueTexts[lang].file(attachments.findIndex((one) => one.object === object) + 1)).join(', ');
}

/** Made to be read out or copied: the whole of it as one text. Nothing is sent by itself. */
function Letter({ sending, model, request: { lang, regionName } }: Props & { sending: SentReport }) {
  const t = settleTexts[lang];
  const { report, places } = model;
  const channel = CHANNEL.is(report.channel) ? CHANNEL.label(report.channel, lang) : report.channel;
  const said = sending.scope === 'UTDRAG' ? [sending.text] : report.contents.filter(({ at }) => at <= sending.at).flatMap((part) => answersOf(part.report, { lang, places }).map(({ term, text }) => `${term}: ${text}`));
  const text = [t.letterOpening(regionName), t.letterCame(momentWords(report.receivedAt ?? model.now, lang), channel), `${t.letterBasis}: ${BASIS.label(sending.basis, lang)} ${BASIS_LAW[sending.basis]}`.trim(), ...(sending.files === undefined ? [] : [`${t.letterFiles}: ${numbersOf(sending.files, report.dialogue, lang)}`]), '', ...said].join('\n');
  return <Details summary={t.letter} open={sending.confirmed === undefined}><p><Quiet>{t.letterHint}</Quiet></p><Written text={text} /></Details>;
}

function Confirm({ sending, model, request: { lang, form, refused } }: Props & { sending: SentReport }) {
  const t = settleTexts[lang];
  const mine = form.one('transferId') === sending.transferId;
  const faults = mine ? settleFaults(refused, lang) : {};
  const box = (name: string) => ({ name, value: mine ? form.one(name) : '', error: faults[name] });
  return (
    <ScreenOnly>
      <Details summary={t.confirmHeading} open={mine && refused !== undefined}>
        <Form action={confirmPath(model.fileId)} hidden={{ transferId: sending.transferId }}>
          <Field {...box('by')} label={t.confirmBy} required />
          <Select {...box('how')} label={t.confirmHow} required options={CONFIRMED_HOW.map((value) => ({ value, label: t[`how_${value}`] }))} />
          <Field {...box('when')} label={t.confirmWhen} required />
          <FormActions><Button>{t.confirm}</Button></FormActions>
        </Form>
      </Details>
    </ScreenOnly>
  );
}

/** «Lagret» after each of these steps. */
export function SettledDone({ done, lang }: { done: string | null; lang: Lang }) {
  const t = settleTexts[lang];
  const words = done === DONE.split ? t.doneSplit : done === DONE.sentOn ? t.doneSent : done === DONE.passedOn ? t.donePassed : done === DONE.confirmed ? t.doneConfirmed : done === DONE.sentBack ? t.doneBack : undefined;
  return words === undefined ? null : <Alert kind="success" heading={words} />;
}
