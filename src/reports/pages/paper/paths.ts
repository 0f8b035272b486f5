import type { Lang } from '../../../kernel/texts.ts';
import type { PadId } from '../../paper/pad.ts';

/** Pads of the paper form; stands before a report's own address, which would take it for an id. */
export const PADS = '/mottak/blokk';

export const padPath = (id: PadId | string): string => `${PADS}/${id}`;
/** the pad as a file for the printer */
export const padFilePath = (id: PadId | string): string => `${padPath(id)}/skjema`;
export const blankPath = (lang: Lang | string): string => `${PADS}/uten-nummer/${lang}`;

/** Said in the address after something was done (`?gjort=`), or could not be (`?feil=`). */
export const PAPER_DONE = { made: 'laget', settled: 'lagret' } as const;
export const PAPER_FAULT = { cannotPrint: 'fil', not_published: 'nettsted' } as const;
