import { idField } from '../../kernel/id-field.ts';
import type { StepFacts } from './step.ts';

/** The id that the form came with. */
export const given = idField().optional();
export type NewId = { readonly newId?: string | undefined };
export type Written<I, Name extends keyof I> = Omit<I, Name> & NewId;

/** What is new has the id of the page it was written on, so that the same form sent twice is one entry. */
export function withId<I extends object, Name extends string>(name: Name, input: I & NewId, facts: StepFacts): Omit<I, 'newId'> & Record<Name, string> {
  const { newId, ...rest } = input;
  return { ...rest, [name]: newId ?? facts.newId() } as Omit<I, 'newId'> & Record<Name, string>; // the name was just set
}
