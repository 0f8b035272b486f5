import type { ReactElement } from 'react';
import { describe, expect, test } from 'vitest';
import { dangerWords } from '../../src/cases/danger-words.ts';
import { caseTexts } from '../../src/cases/texts.ts';
import type { CaseActor } from '../../src/cases/conditions.ts';
import { CasePage } from '../../src/cases/pages/case-page.tsx';
import { openSteps } from '../../src/cases/pages/next-parts.tsx';
import { knownFor } from '../../src/cases/pages/known.ts';
import { TABS } from '../../src/cases/pages/paths.ts';
import { told } from '../../src/cases/told.ts';
import { LANGUAGES } from '../../src/kernel/texts.ts';
import { renderDocument } from '../../src/web/ui/document.tsx';
import { wellNested } from '../support/nesting.ts';
import { askedTexts } from '../../src/cases/texts/asked.ts';
import { RAISE, addPerson, asksExpert, assessCapacity, assessing, classify, classified, closed, closing, declare, followingUp, grant, handOver, investigating, measure, minute, notACase, note, pinNote, proposeClosing, raise, received, restrict, takesBack } from './acts.ts';
import { FILE, jorunn, kari, lise, omar, OPENING, petter, START, type Journal } from './journal.ts';
import { contentFor, questionFor, REPORTED, requestOf, type Asked } from './pages-case.ts';

const html = (page: ReactElement) => wellNested(renderDocument(page));
const shown = (actor: CaseActor, file: Journal, asked: Asked = {}) => html(<CasePage model={contentFor(actor, file)} request={requestOf({ actor, ...asked })} />);
const words = (page: string) => page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

test('an answer from a professional that is under way is shown as that in every status of the question, and no new code is offered meanwhile', () => {
  for (const [asked, then] of [['open', () => undefined], ['expired', (file: Journal) => file.wait(20 * 86_400_000)], ['withdrawn', (file: Journal) => file.by(lise, takesBack())]] as const) {
    const file = classified();
    file.by(lise, asksExpert());
    then(file);
    const model = { ...contentFor(lise, file), experts: [{ askId: 'x1', tries: 0, openedAt: undefined, coded: false, answeredAt: file.now() }] };
    const page = html(<CasePage model={model} request={requestOf({ actor: lise, query: 'vis=personer' })} />);
    expect(words(page), asked).toContain('Et svar er kommet og leses inn');
    expect(page, asked).not.toContain('steg/renewExpertCode?');
  }
});

test('a question to a colleague by name says until when it stands, that its time is up, and how it is asked anew, in every language', () => {
  const asks = { confirmer: petter.userId, confirmerRoles: petter.roles };
  const waits = { NOT_A_CASE: [assessing(), kari, notACase(asks), 'steg/proposeNotACase'], CLASSIFICATION: [assessing(), kari, classify(asks), 'steg/proposeClassification'], CLOSING: [followingUp(), lise, proposeClosing(asks), 'steg/returnClosing'] } as const;
  for (const [file, by, act, anew] of Object.values(waits)) {
    file.by(by, act);
    for (const lang of LANGUAGES) expect(words(shown(by, file, { lang }))).not.toContain(askedTexts[lang].anew);
    expect(words(shown(by, file))).toMatch(/er spurt om .*, og kan svare fram til/);
    file.wait(14 * 86_400_000);
    for (const query of ['', 'vis=vurdering']) expect(words(shown(by, file, { query }))).toContain('Spørsmålet gjelder ikke lenger og gir ikke tilgang til saken. Forslaget står.');
    expect(shown(by, file)).toContain(anew);
    for (const lang of LANGUAGES) expect(words(shown(by, file, { lang }))).toContain(askedTexts[lang].lapsed('', '', '').split('. ')[1]);
  }
});

describe('before the question is answered', () => {
  const page = html(<CasePage model={questionFor(petter, classified())} request={requestOf({ actor: petter })} />);

  test('nothing of the case stands on the page but its reference', () => {
    for (const secret of ['Borghild', 'B.L.', 'Hun mangler penger', 'Vil bo hjemme', 'Lise', 'Ingunn', 'Dagsenteret']) expect(page).not.toContain(secret);
    expect(page).toContain('2026-K7QF3M');
  });

  test('where somebody works is told before it, where somebody said so', () => {
    expect(page).not.toContain('jobber her');
    expect(words(html(<CasePage model={{ ...questionFor(petter, classified()), workplace: { where: ['Hjemmetjenesten'] } }} request={requestOf({ actor: petter })} />))).toContain('jobber her: Hjemmetjenesten. Er du kollega eller leder der, svarer du ja.');
  });

  test('it is one question with two buttons, and says what a yes does', () => {
    expect(page.match(/<button[^>]*name="connection"/g)).toHaveLength(2);
    expect(words(page)).toContain('er du ute av saken med en gang');
    expect(words(page)).toContain('Ingen får vite hvorfor');
  });

  test('and the alarm can be raised all the same', () => {
    expect(page).toContain(`/saker/${FILE}/steg/raiseAkutt`);
  });
});

