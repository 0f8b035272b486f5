import type { Context } from './context.ts';
import type { Tx } from './database/connect.ts';

/**
 * Read once in a query, however many parts of a page ask for it; they then also show the same. A command reads anew each time: it may have changed it
 * itself since, or waited for somebody who did.
 */
export function readOnce<R>(read: (ctx: Context) => Promise<R>): (ctx: Context) => Promise<R> {
  const known = new WeakMap<Tx, Promise<R>>();
  return (ctx) => {
    if (!ctx.shows) return read(ctx);
    const found = known.get(ctx.tx) ?? read(ctx);
    known.set(ctx.tx, found);
    return found;
  };
}
