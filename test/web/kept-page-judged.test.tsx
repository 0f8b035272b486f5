import { expect, test } from 'vitest';
import { LANGUAGES } from '../../src/kernel/texts.ts';
import { keptRoutes } from '../../src/web/kept-routes.tsx';
import { keptTexts } from '../../src/web/kept-texts.ts';
import { NotHere, type StaffRequest, type StaffRoute } from '../../src/web/route.tsx';
import { renderDocument } from '../../src/web/ui/document.tsx';
import { requestOf } from '../cases/pages-case.ts';

const ID = '80000000-0000-4000-8000-000000000001';
const WORDS = 'Legitimasjon vist av Borghild Lian.';
type Door = StaffRequest['door'];

/** What is fetched back of a form on this page, once the page opens for its writer and once it does not. */
async function fetched(path: string, action: string, opensFor: boolean, lang: StaffRequest['lang'] = 'nb'): Promise<string> {
  const page = (method: 'GET' | 'POST', address: string): StaffRoute => ({
    maker: method === 'GET' ? 'show' : 'submit', method, path: address, access: 'x',
    handle: async ({ form }) => {
      if (!opensFor) throw new NotHere('named_in_it');
      return { kind: 'page', status: 200, page: <p>{form.one('identityHow')}</p> };
    },
  });
  const form = { page: ID, path, action, pairs: [['identityHow', WORDS]] };
  const door = { enter: async () => ({ ok: true, value: { form, at: requestOf().now } }) } as unknown as Door; // nothing else is asked of it
  const routes = [page('GET', '/region/innsynskrav/:id'), page('GET', '/region/innsynskrav'), page('GET', '/region/avvik/:id'), page('POST', '/region/avvik'), ...NEW.flatMap((path) => [page('GET', path), page('POST', path)]), { ...page('POST', '/region/innsynskrav/:id/identitet'), again: page('GET', '/region/innsynskrav/:id') }];
  const fetch = keptRoutes(routes).find((route) => route.method === 'GET');
  const reply = await fetch?.handle({ ...requestOf({ lang }), door, params: { id: ID } });
  return reply?.kind === 'page' ? renderDocument(reply.page) : expect.fail('no page');
}

/** Under the pages of files, and of none. */
const NEW = ['/mottak/ny', '/saker/sok', '/drofting/ny'];
const PAGES: readonly (readonly [string, string])[] = [...NEW.map((path) => [path, path] as const), [`/region/innsynskrav/${ID}/identitet`, `/region/innsynskrav/${ID}/identitet`], [`/region/innsynskrav/${ID}?gjort=lagret`, `/region/innsynskrav/${ID}/identitet`], ['/region/innsynskrav', '/region/innsynskrav'], [`/region/avvik/${ID}`, '/region/avvik']];

test('what was typed in a request for access or about a breach is handed back while its page opens for the writer, and not to whoever it names by now, or who has lost the role; nor of a page beside those of files that is of none', async () => {
  for (const [path, action] of PAGES.filter(([page]) => page.includes(ID) || NEW.includes(page))) expect(await fetched(path, action, true), path).toContain(WORDS);
  for (const [path, action] of PAGES) {
    for (const lang of LANGUAGES) {
      const page = await fetched(path, action, false, lang);
      expect([page.includes(WORDS), page.includes(keptTexts[lang].closedLead)], path).toEqual([false, true]);
    }
  }
});

test('of a page that the house no longer has, one’s own words are there', async () => {
  expect(await fetched('/region/nedlagt', '/region/nedlagt', false)).toContain(WORDS);
});
