import { randomUUID } from 'node:crypto';
import type { ReactElement } from 'react';
import type { Context } from '../../kernel/context.ts';
import type { FileId } from '../../kernel/ids.ts';
import type { Lang } from '../../kernel/texts.ts';
import { askedIn, DIALOGUE_DONE, NIGHT_CARD } from '../../reports/public.ts';
import { keepTyped } from '../../web/kept-page.tsx';
import { file, NotHere, show, submit, type StaffRequest, type StaffRoute } from '../../web/route.tsx';
import type { WorkItem } from '../../web/ui/work.tsx';
import { LEADS_ON } from '../asking.ts';
import { askReporterInCase, attachmentInCase, closeWindowInCase } from '../commands/dialogue.ts';
import { joinReport } from '../commands/join.ts';
import { openCaseFromReports } from '../commands/open.ts';
import type { CaseStep } from '../commands/step.ts';
import { STEPS } from '../commands/steps.ts';
import { sayWriting } from '../commands/writing.ts';
import { dayWith } from '../queries/day.ts';
import { caseList } from '../queries/list.ts';
import { findForLog, whoLooked } from '../queries/looked.ts';
import type { OpenCase, WhoLooked } from '../queries/models.ts';
import { findCard, nightDesk } from '../queries/night-card.ts';
import { openCase } from '../queries/open.ts';
import { workplaceOfCase } from '../queries/workplace.ts';
import { fieldsOf } from '../fields.ts';
import { STEP_KEYS, WORKFLOW } from '../workflow.ts';
import { ADVICE_ROUTES } from './advice-page.tsx';
import { CasePage } from './case-page.tsx';
import { DialoguePage } from './dialogue-page.tsx';
import { refusalWords } from './faults.ts';
import { JoinPage } from './join-page.tsx';
import { keptPage } from './kept-page.tsx';
import { filterIn } from './list-address.ts';
import { ListPage } from './list-page.tsx';
import { LOG_LETTER } from './log-letter-page.tsx';
import { REVIEW_ROUTES } from './log-review-page.tsx';
import { LookedPage } from './looked-page.tsx';
import { NightDeskPage, OpenCardPage } from './night-card-page.tsx';
import { ANSWERED, casePath, CASES, DAY, findTab, isCaseStep, JOINED, LEADS_TO, LEFT, LOOKED, NEW_CASE, PLAN, stepIn, stepPath, type Tab } from './paths.ts';
import { OpenCasePage, QuestionPage } from './question-page.tsx';
import { SafetyPlanPage } from './safety-plan-page.tsx';
import { HANDING_ROUTES } from './handing-over-routes.tsx';
import { documentRoutes } from './document-routes.tsx';
import { codeRoute, endsInCode } from './expert-routes.tsx';
import { TEAM_ROUTES } from './team-routes.tsx';
import { StepPage } from './step-page.tsx';
import { TodayPage } from './today-page.tsx';
import { WritingPage } from './writing-line.tsx';

/** Nothing that somebody typed is lost. */
const kept = (route: StaffRoute): StaffRoute => keepTyped(route, keptPage);

/** «Min dag». @param besides what else waits for this person, in modules that come after this one (web/routes.ts); @param items the same in words */
export function dayRoute<B>(besides: (ctx: Context) => Promise<B>, items: (waiting: B, lang: Lang) => readonly WorkItem[]): StaffRoute {
  return show({ path: DAY, query: dayWith(besides), input: () => ({}), view: ({ day, besides: waiting }, request) => <TodayPage day={day} besides={items(waiting, request.lang)} request={request} /> });
}
const list = show({ path: CASES, query: caseList, input: ({ query }) => filterIn(query), view: (model, request) => <ListPage list={model} request={request} /> });
/** A case as one page shows it, or the question before it with what is told there. */
async function opened(request: StaffRequest): Promise<OpenCase> {
  const { door, person } = request;
  const found = await door.enter(openCase, person, caseIn(request));
  if (!found.ok) throw new NotHere(found.code);
  if (!found.value.mustDeclare || found.value.signIn) return found.value;
  const told = await door.enter(workplaceOfCase, person, { caseId: found.value.fileId });
  return { ...found.value, workplace: told.ok ? told.value : undefined };
}

function showCase(path: string, view: (model: OpenCase, request: StaffRequest) => ReactElement): StaffRoute {
  return {
    maker: 'show', method: 'GET', path, access: openCase.name,
    handle: async (request) => ({ kind: 'page', page: view(await opened(request), request), status: request.refused === undefined ? 200 : 422 }),
  };
}

