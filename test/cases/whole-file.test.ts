import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type CaseFacts } from '../../src/cases/access.ts';
import { editionOf, mayAskForWhole, mayTakeBeside, mayTakeWhole } from '../../src/cases/access/archive.ts';
import { wholeSheet } from '../../src/cases/pages/whole-sheet.ts';
import { besideOf, makeWhole } from '../../src/cases/whole/made.ts';
import { wholeFile, withSchema, type Edition } from '../../src/cases/whole/whole-file.ts';
import { wholeTexts } from '../../src/cases/whole/texts.ts';
import { caseTexts } from '../../src/cases/texts.ts';
import { LANGUAGES } from '../../src/kernel/texts.ts';
import { addMs } from '../../src/kernel/time.ts';
import { addPerson, assessCapacity, assessing, closed, conclude, confirmTransfer, SORVIKA, transferInside, consents, draft, edit, finalise, investigate, measure, note, seeReporter, sent, share, writeCard, classified, grant } from './acts.ts';
import { FILE, kari, lise, MONDAY, REPORT, type Journal } from './journal.ts';
import { NAMES, PLACES, REPORTED } from './pages-case.ts';
import { closedFile, NO_DIALOGUE, type Dialogue } from '../../src/reports/dialogue.ts';

const SCHEMA = new URL('../../docs/case-file.schema.json', import.meta.url);

function full(): Journal {
  const file = classified();
  file.by(kari, addPerson('unni', ['PARORENDE']));
  file.by(kari, assessCapacity());
  file.by(lise, consents());
  file.by(lise, share());
  file.by(lise, writeCard());
  file.by(lise, note());
  file.by(kari, grant());
  file.by(lise, draft());
  file.by(lise, edit());
  file.by(lise, finalise());
  file.by(lise, sent());
  file.by(lise, investigate);
  file.by(lise, measure());
  file.by(lise, conclude);
  return file;
}

const DIALOGUE: Dialogue = { ...NO_DIALOGUE, ours: [{ messageId: 'm', what: 'SPORSMAL', text: 'Når er hun alene?', at: MONDAY, by: kari.userId }] };

function whole(file: Journal, edition: Edition = 'other', dialogue: Dialogue = DIALOGUE) {
  return makeWhole({ fileId: FILE, state: file.state(), events: file.events, reports: [{ reference: '2026-M0LD01', contents: [{ at: MONDAY, report: REPORTED }], dialogue, consultations: [], typedIn: undefined }], names: NAMES, municipalities: PLACES, region: 'Voksenvern Lia', covered: [], edition, opens: (one) => closedFile(one) === undefined, by: kari.userId, now: file.now() });
}

