import { z } from 'zod';
import { query } from '../../kernel/door.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { osloDay, type Instant } from '../../kernel/time.ts';
import { isFresh } from '../../staff/public.ts';
import { maySeeInternal } from '../access.ts';
import { yearIn } from '../closed-years.ts';
import { cross, DIMENSIONS, drawingOf, monthsBetween, SUBJECTS, type Chosen, type Crossing, type Dimension, type Drawing, type Subject } from '../explore.ts';
import type { ClockCount } from '../overdue.ts';
import type { PaceFigures } from '../pace.ts';
import { placesOf, type Place } from '../places.ts';
import { overdueAmong } from './overdue.ts';
import { sightOf, visibleCounted, visiblePace } from './visible.ts';

export type Explored = {
  readonly subject: Subject;
  /** those that this reader may choose among */
  readonly subjects: readonly Subject[];
  /** the reader sees the cases that they may read, and no others */
  readonly ownCases: boolean;
  readonly chosen: Chosen;
  readonly crossing: Crossing;
  readonly drawing: Drawing;
  readonly dimensions: readonly Dimension[];
  readonly municipalities: readonly Place[];
  /** the reader sees this municipality alone */
  readonly only: Place | undefined;
  /** the years of these months of which the reader sees the public tables only */
  readonly closed: readonly number[];
  readonly pace: PaceFigures;
  /** in how many of these cases a deadline ran out in these months */
  readonly overdue: readonly ClockCount[];
  /** it is taken out after a sign-in of a moment ago */
  readonly fresh: boolean;
  readonly now: Instant;
};

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/**
 * Counts as one asks for them, of what one may see case by case: nothing is hidden, and it is not for passing on. What the reader is left
 * out of, or is strictly confidential, is in no number, and days are told of five or more. Months the wrong way round are turned; a dimension that the subject does not have
 * is left out. Without months: the last twelve. `takeOut`: as a file or picture, which somebody can be recognised by. Refusals: sign_in_again.
 */
export const explore = query({
  name: 'statistics.explore',
  schema: z.strictObject({
    subject: z.enum(SUBJECTS).optional(), by: z.string().max(20).optional(), across: z.string().max(20).optional(), from: month.optional(), through: month.optional(), municipality: z.string().max(10).optional(), takeOut: z.boolean().optional(),
  }),
  facts: async (ctx) => ({ sight: await sightOf(ctx) }),
  access: maySeeInternal,
  run: async (ctx, input, { sight }) => {
    const fresh = ctx.actor.kind === 'person' && isFresh(ctx.actor, ctx.now);
    if (input.takeOut === true && !fresh) return refuse('sign_in_again');
    const subjects: readonly Subject[] = sight.among === undefined ? SUBJECTS : ['saker'];
    const subject = subjects.find((one) => one === input.subject) ?? 'saker';
    const dimensions: readonly Dimension[] = DIMENSIONS[subject];
    const known = (name: string | undefined): Dimension | undefined => dimensions.find((one) => one === name);
    const today = osloDay(ctx.now).slice(0, 7);
    const [from = '', through = ''] = [input.from ?? yearBefore(input.through ?? today), input.through ?? today].toSorted();
    const by = known(input.by) ?? (subject === 'saker' ? 'violence' : 'month');
    const across = known(input.across);
    const places = placesOf(sight.members);
    const chosen: Chosen = { by, across: across === by ? undefined : across, from: monthsBetween(from, through).at(0) ?? from, through: monthsBetween(from, through).at(-1) ?? through, owner: places.find(({ number }) => number === input.municipality)?.number };
    const crossing = cross(await visibleCounted(ctx, sight, subject, chosen), chosen);
    return done<Explored>({
      subject, subjects, ownCases: sight.among !== undefined, chosen, crossing, drawing: drawingOf(chosen), dimensions, municipalities: places, only: sight.only, closed: sight.closed.filter((year) => yearIn(chosen.from) <= year && year <= yearIn(chosen.through)),
      pace: await visiblePace(ctx, sight, chosen, chosen.owner), overdue: await overdueAmong(ctx, chosen, sight, chosen.owner), fresh, now: ctx.now,
    });
  },
});

/** Twelve months, this one among them. */
function yearBefore(through: string): string {
  const [year, at] = [Number(through.slice(0, 4)), Number(through.slice(5))];
  return at === 12 ? `${year}-01` : `${year - 1}-${String(at + 1).padStart(2, '0')}`;
}
