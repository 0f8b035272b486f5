import type { Context } from 'hono';
import { renderToStaticMarkup } from 'react-dom/server';
import { LANGUAGES } from '../../kernel/texts.ts';
import { DAY_MS } from '../../kernel/time.ts';
import { watch, WATCH, WatchNumbers } from '../../reports/public.ts';
import { MARK_FIELD, openMark } from '../../staff/public.ts';
import { Form, readPairs } from '../http/form-body.ts';
import { InLanguage } from '../ui/words.tsx';
import type { StaffParts } from './app.tsx';

/**
 * The numbers of a watch screen that is open: its sealed mark says whose it is, for a day at most, and today's register what they may know.
 * No session is asked or kept alive, so that a locked or forgotten machine still sounds (decision 0038). Answers 403 for every other mark.
 */
export async function watchNumbers(c: Context, parts: Pick<StaffParts, 'door' | 'clock' | 'markKey' | 'signIn'>): Promise<Response> {
  const form = new Form(await readPairs(c.req.raw));
  const mark = openMark(parts.markKey, form.one(MARK_FIELD), parts.clock(), DAY_MS);
  const member = mark === undefined || mark.path.split('?')[0] !== WATCH ? undefined : await parts.signIn.findMember(mark.regionId, mark.userId);
  if (mark === undefined || member === undefined) return c.body(null, 403);
  const { regionId, userId, roles, municipalityId } = member;
  const numbers = await parts.door.enter(watch, { kind: 'person', regionId, userId, roles, municipalityId, signedInAt: mark.at }, {});
  if (!numbers.ok) return c.body(null, 403);
  const lang = LANGUAGES.find((one) => one === form.one('lang')) ?? 'nb';
  return c.html(renderToStaticMarkup(<InLanguage lang={lang}><WatchNumbers watch={numbers.value} lang={lang} /></InLanguage>));
}
