import type { KeyObject } from 'node:crypto';
import type { FileId } from '../kernel/ids.ts';
import { factId } from '../kernel/sealing/mac.ts';

/** The pseudonym of a file in figures. Each kind of row has its own, so that days cannot be laid beside codes. @param statsKey the region's */
export function idInFigures(statsKey: KeyObject, kind: 'case' | 'pace' | 'report' | 'out' | 'late' | 'shared', fileId: FileId): Buffer {
  return factId(statsKey, kind === 'case' ? fileId : `${kind} ${fileId}`);
}
