import type { Context } from '../../kernel/context.ts';
import type { KeyObject } from 'node:crypto';
import { SealBroken } from '../../kernel/sealing/broken.ts';
import { StartProblem } from '../../kernel/start-problem.ts';
import type { ObjectPlace, Storage } from '../../kernel/storage.ts';

/** One region on its way from keys that were seen to keys that nobody saw, in one transaction. The two contexts differ in their keys and in who signs. */
export type Change = {
  readonly host: string;
  readonly from: Context;
  readonly to: Context;
  /** behind the deployment's own key from now on */
  readonly identityKey: Buffer;
  readonly formerRoot: KeyObject;
  readonly storage: Storage;
  /** where the lists beside the database lie */
  readonly besideDir: string;
  readonly log: (line: string) => void;
  readonly counted: Counted;
  readonly sent: Sent;
};

/** Files that were sent: nothing speaks of the former ones once it is committed, and nothing of the new ones where it is not. */
export type Sent = { readonly former: ObjectPlace[]; readonly now: ObjectPlace[] };

/** What the person who runs it is told. */
export type Counted = { files: number; objects: number; unreadableObjects: number; unreadableEnvelopes: number; unpublished: string[] };

/** Evidence is never written anew over a fault: everything stays as it was. */
export function stopped(host: string, what: string): StartProblem {
  return new StartProblem(`${host}: ${what} er endret av noe annet enn produktet, så ingen nøkler er byttet og ingenting er endret. Kjør npm run audit:verify.`);
}

/** Does it, and stops where a seal is broken. @param what in words for whoever runs it */
export async function whole<R>(host: string, what: string, work: () => Promise<R>): Promise<R> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SealBroken) throw stopped(host, what);
    throw error;
  }
}
