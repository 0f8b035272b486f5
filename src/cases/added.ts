import type { FileId } from '../kernel/ids.ts';
import { done, refuse } from '../kernel/outcome.ts';
import type { Instant } from '../kernel/time.ts';
import type { ReportState } from '../reports/public.ts';
import type { CaseState } from './case.ts';
import { isInService, type AdditionContent } from './duties.ts';
import { entry } from './events.ts';
import type { Decision } from './guard.ts';

type Added = Pick<ReportState, 'contents' | 'dialogue' | 'partsThen'>;
type Found = { readonly at: Instant } & Omit<AdditionContent, 'report'>;

/**
 * What came to a report after the case had taken it in, where a duty follows from it (bvl. § 13-2, hol. § 12-3 a, strl. § 196), it names somebody who is suspected (hpl § 22), or says that they live together (decision 0121): an entry for each, dated when it came,
 * so that the same is asked as if it had stood in the report from the start. What an entry tells of already is not told again. By the system alone.
 * Refuses `changed_meanwhile` in a case that has gone on in another: it is told there.
 */
export function decideAdditionsTold(state: CaseState, report: FileId, added: Added): Decision {
  if (state.merged !== undefined) return refuse('changed_meanwhile');
  const known = state.additions.filter((one) => one.report === report).map(({ order }) => order);
  const found = [...resent(added), ...written(added)].filter(({ order }) => added.partsThen !== undefined && order >= added.partsThen && !known.includes(order));
  return done(found.toSorted((a, b) => a.order - b.order).map(({ at, ...told }) => entry('AdditionTold', at, { report, ...told })));
}

/** Whoever adds to a report sends all of it again: only what the part before it did not say is new. */
function resent({ contents }: Added): Found[] {
  return contents.flatMap(({ at, order = 0, report }, n) => {
    const before = contents[n - 1]?.report;
    const together = report.livesTogether === 'ja' && before?.livesTogether !== 'ja';
    const children = report.childrenInHome === 'ja' && before?.childrenInHome !== 'ja';
    const relation = report.relation.filter((one) => isInService(one) && before?.relation.includes(one) !== true);
    const violence = report.violence.filter((one) => one === 'ULOVLIG_TVANG' && before?.violence.includes(one) !== true);
    const worse = report.danger === 'ja' && before?.danger !== 'ja';
    const suspectName = report.suspectName === before?.suspectName ? undefined : report.suspectName;
    if (!children && !together && !worse && relation.length + violence.length === 0 && suspectName === undefined) return [];
    return [{ at, order, ...(children ? { children: 'JA' } as const : {}), ...(together ? { livesTogether: 'JA' } as const : {}), ...(relation.length === 0 ? {} : { relation }), ...(violence.length === 0 ? {} : { violence }), ...(worse ? { worse } as const : {}), ...(suspectName === undefined ? {} : { suspectName }) }];
  });
}

/** What the reporter wrote with the code: its words are read by a person, and «det er blitt verre» is an answer. */
function written({ dialogue }: Added): Found[] {
  return dialogue.theirs.filter(({ feels }) => feels === 'VERRE').map(({ at, order }) => ({ at, order, worse: true }));
}
