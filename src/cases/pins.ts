import type { Writer } from '../kernel/journal/event.ts';
import { osloDay, type Day, type Instant } from '../kernel/time.ts';

type Signed = { readonly by: Writer; readonly at: Instant };

/** A note that stands on top of the journal, and why. */
export type Pin = Signed & { readonly noteId: string; readonly grounds: string };

/** What whoever meets the person or the home must know first («har våpen»). It does not hold for ever: somebody looks it over on its day. */
export type WarningContent = { readonly warningId: string; readonly text: string; readonly reviewOn: Day };
export type Warning = WarningContent & { readonly recorded: Signed; readonly reviewed: Signed | undefined };

/** It stands until another day, or is taken away with the grounds. */
export type WarningReview = { readonly warningId: string } & ({ readonly stands: true; readonly reviewOn: Day } | { readonly stands: false; readonly grounds: string });

/** What stands on top: pinned notes, the newest first, and warnings, the oldest first. */
export type Pins = { readonly pins: readonly Pin[]; readonly warnings: readonly Warning[] };

export const NO_PINS: Pins = { pins: [], warnings: [] };

export function isPinned({ pins }: Pick<Pins, 'pins'>, noteId: string): boolean {
  return pins.some((pin) => pin.noteId === noteId);
}

/** Its day has come, or has passed. */
export function mustBeReviewed({ reviewOn }: Pick<Warning, 'reviewOn'>, now: Instant): boolean {
  return reviewOn <= osloDay(now);
}
