import type { ReactElement } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import { addMs, osloDay } from '../../kernel/time.ts';
import { CHANNEL } from '../../reports/codes.ts';
import { draftPath } from '../../reports/public.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { TextLink } from '../../web/ui/buttons.tsx';
import { DescriptionList } from '../../web/ui/facts.tsx';
import { PageHead, Quiet, Section, Stack, Unseen } from '../../web/ui/layout.tsx';
import { dateWords, dayWords, momentWords } from '../../web/ui/moments.ts';
import { Alert, EmptyState, Tag } from '../../web/ui/surfaces.tsx';
import type { SymbolName } from '../../web/ui/symbols.tsx';
import { Clock } from '../../web/ui/time-line.tsx';
import { WorkList, type WorkItem } from '../../web/ui/work.tsx';
import { adviceTexts } from '../texts/advice-page.ts';
import { LEADS_ON } from '../asking.ts';
import { CASE_TYPE } from '../codes.ts';
import { logTexts } from '../texts/log-page.ts';
import { casePageTexts } from '../texts/page.ts';
import { isSupervisor } from '../supervision.ts';
import type { DayAside, DayLine, MyDay } from '../queries/models.ts';
import { caseTexts } from '../texts.ts';
import { leftTextsTexts } from '../texts/left-texts.ts';
import { clockProps } from './clock-words.ts';
import { EmergencyLines } from './emergency-part.tsx';
import { SupervisionDay } from './supervision-part.tsx';
import { ANSWERED, casePath, CASES, INBOX, LEFT, leftTextsPath, RESERVE, reviewPath, stepPath } from './paths.ts';

/** «Min dag»: only what needs this person, the most urgent first. Nothing left is the goal. */
export function TodayPage({ day, besides = [], request }: { day: MyDay; besides?: readonly WorkItem[]; request: StaffRequest }): ReactElement {
  const { lang } = request;
  const t = casePageTexts[lang];
  const mine = day.lines.filter(({ mayOpen }) => mayOpen);
  const known = day.lines.filter(({ mayOpen }) => !mayOpen);
  const today = dateWords(osloDay(day.now), lang);
  const nothing = mine.length + day.talks.length + besides.length + day.emergencies.waiting + day.asides.length === 0 && day.review === undefined && !day.hears;
  return (
    <StaffPage request={request} title={t.today} current="today">
      <PageHead heading={t.today} lead={mine.length === 0 ? today : `${today} · ${t.needsYou(mine.length, day.more)}`} />
      <Stack>
        {request.query.get('gjort') === LEFT ? <Alert kind="success"><p>{t.left}</p></Alert> : null}
        {request.query.get('gjort') === ANSWERED ? <Alert kind="success"><p>{adviceTexts[lang].answered}</p></Alert> : null}
        <EmergencyLines emergencies={day.emergencies} now={day.now} lang={lang} />
        {day.talks.length === 0 ? null : <WorkList label={t.unsentTalks} items={day.talks.map((one) => unsent(one, lang))} />}
        {isSupervisor(request.person) ? <SupervisionDay day={day} lang={lang} /> : nothing ? <NothingToday request={request} /> : mine.length === 0 ? null
          : <WorkList label={t.todayList} items={mine.map((line) => itemOf(line, day, lang))} />}
        {day.hears ? <Alert kind="warning"><p>{t.hears}</p></Alert> : null}
        <LogToReview day={day} request={request} />
        {besides.length + day.asides.length === 0 ? null : <WorkList label={t.besides} items={[...day.asides.map((one) => aside(one, lang)), ...besides]} />}
        {day.more ? <p><Quiet>{t.moreToday}</Quiet></p> : null}
        {request.person.roles.includes('KOMMUNEDIREKTOR') ? <Executive lang={lang} /> : null}
        <Elsewhere request={request} withInbox={!nothing} />
      </Stack>
      {known.length === 0 ? null : <OnlyKnown lines={known} day={day} lang={lang} />}
    </StaffPage>
  );
}

/** First of all: whoever comes back after a power cut in the middle of a call goes on with it from here. */
function unsent({ draft_id: id, channel, started_at: begun }: MyDay['talks'][number], lang: Lang): WorkItem {
  const t = casePageTexts[lang];
  return { id, href: draftPath(channel, id), title: CHANNEL.label(channel, lang), reason: t.unsentTalk, meta: t.unsentBegun(momentWords(begun, lang)), symbol: 'phone' };
}

function itemOf(line: DayLine, { now, municipalities }: MyDay, lang: Lang): WorkItem {
  const words = caseTexts[lang];
  const place = line.owner === undefined ? undefined : municipalities[line.owner];
  const about = [line.way === undefined ? undefined : `${casePageTexts[lang].safeWay}: ${line.way}`, line.caseType === undefined ? undefined : CASE_TYPE.label(line.caseType, lang), place].filter((part) => part !== undefined);
  return {
    id: line.fileId, href: hrefOf(line), title: line.alias === undefined ? line.reference : `${line.alias} · ${line.reference}`,
    reason: words[`day.${line.reason}`], meta: about.length === 0 ? undefined : about.join(' · '), symbol: symbolOf(line),
    tags: <>{line.akutt ? <Tag tone="life">{words.akutt}</Tag> : null}<Tag>{words[`status.${line.status}`]}</Tag></>,
    clock: line.clock === undefined ? undefined : <Clock {...clockProps(line.clock, now, lang)} />,
  };
}

