import { proposeSupervision, supervisionList } from '../../src/staff/commands/supervision.ts';
import { forOne, forRegion, type Row } from './row.ts';

/** Supervision, which reads for a time; what it reads stands with the cases. */
export const SUPERVISION_ROWS: readonly Row[] = [
  forOne(proposeSupervision, 'Foreslå at noen leser saker som tilsyn, til en bestemt dag'),
  forRegion(supervisionList, 'Se hvem som fører tilsyn, på hvilket grunnlag og til når'),
];
