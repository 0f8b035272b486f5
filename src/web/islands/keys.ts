/// <reference lib="dom" />
// Keys on staff pages: j/k or the arrows walk through a list, n opens the next that waits, t the phone form, c the night card, s the note of somebody who asks, / the search, Enter opens what has the focus, ? shows the keys.
// Every list works without it; Tab reaches the same links. Keys of one letter are off for whoever has turned them off (WCAG 2.1.4).

const WRITING = 'input:not([type=checkbox],[type=radio]),textarea,select,[contenteditable]';
const FIRST = '[data-keys=first]';

function singleKeys(): boolean {
  return document.querySelector('#taster')?.getAttribute('data-single') !== 'off';
}

function step(by: 1 | -1): boolean {
  const links = [...document.querySelectorAll<HTMLElement>('[data-keys=item]')].map((item) => item.querySelector<HTMLElement>('a,button')).filter((link) => link !== null);
  if (links.length === 0) return false;
  const at = links.findIndex((link) => link.closest('[data-keys=item]')?.contains(document.activeElement) === true);
  const next = at === -1 ? (by === 1 ? 0 : links.length - 1) : at + by;
  links[Math.max(0, Math.min(links.length - 1, next))]?.focus();
  return true;
}

function inList(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-keys=list]') !== null;
}

function single(key: string): boolean {
  switch (key) {
    case 'j': return step(1);
    case 'k': return step(-1);
    case 'n': return openNext();
    case 't': return follow('phone');
    case 'c': return follow('card');
    case 's': return follow('asks');
    case '/': return follow('search');
    case '?': return showKeys();
    default: return false;
  }
}

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector('dialog[open]') !== null) return;
  if (event.target instanceof Element && event.target.closest(WRITING) !== null) return;
  // A key still held from the list before must not answer a question here.
  if (event.repeat && event.target instanceof Element && event.target.closest(FIRST) !== null) return event.preventDefault();
  // Arrows scroll the page as always, until one stands in a list.
  const arrow = !inList(event.target) ? 0 : event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (arrow === 0 ? singleKeys() && single(event.key) : step(arrow)) event.preventDefault();
}

function openNext(): boolean {
  const link = document.querySelector<HTMLElement>('[data-next] a');
  link?.click();
  return link !== null;
}

// Only where the page has such a link: reception's own have theirs, the search stands beside the menu.
function follow(place: 'phone' | 'card' | 'asks' | 'search'): boolean {
  const link = document.querySelector<HTMLElement>(`[data-keys=${place}] a`);
  link?.click();
  return link !== null;
}

function showKeys(): boolean {
  const list = document.querySelector<HTMLDialogElement>('#taster');
  if (list !== null && !list.open) list.showModal();
  return list !== null;
}

addEventListener('keydown', onKey);
// Not where the address leads to a place on the page: that place has the focus then.
if (location.hash === '') document.querySelector<HTMLElement>(FIRST)?.focus();
