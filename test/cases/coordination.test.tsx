import { expect, test } from 'vitest';
import { DutiesPart } from '../../src/cases/pages/duties-part.tsx';
import { MeasuresPart } from '../../src/cases/pages/measures-part.tsx';
import { ContactCard } from '../../src/cases/pages/contact-card.tsx';
import { readingOf } from '../../src/cases/pages/case-page.tsx';
import { casePath } from '../../src/cases/pages/paths.ts';
import { serviceUnanswered } from '../../src/cases/duties.ts';
import { decideMeasure, decideUpdateMeasure, type MeasureAnswers } from '../../src/cases/measure.ts';
import { addDays, osloDay } from '../../src/kernel/time.ts';
import { renderDocument } from '../../src/web/ui/document.tsx';
import { addPerson, classified, coordinates, declare, interprets, measure, mergeInto, recordPerson, serviceTold, takeIn, update } from './acts.ts';
import { FILE, journal, jorunn, kari, lise, OPENING, START, type Journal } from './journal.ts';
import { contentFor, requestOf } from './pages-case.ts';

const words = (text: string) => text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const reading = (file: Journal) => readingOf(contentFor(lise, file), requestOf({ path: casePath(FILE), actor: lise }));
const measures = (file: Journal) => words(renderDocument(<MeasuresPart model={contentFor(lise, file)} reading={reading(file)} />));

test('hol § 3-4, §§ 7-1 to 7-3: the case says which service coordinates, and where coordinator and individual plan stand', () => {
  const file = classified();
  expect(measures(file)).toContain('Ikke skrevet inn ennå.');
  expect(file.tries(lise, coordinates({ coordinator: 'HAR' })), 'who it is').toBe('bad_input');
  expect(file.tries(lise, coordinates({ individualPlan: 'BEDT_OM' })), 'who is responsible').toBe('bad_input');
  file.by(lise, coordinates());
  const state = file.by(lise, coordinates({ coordinator: 'HAR', coordinatorWho: 'Unni Berg, hjemmetjenesten', individualPlan: 'FINNES', individualPlanWho: 'Unni Berg' }));
  expect(state.coordination).toMatchObject({ service: 'Koordinerende enhet', coordinator: 'HAR', coordinatorWho: 'Unni Berg, hjemmetjenesten', plan: 'FINNES', planWho: 'Unni Berg', by: lise.userId });
  for (const part of ['Koordinerende enhet', 'Har koordinator', 'Unni Berg, hjemmetjenesten', 'Finnes']) expect(measures(file)).toContain(part);
});

test('forskrift om individuell plan § 5: who is responsible is kept only where there is a plan, or one is asked for', () => {
  expect(classified().by(lise, coordinates({ coordinatorWho: 'Unni Berg', individualPlan: 'ONSKER_IKKE', individualPlanWho: 'Unni Berg' })).coordination).not.toMatchObject({ planWho: 'Unni Berg' });
});

test('tolkeloven §§ 6, 7: language, mode and a qualified interpreter stand where somebody is about to call; one who is not qualified needs a reason', () => {
  const file = classified();
  expect(file.tries(lise, interprets({ interpreterQualified: 'NEI' }))).toBe('bad_input');
  file.by(lise, interprets({ interpreterQualified: 'NEI', interpreterWhy: 'Det hastet.' }));
  const card = words(renderDocument(<ContactCard model={contentFor(lise, file)} lang="nb" />));
  expect(card).toContain('Tigrinja · På skjerm · Tolketjenesten i fylket · ikke kvalifisert');
  expect(file.by(lise, interprets({ interpreterWhy: 'Det hastet.' })).interpreter, 'no reason is needed for one who is').not.toHaveProperty('why');
});

test('tolkeloven § 7: nobody around the person interprets for them, and never the one who is suspected', () => {
  const file = classified();
  file.by(kari, addPerson('Unni Lian'));
  expect(file.tries(lise, interprets({ interpreterFrom: 'Datteren Unni' }))).toBe('interpreter_around');
  const suspected = journal(kari, { ...OPENING, start: { ...START, suspectName: 'Geir Lian' } });
  expect(suspected.tries(kari, interprets({ interpreterFrom: 'Geir Lian' }))).toBe('interpreter_around');
  expect(suspected.tries(kari, interprets())).toBeUndefined();
});

test('tolkeloven § 7: one who is called by what they are to the person is around them, whether or not anybody wrote them down', () => {
  const file = classified();
  for (const interpreterFrom of ['sønnen hennes', 'Datteren Mona', 'ektefellen', 'Naboen', 'the husband']) expect(file.tries(lise, interprets({ interpreterFrom })), interpreterFrom).toBe('interpreter_around');
  expect(file.tries(lise, interprets({ interpreterFrom: 'The interpreting service' }))).toBeUndefined();
});

