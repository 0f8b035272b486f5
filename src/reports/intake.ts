import { randomUUID, type KeyObject } from 'node:crypto';
import type pg from 'pg';
import type { RegionId } from '../kernel/ids.ts';
import { untilBack } from '../kernel/database/retry.ts';
import { fingerprint } from '../kernel/sealing/mac.ts';
import { sealEnvelope } from '../kernel/sealing/intake.ts';
import { lookupId, replyKeyPair, type ReceiptCode } from '../kernel/sealing/receipt-code.ts';
import type { Instant } from '../kernel/time.ts';
import type { Submission } from './form/plan.ts';

/** The public process's whole reach into the database: five functions and nothing else. */
export type Intake = {
  /** Stores or recognises a submission. Answers only when it is on disk; throws when nobody knows whether it is. */
  readonly submit: (submission: Submission, code: ReceiptCode, key: IntakeKey, at: Instant) => Promise<Submitted>;
  readonly findWindow: (region: RegionId, code: ReceiptCode) => Promise<'received' | 'read' | 'closed' | undefined>;
  readonly spendDraft: (region: RegionId, draftId: string, at: Instant) => Promise<void>;
  /** whether the form was left with «Forlat siden» */
  readonly draftSpent: (region: RegionId, draftId: string) => Promise<boolean>;
  readonly publishedSite: (host: string) => Promise<{ regionId: RegionId; version: number; bundle: string; signature: Buffer } | undefined>;
};

export type IntakeKey = { readonly version: number; readonly publicKey: Buffer };

/** `shown` false: the draft was left with «Forlat siden»; what was posted is kept, and never shown again. */
export type Submitted = { readonly outcome: 'stored' | 'repeated' | 'added'; readonly receivedAt: Instant; readonly shown: boolean };

const WAIT_FOR_DATABASE_MS = 12_000;

export function openIntake(pool: pg.Pool, fingerprintKey: KeyObject): Intake {
  return {
    submit: async (submission, code, key, at) => {
      const { region, draftId, content } = submission;
      const sealed = await sealEnvelope(key.publicKey, Buffer.from(JSON.stringify(content), 'utf8'), { region, draft: draftId, part: 'report', keyVersion: key.version });
      const reply = submission.wantsCode ? await replyKeyPair(code, region) : undefined;
      const values = [
        region, draftId, fingerprint(fingerprintKey, draftId, submission.canonical), key.version, sealed,
        reply === undefined ? null : lookupId(code, region), reply?.publicKey ?? null, at, randomUUID(),
      ];
      // Safe to run again: the draft's id and fingerprint tell the database whether it has it already.
      return untilBack(async () => {
        const found = await pool.query<{ outcome: Submitted['outcome']; received_at: Instant; shown: boolean }>({
          name: 'submit', text: 'select outcome, received_at, shown from intake.submit($1, $2, $3, $4, $5, $6, $7, $8, $9)', values,
        });
        const row = found.rows[0];
        if (row === undefined) throw new Error('submit answered nothing');
        return { outcome: row.outcome, receivedAt: row.received_at, shown: row.shown };
      }, WAIT_FOR_DATABASE_MS);
    },
    findWindow: async (region, code) => {
      const found = await untilBack(() => pool.query<{ status: 'received' | 'read' | 'closed' }>({
        name: 'window', text: 'select status from intake.find_window($1, $2)', values: [region, lookupId(code, region)],
      }), WAIT_FOR_DATABASE_MS);
      return found.rows[0]?.status;
    },
    spendDraft: async (region, draftId, at) => {
      await untilBack(() => pool.query({ name: 'spend', text: 'select intake.spend_draft($1, $2, $3)', values: [region, draftId, at] }), WAIT_FOR_DATABASE_MS);
    },
    draftSpent: async (region, draftId) => {
      const found = await pool.query<{ spent: boolean }>({ name: 'spent', text: 'select intake.draft_spent($1, $2) as spent', values: [region, draftId] });
      return found.rows[0]?.spent === true;
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
