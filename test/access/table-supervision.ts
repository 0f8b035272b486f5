import { chooseDormantDays, shutOutDormant } from '../../src/staff/commands/dormant.ts';
import { proposeSupervision, supervisionList } from '../../src/staff/commands/supervision.ts';
import { forOne, forRegion, type Row } from './row.ts';

/** Supervision, which reads for a time; what it reads stands with the cases. And accounts that end because nobody uses them. */
export const SUPERVISION_ROWS: readonly Row[] = [
  forOne(proposeSupervision, 'Foreslå at noen leser saker som tilsyn, til en bestemt dag'),
  forRegion(supervisionList, 'Se hvem som fører tilsyn, på hvilket grunnlag og til når'),
  forRegion(chooseDormantDays, 'Bestemme hvor lenge en konto kan stå ubrukt'),
  forRegion(shutOutDormant, 'Stenge kontoer ingen har brukt'),
];
