import type { FileId } from '../../src/kernel/ids.ts';
import type { Acting } from './live.ts';

const INVITATION = `Vi vil gjerne snakke med deg

Hei

Vi vil høre hvordan du har det, og hva du selv ønsker.

Tid: torsdag kl. 11
Sted: legekontoret i Fjordby

Du kan ta med deg noen du stoler på. Du bestemmer selv om du vil komme, og hva du vil fortelle.

Ring oss på 55 55 01 10 hvis tiden ikke passer.`;

/** An invitation that was finalised and handed over at the doctor's, and a letter that still lacks its words. */
export async function letters(act: Acting, caseId: FileId, lead: string): Promise<void> {
  const invitation = act.newId();
  await act.step(lead, 'draftDocument', caseId, { letter: 'INNKALLING', delivery: 'HELSE', newId: invitation });
  await act.step(lead, 'editDocument', caseId, { document: invitation, docText: INVITATION });
  if (await act.may(lead, 'finaliseDocument', caseId, { document: invitation, delivery: 'HELSE' })) {
    await act.step(lead, 'recordSending', caseId, { document: invitation, sentHow: 'HELSE', sentTo: 'Personen selv, av legesekretæren' });
  }
  await act.step(lead, 'draftDocument', caseId, { letter: 'BREV', delivery: 'MOTE' });
}
