import type { ReactElement } from 'react';
import { describe, expect, test } from 'vitest';
import type { CaseActor } from '../../src/cases/conditions.ts';
import { decideAddPerson } from '../../src/cases/steps/share.ts';
import { FIELDS, fieldsOf, type FieldName } from '../../src/cases/fields.ts';
import { codeLabel } from '../../src/cases/pages/field-codes.ts';
import { keptPage } from '../../src/cases/pages/kept-page.tsx';
import { faultLinks } from '../../src/cases/pages/faults.ts';
import { isCaseStep, REVIEW, stepPath, TEMPLATES } from '../../src/cases/pages/paths.ts';
import { NIGHT_CARD } from '../../src/reports/public.ts';
import { CASE_ROUTES } from '../../src/cases/pages/routes.tsx';
import { StepPage } from '../../src/cases/pages/step-page.tsx';
import { mergeTexts } from '../../src/cases/texts/merge-page.ts';
import type { OpenCase } from '../../src/cases/queries/models.ts';
import { STEP_KEYS, WORKFLOW, type StepKey } from '../../src/cases/workflow.ts';
import { refuse } from '../../src/kernel/outcome.ts';
import { LANGUAGES } from '../../src/kernel/texts.ts';
import { NotHere } from '../../src/web/route.tsx';
import { MissingPage } from '../../src/web/staff/fault-pages.tsx';
import { faultTexts } from '../../src/web/staff/texts.ts';
import { renderDocument } from '../../src/web/ui/document.tsx';
import { wellNested } from '../support/nesting.ts';
import { asksExpert, answersBack, protect, addPerson, assessCapacity, assessing, awaitPolice, changePerson, childDuty, classified, classify, closed, closing, conclude, confirm, confirmTransfer, consents, declare, draft, edit, finalise, followingUp, grade, grant, interprets, handOver, investigating, join, lookOver, markFactors, measure, minute, notACase, proposeClosing, reserves, note, othersConsent, pinNote, proposeLowering, raise, received, share, suspectChanged, transfer, warn, withdraw, writeCard, writePlan, restrict } from './acts.ts';
import { FILE, jorunn, kari, lise, omar, OPENING, petter, START, UNKNOWN, type Journal } from './journal.ts';
import { knownFor } from '../../src/cases/pages/known.ts';
import { contentFor, questionFor, requestOf, type Asked } from './pages-case.ts';

/** Of which every minimum figure is missing when it is to be closed. */
const NOTHING_SAID = { ...OPENING, start: UNKNOWN };
const STEPS = STEP_KEYS.filter(isCaseStep);
type CaseStep = (typeof STEPS)[number];
const html = (page: ReactElement) => wellNested(renderDocument(page));
const page = (step: CaseStep, model: OpenCase, asked: Asked = {}) => html(<StepPage model={model} request={requestOf({ path: stepPath(FILE, step), ...asked })} />);
const words = (text: string) => text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const names = (text: string) => new Set([...text.matchAll(/<(?:input|textarea|select|button)[^>]* name="(\w+)"/g)].map(([, name]) => name));

const after = (file: Journal, ...acts: readonly (readonly [CaseActor, Parameters<Journal['by']>[1]])[]): Journal => {
  for (const [actor, act] of acts) file.by(actor, act);
  return file;
};

/** The person's own consent, to some of it. */
const PARTIAL = [kari, consents('c7', { consentStatus: 'DELVIS', covers: 'At kontoen tømmes', consentTo: 'Banken' })] as const;

