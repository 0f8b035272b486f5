/** One number of a table as a flow between two nodes, with the least and the most that a reader must allow for. */
export type Arc = { readonly from: number; readonly to: number; readonly flow: number; readonly low: number; readonly high: number };

/**
 * Tells of each flow whether it can take at least `values` different whole values while every node still passes on exactly
 * what it receives and every arc stays within its bounds. The possible values of one flow have no holes (a network's
 * constraints are totally unimodular), so it is enough to see how far it can rise and fall from where it is.
 */
export function possibleFlows(arcs: readonly Arc[]): (index: number, values: number) => boolean {
  const touching = arcsByNode(arcs);
  return (index, values) => {
    const arc = arcs[index];
    if (arc === undefined) return false;
    const wanted = values - 1;
    const up = pushed(arcs, touching, index, arc.to, arc.from, Math.min(wanted, arc.high - arc.flow));
    const down = pushed(arcs, touching, index, arc.from, arc.to, Math.min(wanted, arc.flow - arc.low));
    return up + down >= wanted;
  };
}

type Touching = ReadonlyMap<number, readonly number[]>;

function arcsByNode(arcs: readonly Arc[]): Touching {
  const found = new Map<number, number[]>();
  arcs.forEach((arc, i) => {
    for (const node of [arc.from, arc.to]) found.set(node, [...(found.get(node) ?? []), i]);
  });
  return found;
}

/** How much more, up to `wanted`, can flow from one node to another without the arc at `without`. */
function pushed(arcs: readonly Arc[], touching: Touching, without: number, start: number, end: number, wanted: number): number {
  const flows = arcs.map((arc) => arc.flow);
  let found = 0;
  for (; found < wanted; found += 1) {
    const path = pathBetween(arcs, flows, touching, without, start, end);
    if (path === undefined) return found;
    for (const step of path) flows[step.arc] = (flows[step.arc] ?? 0) + step.by;
  }
  return found;
}

type Step = { readonly arc: number; readonly by: 1 | -1; readonly before: number };

/** A shortest way along which one more unit fits. */
function pathBetween(arcs: readonly Arc[], flows: readonly number[], touching: Touching, without: number, start: number, end: number): Step[] | undefined {
  const reached = new Map<number, Step | undefined>([[start, undefined]]);
  const queue = [start];
  for (let node = queue.shift(); node !== undefined && !reached.has(end); node = queue.shift()) {
    for (const i of touching.get(node) ?? []) {
      const arc = arcs[i];
      if (arc === undefined || i === without) continue;
      const forward = arc.from === node;
      const next = forward ? arc.to : arc.from;
      const fits = forward ? (flows[i] ?? 0) < arc.high : (flows[i] ?? 0) > arc.low;
      if (!fits || reached.has(next)) continue;
      reached.set(next, { arc: i, by: forward ? 1 : -1, before: node });
      queue.push(next);
    }
  }
  if (!reached.has(end)) return undefined;
  const path: Step[] = [];
  for (let step = reached.get(end); step !== undefined; step = reached.get(step.before)) path.push(step);
  return path;
}