/** The page of a case; its part about access asks the log, too, where this person may. */
const one: StaffRoute = {
  maker: 'show', method: 'GET', path: `${CASES}/:id`, access: openCase.name,
  handle: async (request) => {
    const model = await opened(request);
    return { kind: 'page', status: 200, page: <CasePage model={model} request={request} looked={await lookedFor(model, request)} /> };
  },
};

async function lookedFor(model: OpenCase, { door, person, query }: StaffRequest): Promise<WhoLooked | undefined> {
  const asks = !model.mustDeclare && findTab(query.get('vis')) === 'tilgang' && (model.asker.standing === 'coordinator' || model.asker.standing === 'case_lead');
  const looked = asks ? await door.enter(whoLooked, person, { caseId: model.fileId, page: query.get('side') ?? undefined }) : undefined;
  return looked?.ok === true ? looked.value : undefined;
}

/** By reference, for the data-protection officer; what one may not ask about is as little there as what does not exist, and is asked for in the same way. */
const lookedPage: StaffRoute = {
  maker: 'show', method: 'GET', path: LOOKED, access: findForLog.name,
  handle: async (request) => {
    const { door, person, query } = request;
    const found = await door.enter(findForLog, person, { reference: query.get('ref') ?? undefined });
    if (!found.ok) throw new NotHere(found.code);
    const { reference, caseId } = found.value;
    const looked = reference === '' ? undefined : await door.enter(whoLooked, person, { caseId: caseId ?? randomUUID(), page: query.get('side') ?? undefined });
    return { kind: 'page', status: 200, page: <LookedPage reference={reference} looked={looked?.ok === true ? looked.value : undefined} request={request} /> };
  },
};

/** The safety plan alone on a page. */
const plan = showCase(PLAN, (model, request) => (model.mustDeclare ? <QuestionPage model={model} request={request} /> : <SafetyPlanPage model={model} request={request} />));

const form = knownStep(showCase(`${CASES}/:id/steg/:step`, (model, request) => <StepPage model={model} request={request} />));

/** Whoever comes from reception has not answered the question yet: then it is asked, and nothing is at fault. */
const question: StaffRoute = {
  maker: 'show', method: 'GET', path: NEW_CASE, access: openCaseFromReports.name,
  handle: async (request) => {
    const { refused } = request;
    if (refused?.code === 'bad_input' && refused.fields?.['connection'] === undefined) throw new NotHere(refused.code);
    const asked = refused?.code === 'bad_input';
    return { kind: 'page', status: asked ? 200 : 422, page: <OpenCasePage request={request} refusal={refused === undefined || asked ? undefined : refusalWords(refused.code, request.lang)} /> };
  },
};

const opening = submit({
  path: NEW_CASE, command: openCaseFromReports, again: question,
  input: ({ form: posted }) => ({ reportIds: posted.all('report'), connection: posted.one('connection'), told: posted.one('told') }),
  then: ({ fileId }) => casePath(fileId),
});

/** As for a new case: whoever has not answered for both is asked once. */
const joinQuestion: StaffRoute = {
  maker: 'show', method: 'GET', path: `${CASES}/:id/bekymring`, access: joinReport.name,
  handle: async (request) => {
    const { refused } = request;
    if (refused?.code === 'bad_input' && refused.fields?.['connection'] === undefined && refused.fields?.['grounds'] === undefined) throw new NotHere(refused.code);
    const asked = refused?.code === 'bad_input';
    return { kind: 'page', status: asked ? 200 : 422, page: <JoinPage request={request} refusal={refused === undefined || asked ? undefined : refusalWords(refused.code, request.lang)} /> };
  },
};

const joining = submit({
  path: `${CASES}/:id/bekymring`, command: joinReport, again: joinQuestion,
  input: (request) => ({ ...caseIn(request), reportId: request.form.one('report'), connection: request.form.one('connection'), grounds: request.form.one('grounds'), told: request.form.one('told') }),
  then: ({ fileId }) => `${casePath(fileId)}?gjort=${JOINED}`,
});

