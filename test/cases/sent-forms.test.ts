import { describe, expect, test } from 'vitest';
import { CASE_FILE } from '../../src/cases/file.ts';
import { decideRecordFollowUp } from '../../src/cases/follow-up.ts';
import { once } from '../../src/cases/sent-forms.ts';
import { classified, draft, followingUp, measure } from './acts.ts';
import { lise, type Journal } from './journal.ts';

type Act = Parameters<Journal['by']>[1];

/** As the door does it: judged, stored, and lifted when it is read again. */
function sent(file: Journal, mark: string | undefined, act: Act): string | undefined {
  return file.tries(lise, (state, ctx) => {
    const decision = once(state, mark, () => act(state, ctx));
    return decision.ok ? { ok: true, value: decision.value.map((event) => CASE_FILE.lift({ ...event, actor: ctx.actor.userId, writtenAt: ctx.now })) } : decision;
  });
}

const followUp = (found: string): Act => (state, ctx) => decideRecordFollowUp(state, { found, personView: 'Hun er lettet.' }, ctx);

describe('a form that is sent twice', () => {
  test('makes one follow-up of two, so that the rhythm does not skip the next', () => {
    const file = followingUp();
    for (const _twice of [1, 2]) expect(sent(file, 'a', followUp('Kortet er sperret.'))).toBeUndefined();
    expect(file.state().followUps).toHaveLength(1);
    expect(file.state().sentForms).toEqual(['a']);
  });
  test('with another answer, or from another page, writes that too: nothing typed is lost', () => {
    const file = followingUp();
    for (const [mark, words] of [['a', 'Kortet er sperret.'], ['b', 'Låsen er byttet.'], [undefined, 'Hun er flyttet.'], [undefined, 'Hun er flyttet.']] as const) sent(file, mark, followUp(words));
    expect(file.state().followUps).toHaveLength(4);
  });
  test('is stored, and not refused, where the measure is there already', () => {
    const file = classified();
    for (const _twice of [1, 2]) expect(sent(file, 'a', measure())).toBeUndefined();
    expect(file.state().measures).toHaveLength(1);
    expect(sent(file, 'b', measure()), 'other words under the same id are not lost in silence').toBe('measure_exists');
  });
  test('begins one document, and says so where it comes back with other answers: nobody believes that a second one was begun', () => {
    const file = classified();
    for (const _twice of [1, 2]) expect(sent(file, 'a', draft('b1'))).toBeUndefined();
    expect(sent(file, 'b', draft('b1', { letter: 'BREV' }))).toBe('document_exists');
    expect(sent(file, 'c', draft('b2', { letter: 'BREV' })), 'pressed once more').toBeUndefined();
    expect(file.state().documents.map(({ letter }) => letter)).toEqual(['INNKALLING', 'BREV']);
  });
  test('leaves nothing of its mark among the answers', () => {
    const file = followingUp();
    sent(file, 'a', followUp('Kortet er sperret.'));
    expect(Object.keys(file.events.at(-1)?.content ?? {})).not.toContain('sentAs');
    expect(JSON.stringify(file.state().followUps)).not.toContain('sentAs');
  });
  test('that was refused has not been written, and may be sent again', () => {
    const file = followingUp();
    expect(sent(file, 'a', followUp(''))).toBe('bad_input');
    expect(sent(file, 'a', followUp('Kortet er sperret.'))).toBeUndefined();
  });
});
