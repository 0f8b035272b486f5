import { expect, test } from 'vitest';
import { decideDiscloseOut } from '../../src/cases/steps/share.ts';
import { StepPage } from '../../src/cases/pages/step-page.tsx';
import { ContactCard } from '../../src/cases/pages/contact-card.tsx';
import { stepPath } from '../../src/cases/pages/paths.ts';
import { renderDocument } from '../../src/web/ui/document.tsx';
import { LANGUAGES } from '../../src/kernel/texts.ts';
import { DELIVERY } from '../../src/cases/choices/document.ts';
import type { ToHealthAnswer } from '../../src/cases/reservation.ts';
import { addPerson, asksExpert, assessCapacity, assessing, changePerson, classified, closed, closeWay, confirmTransfer, draft, edit, finalise, judgeAnew, mergeInto, newCode, othersConsent, reserves, share, takeIn, transferWith, writePlan } from './acts.ts';
import { FILE, journal, jorunn, kari, lise, type Journal } from './journal.ts';
import { contentFor, REPORTED, requestOf } from './pages-case.ts';

const page = (file: Journal, step: 'discloseOut' | 'draftDocument' | 'recordSending' | 'proposeTransfer' | 'reviewDisclosure', lang: (typeof LANGUAGES)[number] = 'nb') => renderDocument(<StepPage model={contentFor(lise, file)} request={requestOf({ path: stepPath(FILE, step), actor: lise, lang })} />);
const out = (answer: ToHealthAnswer = {}, basis: Parameters<typeof share>[0] = 'FVL_13B_7') => (state: Parameters<typeof decideDiscloseOut>[0], ctx: Parameters<typeof decideDiscloseOut>[2]) =>
  decideDiscloseOut(state, { disclosureId: 'd9', organ: 'Legevakta', basis, shared: 'At hun er redd', grounds: 'Fare', personInformed: 'JA', ...answer }, ctx);

test('hpl § 29: what the person objects to is written by whoever hears it, once, and is over when it is taken back', () => {
  const file = classified();
  for (const _twice of [1, 2]) file.by(kari, reserves('HELSEPERSONELL', { reservationAbout: 'Ikke til fastlegen' }));
  file.by(kari, reserves('DIGITAL'));
  expect(file.events.filter(({ type }) => type === 'ReservationRecorded')).toHaveLength(2);
  expect(file.state().reservations).toMatchObject([{ reservation: 'HELSEPERSONELL', about: 'Ikke til fastlegen', by: kari.userId }, { reservation: 'DIGITAL' }]);
  for (const _twice of [1, 2]) file.by(lise, reserves('HELSEPERSONELL', { reservationStands: 'TRUKKET' }));
  expect(file.events.filter(({ type }) => type === 'ReservationRecorded')).toHaveLength(3);
  expect(file.state().reservations.map(({ reservation }) => reservation)).toEqual(['DIGITAL']);
});

test('a no is heard in a closed case as well, and follows the person into the case that goes on', () => {
  const over = closed();
  over.by(kari, reserves());
  expect(over.state()).toMatchObject({ status: 'AVSLUTTET', reservations: [{ reservation: 'HELSEPERSONELL' }] });
  const [ended, goesOn] = [classified(), classified()];
  ended.by(kari, reserves('DIGITAL'));
  expect(goesOn.by(kari, takeIn(ended.state())).reservations.map(({ reservation }) => reservation)).toEqual(['DIGITAL']);
  ended.by(kari, mergeInto(goesOn.state()));
  expect(ended.tries(kari, reserves()), 'where the case went on it is said').toBeDefined();
});

test('hpl § 29: a merge narrows no no: the one to all stands whichever case it was said in, and of two that name somebody both are kept', () => {
  const no = (...said: readonly (string | undefined)[]) => said.reduce((file, reservationAbout) => { file.by(kari, reserves('HELSEPERSONELL', { reservationAbout })); return file; }, classified());
  const merged = (goesOn: Journal, ended: Journal) => goesOn.by(kari, takeIn(ended.state())).reservations.map(({ about }) => about);
  expect(merged(no('Bare fastlegen'), no(undefined))).toEqual([undefined]);
  expect(merged(no(undefined), no('Bare fastlegen'))).toEqual([undefined]);
  expect(merged(no('Fastlegen'), no('Legevakta'))).toEqual(['Fastlegen / Legevakta']);
  expect(merged(no('Fastlegen'), no('Fastlegen'))).toEqual(['Fastlegen']);
});

