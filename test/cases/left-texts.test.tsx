import { expect, test } from 'vitest';
import { leftOf } from '../../src/cases/queries/left-texts.ts';
import { CasePage } from '../../src/cases/pages/case-page.tsx';
import type { Known } from '../../src/cases/commands/asked.ts';
import { LANGUAGES } from '../../src/kernel/texts.ts';
import { addMs, DAY_MS } from '../../src/kernel/time.ts';
import { aboutOf } from '../../src/staff/kept.ts';
import { renderDocument } from '../../src/web/ui/document.tsx';
import { decideWriteNote } from '../../src/cases/journal-note.ts';
import { classified, declare, deputise, grade } from './acts.ts';
import { FILE, kari, lise, omar, petter, type Journal } from './journal.ts';
import { contentFor, requestOf } from './pages-case.ts';

const KEPT = '90000000-0000-4000-8000-0000000000aa';
const colleague = (one: typeof omar, disabled = false): Known => ({ ...one, disabled, supervises: [], supervisions: [] }) as unknown as Known; // what the rule reads of a colleague
const by = (one: typeof omar, file: Journal) => ({ keptId: KEPT, userId: one.userId, at: file.now(), words: ['Hun bor hos søsteren nå.'] });
const left = (file: Journal, writer: typeof omar, shutOut = false) => leftOf([by(writer, file)], file.state(), { facts: { fileId: FILE }, asker: { userId: kari.userId, colleagues: [kari, petter, lise].map((one) => colleague(one)).concat(colleague(omar, shutOut)), now: file.now() } }).length;

test('what somebody typed is nobody else’s while they may read the case, and is not lost for it when they may not', () => {
  const file = classified();
  expect(left(file, lise), 'she leads it').toBe(0);
  expect(left(file, kari), 'one’s own').toBe(0);
  file.by(kari, deputise());
  expect(left(file, omar), 'asked the question, and not shut out').toBe(0);
  file.by(omar, declare());
  expect(left(file, omar)).toBe(0);
  file.wait(8 * DAY_MS);
  expect(left(file, omar), 'the time he stood in is over').toBe(1);
  expect(left(file, lise)).toBe(0);
});

test('so of whoever is inhabil, shut out, or not named for a strictly confidential address', () => {
  const inhabil = classified();
  inhabil.by(lise, declare('TILKNYTTET'));
  expect(left(inhabil, lise)).toBe(1);
  const out = classified();
  expect(left(out, omar, true)).toBe(1);
  const strict = classified();
  expect(left(strict, petter), 'a coordinator').toBe(0);
  strict.by(kari, grade('STRENGT'));
  expect(left(strict, petter)).toBe(1);
});

test('taken in as a note it is there once, and the page says so in every language, with the words in a box that nobody has to copy', () => {
  const file = classified();
  file.by(lise, declare('TILKNYTTET'));
  for (const lang of LANGUAGES) {
    const page = (words: readonly string[] | undefined, query = 'vis=journal') => renderDocument(<CasePage model={{ ...contentFor(kari, file), left: [{ keptId: KEPT, by: lise.userId, at: addMs(file.now(), -DAY_MS), words }] }} request={requestOf({ lang, query })} />);
    expect(page(['Hun bor hos søsteren nå.'])).toMatch(new RegExp(`name="newId" value="${KEPT}".*Lise Aune.*Hun bor hos søsteren nå\\.`, 's'));
    expect(page(undefined)).not.toContain(`value="${KEPT}"`);
    expect(page(undefined), 'asks for a new sign-in').toContain('ny=1');
    expect(page(undefined, '')).toContain('#etterlatt');
  }
  const over = renderDocument(<CasePage model={{ ...contentFor(kari, file), steps: [], left: [{ keptId: KEPT, by: lise.userId, at: file.now(), words: ['Hun bor hos søsteren nå.'] }] }} request={requestOf({ query: 'vis=journal' })} />);
  expect([over.includes('Hun bor hos søsteren nå.'), over.includes(`value="${KEPT}"`)], 'a case that takes no notes').toEqual([true, false]);
  file.by(kari, (state, ctx) => decideWriteNote(state, { noteId: KEPT, text: 'Hun bor hos søsteren nå.' }, ctx));
  expect(left(file, lise)).toBe(0);
});

test('which file a page is of stands in its address', () => {
  expect([`/saker/${FILE}?vis=journal`, `/saker/${FILE}/steg/writeNote`, `/mottak/${FILE}`, '/saker/ny', '/region/nettside', `/x?a=/b/${FILE}`].map(aboutOf)).toEqual([FILE, FILE, FILE, undefined, undefined, undefined]);
});