/** A case in which each step is open to somebody. */
const WHERE: Readonly<Record<CaseStep, () => readonly [CaseActor, Journal]>> = {
  declareImpartiality: () => [kari, assessing()], raiseAkutt: () => [kari, assessing()], reviewAkutt: () => [kari, after(assessing(), [kari, raise()])],
  lowerAkutt: () => [lise, after(assessing(), [kari, raise()])], handOver: () => [jorunn, received()], readHandover: () => [petter, after(received(), [jorunn, handOver])], proposeTransfer: () => [kari, after(assessing(), [kari, reserves()])],
  confirmTransfer: () => [lise, after(assessing(), [kari, raise()], [kari, transfer])], confirmReceipt: () => [kari, after(assessing(), [kari, transfer], [lise, confirmTransfer])],
  proposeClassification: () => [kari, assessing()], classifyProvisionally: () => [kari, assessing()], confirmClassification: () => [lise, after(assessing(), [kari, classify()])],
  proposeNotACase: () => [kari, assessing()], adviseOnly: () => [jorunn, received()], confirmNotACase: () => [lise, after(assessing(), [kari, notACase({ notACaseReason: 'FEILREGISTRERT' })])], changeLead: () => [kari, classified()], startInvestigation: () => [lise, classified()],
  proposeReclassification: () => [kari, classified()], awaitPolice: () => [lise, investigating()], checkPolice: () => [lise, after(investigating(), [lise, awaitPolice()])], resumeInvestigation: () => [lise, after(investigating(), [lise, awaitPolice()])],
  investigateAgain: () => [lise, followingUp()], actAgain: () => [lise, followingUp()], reopenCase: () => [petter, closed()],
  concludeInvestigation: () => [lise, after(investigating(), [lise, measure()], [kari, minute()])], decideMeasure: () => [lise, classified()], updateMeasure: () => [lise, after(investigating(), [lise, measure()])],
  startFollowUp: () => [lise, after(investigating(), [lise, measure()], [lise, conclude])], recordFollowUp: () => [lise, followingUp()], proposeClosing: () => [lise, followingUp(NOTHING_SAID)], proposeEarlyClosing: () => [lise, classified({}, NOTHING_SAID)],
  returnClosing: () => [lise, closing()], closeCase: () => [petter, after(investigating(NOTHING_SAID), [lise, proposeClosing({ reasons: ['FEILREGISTRERT'] })], [petter, declare()])], writeNote: () => [lise, classified()], correctNote: () => [lise, after(classified(), [lise, note()])],
  recordPerson: () => [kari, classified()], closeWay: () => [kari, classified()], addPerson: () => [kari, classified()], changePerson: () => [kari, after(classified(), [kari, addPerson()])], assessCapacity: () => [kari, classified()], recordConsent: () => [kari, after(classified(), [kari, interprets()])],
  recordOthersConsent: () => [kari, after(classified(), [kari, addPerson()], [kari, interprets()])], withdrawConsent: () => [kari, after(classified(), [kari, consents()])], discloseOut: () => [kari, after(classified(), PARTIAL, [kari, reserves()])], discloseIn: () => [kari, classified()],
  reviewDisclosure: () => [kari, after(classified(), [kari, addPerson('unni', ['PARORENDE'])], [kari, assessCapacity()], [kari, othersConsent()], [kari, share('SAMTYKKE_PARORENDE')], [kari, changePerson()], PARTIAL, [kari, reserves()])],
  askExpert: () => [kari, after(classified(), PARTIAL, [kari, reserves()])], renewExpertCode: () => [kari, after(classified(), [kari, consents()], [kari, asksExpert('SAMTYKKE')], [kari, withdraw()], PARTIAL, [kari, reserves()])], withdrawExpert: () => [kari, after(classified(), [kari, asksExpert()])],
  readExpertAnswer: () => [kari, after(classified(), [kari, asksExpert()], [kari, answersBack()])],
  pinNote: () => [lise, after(classified(), [lise, note()])], unpinNote: () => [lise, after(classified(), [lise, note()], [lise, pinNote()])], writeWarning: () => [lise, classified()], reviewWarning: () => [lise, after(classified(), [lise, warn()], [lise, lookOver()])],
  seeReporter: () => [kari, classified()], protectAddress: () => [kari, classified()], proposeLowering: () => [kari, after(classified(), [kari, grade()])], confirmLowering: () => [lise, after(classified(), [kari, grade()], [kari, proposeLowering()])],
  draftDocument: () => [lise, after(classified(), [lise, writePlan('p1', { safeContact: 'Digipost' })], PARTIAL, [lise, reserves()])], editDocument: () => [lise, after(classified(), [lise, draft()])], finaliseDocument: () => [lise, after(classified(), [lise, writePlan('p1', { safeContact: 'Digipost' })], [kari, consents()], [lise, draft('b1', { letter: 'ANMODNING', delivery: 'POST', basis: 'SAMTYKKE', docTo: 'Banken' })], [lise, edit()], [kari, withdraw()], PARTIAL, [lise, reserves()])],
  recordSending: () => [lise, after(classified(), [lise, draft()], [lise, edit()], [lise, finalise()])],
  writeNightCard: () => [lise, classified()], removeNightCard: () => [lise, after(classified(), [lise, writeCard()])],
  askForMeeting: () => [lise, classified()],
  readReport: () => [lise, after(classified(), [kari, join()])],
  assessRisk: () => [kari, classified()], markRiskFactors: () => [lise, after(classified(), [kari, markFactors()])], writeSafetyPlan: () => [lise, after(classified(), [kari, writePlan()], [kari, suspectChanged()])],
  reviewSafetyPlan: () => [lise, after(classified(), [kari, writePlan()])], suspectChanged: () => [lise, classified()], postponeSafetyPlan: () => [lise, classified()], recordProtection: () => [lise, classified()],
  renewProtection: () => [lise, after(classified(), [kari, protect()])], endProtection: () => [lise, after(classified(), [kari, protect()])],
  informPerson: () => [kari, classified()], informSuspect: () => [kari, classified()], recordWish: () => [kari, classified()], recordDeclined: () => [kari, classified()],
  answerAverting: () => [kari, classified()], recordChildDuty: () => [kari, classified()], recordChildFeedback: () => [kari, after(classified(), [kari, childDuty()])],
  recordServiceDuty: () => [kari, after(classified(), [kari, (state, ctx) => decideAddPerson(state, { relatedId: 'nattevakt', relatedName: 'En nattevakt', parts: ['MISTENKT'], relation: 'ANSATT' }, ctx, () => [])])],
  tellReceiver: () => [kari, after(classified(), [lise, share('FVL_13B_5', 'd1')], [kari, restrict()])],
  restrictUse: () => [kari, classified()], liftRestriction: () => [kari, after(classified(), [kari, restrict()])], useRestricted: () => [lise, after(classified(), [kari, restrict()])], recordObjection: () => [kari, classified()], recordFiguresWish: () => [kari, classified()], recordReservation: () => [kari, classified()], recordCoordination: () => [kari, classified()], recordInterpreter: () => [kari, classified()],
  grantAccess: () => [kari, assessing()], endAccess: () => [kari, after(assessing(), [kari, grant(omar)])],
};

