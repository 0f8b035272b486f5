import type { UseCase } from '../../src/kernel/door.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import { deny, type Verdict } from '../../src/kernel/verdict.ts';
import { ONE_THING, THE_REGION, untold, type Situation, type Who } from './situations.ts';

/** What a list shows of the one thing that the situation is about. */
export type Shows = 'without_it' | 'with_it' | 'with_it_and_alias';
export type Answer = { readonly verdict: Verdict; readonly shows: Shows | undefined };

/** What a use case is about: the whole region, or one thing in it that another region does not have. */
export type About = 'region' | 'thing' | 'report' | 'case';

/** One use case in the matrix. `title`: bokmål, for people to read. */
export type Row = {
  readonly name: string;
  readonly title: string;
  readonly about: About;
  readonly situations: readonly { readonly key: string; readonly title: string }[];
  readonly answer: (who: Who, situation: string) => Answer;
};

type Named<I, F, R> = Pick<UseCase<I, F, R>, 'name' | 'access'>;
export type FactsOf<U> = U extends { access: (actor: never, facts: infer F, input: never) => Verdict } ? F : never;

export function row<I, F, R>(useCase: Named<I, F, R>, about: About, title: string, situations: readonly Situation<F>[], shows?: (who: Who, facts: F, situation: string, files: readonly FileId[]) => Shows): Row {
  return {
    name: useCase.name, title, about, situations: situations.map(({ key, title: words }) => ({ key, title: words })),
    answer: (who, situation) => {
      const facts = situations.find(({ key }) => key === situation)?.facts(who);
      if (facts === undefined) return { verdict: deny('unknown'), shows: undefined };
      const verdict = useCase.access(who.actor, facts, untold<I>());
      return { verdict, shows: verdict.allow ? shows?.(who, facts, situation, verdict.files ?? []) : undefined };
    },
  };
}

export function forRegion<I, F, R>(useCase: Named<I, F, R>, title: string): Row {
  return row(useCase, 'region', title, THE_REGION);
}

export function forOne<I, F, R>(useCase: Named<I, F, R>, title: string): Row {
  return row(useCase, 'thing', title, ONE_THING);
}
