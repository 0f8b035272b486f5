import { CannotTypeset, typesetter } from '../../../kernel/typesetting/typesetter.ts';
import { NotHere, show, submit, type Reply, type StaffRequest, type StaffRoute } from '../../../web/route.tsx';
import { makePad, settlePad } from '../../commands/paper.ts';
import { SHEET_TEMPLATE } from '../../paper/template.ts';
import { openPad, padList, printBlank, printPad, type Printing } from '../../queries/paper.ts';
import { PadPage } from './pad-page.tsx';
import { PadsPage } from './pads-page.tsx';
import { blankPath, PADS, PAPER_DONE, PAPER_FAULT, padFilePath, padPath } from './paths.ts';
import { sheetForm } from './sheet-form.ts';

const id = (request: StaffRequest) => ({ padId: request.params['id'] ?? '' });

const list = show({ path: PADS, query: padList, input: () => ({}), view: (model, request) => <PadsPage pads={model} request={request} /> });
const one = show({ path: padPath(':id'), query: openPad, input: id, view: (model, request) => <PadPage pad={model} request={request} /> });

const make = submit({
  path: PADS, command: makePad, again: list,
  input: ({ form }) => ({ sheets: form.one('sheets'), lang: form.one('lang'), where: form.one('where') }),
  then: ({ padId }) => `${padPath(padId)}?gjort=${PAPER_DONE.made}`,
});

const settle = submit({
  path: padPath(':id'), command: settlePad, again: one,
  input: (request) => ({ ...id(request), sheets: request.form.all('sheets'), outcome: request.form.one('outcome') }),
  then: (_, { params }) => `${padPath(params['id'] ?? '')}?gjort=${PAPER_DONE.settled}`,
});

const padFile: StaffRoute = {
  maker: 'file', method: 'GET', path: padFilePath(':id'), access: printPad.name,
  handle: async (request) => {
    const outcome = await request.door.enter(printPad, request.person, id(request));
    return outcome.ok ? fileOf(outcome.value, padPath(request.params['id'] ?? '')) : noFile(outcome.code, padPath(request.params['id'] ?? ''));
  },
};

const blankFile: StaffRoute = {
  maker: 'file', method: 'GET', path: blankPath(':lang'), access: printBlank.name,
  handle: async (request) => {
    const outcome = await request.door.enter(printBlank, request.person, { lang: request.params['lang'] ?? '' });
    return outcome.ok ? fileOf(outcome.value, PADS) : noFile(outcome.code, PADS);
  },
};

/** Before the routes of reception: a report's own address would take «blokk» for an id. */
export const PAPER_ROUTES: readonly StaffRoute[] = [list, make, blankFile, one, settle, padFile];

/** The name on a desktop says no more than that it is a form. */
async function fileOf({ site, lang, pad, numbers, now }: Printing, back: string): Promise<Reply> {
  try {
    const body = await typesetter().typeset({ source: SHEET_TEMPLATE, data: JSON.stringify(sheetForm(lang, site, numbers, now)), standard: 'ua-1' });
    return { kind: 'file', name: pad === undefined ? `skjema-${lang}.pdf` : `skjema-blokk-${pad}.pdf`, type: 'application/pdf', body };
  } catch (error) {
    if (!(error instanceof CannotTypeset)) throw error;
    return { kind: 'go', to: `${back}?feil=${PAPER_FAULT.cannotPrint}` };
  }
}

function noFile(code: string, back: string): Reply {
  if (code === 'not_published') return { kind: 'go', to: `${back}?feil=${PAPER_FAULT.not_published}` };
  throw new NotHere(code);
}