function open(step: CaseStep): { actor: CaseActor; model: OpenCase } {
  const [actor, file] = WHERE[step]();
  return { actor, model: contentFor(actor, file) };
}

describe('the form of a step', () => {
  test.each(STEPS.filter((step) => step !== 'readHandover'))('%s asks for every field that its command takes, and posts nothing else', (step) => {
    const { actor, model } = open(step);
    const asked = names(page(step, model, { actor }));
    // asked of whoever closes alone (alone.test.ts)
    const wanted: readonly string[] = fieldsOf(WORKFLOW[step]).filter((name) => name !== 'aloneWhy');
    for (const field of wanted) expect(asked).toContain(field);
    const more = ['newId', 'formId', 'toldTimes', 'codesGiven', 'proposal', 'measureId', 'planVersion'];
    expect([...asked].filter((name) => name !== undefined && !wanted.includes(name) && !more.includes(name))).toEqual([]);
  });

  test('of a consent that only the report tells somebody else gave begins without it, and with the person’s own: nobody is refused what they never chose', () => {
    const begins = (consent: 'PARORENDE' | 'GITT_MUNTLIG') => knownFor('proposeClassification', contentFor(kari, assessing({ ...OPENING, start: { ...START, consent } })), {}, 'nb').values.consent;
    expect([begins('PARORENDE'), begins('GITT_MUNTLIG')]).toEqual([undefined, 'GITT_MUNTLIG']);
  });

  test('that shares something asks on which consent, where one stands: the only one is chosen, of two nobody chooses for them', () => {
    const consenting = (...all: readonly (readonly [CaseActor, Parameters<Journal['by']>[1]])[]) => page('discloseOut', contentFor(kari, after(classified(), ...all)), { actor: kari });
    const [none, one, two] = [consenting(), consenting([kari, consents()]), consenting([kari, consents()], PARTIAL)];
    expect(names(none)).not.toContain('restsOn');
    expect(one).toMatch(/<input(?=[^>]*name="restsOn")(?=[^>]*value="c1")(?=[^>]*checked)/);
    expect(words(one)).toContain('Samtykket som gjelder nå');
    expect(names(one), 'the whole of it').not.toContain('withinConsent');
    expect(two).not.toMatch(/<input(?=[^>]*name="restsOn")(?=[^>]*checked)/);
    expect(words(two)).toMatch(/Samtykkene som gjelder nå.*Om pengene, med banken.*At kontoen tømmes.*Hvem kan få vite det\? Banken/);
  });

  test('classifying shows what the region itself says of must, should and may', () => {
    const { model } = open('proposeClassification');
    if (model.mustDeclare) throw new Error('the question comes first');
    const own = { ...model, caseTypeWords: { ...model.caseTypeWords, KAN: { nb: 'Hos oss: bare råd.', nn: 'Hos oss: berre råd.', en: 'With us: advice only.' } } };
    for (const lang of LANGUAGES) expect(words(page('proposeClassification', own, { lang }))).toContain(own.caseTypeWords.KAN[lang]);
  });

  test.each(STEPS)('%s has at most five required questions in sight', (step) => {
    const { actor, model } = open(step);
    const sight = page(step, model, { actor }).replace(/<div class="vv-revealed".*?<\/div><\/div>/g, '');
    expect(sight.match(/\(må fylles ut\)/g)?.length ?? 0).toBeLessThanOrEqual(5);
  });

  test.each(LANGUAGES)('is whole in %s', (lang) => {
    for (const step of STEPS) {
      const { actor, model } = open(step);
      expect(words(page(step, model, { actor, lang }))).not.toMatch(/undefined|\[object|NaN/);
    }
  });

  test('every answer one can choose has words in all three languages', () => {
    for (const [name, rule] of Object.entries(FIELDS)) {
      if (rule.kind !== 'code' && rule.kind !== 'codes') continue;
      for (const code of rule.codes) for (const lang of LANGUAGES) expect(codeLabel(name as FieldName, code, lang)).not.toBe(code); // a key of FIELDS
    }
  });

  test('begins with what is known, and says where it comes from', () => {
    const { actor, model } = open('proposeClassification');
    const text = page('proposeClassification', model, { actor });
    expect(text).toMatch(/<textarea[^>]*name="wish"[^>]*>Vil bo hjemme<\/textarea>/);
    expect(text).toMatch(/<option value="DELVIS" selected=""/);
    expect(words(text)).toContain('Hentet fra bekymringen. Se at det stemmer.');
  });

  test('whoever disagrees with a proposal begins from it, and is told that it will take its place', () => {
    const file = after(assessing(), [kari, classify()]);
    const text = page('proposeClassification', contentFor(lise, file), { actor: lise });
    expect(text).toContain('>Pengene forsvinner.</textarea>');
    expect(words(text)).toContain('Et forslag venter allerede');
  });

  test('before follow-up only reasons that leave nothing to follow up are offered', () => {
    const { actor, model } = open('proposeEarlyClosing');
    const text = page('proposeEarlyClosing', model, { actor });
    expect(text).toContain('value="DOD"');
    expect(text).not.toContain('value="VOLD_STANSET"');
  });
});

describe('two people’s steps', () => {
  test('show the whole proposal first, and carry the number of the one that was read', () => {
    const { actor, model } = open('confirmClassification');
    const text = page('confirmClassification', model, { actor });
    expect(text).toContain('name="proposal" value="1"');
    for (const part of ['Må-sak', 'Pengene forsvinner.', 'Vil bo hjemme', 'Gitt for deler', 'Lise Aune', 'Kari Nes']) expect(words(text)).toContain(part);
  });

  test('so does closing', () => {
    const { actor, model } = open('closeCase');
    const text = page('closeCase', model, { actor });
    expect(text).toMatch(/name="proposal" value="2"/);
    for (const part of ['Feilregistrert', 'Liten', 'Hjemmetjenesten']) expect(words(text)).toContain(part);
  });

  test('and refusing to be a case', () => {
    const { actor, model } = open('confirmNotACase');
    expect(words(page('confirmNotACase', model, { actor }))).toContain('Snakk med henne alene.');
  });
});

describe('nothing that was written is lost', () => {
  const typed = [['caseType', 'BOR'], ['wish', 'Vil være i fred'], ['grounds', 'En lang grunn'], ['criteria', 'VOKSEN'], ['criteria', 'BEHOV'], ['lead', omar.userId]] as const;

  test('a refused form comes back with every answer, and says what is missing at its place and on top', () => {
    const { actor, model } = open('proposeClassification');
    const text = page('proposeClassification', model, { actor, form: typed, refused: refuse('bad_input', { consent: 'missing', gender: 'not_offered' }) });
    for (const kept of ['>Vil være i fred</textarea>', '>En lang grunn</textarea>']) expect(text).toContain(kept);
    for (const chosen of ['VOKSEN', 'BEHOV', 'BOR', omar.userId]) expect(text).toMatch(new RegExp(`value="${chosen}"[^>]*checked|checked[^>]*value="${chosen}"`));
    expect(text).toContain('href="#consent"');
    expect(text).toMatch(/<details[^>]*open=""/);
    expect(words(text)).toContain('Samtykker personen til å dele? Fyll ut dette.');
  });

  test('a form whose step closed meanwhile shows why, and the words that were not saved', () => {
    const file = after(assessing(), [kari, classify()], [lise, confirm()]);
    const text = words(page('proposeClassification', contentFor(kari, file), { form: typed, refused: refuse('already_classified') }));
    expect(text).toContain('To personer har allerede bekreftet klassifiseringen');
    expect(text).toContain('En lang grunn');
    expect(text).toContain('Det er ikke lagret');
  });

  test('and a case that went out of reach gives them back without a word of the case', () => {
    const text = html(keptPage(requestOf({ path: stepPath(FILE, 'writeNote'), form: [['text', 'Snakket med henne i dag']] }), 'gone') ?? expect.fail('nothing is kept'));
    expect(text).toContain('Snakket med henne i dag');
    expect(text).not.toContain('2026-K7QF3M');
  });

  test('a note that is sent twice is the same note', () => {
    const { actor, model } = open('writeNote');
    const first = /name="newId" value="([^"]+)"/.exec(page('writeNote', model, { actor }))?.[1] ?? '';
    const again = page('writeNote', { ...model, newId: '90000000-0000-4000-8000-000000000002' } as OpenCase, { actor, form: [['newId', first], ['text', '']], refused: refuse('bad_input', { text: 'missing' }) }); // the same model with another id
    expect(again).toContain(`name="newId" value="${first}"`);
  });
});

