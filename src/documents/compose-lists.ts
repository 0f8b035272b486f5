import { ATTACHMENT, MEETING, type Account } from './codes.ts';
import type { Lang } from '../kernel/texts.ts';
import type { Day } from '../kernel/time.ts';
import { accountMismatches, accountSums, budgetMismatches, type Mismatch } from './accounts.ts';
import type { Block } from './content.ts';
import type { Lines, MeetingLine } from './lines.ts';
import { kroner, total, type Ore } from './money.ts';
import { dayWords, type Period } from './months.ts';
import type { ListKind } from './plan.ts';
import { isAfter } from './publication.ts';
import { reportTexts } from './texts/report.ts';

/** @property carried øre that the accounts charge to the period of the budget */
export type Told = { readonly lang: Lang; readonly period: Period; readonly caption: string; readonly carried: Ore };

const head = (text: string, number = false) => ({ text, number });

/** A list in words: a table with its sums, and what does not add up. Nothing for an empty one. */
export function composeList<K extends ListKind>(kind: K, lines: Lines[K], told: Told): Block[] {
  const makers: { readonly [L in ListKind]: (of: Lines[L], told: Told) => Block[] } = { meetings, outreach, materials, courses, milestones, accounts, budget, attachments };
  return lines.length === 0 ? [] : makers[kind](lines, told);
}

function dated(on: Day, { lang, period }: Told): string {
  return isAfter(period, on) ? `${dayWords(on, lang)} (${reportTexts[lang].afterPeriod})` : dayWords(on, lang);
}

