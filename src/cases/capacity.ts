import { standsIn } from '../kernel/likeness.ts';
import type { Question } from './choices/consent.ts';
import type { CapacityContent, ConsentContent } from './sharing.ts';

type About = Pick<ConsentContent, 'about' | 'aboutWhat'>;

/**
 * What whoever assessed it found of this very question, the newest by the day of the assessment (pbrl § 4-3: wholly or partly, per question and time); undefined where nobody has. «Alt»
 * bears on every question. An entry from before questions were chosen is one of its own words, and an older consent, which does not say what it is about, is met by any.
 */
export function foundFor(capacities: readonly CapacityContent[], { about, aboutWhat }: About): CapacityContent['result'] | undefined {
  const inTime = capacities.toSorted((a, b) => (a.assessedOn < b.assessedOn ? -1 : a.assessedOn > b.assessedOn ? 1 : 0));
  const newest = inTime.findLast((one) => bearsOn(one, about, aboutWhat));
  // Who can answer for some of it answers for that themselves: a yes to everything is then nobody else's to give.
  const partly = about === 'ALT' && newest !== undefined && inTime.slice(inTime.indexOf(newest)).some(({ result }) => result === 'HAR');
  return partly ? 'HAR' : newest?.result;
}

function bearsOn(one: CapacityContent, about: Question | undefined, what: string | undefined): boolean {
  if (one.question === 'ALT' || about === undefined || about === 'PERSON' || about === 'BEGGE') return true;
  if (about !== 'ANNET') return one.question === about;
  return (one.question === undefined || one.question === 'ANNET') && one.about !== undefined && what !== undefined && (standsIn(one.about, what) || standsIn(what, one.about));
}

/** hpl § 22: whether the person was found to lack capacity for this question. */
export function lacksFor(capacities: readonly CapacityContent[], about: About): boolean {
  return isLack(foundFor(capacities, about));
}

/** Whether the person lacks capacity for anything, as it was found last. */
export function lacksSomewhere(capacities: readonly CapacityContent[]): boolean {
  return capacities.some(({ question = 'ANNET', about }) => lacksFor(capacities, { about: question, aboutWhat: about }));
}

function isLack(result: CapacityContent['result'] | undefined): boolean {
  return result === 'MANGLER' || result === 'MANGLER_DELVIS';
}
