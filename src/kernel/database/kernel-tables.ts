import type { Generated } from 'kysely';
import type { FileId, RegionId } from '../ids.ts';
import type { Instant } from '../time.ts';

declare module './tables.ts' {
  interface Tables {
    'kernel.deployment': { only_row: boolean; kind: 'demo' | 'real'; key_check: Buffer; identity_key: Buffer; created_at: Instant };
    'kernel.region_register': { region_id: RegionId; host: string; created_at: Instant };
    'kernel.identity_index': { lookup: Buffer; region_id: RegionId };
    'kernel.region_key': { region_id: RegionId; wrapped_key: Buffer };
    'kernel.intake_key': {
      region_id: RegionId; version: number; public_key: Buffer; sealed_private: Buffer; created_at: Instant; retired_at: Instant | null;
    };
    'kernel.file': { region_id: RegionId; file_id: FileId; kind: string; created_at: Instant };
    'kernel.file_key': { region_id: RegionId; file_id: FileId; wrapped_key: Buffer };
    'kernel.file_event': {
      region_id: RegionId; file_id: FileId; seq: number; event_id: string; type: string; version: number; actor: string;
      happened_at: Instant; written_at: Instant; sealed: Buffer; mac: Buffer;
    };
    'kernel.file_disposed': { region_id: RegionId; file_id: FileId; disposed_at: Instant };
    'kernel.file_exclusion': { region_id: RegionId; file_id: FileId; token: Buffer };
    'kernel.projection_round': { region_id: RegionId; started_at: Instant; after_file: FileId | null; finished_at: Instant | null };
    'kernel.round_done': { region_id: RegionId; round: string; done_at: Instant };
    'kernel.projection_fault': { region_id: RegionId; file_id: FileId; projection: string; found_at: Instant; mended_at: Instant | null };
    'kernel.audit_event': {
      region_id: RegionId; audit_id: string; at: Instant; actor: string; use_case: string; outcome: string;
      files: string[]; heads: string; xid: Generated<string>; mac: Buffer;
    };
    'kernel.audit_block': {
      region_id: RegionId; block_no: number; server: string; from_xid: string; upto_xid: string; row_ids: string[];
      root: Buffer; previous: Buffer; mac: Buffer; closed_at: Instant;
    };
  }
}
