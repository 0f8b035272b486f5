import { describe, expect, test } from 'vitest';
import { akuttFromReports, startFromReports, type StartFacts } from '../../src/cases/start.ts';
import { addMs, HOUR, type Instant } from '../../src/kernel/time.ts';
import type { ReportContent, ReportState } from '../../src/reports/public.ts';
import { NO_REPORT } from '../../src/reports/report.ts';
import { kari, LIA, MONDAY } from './journal.ts';

const CONTENT: ReportContent = {
  kind: 'report', version: 2, mode: 'A', channel: 'NETTSKJEMA', receivedAt: MONDAY, lang: 'nb', danger: 'nei', adult: 'ja',
  reporter: { code: 'FAMILIE', name: 'Mona', wantsFeedback: true },
  person: { name: 'Borghild Lian', birthYear: 1939, municipality: '9903', address: 'Bakken 2', protectedAddressHint: false },
  consent: { code: 'IKKE_TRYGT' }, vulnerability: ['DEMENS'], violence: ['OKONOMISK'], whatHappened: 'Pengene er borte.', relation: ['BARN'],
  childrenInHome: 'vet-ikke', contacted: ['HJEMMETJENESTE'], noCode: false,
};
const FACTS: StartFacts = { municipality: (number) => (number === '9903' ? LIA : undefined), dangerReported: 'Fare meldt', worseReported: 'Verre nå' };

type Change = Omit<Partial<ReportContent>, 'person'> & { readonly person?: Partial<ReportContent['person']> };

function content({ person, ...change }: Change): ReportContent {
  return { ...CONTENT, ...change, person: { ...CONTENT.person, ...person } };
}

function report(changes: readonly Change[], from: Instant = MONDAY): ReportState {
  return { ...NO_REPORT, reference: '2026-AAAAAA', channel: 'NETTSKJEMA', contents: changes.map((change, at) => ({ at: addMs(from, at * HOUR), report: content(change) })) };
}

describe('what a case starts with', () => {
  test('what the form has asked since comes along, and of the others nothing: each of them gets a case of their own', () => {
    const start = startFromReports([report([{
      mode: 'B', stillHappening: 'ja', lastHappened: 'i går', worksInService: 'ja', worksWhere: 'bofellesskapet', doneSoFar: 'Snakket med leder.', helper: { who: 'søsteren' }, variety: 'easy',
      others: { answer: 'ja', about: 'Naboen Peder også.' }, person: { name: 'Borghild Lian', municipality: '9903', protectedAddressHint: false, needs: ['TOLK'], needsWhat: 'somali' },
    }])], FACTS);
    expect(start).toMatchObject({
      mode: 'B', stillHappening: 'JA', lastHappened: 'i går', worksInService: 'JA', worksWhere: 'bofellesskapet', doneSoFar: 'Snakket med leder.', helper: { who: 'søsteren' }, variety: 'easy', needs: ['TOLK'], needsWhat: 'somali',
    });
    expect(JSON.stringify(start)).not.toContain('Peder');
  });

  test('is everything that the report says', () => {
    expect(startFromReports([report([{}])], FACTS)).toMatchObject({
      channel: 'NETTSKJEMA', receivedAt: MONDAY, mode: 'A', owner: LIA, person: { name: 'Borghild Lian', address: 'Bakken 2' }, reporter: { code: 'FAMILIE', name: 'Mona' },
      whatHappened: 'Pengene er borte.', vulnerability: ['DEMENS'], services: ['HJEMMETJENESTE'], ageBand: 'A80', consent: 'IKKE_TRYGT', children: 'VET_IKKE',
    });
  });

  test('takes the newest answer of an edited report and loses no word of the older text', () => {
    const start = startFromReports([report([{}, { whatHappened: 'Kortet også.', violence: ['TRUSLER'], person: { name: 'Borghild Liane' } }])], FACTS);
    expect(start).toMatchObject({ person: { name: 'Borghild Liane' }, whatHappened: 'Pengene er borte.\n\nKortet også.', violence: ['OKONOMISK', 'TRUSLER'], receivedAt: MONDAY });
  });

  test('of two reports has the first one’s reporter and mode, and the clocks of the earlier', () => {
    const self = report([{ mode: 'D', reporter: { code: 'UTSATT_SELV', wantsFeedback: false }, wish: 'Vil bo hjemme' }], addMs(MONDAY, HOUR));
    expect(startFromReports([self, report([{}])], FACTS)).toMatchObject({ mode: 'D', reporter: { code: 'UTSATT_SELV' }, receivedAt: MONDAY, wish: 'Vil bo hjemme', person: { name: 'Borghild Lian' } });
  });

  test('holds no address once anybody has said that it is secret, whoever wrote it', () => {
    expect(startFromReports([report([{}]), report([{ person: { protectedAddressHint: true } }])], FACTS)?.person).toMatchObject({ protectedAddressHint: true, address: undefined });
  });

  test('guesses no age band from a birth year that lies on a border, and believes a written one', () => {
    const band = (birthYear: number, ageBand?: 'A67_79' | 'UKJENT') => startFromReports([report([{ person: { birthYear, ...(ageBand && { ageBand }) } }])], FACTS)?.ageBand;
    expect([band(1946), band(1945), band(1946, 'A67_79'), band(1950, 'UKJENT'), band(1946, 'UKJENT')]).toEqual([undefined, 'A80', 'A67_79', 'A67_79', 'UKJENT']);
  });

  test('knows no municipality where the reporter did not', () => {
    expect(startFromReports([report([{ person: { municipality: 'ukjent' } }])], FACTS)?.owner).toBeUndefined();
  });

  test('is nothing when nothing was written', () => {
    expect(startFromReports([], FACTS)).toBeUndefined();
    expect(startFromReports([report([])], FACTS)).toBeUndefined();
  });
});

