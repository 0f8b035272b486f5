import type { Instant } from '../kernel/time.ts';
import type { ReportContent } from '../reports/public.ts';
import type { CaseState } from './case.ts';
import type { Answer } from './choices.ts';
import { isClosedWay } from './person.ts';
import { protectionOf, type Secrecy } from './secrecy.ts';

type ToldReport = { readonly contents: readonly { readonly at: Instant; readonly readableAt?: Instant | undefined; readonly report: ReportContent }[] };
/** The case with its reports, each as it came and with all that was added to it. */
export type Telling = { readonly state: Pick<CaseState, 'start' | 'joined' | 'closedWays' | 'merged'>; readonly reports: readonly ToldReport[] };

/** What the reports and all that was added to them say of safety. The case's own start was copied once; what came later stands only in them. */
export type Told = {
  /** each way that somebody gives as safe now, without repetitions, and that the team has not closed (who is suspected and stands on one is asked where it is offered: ways.ts); none in a case that went on in another, where one may have been closed since */
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
    safeWays: state.merged === undefined ? [...new Set(ways)].filter((way) => !isClosedWay(state, way)) : [], wayTakenBack: reports.some((report) => wayNow(report) === undefined && report.contents.some(({ report: part }) => part.safeContact !== undefined)),
    together: mostCautious(parts.map((part) => part.livesTogether)), children: mostCautious(parts.map((part) => part.childrenInHome)),
    addressSecret: state.start.person.protectedAddressHint || saidSecret(reports) !== undefined,
  };
}

/** When anybody could first read that the address is secret, the last time it was said, in a report or in what was added to one; undefined where nobody has said so. */
export function saidSecret(reports: readonly ToldReport[]): Instant | undefined {
  return reports.flatMap(({ contents }) => contents.filter(({ report }) => report.person.protectedAddressHint).map(({ at, readableAt }) => readableAt ?? at)).sort().at(-1);
}

type TellsPlace = { readonly works: boolean; readonly where: string | undefined; readonly hidden: boolean };

/**
 * fvl § 6: all that was told of where somebody it is about works, as the case has it by now and in every report and addition; reports/workplace.ts makes
 * one answer of it. `hidden`: the place would tell of an address that is protected or said to be secret. @param strict the address is strictly confidential
 */
export function placesTold({ state, reports }: { readonly state: Pick<CaseState, 'start' | 'joined'> & Pick<Secrecy, 'address'>; readonly reports: readonly ToldReport[] }, strict: boolean): readonly TellsPlace[] {
  const graded = strict || protectionOf(state) !== undefined;
  const kept = [state.start, ...state.joined.map(({ start }) => start)].map((one) => ({ works: one.worksInService === 'JA', where: one.worksWhere, hidden: graded || one.person.protectedAddressHint }));
  const told = reports.flatMap(({ contents }) => contents.map(({ report }) => ({ works: report.worksInService === 'ja', where: report.worksWhere, hidden: graded || report.person.protectedAddressHint })));
  return [...kept, ...told];
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
