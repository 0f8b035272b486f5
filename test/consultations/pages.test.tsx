import { describe, expect, test } from 'vitest';
import { ConsultationPage } from '../../src/consultations/pages/consultation-page.tsx';
import { ListPage } from '../../src/consultations/pages/list-page.tsx';
import { RegisterPage } from '../../src/consultations/pages/register-page.tsx';
import { keptPage } from '../../src/consultations/pages/kept-page.tsx';
import { NO_CONSULTATION, type Advice, type ConsultationState } from '../../src/consultations/consultation.ts';
import type { Consultations, ListedConsultation, OpenConsultation } from '../../src/consultations/queries.ts';
import { tally } from '../../src/consultations/tally.ts';
import { asId } from '../../src/kernel/ids.ts';
import { refuse } from '../../src/kernel/outcome.ts';
import { LANGUAGES } from '../../src/kernel/texts.ts';
import { osloDay } from '../../src/kernel/time.ts';
import { NO_CHANGES } from '../../src/regions/codes.ts';
import { asking, KARI, MONDAY, REPORT, shown } from '../reports/reception-fixtures.tsx';
import { Journal, told } from '../reports/reception-fixtures.tsx';

const FILE = asId<'file'>('dddddddd-0000-4000-8000-000000000001');
const KNOWN = { names: { [KARI]: 'Kari Nordmo' }, places: { '9903': 'Lia' }, bases: ['FVL_13B_7'], now: MONDAY, fileId: FILE, messageId: asId<'message'>('eeeeeeee-0000-4000-8000-000000000001') } as const;
const ADVICE: Advice = { advice: 'Snakk med henne alene.', card: 'Kort 4', minutes: 25, topics: ['SAMTYKKE'], outcome: 'SAMTYKKE_INNHENTES', notNames: ['Per'], at: MONDAY, by: KARI, sent: true, messageId: 'x' };
const ASKED: ConsultationState = {
  ...NO_CONSULTATION, reference: '2026-K7QF3M', reportId: REPORT, receivedAt: MONDAY, about: { service: 'HJEMMETJENESTE', municipality: '9903', violence: ['OKONOMISK'], ageBand: 'A80' },
};
const { name: _, ...nobody } = told().person;
const QUESTION = told({ mode: 'C', person: nobody, reporter: { code: 'HJEMMETJENESTE', wantsFeedback: false }, whatHappened: 'Hun vil bo hjemme. Dag etter dag mangler det penger.' });
const report = new Journal().arrives(QUESTION).state;

function model(changes: Partial<OpenConsultation> = {}): OpenConsultation {
  return { ...KNOWN, consultation: ASKED, asked: { state: report, readPartsBefore: 0, window: 'open', named: false }, mayAdvise: true, takesWhole: true, referable: [{ reference: '2026-B4T9XW', receivedAt: MONDAY, channel: 'TELEFON' }], ...changes };
}
const at = (path: string, form: Record<string, string> = {}) => ({ path: `/drofting/${FILE}${path}`, form, roles: ['KOORDINATOR'] });

