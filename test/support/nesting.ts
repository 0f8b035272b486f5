/** Elements that hold running text only (HTML §3.2.5.2.5): a paragraph that meets a block ends there, and the page is no longer what we wrote. */
const TEXT_ONLY = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'span', 'strong', 'em', 'b', 'i', 'small', 'label', 'button', 'time', 'dt', 'code', 'pre', 'abbr', 'cite', 'kbd']);
const BLOCKS = new Set([
  'address', 'article', 'aside', 'blockquote', 'details', 'dialog', 'div', 'dl', 'fieldset', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'main', 'nav',
  'ol', 'p', 'pre', 'section', 'table', 'ul', 'li', 'dt', 'dd',
]);
/** What an element may stand in directly. */
const HOMES: Readonly<Record<string, readonly string[]>> = {
  li: ['ul', 'ol'], dt: ['dl', 'div'], dd: ['dl', 'div'], option: ['select', 'optgroup'], tr: ['thead', 'tbody', 'tfoot'], td: ['tr'], th: ['tr'],
  thead: ['table'], tbody: ['table'], tfoot: ['table'], caption: ['table'], legend: ['fieldset'], summary: ['details'], figcaption: ['figure'],
};
/** What alone may stand directly in an element. */
const GUESTS: Readonly<Record<string, readonly string[]>> = { ul: ['li'], ol: ['li'], dl: ['dt', 'dd', 'div'], select: ['option', 'optgroup'], tr: ['td', 'th'], table: ['caption', 'thead', 'tbody', 'tfoot'] };
const ACTED_ON = new Set(['a', 'button', 'select', 'textarea', 'label', 'summary']);
const HELD_BY_NONE = new Set(['a', 'button', 'select', 'textarea', 'input', 'details']);
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);
/** As good as whatever they stand in. */
const TRANSPARENT = new Set(['a', 'ins', 'del']);

/**
 * Elements of a rendered page that stand where HTML does not let them, as «ul in p»; a browser would move them in silence.
 * Reads React's own output: every tag is closed, every attribute quoted.
 */
export function misplaced(html: string): string[] {
  const faults = new Set<string>();
  const open: string[] = [];
  for (const [, end, name = '', own] of html.replace(/<!--[^]*?-->|<!doctype[^>]*>/gi, '').matchAll(/<(\/?)([a-z][a-z0-9]*)((?:[^"'>]|"[^"]*"|'[^']*')*)>/g)) {
    if (end === '/') {
      if (open.pop() !== name) throw new Error(`</${name}> closes something else`);
      continue;
    }
    const fault = faultOf(name, open);
    if (fault !== undefined) faults.add(fault);
    if (!VOID.has(name) && own?.endsWith('/') !== true) open.push(name);
  }
  return [...faults];
}

function faultOf(name: string, open: readonly string[]): string | undefined {
  const parent = open.at(-1);
  if (parent === undefined || open.includes('svg')) return undefined;
  if (HOMES[name]?.includes(parent) === false || GUESTS[parent]?.includes(name) === false) return `${name} in ${parent}`;
  const home = open.findLast((one) => !TRANSPARENT.has(one)) ?? parent;
  if (BLOCKS.has(name) && TEXT_ONLY.has(home)) return `${name} in ${home}`;
  const held = HELD_BY_NONE.has(name) ? open.findLast((one) => ACTED_ON.has(one)) : undefined;
  return held === undefined || (held === 'label' && name !== 'a') ? undefined : `${name} in ${held}`;
}

/** The page itself, when every element in it stands where it may. Throws otherwise. */
export function wellNested(html: string): string {
  const faults = misplaced(html);
  if (faults.length > 0) throw new Error(`a browser would move these: ${faults.join(', ')}`);
  return html;
}
