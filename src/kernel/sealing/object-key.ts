import { takeKey } from './aead.ts';
import { fileKeyOf, newFileKey, type FileKey } from './region-keys.ts';
import type { StreamFacts } from './stream.ts';

/** A sealed object with what opens it, for whoever may: never kept, never shown. */
export type SealedObject = { readonly facts: StreamFacts; readonly key: FileKey };

/** A key for one object that is sealed where the region's keys are not at hand. Its text travels in an envelope, and lies in a journal. */
export function newObjectKey(): { readonly key: FileKey; readonly text: string } {
  const key = newFileKey();
  const plain = key.secret.export();
  const text = plain.toString('base64');
  plain.fill(0);
  return { key, text };
}

/** The key again. Throws RangeError on a text that is none. */
export function objectKey(text: string): FileKey {
  return fileKeyOf(takeKey(Buffer.from(text, 'base64')));
}
