/// <reference lib="dom" />
// The only script of the public pages. It makes «Forlat siden» immediate and lets Esc three times do the same, and keeps a form that is
// sent without a network on the screen. Without it the button is a plain form that leads to the same page.
import { holdWithoutNet } from './hold.ts';

const form = document.querySelector<HTMLFormElement>('#forlat');
let presses = 0;
let last = 0;
let left = false;

function leave(): void {
  left = true;
  const token = form?.querySelector('input')?.value;
  // Taken out rather than hidden: a browser that keeps the page for «Back» keeps an empty one.
  document.documentElement.textContent = '';
  if (token !== undefined) {
    const body = new URLSearchParams({ token });
    if (!navigator.sendBeacon('/forlat', body)) void fetch('/forlat', { method: 'POST', body, keepalive: true });
  }
  location.replace('/kalender');
}

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  leave();
});

addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || event.repeat) return;
  presses = event.timeStamp - last < 2000 ? presses + 1 : 1;
  last = event.timeStamp;
  if (presses === 3) leave();
});

// Brought back by «Back» after somebody left: fetch it anew, without what was typed. Otherwise the browser may keep the answers.
addEventListener('pageshow', (event) => {
  if (event.persisted && left) location.reload();
});

// Words typed here lie nowhere else, so the server is always asked first (decision 0114).
for (const other of document.querySelectorAll('form')) if (other !== form && other.method === 'post') holdWithoutNet(other, () => other.querySelector('textarea') !== null);
document.querySelector('#for-hand')?.remove();
form?.querySelector('[hidden]')?.removeAttribute('hidden');
