import type { ReactElement } from 'react';
import { isUuid } from '../../kernel/ids.ts';
import { readAllTraces } from '../../people/public.ts';
import { Kept, keepTyped, type KeptWhy } from '../../web/kept-page.tsx';
import { NotHere, show, submit, type StaffRequest, type StaffRoute } from '../../web/route.tsx';
import { TextLink } from '../../web/ui/buttons.tsx';
import { Written } from '../../web/ui/layout.tsx';
import { endMeeting, minuteMeeting, nameInMeeting, setAttendance, startMeeting } from '../commands/meeting.ts';
import { mergeCases } from '../commands/merge.ts';
import { meetingTexts } from '../texts/meeting-page.ts';
import { casePageTexts } from '../texts/page.ts';
import { meetingList, openMeeting, prepareMeeting } from '../queries/meeting.ts';
import { mergePlan, type MergePlan } from '../queries/merge.ts';
import { samePerson, type SameCase } from '../queries/same-person.ts';
import { caseTexts } from '../texts.ts';
import { attendanceIn } from './attendance.tsx';
import { MeetingPage } from './meeting-page.tsx';
import { MeetingsPage, PreparePage } from './meetings-page.tsx';
import { MergePage } from './merge-page.tsx';
import { casePath, CASES, DAY, MEETINGS, meetingPath, MERGED, MINUTE_NEXT, minutedPath, TAKEN } from './paths.ts';

/** Minutes are never lost, whatever became of the case or the session meanwhile. */
const kept = (route: StaffRoute): StaffRoute => keepTyped(route, keptMinutes);

function keptMinutes(request: StaffRequest, why: KeptWhy): ReactElement | undefined {
  const { lang, form } = request;
  const typed = [{ term: caseTexts[lang]['field.minutes'], text: form.one('minutes') }, { term: meetingTexts[lang].learning, text: form.one('learning') }, { term: caseTexts[lang]['field.grounds'], text: form.one('grounds') }].filter(({ text }) => text !== '');
  if (typed.length === 0) return undefined;
  const t = casePageTexts[lang];
  return <Kept request={request} why={why} current="cases" words={t} typed={typed.map(({ term, text }) => ({ term, value: <Written text={text} /> }))} on={<TextLink href={DAY}>{t.toDay}</TextLink>} />;
}

const meetingIn = ({ params }: StaffRequest) => ({ meetingId: params['id'] ?? '' });
const caseIn = ({ params }: StaffRequest) => ({ caseId: params['case'] ?? '' });

const list = show({ path: MEETINGS, query: meetingList, input: ({ query }) => ({ page: query.get('side') ?? undefined }), view: (model, request) => <MeetingsPage list={model} request={request} /> });
const begin = submit({ path: MEETINGS, command: startMeeting, again: list, input: ({ form }) => ({ meetingId: form.one('meetingId'), ...attendanceIn(form) }), then: ({ meetingId }) => meetingPath(meetingId) });

/** The case that a form was about, or else the one that was on the screen. */
const takenIn = ({ params, form, query }: StaffRequest) => [params['case'] ?? '', form.one(TAKEN), query.get(TAKEN) ?? ''].find(isUuid);
const one = show({
  path: `${MEETINGS}/:id`, query: openMeeting, input: (request) => ({ ...meetingIn(request), caseId: takenIn(request) }), view: (model, request) => <MeetingPage model={model} request={request} />,
});
const prepare = show({ path: `${MEETINGS}/:id/forberedelse`, query: prepareMeeting, input: meetingIn, view: (model, request) => <PreparePage plan={model} request={request} /> });
const attendance = submit({ path: `${MEETINGS}/:id/til-stede`, command: setAttendance, again: one, input: (request) => ({ ...meetingIn(request), ...attendanceIn(request.form) }), then: ({ meetingId }, request) => meetingPath(meetingId, takenIn(request)) });
const minutes = kept(submit({
  path: `${MEETINGS}/:id/sak/:case/referat`, command: minuteMeeting, again: one, input: (request) => ({ ...meetingIn(request), ...caseIn(request), newId: request.form.one('newId'), minutes: request.form.one('minutes') }),
  then: ({ meetingId, fileId }, { form }) => minutedPath(meetingId, fileId, form.one(MINUTE_NEXT) !== ''),
}));
const names = kept(submit({
  path: `${MEETINGS}/:id/sak/:case/navn`, command: nameInMeeting, again: one, input: (request) => ({ ...meetingIn(request), ...caseIn(request), basis: request.form.one('basis'), grounds: request.form.one('grounds'), restsOn: request.form.one('restsOn'), withinConsent: request.form.all('withinConsent') }),
  then: ({ meetingId, fileId }) => meetingPath(meetingId, fileId),
}));
const end = kept(submit({ path: `${MEETINGS}/:id/slutt`, command: endMeeting, again: one, input: (request) => ({ ...meetingIn(request), learning: request.form.one('learning'), notNames: request.form.all('notNames') }), then: () => MEETINGS }));

const ownCase = ({ params }: StaffRequest) => ({ caseId: params['id'] ?? '' });
const wanted = (request: StaffRequest) => request.query.get('med') ?? (request.form.one('otherId') === '' ? undefined : request.form.one('otherId'));
/** Until one is chosen, the same-person search of the case's own reports suggests others. */
const plan: StaffRoute = {
  maker: 'show', method: 'GET', path: `${CASES}/:id/sla-sammen`, access: mergePlan.name,
  handle: async (request) => {
    const { door, person, refused } = request;
    const found = await door.enter(mergePlan, person, { ...ownCase(request), other: wanted(request) });
    if (!found.ok) throw new NotHere(found.code);
    const suggested = found.value.both === undefined ? await suggestedFor(found.value, request) : [];
    return { kind: 'page', status: refused === undefined ? 200 : 422, page: <MergePage plan={found.value} suggested={suggested} request={request} /> };
  },
};

async function suggestedFor({ fileId, reports }: MergePlan, { door, person }: StaffRequest): Promise<SameCase[]> {
  await readAllTraces(door, person.regionId);
  const all: SameCase[] = [];
  for (const reportId of reports.slice(0, MOST_ASKED)) {
    const same = await door.enter(samePerson, person, { reportId });
    if (same.ok) all.push(...same.value.cases.filter((one) => !one.closed && one.fileId !== fileId && !all.some((other) => other.fileId === one.fileId)));
  }
  return all;
}
/** A case with more reports than this is suggested by the first of them. */
const MOST_ASKED = 3;

const merge = kept(submit({
  path: `${CASES}/:id/sla-sammen`, command: mergeCases, again: plan,
  input: (request) => ({ ...ownCase(request), otherId: request.form.one('otherId'), goesOn: request.form.one('goesOn'), keep: request.form.all('keep'), grounds: request.form.one('grounds'), ...(request.form.one('lead') === '' ? {} : { lead: request.form.one('lead') }) }),
  then: ({ fileId }) => `${casePath(fileId)}?gjort=${MERGED}`,
}));

/** Team meetings, and two cases that become one. */
export const TEAM_ROUTES: readonly StaffRoute[] = [list, begin, one, prepare, attendance, minutes, names, end, plan, merge];
