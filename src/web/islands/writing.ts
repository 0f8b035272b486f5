/// <reference lib="dom" />
// In the journal, and in a part of a report: tells that somebody is writing, and shows who else is. Asks a few times a minute while the page is in sight and its box
// was touched lately, and keeps nobody signed in by that. Without it the page says who was writing when it was drawn.

const ASK_EVERY_MS = 15_000;
const TYPED_LATELY_MS = 30_000;
const ASKS_FOR_MS = 10 * 60_000;

const line = document.querySelector<HTMLElement>('#skriver');
const box = document.querySelector<HTMLElement>('#journalboks textarea, #delboks');

if (line !== null && box !== null) {
  let typed = 0;
  let here = Date.now();
  let over = false;
  const ask = async (): Promise<void> => {
    if (over || document.hidden || Date.now() - here > ASKS_FOR_MS) return;
    const reply = await fetch(line.dataset['ask'] ?? '', { method: 'POST', body: new URLSearchParams({ skriver: Date.now() - typed < TYPED_LATELY_MS ? 'ja' : 'nei' }), redirect: 'manual' }).catch(() => undefined);
    if (reply === undefined) return;
    over = reply.status !== 200;
    if (over) return;
    const said = new DOMParser().parseFromString(await reply.text(), 'text/html').querySelector('#skriver')?.textContent ?? '';
    if (line.textContent !== said) line.textContent = said;
  };
  box.addEventListener('input', () => {
    const first = Date.now() - typed > TYPED_LATELY_MS;
    typed = Date.now();
    here = typed;
    if (first) void ask();
  });
  box.addEventListener('focusin', () => { here = Date.now(); });
  setInterval(() => void ask(), ASK_EVERY_MS);
}
