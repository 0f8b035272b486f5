import { randomUUID } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import type pg from 'pg';
import { describe, expect, test } from 'vitest';
import { askForFile, sweepDocuments } from '../../src/documents/commands/files.ts';
import { openContent } from '../../src/documents/commands/sealed.ts';
import { openPublication, publicationFile } from '../../src/documents/queries/open.ts';
import { getSealed } from '../../src/documents/store.ts';
import type { Person } from '../../src/kernel/actor.ts';
import { asId } from '../../src/kernel/ids.ts';
import { exclude } from '../../src/kernel/journal/file.ts';
import { addMs, DAY_MS, MINUTE } from '../../src/kernel/time.ts';
import { NORDFJELLA, type World } from '../support/world.ts';
import { does } from './source-cases.ts';

type There = { readonly world: World; readonly superuser: pg.Client; readonly kari: Person; readonly leif: Person; readonly stine: Person; readonly publicationId: string; readonly made: () => Promise<void> };

/** The edition that shows each case, in the world of the reports: asked for by one person, for a day. */
export function internalEdition(there: () => There): void {
  const now = (person: Person): Person => ({ ...person, signedInAt: there().world.clock.now });
  const asks = async (by: Person): Promise<{ readonly outputId: string; readonly files: readonly string[] }> => {
    const { world, publicationId, made } = there();
    const outputId = randomUUID();
    await does(world, askForFile, now(by), { publicationId, newId: outputId, edition: 'INTERN', format: 'docx' });
    await made();
    const { files } = await world.house.door.unaudited(NORDFJELLA, 'test', async (ctx) => openContent(ctx, outputId, (await getSealed(ctx.tx, NORDFJELLA, outputId)).sealed_content));
    return { outputId, files };
  };
  const fetches = async (by: Person, outputId: string): Promise<string> => {
    const outcome = await there().world.house.door.enter(publicationFile, by, { outputId });
    return outcome.ok ? 'done' : outcome.code;
  };
  const audited = async (useCase: string) => (await there().superuser.query<{ n: number; outcome: string }>('select cardinality(files)::int as n, outcome from kernel.audit_event where use_case = $1 order by xid desc limit 1', [useCase])).rows[0];
  const isListed = async (by: Person, outputId: string) => (await does(there().world, openPublication, now(by), { publicationId: there().publicationId })).outputs.some((one) => one.output_id === outputId);

  describe('the internal edition', () => {
    test('is its asker’s alone and is fetched after a sign-in of a moment ago, noted for each case in it when it is made and when it is fetched, and gone after a day', async () => {
      const { world, kari, leif, stine, made, publicationId } = there();
      const outputId = randomUUID();
      await does(world, askForFile, kari, { publicationId, newId: outputId, edition: 'INTERN', format: 'pdf' });
      expect(await audited('documents.ask_file')).toMatchObject({ n: 5 });
      await made();
      expect(await fetches({ ...kari, signedInAt: addMs(world.clock.now, -16 * MINUTE) }, outputId)).toBe('sign_in_again');
      const pdf = await PDFDocument.load((await does(world, publicationFile, now(kari), { outputId })).bytes);
      expect(pdf.getPageCount()).toBeGreaterThan(3);
      expect(await audited('documents.file')).toMatchObject({ n: 5 });
      expect([await fetches(leif, outputId), await fetches(stine, outputId)]).toEqual(['not_found', 'not_found']);
      world.clock.now = addMs(world.clock.now, DAY_MS - 1);
      expect([await fetches(now(kari), outputId), await isListed(kari, outputId)]).toEqual(['done', true]);
      world.clock.now = addMs(world.clock.now, 1);
      expect([await fetches(now(kari), outputId), await isListed(kari, outputId)], 'before the round that takes it away').toEqual(['not_found', false]);
      await sweepDocuments((await world.worker()).door, NORDFJELLA);
      expect((await does(world, openPublication, stine, { publicationId })).outputs).toHaveLength(2);
    });

    test('is not fetched any more by whoever has become inhabil in a case of it, has lost the role, or works for one municipality now', async () => {
      const { world, kari, leif } = there();
      const own = await asks(leif);
      expect(own.files.length).toBeGreaterThan(0);
      expect([await fetches(now(leif), own.outputId), await isListed(leif, own.outputId)]).toEqual(['done', true]);
      await world.house.door.unaudited(NORDFJELLA, 'test', (ctx) => exclude(ctx, asId<'file'>(own.files[0] ?? ''), [leif.userId]));
      expect([await fetches(now(leif), own.outputId), await isListed(leif, own.outputId)]).toEqual(['not_found', false]);
      expect((await audited('documents.file'))?.outcome).toBe('denied:not_any_more');
      const { outputId } = await asks(kari);
      expect(await fetches(now(kari), outputId)).toBe('done');
      expect(await fetches({ ...now(kari), roles: ['TEAMMEDLEM'] }, outputId)).toBe('not_found');
      expect(await fetches({ ...now(kari), roles: ['LEDER'], municipalityId: leif.municipalityId }, outputId)).toBe('not_found');
    });
  });
}