describe('a case', () => {
  test.each(LANGUAGES)('is whole in %s: every part, at the beginning, under way and at the end', (lang) => {
    for (const file of [received(), closing(), closed()]) {
      for (const tab of TABS) expect(words(shown(file.state().impartial.includes(lise.userId) ? lise : jorunn, file, { lang, query: `vis=${tab}` }))).not.toMatch(/undefined|\[object|NaN/);
    }
  });

  test('the browser’s tab and history show which part it is, and never the name', () => {
    expect(/<title>(.*?)<\/title>/.exec(shown(kari, classified()))?.[1]).toBe('Sak 2026-K7QF3M');
    expect(/<title>(.*?)<\/title>/.exec(shown(kari, classified(), { query: 'vis=tiltak' }))?.[1]).toBe('Sak 2026-K7QF3M: Tiltak');
  });

  test('what the system writes by itself of the danger is read in one’s own language, and what somebody wrote stands as it was written', () => {
    const file = assessing();
    file.by(kari, raise({ ...RAISE, danger: `${caseTexts.nb.dangerReported}\nHan står utenfor.` }));
    for (const query of ['', 'vis=journal']) expect(words(shown(kari, file, { lang: 'nn', query }))).not.toContain('Melder svarte');
    expect(words(shown(kari, file, { lang: 'nn' }))).toContain('Meldaren svarte at nokon er i fare no. Han står utenfor.');
    const known = knownFor('reviewAkutt', contentFor(kari, file), {}, 'nn').values.danger;
    expect(known, 'who assesses anew begins with it in her language').toBe(`${caseTexts.nn.dangerReported}\nHan står utenfor.`);
    expect(dangerWords(String(known), 'nb'), 'and others read it in theirs when she has stored it').toBe(`${caseTexts.nb.dangerReported}\nHan står utenfor.`);
  });

  test('«Neste steg» links to exactly the steps that the workflow allows this person now', () => {
    for (const [actor, file] of [[jorunn, received()], [kari, assessing()], [lise, classified()], [lise, followingUp()], [kari, closed()]] as const) {
      const model = contentFor(actor, file);
      const page = html(<CasePage model={model} request={requestOf({ actor, query: 'vis=personer' })} />);
      const linked = new Set([...page.matchAll(/\/steg\/(\w+)/g)].map(([, step]) => step));
      expect([...linked].toSorted()).toEqual([...openSteps(model)].toSorted());
    }
  });

  test('and says of each other step why it is closed', () => {
    const model = contentFor(kari, classified());
    const page = words(html(<CasePage model={model} request={requestOf()} />));
    const of = (because: string) => model.steps.flatMap((one) => (!one.allowed && one.because === because ? [caseTexts.nb[`step.${one.step}`]] : []));
    for (const one of model.steps) if (!one.allowed && one.because !== 'not_restricted' && one.because !== 'no_receiver_to_tell') expect(page).toContain(caseTexts.nb[`step.${one.step}`]);
    expect(of('not_restricted').filter((step) => page.includes(step)), 'what only a restricted case has, no other one hears of').toEqual([]);
    expect(page).toContain('Bare saksansvarlig kan gjøre dette');
  });

  test('says by name where each report comes from: a number tells nobody which service to call', () => {
    const page = words(shown(lise, classified()));
    expect(page).toMatch(/Kom [^·]+ · Lia /);
    expect(page).toContain('Kommune Lia');
    expect(page).not.toContain('9903');
  });

  test('whoever made a proposal is not urged to make another', () => {
    const file = assessing();
    file.by(kari, classify());
    expect(shown(kari, file)).not.toMatch(/data-variant="primary"[^>]*href="[^"]*\/steg\//);
    expect(words(shown(kari, file))).toContain('Saken venter ikke på deg');
    const akutt = assessing();
    akutt.by(kari, raise());
    akutt.by(kari, classify());
    expect(words(shown(kari, akutt)), 'danger does not wait for the other to say yes').not.toContain('Saken venter ikke på deg');
    expect(shown(lise, file)).toMatch(/data-variant="primary"[^>]*href="[^"]*\/steg\/confirmClassification"/);
  });

  test('a case that nobody leads asks the coordinator for a lead before anything else, and nobody else', () => {
    const file = investigating();
    const steps = (actor: typeof kari) => [...shown(actor, file).matchAll(/data-variant="primary"[^>]*\/steg\/(\w+)"[^>]*>(?:<[^>]*>)*([^<]+)/g)].map(([, step, words]) => `${step} ${words}`);
    expect(steps(kari)).not.toContainEqual(expect.stringContaining('changeLead'));
    file.by(lise, declare('TILKNYTTET'));
    expect(file.state().lead).toBeUndefined();
    expect(steps(kari)).toEqual(['changeLead Velg saksansvarlig']);
  });

  test('while the use is restricted the way on is a ground to use the case, and not to end it', () => {
    for (const [who, file, ends] of [[kari, assessing(), ['adviseOnly', 'proposeNotACase']], [lise, investigating(), ['proposeEarlyClosing']]] as const) {
      const order = (page: string) => [...page.matchAll(/\/steg\/(\w+)/g)].map(([, step]) => step ?? '');
      file.by(kari, restrict());
      const steps = order(shown(who, file));
      for (const end of ends) expect(steps.indexOf('useRestricted'), end).toBeLessThan(steps.indexOf(end));
      expect(steps).toEqual(expect.arrayContaining([...ends, 'useRestricted']));
    }
  });

  test('a second person sees the whole proposal under Vurdering', () => {
    const file = assessing();
    file.by(kari, classify());
    const page = words(shown(lise, file, { query: 'vis=vurdering' }));
    for (const part of ['Må-sak', 'Pengene forsvinner.', 'Vil bo hjemme', 'Gitt for deler', 'Lise Aune', 'Trenger hjelp eller omsorg', '80 år og over']) expect(page).toContain(part);
  });

  test('Akutt is told with what was done about it', () => {
    const file = assessing();
    file.by(kari, raise());
    const page = words(shown(lise, file));
    expect(page).toContain('Sønnen har kniv');
    expect(page).toContain('Ringt: 112 (politi). Naboen, kl. 02:12.');
  });

  test('what the team decided stands in the journal, too, beside the notes: whoever looked for it there was told that nothing was written', () => {
    const file = classified();
    file.by(kari, minute());
    expect(words(shown(lise, file, { query: 'vis=journal' }))).toContain('Lise ringer banken.');
    file.by(kari, assessCapacity());
    expect(words(shown(lise, file, { query: 'vis=personer' })), 'and a card is called by what it tells, not by its first question').toContain('Samtykkekompetansen er vurdert Hva kom de til?');
  });

  test('a correction points to what it corrects, and the old note to its correction', () => {
    const file = classified();
    file.by(lise, note('n1'));
    file.by(lise, note('n2', 'n1'));
    const page = shown(lise, file, { query: 'vis=journal' });
    expect(page.indexOf('id="notat-n2"')).toBeLessThan(page.indexOf('id="notat-n1"'));
    expect(page).toContain('href="#notat-n1"');
    expect(page).toContain('href="#notat-n2"');
  });

  test('a file of many years shows what is newest, the rest is one press away without a script, and what is pinned or corrected is never out of reach', () => {
    const file = classified();
    for (let n = 1; n <= 120; n += 1) file.by(lise, n === 2 ? note('n2', 'n1') : note(`n${n}`));
    file.by(lise, pinNote('n3'));
    file.by(lise, note('n121', 'n4'));
    const notesIn = (page: string) => [...page.matchAll(/id="notat-(n\d+)"/g)].map(([, id]) => id);
    const journal = shown(lise, file, { query: 'vis=journal' });
    expect(notesIn(journal)).toEqual(['n3', ...Array.from({ length: 30 }, (_, n) => `n${121 - n}`)]);
    expect(journal).toContain(`href="/saker/${FILE}?vis=journal&amp;alle=ja#notater"`);
    expect(journal).toContain(`href="/saker/${FILE}?vis=journal&amp;alle=ja#notat-n4"`);
    expect(notesIn(shown(lise, file, { query: 'vis=journal&alle=ja' }))).toHaveLength(121);
    const lines = (page: string) => page.match(/vv-timeline-body/g)?.length ?? 0;
    const [overview, whole] = [shown(lise, file), shown(lise, file, { query: 'alle=ja' })];
    expect(lines(overview)).toBe(50);
    expect(overview).toContain(`href="/saker/${FILE}?alle=ja#hendelser"`);
    expect(lines(whole)).toBeGreaterThan(120);
    expect(words(overview)).toContain(`Vis alle ${lines(whole)} hendelser`);
    expect(whole).not.toContain('alle=ja#hendelser');
    expect(words(journal), 'on paper too: a print never looks whole when it is not').toContain('30 av 120 notater står her');
    expect(overview).toContain(`<div class="vv-print-only"><p>50 av ${lines(whole)} hendelser står her, de nyeste først.</p></div>`);
    expect(words(whole) + words(shown(lise, file, { query: 'vis=journal&alle=ja' }))).not.toMatch(/ av \d+ (notater|hendelser) står her/);
  });

  test('a closed case has no box to write in, but a note can be corrected', () => {
    const file = classified();
    file.by(lise, note('n1'));
    expect(shown(lise, file, { query: 'vis=journal' })).toContain('<textarea');
    const after = shown(petter, closed(), { query: 'vis=journal' });
    expect(after).not.toContain('<textarea');
  });

  test('a coordinator lets a colleague in with one press on a reason, and it ends by itself', () => {
    const page = shown(kari, assessing(), { query: 'vis=tilgang' });
    expect(page.match(/name="accessReason"/g)?.length).toBeGreaterThan(4);
    expect(page).toContain(`name="accessTo" value="${omar.userId}"`);
    expect(page).toMatch(/name="until" value="2026-\d\d-\d\d"/);
    expect(shown(lise, assessing(), { query: 'vis=tilgang' })).not.toContain('name="accessReason"');
  });

  test('whoever is inhabil is offered no access', () => {
    const file = assessing();
    file.by(omar, declare('TILKNYTTET'));
    const page = shown(kari, file, { query: 'vis=tilgang' });
    expect(page).not.toContain(`name="accessTo" value="${omar.userId}"`);
    expect(words(page)).toContain('Omar Berg Ser ikke saken');
  });

  test('access by grant has an end and a button that ends it', () => {
    const file = assessing();
    file.by(kari, grant(omar, 10));
    expect(shown(kari, file, { query: 'vis=tilgang' })).toContain(`/steg/endAccess`);
  });

  test('a hand-over that nobody has read is read with one press', () => {
    const file = received();
    file.by(jorunn, handOver);
    expect(words(shown(jorunn, file))).toContain('Ring etter ti');
  });

  test('measures under way stand before those that are done', () => {
    const file = classified();
    file.by(lise, measure('m1'));
    expect(words(shown(lise, file, { query: 'vis=tiltak' }))).toContain('Sikring av økonomi Planlagt');
  });
});

describe('nobody is put in danger by an old answer:', () => {
  const file = classified();
  const model = (...parts: readonly (typeof REPORTED)[]) => contentFor(lise, file, parts);

  test('a safe way that was taken back in an addition is not shown as safe', () => {
    const later = told(model(REPORTED, { ...REPORTED, safeContact: undefined }));
    expect(later).toMatchObject({ safeWays: [], wayTakenBack: true });
    expect(words(html(<CasePage model={model(REPORTED, { ...REPORTED, safeContact: undefined })} request={requestOf()} />))).toContain('Regn den ikke som trygg lenger');
  });

  test('the most cautious answer counts, whichever came last', () => {
    expect(told(model({ ...REPORTED, livesTogether: 'ja', childrenInHome: 'vet-ikke' }, REPORTED))).toMatchObject({ together: 'JA', children: 'VET_IKKE' });
  });

  test('once somebody says that the address is secret, it stands nowhere', () => {
    const secret = { ...REPORTED, person: { ...REPORTED.person, address: undefined, protectedAddressHint: true } };
    for (const tab of TABS) expect(html(<CasePage model={model(REPORTED, secret)} request={requestOf({ query: `vis=${tab}` })} />)).not.toContain('Bakken 2');
    expect(words(html(<CasePage model={model(REPORTED, secret)} request={requestOf()} />))).toContain('Fortrolig adresse');
  });

  test('a phone number stands only with whether it may be called', () => {
    expect(words(html(<CasePage model={model(REPORTED)} request={requestOf()} />))).toMatch(/55 55 01 77 Ikke oppgitt som trygt/);
  });
});

test('a provisional classification is told as one that counts, and not as a proposal', () => {
  const file = assessing();
  file.by(kari, classify({ provisional: true }));
  const page = words(shown(kari, file));
  expect(page).toContain('Klassifiseringen er foreløpig. Den gjelder nå');
  expect(page).toContain('Klassifisert foreløpig');
  expect(page).not.toContain('Klassifisering foreslått');
  const proposed = assessing();
  proposed.by(kari, classify());
  expect(words(shown(kari, proposed))).toContain('En klassifisering er foreslått.');
});

test('where the report named no suspect, whoever the team has recorded as suspected stands there', () => {
  const file = investigating({ ...OPENING, start: { ...START, suspectName: undefined } });
  file.by(lise, addPerson('Unni Ness', ['MISTENKT', 'PARORENDE']));
  const model = contentFor(lise, file);
  const page = words(html(<CasePage model={model} request={requestOf({ actor: lise, query: 'vis=personer' })} />));
  expect(/Antatt overgriper  *Navn.{0,60}/.exec(page)?.[0]).toContain('Unni Ness');
});
