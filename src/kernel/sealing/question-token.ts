import type { KeyObject } from 'node:crypto';
import type { Chance } from '../ids.ts';
import { DAY_MS, HOUR, type Instant } from '../time.ts';
import { mintPageToken, readPageToken, type TokenKind } from './page-token.ts';

/** `key`: opens what is shown (question-code.ts). The code itself stands in no page, not even sealed. */
export type OpenedQuestion = { readonly ask: string; readonly key: Buffer; readonly codeNo: number; readonly until: Instant };

/** What the page of a question carries: which visit it is, and once the code was right, the question. */
export type QuestionToken = { readonly region: string; readonly visit: string; readonly issuedAt: Instant; readonly open: OpenedQuestion | undefined };

/** `expired`: authentic, and an answer is still taken, but what was asked is shown no more: somebody else may sit there now. */
export type ReadQuestionToken = ({ readonly state: 'fresh' | 'expired' } & QuestionToken) | { readonly state: 'forged' };

const KEY = 32;
const TIME = 24;
/** A question stands for fourteen days, and what was begun in time is taken a day longer (0047_expert_questions.sql). */
const ACCEPTED = 16 * DAY_MS;
const KIND: TokenKind = { label: 'question token', ids: 3, rest: KEY + 2 + TIME, freshMs: HOUR, acceptedMs: ACCEPTED };
const NONE = '00000000-0000-0000-0000-000000000000';

export function mintQuestionToken(key: KeyObject, { region, visit, issuedAt, open }: QuestionToken, chance: Pick<Chance, 'bytes'>): string {
  const rest = Buffer.alloc(KEY + 2 + TIME);
  if (open !== undefined) {
    open.key.copy(rest);
    rest.writeUInt16BE(open.codeNo, KEY);
    rest.write(open.until, KEY + 2, 'ascii');
  }
  return mintPageToken(key, KIND, { issuedAt, ids: [region, visit, open?.ask ?? NONE], rest }, chance);
}

/** Reads whatever came in as a token; never throws. Fresh for an hour, expired up to 16 days after it was issued, forged otherwise. */
export function readQuestionToken(key: KeyObject, text: string, now: Instant): ReadQuestionToken {
  const read = readPageToken(key, KIND, text, now);
  const [region, visit, ask] = read?.ids ?? [];
  if (read === undefined || region === undefined || visit === undefined || ask === undefined) return { state: 'forged' };
  const { state, issuedAt, rest } = read;
  const open = { ask, key: Buffer.from(rest.subarray(0, KEY)), codeNo: rest.readUInt16BE(KEY), until: rest.toString('ascii', KEY + 2) as Instant }; // written above, and sealed since
  return { state, region, visit, issuedAt, open: ask === NONE ? undefined : open };
}
