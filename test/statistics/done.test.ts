import { describe, expect, test } from 'vitest';
import { day } from '../../src/kernel/time.ts';
import { doneFrom, type DoneTyped } from '../../src/statistics/done.ts';
import { countWork, workOf } from '../../src/statistics/work.ts';

const today = day('2026-06-01') ?? expect.fail('a day');
const typed = (change: Partial<DoneTyped>): DoneTyped => ({ on: '2026-05-01', kind: 'MOTE', reached: '', theme: '', group: '', name: '', adoptedBy: '', replacedOn: '', ...change });
const faults = (change: Partial<DoneTyped>) => { const read = doneFrom(typed(change), today); return 'faults' in read ? read.faults : {}; };
const line = (change: Partial<DoneTyped>) => { const read = doneFrom(typed(change), today); return 'line' in read ? read.line : expect.fail(JSON.stringify(read.faults)); };
const COURSE = { kind: 'KURS', theme: 'MELDE', group: 'NAV', reached: '16' };
const ROUTINE = { kind: 'RUTINE', name: 'Slik tar vi imot en bekymring', adoptedBy: 'TEAM' };

describe('what was done, and is about nobody', () => {
  test('a course has a theme and a group, and a routine a name and who adopted it; what belongs to another kind is not kept', () => {
    expect([faults({ kind: 'KURS' }), faults({ kind: 'RUTINE' })]).toEqual([{ theme: 'missing', group: 'missing' }, { name: 'missing', adoptedBy: 'missing' }]);
    expect(line({ ...COURSE, name: 'x' })).toMatchObject({ theme: 'MELDE', group: 'NAV', reached: 16, name: undefined });
    expect(line({ ...ROUTINE, theme: 'MELDE', reached: '4', replacedOn: '2026-05-20' })).toMatchObject({ kind: 'RUTINE', theme: undefined, reached: undefined, replacedOn: '2026-05-20' });
  });

  test('no number or address of anybody is kept as a routine’s name, and none is replaced before it was adopted', () => {
    expect(faults({ ...ROUTINE, name: 'Ring 55 55 01 23' })).toEqual({ name: 'not_a_name' });
    expect(faults({ ...ROUTINE, replacedOn: '2026-04-30' })).toEqual({ replacedOn: 'replaced_before' });
    expect([faults({ on: '2026-06-02' }), faults({ kind: 'X' }), faults({ reached: '-1' })]).toEqual([{ on: 'day_to_come' }, { kind: 'not_offered' }, { reached: 'not_a_number' }]);
  });

  test('is counted once each: a course with a theme is no outreach besides, one from before there were themes is', () => {
    const work = workOf([], [line(COURSE), { ...line({ kind: 'MOTE', reached: '4' }), kind: 'KURS' }, line(ROUTINE)]);
    expect(countWork(work)).toEqual({ meetings: 0, outreach: 1, courses: 1, routines: 1, reached: 20 });
  });
});
