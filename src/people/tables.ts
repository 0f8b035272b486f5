import type { FileId, RegionId } from '../kernel/ids.ts';

declare module '../kernel/database/tables.ts' {
  interface Tables {
    'app.person_trace': { region_id: RegionId; file_id: FileId; version: number; /** of the transaction that wrote it */ xid: string };
    'app.person_trace_names': { region_id: RegionId; file_id: FileId; sealed: Buffer; phones: Buffer[] };
  }
}
