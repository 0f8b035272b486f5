import { show, submit, type StaffRequest, type StaffRoute } from '../../web/route.tsx';
import { setContact } from '../commands/contact.ts';
import { correct } from '../commands/correct.ts';
import { chooseDormantDays } from '../commands/dormant.ts';
import { disable, invite, reopen } from '../commands/invite.ts';
import { chooseReserve } from '../commands/reserve.ts';
import { confirmRole, endRole, proposeRole } from '../commands/roles.ts';
import { proposeSupervision, supervisionList } from '../commands/supervision.ts';
import { staffRegister } from '../queries.ts';
import { WHOLE_REGION } from './invite-form.tsx';
import { confirmPath, CHOOSE_RESERVE, contactPath, correctPath, DONE, DORMANT, endPath, INVITE, letInPath, NO_RESERVE, proposePath, shutOutPath, STAFF } from './paths.ts';
import { SUPERVISION, SUPERVISION_DONE, supervisionConfirmPath, supervisionEndPath } from './paths.ts';
import { RegisterPage } from './register-page.tsx';
import { SupervisionPage } from './supervision-page.tsx';

const register = show({ path: STAFF, query: staffRegister, input: () => ({}), view: (model, request) => <RegisterPage model={model} request={request} /> });

const after = (done: string, { reserveEnded = false } = {}): string => `${STAFF}?gjort=${done}${reserveEnded ? `&reserve=${NO_RESERVE}` : ''}`;

/** As the form has it: a municipality, or the whole region. */
const person = ({ form }: StaffRequest) => ({
  name: form.one('name'), unit: form.one('unit'), municipalityId: form.one('municipalityId') === WHOLE_REGION ? null : form.one('municipalityId'),
});
const contact = ({ form }: StaffRequest) => ({ email: form.one('email'), phone: form.one('phone') });
const somebody = ({ params }: StaffRequest) => ({ userId: params['id'] ?? '' });
const grant = ({ params }: StaffRequest) => ({ grantId: params['grant'] ?? '' });

const supervisions = show({ path: SUPERVISION, query: supervisionList, input: () => ({}), view: (model, request) => <SupervisionPage model={model} request={request} /> });
const afterSupervision = (done: string): string => `${SUPERVISION}?gjort=${done}`;

/** Supervision, which reads for a time. */
const SUPERVISION_ROUTES: readonly StaffRoute[] = [
  supervisions,
  submit({
    path: SUPERVISION, command: proposeSupervision, again: supervisions, then: () => afterSupervision(SUPERVISION_DONE.proposed),
    input: ({ form }) => ({ grantId: form.one('grantId'), userId: form.one('userId'), supervisor: form.one('supervisor'), basis: form.one('basis'), grounds: form.one('grounds'), municipalities: form.all('municipalities'), lastDay: form.one('lastDay') }),
  }),
  submit({ path: supervisionConfirmPath(':grant'), command: confirmRole, again: supervisions, input: grant, then: () => afterSupervision(SUPERVISION_DONE.confirmed) }),
  submit({ path: supervisionEndPath(':grant'), command: endRole, again: supervisions, input: grant, then: () => afterSupervision(SUPERVISION_DONE.ended) }),
];

/** The people of a region, their roles, and the reserve. */
export const STAFF_ROUTES_ADMIN: readonly StaffRoute[] = [
  register,
  ...SUPERVISION_ROUTES,
  submit({
    path: INVITE, command: invite, again: register, then: () => after(DONE.invited),
    input: (request) => ({ ...person(request), ...contact(request), subject: request.form.one('subject') }),
  }),
  submit({ path: correctPath(':id'), command: correct, again: register, input: (request) => ({ ...somebody(request), ...person(request) }), then: (value) => after(value.proposed > 0 ? DONE.moved : DONE.corrected, value) }),
  submit({ path: contactPath(':id'), command: setContact, again: register, input: (request) => ({ ...somebody(request), ...contact(request) }), then: () => after(DONE.contact) }),
  submit({
    path: proposePath(':id'), command: proposeRole, again: register, input: (request) => ({ ...somebody(request), role: request.form.one('role') }),
    then: (value) => after(value.confirmed ? DONE.given : DONE.proposed),
  }),
  submit({ path: confirmPath(':grant'), command: confirmRole, again: register, input: grant, then: (value) => after(DONE.confirmed, value) }),
  submit({ path: endPath(':grant'), command: endRole, again: register, input: grant, then: (value) => after(DONE.ended, value) }),
  submit({ path: shutOutPath(':id'), command: disable, again: register, input: somebody, then: (value) => after(DONE.shutOut, value) }),
  submit({ path: letInPath(':id'), command: reopen, again: register, input: somebody, then: () => after(DONE.letIn) }),
  submit({ path: DORMANT, command: chooseDormantDays, again: register, input: ({ form }) => ({ days: form.one('days') }), then: () => after(DONE.dormant) }),
  submit({ path: CHOOSE_RESERVE, command: chooseReserve, again: register, input: ({ form }) => ({ userId: form.one('userId') }), then: () => after(DONE.reserve) }),
];
