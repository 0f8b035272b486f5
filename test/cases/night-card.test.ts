import { describe, expect, test } from 'vitest';
import { homeRefusal, safeWays } from '../../src/cases/documents.ts';
import type { NightCard } from '../../src/cases/night-card.ts';
import { findNightCard, nightCardOf, wordCovered } from '../../src/cases/night-card.ts';
import { waysGiven } from '../../src/cases/pages/contact-card.tsx';
import { BETWEEN_MS, FORGOTTEN_MS, FREE_TRIES, mustWait } from '../../src/cases/tries.ts';
import { addMs } from '../../src/kernel/time.ts';
import { assessing, CARD, classified, close, closing, declare, removeCard, writeCard } from './acts.ts';
import { jorunn, kari, lise, MONDAY, omar, petter, START, TEAM } from './journal.ts';

const card = (change: Partial<NightCard>): NightCard => ({ ...CARD, reference: '2026-K7QF3M', names: ['Borghild Ås', 'Rød'], ...change });
const ask = (change: Partial<Parameters<typeof findNightCard>[1]>) => ({ reference: '', name: '', codeWord: '', ...change });

describe('a card for the night', () => {
  test('is there from when the case lead writes it until somebody takes it away, and the newest words count', () => {
    const file = classified();
    expect(nightCardOf(file.state())).toBeUndefined();
    file.by(lise, writeCard());
    file.by(kari, writeCard({ wake: 'Kari, 55 55 02 01' }));
    expect(nightCardOf(file.state())).toMatchObject({ ...CARD, wake: 'Kari, 55 55 02 01', reference: file.state().reference });
    file.by(lise, removeCard);
    expect(nightCardOf(file.state())).toBeUndefined();
  });

  test('the safe way on the card for the night is one for the day, too: the case would say that none is known, and a letter might go home', () => {
    const file = assessing();
    file.by(kari, writeCard({ safeContact: 'Dagsenteret, tirsdag 10–11' }));
    const state = { ...file.state(), start: { ...START, livesTogether: 'NEI' as const, person: { ...START.person, safeContact: undefined } } };
    const told = { safeWays: [], wayTakenBack: false, together: 'NEI', children: undefined, addressSecret: false } as const;
    expect(waysGiven({ state, reports: [] })).toContain('Dagsenteret, tirsdag 10–11');
    expect([safeWays(state, told), homeRefusal(state, told)]).toEqual([['Dagsenteret, tirsdag 10–11'], 'other_way_given']);
    expect(homeRefusal({ ...state, nightCard: undefined }, told), 'and the card alone says so').toBeUndefined();
  });

  test('keeps its code word from whoever only looks on, on the card and in each entry that ever told it', () => {
    const file = classified();
    file.by(lise, writeCard({ codeWord: 'gammelord' }));
    file.by(lise, writeCard({ codeWord: 'nyttord' }));
    const shown = wordCovered({ state: file.state(), journal: file.events });
    expect(JSON.stringify(shown)).not.toMatch(/gammelord|nyttord/);
    expect(shown.state.nightCard).toEqual({ ...file.state().nightCard, codeWord: '' });
  });

  test('ends by itself when the case is closed', () => {
    const file = closing();
    file.by(kari, writeCard());
    file.by(petter, declare());
    file.by(petter, close());
    expect(nightCardOf(file.state())).toBeUndefined();
  });

  test('is written by the case lead and the coordinator, and by nobody else on the case', () => {
    const file = classified();
    file.by(omar, declare());
    expect(file.tries(omar, writeCard())).toBe('not_your_role');
    expect(file.tries(jorunn, writeCard())).toBe('not_your_role');
  });

  test('needs a code word that nobody guesses at once, and a day on which warnings are looked over', () => {
    const file = classified();
    const ctx = { actor: lise, now: MONDAY, team: TEAM };
    expect(writeCard({ codeWord: ' A-b ' })(file.state(), ctx)).toMatchObject({ ok: false, fields: { codeWord: 'code_word_short' } });
    expect(writeCard({ warnings: 'Sønnen svarer telefonen.' })(file.state(), ctx)).toMatchObject({ ok: false, fields: { reviewOn: 'missing' } });
  });

  test('written a second time with the same words adds nothing to the journal', () => {
    const file = classified();
    file.by(lise, writeCard());
    const before = file.events.length;
    file.by(lise, writeCard());
    expect(file.events).toHaveLength(before);
  });
});

describe('somebody calls and says a name and a word', () => {
  test.each([
    ['Borghild Ås', 'Blå hest'], ['ås borghild', 'BLAHEST'], ['Borgild', ' blå  hest '], ['Rød', 'blå-hest'],
  ])('«%s», «%s» finds the card as people say things at night', (name, codeWord) => {
    expect(findNightCard([card({}), card({ reference: '2026-AAAAAA', names: ['Solveig Haug'] })], ask({ name, codeWord }))?.reference).toBe('2026-K7QF3M');
  });

  test.each([
    ['Borghild Ås', 'Blå hund'], ['Borghild Ås', ''], ['Borghild Nes', 'Blå hest'], ['', 'Blå hest'], ['?', 'Blå hest'],
  ])('«%s», «%s» finds nothing', (name, codeWord) => {
    expect(findNightCard([card({})], ask({ name, codeWord }))).toBeUndefined();
  });

  test('the reference alone is enough, and a wrong one is not helped by a right name', () => {
    expect(findNightCard([card({})], ask({ reference: ' 2026-k7qf3m' }))).toBeDefined();
    expect(findNightCard([card({})], ask({ reference: '2026-K7QF3X', name: 'Borghild', codeWord: 'Blå hest' }))).toBeUndefined();
  });

  test('two people of one name and one word are not mixed up: neither is shown', () => {
    expect(findNightCard([card({}), card({ reference: '2026-BBBBBB' })], ask({ name: 'Borghild', codeWord: 'Blå hest' }))).toBeUndefined();
  });
});

describe('whoever tries again and again', () => {
  const tries = (count: number) => Array.from({ length: count }, () => MONDAY);

  test('may be wrong a few times without waiting', () => {
    expect(mustWait(tries(FREE_TRIES - 1), MONDAY)).toBe(false);
    expect(mustWait(tries(FREE_TRIES), MONDAY)).toBe(true);
  });

  test('is never locked out: half a minute later they may try, however often they were wrong', () => {
    expect(mustWait(tries(500), addMs(MONDAY, BETWEEN_MS - 1))).toBe(true);
    expect(mustWait(tries(500), addMs(MONDAY, BETWEEN_MS))).toBe(false);
  });

  test('is forgiven after a quarter of an hour, and not held up by a clock that was set back', () => {
    expect(mustWait([...tries(FREE_TRIES), addMs(MONDAY, FORGOTTEN_MS)], addMs(MONDAY, FORGOTTEN_MS))).toBe(false);
    expect(mustWait(tries(FREE_TRIES), addMs(MONDAY, -1))).toBe(false);
  });
});
