import type { ReactNode } from 'react';
import type { Lang } from '../../../kernel/texts.ts';
import type { OpenReport } from '../../queries.ts';
import type { LogEntry } from '../../log.ts';
import { isConsultation, type ReportState } from '../../report.ts';
import { receptionTexts } from '../../texts/reception.ts';
import { TextLink } from '../../../web/ui/buttons.tsx';
import { DescriptionList, type Fact } from '../../../web/ui/facts.tsx';
import { Quiet, Section, Stack, Written } from '../../../web/ui/layout.tsx';
import { Alert } from '../../../web/ui/surfaces.tsx';
import { Told } from './answer-fact.tsx';
import { isOutside, type Answer } from './answers.ts';
import { momentWords } from '../../../web/ui/moments.ts';
import { dialogueTexts } from '../../texts/dialogue.ts';
import { DIALOGUE_ID } from '../dialogue-part.tsx';
import { additionId } from './report-answers.tsx';
import { settleTexts } from '../../texts/settle.ts';
import { livesElsewhere } from '../../settled.ts';
import { CHANNEL } from '../../codes.ts';
import { instant } from '../../../kernel/time.ts';
import { consultationPath, sendPath, splitPath } from './paths.ts';
import { MoveOut } from './crowded-lane.tsx';
import { anyPart, newest, said, type Said } from './said.ts';

type UrgentEntry = Extract<LogEntry, { what: 'urgent' }>;

/** What must be known before a word is read: danger, a child, what is new, and that a case has it. */
export function Notices({ model, lang }: { model: OpenReport; lang: Lang }) {
  const { report } = model;
  const t = receptionTexts[lang];
  const s = settleTexts[lang];
  const { theirs, attachments } = report.dialogue;
  const sent = [...theirs, ...attachments].filter(({ order }) => order >= model.readPartsBefore).length;
  const fresh = report.contents.map((_, part) => part).filter((part) => part > 0 && part >= model.readBefore);
  const minor = anyPart(report.contents, (part) => part.adult === 'nei');
  return (
    <>
      {report.urgent ? <UrgentNotice model={model} lang={lang} /> : null}
      {report.crowded ? <MoveOut fileId={model.fileId} lang={lang} /> : null}
      <AboutReporter model={model} lang={lang} />
      {anyPart(report.contents, (part) => part.worksInService === 'ja') ? <Alert kind="warning" heading={t.worksHeading}><p>{t.worksDo}</p></Alert> : null}
      {isOutside(newest(report.contents), model.places) ? <Alert kind="warning" heading={t.outsideHeading}><p>{t.outsideDo}</p>{toSettle(model, 'send_on') ? <p><TextLink href={sendPath(model.fileId)}>{s.toSend}</TextLink></p> : null}</Alert> : null}
      {newest(report.contents).others?.answer === 'ja' && report.progress !== 'DECIDED' ? <Alert kind="info" heading={s.othersHeading}><p>{s.othersDo}</p>{toSettle(model, 'split') ? <p><TextLink href={splitPath(model.fileId)}>{s.toSplit}</TextLink></p> : null}</Alert> : null}
      <SentFrom report={report} lang={lang} />
      {minor ? <Alert kind="warning" heading={t.minorHeading}><p>{t.minorYes}</p></Alert> : null}
      {!minor && newest(report.contents).adult === 'usikker' ? <Alert kind="info" heading={t.minorUnsure} /> : null}
      {report.progress === 'DECIDED' && !livesElsewhere(report) ? <Alert kind="info" heading={t.decidedHeading}><p>{report.seenAt === undefined ? t.decidedNew : t.decidedNote}</p></Alert> : null}
      {fresh.length === 0 ? null : (
        <Alert kind="info" heading={t.newParts(fresh.length)}>
          {fresh.map((part) => <p key={part}><TextLink href={`#${additionId(part)}`}>{t.readIt(part)}</TextLink></p>)}
        </Alert>
      )}
      {sent === 0 ? null : (
        <Alert kind="info" heading={dialogueTexts[lang].newOnes(sent)}>
          <p><TextLink href={`#${DIALOGUE_ID}`}>{dialogueTexts[lang].readThem}</TextLink></p>
        </Alert>
      )}
    </>
  );
}

