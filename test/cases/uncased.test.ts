import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { editionOf, mayAnswerForUncased, mayAskForUncased, mayTakeUncased, type UncasedFacts } from '../../src/cases/access/archive.ts';
import { uncasedSheet } from '../../src/cases/pages/uncased-sheet.ts';
import { makeUncased, uncasedFile } from '../../src/cases/whole/uncased-file.ts';
import type { ConsultationEvent } from '../../src/consultations/public.ts';
import type { Actor } from '../../src/kernel/actor.ts';
import { asId } from '../../src/kernel/ids.ts';
import { day } from '../../src/kernel/time.ts';
import type { Edition } from '../../src/cases/whole/whole-file.ts';
import { LANGUAGES } from '../../src/kernel/texts.ts';
import { evolveReport, NO_REPORT, type ReportEvent } from '../../src/reports/report.ts';
import { veiled, type ReportContent } from '../../src/reports/public.ts';
import { FILE, kari, MONDAY, REPORT } from './journal.ts';
import { NAMES, REPORTED } from './pages-case.ts';

const SCHEMA = new URL('../../docs/uncased-file.schema.json', import.meta.url);
const OTHER = asId<'file'>('20000000-0000-4000-8000-0000000000aa');

type Told = ReportEvent extends infer E ? E extends ReportEvent ? Pick<E, 'type' | 'content'> : never : never;
const came = { part: 1, receivedAt: MONDAY, leftOut: [], forReserve: false };

/** With every answer that a report may hold besides. */
const FULL: ReportContent = {
  ...REPORTED, stillHappening: 'ja', hasCareOrGuardian: 'vet-ikke', worksInService: 'nei', worksWhere: 'Dagsenteret', animalsInHome: 'ja', contacted: ['HJEMMETJENESTE'], contactedWhen: 'i fjor', doneSoFar: 'Snakket med henne.', others: { answer: 'ja', howMany: '2', about: 'Søsteren.' },
  consent: { code: 'DELVIS', basis: 'FVL_13B_5', basisText: 'Hun er redd.' }, ownWords: true, crowded: true, lastHappened: 'i går', person: { ...REPORTED.person, needs: ['TOLK'], needsWhat: 'Samisk' },
};

/** Every kind of entry that a report can have, each once. */
const ENTRIES: readonly Told[] = [
  { type: 'ReportArrived', content: { part: 0, reference: '2026-M0LD01', channel: 'EGET_ARBEID', receivedAt: MONDAY, report: FULL, leftOut: [kari.userId], forReserve: false, typedIn: { readBack: true } } },
  { type: 'ReportAdded', content: { ...came, report: REPORTED } }, { type: 'ReportSeen', content: {} },
  { type: 'ReportMadeUrgent', content: { danger: 'Han har kniv.', called: '112', calledBy: 'Naboen', calledWhen: 'kl. 02', averting: 'OPPFYLT', avertedBy: 'Kari', avertedWhen: 'kl. 03' } },
  { type: 'ReportHandedOver', content: { note: 'Ring i dag.' } }, { type: 'ReportHandOverRead', content: {} }, { type: 'ReportDecided', content: { outcome: 'DROFTING' } }, { type: 'ReportMovedOut', content: {} }, { type: 'ReportAfterConsultation', content: { reference: '2026-DR0FT1', consultation: OTHER } },
  { type: 'ReportImpartialityDeclared', content: { connection: 'SENERE' } }, { type: 'ReportImpartialityDeclared', content: { connection: 'INGEN' } }, { type: 'ReportColleagueLeftOut', content: { leftOut: [kari.userId] } },
  { type: 'ReporterWrote', content: { ...came, message: { feels: 'VERRE', text: 'Det er verre nå.' } } },
  { type: 'AttachmentArrived', content: { ...came, attachment: { object: OTHER, key: 'n0kkel-til-filen', name: 'Borghild.jpg', type: 'jpeg', bytes: 12, sha256: 'ab' } } },
  { type: 'AttachmentsAwaited', content: { slots: [OTHER] } }, { type: 'AttachmentChecked', content: { object: OTHER, result: 'CLEANED' } }, { type: 'AttachmentFollowed', content: { slot: OTHER } },
  { type: 'ReporterAsked', content: { messageId: 'm', what: 'SPORSMAL', text: 'Når er hun alene?' } }, { type: 'WindowClosed', content: {} }, { type: 'ReportSplit', content: { formId: OTHER, into: [OTHER] } }, { type: 'ReportPassedOn', content: { parts: 3, into: [OTHER] } },
  { type: 'ReportSentOn', content: { transferId: 't', to: { kind: 'OUTSIDE', name: 'Nordbø kommune', spokeWith: 'Vakttelefonen' }, outcome: 'UTENFOR_KOMMUNER', basis: 'FVL_13B_5', grounds: 'Hun bor der.', scope: 'HELE', text: '', phonedWho: '', phonedWhen: '' } },
  { type: 'SendingCarried', content: { transferId: 't' } }, { type: 'SendingConfirmed', content: { transferId: 't', by: 'Vakten', how: 'TELEFON', when: 'i går' } },
];
const EVENTS = ENTRIES.map((one) => ({ ...one, version: 2, happenedAt: MONDAY, writtenAt: MONDAY, actor: kari.userId })) as readonly ReportEvent[]; // each has its own content, above

