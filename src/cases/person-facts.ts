import type { AgeBand, Gender } from '../people/codes.ts';
import type { Service } from '../reports/codes.ts';
import type { CaseState } from './case.ts';
import type { PersonFacts } from './events.ts';
import { keptLocal, type WithLocal } from './local-answers.ts';

export type PersonFactsInput = WithLocal & {
  readonly gender?: Gender | undefined;
  readonly ageBand?: AgeBand | undefined;
  readonly services?: readonly Service[] | undefined;
};

/** What was answered, else what the report said, else «ukjent»: figures never miss a column because somebody was in a hurry. */
export function personFacts(state: CaseState, input: PersonFactsInput): PersonFacts {
  return {
    gender: input.gender ?? state.start.gender ?? 'UKJENT',
    ageBand: input.ageBand ?? state.start.ageBand ?? 'UKJENT',
    services: input.services ?? state.start.services,
    ...keptLocal('TJENESTE', input.services === undefined ? state.start.local : input.local),
  };
}
