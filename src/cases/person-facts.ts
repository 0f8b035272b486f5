import type { AgeBand, Gender } from '../people/codes.ts';
import type { Service } from '../reports/codes.ts';
import type { CaseState } from './case.ts';
import type { PersonFacts } from './events.ts';
import { figuresTold, firstKnown } from './figures-told.ts';
import { keptLocal, localAfter, type WithLocal } from './local-answers.ts';
import { isStrict } from './secrecy.ts';

export type PersonFactsInput = WithLocal & {
  readonly gender?: Gender | undefined;
  readonly ageBand?: AgeBand | undefined;
  readonly services?: readonly Service[] | undefined;
};

/**
 * What was answered, else what the newest assessment has it as, else what any report told (figures-told.ts), where that knew it; else «ukjent»: figures never miss a column because somebody was in a hurry. In a strictly
 * confidential case no form shows the services, since they may name a place (reports/veiled.ts): what was chosen before stays beside what is ticked now, the region's own with it.
 */
export function personFacts(state: CaseState, input: PersonFactsInput): PersonFacts {
  const assessed = proposedIn(state) ?? state.classification;
  const before = assessed ?? state.start;
  const told = figuresTold(state);
  const covered = isStrict(state);
  const services = input.services === undefined ? before.services : [...new Set([...(covered ? before.services : []), ...input.services])];
  return {
    gender: input.gender ?? firstKnown([assessed?.gender, told.gender]) ?? 'UKJENT',
    ageBand: input.ageBand ?? firstKnown([assessed?.ageBand, told.ageBand]) ?? 'UKJENT',
    services,
    ...keptLocal('TJENESTE', input.services === undefined ? before.local : localAfter('TJENESTE', services, { before: before.local, now: input.local, covered })),
  };
}

function proposedIn({ proposal }: CaseState): PersonFacts | undefined {
  switch (proposal?.kind) {
    case 'CLASSIFICATION': return proposal.classification;
    case 'NOT_A_CASE': return proposal.notACase;
    case 'TRANSFER': return proposal.transfer;
    case undefined: return undefined;
  }
}
