import type { ReportContent } from '../reports/public.ts';
import type { CaseState } from './case.ts';
import type { Answer } from './choices.ts';
import { isClosedWay } from './person.ts';

type ToldReport = { readonly contents: readonly { readonly report: ReportContent }[] };
/** The case with its reports, each as it came and with all that was added to it. */
export type Telling = { readonly state: Pick<CaseState, 'start' | 'joined' | 'closedWays'>; readonly reports: readonly ToldReport[] };

/** What the reports and all that was added to them say of safety. The case's own start was copied once; what came later stands only in them. */
export type Told = {
  /** each way that somebody gives as safe now, without repetitions, and that the team has not closed */
  readonly safeWays: readonly string[];
  /** somebody took back a way that they had given */
  readonly wayTakenBack: boolean;
  /** the most cautious answer counts */
  readonly together: Answer | undefined;
  readonly children: Answer | undefined;
  /** somebody has said that the address is secret (folkeregisterloven § 10-4) */
  readonly addressSecret: boolean;
};

export function told({ reports, state }: Telling): Told {
  const parts = reports.flatMap(({ contents }) => contents.map(({ report }) => report));
  const ways = reports.flatMap((report) => wayNow(report) ?? []);
  return {
    safeWays: [...new Set(ways)].filter((way) => !isClosedWay(state, way)), wayTakenBack: reports.some((report) => wayNow(report) === undefined && report.contents.some(({ report: part }) => part.safeContact !== undefined)),
    together: mostCautious(parts.map((part) => part.livesTogether)), children: mostCautious(parts.map((part) => part.childrenInHome)),
    addressSecret: state.start.person.protectedAddressHint || parts.some((part) => part.person.protectedAddressHint),
  };
}

/** Whoever adds to a report sends all of it again: what is no longer there was taken away. */
function wayNow({ contents }: ToldReport): string | undefined {
  return contents.at(-1)?.report.safeContact;
}

function mostCautious(answers: readonly ('ja' | 'nei' | 'vet-ikke' | undefined)[]): Answer | undefined {
  if (answers.includes('ja')) return 'JA';
  if (answers.includes('vet-ikke')) return 'VET_IKKE';
  return answers.includes('nei') ? 'NEI' : undefined;
}
