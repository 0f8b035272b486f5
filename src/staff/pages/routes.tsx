import { show, submit, type StaffRequest, type StaffRoute } from '../../web/route.tsx';
import { disable, invite, reopen } from '../commands/invite.ts';
import { chooseReserve } from '../commands/reserve.ts';
import { confirmRole, endRole, proposeRole } from '../commands/roles.ts';
import { staffRegister } from '../queries.ts';
import { WHOLE_REGION } from './invite-form.tsx';
import { confirmPath, CHOOSE_RESERVE, DONE, endPath, INVITE, letInPath, proposePath, shutOutPath, STAFF } from './paths.ts';
import { RegisterPage } from './register-page.tsx';

const register = show({ path: STAFF, query: staffRegister, input: () => ({}), view: (model, request) => <RegisterPage model={model} request={request} /> });

const after = (done: string): string => `${STAFF}?gjort=${done}`;
const somebody = ({ params }: StaffRequest) => ({ userId: params['id'] ?? '' });
const grant = ({ params }: StaffRequest) => ({ grantId: params['grant'] ?? '' });

/** The people of a region, their roles, and the reserve. */
export const STAFF_ROUTES_ADMIN: readonly StaffRoute[] = [
  register,
  submit({
    path: INVITE, command: invite, again: register, then: () => after(DONE.invited),
    input: ({ form }) => ({
      name: form.one('name'), unit: form.one('unit'), subject: form.one('subject'),
      municipalityId: form.one('municipalityId') === WHOLE_REGION ? null : form.one('municipalityId'),
    }),
  }),
  submit({
    path: proposePath(':id'), command: proposeRole, again: register, input: (request) => ({ ...somebody(request), role: request.form.one('role') }),
    then: (value) => after(value.confirmed ? DONE.given : DONE.proposed),
  }),
  submit({ path: confirmPath(':grant'), command: confirmRole, again: register, input: grant, then: () => after(DONE.confirmed) }),
  submit({ path: endPath(':grant'), command: endRole, again: register, input: grant, then: () => after(DONE.ended) }),
  submit({ path: shutOutPath(':id'), command: disable, again: register, input: somebody, then: () => after(DONE.shutOut) }),
  submit({ path: letInPath(':id'), command: reopen, again: register, input: somebody, then: () => after(DONE.letIn) }),
  submit({ path: CHOOSE_RESERVE, command: chooseReserve, again: register, input: ({ form }) => ({ userId: form.one('userId') }), then: () => after(DONE.reserve) }),
];
