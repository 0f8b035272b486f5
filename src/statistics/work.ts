import type { Outreach } from './codes.ts';
import type { Day } from '../kernel/time.ts';

/** What was done, and is about nobody: it may be told of the smallest region, to the last one (domain reference §11). */
export type Work = {
  /** the team's meetings; what those who came work as */
  readonly meetings: readonly { readonly on: Day; readonly roles: readonly string[] }[];
  readonly outreach: readonly { readonly on: Day; readonly kind: Outreach; readonly reached: number | undefined }[];
};

/** How many meetings, how often the region told of its help, and how many people that reached where somebody counted them. */
export type WorkCount = { readonly meetings: number; readonly outreach: number; readonly reached: number };

export function countWork({ meetings, outreach }: Work): WorkCount {
  return { meetings: meetings.length, outreach: outreach.length, reached: outreach.reduce((sum, { reached }) => sum + (reached ?? 0), 0) };
}
