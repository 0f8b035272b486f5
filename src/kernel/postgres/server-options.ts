export type ServerOptions = {
  readonly socketDir: string; readonly port: number; readonly durable: boolean;
  /** the socket's directory says who gets to it, and the socket itself lets them knock; a password is asked all the same */
  readonly guests: boolean;
};

/**
 * What people write must not reach a log: no statements, no parameters, no values in error details. Messages of level
 * ERROR quote values too ("invalid input syntax for type … "), so the log holds only what the server says about itself.
 */
const SILENT = {
  log_statement: 'none',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_min_duration_statement: '-1',
  log_min_duration_sample: '-1',
  log_transaction_sample_rate: '0',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_error_verbosity: 'terse',
  log_connections: 'off',
  log_disconnections: 'off',
  log_checkpoints: 'off',
  log_lock_waits: 'off',
  log_temp_files: '-1',
  log_autovacuum_min_duration: '-1',
  debug_print_parse: 'off',
  debug_print_plan: 'off',
  debug_print_rewritten: 'off',
  logging_collector: 'off',
  log_destination: 'stderr',
  log_timezone: 'UTC',
  lc_messages: 'C',
} as const;

/** A machine with two cores and little memory: trial and development (persistence is tuned elsewhere for a real server). */
const SMALL = {
  max_connections: '120',
  shared_buffers: '96MB',
  huge_pages: 'off',
  jit: 'off',
  max_wal_senders: '0',
  max_logical_replication_workers: '0',
  max_wal_size: '512MB',
  checkpoint_timeout: '10min',
  max_worker_processes: '4',
  max_parallel_workers_per_gather: '0',
  autovacuum_max_workers: '2',
  update_process_title: 'off',
} as const;

/** Only for clusters that are thrown away: a crash of the machine may lose or damage what they hold. */
const FORGETFUL = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } as const;
const DURABLE = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' } as const;

/**
 * Arguments of `postgres`. They stand above every configuration file, so that no file can open a network port or a log.
 */
export function serverArguments(cluster: string, options: ServerOptions): string[] {
  const settings: Readonly<Record<string, string>> = {
    ...SILENT,
    ...SMALL,
    ...(options.durable ? DURABLE : FORGETFUL),
    listen_addresses: '',
    unix_socket_directories: options.socketDir,
    unix_socket_permissions: options.guests ? '0777' : '0700',
    port: String(options.port),
    password_encryption: 'scram-sha-256',
    ssl: 'off',
    timezone: 'UTC',
  };
  return ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}
