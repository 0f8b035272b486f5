import { expect, test } from 'vitest';
import { leftOutBefore, tellFirst } from '../../src/cases/left-out.ts';
import { JoinPage } from '../../src/cases/pages/join-page.tsx';
import { OpenCasePage } from '../../src/cases/pages/question-page.tsx';
import { caseTexts } from '../../src/cases/texts.ts';
import { LANGUAGES } from '../../src/kernel/texts.ts';
import { renderDocument } from '../../src/web/ui/document.tsx';
import { jorunn, kari, lise, petter } from './journal.ts';
import { requestOf } from './pages-case.ts';

const STAFF = [kari, petter, lise, jorunn].map((one, n) => ({ ...one, name: ['Kari Nordmo', 'Petter Lund', 'Lise Vik', 'Jorunn Aas'][n] ?? '', disabled: false }));
const before = (...parts: readonly (readonly typeof kari.userId[])[]) => leftOutBefore(parts, STAFF);
const names = (one: ReturnType<typeof before>) => one.adds.map(({ name }) => name);

test('fvl § 6: whoever loses sight of something by its being put together is told of before, and not whoever sees none of it today', () => {
  expect(names(before([kari.userId], []))).toEqual(['Kari Nordmo']);
  expect(names(before([kari.userId, lise.userId], [kari.userId]))).toEqual(['Lise Vik']);
  expect(tellFirst(before([kari.userId], [kari.userId]), undefined), 'nothing is new').toBeUndefined();
  expect(tellFirst(before([lise.userId], []), undefined)).toMatchObject({ ok: false, code: 'leaves_out', people: ['Lise Vik'] });
  expect(tellFirst(before([lise.userId], []), 'JA'), 'read and confirmed').toBeUndefined();
});

test('places of work that add up until only the reserve is left are never put together unseen', () => {
  const nobody = before([kari.userId], [petter.userId]);
  expect(nobody).toMatchObject({ nobody: true, adds: [{ name: 'Kari Nordmo' }, { name: 'Petter Lund' }] });
  expect(tellFirst(nobody, undefined)).toMatchObject({ code: 'leaves_nobody' });
  expect(before([kari.userId], [lise.userId]).nobody, 'Petter is left').toBe(false);
  expect(before([kari.userId, petter.userId], [kari.userId, petter.userId]).nobody, 'the reserve had both already').toBe(false);
  expect(leftOutBefore([[kari.userId], []], STAFF.map((one) => (one.userId === petter.userId ? { ...one, disabled: true } : one))).nobody, 'who is shut out reads nothing').toBe(true);
});

test('whoever leads the case is told of before the case stands without a lead, and where nobody at all is left that is said instead', () => {
  expect(tellFirst(before([lise.userId], []), undefined, lise.userId)).toMatchObject({ code: 'leaves_no_lead', people: ['Lise Vik'] });
  expect(tellFirst(before([jorunn.userId], []), undefined, lise.userId), 'the lead is not among them').toMatchObject({ code: 'leaves_out' });
  expect(tellFirst(before([kari.userId], [petter.userId]), undefined, petter.userId)).toMatchObject({ code: 'leaves_nobody' });
});

test('the page names them, says who steps in, and one more press carries it out with all that was ticked', () => {
  const refused = tellFirst(before([kari.userId], [petter.userId]), undefined) ?? expect.fail('nobody was told');
  for (const lang of LANGUAGES) {
    const opening = renderDocument(<OpenCasePage request={requestOf({ path: '/saker/ny', lang, refused, form: [['report', 'a'], ['report', 'b'], ['connection', 'INGEN']] })} refusal="?" />);
    expect(opening).toMatch(/Kari Nordmo.*Petter Lund.*name="told" value="JA".*name="report" value="a".*name="report" value="b"/s);
    expect(opening).toContain('name="connection" value="INGEN"');
    expect(opening, 'the question was answered and is not the heading of the warning').not.toContain(caseTexts[lang]['field.connection']);
    expect(renderDocument(<JoinPage request={requestOf({ path: '/saker/1/bekymring', lang, refused, form: [['report', 'a']] })} refusal="?" />)).toMatch(/Kari Nordmo.*name="report" value="a"/s);
  }
});
