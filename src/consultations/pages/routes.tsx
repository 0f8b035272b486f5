import { LostDatabase } from '../../kernel/door.ts';
import { NotHere, show, submit, type Reply, type StaffRequest, type StaffRoute } from '../../web/route.tsx';
import { answerConsultation, becomeReport, registerConsultation } from '../commands/advise.ts';
import { consultationList, newConsultation, openConsultation } from '../queries.ts';
import { adviceIn } from './advice-boxes.tsx';
import { ConsultationPage } from './consultation-page.tsx';
import { hasTyped, KeptPage } from './kept-page.tsx';
import { ListPage } from './list-page.tsx';
import { consultationPath, CONSULTATIONS, DONE, NEW_CONSULTATION } from './paths.ts';
import { RegisterPage } from './register-page.tsx';

const list = show({ path: CONSULTATIONS, query: consultationList, input: () => ({}), view: (model, request) => <ListPage model={model} request={request} /> });
const fresh = show({ path: NEW_CONSULTATION, query: newConsultation, input: () => ({}), view: (model, request) => <RegisterPage model={model} request={request} /> });

const register = keepTyped(submit({
  path: NEW_CONSULTATION, command: registerConsultation, again: fresh,
  input: ({ form }) => ({
    consultationId: form.one('consultationId'), direction: form.one('direction'), on: form.one('on'), service: form.one('service'), municipality: form.one('municipality'),
    violence: form.all('violence'), ageBand: form.one('ageBand'), ...adviceIn(form),
  }),
  then: ({ fileId }) => `${consultationPath(fileId)}?gjort=${DONE.registered}`,
}));

const one = onceMore(show({
  path: `${CONSULTATIONS}/:id`, query: openConsultation, input: ({ params }) => ({ consultationId: params['id'] ?? '' }), view: (model, request) => <ConsultationPage model={model} request={request} />,
}));

const answer = keepTyped(onceMore(submit({
  path: `${CONSULTATIONS}/:id/svar`, command: answerConsultation, again: one,
  input: ({ params, form }) => ({ consultationId: params['id'] ?? '', messageId: form.one('messageId'), ...adviceIn(form) }),
  then: ({ fileId }) => `${consultationPath(fileId)}?gjort=${DONE.answered}`,
})));

const become = keepTyped(onceMore(submit({
  path: `${CONSULTATIONS}/:id/sak`, command: becomeReport, again: one,
  input: ({ params, form }) => ({ consultationId: params['id'] ?? '', reference: form.one('reference'), ground: form.one('ground'), grounds: form.one('grounds'), notNames: form.all('notNames') }),
  then: ({ fileId }) => `${consultationPath(fileId)}?gjort=${DONE.became}`,
})));

export const CONSULTATION_ROUTES: readonly StaffRoute[] = [list, fresh, register, one, answer, become];

/** Two who open or answer at the same moment: the slower one is judged again on what the faster one left, and only adds. */
function onceMore(route: StaffRoute): StaffRoute {
  return {
    ...route,
    handle: (request) => route.handle({
      ...request,
      door: {
        ...request.door,
        enter: async (useCase, actor, raw) => {
          const first = await request.door.enter(useCase, actor, raw);
          return first.ok || first.code !== 'changed_meanwhile' ? first : request.door.enter(useCase, actor, raw);
        },
      },
    }),
  };
}

/** Nothing that somebody typed is lost, also when the consultation or the database went away meanwhile. */
function keepTyped(route: StaffRoute): StaffRoute {
  return { ...route, handle: (request) => route.handle(request).catch((error: unknown) => kept(request, error)) };
}

function kept(request: StaffRequest, error: unknown): Reply {
  if (hasTyped(request) && error instanceof NotHere) return { kind: 'page', status: 404, page: <KeptPage request={request} why="gone" /> };
  if (hasTyped(request) && error instanceof LostDatabase) return { kind: 'page', status: 503, page: <KeptPage request={request} why="lost" /> };
  throw error;
}
