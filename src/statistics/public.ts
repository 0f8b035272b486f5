export { STATISTICS_FOLLOWERS } from './commands/count-case.ts';