function toSettle({ coordinates, closed }: OpenReport, step: 'split' | 'send_on'): boolean {
  return coordinates && closed[step] === undefined;
}

/** Another region sent it on: which, and when and how it first came there. */
function SentFrom({ report, lang }: { report: ReportState; lang: Lang }) {
  const from = report.contents.findLast((part) => part.report.sentFrom !== undefined)?.report.sentFrom;
  if (from === undefined) return null;
  const t = settleTexts[lang];
  if (from.case !== undefined) {
    return (
      <Alert kind={report.progress === 'DECIDED' ? 'info' : 'warning'} heading={t.caseFrom(from.name)}>
        <p>{t.caseFromWhen(from.case.reference, momentWords(instant(from.receivedAt), lang))}</p>
        {report.progress === 'DECIDED' ? null : <p>{t.caseFromNow}</p>}
        {report.namedOnArrival === undefined ? null : <p>{t.caseFromStrict}</p>}
      </Alert>
    );
  }
  return <Alert kind="info" heading={t.sentFrom(from.name)}><p>{t.sentFromWhen(momentWords(instant(from.receivedAt), lang), CHANNEL.is(from.channel) ? CHANNEL.label(from.channel, lang) : from.channel)}</p></Alert>;
}

/** Whoever asks without naming anybody, or will not be named, must not be asked who it is. */
function AboutReporter({ model: { report, fileId }, lang }: { model: OpenReport; lang: Lang }) {
  const t = receptionTexts[lang];
  if (isConsultation(report)) return <Alert kind="info" heading={t.consultationHeading}><p>{t.consultationDo}</p><p><TextLink href={consultationPath(fileId)}>{t.toConsultation}</TextLink></p></Alert>;
  return newest(report.contents).mode === 'B' ? <Alert kind="info" heading={t.anonymousHeading}><p>{t.anonymousDo}</p></Alert> : null;
}

/** Red, since somebody may be in danger: what is said of it, and whether anybody was called. */
function UrgentNotice({ model, lang }: { model: OpenReport; lang: Lang }) {
  const t = receptionTexts[lang];
  const raised = model.log.filter((entry): entry is UrgentEntry => entry.what === 'urgent');
  const calls = raised.filter((entry) => entry.record.called !== 'nei');
  const last = raised.at(-1);
  const worse = model.report.dialogue.theirs.findLast(({ feels }) => feels === 'VERRE');
  return (
    <Alert kind="life" heading={t.urgentHeading}>
      {anyPart(model.report.contents, (part) => part.danger === 'ja') ? <p>{t.urgentFromReporter}</p> : null}
      {worse === undefined ? null : <p><strong>{dialogueTexts[lang].worseHeading}.</strong> {dialogueTexts[lang].worseAbout(momentWords(worse.at, lang))}</p>}
      {last === undefined ? null : <Written text={last.record.danger} />}
      {calls.map(({ record }, at) => <p key={at}>{t.urgentCalled(record.called, record.calledBy, record.calledWhen)}</p>)}
      {calls.length === 0 ? <p>{t.urgentNobody}</p> : null}
    </Alert>
  );
}

/** What the person wants stands first, before anything others have said. */
export function Wish({ report, lang }: { report: ReportState; lang: Lang }) {
  const t = receptionTexts[lang];
  const wish = said(report.contents, (part) => part.wish);
  const heading = newest(report.contents).mode === 'D' ? t.wishSelf : t.wishOther;
  return (
    <Section heading={heading}>
      {wish.now === undefined ? <p><Quiet>{t.noWish}</Quiet></p> : <Written text={wish.now} />}
      <Earlier of={wish} lang={lang} />
    </Section>
  );
}