describe('the page of a consultation', () => {
  test('shows what was asked word for word, and the box for advice', () => {
    const { text, html } = shown(<ConsultationPage model={model()} request={asking(at(''))} />);
    expect(text).toContain('Dag etter dag mangler det penger.');
    expect(text).toContain('Lia');
    expect(html).toContain(`action="/drofting/${FILE}/svar"`);
    expect(text).toContain('En drøfting blir aldri selv en sak.');
  });
  test('says under which reference the inbox has it, which is another, and no longer once somebody is named there', () => {
    const inInbox = (named: boolean) => shown(<ConsultationPage model={model({ consultation: { ...ASKED, reference: '2026-SPD9HD' }, asked: { state: report, readPartsBefore: 0, window: 'open', named } })} request={asking(at(''))} />).text;
    expect([inInbox(false).includes(report.reference), inInbox(true).includes(report.reference)]).toEqual([true, false]);
  });
  test('a phone number is refused in words, with all that was typed kept and the same answer sent again', () => {
    const form = { messageId: 'mmmm', advice: 'Ring 55 55 01 33.', minutes: '20', outcome: 'RAD', card: '' };
    const { text, html } = shown(<ConsultationPage model={model()} request={asking({ ...at('/svar', form), refused: refuse('bad_input', { advice: 'stop_phone' }) })} />);
    expect(text).toContain('Her står et telefonnummer. Ta det bort.');
    expect(html).toContain('Ring 55 55 01 33.</textarea>');
    expect(html).toContain('name="messageId" value="mmmm"');
  });
  test('a word that may be a name is asked about by itself', () => {
    const form = { messageId: 'mmmm', advice: 'Spør heller Borghild om hun vil.', minutes: '20', outcome: 'RAD' };
    const { text, html } = shown(<ConsultationPage model={model()} request={asking({ ...at('/svar', form), refused: refuse('bad_input', { advice: 'marked' }) })} />);
    expect(text).toContain('«Borghild» – Det er ikke et navn');
    expect(html).toMatch(/name="notNames"[^>]*value="Borghild"|value="Borghild"[^>]*name="notNames"/);
  });
  test('says what was advised, by whom, whether it can be read, and which words were passed', () => {
    const { text } = shown(<ConsultationPage model={model({ consultation: { ...ASKED, progress: 'ANSWERED', advice: [ADVICE] } })} request={asking(at(''))} />);
    for (const words of ['Snakk med henne alene.', 'Kari Nordmo', 'Kan leses med koden', '25 minutter', 'Sjekket, er ikke navn: Per', 'Svar én gang til']) expect(text).toContain(words);
  });
  test('a question that came while the advice was written is said to wait, until the report has ended', () => {
    const answered = { ...ASKED, progress: 'ANSWERED' as const, advice: [ADVICE] };
    expect(shown(<ConsultationPage model={model({ consultation: answered })} request={asking(at(''))} />).text).toContain('Det kom mer mens rådet ble skrevet');
    const ended = { state: { ...report, progress: 'DECIDED' as const }, readPartsBefore: 1, window: 'open' as const, named: false };
    expect(shown(<ConsultationPage model={model({ consultation: answered, asked: ended })} request={asking(at(''))} />).text).not.toContain('mens rådet');
  });
  test('reception reads and is told who answers', () => {
    const { text, html } = shown(<ConsultationPage model={model({ mayAdvise: false })} request={asking()} />);
    expect(html).not.toContain('/svar');
    expect(text).toContain('Koordinator eller en i teamet svarer.');
  });
});

const ROW: ListedConsultation = {
  file_id: FILE, reference: '2026-K7QF3M', report_id: REPORT, state: 'ASKED', urgent: false, received_at: MONDAY, answered_at: null, unread: true, named: false,
  codes: { direction: 'TIL_OSS', service: 'HJEMMETJENESTE', municipality: '9903', ageBand: 'A80', outcome: null, minutes: 0, on: osloDay(MONDAY) },
};

function listed(rows: readonly ListedConsultation[]): Consultations {
  return { rows, cut: false, tally: tally(rows.map(({ codes }) => codes)), places: { '9903': 'Lia' }, clocks: NO_CHANGES, now: MONDAY };
}

describe('the list', () => {
  test('has whoever waits on top with age band and clock, the answered below, and how many there were', () => {
    const rows = [ROW, { ...ROW, file_id: REPORT, reference: '2026-ANSVAR', state: 'ANSWERED' as const, unread: false, codes: { ...ROW.codes, outcome: 'RAD' as const } }];
    const { text } = shown(<ListPage model={listed(rows)} request={asking()} />);
    expect(text.indexOf('2026-K7QF3M')).toBeLessThan(text.indexOf('2026-ANSVAR'));
    for (const words of ['80 år og over', 'Hjemmetjenesten', 'Lia', 'mars 2026', 'Råd gitt', 'Vår frist']) expect(text).toContain(words);
  });
  test('says so when there is none', () => {
    expect(shown(<ListPage model={listed([])} request={asking()} />).text).toContain('Ingen drøftinger ennå');
  });
});

test.each(LANGUAGES)('every page can be read in %s, and asks for at most five answers that must be given', (lang) => {
  const register = shown(<RegisterPage model={{ consultationId: FILE, places: { '9903': 'Lia' }, today: osloDay(MONDAY) }} request={asking({ lang })} />);
  const required = { nb: /\(må fylles ut\)/g, nn: /\(må fyllast ut\)/g, en: /\(must be filled in\)/g }[lang];
  const count = register.text.match(required)?.length ?? 0;
  expect(count).toBeGreaterThan(0);
  expect(count).toBeLessThanOrEqual(5);
  const pages = [
    register, shown(<ListPage model={listed([ROW])} request={asking({ lang })} />), shown(<ConsultationPage model={model({ consultation: { ...ASKED, progress: 'REPORTED', advice: [{ ...ADVICE, sent: undefined }], became: [{ reference: '2026-CCCCCC', grounds: 'Avklart.', consent: 'DELVIS', notNames: [], at: MONDAY, by: KARI }] } })} request={asking({ lang })} />),
    shown(keptPage(asking({ lang, form: { advice: 'Mine ord.' } }), 'lost') ?? <p />),
  ];
  for (const { text } of pages) expect(text).not.toMatch(/undefined|\[object/);
  expect(pages.at(-1)?.text).toContain('Mine ord.');
});