describe('a whole case as a file', () => {
  test('holds every entry of the journal in its order, each with who wrote it and when', () => {
    const file = full();
    expect(whole(file).journal.map(({ no, type, by, writtenAt }) => [no, type, by.id, writtenAt])).toEqual(file.events.map((event, at) => [at + 1, event.type, event.actor, event.writtenAt]));
  });

  test('is what its published schema says (WRITE_DOCS=1 writes it anew)', () => {
    const published = `${JSON.stringify(z.toJSONSchema(wholeFile), null, 2)}\n`;
    if (process.env['WRITE_DOCS'] === '1') writeFileSync(SCHEMA, published);
    expect(readFileSync(SCHEMA, 'utf8')).toBe(published);
    for (const file of [full(), closed()]) expect(wholeFile.safeParse(JSON.parse(JSON.stringify(whole(file)))).error).toBeUndefined();
  });

  test('carries the schema that it follows: whoever opens it in thirty years has the file, and not this program', () => {
    const file: unknown = JSON.parse(JSON.stringify(withSchema(whole(full()), wholeFile)));
    const read = wholeFile.parse(file);
    expect(`${JSON.stringify(read.schema, null, 2)}\n`).toBe(readFileSync(SCHEMA, 'utf8'));
  });

  test('names the municipality beside its number on paper: a number is no place to a reader', () => {
    const made = (municipality: string) => makeWhole({ fileId: FILE, state: full().state(), events: [], reports: [{ reference: '2026-M0LD01', contents: [{ at: MONDAY, report: { ...REPORTED, person: { ...REPORTED.person, municipality } } }], dialogue: NO_DIALOGUE, consultations: [{ reference: '2026-DR0FT1', consultation: FILE }], typedIn: undefined }], names: NAMES, municipalities: PLACES, region: 'Voksenvern Lia', covered: [], edition: 'archive', opens: () => true, by: kari.userId, now: MONDAY });
    const on = (number: string) => JSON.stringify(wholeSheet(made(number), { ...NAMES, 9901: 'Fjordby' }, 'nb').parts);
    expect(on('9901'), 'and the consultation that it came after').toContain('[{"term":"Kom etter drøfting","text":["2026-DR0FT1"]},');
    expect([on('9901').includes('"Fjordby (9901)"'), on('0301').includes('"Oslo (0301)"'), on('0000').includes('"0000"')], 'here, outside the region, of no list').toEqual([true, true, true]);
  });

  test('tells nobody who reported, the code word of the night card, or whom a report named among the staff: not in JSON and not on paper', () => {
    const file = full();
    file.by(lise, draft('b2', { letter: 'TILBAKEMELDING', docTo: 'Ingunn Moen' }));
    file.by(lise, seeReporter);
    file.wait(-1); // within the hour
    file.by(lise, edit('b2', 'Hei Ingunn Moen\n\nVi har mottatt bekymringen.'));
    file.by(lise, seeReporter);
    file.wait(-1); // within the hour
    file.by(lise, finalise('b2'));
    file.by(lise, sent('b2', 'Ingunn Moen'));
    const made = whole(file);
    const said = JSON.stringify(made);
    expect(said).toContain('Borghild Lian');
    expect(said).toContain('Vi har mottatt bekymringen.');
    for (const secret of ['Ingunn Moen', '55 55 01 23', 'Hjemmetjenesten i Lia', 'Blå hest', 'leftOut":', 'codeWord":']) expect(said, secret).not.toContain(secret);
    expect(made.reports[0]?.parts[0]?.content['reporter']).toEqual({ code: 'HJEMMETJENESTE', wantsFeedback: true });
    for (const lang of LANGUAGES) for (const secret of ['Ingunn Moen', '55 55 01 23', 'Blå hest']) expect(JSON.stringify(wholeSheet(made, NAMES, lang))).not.toContain(secret);
  });

  test('arkivlova: in the archive’s edition stand who reported and each file beside it, by a name of its own; elsewhere none, and what cannot be opened in none', () => {
    const file = full();
    const attachment = (type: 'jpeg' | 'pdf', check: 'CLEANED' | 'INFECTED'): Dialogue['attachments'][number] => ({ object: type, type, check, name: 'b.bin', bytes: 9, sha256: '', key: '', at: MONDAY, order: 0, cleaned: undefined });
    const dialogue = { ...DIALOGUE, attachments: [attachment('jpeg', 'INFECTED'), attachment('pdf', 'CLEANED')] };
    const made = whole(file, 'archive', dialogue);
    expect(besideOf(made)).toEqual([{ name: 'fil-1.pdf', reference: '2026-M0LD01', no: 2 }, { name: 'fil-2.pdf', document: 1, version: 1 }]);
    expect(besideOf(whole(file, 'other', dialogue))).toEqual([]);
    expect(made.withheld).toEqual(['codeWord', 'leftOut']);
    expect(JSON.stringify(made)).not.toMatch(/Blå hest|leftOut":|codeWord":/);
    for (const lang of LANGUAGES) {
      const paper = JSON.stringify(wholeSheet(made, NAMES, lang));
      for (const said of ['Ingunn Moen', '55 55 01 23', 'fil-1.pdf', 'fil-2.pdf', made.documents[0]?.versions[0]?.sha256 ?? 'no hash']) expect(paper, said).toContain(said);
      expect(JSON.stringify(wholeSheet(made, NAMES, lang).lead)).toContain(wholeTexts[lang].withheldArchive);
    }
  });

  test.each(LANGUAGES)('in %s on paper every entry stands in words, and on each page who made it and when', (lang) => {
    const file = full();
    const sheet = wholeSheet(whole(file), { ...PLACES, ...NAMES }, lang);
    const journal = sheet.parts.at(-1)?.items ?? [];
    expect(journal).toHaveLength(file.events.length);
    expect(journal.filter(({ heading }) => /^\d+\. [A-Z][a-z]+[A-Z]/.test(heading)), 'no entry by its name in the program').toEqual([]);
    expect(journal.flatMap(({ lines }) => lines.filter(({ term, text }) => /^[a-z]+[A-Z]/.test(term) || text.some((line) => /^[A-Z]+(_[A-Z0-9]+)+$|^[0-9a-f]{8}-/.test(line)))), 'no answer by its code').toEqual([]);
    expect(sheet.footer).toContain('Kari Nes');
  });

  test.each(LANGUAGES)('in %s a transfer stands on paper under the questions that it was asked', (lang) => {
    const file = assessing();
    file.by(kari, transferInside);
    file.by(lise, confirmTransfer);
    const journal = wholeSheet(whole(file), { ...PLACES, ...NAMES }, lang).parts.at(-1)?.items ?? [];
    const terms = journal.flatMap(({ lines }) => lines).map(({ term, text }) => [term, text.join()]);
    for (const [field, said] of [['sent', 'Bekymringen'], ['toRegion', SORVIKA.name], ['grounds', 'Hun bor der nå.']] as const) expect(terms).toContainEqual([caseTexts[lang][`field.${field}`], said]);
    expect(terms.filter(([term]) => /^[a-z]+[A-Z]/.test(term ?? ''))).toEqual([]);
  });
});

