import type { ReactElement } from 'react';
import { describe, expect, test } from 'vitest';
import { clockProps } from '../../src/cases/pages/clock-words.ts';
import { filterIn, listPath, USUAL } from '../../src/cases/pages/list-address.ts';
import { ListPage } from '../../src/cases/pages/list-page.tsx';
import { TodayPage } from '../../src/cases/pages/today-page.tsx';
import { caseList } from '../../src/cases/queries/list.ts';
import type { CaseList, CaseListFilter, CaseRow, DayLine, MyDay } from '../../src/cases/queries/models.ts';
import { asId, type FileId } from '../../src/kernel/ids.ts';
import { LANGUAGES } from '../../src/kernel/texts.ts';
import { addMs, DAY_MS, HOUR, instant } from '../../src/kernel/time.ts';
import { renderDocument } from '../../src/web/ui/document.tsx';
import { wellNested } from '../support/nesting.ts';
import { FILE, hilde, jorunn, kari, LIA, lise, MONDAY } from './journal.ts';
import { NAMES, PLACES, requestOf } from './pages-case.ts';

const html = (page: ReactElement) => wellNested(renderDocument(page));
const words = (page: string) => page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const OTHER: FileId = asId<'file'>('10000000-0000-4000-8000-000000000002');

const LINE: DayLine = {
  fileId: FILE, reference: '2026-K7QF3M', alias: 'B.L.', way: undefined, status: 'TIL_VURDERING', caseType: undefined, akutt: false, owner: LIA, mayOpen: true, mustDeclare: false,
  reason: 'assess', step: 'proposeClassification', clock: { clock: 'ASSESSED', due: instant('2026-01-12T23:00:00.000Z'), late: false },
};
const day = (lines: readonly DayLine[], more = false): MyDay => ({ lines, more, municipalities: PLACES, now: MONDAY, emergencies: { waiting: 0, due: undefined, mine: [] }, supervises: [], asides: [], hears: false, talks: [] });
const today = (lines: readonly DayLine[], actor = kari) => html(<TodayPage day={day(lines)} request={requestOf({ actor, path: '/' })} />);

