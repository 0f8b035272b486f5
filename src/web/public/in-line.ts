/** Does work when it is this address's turn. @param client as web/http/client-address.ts has it; undefined where nobody can tell: nobody waits then */
export type InLine = <T>(client: string | undefined, work: () => Promise<T>) => Promise<T>;

/**
 * Lets `most` uploads of one address through at a time. The rest stand in line with their bytes still unread on the wire, so that a line costs no
 * memory and nobody is refused. Counted in memory while it runs, and forgotten.
 */
export function inLine(most: number): InLine {
  const lines = new Map<string, { running: number; readonly waiting: (() => void)[] }>();
  return async (client, work) => {
    if (client === undefined) return work();
    const line = lines.get(client) ?? { running: 0, waiting: [] };
    lines.set(client, line);
    if (line.running >= most) await new Promise<void>((resolve) => line.waiting.push(resolve)); // and takes over the place of whoever goes
    else line.running += 1;
    try {
      return await work();
    } finally {
      const next = line.waiting.shift();
      if (next !== undefined) next();
      else if (line.running > 1) line.running -= 1;
      else lines.delete(client);
    }
  };
}
