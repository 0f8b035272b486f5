export { returnsWaiting } from './queries/waiting.ts';