/** Where a step leads back to, if not to the overview. */
const BACK_TO: Readonly<Partial<Record<CaseStep, Tab>>> = {
  writeNote: 'journal', correctNote: 'journal', pinNote: 'journal', unpinNote: 'journal', writeWarning: 'journal', reviewWarning: 'journal', seeReporter: 'personer', protectAddress: 'personer', proposeLowering: 'personer', confirmLowering: 'personer', decideMeasure: 'tiltak', updateMeasure: 'tiltak', recordFollowUp: 'tiltak', grantAccess: 'tilgang', endAccess: 'tilgang',
  assessRisk: 'vurdering', markRiskFactors: 'vurdering', writeSafetyPlan: 'tiltak', reviewSafetyPlan: 'tiltak', postponeSafetyPlan: 'tiltak', suspectChanged: 'tiltak', recordProtection: 'tiltak', renewProtection: 'tiltak', endProtection: 'tiltak',
  draftDocument: 'dokumenter', editDocument: 'dokumenter', finaliseDocument: 'dokumenter', recordSending: 'dokumenter',
  recordPerson: 'personer', closeWay: 'personer', addPerson: 'personer', changePerson: 'personer', assessCapacity: 'personer', recordConsent: 'personer', recordOthersConsent: 'personer', withdrawConsent: 'personer',
  informPerson: 'personer', informSuspect: 'personer', recordWish: 'personer', recordDeclined: 'personer',
  answerAverting: 'vurdering', recordChildDuty: 'vurdering', recordChildFeedback: 'vurdering', recordServiceDuty: 'vurdering',
  discloseOut: 'personer', discloseIn: 'personer', reviewDisclosure: 'personer', tellReceiver: 'personer',
  withdrawExpert: 'personer', readExpertAnswer: 'personer',
  restrictUse: 'tilgang', liftRestriction: 'tilgang', useRestricted: 'tilgang', recordObjection: 'tilgang', recordFiguresWish: 'tilgang', recordReservation: 'personer', recordInterpreter: 'personer', recordCoordination: 'tiltak',
};

/** Every step of the table has its address; the same form, command and rule whatever the step. */
const steps = STEP_KEYS.filter(isCaseStep).map((step) => (endsInCode(step) ? codeRoute(step, form, (request) => ({ ...caseIn(request), ...posted(step, request) })) : kept(submit({
  path: `${CASES}/:id/steg/${step}`, command: STEPS[step], again: form,
  input: (request) => ({ ...caseIn(request), ...posted(step, request) }),
  then: (done, request) => afterStep(step, done, request),
}))));

/** Whoever was asked to confirm has answered, and the case is closed to them; whoever said yes to the question is out of it at that moment. */
function afterStep(step: CaseStep, { fileId, over = false }: { readonly fileId: FileId; readonly over?: boolean }, request: StaffRequest): string {
  if (leaves(step, request)) return `${DAY}?gjort=${LEFT}`;
  if (over) return `${DAY}?gjort=${ANSWERED}`;
  return step === 'declareImpartiality' ? onFrom(fileId, request) : casePath(fileId, BACK_TO[step], step);
}

/** The talk about one report. One that the case does not hold is an address that does not exist. */
const talk: StaffRoute = {
  maker: 'show', method: 'GET', path: `${CASES}/:id/melding/:report`, access: openCase.name,
  handle: async (request) => {
    const model = await opened(request);
    if (model.mustDeclare) return { kind: 'page', status: 200, page: <CasePage model={model} request={request} looked={undefined} /> };
    const report = model.reports.find(({ fileId }) => fileId === request.params['report']);
    if (report === undefined) throw new NotHere('unknown');
    return { kind: 'page', status: request.refused === undefined ? 200 : 422, page: <DialoguePage model={model} report={report} request={request} /> };
  },
};

const TALK = `${CASES}/:id/melding/:report`;
const ask = kept(submit({ path: `${TALK}/sporsmal`, command: askReporterInCase, again: talk, input: (request) => ({ ...reportIn(request), ...askedIn(request.form) }), then: (_, request) => talkPath(request, DIALOGUE_DONE.asked) }));
const shut = submit({ path: `${TALK}/lukk-vindu`, command: closeWindowInCase, again: talk, input: reportIn, then: (_, request) => talkPath(request, DIALOGUE_DONE.closed) });
const attachment = file({ path: `${TALK}/vedlegg/:no`, query: attachmentInCase, again: talk, input: (request) => ({ ...reportIn(request), no: request.params['no'] ?? '', original: request.query.get('original') === 'ja' }) });

const nightForm = show({ path: NIGHT_CARD, query: nightDesk, input: () => ({}), view: (_model, request) => <NightDeskPage request={request} /> });

