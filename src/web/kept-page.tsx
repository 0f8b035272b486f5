import type { ReactElement, ReactNode } from 'react';
import { LostDatabase } from '../kernel/door.ts';
import { NotHere, type StaffRequest, type StaffRoute } from './route.tsx';
import { StaffPage } from './staff-page.tsx';
import { DescriptionList, type Fact } from './ui/facts.tsx';
import { PageHead, Prose } from './ui/layout.tsx';
import type { MenuKey } from './ui/staff-shell.tsx';

/** gone: what was written about is out of reach. lost: the database went away, and nobody knows whether it was saved. */
export type KeptWhy = 'gone' | 'lost';
export type KeptWords = { readonly keptHeading: string; readonly keptGone: string; readonly keptLost: string; readonly keptText: string };

export type KeptProps = {
  readonly request: StaffRequest;
  readonly why: KeptWhy;
  readonly current: MenuKey;
  readonly words: KeptWords;
  readonly typed: readonly Fact[];
  /** where to go on */
  readonly on: ReactNode;
};

/**
 * What somebody was writing when the thing went out of reach under them, or the database did: their own words and nothing of the
 * thing, so it is the same whether that ended, never existed, or may not be seen.
 */
export function Kept({ request, why, current, words, typed, on }: KeptProps): ReactElement {
  return (
    <StaffPage request={request} title={words.keptHeading} current={current}>
      <PageHead heading={words.keptHeading} lead={why === 'gone' ? words.keptGone : words.keptLost} />
      <Prose>
        <p>{words.keptText}</p>
        <DescriptionList items={typed} />
        <p>{on}</p>
      </Prose>
    </StaffPage>
  );
}

/** A form of which nothing typed is lost. @param page undefined where nothing was typed */
export function keepTyped(route: StaffRoute, page: (request: StaffRequest, why: KeptWhy) => ReactElement | undefined): StaffRoute {
  return {
    ...route,
    keptPage: page,
    handle: (request) => route.handle(request).catch((error: unknown) => {
      const why = error instanceof NotHere ? 'gone' : error instanceof LostDatabase ? 'lost' : undefined;
      const kept = why === undefined ? undefined : page(request, why);
      if (kept === undefined) throw error;
      return { kind: 'page', status: why === 'gone' ? 404 : 503, page: kept };
    }),
  };
}
