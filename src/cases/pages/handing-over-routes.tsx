import { show, submit, type StaffRequest, type StaffRoute } from '../../web/route.tsx';
import { backAgain, endAccount, handOverCases, standIn } from '../commands/handing-over.ts';
import { boxFor, keepBoxFor } from '../handing-over.ts';
import { handingOver } from '../queries/handing-over.ts';
import { HandingOverPage } from './handing-over-page.tsx';
import { awayPath, backPath, endAccountPath, handingPath, HANDING_AWAY } from './handing-over-paths.ts';

const somebody = ({ params }: StaffRequest) => ({ userId: params['id'] ?? '' });

const page = show({ path: handingPath(':id'), query: handingOver, input: somebody, view: (model, request) => <HandingOverPage model={model} request={request} /> });


function boxes({ form }: StaffRequest, box: string) {
  return form.pairs.filter(([name]) => name.startsWith(box)).map(([name, to]) => ({ caseId: name.slice(box.length), to }));
}

/** Who was chosen: for everything, and in the box of each case. */
function choices(request: StaffRequest) {
  return { ...somebody(request), everything: request.form.one('til'), cases: boxes(request, boxFor('')) };
}

const own = (request: StaffRequest, did: string) => `${handingPath(somebody(request).userId)}?gjort=${did}`;

/** Cases go to others when somebody leaves or is away, and accounts end. */
export const HANDING_ROUTES: readonly StaffRoute[] = [
  page,
  submit({ path: handingPath(':id'), command: handOverCases, again: page, input: (request) => ({ ...choices(request), keepers: boxes(request, keepBoxFor('')) }), then: ({ handed, left, named }, request) => `${own(request, 'levert')}&antall=${handed}&igjen=${left}${named > 0 ? `&navngitt=${named}` : ''}` }),
  submit({
    path: awayPath(':id'), command: standIn, again: page, input: (request) => ({ ...choices(request), awayFrom: request.form.one('awayFrom'), awayUntil: request.form.one('awayUntil') }),
    then: (_, request) => `${own(request, 'vikar')}&som=${HANDING_AWAY}`,
  }),
  submit({ path: backPath(':id'), command: backAgain, again: page, input: somebody, then: (_, request) => `${own(request, 'tilbake')}&som=${HANDING_AWAY}` }),
  submit({ path: endAccountPath(':id'), command: endAccount, again: page, input: somebody, then: ({ reserveEnded }, request) => `${own(request, 'avsluttet')}${reserveEnded ? '&reserve=ingen' : ''}` }),
];
