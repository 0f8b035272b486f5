import type { Block, Content } from '../../src/documents/content.ts';

/** The blocks under one heading, until the next one of the same level or above. */
export function under(content: Content, heading: string): Block[] {
  const at = content.blocks.findIndex((one) => one.kind === 'heading' && one.text === heading);
  const own = content.blocks[at];
  if (own?.kind !== 'heading') throw new Error(`no heading «${heading}»`);
  const rest = content.blocks.slice(at + 1);
  const end = rest.findIndex((one) => one.kind === 'heading' && one.level <= own.level);
  return end < 0 ? rest : rest.slice(0, end);
}
/** The tables among some blocks. */
export const tables = (blocks: readonly Block[]) => blocks.flatMap((one) => (one.kind === 'table' ? [one] : []));
