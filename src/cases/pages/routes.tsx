import { LostDatabase } from '../../kernel/door.ts';
import { NotHere, show, submit, type Reply, type StaffRequest, type StaffRoute } from '../../web/route.tsx';
import { openCaseFromReports } from '../commands/open.ts';
import type { CaseStep } from '../commands/step.ts';
import { STEPS } from '../commands/steps.ts';
import { myDay } from '../queries/day.ts';
import { caseList } from '../queries/list.ts';
import { openCase } from '../queries/open.ts';
import { fieldsOf } from '../fields.ts';
import { STEP_KEYS, WORKFLOW } from '../workflow.ts';
import { CasePage } from './case-page.tsx';
import { refusalWords } from './faults.ts';
import { hasTyped, KeptPage } from './kept-page.tsx';
import { filterIn } from './list-address.ts';
import { ListPage } from './list-page.tsx';
import { casePath, CASES, DAY, isCaseStep, LEFT, NEW_CASE, stepIn, type Tab } from './paths.ts';
import { OpenCasePage } from './question-page.tsx';
import { StepPage } from './step-page.tsx';
import { TodayPage } from './today-page.tsx';

const day = show({ path: DAY, query: myDay, input: () => ({}), view: (model, request) => <TodayPage day={model} request={request} /> });
const list = show({ path: CASES, query: caseList, input: ({ query }) => filterIn(query), view: (model, request) => <ListPage list={model} request={request} /> });
const one = show({ path: `${CASES}/:id`, query: openCase, input: caseIn, view: (model, request) => <CasePage model={model} request={request} /> });
const form = knownStep(show({ path: `${CASES}/:id/steg/:step`, query: openCase, input: caseIn, view: (model, request) => <StepPage model={model} request={request} /> }));

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
  input: ({ form: posted }) => ({ reportIds: posted.all('report'), connection: posted.one('connection') }),
  then: ({ fileId }) => casePath(fileId),
});

/** Where a step leads back to, if not to the overview. */
const BACK_TO: Readonly<Partial<Record<CaseStep, Tab>>> = {
  writeNote: 'journal', correctNote: 'journal', decideMeasure: 'tiltak', updateMeasure: 'tiltak', recordFollowUp: 'tiltak', grantAccess: 'tilgang', endAccess: 'tilgang',
};

/** Every step of the table has its address; the same form, command and rule whatever the step. */
const steps = STEP_KEYS.filter(isCaseStep).map((step) => keepTyped(submit({
  path: `${CASES}/:id/steg/${step}`, command: STEPS[step], again: form,
  input: (request) => ({ ...caseIn(request), ...posted(step, request) }),
  then: ({ fileId }, request) => (leaves(step, request) ? `${DAY}?gjort=${LEFT}` : casePath(fileId, BACK_TO[step], step === 'declareImpartiality' ? undefined : step)),
})));

export const CASE_ROUTES: readonly StaffRoute[] = [day, list, opening, one, form, ...steps];

function caseIn({ params }: StaffRequest): { caseId: string } {
  return { caseId: params['id'] ?? '' };
}

/** What a step's form said. Fields that were not on the page are not there; two people's steps carry the number that was read. */
function posted(step: CaseStep, { form: sent }: StaffRequest): Record<string, string | string[]> {
  const names = [...fieldsOf(WORKFLOW[step]), ...(MORE[step] ?? [])].filter((name) => sent.has(name));
  return Object.fromEntries(names.map((name) => {
    const all = sent.all(name);
    return [name, all.length === 1 ? sent.one(name) : all];
  }));
}

const MORE: Readonly<Partial<Record<CaseStep, readonly string[]>>> = {
  confirmClassification: ['proposal'], confirmNotACase: ['proposal'], closeCase: ['proposal'], decideMeasure: ['newId'], updateMeasure: ['measureId'], writeNote: ['newId'], correctNote: ['newId'],
};

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

/** Nothing that somebody typed is lost, also when the case or the database went away meanwhile. */
function keepTyped(route: StaffRoute): StaffRoute {
  return { ...route, handle: (request) => route.handle(request).catch((error: unknown) => kept(request, error)) };
}

function kept(request: StaffRequest, error: unknown): Reply {
  if (hasTyped(request) && error instanceof NotHere) return { kind: 'page', status: 404, page: <KeptPage request={request} why="gone" /> };
  if (hasTyped(request) && error instanceof LostDatabase) return { kind: 'page', status: 503, page: <KeptPage request={request} why="lost" /> };
  throw error;
}
