/**
 * How an attempt to send something out of the building ended. `unknown`: the other side may have taken it, and nobody here knows
 * (it died before its answer). `code` is one of ours, never a message of the other side: those repeat addresses.
 */
export type Sent = { readonly kind: 'sent' } | { readonly kind: 'failed' | 'unknown'; readonly code: string };

export const SENT: Sent = { kind: 'sent' };
