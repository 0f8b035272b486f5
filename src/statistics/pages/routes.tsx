import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { UseCase } from '../../kernel/door.ts';
import { SHEET_FORMATS, SHEET_TYPES, spreadsheet, type Sheet } from '../../kernel/spreadsheet.ts';
import { NotHere, show, submit, type StaffRequest, type StaffRoute } from '../../web/route.tsx';
import { DIMENSIONS, SUBJECTS } from '../explore.ts';
import { saveHours } from '../commands/hours.ts';
import { addOutreach, removeOutreach } from '../commands/outreach.ts';
import { explore } from '../queries/explore.ts';
import { figures } from '../queries/figures.ts';
import { hours } from '../queries/hours.ts';
import { internalStatistics } from '../queries/internal.ts';
import { outreach } from '../queries/outreach.ts';
import { overTime } from '../queries/over-time.ts';
import { picture } from './chart-figure.tsx';
import { chartOf, ExplorePage } from './explore-page.tsx';
import { FiguresPage } from './figures-page.tsx';
import { HoursPage } from './hours-page.tsx';
import { InternalPage } from './internal-page.tsx';
import { ADD_FIELDS } from './outreach-form.tsx';
import { OutreachPage } from './outreach-page.tsx';
import { OverTimePage } from './over-time-page.tsx';
import { EXPLORE, FIGURES, HOURS_AT, hoursPath, INTERNAL, OUTREACH_AT, OUTREACH_REMOVED, OVER_TIME } from './paths.ts';
import { exploreSheets, figureSheets, overTimeSheets } from './sheets.ts';

/** A whole number in the address; undefined for anything else, so that a mangled address shows the page as it opens. */
function numberIn(query: URLSearchParams, name: string, least: number, most: number): number | undefined {
  const text = query.get(name) ?? '';
  const found = /^\d{1,6}$/.test(text) ? Number(text) : undefined;
  return found !== undefined && found >= least && found <= most ? found : undefined;
}

const year = (query: URLSearchParams): number | undefined => numberIn(query, 'ar', 1900, 2999);
const text = (query: URLSearchParams, name: string): string | undefined => (query.get(name)?.trim() || undefined)?.slice(0, 20);
const month = (query: URLSearchParams, name: string): string | undefined => (/^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])$/.test(query.get(name) ?? '') ? query.get(name) ?? undefined : undefined);
const municipality = (query: URLSearchParams): string | undefined => text(query, 'kommune')?.slice(0, 10);

const figuresIn = ({ query }: StaffRequest) => ({ year: year(query), municipality: municipality(query) });
const overTimeIn = ({ query }: StaffRequest) => ({ block: text(query, 'hva'), municipality: municipality(query) });
const exploreIn = ({ query }: StaffRequest) => ({
  subject: SUBJECTS.find((one) => one === query.get('hva')), by: text(query, 'etter'), across: text(query, 'mot'), from: month(query, 'fra'), through: month(query, 'til'), municipality: municipality(query),
});

/** A cell of «Utforsk» in the address: `velg=<dimension>:<code>`, twice at the most. */
function selectionIn(query: URLSearchParams): object | undefined {
  const [from, through] = [month(query, 'fra'), month(query, 'til')];
  if (from === undefined || through === undefined) return undefined;
  const values = query.getAll('velg').slice(0, 2).map((one) => ({ dimension: one.split(':')[0] ?? '', code: (one.split(':')[1] ?? '').slice(0, 60) }));
  return { from, through, owner: municipality(query), values: values.filter(({ dimension }) => DIMENSIONS.saker.some((known) => known === dimension)) };
}

/**
 * What a page shows, as a spreadsheet or its picture. It is made when it is asked for, and nothing of it is kept: access is judged each
 * time, and there is nothing to sweep. @param again the page that leads to signing in, where the query asks for that
 */
