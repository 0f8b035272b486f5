import type { StartFacts } from '../start.ts';
import { caseTexts } from '../texts.ts';
import { memberMunicipalities, type Asker } from './asked.ts';

/** What has to be known of the region to read reports as the beginning of a case. */
export function startFacts(asker: Asker): StartFacts {
  return {
    municipality: (number) => memberMunicipalities(asker).find((row) => row.number === number)?.municipality_id,
    dangerReported: caseTexts.nb.dangerReported, worseReported: caseTexts.nb.worseReported,
  };
}
