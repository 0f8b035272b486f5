import { randomUUID, type KeyObject } from 'node:crypto';
import type pg from 'pg';
import type { RegionId } from '../kernel/ids.ts';
import { untilBack } from '../kernel/database/retry.ts';
import { fingerprint } from '../kernel/sealing/mac.ts';
import { sealEnvelope } from '../kernel/sealing/intake.ts';
import type { ReceiptCode } from '../kernel/sealing/receipt-code.ts';
import { windowKeys } from '../kernel/sealing/window-secret.ts';
import type { QuestionKeys } from '../kernel/sealing/question-code.ts';
import type { Instant } from '../kernel/time.ts';
import type { ExpertAnswer } from './expert/content.ts';
import { opensWith, type Submission } from './form/plan.ts';
import type { FileContent, MessageContent } from './window/content.ts';

/** The public process's whole reach into the database: these functions and nothing else. */
export type Intake = {
  /** Stores or recognises a submission. Answers only when it is on disk; throws when nobody knows whether it is. */
  readonly submit: (submission: Submission, code: ReceiptCode, key: IntakeKey, at: Instant, channel?: SentBy) => Promise<Submitted>;
  /** What stands in the window of a code or of own words (window-secret.ts); undefined where there is none. */
  readonly findWindow: (region: RegionId, lookup: string) => Promise<FoundWindow | undefined>;
  /** Stores or recognises what whoever holds the code sends. Answers only when it is on disk; throws when nobody knows whether it is. */
  readonly addMessage: (message: SentMessage, key: IntakeKey, at: Instant) => Promise<Added>;
  /** The same for a file, whose sealed object lies in the file store already: by a window's code, or by the form whose receipt somebody looks at. */
  readonly addFile: (file: SentObject, key: IntakeKey, at: Instant) => Promise<Added>;
  /** Asked before a file is taken in; asked again when it is stored. */
  readonly mayAddFile: (region: RegionId, to: FileTarget) => Promise<MayAdd>;
  readonly spendDraft: (region: RegionId, draftId: string, at: Instant) => Promise<void>;
  /** whether the form was left with «Forlat siden» */
  readonly draftSpent: (region: RegionId, draftId: string) => Promise<boolean>;
  /** The question to a professional that a code opens, for this visit alone; undefined whatever the reason. Counts a wrong try. */
  readonly openQuestion: (region: RegionId, keys: Pick<QuestionKeys, 'number' | 'check'>, visit: string, at: Instant) => Promise<FoundQuestion | undefined>;
  /** Stores or recognises the answer of the visit that opened it. Answers only when it is on disk; throws when nobody knows whether it is. */
  readonly answerQuestion: (region: RegionId, to: { readonly ask: string; readonly visit: string }, content: ExpertAnswer, key: IntakeKey, at: Instant) => Promise<Answered>;
  readonly publishedSite: (host: string) => Promise<{ regionId: RegionId; version: number; bundle: string; signature: Buffer } | undefined>;
};

/** Ways into the ledger from outside; the database takes no other. */
export type SentBy = 'NETTSKJEMA' | 'FAGSYSTEM';

export type IntakeKey = { readonly version: number; readonly publicKey: Buffer };

/** `shown` false: the draft was left with «Forlat siden»; what was posted is kept, and never shown again. */
export type Submitted = { readonly outcome: 'stored' | 'repeated' | 'added'; readonly receivedAt: Instant; readonly shown: boolean };

/** Four states and no more, the same whether or not it became a case. */
export type WindowStatus = 'received' | 'read' | 'question' | 'closed';
export type FoundWindow = {
  readonly status: WindowStatus;
  /** what its messages are sealed for */
  readonly thread: string;
  /** an anonymous consultation: nobody may be named there, and no file is taken */
  readonly advice: boolean;
  readonly files: number;
  /** when whoever holds the code last wrote */
  readonly sentAt: Instant | undefined;
  readonly replies: readonly { readonly messageId: string; readonly asks: boolean; readonly sealed: Buffer; readonly writtenAt: Instant; readonly answeredAt: Instant | undefined }[];
};

export type SentMessage = {
  readonly region: RegionId; readonly lookup: string; readonly thread: string; /** of the page it was written on */ readonly messageId: string;
  readonly content: MessageContent; /** says something in answer to what we asked */ readonly answers: boolean;
};
/** `draft`: the form whose receipt it is. `lookup`: the window; on a receipt, the one whose code may still be shown there. */
export type FileTarget = { readonly draft: string | undefined; readonly lookup: string };
export type SentObject = { readonly region: RegionId; readonly to: FileTarget; readonly thread: string; readonly content: FileContent };