function byDay<L extends { readonly on: Day }>(lines: readonly L[]): L[] {
  return lines.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** Year by year: how many of each kind of meeting, and what they were about. */
function meetings(lines: readonly MeetingLine[], told: Told): Block[] {
  const t = reportTexts[told.lang];
  const years = [...new Set(byDay(lines).map(({ on }) => on.slice(0, 4)))];
  return years.flatMap((year): Block[] => {
    const of = byDay(lines).filter(({ on }) => on.startsWith(year));
    const groups = MEETING.codes.filter((group) => of.some((line) => line.group === group)).map((group) => [group, total(of.filter((line) => line.group === group).map(({ count }) => count))] as const);
    const themes = [...new Set(of.flatMap((line) => line.themes.split('\n').map((one) => one.replace(/^\s*[-•*–]\s*/, '').trim())).filter((one) => one !== ''))];
    const later = of.filter(({ on }) => isAfter(told.period, on));
    return [
      { kind: 'table', caption: `${told.caption}, ${year}`, heads: [head(t.meetings), head(t.howMany, true)], rows: groups.map(([group, count]) => [MEETING.label(group, told.lang), String(count)]), sums: groups.length < 2 ? [] : [[t.sum, String(total(groups.map(([, count]) => count)))]] },
      ...(later.length === 0 ? [] : [{ kind: 'note', text: `${later.map((line) => `${MEETING.label(line.group, told.lang)} ${dayWords(line.on, told.lang)}`).join(', ')} (${t.afterPeriod})` } satisfies Block]),
      ...(themes.length === 0 ? [] : [{ kind: 'facts', items: [{ term: `${t.themes} ${year}`, values: themes }] } satisfies Block]),
    ];
  });
}

function outreach(lines: Lines['outreach'], told: Told): Block[] {
  const t = reportTexts[told.lang];
  const reached = lines.flatMap((line) => (line.reached === undefined ? [] : [line.reached]));
  return [{
    kind: 'table', caption: told.caption, heads: [head(t.when), head(t.channel), head(t.what), head(t.reached, true)], rows: byDay(lines).map((line) => [dated(line.on, told), line.channel, line.what, line.reached === undefined ? '' : String(line.reached)]),
    sums: reached.length < 2 ? [] : [[t.sum, '', '', String(total(reached))]],
  }];
}

function materials(lines: Lines['materials'], told: Told): Block[] {
  const t = reportTexts[told.lang];
  return [{ kind: 'table', caption: told.caption, heads: [head(t.material), head(t.note)], rows: lines.map((line) => [line.name, line.note]), sums: [] }];
}

function courses(lines: Lines['courses'], told: Told): Block[] {
  const t = reportTexts[told.lang];
  const counts = lines.flatMap((line) => (line.count === undefined ? [] : [line.count]));
  return [{
    kind: 'table', caption: told.caption, heads: [head(t.course), head(t.role), head(t.howMany, true)], rows: lines.map((line) => [line.course, line.role, line.count === undefined ? '' : String(line.count)]),
    sums: counts.length < 2 ? [] : [[t.sum, '', String(total(counts))]],
  }];
}

function milestones(lines: Lines['milestones'], told: Told): Block[] {
  const t = reportTexts[told.lang];
  return [{ kind: 'table', caption: told.caption, heads: [head(t.when), head(t.milestone)], rows: byDay(lines).map((line) => [dated(line.on, told), line.what]), sums: [] }];
}

const money = (amount: Ore | undefined): string => (amount === undefined ? '' : kroner(amount));

/** Sums that somebody stated stand after the lines they are of. */
const ORDER: readonly Account[] = ['TILSKUDD', 'PERSONAL', 'SUM_PERSONAL', 'ANDRE', 'SUM_ANDRE', 'SUM_FORBRUK', 'OVERFORT'];

function accounts(lines: Lines['accounts'], told: Told): Block[] {
  const t = reportTexts[told.lang];
  const sums = accountSums(lines);
  const budgeted = lines.some((line) => line.budget !== undefined);
  const row = (post: string, budget: Ore | undefined, actual: Ore | undefined): string[] => [post, ...(budgeted ? [money(budget)] : []), money(actual)];
  const left = sums.granted - sums.used;
  return [
    {
      kind: 'table', caption: told.caption, heads: [head(t.post), ...(budgeted ? [head(t.budget, true)] : []), head(t.actual, true)],
      rows: ORDER.flatMap((of) => lines.filter((line) => line.row === of)).map((line) => row(line.post, line.budget, line.actual)),
      sums: [row(t.ourSum_PERSONAL, undefined, sums.staff), row(t.ourSum_ANDRE, undefined, sums.other), row(t.ourSum_FORBRUK, budgeted ? sums.budgeted : undefined, sums.used), ...(sums.granted === 0 ? [] : [row(left < 0 ? t.used : t.left, undefined, Math.abs(left))])],
    },
    ...remarks(accountMismatches(lines), told.lang),
  ];
}

function budget(lines: Lines['budget'], told: Told): Block[] {
  const t = reportTexts[told.lang];
  const shares = lines.some((line) => line.percent !== undefined);
  const row = (post: string, percent: number | undefined, months: number | undefined, amount: Ore): string[] => [post, ...(shares ? [percent === undefined ? '' : t.shareOf(percent), months === undefined ? '' : String(months)] : []), kroner(amount)];
  return [
    {
      kind: 'table', caption: told.caption, heads: [head(t.post), ...(shares ? [head(t.share, true), head(t.months, true)] : []), head(t.amount, true)],
      rows: lines.toSorted((a, b) => BUDGET_ORDER.indexOf(a.row) - BUDGET_ORDER.indexOf(b.row)).map((line) => row(line.post, line.percent, line.months, line.amount)),
      sums: [row(t.ourSum_BUDSJETT, undefined, undefined, total(lines.filter((line) => line.row === 'KOSTNAD').map(({ amount }) => amount)))],
    },
    ...remarks(budgetMismatches(lines, told.carried), told.lang),
  ];
}

const BUDGET_ORDER = ['TILSKUDD', 'KOSTNAD', 'SUM'];

function attachments(lines: Lines['attachments'], told: Told): Block[] {
  const t = reportTexts[told.lang];
  return [{ kind: 'table', caption: told.caption, heads: [head(t.no, true), head(t.name), head(t.status), head(t.place)], rows: lines.map((line, at) => [String(at + 1), line.name, ATTACHMENT.label(line.status, told.lang), line.place]), sums: [] }];
}

function remarks(found: readonly Mismatch[], lang: Lang): Block[] {
  return found.map((one) => ({ kind: 'remark', text: mismatchWords(one, lang) }));
}

/** A mismatch as a sentence, with its numbers. */
export function mismatchWords(one: Mismatch, lang: Lang): string {
  const t = reportTexts[lang];
  switch (one.code) {
    case 'SUM_DIFFERS': return t.mismatch_SUM_DIFFERS(t[`stated_${one.what}`], kroner(one.stated), kroner(one.computed), kroner(Math.abs(one.by)));
    case 'OVERSPENT': return t.mismatch_OVERSPENT(kroner(one.by));
    case 'CARRIED_DIFFERS': return t.mismatch_CARRIED_DIFFERS(kroner(one.stated), kroner(one.computed));
    case 'CARRIED_NOT_IN_BUDGET': return t.mismatch_CARRIED_NOT_IN_BUDGET(kroner(one.by));
    case 'OVER_BUDGET': return t.mismatch_OVER_BUDGET(kroner(one.by));
    case 'NOT_PRO_RATA': return t.mismatch_NOT_PRO_RATA(one.post, kroner(one.stated), kroner(one.computed));
  }
}