const ADVISED = { advice: 'Snakk med henne alene.', card: '', minutes: 20, topics: ['SAMTYKKE' as const], outcome: 'RAD' as const, notNames: ['Vår'] };
const ABOUT = { service: 'HJEMMETJENESTE' as const, municipality: '9901', violence: ['PSYKISK' as const], ageBand: 'A80' as const };
const head = { version: 1, happenedAt: MONDAY, writtenAt: MONDAY, actor: kari.userId };
const CONSULTED: readonly ConsultationEvent[] = [
  { type: 'ConsultationAsked', ...head, content: { ...ABOUT, reference: '2026-DR0FT1', reportId: REPORT, receivedAt: MONDAY, urgent: false } },
  { type: 'ConsultationRegistered', ...head, content: { ...ABOUT, ...ADVISED, reference: '2026-DR0FT1', direction: 'FRA_OSS', on: day('2026-03-01') ?? expect.fail('no day') } },
  { type: 'ConsultationAnswered', ...head, content: { ...ADVISED, messageId: 'm', sent: true } },
  { type: 'ConsultationBecameReport', ...head, content: { reference: '2026-NYMELD', grounds: 'Hun sa ja.', consent: 'GITT_MUNTLIG', notNames: [] } },
] as readonly ConsultationEvent[]; // codes as above

function made(kind: 'report' | 'consultation', address = false, edition: Edition = 'other') {
  const report = veiled({ state: EVENTS.reduce(evolveReport, NO_REPORT), events: EVENTS }, { reporter: edition === 'other', address, place: false });
  return makeUncased({
    file: { id: FILE, kind, reference: '2026-M0LD01', owner: 'Lia', endedAt: MONDAY }, report, consultation: kind === 'report' ? undefined : { events: CONSULTED }, names: NAMES, region: 'Voksenvern Lia',
    covered: address ? ['address'] : [], edition, opens: () => true, by: kari.userId, now: MONDAY,
  });
}

describe('what never became a case as a file', () => {
  test('holds every entry in its order, and is what its published schema says (WRITE_DOCS=1 writes it anew)', () => {
    const published = `${JSON.stringify(z.toJSONSchema(uncasedFile), null, 2)}\n`;
    if (process.env['WRITE_DOCS'] === '1') writeFileSync(SCHEMA, published);
    expect(readFileSync(SCHEMA, 'utf8')).toBe(published);
    for (const kind of ['report', 'consultation'] as const) expect(uncasedFile.safeParse(JSON.parse(JSON.stringify(made(kind)))).error).toBeUndefined();
    expect(made('report').journal.map(({ no, type }) => [no, type])).toEqual(EVENTS.map(({ type }, at) => [at + 1, type]));
    expect(made('consultation').consultation.map(({ type }) => type)).toEqual(CONSULTED.map(({ type }) => type));
  });

  test('tells nobody who reported, also where a colleague did and typed it themselves, nor whom it named, nor the key of a file', () => {
    const texts = [JSON.stringify(made('report')), ...LANGUAGES.map((lang) => JSON.stringify(uncasedSheet(made('report'), NAMES, lang)))];
    for (const said of texts) {
      expect(said).toContain('Borghild Lian');
      expect(said).toContain('Det er verre nå.');
      for (const secret of ['Ingunn Moen', '55 55 01 23', 'Hjemmetjenesten i Lia', 'n0kkel', 'Borghild.jpg', 'leftOut":']) expect(said, secret).not.toContain(secret);
    }
    expect(made('report').journal[0]?.by).toEqual({ id: '', name: '' });
  });

  test('leaves out an address that somebody said is secret, and says so', () => {
    const address = REPORTED.person.address ?? expect.fail('the report has an address');
    expect(JSON.stringify(made('report'))).toContain(address);
    expect(JSON.stringify(made('report', true))).not.toContain(address);
    expect(made('report', true).withheld).toContain('address');
  });

  test.each(LANGUAGES)('in %s on paper every entry and answer stands in words, and on each page who made it and when', (lang) => {
    for (const kind of ['report', 'consultation'] as const) {
      const sheet = uncasedSheet(made(kind), NAMES, lang);
      const items = sheet.parts.flatMap((part) => part.items);
      expect(sheet.parts.at(-1)?.items).toHaveLength(EVENTS.length);
      expect(items.filter(({ heading }) => /^\d+\. [A-Z][a-z]+[A-Z]/.test(heading)), 'no entry by its name in the program').toEqual([]);
      expect(items.flatMap(({ lines }) => lines.filter(({ term, text }) => /^[a-z]/.test(term) || text.some((line) => /^[A-Z]{2,}(_[A-Z0-9]+)*$|^[0-9a-f]{8}-/.test(line))).map(({ term, text }) => `${term}: ${text.join()}`)), 'no answer by its code').toEqual([]);
      expect(sheet.footer).toContain('Kari Nes');
    }
  });
});