/** Answered where it was asked, so that nothing of it ever stands in an address. */
const nightCard: StaffRoute = {
  maker: 'submit', method: 'POST', path: NIGHT_CARD, access: findCard.name,
  handle: async (request) => {
    const { door, person, form: asked } = request;
    const found = await door.enter(findCard, person, { reference: asked.one('reference'), name: asked.one('name'), codeWord: asked.one('codeWord') });
    if (found.ok) return { kind: 'page', status: 200, page: <OpenCardPage card={found.value} request={request} /> };
    return nightForm.handle({ ...request, refused: found });
  },
};

/** For the page that somebody writes on: says that they do, and answers who else does. */
const writing: StaffRoute = {
  maker: 'save', method: 'POST', path: `${CASES}/:id/skriver`, access: sayWriting.name,
  handle: async (request) => {
    const told = await request.door.enter(sayWriting, request.person, { ...caseIn(request), writing: request.form.one('skriver') === 'ja' });
    if (!told.ok) throw new NotHere(told.code);
    return { kind: 'page', status: 200, page: <WritingPage names={told.value.others} lang={request.lang} /> };
  },
};

export const CASE_ROUTES: readonly StaffRoute[] = [list, lookedPage, LOG_LETTER, ...REVIEW_ROUTES, nightForm, nightCard, opening, ...ADVICE_ROUTES, joining, ...TEAM_ROUTES, ...HANDING_ROUTES, one, plan, form, ...steps, talk, ask, shut, attachment, writing, ...documentRoutes(one)];

function reportIn({ params }: StaffRequest): { caseId: string; reportId: string } {
  return { caseId: params['id'] ?? '', reportId: params['report'] ?? '' };
}

function talkPath({ params }: StaffRequest, did: string): string {
  return `${CASES}/${params['id'] ?? ''}/melding/${params['report'] ?? ''}?gjort=${did}`;
}

function caseIn({ params }: StaffRequest): { caseId: string } {
  return { caseId: params['id'] ?? '' };
}

/** What a step's form said. Fields that were not on the page are not there; two people's steps carry the number that was read. */
function posted(step: CaseStep, { form: sent }: StaffRequest): Record<string, string | string[]> {
  const names = [...fieldsOf(WORKFLOW[step]), 'formId', ...(MORE[step] ?? [])].filter((name) => sent.has(name));
  const answers = Object.fromEntries(names.map((name) => {
    const all = sent.all(name);
    return [name, all.length === 1 ? sent.one(name) : all];
  }));
  return step === 'recordPerson' ? { ...answers, wholeForm: 'ja' } : answers;
}

const MORE: Readonly<Partial<Record<CaseStep, readonly string[]>>> = {
  confirmClassification: ['proposal'], confirmNotACase: ['proposal'], confirmTransfer: ['proposal'], closeCase: ['proposal'], decideMeasure: ['newId'], draftDocument: ['newId'], editDocument: ['revision'], finaliseDocument: ['revision'], updateMeasure: ['measureId'], confirmLowering: ['proposal'], assessRisk: ['newId'], markRiskFactors: ['newId'], writeSafetyPlan: ['newId', 'planVersion'], recordProtection: ['newId'], writeNote: ['newId'], writeWarning: ['newId'], correctNote: ['newId'],
  recordWish: ['newId'], recordDeclined: ['newId'], addPerson: ['newId'], recordConsent: ['newId'], recordOthersConsent: ['newId'], discloseOut: ['newId'], discloseIn: ['newId'],
  askExpert: ['newId', 'seen'], renewExpertCode: ['codesGiven'], answerAverting: ['toldTimes'], recordChildDuty: ['toldTimes'], recordServiceDuty: ['toldTimes'],
};

/** Whoever met the question on the way to an answer goes on to that; everybody else to the case. */
function onFrom(fileId: FileId, { form: sent }: StaffRequest): string {
  const on = LEADS_ON.find((step) => step === sent.one(LEADS_TO));
  return on === undefined ? casePath(fileId) : stepPath(fileId, on);
}

/** Whoever said yes is out of the case at that moment. */
function leaves(step: CaseStep, { form: sent }: StaffRequest): boolean {
  return step === 'declareImpartiality' && sent.one('connection') === 'TILKNYTTET';
}

/** A step that the table does not have is an address that does not exist. */
function knownStep(route: StaffRoute): StaffRoute {
  return { ...route, handle: async (request) => {
    if (stepIn(request.path) === undefined) throw new NotHere('unknown');
    return route.handle(request);
  } };
}
