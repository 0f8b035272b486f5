import { expect, test } from 'vitest';
import { MeetingPage } from '../../src/cases/pages/meeting-page.tsx';
import { minutedPath, TAKEN } from '../../src/cases/pages/paths.ts';
import { TEAM_ROUTES } from '../../src/cases/pages/team-routes.tsx';
import type { OpenMeeting } from '../../src/cases/queries/meeting-models.ts';
import { asId } from '../../src/kernel/ids.ts';
import type { Door } from '../../src/kernel/door.ts';
import { refuse } from '../../src/kernel/outcome.ts';
import { osloDay } from '../../src/kernel/time.ts';
import { renderDocument } from '../../src/web/ui/document.tsx';
import { FILE, kari, MONDAY } from './journal.ts';
import { requestOf } from './pages-case.ts';

const NEXT = asId<'file'>('50000000-0000-4000-8000-000000000002');
const MEETING = '60000000-0000-4000-8000-000000000001';

function meeting(taken: readonly boolean[]): OpenMeeting {
  const agenda = [{ fileId: FILE, reference: '2026-F0RSTE' }, { fileId: NEXT, reference: '2026-NESTE1' }].map((item, at) => ({ ...item, reasons: ['NEW'] as const, taken: taken[at] === true }));
  return {
    meetingId: MEETING, heldOn: osloDay(MONDAY), over: false, mayHold: true, present: [{ userId: kari.userId, deputyFor: undefined, inRoom: true }], guests: undefined, learning: undefined, agenda, others: [],
    taken: { fileId: FILE, reference: '2026-F0RSTE', status: 'TIL_VURDERING', akutt: false, readable: true, gender: undefined, ageBand: undefined, caseType: undefined, lead: undefined, clock: undefined, named: undefined, name: undefined, wish: undefined, consents: [], measures: [], steps: [], written: [], before: undefined },
    attendees: [], names: {}, newId: MEETING, now: MONDAY,
  };
}

const page = (taken: readonly boolean[], query = '') => renderDocument(<MeetingPage model={meeting(taken)} request={requestOf({ path: `/teammote/${MEETING}`, query })} />);

test('one press saves the minutes and takes the next case up; where nothing is left, nothing is offered as next', () => {
  expect(page([false, false])).toContain('Lagre og ta neste');
  expect(page([false, true])).not.toContain('Lagre og ta neste');
  expect(minutedPath(MEETING, FILE, true)).toBe(`/teammote/${MEETING}?lagret=${FILE}`);
  expect(minutedPath(MEETING, FILE, false)).toBe(`/teammote/${MEETING}?sak=${FILE}&lagret=${FILE}`);
});

test('the screen says in which case the minutes lie, and says it of no case without any', () => {
  expect(page([false, true], `lagret=${NEXT}`)).toContain('Lagret i sak 2026-NESTE1.');
  expect(page([false, false], `lagret=${NEXT}`)).not.toContain('Lagret i sak');
});

test('what ends a meeting, or says who is there, carries the case on the screen along: refused, the same case stands there', () => {
  const shown = page([false, false]);
  for (const form of ['slutt', 'til-stede']) expect(shown).toMatch(new RegExp(`action="/teammote/${MEETING}/${form}"[^§]*?name="sak" value="${FILE}"[^§]*?</form>`, 'u'));
});

const TEAM_FORMS = TEAM_ROUTES.filter(({ method, path }) => method === 'POST' && (path.endsWith('/slutt') || path.endsWith('/til-stede')));
test.each(TEAM_FORMS.map((route) => ({ path: route.path, route })))('a refusal of $path asks for the case that was on the screen, and for none where something else was written there', async ({ route }) => {
  const askedFor = async (taken: string) => {
    const inputs: unknown[] = [];
    const request = requestOf({ path: `/teammote/${MEETING}`, form: [[TAKEN, taken]] });
    const enter: Door['enter'] = (useCase, _person, input) => { if (useCase.kind === 'query') inputs.push(input); return Promise.resolve(refuse('bad_input', {})); };
    await expect(route.handle({ ...request, params: { id: MEETING }, door: { ...request.door, enter } })).rejects.toThrow();
    return inputs;
  };
  expect(await askedFor(NEXT)).toEqual([{ meetingId: MEETING, caseId: NEXT }]);
  expect(await askedFor('x\r\ny')).toEqual([{ meetingId: MEETING, caseId: undefined }]);
});
