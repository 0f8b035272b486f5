import { asId } from '../../src/kernel/ids.ts';
import { landFile, noteFile, packFile, placeForFile } from '../../src/reports/commands/follow.ts';
import { casePaper } from '../../src/cases/commands/paper.ts';
import { settleCrossing } from '../../src/cases/commands/crossing.ts';
import { answerToCase, landTransfer, noteAnswer, noteTransfer, packTransfer } from '../../src/reports/commands/transfer.ts';
import { isElsewhere, NOW, type Situation } from './situations.ts';
import { forRegion, row, type FactsOf, type Row } from './row.ts';

const REPORT = asId<'file'>('40000000-0000-4000-8000-000000000003');
const ALONG: readonly Situation<FactsOf<typeof packFile>>[] = [
  { key: 'always', title: 'Adgang', facts: (who) => (isElsewhere(who) ? undefined : { slot: REPORT, file_id: REPORT, asked_at: NOW, carried_at: null }) },
];
const WAITING: readonly Situation<FactsOf<typeof landFile>>[] = [
  { key: 'always', title: 'Adgang', facts: (who) => (isElsewhere(who) ? undefined : { file_id: REPORT, channel: 'NETTSKJEMA' }) },
];

const TRANSFER: readonly Situation<FactsOf<typeof packTransfer>>[] = [
  { key: 'always', title: 'Adgang', facts: (who) => (isElsewhere(who) ? undefined : { transfer_id: REPORT, file_id: REPORT, to_region: null, to_report: null, sent_at: NOW, carried_at: null, confirmed_at: null, of_case: false }) },
];

/** What crosses to another region, reports and cases, and files that follow a report which was divided or sent on. */
export const FOLLOW_ROWS: readonly Row[] = [
  row(packTransfer, 'thing', 'Hente fram det som skal til en annen region', TRANSFER),
  forRegion(landTransfer, 'Legge det som kommer fra en annen region, i konvolutt'),
  row(noteTransfer, 'thing', 'Skrive ned at det er kommet fram, eller åpnet der', TRANSFER),
  row(answerToCase, 'thing', 'Se hva de har svart på en overført sak', WAITING),
  row(noteAnswer, 'thing', 'Skrive ned hva den andre regionen svarte på en overført sak', TRANSFER),
  row(settleCrossing, 'region', 'Skrive inn i saken hva den andre regionen svarte', [{ key: 'always', title: 'Adgang', facts: () => ({ caseId: REPORT, reports: [] }) }]),
  row(casePaper, 'region', 'Lage hele saken som fil når den overføres til en annen region', [{ key: 'always', title: 'Adgang', facts: () => ({ caseId: undefined, reports: [] }) }]),
  row(packFile, 'thing', 'Ta fatt på et vedlegg som følger med til en annen melding', ALONG),
  row(placeForFile, 'thing', 'Se om en melding venter på et vedlegg', WAITING),
  row(landFile, 'thing', 'Legge et vedlegg i meldingen som venter på det', WAITING),
  row(noteFile, 'thing', 'Skrive ned at et vedlegg er kommet fram', ALONG),
];