describe('Akutt on the way from report to case', () => {
  test('is what somebody recorded last, with the one who raised it', () => {
    const record = { danger: 'Kniv', called: '112', calledBy: 'Arne', calledWhen: '02:12' } as const;
    const raised: ReportState = { ...report([{ danger: 'ja' }]), urgentRecords: [{ at: MONDAY, by: kari.userId, record: { ...record, called: 'nei', calledBy: '', calledWhen: '' } }, { at: addMs(MONDAY, HOUR), by: kari.userId, record }] };
    expect(akuttFromReports([report([{}]), raised], FACTS)).toEqual({ record: { danger: 'Kniv', called: 'N112', calledBy: 'Arne', calledWhen: '02:12', avertingDuty: 'IKKE_VURDERT' }, raisedBy: kari.userId, raisedAt: addMs(MONDAY, HOUR) });
  });

  test('is not lost when only the reporter told of it', () => {
    expect(akuttFromReports([report([{}, { danger: 'ja' }])], FACTS)).toMatchObject({ record: { danger: 'Fare meldt', called: 'VET_IKKE' }, raisedBy: 'system', raisedAt: addMs(MONDAY, HOUR) });
  });

  test('is not lost when the reporter said with the code that it is worse now, and the first word of danger counts', () => {
    const worse = { ...report([{}]), dialogue: { ...NO_REPORT.dialogue, theirs: [{ at: addMs(MONDAY, 3 * HOUR), order: 1, feels: 'VERRE' as const, text: undefined }] } };
    expect(akuttFromReports([worse], FACTS)).toMatchObject({ record: { danger: 'Verre nå', called: 'VET_IKKE' }, raisedBy: 'system', raisedAt: addMs(MONDAY, 3 * HOUR) });
    expect(akuttFromReports([worse, report([{}, { danger: 'ja' }])], FACTS)).toMatchObject({ record: { danger: 'Fare meldt' }, raisedAt: addMs(MONDAY, HOUR) });
    const safe = { ...worse, dialogue: { ...worse.dialogue, theirs: [{ at: MONDAY, order: 1, feels: 'TRYGG' as const, text: undefined }] } };
    expect(akuttFromReports([safe], FACTS)).toBeUndefined();
  });

  test('is not made up', () => {
    expect(akuttFromReports([report([{}])], FACTS)).toBeUndefined();
  });
});
