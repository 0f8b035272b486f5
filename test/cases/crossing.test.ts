import { describe, expect, test } from 'vitest';
import { clocks } from '../../src/cases/clocks.ts';
import type { CaseState } from '../../src/cases/case.ts';
import type { DecisionContext } from '../../src/cases/conditions.ts';
import { contentOfCase, protectionEntries, protectionFrom, protectionSent, protectionSince, rightsEntries, rightsFrom } from '../../src/cases/crossing.ts';
import { dayNeed } from '../../src/cases/day.ts';
import { decideJoinReport } from '../../src/cases/joining.ts';
import { nextSteps } from '../../src/cases/next-steps.ts';
import { projectCase } from '../../src/cases/projection.ts';
import { namedOnly, protectionOf } from '../../src/cases/secrecy.ts';
import { akuttFromReports, startFromReports } from '../../src/cases/start.ts';
import { decideAddPerson } from '../../src/cases/steps/share.ts';
import { done } from '../../src/kernel/outcome.ts';
import { addMs, DAY_MS, HOUR, MINUTE, osloDay } from '../../src/kernel/time.ts';
import { ofCase } from '../../src/notices/happened.ts';
import { NO_CHANGES } from '../../src/regions/codes.ts';
import { namedIn } from '../../src/reports/commands/named.ts';
import { answerHere, caseFrom, decideSendBack, protectedContent, withoutLeftOut } from '../../src/reports/crossing.ts';
import { reportContent, type ReportContent } from '../../src/reports/form/content.ts';
import { closedBecause, evolveReport, NO_REPORT, type ReportEvent, type ReportState } from '../../src/reports/report.ts';
import { addPerson, assessing, CALLED, classify, confirmReceipt, confirmTransfer, CROSSING, grade, join, keepOut, mergeInto, note, notACase, raise, reserves, restrict, SORVIKA, theyAnswer, transfer, transferInside, useRestricted } from './acts.ts';
import { FILE, journal, kari, lise, MONDAY, omar, OPENING, petter, START, TEAM, type Journal } from './journal.ts';
import { REPORTED } from './pages-case.ts';

/** Sent by two people to another region, which has not answered. */
function sent(before: (file: Journal) => void = () => undefined): Journal {
  const file = assessing();
  before(file);
  file.by(kari, transferInside);
  file.by(lise, confirmTransfer);
  return file;
}

const report = (change: Partial<ReportContent> = {}): ReportState => ({ ...NO_REPORT, reference: '2026-M0LD01', channel: 'NETTSKJEMA', contents: [{ at: MONDAY, report: { ...REPORTED, ...change } }] });
const FROM: Parameters<typeof contentOfCase>[1] = { region: '30000000-0000-4000-8000-000000000001', name: 'Voksenvern Nordfjella', slots: ['40000000-0000-4000-8000-000000000001'], theirs: ['9911', '9912'], leftOut: [] };

/** Of a person whose address the case knows. */
function contentOf(file: Journal, reports: readonly ReportState[] = [report()], from = FROM) {
  const state = file.state();
  const { transfer: moved, start } = state;
  return moved && contentOfCase({ state: { ...state, start: { ...start, person: { ...start.person, address: 'Bakken 2' } } }, transfer: moved, reports }, from, protectedContent);
}

function crosses(file: Journal, reports: readonly ReportState[] = [report()]): ReportContent {
  return reportContent.parse(JSON.parse(JSON.stringify(contentOf(file, reports))));
}