export type Added = 'added' | 'repeated' | 'too_many' | 'closed' | 'unknown';
/** What a receipt needs to be shown once more: when the report came, whether the draft was not left, and whether the code opens its window. */
export type ReceiptFacts = { readonly receivedAt: Instant; readonly shown: boolean; readonly coded: boolean };
export type MayAdd = { readonly may: 'yes' | 'advice' | Exclude<Added, 'added' | 'repeated'>; readonly receipt: ReceiptFacts | undefined };

/** `forCode`: sealed to the code that `codeNo` counts. */
export type FoundQuestion = { readonly ask: string; readonly forCode: Buffer; readonly codeNo: number; readonly until: Instant };
/** answered: something else was sent before · closed: withdrawn, or too late · unknown: not opened by this visit */
export type Answered = 'stored' | 'repeated' | 'answered' | 'closed' | 'unknown';

const WAIT_FOR_DATABASE_MS = 12_000;

export function openIntake(pool: pg.Pool, fingerprintKey: KeyObject): Intake {
  return {
    submit: async (submission, code, key, at, channel = 'NETTSKJEMA') => {
      const { region, draftId, content } = submission;
      const sealed = await sealEnvelope(key.publicKey, Buffer.from(JSON.stringify(content), 'utf8'), { region, draft: draftId, part: 'report', keyVersion: key.version });
      const opens = opensWith(submission, code);
      const reply = opens === undefined ? undefined : await windowKeys(opens, region);
      const values = [
        region, draftId, fingerprint(fingerprintKey, draftId, submission.canonical), key.version, sealed,
        reply?.lookup ?? null, reply?.publicKey ?? null, at, randomUUID(),
      ];
      const row = await submit(pool, [...values, channel, 'report', null, content.mode === 'C']);
      if (row.outcome === 'unknown' || row.outcome === 'too_many') throw new Error(`submit answered ${row.outcome}`);
      return { outcome: row.outcome, receivedAt: row.received_at, shown: row.shown };
    },
    findWindow: (region, lookup) => findWindow(pool, region, lookup),
    addMessage: async ({ region, lookup, thread, messageId, content, answers }, key, at) => {
      const sealed = await sealPart(key, region, thread, content);
      const print = fingerprint(fingerprintKey, messageId, JSON.stringify([content.feels ?? '', (content.text ?? '').normalize('NFC').trim()]));
      return addPart(pool, [region, lookup, 'message', print, key.version, sealed, at, randomUUID(), null, answers]);
    },
    addFile: async ({ region, to, thread, content }, key, at) => {
      const sealed = await sealPart(key, region, thread, content);
      const print = fingerprint(fingerprintKey, thread, JSON.stringify(['file', content.sha256]));
      if (to.draft === undefined) return addPart(pool, [region, to.lookup, 'file', print, key.version, sealed, at, randomUUID(), content.object, false]);
      const { outcome } = await submit(pool, [region, to.draft, print, key.version, sealed, to.lookup, null, at, randomUUID(), 'NETTSKJEMA', 'file', content.object, false]);
      return outcome === 'stored' ? 'added' : outcome;
    },
    mayAddFile: async (region, to) => {
      const found = await pool.query<{ may: MayAdd['may']; received_at: Instant | null; shown: boolean; coded: boolean }>({
        name: 'may-file', text: 'select may, received_at, shown, coded from intake.may_add_file($1, $2, $3)', values: [region, to.draft ?? null, to.lookup],
      });
      const row = found.rows[0];
      if (row === undefined) throw new Error('may_add_file answered nothing');
      return { may: row.may, receipt: row.received_at === null ? undefined : { receivedAt: row.received_at, shown: row.shown, coded: row.coded } };
    },
    spendDraft: async (region, draftId, at) => {
      await untilBack(() => pool.query({ name: 'spend', text: 'select intake.spend_draft($1, $2, $3)', values: [region, draftId, at] }), WAIT_FOR_DATABASE_MS);
    },
    draftSpent: async (region, draftId) => {
      const found = await pool.query<{ spent: boolean }>({ name: 'spent', text: 'select intake.draft_spent($1, $2) as spent', values: [region, draftId] });
      return found.rows[0]?.spent === true;
    },
    openQuestion: (region, keys, visit, at) => openQuestion(pool, [region, keys.number, keys.check, visit, at]),
    answerQuestion: async (region, { ask, visit }, content, key, at) => {
      const sealed = await sealEnvelope(key.publicKey, Buffer.from(JSON.stringify(content), 'utf8'), { region, draft: ask, part: content.kind, keyVersion: key.version });
      const { receivedAt: _, ...said } = content;
      return answerQuestion(pool, [region, ask, visit, fingerprint(fingerprintKey, ask, JSON.stringify(said)), key.version, sealed, at, randomUUID()]);
    },
    publishedSite: async (host) => {
      const found = await pool.query<{ region_id: RegionId; version: number; bundle: string; signature: Buffer }>({
        name: 'site', text: 'select region_id, version, bundle, signature from intake.published_site($1)', values: [host],
      });
      const row = found.rows[0];
      return row === undefined ? undefined : { regionId: row.region_id, version: row.version, bundle: row.bundle, signature: row.signature };
    },
  };
}

