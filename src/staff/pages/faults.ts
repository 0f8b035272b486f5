import type { Refusal } from '../../kernel/outcome.ts';
import type { Lang } from '../../kernel/texts.ts';
import { refusalText } from '../../web/refusals.ts';
import type { FaultLink } from '../../web/ui/error-summary.tsx';
import { contactTexts } from '../contact-texts.ts';
import { staffTexts } from '../page-texts.ts';
import { CHOOSE_RESERVE, contactPath, correctPath, DORMANT, INVITE } from './paths.ts';

/** The id of somebody's card, and of the box for a new role in it. */
export const cardId = (userId: string): string => `person-${userId}`;
export const roleId = (userId: string): string => `rolle-${userId}`;
/** A field of the form that corrects somebody. */
export const correctId = (field: string, userId: string): string => `rett-${field}-${userId}`;
export const RESERVE_ID = 'reserve';
export const DORMANT_FIELD = 'days';
export const WAITING_ID = 'venter';

/** The sentence for a code: this module's own words first, then what all share. */
export function wordsFor(code: string, lang: Lang): string {
  return refusalText(lang, code, staffTexts[lang], contactTexts[lang]);
}

/** What is wrong with which field, in words. */
export function faultsOf(refused: Refusal | undefined, lang: Lang): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(refused?.fields ?? {}).map(([field, code]) => [field, wordsFor(code, lang)]));
}

/** The lines of the error summary; each leads to where it can be put right. */
export function faultLinks(refused: Refusal | undefined, lang: Lang, at: { readonly path: string; readonly userId: string | undefined }): FaultLink[] {
  if (refused === undefined) return [];
  const t = staffTexts[lang];
  const fields = Object.entries(faultsOf(refused, lang));
  const { userId } = at;
  const corrects = userId !== undefined && (at.path === correctPath(userId) || at.path === contactPath(userId));
  if (at.path === INVITE || (corrects && fields.length > 0)) {
    const labels: Readonly<Record<string, string>> = { name: t.name, unit: t.unit, municipalityId: t.place, subject: t.subject, email: contactTexts[lang].email, phone: contactTexts[lang].phone };
    return fields.map(([field, text]) => ({ field: corrects ? correctId(field, userId) : field, text: t.faultAt(labels[field] ?? t.invite, text) }));
  }
  const text = fields[0]?.[1] ?? wordsFor(refused.code, lang);
  if (at.path === DORMANT) return [{ field: DORMANT_FIELD, text: t.faultAt(t.dormantDays, text) }];
  if (at.path === CHOOSE_RESERVE) return [{ field: RESERVE_ID, text }];
  if (corrects) return [{ field: cardId(userId), text }];
  return [{ field: userId === undefined ? WAITING_ID : roleId(userId), text }];
}