function Earlier({ of, lang }: { of: Said<string>; lang: Lang }) {
  return of.before.map((one) => (
    <div key={one.at}>
      <p><Quiet>{receptionTexts[lang].earlier(momentWords(one.at, lang))}</Quiet></p>
      <Written text={one.value} />
    </div>
  ));
}

/** The silence rule and all it needs: nobody is reached by a way that was not given as safe. */
export function BeforeContact({ report, answers, lang }: { report: ReportState; answers: readonly Answer[]; lang: Lang }) {
  const t = receptionTexts[lang];
  return (
    <Section heading={t.contact}>
      <Alert kind="warning" heading={t.silence} level={3} />
      <DescriptionList items={[safeWay(report, lang), ...plain(answers, ['needs']), ...phone(report, lang), ...address(report, lang), together(report, lang), ...plain(answers, ['care']), children(report, answers, lang), ...plain(answers, ['animals'])]} />
    </Section>
  );
}

function safeWay(report: ReportState, lang: Lang): Fact {
  const t = receptionTexts[lang];
  const way = said(report.contents, (part) => part.safeContact);
  const gone = way.before.length > 0 ? t.safeWayGone : t.noSafeWay;
  return { term: t.safeWay, value: <Stack gap="xs">{way.now === undefined ? <p>{gone}</p> : <Written text={way.now} />}<Earlier of={way} lang={lang} /></Stack> };
}

/** A number is safe only where the person wrote it and said that we may call; that form asks for nothing else. */
function phone(report: ReportState, lang: Lang): Fact[] {
  const t = receptionTexts[lang];
  const number = said(report.contents, (part) => part.person.phone);
  const safe = newest(report.contents).mode === 'D';
  return numbered(number, (shown, isNow) => <Told text={shown} note={safe && isNow ? t.phoneSafe : t.phoneUnsafe} />, t.phone);
}

function address(report: ReportState, lang: Lang): Fact[] {
  const t = receptionTexts[lang];
  if (anyPart(report.contents, (part) => part.person.protectedAddressHint)) return [{ term: t.address, value: t.addressHidden }];
  const place = said(report.contents, (part) => part.person.address);
  return numbered(place, (shown) => <Told text={shown} note={t.addressUnsafe} />, t.address);
}

/** Every value that was ever given, the newest first. */
function numbered(of: Said<string>, show: (value: string, isNow: boolean) => ReactNode, term: string): Fact[] {
  const values = [...(of.now === undefined ? [] : [{ value: of.now, isNow: true }]), ...of.before.map((one) => ({ value: one.value, isNow: false }))];
  return values.length === 0 ? [] : [{ term, value: <Stack gap="xs">{values.map((one) => <div key={one.value}>{show(one.value, one.isNow)}</div>)}</Stack> }];
}

/** The most cautious of all the answers counts. */
function together(report: ReportState, lang: Lang): Fact {
  const t = receptionTexts[lang];
  const answers = report.contents.map((part) => part.report.livesTogether);
  if (answers.includes('ja')) return { term: t.together, value: <strong>{t.togetherYes}</strong> };
  if (answers.includes('vet-ikke')) return { term: t.together, value: t.togetherUnknown };
  return { term: t.together, value: answers.includes('nei') ? t.togetherNo : t.notAnswered };
}

function children(report: ReportState, answers: readonly Answer[], lang: Lang): Fact {
  const t = receptionTexts[lang];
  if (anyPart(report.contents, (part) => part.childrenInHome === 'ja')) return { term: t.children, value: <strong>{t.childrenYes}</strong> };
  return { term: t.children, value: answers.find((answer) => answer.key === 'children')?.text ?? t.notAnswered };
}

function plain(answers: readonly Answer[], keys: readonly string[]): Fact[] {
  return answers.filter((answer) => keys.includes(answer.key)).map((answer) => ({ term: answer.term, value: answer.text }));
}
