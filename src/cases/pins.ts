import type { Writer } from '../kernel/journal/event.ts';
import { osloDay, type Day, type Instant } from '../kernel/time.ts';

type Signed = { readonly by: Writer; readonly at: Instant };

/** A note that stands on top of the journal, and why. */
export type Pin = Signed & { readonly noteId: string; readonly grounds: string };

/** What whoever meets the person or the home must know first («har våpen»). It does not hold for ever: somebody looks it over on its day. */
export type WarningContent = { readonly warningId: string; readonly text: string; readonly reviewOn: Day };
export type Warning = WarningContent & { readonly recorded: Signed; readonly reviewed: Signed | undefined };

/** Somebody looked it over: it stands until another day, or (without one) is taken away. */
export type WarningReview = { readonly warningId: string; readonly grounds: string; readonly reviewOn?: Day | undefined };

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