describe('who takes it out', () => {
  const person = (...roles: string[]): Actor => ({ kind: 'person', regionId: asId<'region'>(FILE), userId: kari.userId, roles, municipalityId: undefined, signedInAt: MONDAY });
  const facts = (change: Partial<UncasedFacts> = {}): UncasedFacts => ({ file_id: FILE, over_at: null, report_id: REPORT, answer: 'INGEN', excluded: false, strict: false, ...change });

  test('is the coordinator and the archive, and nobody else', () => {
    for (const role of ['KOORDINATOR', 'ARKIVAR']) expect(mayTakeUncased(person(role), facts())).toMatchObject({ allow: true, files: [FILE, REPORT] });
    const edition = (role: string, over: typeof MONDAY | null) => editionOf(mayTakeUncased(person(role), facts({ over_at: over })));
    expect([edition('ARKIVAR', MONDAY), edition('ARKIVAR', null), edition('KOORDINATOR', MONDAY)], 'the archive’s, when it is over').toEqual(['archive', 'other', 'other']);
    for (const role of ['TEAMMEDLEM', 'MOTTAK', 'LEDER', 'PERSONVERNOMBUD', 'SYSTEMADMIN', 'STYRINGSGRUPPE', 'TILSYN']) expect(mayTakeUncased(person(role), facts()).allow, role).toBe(false);
    expect(mayTakeUncased({ kind: 'system', regionId: asId<'region'>(FILE), task: 'dispose' }, facts()).allow).toBe(false);
  });

  test('fvl § 6: nobody who is left out, nobody before they have answered for the report, and of a talk, which names nobody, nothing is asked', () => {
    for (const role of ['KOORDINATOR', 'ARKIVAR']) {
      expect(mayTakeUncased(person(role), facts({ excluded: true })).allow).toBe(false);
      expect(mayAskForUncased(person(role), facts({ excluded: true, answer: null })).allow).toBe(false);
      for (const answer of [null, 'SENERE'] as const) {
        expect(mayTakeUncased(person(role), facts({ answer }))).toMatchObject({ allow: false, because: 'impartiality_first' });
        const asks = mayAskForUncased(person(role), facts({ answer }));
        expect(asks.allow && (asks.files ?? []), 'nothing is opened for the question').toEqual([]);
      }
      expect(mayAnswerForUncased(person(role), facts({ answer: null }))).toMatchObject({ allow: true, files: [REPORT] });
      expect(mayTakeUncased(person(role), facts({ report_id: null, answer: null }))).toMatchObject({ allow: true, files: [FILE] });
      expect(mayAnswerForUncased(person(role), facts({ report_id: null, answer: null })).allow).toBe(false);
    }
  });

  test('domain reference §5.5: no file is made where a case with a strictly confidential address has a part of it', () => {
    for (const role of ['KOORDINATOR', 'ARKIVAR']) for (const may of [mayTakeUncased, mayAskForUncased, mayAnswerForUncased]) expect(may(person(role), facts({ strict: true })).allow).toBe(false);
  });
});
