import type { CaseListFilter } from '../queries/models.ts';
import { CASES } from './paths.ts';

/** The filter in the address: `?mine=ja&akutt=ja&frist=over&status=…&type=…&kommune=…&ref=…&sorter=…&side=…`. Never a name, never a number of a person. */
export const PARAMS = {
  show: 'vis', status: 'status', caseType: 'type', mine: 'mine', akutt: 'akutt', late: 'frist', municipality: 'kommune', reference: 'ref', sort: 'sorter', page: 'side',
} as const;

const SORT_WORDS = { deadline: 'frist', opened: 'opprettet', updated: 'endret' } as const satisfies Readonly<Record<CaseListFilter['sort'], string>>;

/** What the query is asked, out of an address; a word that is none of ours is handed on as nothing. */
export function filterIn(query: URLSearchParams): Record<string, unknown> {
  const word = (name: keyof typeof PARAMS) => query.get(PARAMS[name]) ?? undefined;
  const sort = Object.entries(SORT_WORDS).find(([, text]) => text === word('sort'))?.[0];
  return {
    show: word('show') === 'avsluttede' ? 'closed' : 'open', status: word('status'), caseType: word('caseType'), mine: word('mine') === 'ja', akutt: word('akutt') === 'ja',
    late: word('late') === 'over', municipality: word('municipality'), reference: word('reference'), sort, page: word('page'),
  };
}

/** The words of the address for a filter; what is as usual is left out. */
export function wordsOf(filter: CaseListFilter): Record<string, string> {
  const pairs: (readonly [keyof typeof PARAMS, string | undefined])[] = [
    ['show', filter.show === 'closed' && filter.status === undefined ? 'avsluttede' : undefined], ['status', filter.status], ['caseType', filter.caseType],
    ['mine', filter.mine ? 'ja' : undefined], ['akutt', filter.akutt ? 'ja' : undefined], ['late', filter.late ? 'over' : undefined], ['municipality', filter.municipality],
    ['reference', filter.reference], ['sort', filter.sort === 'deadline' ? undefined : SORT_WORDS[filter.sort]], ['page', filter.page === 1 ? undefined : String(filter.page)],
  ];
  return Object.fromEntries(pairs.flatMap(([name, word]) => (word === undefined ? [] : [[PARAMS[name], word]])));
}

/** The address of the list with something changed; another filter begins on its first page. */
export function listPath(filter: CaseListFilter, change: Partial<CaseListFilter>): string {
  const words = new URLSearchParams(wordsOf({ ...filter, page: 1, ...change })).toString();
  return words === '' ? CASES : `${CASES}?${words}`;
}

/** The list as one meets it: all that is open, the nearest deadline first. */
export const USUAL: CaseListFilter = {
  show: 'open', status: undefined, caseType: undefined, mine: false, akutt: false, late: false, municipality: undefined, reference: undefined, sort: 'deadline', page: 1,
};
