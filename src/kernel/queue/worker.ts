import { hash } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { Logger, run, type Runner, type Task, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import { errorCode } from '../database/connect.ts';
import { isUuid, asId, type RegionId } from '../ids.ts';

/** The closed list of tasks; queue.enqueue refuses any other. */
export type TaskName = 'open_envelope' | 'compare_colleague' | 'clean_file' | 'send_notice' | 'carry_file' | 'tell_case';
export type Work = (region: RegionId, id: string) => Promise<void>;

export type WorkerParts = {
  readonly url: string;
  readonly tasks: Readonly<Partial<Record<TaskName, Work>>>;
  readonly concurrency: number;
  /** told a task and a code only, never a message */
  readonly onFailure: (task: string, code: string) => void;
  /** how often the jobs of the dead are looked for; every five seconds unless a test says otherwise */
  readonly rescueEveryMs?: number;
};

export type RunningWorker = { readonly stop: () => Promise<void>; readonly stopped: Promise<void> };

const RESCUE_EVERY_MS = 5_000;

/** A job that failed is tried again later. What is stored of the failure is a code and a random id; never what somebody wrote. */
class TaskFailed extends Error {
  override readonly name = 'TaskFailed';
  constructor(code: string) {
    super(code);
    this.stack = code;
  }
}

/** Whoever had the job was taken for dead and is not: it is theirs still, and asked for again later. */
class StillRuns extends Error {
  override readonly name = 'StillRuns';
  readonly code = 'STILL_RUNS';
}

/** Starts a worker. Its ids are known by advisory locks, so that survivors can tell at once when it died. */
export async function startWorker(parts: WorkerParts): Promise<RunningWorker> {
  const pool = new pg.Pool({ connectionString: parts.url, max: parts.concurrency + 4, application_name: 'voksenvern worker' });
  pool.on('error', (error) => parts.onFailure('pool', errorCode(error)));
  pool.on('connect', (client) => client.on('error', (error) => parts.onFailure('connection', errorCode(error))));
  const guard = await LifeGuard.start(parts.url, parts.onFailure);
  const events = new EventEmitter() as WorkerEvents; // graphile-worker's own typing of the emitter it is handed
  events.on('worker:create', ({ worker }) => void guard.hold(worker.workerId));
  const runner: Runner = await run({
    pgPool: pool, concurrency: parts.concurrency, noHandleSignals: true, pollInterval: 1_000, events,
    logger: new Logger(() => () => undefined), taskList: taskList(parts),
  });
  const rescue = setInterval(() => void guard.freeDead(pool), parts.rescueEveryMs ?? RESCUE_EVERY_MS);
  const end = async () => {
    clearInterval(rescue);
    await guard.end();
    await pool.end().catch(() => undefined);
  };
  return { stop: () => runner.stop().catch(() => undefined).then(end), stopped: runner.promise.catch(() => undefined) };
}

function taskList(parts: WorkerParts): Record<string, Task> {
  return Object.fromEntries(Object.entries(parts.tasks).map(([name, work]): [string, Task] => [name, async (payload, { job, withPgClient }) => {
    const { region, id } = readPayload(payload);
    try {
      await withPgClient((client) => alone(client, job.id, () => work(region, id)));
    } catch (error) {
      parts.onFailure(name, errorCode(error));
      throw new TaskFailed(errorCode(error));
    }
  }]));
}

/**
 * Runs a job while nobody else does. A worker whose guard lost its connection looks dead to the others, and works on: the job has a lock of its own, on another
 * connection than the guard's (test: faults/queue-guard).
 * @throws StillRuns
 */
async function alone(client: Pick<pg.PoolClient, 'query'>, jobId: string, work: () => Promise<void>): Promise<void> {
  const key = lockKey('job', jobId);
  const { rows: [lock] } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [key]);
  if (lock?.free !== true) throw new StillRuns();
  try {
    await work();
  } finally {
    // A connection that is gone has let go already.
    await client.query('select pg_advisory_unlock($1)', [key]).catch(() => undefined);
  }
}

function readPayload(payload: unknown): { region: RegionId; id: string } {
  if (typeof payload === 'object' && payload !== null && 'region' in payload && 'id' in payload
    && typeof payload.region === 'string' && typeof payload.id === 'string' && isUuid(payload.region) && isUuid(payload.id)) {
    return { region: asId<'region'>(payload.region), id: payload.id };
  }
  throw new TaskFailed('payload');
}

function lockKey(what: 'worker' | 'job', id: string): string {
  return BigInt.asIntN(64, BigInt(`0x${hash('sha256', `voksenvern ${what} ${id}`).slice(0, 16)}`)).toString();
}

/** Holds one advisory lock per worker id on a connection of its own; the server lets go of them the moment the process dies. */
class LifeGuard {
  private readonly held = new Set<string>();
  private client: pg.Client | undefined;
  private last: Promise<void> = Promise.resolve();
  private readonly url: string;
  private readonly onFailure: WorkerParts['onFailure'];

  private constructor(url: string, onFailure: WorkerParts['onFailure']) {
    this.url = url;
    this.onFailure = onFailure;
  }

  static async start(url: string, onFailure: WorkerParts['onFailure']): Promise<LifeGuard> {
    const guard = new LifeGuard(url, onFailure);
    await guard.connect();
    return guard;
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, application_name: 'voksenvern worker guard' });
    client.on('error', (error) => {
      this.onFailure('guard', errorCode(error));
      this.client = undefined;
    });
    await client.connect();
    for (const id of this.held) await client.query('select pg_advisory_lock($1)', [lockKey('worker', id)]);
    this.client = client;
  }

  /** One after the other: a connection takes no second statement while the first still runs. */
  private inTurn(work: () => Promise<void>): Promise<void> {
    this.last = this.last.then(work);
    return this.last;
  }

  async hold(workerId: string): Promise<void> {
    this.held.add(workerId);
    await this.inTurn(async () => void await this.client?.query('select pg_advisory_lock($1)', [lockKey('worker', workerId)]).catch(() => undefined));
  }

  /** Frees the jobs of workers whose lock nobody holds: they died with their process. */
  async freeDead(pool: pg.Pool): Promise<void> {
    await this.inTurn(() => this.tryToFree(pool));
  }

  private async tryToFree(pool: pg.Pool): Promise<void> {
    try {
      if (this.client === undefined) await this.connect();
      const owners = await pool.query<{ locked_by: string }>('select distinct locked_by from graphile_worker._private_jobs where locked_by is not null');
      for (const { locked_by: id } of owners.rows.filter((row) => !this.held.has(row.locked_by))) {
        const free = await this.client?.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [lockKey('worker', id)]);
        if (free?.rows[0]?.free !== true) continue;
        await pool.query('select graphile_worker.force_unlock_workers(array[$1::text])', [id]);
        await this.client?.query('select pg_advisory_unlock($1)', [lockKey('worker', id)]);
      }
    } catch (error) {
      this.onFailure('rescue', errorCode(error));
    }
  }

  async end(): Promise<void> {
    await this.client?.end().catch(() => undefined);
  }
}