test('hpl § 29: while the person objects, nothing is shared before somebody has said whether health personnel get it, and on which weighty grounds', () => {
  const file = classified();
  expect(file.tries(kari, out()), 'asked of nobody who objects to nothing').toBeUndefined();
  file.by(kari, reserves());
  const tries = (answer: ToHealthAnswer, basis?: Parameters<typeof share>[0]) => file.tries(kari, (state, ctx) => decideDiscloseOut(state, { disclosureId: `d-${JSON.stringify(answer)}${basis ?? ''}`, organ: 'Legevakta', basis: basis ?? 'FVL_13B_7', shared: 'At hun er redd', grounds: 'Fare', personInformed: 'JA', ...answer }, ctx));
  expect(tries({})).toBe('health_objection');
  expect(tries({ toHealth: 'JA' })).toBe('health_objection');
  expect(tries({ toHealth: 'JA', despiteObjection: ' ' })).toBe('health_objection');
  expect(tries({ toHealth: 'NEI' }, 'HPL_25'), 'what is shared for health care goes to health personnel').toBe('health_objection');
  expect(tries({ toHealth: 'NEI' })).toBeUndefined();
  expect(file.state().disclosures.at(-1)).not.toHaveProperty('despiteObjection');
  expect(tries({ toHealth: 'JA', despiteObjection: 'Hun kan dø i natt.' })).toBeUndefined();
  expect(file.state().disclosures.at(-1)).toMatchObject({ despiteObjection: 'Hun kan dø i natt.' });
  file.by(kari, reserves('HELSEPERSONELL', { reservationStands: 'TRUKKET' }));
  expect(file.tries(kari, out({}, 'HPL_25'))).toBeUndefined();
});

test('hpl § 29: a question to a professional outside, and a letter that health personnel read, ask the same', () => {
  const file = classified();
  file.by(kari, reserves());
  expect(file.tries(kari, asksExpert())).toBe('health_objection');
  expect(file.tries(kari, asksExpert('FVL_13B_7', 'x1', { toHealth: 'NEI' }))).toBeUndefined();
  expect(file.tries(lise, draft('b1', { delivery: 'HELSE' })), 'handed over at the doctor’s').toBe('health_objection');
  expect(file.tries(lise, draft('b1', { letter: 'ANMODNING', delivery: 'POST', basis: 'FVL_13B_7' }))).toBe('health_objection');
  expect(file.tries(lise, draft('b2')), 'a letter that is given in a meeting').toBeUndefined();
  file.by(lise, edit('b2'));
  expect(file.tries(lise, finalise('b2', { delivery: 'HELSE' })), 'the way was changed').toBe('health_objection');
  file.by(lise, finalise('b2', { delivery: 'HELSE', despiteObjection: 'Hun møter ingen andre.' }));
  expect(file.state().documents.find(({ documentId }) => documentId === 'b2')).toMatchObject({ delivery: 'HELSE', despiteObjection: 'Hun møter ingen andre.' });
});

test('hpl § 29: a transfer to another municipality, and health care as the new basis of what was shared, ask the same', () => {
  const file = assessing();
  file.by(kari, reserves());
  expect(file.tries(kari, transferWith())).toBe('health_objection');
  expect(file.tries(kari, transferWith({ toHealth: 'NEI', basis: 'HPL_25' })), 'for health care').toBe('health_objection');
  expect(file.tries(kari, transferWith({ toHealth: 'NEI' }))).toBeUndefined();
  file.by(kari, transferWith({ toHealth: 'JA', despiteObjection: 'Hun kan dø i natt.' }));
  expect(file.state().proposal).toMatchObject({ transfer: { despiteObjection: 'Hun kan dø i natt.' } });
  expect(file.tries(lise, confirmTransfer)).toBeUndefined();
  const between = assessing();
  between.by(kari, transferWith());
  between.by(kari, reserves());
  expect(between.tries(lise, confirmTransfer), 'said between the two').toBe('objected_since');

  const fell = classified();
  fell.by(kari, addPerson());
  fell.by(kari, assessCapacity());
  fell.by(kari, othersConsent());
  fell.by(kari, share('SAMTYKKE_PARORENDE'));
  fell.by(kari, changePerson());
  fell.by(kari, reserves());
  expect(fell.tries(kari, judgeAnew({ basis: 'HPL_25' }))).toBe('health_objection');
  expect(fell.by(kari, judgeAnew({ basis: 'HPL_25', despiteObjection: 'Hun kan dø i natt.' })).disclosures.at(-1)?.review).toMatchObject({ basis: 'HPL_25', despiteObjection: 'Hun kan dø i natt.' });
});

test('hpl § 29: whoever records how a letter was sent, transfers, or judges sharing anew, reads what the person has said no to', () => {
  for (const step of ['recordSending', 'proposeTransfer', 'reviewDisclosure'] as const) {
    const file = assessing();
    const shown = () => page(file, step);
    expect(shown(), step).not.toContain('Ikke til Dr. Ås');
    file.by(kari, reserves('HELSEPERSONELL', { reservationAbout: 'Ikke til Dr. Ås' }));
    expect(shown(), step).toContain('Ikke til Dr. Ås');
  }
});