describe('«Min dag»', () => {
  test('how somebody who calls themselves Rød may be met stands beside the name, so that nobody rings', () => {
    expect(words(today([{ ...LINE, alias: 'Rød', way: 'Aktivitetssenteret tirsdag 10–11, aldri telefon' }]))).toMatch(/Rød · 2026-K7QF3M.*Trygg måte: Aktivitetssenteret tirsdag 10–11, aldri telefon/);
    expect(words(today([LINE]))).not.toContain('Trygg måte');
  });

  test('nothing left is said as the goal it is', () => {
    expect(words(today([], lise))).toContain('Ingenting venter på deg');
  });

  test('reception is never told that nothing waits: the inbox knows that', () => {
    expect(words(today([], jorunn))).toContain('Ingen saker venter på deg Nye meldinger står i mottaket');
  });

  test('whoever comes back after a power cut in the middle of a call finds it first, and is not told that nothing waits', () => {
    const talk = { draft_id: OTHER, channel: 'TELEFON', started_at: MONDAY, saved_at: MONDAY, by: jorunn.userId, whose: undefined, old: false } as const;
    const page = html(<TodayPage day={{ ...day([LINE]), talks: [talk] }} request={requestOf({ actor: jorunn, path: '/' })} />);
    expect(words(page)).toContain('Telefon Ikke sendt. Fortsett der du slapp.');
    expect(page.indexOf(`/mottak/telefon/${OTHER}`)).toBeLessThan(page.indexOf('2026-K7QF3M'));
    const alone = html(<TodayPage day={{ ...day([]), talks: [talk] }} request={requestOf({ actor: jorunn, path: '/' })} />);
    expect(words(alone)).not.toContain('Ingen saker venter på deg');
    expect(alone).toMatch(/href="\/mottak"[^>]*>Til mottaket<\/a>/);
  });

  test('a text that waits for whoever has the case leads to it, and the reserve is told by reference alone that somebody closed a case alone', () => {
    const aside = { kind: 'left_text', count: 2, fileId: FILE, reference: '2026-K7QF3M', alias: 'B.L.', mayOpen: true } as const;
    for (const lang of LANGUAGES) {
      const shown = (one: MyDay['asides'][number]) => html(<TodayPage day={{ ...day([]), asides: [one] }} request={requestOf({ lang, path: '/' })} />);
      expect(shown(aside)).toMatch(new RegExp(`href="/saker/${FILE}\\?vis=journal#etterlatt">B\\.L\\. · 2026-K7QF3M`));
      const closed = shown({ ...aside, kind: 'closed_alone', count: 1, alias: undefined, mayOpen: false });
      expect([closed.includes('2026-K7QF3M'), closed.includes(`/saker/${FILE}`)]).toEqual([true, false]);
      expect(shown({ ...aside, kind: 'closed_alone', count: 1 })).toContain(`href="/saker/${FILE}"`);
    }
    expect(words(html(<TodayPage day={{ ...day([]), asides: [aside] }} request={requestOf({ path: '/' })} />))).not.toContain('Ingenting venter på deg');
  });

  test('each line says why and by when, in the order that the rule gave', () => {
    const page = today([LINE, { ...LINE, fileId: OTHER, reference: '2026-AAAAAA', reason: 'follow_up' }]);
    expect(words(page)).toContain('Vurder saken');
    expect(words(page)).toContain('Vår frist: vurdert av to mandag 12. januar');
    expect(page.indexOf('2026-K7QF3M')).toBeLessThan(page.indexOf('2026-AAAAAA'));
    expect(page).toContain('data-keys="list"');
  });

  test('a leader learns that something is late and finds no way in', () => {
    const page = today([{ ...LINE, alias: undefined, mayOpen: false, reason: 'late' }], hilde);
    expect(page).not.toContain(`/saker/${FILE}`);
    expect(words(page)).toContain('Du kan ikke åpne disse sakene');
  });

  test('the inbox is a way and not a number: what waits there was not counted here', () => {
    expect(today([], jorunn)).toMatch(/href="\/mottak"[^>]*>Til mottaket<\/a>/);
    expect(today([], lise)).not.toContain('>Til mottaket</a>');
  });

  test('what else waits, of reports and returns, stands in it, and then nobody is told that nothing does', () => {
    const page = words(html(<TodayPage day={day([])} besides={[{ id: '1', href: '/rapporter/1', title: 'Årsrapport', reason: 'Du kan lese den og godkjenne den.' }]} request={requestOf({ actor: lise, path: '/' })} />));
    expect(page).toContain('Årsrapport Du kan lese den og godkjenne den.');
    expect(page).not.toContain('Ingenting venter på deg');
  });

  test('tags stand in the line: a block inside a paragraph would end it', () => {
    expect(today([LINE])).not.toMatch(/<p class="vv-work-title">(?:(?!<\/p>).)*<div/);
  });

  test.each(LANGUAGES)('is whole in %s', (lang) => {
    const page = words(html(<TodayPage day={day([LINE, { ...LINE, akutt: true, mayOpen: false }], true)} request={requestOf({ lang, path: '/', query: 'gjort=inhabil' })} />));
    expect(page).not.toMatch(/undefined|\[object|NaN/);
  });
});

const ROW: CaseRow = {
  fileId: FILE, reference: '2026-K7QF3M', alias: 'B.L.', status: 'KLASSIFISERT', caseType: 'MA', provisional: true, akutt: true, owner: LIA, lead: lise.userId, receivedAt: MONDAY, openedAt: MONDAY,
  updatedAt: MONDAY, closedAt: undefined, next: { clock: 'AKUTT_REVIEW', due: addMs(MONDAY, HOUR), late: false }, awaits: { kind: 'CLASSIFICATION', by: kari.userId, byCoordinator: true }, besides: undefined, mayOpen: true, mustDeclare: false,
};
const list = (rows: readonly CaseRow[], filter: Partial<CaseListFilter> = {}, pages = 1): CaseList => ({
  filter: { ...USUAL, ...filter }, rows, total: rows.length, pages, counts: { open: 3, mine: 1, akutt: 1, late: 0 }, names: NAMES, municipalities: PLACES, now: MONDAY,
});
const listed = (model: CaseList, lang: (typeof LANGUAGES)[number] = 'nb') => html(<ListPage list={model} request={requestOf({ lang, path: '/saker' })} />);

describe('the work list', () => {
  test('the address says the whole filter, and the query understands it', () => {
    const filter: CaseListFilter = { ...USUAL, status: 'TILTAK', caseType: 'MA', mine: true, akutt: true, late: true, municipality: LIA, reference: '2026-K7QF3M', sort: 'updated', page: 3 };
    const address = listPath(filter, { page: 3 });
    const understood = caseList.schema.safeParse(filterIn(new URL(address, 'http://x').searchParams));
    expect(understood).toMatchObject({ success: true, data: filter });
  });

  test('an address with words that are not ours still shows a list', () => {
    const understood = caseList.schema.safeParse(filterIn(new URLSearchParams('status=tull&type=x&kommune=y&sorter=z&side=-4&mine=kanskje')));
    expect(understood).toMatchObject({ success: true, data: { ...USUAL } });
  });

  test('a chip is chosen only where nothing else narrows the list', () => {
    expect(listed(list([ROW]))).toMatch(/aria-current="true"[^>]*>.{0,400}?Alle åpne/);
    expect(listed(list([ROW], { caseType: 'MA' }))).not.toContain('aria-current="true"');
  });

  test('another filter begins on its first page, and keeps the order', () => {
    expect(listPath({ ...USUAL, page: 4, sort: 'opened' }, { akutt: true })).toBe('/saker?akutt=ja&sorter=opprettet');
    expect(listPath(USUAL, {})).toBe('/saker');
  });

  test('no address on the page carries a name or an alias', () => {
    for (const [, href] of listed(list([ROW], {}, 4)).matchAll(/href="([^"]*)"/g)) expect(decodeURIComponent(href ?? '')).not.toMatch(/B\.L\.|Lise|Aune|Lia/);
  });

  test('what may not be opened has no link', () => {
    const page = listed(list([{ ...ROW, alias: undefined, mayOpen: false }]));
    expect(page).not.toContain(`/saker/${FILE}`);
    expect(words(page)).toContain('Du kan ikke åpne saken');
  });

  test('says where a case stands, who has it and what it waits for', () => {
    const page = words(listed(list([ROW])));
    for (const part of ['Akutt', 'Klassifisert', 'Må-sak, foreløpig', 'Venter på en person til', 'Lise Aune', 'Lia']) expect(page).toContain(part);
  });

  test('each order is one press on the heading of its column', () => {
    const page = listed(list([ROW], { sort: 'updated' }));
    expect(page).toMatch(/aria-sort="descending"[^>]*><a class="vv-sort" href="\/saker\?sorter=endret"/);
    expect(page).toContain('href="/saker?sorter=opprettet"');
  });

  test('pages keep the filter', () => {
    expect(listed(list([ROW], { mine: true, page: 2 }, 3))).toContain('href="/saker?mine=ja&amp;side=3"');
  });

  test.each(LANGUAGES)('is whole in %s, full and empty', (lang) => {
    for (const model of [list([ROW, { ...ROW, fileId: OTHER, mustDeclare: true, next: undefined, lead: undefined, owner: undefined, caseType: undefined }]), list([]), list([], { mine: true }), list([], { show: 'closed' })]) {
      expect(words(listed(model, lang))).not.toMatch(/undefined|\[object|NaN/);
    }
  });
});

describe('a deadline in words', () => {
  test('what ends at midnight is due on the day before', () => {
    expect(clockProps({ clock: 'FOLLOW_UP', due: instant('2026-02-05T23:00:00.000Z'), late: false }, MONDAY, 'nb')).toMatchObject({ due: 'torsdag 5. februar', dateTime: '2026-02-05', state: 'calm' });
  });

  test('what ends at an hour says the hour', () => {
    expect(clockProps({ clock: 'AKUTT_REVIEW', due: addMs(MONDAY, DAY_MS), late: false }, MONDAY, 'nb')).toMatchObject({ due: 'i morgen kl. 09.00', state: 'soon' });
  });

  test('nothing but danger is ever red', () => {
    expect(clockProps({ clock: 'ASSESSED', due: MONDAY, late: true }, MONDAY, 'nb').state).toBe('late');
    expect(clockProps({ clock: 'AKUTT_REVIEW', due: MONDAY, late: true }, MONDAY, 'nb').state).toBe('urgent');
  });
});
