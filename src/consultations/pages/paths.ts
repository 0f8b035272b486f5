import type { FileId } from '../../kernel/ids.ts';

export const CONSULTATIONS = '/drofting';
export const NEW_CONSULTATION = `${CONSULTATIONS}/ny`;

/** By the consultation's own id, or by that of the report it came as. */
export function consultationPath(id: FileId | string): string {
  return `${CONSULTATIONS}/${id}`;
}
export const answerPath = (id: FileId | string): string => `${consultationPath(id)}/svar`;
export const becomePath = (id: FileId | string): string => `${consultationPath(id)}/sak`;

/** Said in the address after something was saved (`?gjort=`). */
export const DONE = { registered: 'registrert', answered: 'svart', became: 'meldt' } as const;
