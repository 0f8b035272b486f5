import { keepTyped } from '../../web/kept-page.tsx';
import { show, submit, type StaffRoute } from '../../web/route.tsx';
import { answerConsultation, becomeReport, registerConsultation } from '../commands/advise.ts';
import { consultationList, newConsultation, openConsultation } from '../queries.ts';
import { adviceIn } from './advice-boxes.tsx';
import { ConsultationPage } from './consultation-page.tsx';
import { keptPage } from './kept-page.tsx';
import { ListPage } from './list-page.tsx';
import { consultationPath, CONSULTATIONS, DONE, NEW_CONSULTATION } from './paths.ts';
import { RegisterPage } from './register-page.tsx';

/** Nothing that somebody typed is lost. */
const kept = (route: StaffRoute): StaffRoute => keepTyped(route, keptPage);

const list = show({ path: CONSULTATIONS, query: consultationList, input: () => ({}), view: (model, request) => <ListPage model={model} request={request} /> });
const fresh = show({ path: NEW_CONSULTATION, query: newConsultation, input: () => ({}), view: (model, request) => <RegisterPage model={model} request={request} /> });

const register = kept(submit({
  path: NEW_CONSULTATION, command: registerConsultation, again: fresh,
  input: ({ form }) => ({
    consultationId: form.one('consultationId'), direction: form.one('direction'), on: form.one('on'), service: form.one('service'), municipality: form.one('municipality'),
    violence: form.all('violence'), ageBand: form.one('ageBand'), ...adviceIn(form),
  }),
  then: ({ fileId }) => `${consultationPath(fileId)}?gjort=${DONE.registered}`,
}));

const one = show({
  path: `${CONSULTATIONS}/:id`, query: openConsultation, input: ({ params }) => ({ consultationId: params['id'] ?? '' }), view: (model, request) => <ConsultationPage model={model} request={request} />,
});

const answer = kept(submit({
  path: `${CONSULTATIONS}/:id/svar`, command: answerConsultation, again: one,
  input: ({ params, form }) => ({ consultationId: params['id'] ?? '', messageId: form.one('messageId'), parts: Number(form.one('parts')), ...adviceIn(form) }),
  then: ({ fileId }) => `${consultationPath(fileId)}?gjort=${DONE.answered}`,
}));

const become = kept(submit({
  path: `${CONSULTATIONS}/:id/sak`, command: becomeReport, again: one,
  input: ({ params, form }) => ({ consultationId: params['id'] ?? '', reference: form.one('reference'), ground: form.one('ground'), grounds: form.one('grounds'), notNames: form.all('notNames') }),
  then: ({ fileId }) => `${consultationPath(fileId)}?gjort=${DONE.became}`,
}));

export const CONSULTATION_ROUTES: readonly StaffRoute[] = [list, fresh, register, one, answer, become];
