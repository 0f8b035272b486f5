import type { Lang } from '../kernel/texts.ts';
import { accountSums } from './accounts.ts';
import type { Kind } from './codes.ts';
import { readLines, type Typed, type Written } from './lines.ts';
import { kroner } from './money.ts';
import { isWritten, planOf, type Part, type PartCode } from './plan.ts';
import { NOTHING, type WrittenParts } from './publication.ts';
import { reportTexts } from './texts/report.ts';

/**
 * What a new report of the kind begins with, to be read through: last year's own texts, materials, courses and milestones, its attachments,
 * none of them ready, and accounts that have last year's budget in their column and what last year left to be paid (I4).
 */
export function carriedOn(kind: Kind, lang: Lang, parts: WrittenParts): Map<PartCode, Written> {
  return new Map(planOf(kind).filter(isWritten).flatMap((part): [PartCode, Written][] => {
    const before = parts.get(part.code)?.written ?? NOTHING;
    const lines = carriedLines(part, lang, parts);
    return before.text.trim() === '' && lines.length === 0 ? [] : [[part.code, { text: before.text, lines, notNames: before.notNames }]];
  }));
}

function carriedLines(part: Part, lang: Lang, parts: WrittenParts): readonly Typed[] {
  const { lines } = parts.get(part.code)?.written ?? NOTHING;
  switch (part.kind) {
    case 'attachments': return lines.map((line) => ({ ...line, status: 'KOMMER' }));
    case 'materials': case 'courses': case 'milestones': return lines;
    case 'accounts': return nextAccounts(lang, lines, parts.get('BUDSJETT')?.written.lines ?? []);
    default: return [];
  }
}

function nextAccounts(lang: Lang, accounts: readonly Typed[], budget: readonly Typed[]): Typed[] {
  const [booked, planned] = [readLines('accounts', accounts), readLines('budget', budget)];
  const carried = booked.ok ? accountSums(booked.lines).carried : 0;
  const posts = (planned.ok ? planned.lines : []).filter(({ row }) => row !== 'SUM').map(({ row, post, amount, percent }): Typed => (
    { row: row === 'TILSKUDD' ? 'TILSKUDD' : percent === undefined ? 'ANDRE' : 'PERSONAL', post, budget: kroner(amount), actual: '' }));
  return carried === 0 ? posts : [...posts, { row: 'ANDRE', post: reportTexts[lang].carriedFrom, budget: '', actual: kroner(carried) }];
}