/** A text is read where it is taken in; a case that one person closed is opened by whoever may, and is a reference for the reserve. */
function aside({ kind, fileId, reference, alias, mayOpen, count }: DayAside, lang: Lang): WorkItem {
  const title = alias === undefined ? reference : `${alias} · ${reference}`;
  if (kind === 'left_text') return { id: `etterlatt-${fileId}`, href: leftTextsPath(fileId), title, reason: leftTextsTexts[lang].count(count), symbol: 'arrow' };
  return { id: `alene-${fileId}`, ...(mayOpen ? { href: casePath(fileId) } : {}), title, reason: casePageTexts[lang].closedAloneDay, symbol: 'arrow' };
}

/** What waits for this person's yes is one press away; everything else begins with the case, and so does a closing, which may be sent back instead. */
function hrefOf({ fileId, step }: DayLine): string {
  const answer = LEADS_ON.find((one) => one === step);
  return answer === undefined || answer === 'closeCase' ? casePath(fileId) : stepPath(fileId, answer);
}

function symbolOf({ akutt, clock, reason, mustDeclare }: DayLine): SymbolName {
  if (akutt) return 'bell';
  if (mustDeclare) return 'shield';
  if (clock?.late === true) return 'flag';
  return reason === 'confirm_classification' || reason === 'confirm_not_a_case' || reason === 'close_case' ? 'half' : 'arrow';
}

/** A leader's own task: this month's log, with the day it should be done by. */
function LogToReview({ day: { review, now }, request: { lang } }: { day: MyDay; request: StaffRequest }) {
  if (review === undefined) return null;
  const last = osloDay(addMs(review.due, -1));
  return <WorkList label={logTexts[lang].review} items={[{ id: 'logg', href: reviewPath(review.month), title: logTexts[lang].review, reason: logTexts[lang].day(review.left), symbol: 'shield', clock: <Clock state={now >= review.due ? 'late' : 'calm'} due={dayWords(last, now, lang)} dateTime={last} /> }]} />;
}

/** fvl § 6: the one who names somebody when everybody else is out. The same words whether or not anything waits. */
function Executive({ lang }: { lang: Lang }) {
  const t = casePageTexts[lang];
  return <Alert kind="info" heading={t.executive}><p>{t.executiveWhy}</p><p><TextLink href={RESERVE}>{t.executiveDo}</TextLink></p></Alert>;
}

/** Whoever also has the inbox is not told that nothing waits: only that no case does. */
function NothingToday({ request }: { request: StaffRequest }) {
  const t = casePageTexts[request.lang];
  if (!hasInbox(request)) return <EmptyState heading={t.nothingToday}><p>{t.nothingTodayLead}</p></EmptyState>;
  return <EmptyState heading={t.noCaseToday}><p>{t.noCaseTodayLead}</p><p><TextLink href={INBOX}>{t.toInbox}</TextLink></p></EmptyState>;
}

function hasInbox({ person, isReserve }: StaffRequest): boolean {
  return isReserve || person.roles.includes('MOTTAK') || person.roles.includes('KOORDINATOR');
}

/** The other lists this person has; how much waits there, they say themselves. */
function Elsewhere({ request, withInbox }: { request: StaffRequest; withInbox: boolean }) {
  const t = casePageTexts[request.lang];
  const inbox = withInbox && hasInbox(request);
  const list = ['KOORDINATOR', 'TEAMMEDLEM', 'LEDER'].some((role) => request.person.roles.includes(role));
  if (!inbox && !list) return null;
  return <p>{inbox ? <TextLink href={INBOX}>{t.toInbox}</TextLink> : null}{inbox && list ? <> · </> : null}{list ? <TextLink href={CASES}>{t.toList}</TextLink> : null}</p>;
}

/** A leader answers for what is late without reading it. */
function OnlyKnown({ lines, day, lang }: { lines: readonly DayLine[]; day: MyDay; lang: Lang }) {
  const t = casePageTexts[lang];
  return (
    <Section heading={t.onlyKnown}>
      <p><Quiet>{t.onlyKnownLead}</Quiet></p>
      <DescriptionList items={lines.map((line) => ({
        term: line.reference,
        value: <>{caseTexts[lang][`day.${line.reason}`]}{line.owner === undefined ? null : <> · {day.municipalities[line.owner]}</>}{line.clock === undefined ? null : <><Unseen>: </Unseen><br /><Clock {...clockProps(line.clock, day.now, lang)} /></>}</>,
      }))} />
    </Section>
  );
}
