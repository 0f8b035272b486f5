import { PDFDocument } from '@cantoo/pdf-lib';
import { openCase } from '../../src/cases/queries/open.ts';
import { askReporterInCase } from '../../src/cases/commands/dialogue.ts';
import { windowKeys } from '../../src/kernel/sealing/window-secret.ts';
import { LARGEST_FILE } from '../../src/reports/window/content.ts';
import { planMessage } from '../../src/reports/window/message.ts';
import { takeFile } from '../../src/web/public/upload.ts';
import { acting, openArrived, type Lived, type Teller } from './live.ts';
import { DEMO_REGION } from './region.ts';
import type { Story } from './story.ts';

type Sent = Lived['report'];

/** Whoever leads the case asks; whoever reported answers with the code, and adds a letter; it is read the same day. */
export async function talk(teller: Teller, { question, answer, letter }: NonNullable<Story['talk']>, { report, caseId, lead }: Lived): Promise<void> {
  const act = acting(teller, teller.clock);
  await act.later(20);
  await act.does(lead, askReporterInCase, { caseId, reportId: report.id, messageId: teller.chance.uuid(), what: 'SPORSMAL', text: question, consent: '', decision: '' });
  await act.later(16);
  await write(teller, report, answer);
  await add(teller, report, await pdf(letter));
  await act.later(5);
  await act.does(lead, openCase, { caseId });
}

async function write(teller: Teller, { id, code }: Sent, text: string): Promise<void> {
  const { intake, bundle, clock, chance } = teller;
  const planned = planMessage({ text, feels: '' }, clock.now, 'nb');
  if (!planned.ok) throw new Error(`a demo message was refused: ${planned.code}`);
  const { lookup } = await windowKeys({ kind: 'code', code }, DEMO_REGION);
  await intake.addMessage({ region: DEMO_REGION, lookup, thread: id, messageId: chance.uuid(), content: planned.value, answers: true }, bundle.intake, clock.now);
  await openArrived(teller, id);
}

/** The way a browser sends it, without the socket. */
export async function add(teller: Teller, { id, code }: Sent, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const { intake, bundle, clock, storage } = teller;
  const body = new FormData();
  body.append('fil', new File([bytes], 'notat etter besøk.pdf'));
  const taken = await takeFile<never>(new Request('http://demo.invalid', { method: 'POST', body }), { storage, most: LARGEST_FILE, admit: async () => ({ region: DEMO_REGION, thread: id }) });
  if (taken.state !== 'stored') throw new Error(`a demo file was refused: ${taken.state}`);
  const { lookup } = await windowKeys({ kind: 'code', code }, DEMO_REGION);
  const content = { kind: 'file', version: 1, receivedAt: clock.now, ...taken.file } as const;
  await intake.addFile({ region: DEMO_REGION, to: { draft: undefined, lookup }, thread: id, content }, bundle.intake, clock.now);
  await openArrived(teller, id);
}

/** A page with some lines on it, and the author's name inside, which the cleaned copy has lost. */
export async function pdf(lines: readonly string[]): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.create();
  document.setAuthor('Kristin Rud');
  const page = document.addPage([420, 300]);
  for (const [at, line] of lines.entries()) page.drawText(line, { x: 40, y: 250 - at * 24, size: 12 });
  return new Uint8Array(await document.save());
}
