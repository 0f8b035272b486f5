import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';

/** axe in as few letters as it comes in: every page that is looked through reads it anew. */
const SOURCE = readFileSync(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What keeps somebody out of the page as it stands now, as axe finds it: a rule's name and where. Run in the page itself, which has no frames,
 * and only the faults come back: all that was in order is the most of axe's answer, and takes longer to carry than to find.
 */
export async function accessFaults(page: Page): Promise<string[]> {
  await page.evaluate(SOURCE);
  return page.evaluate(async (tags) => {
    const here = globalThis as unknown as { readonly axe: typeof axe; scrollTo: (to: { top: number; behavior: 'instant' }) => void; readonly scrollY: number }; // axe was put there by the line above
    const top = here.scrollY;
    here.scrollTo({ top: 0, behavior: 'instant' }); // what lies half under the bar that stays is no small target
    const { violations } = await here.axe.run({ runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
    here.scrollTo({ top, behavior: 'instant' });
    return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`);
  }, RULES);
}
