import { describe, expect, test } from 'vitest';
import { namesakeIn } from '../../src/cases/expert-namesake.ts';
import { isMentioned } from '../../src/staff/public.ts';
import { addPerson, asksExpert, classified } from './acts.ts';
import { lise } from './journal.ts';

const like = (organ: string, leftOut: readonly string[] = []) => {
  const file = classified();
  file.by(lise, addPerson('Torstein Myhre', ['MISTENKT']));
  return namesakeIn(file.state(), leftOut, { text: organ }, isMentioned);
};

describe('a professional outside whose name is that of somebody in the case (fvl § 6)', () => {
  test('is looked at once more before the code is made: the suspected abuser, a colleague who is inhabil', () => {
    expect(like('Fastlege Torstein Myhre, Nes legesenter')).toBe('SUSPECT');
    expect(like('myhre, torstein (fysioterapeut)')).toBe('SUSPECT');
    expect(like('Fastlege Odd Vinje', ['Odd Vinje'])).toBe('COLLEAGUE');
  });

  test('gets no code before whoever asks has read that, and one afterwards: people decide', () => {
    const file = classified();
    expect(asksExpert(undefined, 'x1', { like: 'SUSPECT', seen: false })(file.state(), { actor: lise, now: file.now(), team: [] })).toMatchObject({ code: 'look_first', fields: { organ: 'like_SUSPECT' } });
    expect(file.by(lise, asksExpert(undefined, 'x1', { like: 'SUSPECT' })).experts).toHaveLength(1);
  });

  test('is asked as ever where only a place is called what a family is, and by another name', () => {
    for (const organ of ['Fastlegen ved Myhre legesenter', 'Lege Astrid Holm', 'Odd Vinje']) expect(like(organ)).toBeUndefined();
  });

  test('is looked at when the answer comes by the family name alone: kin are partial, too', () => {
    const file = classified();
    file.by(lise, addPerson('Torstein Myhre', ['MISTENKT']));
    expect(namesakeIn(file.state(), [], { names: ['Randi Myhre'] }, isMentioned)).toBe('SUSPECT');
    expect(namesakeIn(file.state(), [], { names: ['Astrid Holm'] }, isMentioned)).toBeUndefined();
  });
});
