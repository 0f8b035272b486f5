import { show, type StaffRoute } from '../../web/route.tsx';
import { figures } from '../queries/figures.ts';
import { internalStatistics } from '../queries/internal.ts';
import { FiguresPage } from './figures-page.tsx';
import { InternalPage } from './internal-page.tsx';

/** A whole number in the address; undefined for anything else, so that a mangled address shows the page as it opens. */
function numberIn(query: URLSearchParams, name: string, least: number, most: number): number | undefined {
  const text = query.get(name) ?? '';
  const found = /^\d{1,6}$/.test(text) ? Number(text) : undefined;
  return found !== undefined && found >= least && found <= most ? found : undefined;
}

const year = (query: URLSearchParams): number | undefined => numberIn(query, 'ar', 1900, 2999);

/** «Tall» and its internal list. What is chosen stands in the address, so that a page can be kept and sent to a colleague. */
export const STATISTICS_ROUTES: readonly StaffRoute[] = [
  show({
    path: '/statistikk', query: figures,
    input: ({ query }) => ({ year: year(query), municipality: query.get('kommune')?.trim() || undefined }),
    view: (model, request) => <FiguresPage model={model} request={request} />,
  }),
  show({
    path: '/statistikk/saker', query: internalStatistics,
    input: ({ query }) => ({ year: year(query), page: numberIn(query, 'side', 1, 100_000) }),
    view: (model, request) => <InternalPage model={model} request={request} />,
  }),
];