describe('a case on its way to another region of this system', () => {
  test('is ours until they have taken it: it stays open, its clock runs, and nobody decides here what it becomes', () => {
    const file = sent();
    expect(file.state()).toMatchObject({ status: 'TIL_VURDERING', closedAt: undefined, proposal: undefined, transfer: { to: { ...SORVIKA, transferId: CROSSING, as: CROSSING } } });
    expect(projectCase(file.state(), NO_CHANGES).awaits).toEqual({ kind: 'RECEIPT', by: 'system', byCoordinator: false });
    for (const act of [classify(), notACase(), transfer, transferInside, join(), mergeInto(assessing().state())]) expect(file.tries(kari, act)).toBe('under_way');
    expect(file.tries(kari, confirmReceipt), 'nobody writes by hand that another region here has it').toBe('wrong_status');
    file.by(kari, note('n1'));
    expect(nextSteps(file.state(), { actor: kari, now: file.now(), team: TEAM }).some(({ step, allowed }) => step === 'raiseAkutt' && allowed)).toBe(true);
  });

  test('closes when they have taken it and everything has arrived there, and not before', () => {
    const file = sent();
    file.by(kari, theyAnswer({ reference: '2026-THERE1', taken: true }, true));
    expect(file.state().status, 'a file is on its way still').toBe('TIL_VURDERING');
    for (const _twice of [1, 2]) file.by(kari, theyAnswer());
    expect(file.state()).toMatchObject({ status: 'OVERFORT', transfer: { received: { receivedBy: SORVIKA.name, reference: '2026-THERE1' } } });
    expect(file.events.filter(({ type }) => type === 'TransferTaken')).toHaveLength(1);
    expect(clocks(file.state(), NO_CHANGES, file.now())).toEqual([]);
  });

  test('comes back with why, as it was, and danger in it is told of as new', () => {
    const file = sent((one) => one.by(kari, raise()));
    expect(file.state().akutt, 'the danger is ours as long as the case is').toBeDefined();
    file.by(kari, theyAnswer({ reference: '2026-THERE1', taken: false, grounds: 'Hun bor ikke her.' }));
    expect(file.state()).toMatchObject({ status: 'TIL_VURDERING', transfer: undefined, akutt: { raisedBy: 'system', reviewedAt: undefined } });
    const back = file.events.at(-1);
    expect([back?.type, back?.content]).toEqual(['TransferReturned', { receivedBy: SORVIKA.name, grounds: 'Hun bor ikke her.' }]);
    expect(file.tries(lise, classify())).toBeUndefined();
  });

  test('in danger has an hour, whatever the region counts, and its coordinators are told at once', () => {
    const file = sent((one) => one.by(kari, raise()));
    const line = projectCase(file.state(), NO_CHANGES).clocks.find(({ clock }) => clock === 'TRANSFERRED');
    expect(line).toMatchObject({ due: addMs(file.state().transfer?.at ?? MONDAY, HOUR), danger: true });
    const late = { fileId: FILE, owner: undefined, lead: undefined, only: undefined, proposedBy: undefined, clocks: line === undefined ? [] : [line] };
    expect(ofCase(late, () => false)).toMatchObject([{ why: 'SENT_IN_DANGER', roles: ['KOORDINATOR'] }]);
    expect(ofCase({ ...late, clocks: [{ clock: 'TRANSFERRED', due: MONDAY }] }, () => false)).toMatchObject([{ why: 'TRANSFERRED' }]);
    const projected = projectCase(file.state(), NO_CHANGES);
    const day = (at = file.now()) => dayNeed({ ...projected, akutt: false, clocks: projected.clocks.filter(({ clock }) => clock === 'TRANSFERRED') }, { userId: petter.userId, roles: petter.roles, standing: 'coordinator', mustDeclare: false }, at);
    expect([day(addMs(line?.due ?? MONDAY, -MINUTE)), day(line?.due)]).toMatchObject([undefined, { reason: 'late' }]);
  });

  test('in danger is not sent before somebody there was rung', () => {
    const file = assessing();
    file.by(kari, raise());
    file.by(kari, transferInside);
    expect(file.by(lise, confirmTransfer).transfer).toMatchObject({ akutt: true, ...CALLED });
  });
});

