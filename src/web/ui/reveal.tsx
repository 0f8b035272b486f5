import type { ReactNode } from 'react';

/** The names a follow-up can have inside one `Reveal`. The style sheet knows exactly these. */
export const REVEAL_NAMES = ['a', 'b', 'c', 'd'] as const;
export type RevealName = (typeof REVEAL_NAMES)[number];

/** Holds a question and its follow-ups. Where the browser cannot hide them by CSS, all of them show. Do not nest. */
export function Reveal({ children }: { children: ReactNode }) {
  return <div className="vv-reveal">{children}</div>;
}

/** Shown when an option whose `opens` is `when` is chosen in the same `Reveal`. What is hidden is still posted. */
export function Revealed({ when, children }: { when: RevealName; children: ReactNode }) {
  return <div className="vv-revealed" data-when={when}>{children}</div>;
}