test('eForvaltningsforskriften §§ 8, 9: a letter goes digitally only on a way that was given for something digital, which the journal keeps, and never to one who said no', () => {
  const file = classified();
  const given = [REPORTED];
  expect(file.tries(lise, draft('b0', { delivery: 'DIGITAL' }, given)), 'the day centre on Tuesdays is no leave to write an e-mail').toBe('no_digital_way');
  for (const [way, digital] of [['Skriv til post@eksempel.no', true], ['SMS til jobbtelefonen', true], ['Ring etter kl. 10. Digipost går bra.', true], ['Ring jobben, aldri e-post', false], ['I posten til søsteren', false], ['Ikke SMS. Ring.', false], ['Ingen e-post', false], ['Don’t send e-mail', false]] as const) {
    const one = classified();
    one.by(kari, writePlan('p1', { safeContact: way }));
    expect(one.tries(lise, draft('b1', { delivery: 'DIGITAL' })), way).toBe(digital ? undefined : 'no_digital_way');
    expect(one.state().documents.map(({ digitalWay }) => digitalWay), 'the only one is chosen').toEqual(digital ? [way] : []);
  }
  file.by(kari, writePlan('p1', { safeContact: 'Digipost' }));
  expect(file.tries(lise, draft('b1', { letter: 'TILBAKEMELDING', delivery: 'DIGITAL' }, given)), 'a way to the person').toBe('bad_input');
  expect(file.tries(lise, draft('b1', { delivery: 'DIGITAL', digitalWay: 'Facebook' }, given)), 'a way that nobody gave').toBe('no_digital_way');
  const two = [{ ...REPORTED, safeContact: 'SMS om kvelden' }];
  expect(file.tries(lise, draft('b1', { delivery: 'DIGITAL' }, two)), 'of two nobody chooses for them').toBe('bad_input');
  file.by(lise, draft('b2', { delivery: 'DIGITAL', digitalWay: 'digipost ' }, two));
  expect(file.state().documents[0]?.digitalWay).toBe('Digipost');
  file.by(lise, edit('b2'));
  file.by(kari, closeWay('Digipost'));
  expect(file.tries(lise, finalise('b2', { delivery: 'DIGITAL', digitalWay: 'Digipost' }, two)), 'it is safe no longer').toBe('no_digital_way');
  file.by(kari, reserves('DIGITAL'));
  expect(file.tries(lise, draft('b3', { delivery: 'DIGITAL' }, two))).toBe('reserved_digital');
  expect(file.tries(lise, finalise('b2', { delivery: 'DIGITAL' }, two)), 'begun before the person said no').toBe('reserved_digital');
  expect(file.tries(lise, finalise('b2', { delivery: 'MOTE' }, two))).toBeUndefined();
  expect(file.state().documents[0]?.digitalWay, 'it went another way').toBeUndefined();
});

test('hpl § 29: another code for a professional is asked about as the first one was, also what the person has said no to since', () => {
  const file = classified();
  file.by(lise, asksExpert());
  file.by(lise, newCode());
  file.by(kari, reserves('HELSEPERSONELL'));
  expect(file.tries(lise, newCode())).toBe('health_objection');
  expect(file.tries(lise, newCode('x1', { toHealth: 'JA' }))).toBe('health_objection');
  expect(file.tries(lise, newCode('x1', { toHealth: 'NEI' }))).toBeUndefined();
  file.by(lise, newCode('x1', { toHealth: 'JA', despiteObjection: 'Hun kan dø av det.' }));
  expect(file.events.at(-1)).toMatchObject({ type: 'ExpertCodeRenewed', content: { despiteObjection: 'Hun kan dø av det.' } });
});

test('nobody is offered a digital way to one who said no, and everybody is told so where they write and where they would call', () => {
  const file = classified();
  file.by(lise, writePlan('p1', { safeContact: 'Digipost' }));
  const offered = (text: string) => DELIVERY.codes.filter((code) => new RegExp(`value="${code}"`).test(text));
  expect(offered(page(file, 'draftDocument'))).toContain('DIGITAL');
  expect(page(file, 'discloseOut')).not.toContain('name="toHealth"');
  file.by(kari, reserves('DIGITAL'));
  file.by(kari, reserves('HELSEPERSONELL', { reservationAbout: 'Ikke til Dr. Ås' }));
  expect(offered(page(file, 'draftDocument'))).toEqual(DELIVERY.codes.filter((code) => code !== 'DIGITAL'));
  for (const lang of LANGUAGES) {
    expect(page(file, 'discloseOut', lang)).toContain('Ikke til Dr. Ås');
    expect(page(file, 'draftDocument', lang)).toContain('SvarUt');
    const card = renderDocument(<ContactCard model={contentFor(kari, file)} lang={lang} />);
    expect(card).toContain('Ikke til Dr. Ås');
  }
  expect(page(file, 'discloseOut')).toContain('name="toHealth"');
});

test('reception writes down what it hears on the phone', () => {
  expect(journal(jorunn).tries(jorunn, reserves())).toBeUndefined();
});
