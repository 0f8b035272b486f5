/// <reference lib="dom" />
// Keys on staff pages: j/k or the arrows walk through a list, Enter opens what has the focus, ? shows the keys.
// Every list works without it; Tab reaches the same links.

const WRITING = 'input:not([type=checkbox],[type=radio]),textarea,select,[contenteditable]';

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

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target instanceof Element && event.target.closest(WRITING) !== null) return;
  // Arrows scroll the page as always, until one stands in a list.
  const arrow = inList(event.target);
  const moved = event.key === 'j' || (arrow && event.key === 'ArrowDown') ? step(1) : event.key === 'k' || (arrow && event.key === 'ArrowUp') ? step(-1) : false;
  if (moved) event.preventDefault();
  if (event.key === '?') showKeys();
}

function showKeys(): void {
  const list = document.querySelector<HTMLDialogElement>('#taster');
  if (list !== null && !list.open) list.showModal();
}

addEventListener('keydown', onKey);
