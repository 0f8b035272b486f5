import type { Work, TaskName } from '../kernel/queue/worker.ts';
import type { Door } from '../kernel/door.ts';
import { asId, type RegionId } from '../kernel/ids.ts';
import { carryFile } from './carry-file.ts';
import { checkFile, type CheckParts } from './clean-file.ts';
import { compareWithCases, takeInAnswer, tellCase } from '../cases/public.ts';
import { sendNotice, type WaysOut } from '../notices/public.ts';
import { compareWithReports, openEnvelopes } from '../reports/public.ts';
import { JobRefused } from './refused.ts';
import { ROUND_NAMES, ROUNDS, type RoundName } from './rounds.ts';

/** What the worker does, by task. Each is a command like any other: schema, access, rule, audit. */
export function tasks(door: Door, files: Omit<CheckParts, 'door'>, ways: WaysOut): Readonly<Partial<Record<TaskName, Work>>> {
  return {
    open_envelope: async (region, envelopeId) => {
      const outcome = await door.enter(openEnvelopes, { kind: 'system', regionId: region, task: 'open_envelope' }, { envelopeId });
      if (!outcome.ok) throw new JobRefused(outcome.code);
      if (outcome.value.opened + outcome.value.unreadable > 0) return;
      // Not a report's: then it is what a professional outside answered.
      const answer = await door.enter(takeInAnswer, { kind: 'system', regionId: region, task: 'open_envelope' }, { envelopeId });
      if (!answer.ok) throw new JobRefused(answer.code);
    },
    compare_colleague: async (region, userId) => {
      const id = asId<'user'>(userId);
      const outcome = await compareWithReports(door, region, id, (version) => compareWithCases(door, region, id, version));
      if (!outcome.ok) throw new JobRefused(outcome.code);
    },
    send_notice: (region, messageId) => sendNotice(door, ways, region, messageId),
    carry_file: (region, slot) => carryFile({ door, storage: files.storage }, region, slot),
    tell_case: async (region, reportId) => {
      const outcome = await tellCase(door, region, asId<'file'>(reportId));
      if (!outcome.ok) throw new JobRefused(outcome.code);
    },
    clean_file: (region, object) => checkFile({ door, ...files }, region, object),
  };
}

type Rounds = {
  readonly regions: () => Promise<RegionId[]>;
  readonly every: Readonly<Record<RoundName, (region: RegionId) => Promise<void>>>;
  /** writes down how it went: health shows a round that fails for ever */
  readonly ended: (round: RoundName, region: RegionId, how: 'done' | 'failed') => Promise<void>;
  readonly onFailure: (code: string) => void;
};

/** Work that comes round by itself for every region (rounds.ts): closing audit blocks, and finding what a lost job left behind. */
export function startRounds({ regions, every, ended, onFailure }: Rounds): () => void {
  const failed = (error: unknown) => onFailure(codeOf(error));
  const once = (round: RoundName, region: RegionId) => every[round](region).then(() => 'done' as const, (error: unknown) => { failed(error); return 'failed' as const; }).then((how) => ended(round, region, how)).catch(failed);
  const timers = ROUND_NAMES.map((round) => {
    let busy = false;
    return setInterval(() => {
      if (busy) return;
      busy = true;
      void regions().then(async (all) => {
        for (const region of all) await once(round, region);
      }).catch(failed).finally(() => { busy = false; });
    }, ROUNDS[round]);
  });
  return () => timers.forEach(clearInterval);
}

function codeOf(error: unknown): string {
  return error instanceof Error ? error.name : 'UNKNOWN';
}