describe('what the form of a step carries beside its answers', () => {
  const formId = (text: string) => /name="formId" value="([^"]+)"/.exec(text)?.[1];
  const other = (model: OpenCase) => ({ ...model, newId: '90000000-0000-4000-8000-000000000002' }) as OpenCase; // the same model with another id

  test('an id of its own, kept when it is refused: pressed twice it writes once', () => {
    for (const step of ['recordFollowUp', 'assessCapacity', 'recordChildFeedback', 'checkPolice', 'updateMeasure', 'proposeClosing'] as const) {
      const { actor, model } = open(step);
      const first = formId(page(step, model, { actor })) ?? expect.fail(step);
      expect(formId(page(step, other(model), { actor, form: [['formId', first]], refused: refuse('bad_input', {}) }))).toBe(first);
      expect(formId(page(step, other(model), { actor }))).not.toBe(first);
    }
    const { actor, model } = open('writeNote');
    expect(formId(page('raiseAkutt', questionFor(kari, assessing()), { actor: kari })), 'the alarm, before a word is read').toBeDefined();
    expect(formId(page('writeNote', model, { actor }))).toBeDefined();
  });

  test('how much of a duty it was opened with, until somebody is told that there is more', () => {
    const { actor, model } = open('answerAverting');
    const times = (asked: Asked = {}) => /name="toldTimes" value="(\d+)"/.exec(page('answerAverting', model, { actor, ...asked }))?.[1];
    const now = times() ?? expect.fail('nothing is counted');
    expect(times({ form: [['toldTimes', '77']], refused: refuse('bad_input', {}) })).toBe('77');
    expect(times({ form: [['toldTimes', '77']], refused: refuse('told_meanwhile') })).toBe(now);
  });
});

