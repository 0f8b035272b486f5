import { randomUUID } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import type pg from 'pg';
import { describe, expect, test } from 'vitest';
import { approvePublication, sendForApproval } from '../../src/documents/commands/approve.ts';
import { beginPublication, correctPublication } from '../../src/documents/commands/begin.ts';
import { writePart } from '../../src/documents/commands/write.ts';
import { contentsOf } from '../../src/documents/content.ts';
import { openPublication, publicationFile, type OpenPublication } from '../../src/documents/queries/open.ts';
import type { Person } from '../../src/kernel/actor.ts';
import type { UseCase } from '../../src/kernel/door.ts';
import { saveBreach } from '../../src/privacy/commands/breaches.ts';
import { structure, tagged } from '../support/typesetting.ts';
import { NORDFJELLA, type World } from '../support/world.ts';
import { tables, under } from './report-parts.ts';
import { does } from './source-cases.ts';

type There = { readonly world: World; readonly superuser: pg.Client; readonly kari: Person; readonly leif: Person; readonly stine: Person; readonly made: () => Promise<void> };

/** Internal control from its first word to the next year's, in the world of the reports: 2024 has 30 cases, the years after it few. */
export function internalControl(there: () => There): void {
  describe('internal control (R10, kommuneloven § 25-1)', () => {
    const WORDS = { KORT: 'Rutinene er fulgt.', RUTINER: 'To vurderer hver sak.', RISIKO: 'Feil mottaker.', FORBEDRING: 'Adressen leses høyt.' } as const;
    let control: string;

    const ok = <I, F, R>(useCase: UseCase<I, F, R>, by: Person, input: unknown): Promise<R> => does(there().world, useCase, by, input);
    const code = async <I, F, R>(useCase: UseCase<I, F, R>, by: Person, input: unknown): Promise<string> => {
      const outcome = await there().world.house.door.enter(useCase, by, input);
      return outcome.ok ? 'done' : outcome.code;
    };
    const opened = (by: Person, id: string): Promise<OpenPublication> => ok(openPublication, by, { publicationId: id });

    const begins = async (from: string, to: string): Promise<string> => (await ok(beginPublication, there().kari, { newId: randomUUID(), kind: 'R10', lang: 'nb', from, to, cutOff: '2028-05-10' })).publicationId;
    const numbers = async (id: string) => tables(under((await opened(there().kari, id)).content, 'Tallene')).map(({ rows }) => rows);
    const revisionOf = async (id: string): Promise<string> => String((await opened(there().kari, id)).row.revision);
    const emergencies = (n: number) => there().superuser.query(
      `insert into app.case_emergency select c.region_id, c.file_id, gen_random_uuid(), $1, '2026-06-01T10:00:00Z', '2026-06-02T10:00:00Z', null, null from (select region_id, file_id from app.case_file where region_id = $3 limit 1) c, generate_series(1, $2::int)`, [there().kari.userId, n, NORDFJELLA]);
    const breach = (on: string) => ok(saveBreach, there().leif, { breachId: randomUUID(), version: '0', concerns: 'REGION', what: 'Et brev gikk til feil adresse.', kinds: 'Kontaktopplysninger', measures: 'Brevet er hentet.', discoveredAt: `${on}T08:00`, affected: '1', consequences: '', authority: 'IKKE_AVGJORT', authorityAt: '', authorityWhy: '', told: 'IKKE_AVGJORT', toldWhy: '' });

    test('is begun, and not sent while a placeholder is left in it; reading the draft counts nothing', async () => {
      await emergencies(6);
      await breach('2025-03-01');
      control = await begins('2024-01', '2026-12');
      for (const [part, text] of Object.entries(WORDS)) await ok(writePart, there().kari, { publicationId: control, part, revision: '0', text: part === 'RISIKO' ? 'Feil mottaker [skriv mer].' : text, lines: [] });
      expect(await code(sendForApproval, there().kari, { publicationId: control, revision: await revisionOf(control) })).toBe('not_ready');
      expect((await opened(there().kari, control)).workshop?.lacks).toEqual([{ part: 'RISIKO', code: 'PLACEHOLDER', found: '[skriv mer]' }]);
      expect(JSON.stringify((await opened(there().kari, control)).content)).toContain('Tallene for 2026 blir talt når rapporten sendes til godkjenning.');
      expect((await there().superuser.query('select 1 from stats.standing_control')).rows).toEqual([]);
      await ok(writePart, there().kari, { publicationId: control, part: 'RISIKO', revision: '1', text: WORDS.RISIKO, lines: [] });
    });

    test('is counted when it is sent, read by its approver as it stands, and frozen: nothing that comes later changes it, or a version that corrects it, or a period that overlaps', async () => {
      await ok(sendForApproval, there().kari, { publicationId: control, revision: await revisionOf(control) });
      const sent = await numbers(control);
      expect(sent.slice(0, 2)).toEqual([
        [['Nødtilganger', '0', '0', '6'], ['Avvik med personopplysninger', '0', 'færre enn 5', '0'], ['Avvik som ikke er avklart', '0', 'færre enn 5', '0']],
        [[expect.any(String), 'færre enn 5'], [expect.any(String), '6']],
      ]);
      expect(under((await opened(there().leif, control)).content, 'Tallene')).toContainEqual({ kind: 'text', text: 'Det er for få saker i 2026 til å vise tall uten at noen kan kjennes igjen.' });
      await emergencies(5);
      await breach('2026-03-01');
      expect(await code(openPublication, there().stine, { publicationId: control })).toBe('not_found');
      expect(await code(approvePublication, there().kari, { publicationId: control, revision: await revisionOf(control), said: '' })).toBe('another_person_approves');
      await ok(approvePublication, there().leif, { publicationId: control, revision: await revisionOf(control), said: (await opened(there().leif, control)).said });
      expect(await numbers(control)).toEqual(sent);
      const corrected = (await ok(correctPublication, there().kari, { publicationId: control, newId: randomUUID() })).publicationId;
      expect((await numbers(corrected)).slice(0, 2)).toEqual(sent.slice(0, 2));
      expect((await numbers(await begins('2025-12', '2027-01')))[0]).toEqual(sent[0]?.map((row) => [row[0], row[3]]));
    });

    test('is read by the steering group on the page, as a tagged PDF and as a Word file with the same words', async () => {
      await there().made();
      const { content, outputs } = await opened(there().stine, control);
      expect(contentsOf(content).map(({ text }) => text)).toEqual(['Kort fortalt', 'Tallene', 'Rutiner', 'Risiko og avvik', 'Det vi forbedrer', 'Vedlegg']);
      const bytes = async (format: string) => (await ok(publicationFile, there().stine, { outputId: outputs.find((one) => one.format === format)?.output_id })).bytes;
      const pdf = await PDFDocument.load(await bytes('pdf'));
      expect(tagged(pdf)).toMatchObject({ marked: true });
      expect(structure(pdf).get('Table')).toBe(tables(content.blocks).length);
      expect((await bytes('docx')).subarray(0, 2).toString()).toBe('PK');
    });

    test('gives its texts to the next one, to be read through, and none of its numbers', async () => {
      const next = await begins('2027-01', '2027-12');
      const { workshop } = await opened(there().kari, next);
      expect(workshop?.parts.map(({ part, written }) => [part.code, written?.carried, written?.written.text]).filter(([, carried]) => carried)).toEqual(Object.entries(WORDS).map(([part, text]) => [part, true, text]));
      expect(workshop?.lacks.filter((lack) => lack.code === 'CARRIED')).toHaveLength(4);
      expect(await code(sendForApproval, there().kari, { publicationId: next, revision: await revisionOf(next) })).toBe('not_ready');
    });
  });
}