describe('what arrives', () => {
  test('is a report from which a case is opened without anything being typed anew', () => {
    const file = sent((one) => { one.by(kari, addPerson('Unni Lian')); one.by(kari, raise()); });
    const there: ReportState = { ...NO_REPORT, channel: 'ANNEN_KOMMUNE', reference: '2026-THERE1', contents: [{ at: file.now(), report: crosses(file) }] };
    const facts = { municipality: () => undefined, dangerReported: 'Fare meldt', worseReported: 'Verre' };
    const start = startFromReports([there], facts);
    expect(start).toMatchObject({ person: { name: 'Borghild Lian', birthYear: 1939, safeContact: REPORTED.safeContact }, reporter: REPORTED.reporter, consent: 'GITT_MUNTLIG', basis: 'SAMTYKKE', violence: REPORTED.violence, wish: 'Vil bo hjemme' });
    for (const word of [file.state().reference, 'Hun mangler penger.', 'Unni Lian', 'Sønnen har kniv', 'Naboen, kl. 02:12']) expect(start?.whatHappened).toContain(word);
    expect(start?.whatHappened, 'why it comes, and what came').toMatch(/Derfor overføres den: Hun .*Dette er sendt: Bekymringen/s);
    expect(start?.doneSoFar, 'what was sent is not what somebody did').toBe(REPORTED.doneSoFar);
    expect(akuttFromReports([there], facts), 'danger comes along as danger').toBeDefined();
    expect(caseFrom(there)).toMatchObject({ name: FROM.name, files: FROM.slots, case: { reference: file.state().reference } });
  });

  test('never tells a protected address, and no place at all where it is strictly confidential', () => {
    const open = sent();
    expect(crosses(open, [report({ person: { ...REPORTED.person, municipality: '9911' } })]).person).toMatchObject({ municipality: '9911', address: 'Bakken 2' });
    for (const level of ['FORTROLIG', 'SPERRET', 'STRENGT'] as const) {
      const there = crosses(sent((one) => one.by(kari, grade(level))), [report({ worksWhere: 'Lia omsorgssenter' })]);
      expect([level, JSON.stringify(there).includes('Bakken'), there.person.protectedAddressHint]).toEqual([level, false, true]);
      expect(there.sentFrom?.case?.protection).toEqual([{ source: 'FOLKEREGISTERET', level, since: osloDay(MONDAY) }]);
      expect(there.whatHappened, 'free words that may say where').not.toContain('Derfor overføres');
      expect([there.person.municipality === 'ukjent', there.worksWhere === undefined]).toEqual(level === 'STRENGT' ? [true, true] : [true, false]);
    }
    expect(JSON.stringify(crosses(open, [report({ person: { ...REPORTED.person, protectedAddressHint: true } })])), 'what a reporter said counts as well').not.toContain('Bakken');
  });

  test('takes no address along that was protected after two had sent it and before it had left, and keeps the stricter word', () => {
    const file = sent();
    const { transfer: moved } = file.state();
    const content = contentOf(file);
    if (content === undefined || moved?.to?.as === undefined) throw new Error('not sent');
    const event = (type: string, told: object) => ({ type, version: 1, happenedAt: MONDAY, writtenAt: MONDAY, actor: 'system', content: told }) as unknown as ReportEvent; // as the journal has it
    const went = evolveReport(report(), event('CaseSentOn', { transferId: CROSSING, to: { kind: 'REGION', regionId: SORVIKA.regionId, as: moved.to.as, name: SORVIKA.name }, content, files: [], papers: { pdf: 'a', json: 'b' } }));
    expect([JSON.stringify(went.crossings).includes('Bakken'), protectionSince(file.state(), went, [])]).toEqual([true, undefined]);
    file.by(kari, grade('STRENGT'));
    const since = protectionSince(file.state(), went, protectionSent(file.state(), undefined));
    const now = evolveReport(went, event('CaseSendingProtected', since ?? {}));
    expect(now.crossings[0]?.content).toMatchObject({ person: { protectedAddressHint: true, municipality: 'ukjent' }, sentFrom: { case: { protection: [{ source: 'FOLKEREGISTERET', level: 'STRENGT' }] } } });
    expect(JSON.stringify(now.crossings)).not.toContain('Bakken');
    expect([protectionSince(file.state(), now, protectionSent(file.state(), undefined)), protectionSince(file.state(), now, [])], 'said once, and never taken back').toEqual([undefined, undefined]);
    expect(protectionSince(file.state(), evolveReport(went, event('CaseCarried', { transferId: CROSSING })), protectionSent(file.state(), undefined)), 'what has left has left').toBeUndefined();
  });

  test('is never longer than a report may be, and says where the rest is', () => {
    const long = report({ whatHappened: 'a'.repeat(9_900) });
    const there = crosses(sent(), [long, report({ whatHappened: 'b'.repeat(9_000), reporter: { code: 'FAMILIE', name: 'Per Vik', wantsFeedback: false } })]);
    expect(there.whatHappened).toHaveLength(10_000);
    expect(there.whatHappened).toMatch(/Resten står i saksmappen\.$/);
    expect(JSON.stringify(there), 'a second reporter stays with us, and the text says that there is one').not.toContain('Per Vik');
    expect(there.whatHappened).toContain('Én til har meldt.');
  });

  test('is restricted there as it is here (GDPR art. 18), also in a case that takes it in: what the person disputes is not used because it has moved', () => {
    const there = report({ sentFrom: crosses(sent((one) => { one.by(kari, restrict(osloDay(addMs(MONDAY, 30 * DAY_MS)))); one.by(kari, useRestricted({ restrictedUse: ['OVERFORE'] })); })).sentFrom });
    const { restriction } = rightsFrom([there]);
    expect(restriction).toEqual({ ground: 'BESTRIDT', grounds: `${FROM.name}: Hun sier at beløpet er feil.`, reviewOn: '2026-02-04' });
    const opened = journal(petter, { ...OPENING, rights: rightsFrom([there]) });
    expect([opened.state().restriction, opened.tries(petter, classify())]).toMatchObject([restriction, 'use_asks_ground']);
    const other = assessing();
    const joined = (state: CaseState, ctx: DecisionContext) => decideJoinReport(state, { report: FILE, reference: '2026-THERE1', start: START, leftOut: [], connection: 'INGEN', rights: rightsFrom([there]) }, ctx);
    expect(other.by(kari, joined).restriction).toMatchObject(restriction ?? {});
    const own = journal(petter, OPENING);
    own.by(petter, restrict());
    expect(rightsEntries(own.state(), rightsFrom([there]), MONDAY), 'one that is restricted stays so as it is').toEqual([]);
    expect(rightsFrom([report({ sentFrom: crosses(sent()).sentFrom })]).restriction).toBeUndefined();
  });

  test('a transfer that was proposed before the restriction stops until a ground for it is written, and what was sent before it is told of', () => {
    const file = assessing();
    file.by(kari, transferInside);
    file.by(kari, restrict());
    expect(file.tries(lise, confirmTransfer)).toBe('use_asks_ground');
    const gone = sent();
    gone.by(kari, restrict());
    gone.by(kari, theyAnswer());
    expect([gone.state().status, gone.state().restriction?.ground], 'what has been given over cannot be ungiven').toEqual(['OVERFORT', 'BESTRIDT']);
  });

  test('has a place for every file of every report of the case: one more than a report has would hold the case back for ever', () => {
    const slots = Array.from({ length: 22 * 10 }, (_, n) => `40000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
    expect(reportContent.safeParse(contentOf(sent(), [report()], { ...FROM, slots }))).toMatchObject({ success: true, data: { sentFrom: { files: slots } } });
  });

  test('names whoever any of its reports suspects, so that a colleague there who is one of them is left out before anybody can read it (fvl § 6)', () => {
    const there = crosses(sent(), [report({ suspectName: 'Geir Lian' }), report({ suspectName: 'Tor Aasen' })]);
    expect([there.suspectName, there.whatHappened.includes('Tor Aasen')]).toEqual(['Geir Lian', true]);
  });

  test('gives no way as safe that leads through somebody who is suspected by now, nor leaves out the team’s own', () => {
    const told = [report({ safeContact: 'Ring Unni etter kl. 16' })];
    expect(crosses(sent((one) => one.by(kari, addPerson('Unni'))), told).safeContact).toContain('Ring Unni');
    const there = crosses(sent((one) => one.by(kari, addPerson('Unni', ['PARORENDE', 'MISTENKT']))), told);
    expect(there.safeContact).toBe('Dagsenteret, tirsdag 10–11');
  });

  test('tells of children and of a service as the whole case knows them, so that no duty that follows from it is lost on the way (bvl § 13-2, hol § 12-3 a)', () => {
    const nurse: Parameters<Journal['by']>[1] = (state, ctx) => decideAddPerson(state, { relatedId: 'pleier', relatedName: 'Pleier', parts: ['MISTENKT'], relation: 'ANSATT', livesWith: 'JA' }, ctx, () => []);
    const plain = report({ childrenInHome: 'nei', livesTogether: 'nei', relation: [] });
    expect(crosses(sent(), [plain]).relation).not.toContain('ANSATT');
    expect(crosses(sent((one) => one.by(kari, nurse)), [plain]).livesTogether, 'the team knows').toBe('ja');
    const there = crosses(sent((one) => one.by(kari, nurse)), [plain, report({ childrenInHome: 'ja', livesTogether: 'ja' })]);
    expect(there).toMatchObject({ childrenInHome: 'ja', livesTogether: 'ja', relation: expect.arrayContaining(['ANSATT']) });
  });

  test('takes along what the person has said no to: figures (krl § 5 a), digital letters (eForvaltningsforskriften § 9) and health personnel (hpl § 29)', () => {
    const there: ReportState = { ...NO_REPORT, contents: [{ at: MONDAY, report: crosses(sent((one) => { one.by(kari, keepOut()); one.by(kari, reserves('DIGITAL')); })) }] };
    const opened = journal(petter, { ...OPENING, rights: rightsFrom([there]) }).state();
    expect(opened).toMatchObject({ keepsOut: true, keptOut: true, reservations: [{ reservation: 'DIGITAL', stands: 'GJELDER' }] });
    const known = assessing();
    for (const _twice of [1, 2]) known.by(kari, (state) => done(rightsEntries(state, rightsFrom([there]), MONDAY)));
    expect([known.state().keepsOut, known.state().reservations.length, known.events.filter(({ type }) => type === 'FiguresWishRecorded').length]).toEqual([true, 1, 1]);
    expect(rightsFrom([report()])).toEqual({ keepsOut: false, reservations: [], restriction: undefined });
  });

  test('leaves out whoever is left out of it here and works there as well (fvl § 6), and tells nobody whom', () => {
    const there = reportContent.parse(contentOf(sent(), [report()], { ...FROM, leftOut: ['Omar Said'] }));
    const staff = [{ userId: omar.userId, name: 'Omar Said' }, { userId: lise.userId, name: 'Lise Berg' }];
    expect(namedIn(staff, there)).toEqual([omar.userId]);
    expect(JSON.stringify(withoutLeftOut(there)), 'and is told to nobody who reads it there').not.toContain('Omar');
  });

  test('says no place in any answer where the address is strictly confidential', () => {
    const said = { reporter: { code: 'KRISESENTER' as const, name: 'Mona Kvamme', service: 'Krisesenteret i Lia', wantsFeedback: true } };
    const [open, strict] = [crosses(sent(), [report(said)]), crosses(sent((one) => one.by(kari, grade('STRENGT'))), [report(said)])];
    expect([open.contacted, open.reporter.service]).toEqual([['HJEMMETJENESTE'], 'Krisesenteret i Lia']);
    expect([strict.contacted, strict.reporter.service, strict.reporter.name]).toEqual([[], undefined, 'Mona Kvamme']);
  });

  test('is protected in the case that is opened of it, from its first entry, and of two words the stricter wins', () => {
    const said = protectionSent(sent((one) => one.by(kari, grade('STRENGT'))).state(), undefined);
    const there = report({ sentFrom: { region: FROM.region, name: FROM.name, channel: 'NETTSKJEMA', receivedAt: MONDAY, case: { reference: '2026-K7QF3M', protection: said } } });
    const opened = journal(petter, { ...OPENING, protection: protectionFrom([there]) });
    expect([protectionOf(opened.state())?.level, namedOnly(opened.state())]).toEqual(['STRENGT', [petter.userId]]);
    const mild = assessing();
    mild.by(kari, grade('FORTROLIG'));
    expect(protectionEntries(mild.state(), said, { actor: kari, now: MONDAY })).toMatchObject([{ content: { level: 'STRENGT', named: [kari.userId] } }]);
    const strict = assessing();
    strict.by(kari, grade('STRENGT', 'FOLKEREGISTERET', petter));
    expect(protectionEntries(strict.state(), [{ source: 'POLITI', level: 'STRENGT', since: osloDay(MONDAY) }], { actor: kari, now: MONDAY }), 'nobody who is named loses the case').toMatchObject([{ content: { named: [petter.userId, kari.userId] } }]);
    expect(protectionEntries(strict.state(), [{ source: 'FOLKEREGISTERET', level: 'FORTROLIG', since: osloDay(MONDAY) }], { actor: kari, now: MONDAY })).toEqual([]);
  });
});

describe('the receiver', () => {
  const came = (danger: 'ja' | 'nei' = 'nei'): ReportState => evolveReport({ ...NO_REPORT }, arrived(danger));
  const arrived = (danger: 'ja' | 'nei') => ({
    type: 'ReportArrived', version: 2, happenedAt: MONDAY, writtenAt: MONDAY, actor: 'system',
    content: { reference: '2026-THERE1', channel: 'ANNEN_KOMMUNE', receivedAt: MONDAY, leftOut: [], forReserve: false, report: { ...REPORTED, danger, sentFrom: { region: FROM.region, name: FROM.name, channel: 'NETTSKJEMA', receivedAt: MONDAY, case: { reference: '2026-K7QF3M', protection: [] } } } },
  }) as unknown as ReportEvent; // as the journal has it
  const BACK = { grounds: 'Hun bor ikke her.', phonedWho: '', phonedWhen: '' };
  const after = (state: ReportState): ReportState => {
    const decided = decideSendBack(state, BACK, addMs(MONDAY, HOUR));
    if (!decided.ok) throw new Error(decided.code);
    return decided.value.reduce((one, event) => evolveReport(one, { ...event, actor: petter.userId, writtenAt: event.happenedAt } as ReportEvent), state); // with writer and time it is an event
  };

  test('sends it back with why, once, and in danger only after a call', () => {
    expect(decideSendBack(came(), { ...BACK, grounds: '' }, MONDAY)).toMatchObject({ fields: { grounds: 'back_missing' } });
    expect(decideSendBack(came('ja'), BACK, MONDAY)).toMatchObject({ fields: { phonedWho: 'phoned_who', phonedWhen: 'phoned_when' } });
    expect(decideSendBack(report(), BACK, MONDAY)).toMatchObject({ code: 'not_transferred' });
    const back = after(came());
    expect(back).toMatchObject({ progress: 'DECIDED', outcome: 'OVERFORT', sentBack: { grounds: BACK.grounds } });
    expect(decideSendBack(back, BACK, MONDAY)).toEqual({ ok: true, value: [] });
    expect(answerHere(back)).toMatchObject({ answer: { taken: false, grounds: BACK.grounds, reference: '2026-THERE1' } });
  });

  test('neither divides it nor sends it on: what protects it would not follow', () => {
    expect([closedBecause(came(), 'split'), closedBecause(came(), 'send_on'), closedBecause(came(), 'decide')]).toEqual(['from_case', 'from_case', undefined]);
    expect(answerHere(came()), 'what is only read is not taken').toBeUndefined();
  });
});
