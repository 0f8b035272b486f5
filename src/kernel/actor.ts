import type { MunicipalityId, RegionId, UserId } from './ids.ts';
import type { Instant } from './time.ts';

/** A signed-in person as the door knows them: loaded anew for each request, so that a lost role is lost at once. */
export type Person = {
  readonly kind: 'person';
  readonly regionId: RegionId;
  readonly userId: UserId;
  readonly roles: readonly string[];
  readonly municipalityId: MunicipalityId | undefined;
  /** when they last proved who they are; fresh sign-in is asked for the heaviest steps */
  readonly signedInAt: Instant;
};

/** The system itself, running a named task in one region (arrival, clocks, reconciliation). */
export type System = { readonly kind: 'system'; readonly regionId: RegionId; readonly task: string };

export type Actor = Person | System;
