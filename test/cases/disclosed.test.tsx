import { expect, test } from 'vitest';
import { CasePage } from '../../src/cases/pages/case-page.tsx';
import { stepPath } from '../../src/cases/pages/paths.ts';
import { StepPage } from '../../src/cases/pages/step-page.tsx';
import { sharedAmong, sharedFaults, sharedFilterIn } from '../../src/cases/disclosed.ts';
import { addMs, DAY_MS, osloDay } from '../../src/kernel/time.ts';
import { refuse } from '../../src/kernel/outcome.ts';
import { LANGUAGES } from '../../src/kernel/texts.ts';
import { renderDocument } from '../../src/web/ui/document.tsx';
import { assessing, confirmTransfer, restrict, share, theyAnswer, transferInside } from './acts.ts';
import { FILE, kari, lise, type Journal } from './journal.ts';
import { contentFor, requestOf } from './pages-case.ts';

/** The bank was told, the doctor nine days later, and then the case went to another region. */
function shared(): Journal {
  const file = assessing();
  file.by(kari, share('FVL_13B_7', 'd1', { happenedAt: addMs(file.now(), -9 * DAY_MS) }));
  file.by(kari, share('HPL_25', 'd2', { organ: 'Fastlegen', happenedAt: file.now() }));
  file.by(kari, transferInside);
  file.by(lise, confirmTransfer);
  return file;
}
const query = (text: string) => new URLSearchParams(text);
const organs = (file: Journal, text: string) => sharedAmong(file.state().disclosures, sharedFilterIn(query(text))).map(({ organ }) => organ);

test('what was shared is found again by its basis, its direction and its days, and the case that went is among it', () => {
  const file = shared();
  const today = osloDay(file.now());
  expect(organs(file, '')).toEqual(['Voksenvern Sørvika', 'Fastlegen', 'Banken, kundevern']);
  expect(organs(file, 'grunnlag=SAMTYKKE')).toEqual(['Voksenvern Sørvika']);
  expect(organs(file, `fra=${today}`)).toEqual(['Voksenvern Sørvika', 'Fastlegen']);
  expect(organs(file, `til=${osloDay(addMs(file.now(), -DAY_MS))}&retning=ut`)).toEqual(['Banken, kundevern']);
  expect([organs(file, 'retning=inn'), organs(file, 'grunnlag=Borghild&retning=ned')]).toEqual([[], organs(file, '')]);
});

test('a day that does not exist is said, and stays as it was written', () => {
  expect([sharedFaults(query('fra=2026-02-30')), sharedFaults(query('fra=2026-02-03&til=2026-02-01')), sharedFaults(query('fra=&til=2026-02-01'))]).toEqual([{ from: 'no_such_day' }, { to: 'in_order' }, {}]);
  const page = renderDocument(<CasePage model={contentFor(kari, shared())} request={requestOf({ query: 'vis=personer&fra=31.02.2026' })} />);
  expect(page).toContain('value="31.02.2026"');
  expect(page.match(/Skriv en dato som finnes\./g)?.length).toBeGreaterThan(1);
});

test('domain reference §4.3: the whole case stands beside the other disclosures with its grounds and whether the person was told, also where it came back', () => {
  const file = shared();
  const page = (words: string, lang: (typeof LANGUAGES)[number] = 'nb') => renderDocument(<CasePage model={contentFor(kari, file)} request={requestOf({ query: words, lang })} />);
  for (const lang of LANGUAGES) expect(page('vis=personer&grunnlag=SAMTYKKE', lang)).toContain('Voksenvern Sørvika');
  const found = page('vis=personer&grunnlag=SAMTYKKE');
  for (const word of ['Saken ble overført', 'Hun bor der nå.', 'Viser 1 av 3.']) expect(found).toContain(word);
  expect(found).not.toContain('Banken, kundevern');
  expect(page('vis=personer&retning=inn')).toContain('Ingenting passer med dette utvalget.');
  file.by(kari, theyAnswer({ reference: '2026-THERE1', taken: false, grounds: 'Hun bor ikke her.' }));
  expect(organs(file, 'grunnlag=SAMTYKKE')).toEqual(['Voksenvern Sørvika']);
});

test('whoever comes to share while the use is restricted reads why not, with the way to the ground that opens it', () => {
  const file = assessing();
  const sharing = () => renderDocument(<StepPage model={contentFor(kari, file)} request={requestOf({ path: stepPath(FILE, 'discloseOut') })} />);
  const way = `href="${stepPath(FILE, 'useRestricted')}"`;
  expect(sharing()).not.toContain(way);
  file.by(kari, restrict());
  expect(sharing()).toContain('Bruken av saken er begrenset.');
  expect(sharing()).toContain(way);
  const refused = renderDocument(<StepPage model={contentFor(kari, file)} request={requestOf({ path: stepPath(FILE, 'discloseOut'), refused: refuse('use_asks_ground'), form: [['organ', 'Fastlegen i Lia'], ['personInformed', 'NEI'], ['basis', 'FINNES_IKKE']] })} />);
  expect(refused.split('Bruken av saken er begrenset.').length, 'whoever was refused reads it once').toBe(2);
  for (const kept of ['Fastlegen i Lia', way]) expect(refused).toContain(kept);
  expect(refused, 'what was chosen stands there as well, and what no form offers does not').toMatch(/<dd[^>]*>(?:<[^>]+>)*Nei</);
  expect(refused).not.toContain('FINNES_IKKE');
});
