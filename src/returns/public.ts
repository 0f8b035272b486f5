export { returnsWaiting } from './queries/waiting.ts';
export { schemaOf } from './schemas.ts';