describe('who takes a whole case out', () => {
  const facts = (change: Partial<CaseFacts> = {}): CaseFacts => ({ fileId: FILE, status: 'TILTAK', owner: undefined, closedAt: undefined, lead: lise.userId, excluded: false, impartial: true, restricted: false, grantedUntil: addMs(MONDAY, 1e9), supervisionSince: undefined, emergencyUntil: undefined, asked: false, inReception: false, strict: false, named: false, ...change });
  const may = (roles: readonly string[], change: Partial<CaseFacts> = {}, userId = kari.userId) => mayTakeWhole({ userId, roles, municipalities: [] }, facts(change), [REPORT], MONDAY);

  test('is the coordinator, the case lead and the archive: not whoever was let in, nor a leader', () => {
    expect(may(['KOORDINATOR'])).toMatchObject({ allow: true, files: [FILE, REPORT] });
    expect(may(['TEAMMEDLEM'], {}, lise.userId)).toMatchObject({ allow: true, because: 'case_lead' });
    expect(may(['ARKIVAR'], { grantedUntil: undefined })).toMatchObject({ allow: true, because: 'archive' });
    for (const role of ['TEAMMEDLEM', 'MOTTAK', 'LEDER', 'PERSONVERNOMBUD', 'SYSTEMADMIN', 'STYRINGSGRUPPE']) expect(may([role]).allow, role).toBe(false);
  });

  test('the archive’s edition and the files beside it are the archivist’s alone, of a closed case, after the question, and of none that is strictly confidential', () => {
    const closedAt = { status: 'AVSLUTTET', closedAt: MONDAY } as const;
    const edition = (roles: readonly string[], change: Partial<CaseFacts> = {}) => [editionOf(may(roles, change)), mayTakeBeside(may(roles, change)).allow];
    expect([edition(['ARKIVAR'], closedAt), edition(['KOORDINATOR', 'ARKIVAR'], closedAt)]).toEqual([['archive', true], ['archive', true]]);
    for (const [roles, change] of [[['ARKIVAR'], {}], [['KOORDINATOR'], closedAt], [['ARKIVAR'], { ...closedAt, impartial: false }], [['ARKIVAR'], { ...closedAt, excluded: true }], [['ARKIVAR'], { ...closedAt, strict: true }]] as const) expect(edition(roles, change)).toEqual(['other', false]);
  });

  test('fvl § 6: nobody who is disqualified, and nobody before they have answered', () => {
    for (const role of ['KOORDINATOR', 'ARKIVAR']) {
      expect(may([role], { excluded: true }).allow, role).toBe(false);
      expect(may([role], { impartial: false })).toMatchObject({ allow: false, because: 'impartiality_first' });
    }
    const asks = (role: string, change: Partial<CaseFacts>) => mayAskForWhole({ userId: kari.userId, roles: [role], municipalities: [] }, facts(change), MONDAY);
    const question = asks('ARKIVAR', { impartial: false });
    expect(question).toMatchObject({ allow: true, because: 'question' });
    expect(question.allow && (question.files ?? []), 'nothing of the case is opened for it').toEqual([]);
    expect(asks('ARKIVAR', { impartial: false, excluded: true }).allow).toBe(false);
  });
});