test('tolkeloven § 7: an interpreter whom somebody writes down around the person afterwards is warned of where one is about to call', () => {
  const file = classified();
  const card = () => words(renderDocument(<ContactCard model={contentFor(lise, file)} lang="nb" />));
  file.by(lise, interprets({ interpreterFrom: 'Unni Lie' }));
  expect(card()).not.toContain('Bestill en annen.');
  file.by(kari, addPerson('unni', ['MISTENKT']));
  expect(card()).toContain('Unni Lie Tolken ligner en som står i saken rundt personen. Bestill en annen.');
});

test('a report that asks for an interpreter says so until one is booked', () => {
  const file = journal(kari, { ...OPENING, start: { ...START, needs: ['TOLK'], needsWhat: 'tigrinja' } });
  const card = () => words(renderDocument(<ContactCard model={contentFor(kari, file)} lang="nb" />));
  expect(card()).toContain('Ingen tolk er skrevet inn ennå.');
  file.by(kari, interprets());
  expect(card()).not.toContain('Ingen tolk er skrevet inn ennå.');
});

test('what is known of interpreter and coordinator follows into the case that goes on', () => {
  const ended = classified();
  for (const act of [coordinates(), interprets()]) ended.by(lise, act);
  const goesOn = classified();
  expect(goesOn.by(kari, takeIn(ended.state()))).toMatchObject({ coordination: { service: 'Koordinerende enhet' }, interpreter: { language: 'Tigrinja' } });
  ended.by(kari, mergeInto(goesOn.state()));
  expect(ended.tries(lise, interprets())).toBe('case_closed');
});

const decided = (change: Partial<MeasureAnswers> = {}) => (state: Parameters<typeof decideMeasure>[0], ctx: Parameters<typeof decideMeasure>[2]) =>
  decideMeasure(state, { measureId: 'm9', measure: 'OKT_TJENESTE', responsible: 'Tildelingskontoret', due: addDays(osloDay(ctx.now), 14), measureBasis: 'VEDTAK', ...change }, ctx);

test('fvl §§ 23–29: a measure points to the decision it stands on, its day and the last day to complain; no decision is made here', () => {
  const file = classified();
  const today = osloDay(file.now());
  expect(file.tries(lise, decided({ decidedOn: addDays(today, 1) }))).toBe('bad_input');
  expect(file.tries(lise, decided({ decidedOn: today, complaintUntil: addDays(today, -1) }))).toBe('bad_input');
  file.by(lise, decided({ decisionRef: 'Tildelingskontoret, 26/118', decidedOn: today }));
  const later = (complaintUntil: typeof today) => file.tries(lise, (state, ctx) => decideUpdateMeasure(state, { measureId: 'm9', measureStatus: 'PAGAR', complaintUntil }, ctx));
  expect(later(addDays(today, -1)), 'before the decision that stands').toBe('bad_input');
  expect(later(addDays(today, 21))).toBeUndefined();
  expect(file.state().measures.at(-1)?.decision, 'what was written later completes it').toEqual({ decisionRef: 'Tildelingskontoret, 26/118', decidedOn: today, complaintUntil: addDays(today, 21) });
  expect(measures(file)).toContain('Tildelingskontoret, 26/118');
  file.by(lise, measure('m2'));
  expect(file.by(lise, update('m2')).measures.at(-1)?.decision, 'a measure without one').toBeUndefined();
});

test('pbrl § 4 A-5, hol kap. 9: suspected unlawful coercion asks who has been told, and says what to do until somebody has answered', () => {
  const told = journal(kari, { ...OPENING, start: { ...START, violence: ['ULOVLIG_TVANG'] } });
  const duties = (file: Journal) => words(renderDocument(<DutiesPart model={contentFor(kari, file)} reading={reading(file)} />));
  expect(serviceUnanswered(told.state())).toBe(told.state().opened.at);
  for (const part of ['Mistanke om ulovlig tvang', 'Spør tjenesten om det finnes et vedtak', 'unntatt i en nødsituasjon', 'Statsforvalteren', 'svært alvorlig skadet, skal Helsetilsynet og Ukom', 'hol. § 12-3 a', 'Her gjøres ingen vedtak om tvang.']) expect(duties(told)).toContain(part);
  expect(serviceUnanswered(told.by(kari, serviceTold))).toBeUndefined();
  const without = classified();
  expect(duties(without)).not.toContain('Mistanke om ulovlig tvang');
  without.by(kari, recordPerson({ violence: ['OKONOMISK', 'ULOVLIG_TVANG'] }));
  expect(serviceUnanswered(without.state()), 'asked from when it was seen').toBe(without.state().corrections.at(-1)?.at);
  without.by(kari, serviceTold);
  without.by(kari, recordPerson({ correctionId: 'k2', birthYear: '1940' }));
  expect(serviceUnanswered(without.state()), 'and not again because something else is put right').toBeUndefined();
});

test('reception writes down an interpreter, since it makes the first call', () => {
  const file = journal(jorunn);
  expect(file.tries(jorunn, interprets())).toBeUndefined();
  expect(file.tries(jorunn, declare())).toBeUndefined();
});
