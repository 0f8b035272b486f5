import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/kernel/texts.ts';
import { renderDocument } from '../../src/web/ui/document.tsx';
import type { PublicShellProps } from '../../src/web/ui/public-shell.tsx';
import { PublicShell } from '../../src/web/ui/public-shell.tsx';
import { NeutralPage } from '../../src/web/ui/neutral-page.tsx';
import { StaffShell } from '../../src/web/ui/staff-shell.tsx';

const SPEAKING = /vold|violence|abuse|overgrep|krise|crisis|tryggest|bekymr|concern|voksenvern|meld/i;

function publicPage(more: Partial<PublicShellProps> = {}): string {
  const region = { name: 'Voksenvern Nordfjella', home: '/', phones: [{ number: '55 55 01 00', name: 'Vakttelefonen', hours: 'Hele døgnet' }] };
  return renderDocument(
    <PublicShell lang="nb" region={region} languages={[{ lang: 'nb', href: '/' }, { lang: 'nn', href: '/nn' }, { lang: 'en', href: '/en' }]} footer={[{ label: 'Personvern', href: '/personvern' }]} {...more}>
      <h1>Innhold</h1>
    </PublicShell>,
  );
}

function staffPage(menu: Parameters<typeof StaffShell>[0]['menu']): string {
  return renderDocument(
    <StaffShell lang="nb" title="Min dag" region={{ name: 'Voksenvern Nordfjella', home: '/' }} user={{ name: 'Kari Bakkemoen', role: 'Koordinator' }} menu={menu} signOut={{ action: '/ut', hidden: { skjema: 'x' } }} demo>
      <h1>Min dag</h1>
    </StaffShell>,
  );
}

const calendar = renderDocument(<NeutralPage lang="nb" month="november 2026" weekWord="Uke" weekdays={['ma', 'ti', 'on', 'to', 'fr', 'lø', 'sø']} weeks={[]} previous={{ label: 'oktober', href: '?m=10' }} next={{ label: 'desember', href: '?m=12' }} />);

describe.each(LANGUAGES)('a public page in %s', (lang) => {
  const html = publicPage({ lang });

  test('says nothing about violence in the tab, the history or the icon', () => {
    const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';
    expect(title).not.toBe('');
    expect(title).not.toMatch(SPEAKING);
    expect(/<title>([^<]*)</.exec(publicPage({ lang, faults: 2 }))?.[1]).not.toMatch(SPEAKING);
    expect(/rel="icon" href="([^"]+)"/.exec(html)?.[1]).toMatch(/^data:/);
  });

  test('tells what to do in danger before anything else', () => {
    const urgent = html.indexOf('tel:112');
    expect(urgent).toBeGreaterThan(0);
    expect(urgent).toBeLessThan(html.indexOf('<main'));
    expect(html).toContain('tel:113');
    expect(html).toContain('tel:55550100');
    expect(html).toContain('Hele døgnet');
  });

  test('can be left without a script', () => {
    expect(html).toMatch(/<form[^>]*action="\/forlat"[^>]*method="post"/);
  });

  test('has the language of its words, so that it is read aloud rightly', () => {
    expect(html).toContain(`<html lang="${lang}">`);
  });
});

describe('every page', () => {
  test.each([['public', publicPage()], ['staff', staffPage([])], ['calendar', calendar]])('%s: the content policy would stop nothing in it', (_, html) => {
    expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:/i);
    expect(html.match(/<script[^>]*>(?!<\/script>)/g)).toBeNull();
    expect(html.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/(src|href|action)="(https?:)?\/\//);
  });

  test.each([['public', publicPage()], ['staff', staffPage([])], ['calendar', calendar]])('%s: is kept out of search engines', (_, html) => {
    expect(html).toMatch(/<meta name="robots" content="[^"]*noindex/);
  });
});

test('a public page runs one script only, the one that leaves', () => {
  const scripts = [...publicPage().matchAll(/<script src="([^"]+)"/g)].map((match) => match[1]);
  expect(scripts).toHaveLength(1);
  expect(scripts[0]).toMatch(/exit/);
});

test('the draft to forget goes with the one who leaves', () => {
  expect(publicPage({ exitToken: 'utkast' })).toMatch(/<form[^>]*action="\/forlat"[^>]*>\s*<input[^>]*name="token"[^>]*value="utkast"/);
  expect(publicPage()).not.toContain('name="token"');
});

test('the page one leaves to knows nothing of us', () => {
  expect(calendar).not.toMatch(SPEAKING);
  expect(calendar).not.toMatch(/forlat|tel:|<script/);
});

test('a module that is off has no menu', () => {
  const html = staffPage([{ key: 'today', href: '/', current: true, count: 0 }, { key: 'cases', href: '/saker', count: 3 }]);
  expect(html).toContain('Min dag');
  expect(html).toContain('Saker');
  expect(html).not.toMatch(/Drøfting|Mottak|Tall</);
  expect(html).toMatch(/aria-current="page"[^>]*>.*Min dag/);
});

test('somebody with nothing waiting is shown no number', () => {
  expect(staffPage([{ key: 'today', href: '/', count: 0 }])).not.toContain('vv-count');
});

test('signing out is a form with its token, since a link could be followed by a stranger', () => {
  expect(staffPage([])).toMatch(/<form action="\/ut" method="post"><input type="hidden" name="skjema" value="x"\/>/);
});

test('a practice region says so on both sides of the house', () => {
  expect(staffPage([])).toContain('Øvingsregion');
  expect(publicPage({ demo: true })).toContain('Ingen leser det du sender inn');
});
