import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { query } from '../../kernel/door.ts';
import { asId, isUuid } from '../../kernel/ids.ts';
import { done } from '../../kernel/outcome.ts';
import { plainLine } from '../../kernel/plain-text.ts';
import { allow, deny } from '../../kernel/verdict.ts';
import { maySeeInList } from '../access.ts';
import { CASE_TYPE } from '../codes.ts';
import { loadAsker, type AskedCase, type Asker } from '../commands/asked.ts';
import { CASE_STATUSES, isClosed } from '../status.ts';
import { countCases, listCases } from '../store/list.ts';
import type { Finding } from '../store/read.ts';
import { LIST_SHOWS, LIST_SORTS, type CaseList, type CaseListFilter } from './models.ts';
import { aliases, colleagueNames, finding, judged, municipalityNames, readable, toRow } from './rows.ts';

export const PAGE_SIZE = 25;
const MOST_PAGES = 10_000;

const ticked = z.union([z.boolean(), z.enum(['ja', '1', 'true', 'on']).transform(() => true), z.string().transform(() => false)]).default(false).catch(false);

/** What an address says of a list; whatever is none of ours counts as not given, so that an old link still shows a list. */
const filterSchema = z.object({
  show: z.enum(LIST_SHOWS).catch('open').default('open'),
  status: z.enum(CASE_STATUSES).optional().catch(undefined),
  caseType: z.enum(CASE_TYPE.codes).optional().catch(undefined),
  mine: ticked, akutt: ticked, late: ticked,
  municipality: z.string().refine(isUuid).transform((text) => asId<'municipality'>(text)).optional().catch(undefined),
  reference: z.string().transform((text) => plainLine(text).toUpperCase().slice(0, 40)).transform((text) => (text === '' ? undefined : text)).optional().catch(undefined),
  sort: z.enum(LIST_SORTS).catch('deadline').default('deadline'),
  page: z.coerce.number().int().min(1).max(MOST_PAGES).catch(1).default(1),
}).transform((given): CaseListFilter => ({
  ...given, status: given.status, caseType: given.caseType, municipality: given.municipality, reference: given.reference,
  show: given.status === undefined ? given.show : isClosed(given.status) ? 'closed' : 'open',
}));

type ListFacts = { readonly asker: Asker; readonly finding: Finding | undefined; readonly lines: readonly AskedCase[] };

/**
 * The work list: the cases this person finds, filtered, sorted, paged. The page's lines are loaded in clear and judged one by one;
 * the verdict then opens the alias of those that may be read, and of no other. What is counted was counted after access.
 */
export const caseList = query({
  name: 'cases.list',
  schema: filterSchema,
  facts: async (ctx: Context, filter): Promise<ListFacts | undefined> => {
    const asker = await loadAsker(ctx);
    if (asker === undefined) return undefined;
    const own = finding(asker);
    if (own === undefined) return { asker, finding: undefined, lines: [] };
    const lines = judged(asker, await listCases(ctx.tx, ctx.regionId, own, filter, PAGE_SIZE, (filter.page - 1) * PAGE_SIZE));
    return { asker, finding: own, lines: lines.filter(({ actor, facts }) => maySeeInList(actor, facts, asker.now).allow) };
  },
  access: (_actor, facts) => (facts.finding === undefined ? deny('role_without_content') : allow('list', readable(facts.lines))),
  run: async (ctx, filter, { asker, finding: own, lines }) => {
    const counts = own === undefined ? { total: 0, open: 0, mine: 0, akutt: 0, late: 0 } : await countCases(ctx.tx, ctx.regionId, own, filter);
    const known = await aliases(ctx, lines);
    const { total, ...all } = counts;
    return done<CaseList>({
      filter, rows: lines.map((asked) => toRow(asked, known.get(asked.facts.fileId))), total, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)), counts: all,
      names: colleagueNames(asker), municipalities: municipalityNames(asker), now: asker.now,
    });
  },
});