test('a step that is closed tells why instead of showing a form', () => {
  const text = page('closeCase', contentFor(kari, assessing()));
  expect(text).not.toContain('name="learning"');
  expect(words(text)).toContain('Dette steget passer ikke der saken står nå');
});

test('a step that does not fit where the case stands says only that: what stands open is nothing to whoever ends nothing', () => {
  const open = after(classified(), [kari, protect()]);
  expect(words(page('proposeTransfer', contentFor(kari, open)))).not.toContain('Dette står åpent');
  expect(words(page('proposeEarlyClosing', contentFor(lise, open)))).toContain('Dette står åpent');
});

test('whoever chooses a case lead in a proposal is told when that one can read the case, and so is the one who tries to: nobody thinks that the case is lost', () => {
  expect(words(page('proposeClassification', contentFor(kari, assessing())))).toContain('En som ikke har saken fra før, kan lese den først når forslaget er bekreftet.');
  expect(words(page('changeLead', contentFor(kari, classified())))).not.toContain('når forslaget er bekreftet');
  expect(words(page('classifyProvisionally', contentFor(kari, assessing()))), 'counts at once').not.toContain('når forslaget er bekreftet');
  for (const lang of LANGUAGES) {
    const missing = (path: string) => renderDocument(<MissingPage lang={lang} path={path} />);
    expect([missing(`/saker/${FILE}`), missing('/saker/x')].map((one) => one.includes(faultTexts[lang].missingCase)), 'whether the case is there or not').toEqual([true, true]);
    expect(missing('/mottak/x')).not.toContain(faultTexts[lang].missingCase);
  }
});

