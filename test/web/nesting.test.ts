import { expect, test } from 'vitest';
import { misplaced } from '../support/nesting.ts';

test('a page that a browser would put together in another way than it was written is found out', () => {
  expect(misplaced('<p>Se <div class="vv-tags"><span>Akutt</span></div></p>')).toEqual(['div in p']);
  expect(misplaced('<p><a href="/"><ul><li>En</li></ul></a></p>')).toEqual(['ul in p']);
  expect(misplaced('<ul><a href="/">En</a></ul>')).toEqual(['a in ul']);
  expect(misplaced('<a href="/"><strong>Sak <button>Åpne</button></strong></a>')).toEqual(['button in a']);
  expect(misplaced('<table><tr><td>1</td></tr></table>')).toEqual(['tr in table']);
});

test('what stands where it may is let be', () => {
  const good = '<!doctype html><div><a href="/?a=1&amp;b=&gt;"><div>Kort</div></a><label for="a">Navn <input id="a" value="1 > 0"/></label><dl><div><dt>Hva</dt><dd><p>Svar</p></dd></div></dl><svg><path d="M0"/></svg></div>';
  expect(misplaced(good)).toEqual([]);
});