/** Sealed under the label of its kind: what is a message never opens as a report. */
function sealPart(key: IntakeKey, region: RegionId, thread: string, content: MessageContent | FileContent): Promise<Buffer> {
  return sealEnvelope(key.publicKey, Buffer.from(JSON.stringify(content), 'utf8'), { region, draft: thread, part: content.kind, keyVersion: key.version });
}

type SubmitRow = { outcome: Submitted['outcome'] | 'unknown' | 'too_many'; received_at: Instant; shown: boolean };

/** Safe to run again: the draft's id and fingerprint tell the database whether it has it already. */
function submit(pool: pg.Pool, values: readonly unknown[]): Promise<SubmitRow> {
  return untilBack(async () => {
    const found = await pool.query<SubmitRow>({
      name: 'submit', text: 'select outcome, received_at, shown from intake.submit($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)', values: [...values],
    });
    const row = found.rows[0];
    if (row === undefined) throw new Error('submit answered nothing');
    return row;
  }, WAIT_FOR_DATABASE_MS);
}

/** Safe to run again, too: the fingerprint tells. */
function addPart(pool: pg.Pool, values: readonly unknown[]): Promise<Added> {
  return untilBack(async () => {
    const found = await pool.query<{ did: Added }>({ name: 'message', text: 'select intake.add_message($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as did', values: [...values] });
    const row = found.rows[0];
    if (row === undefined) throw new Error('add_message answered nothing');
    return row.did;
  }, WAIT_FOR_DATABASE_MS);
}

function openQuestion(pool: pg.Pool, values: readonly unknown[]): Promise<FoundQuestion | undefined> {
  return untilBack(async () => {
    const found = await pool.query<{ ask_id: string; for_code: Buffer; code_no: number; until: Instant }>({ name: 'question', text: 'select ask_id, for_code, code_no, until from intake.open_question($1, $2, $3, $4, $5)', values: [...values] });
    const row = found.rows[0];
    return row === undefined ? undefined : { ask: row.ask_id, forCode: row.for_code, codeNo: row.code_no, until: row.until };
  }, WAIT_FOR_DATABASE_MS);
}

/** Safe to run again: the fingerprint tells. */
function answerQuestion(pool: pg.Pool, values: readonly unknown[]): Promise<Answered> {
  return untilBack(async () => {
    const found = await pool.query<{ did: Answered }>({ name: 'answer', text: 'select intake.answer_question($1, $2, $3, $4, $5, $6, $7, $8) as did', values: [...values] });
    const row = found.rows[0];
    if (row === undefined) throw new Error('answer_question answered nothing');
    return row.did;
  }, WAIT_FOR_DATABASE_MS);
}

type WindowRow = {
  status: WindowStatus; thread: string; advice: boolean; files: number; sent_at: Instant | null; message_id: string | null; asks: boolean | null; sealed: Buffer | null;
  written_at: Instant | null; answered_at: Instant | null;
};

async function findWindow(pool: pg.Pool, region: RegionId, lookup: string): Promise<FoundWindow | undefined> {
  const { rows } = await untilBack(() => pool.query<WindowRow>({
    name: 'window', text: 'select status, thread, advice, files, sent_at, message_id, asks, sealed, written_at, answered_at from intake.find_window($1, $2)', values: [region, lookup],
  }), WAIT_FOR_DATABASE_MS);
  const [first] = rows;
  if (first === undefined) return undefined;
  const replies = rows.flatMap(({ message_id: messageId, asks, sealed, written_at: writtenAt, answered_at: answeredAt }) => (
    messageId === null || asks === null || sealed === null || writtenAt === null ? [] : [{ messageId, asks, sealed, writtenAt, answeredAt: answeredAt ?? undefined }]));
  return { status: first.status, thread: first.thread, advice: first.advice, files: first.files, sentAt: first.sent_at ?? undefined, replies };
}