test('danger is told of before the question about impartiality, and the form shows nothing of the case', () => {
  const text = page('raiseAkutt', questionFor(petter, classified()), { actor: petter });
  expect(text).toContain('name="danger"');
  expect(text).not.toContain('Borghild');
  expect(page('writeNote', questionFor(petter, classified()), { actor: petter })).not.toContain('name="text"');
});

test('every step of the table has one address to read and one to send to', () => {
  const posts = CASE_ROUTES.filter(({ method }) => method === 'POST').map(({ path }) => path);
  expect(posts.filter((path) => !path.includes('/melding/') && path !== NIGHT_CARD && path !== '/saker/:id/skriver' && !path.startsWith('/teammote') && !path.startsWith('/ansatte') && !path.endsWith('/sla-sammen') && path !== TEMPLATES && path !== REVIEW && !path.includes('/hele'))).toEqual(['/saker/ny', '/saker/kun-rad', '/saker/:id/bekymring', ...STEPS.map((step: StepKey) => `/saker/:id/steg/${step}`)]);
});

test('a form that would put right a report which the case does not hold is not there: it would correct the case itself without a word', () => {
  const file = after(followingUp(), [kari, join()]);
  const [joined] = file.state().joined;
  const asks = (query: string) => page('recordPerson', contentFor(kari, file), { path: stepPath(FILE, 'recordPerson'), query });
  expect(asks(`melding=${joined?.report ?? ''}`)).toContain(`name="saidIn" value="${joined?.report ?? 'none'}"`);
  expect(asks('')).toContain('name="saidIn" value=""');
  expect(() => asks('melding=00000000-0000-4000-8000-000000000099')).toThrow(NotHere);
});

test('whom one has rung is marked as needed where the case is Akutt, and not asked for where it is not: nobody learns it from an error', () => {
  const form = (file: Journal) => words(page('confirmTransfer', contentFor(lise, file)));
  expect(form(after(assessing(), [kari, raise()], [kari, transfer]))).toMatch(/Hvem hos mottakeren er ringt\? \(må fylles ut\).*Når ringte dere\? \(må fylles ut\)/);
  expect(form(after(assessing(), [kari, transfer]))).not.toContain('Hvem hos mottakeren');
});

test('what is wrong is listed by the question that stands on the page: nobody looks for a «Hvorfor?» that is not there', () => {
  const missing = { ok: false, code: 'bad_input', fields: { grounds: 'missing' } } as const;
  expect(faultLinks(missing, ['grounds'], 'nb', { grounds: mergeTexts.nb.grounds })).toEqual([{ field: 'grounds', text: 'Hvordan vet dere at det er samme person? Fyll ut dette.' }]);
  expect(faultLinks(missing, ['grounds'], 'nb')).toEqual([{ field: 'grounds', text: 'Hvorfor? Fyll ut dette.' }]);
});