function takenOut<I, F, R>(at: string, query: UseCase<I, F, R> & { readonly kind: 'query' }, input: (request: StaffRequest) => unknown, sheets: (model: R, request: StaffRequest) => Sheet[], drawn?: (model: R, request: StaffRequest) => ReactElement, again?: StaffRoute): StaffRoute {
  return {
    maker: 'file', method: 'GET', path: `${at}/fil/:format`, access: query.name,
    handle: async (request) => {
      const wanted = request.params['format'];
      const format = SHEET_FORMATS.find((one) => one === wanted);
      if (format === undefined && (drawn === undefined || wanted !== 'svg')) throw new NotHere('unknown');
      const outcome = await request.door.enter(query, request.person, input(request));
      if (!outcome.ok && outcome.code === 'sign_in_again' && again !== undefined) return again.handle({ ...request, refused: outcome });
      if (!outcome.ok) throw new NotHere(outcome.code);
      if (format !== undefined) return { kind: 'file', name: `tall.${format}`, type: SHEET_TYPES[format], body: await spreadsheet(format, sheets(outcome.value, request)) };
      return { kind: 'file', name: 'tall.svg', type: 'image/svg+xml', body: Buffer.from(drawn === undefined ? '' : renderToStaticMarkup(drawn(outcome.value, request)), 'utf8') };
    },
  };
}

const from = ({ lang, regionName }: StaffRequest) => ({ lang, region: regionName });

const exploring = show({ path: EXPLORE, query: explore, input: exploreIn, view: (model, request) => <ExplorePage model={model} request={request} /> });

const beforeAndAfter = show({ path: OUTREACH_AT, query: outreach, input: () => ({}), view: (model, request) => <OutreachPage model={model} request={request} /> });

const hoursOfYear = show({ path: HOURS_AT, query: hours, input: ({ query }) => ({ municipality: municipality(query), year: year(query) }), view: (model, request) => <HoursPage model={model} request={request} /> });

/** The boxes in the order of the months; what is no whole number of versions is none that was seen. */
function hoursTyped({ form }: StaffRequest) {
  const seen = form.one('seen').split('.').slice(0, 12).map((version) => (/^\d{1,6}$/.test(version) ? Number(version) : 0));
  const asked = form.one('year');
  return { municipality: form.one('municipality').slice(0, 10), year: /^\d{4}$/.test(asked) ? Number(asked) : 0, hours: Array.from({ length: 12 }, (_, at) => form.one(`m${at + 1}`).slice(0, 2000)), seen };
}

/** «Tall» and what lies behind it. What is chosen stands in the address, so that a page can be kept and sent to a colleague. */
export const STATISTICS_ROUTES: readonly StaffRoute[] = [
  show({ path: FIGURES, query: figures, input: figuresIn, view: (model, request) => <FiguresPage model={model} request={request} /> }),
  show({ path: OVER_TIME, query: overTime, input: overTimeIn, view: (model, request) => <OverTimePage model={model} request={request} /> }),
  exploring,
  show({
    path: INTERNAL, query: internalStatistics,
    input: ({ query }) => ({ year: year(query), page: numberIn(query, 'side', 1, 100_000), selection: selectionIn(query) }),
    view: (model, request) => <InternalPage model={model} request={request} />,
  }),
  beforeAndAfter,
  submit({ path: OUTREACH_AT, command: addOutreach, again: beforeAndAfter, input: ({ form }) => ({ newId: form.one('newId'), ...Object.fromEntries(ADD_FIELDS.map((name) => [name, form.one(name)])) }), then: () => `${OUTREACH_AT}?gjort=lagret` }),
  submit({ path: OUTREACH_REMOVED, command: removeOutreach, again: beforeAndAfter, input: ({ form }) => ({ outreachId: form.one('outreachId') }), then: () => `${OUTREACH_AT}?gjort=fjernet` }),
  hoursOfYear,
  submit({ path: HOURS_AT, command: saveHours, again: hoursOfYear, input: hoursTyped, then: ({ municipality: kommune, year: ar }) => `${hoursPath({ kommune, ar: String(ar) })}&gjort=lagret` }),
  takenOut(FIGURES, figures, figuresIn, (model, request) => figureSheets(model, from(request))),
  takenOut(OVER_TIME, overTime, overTimeIn, (model, request) => overTimeSheets(model, from(request))),
  takenOut(EXPLORE, explore, (request) => ({ ...exploreIn(request), takeOut: true }), (model, request) => exploreSheets(model, from(request)), (model, { lang }) => picture(model.drawing, chartOf(model, lang)), exploring),
];
