/// <reference lib="dom" />
// On a report whose file is being made: fetches the page's own list of files again and again until they are there, and keeps nobody
// signed in by that. Without it the page fetches itself anew.

export {}; // its names are its own

const ASK_EVERY_MS = 2_000;
const ASKS_FOR_MS = 10 * 60_000;

const list = document.querySelector<HTMLElement>('#filer');

async function renew(shown: HTMLElement, address: string): Promise<boolean> {
  if (document.hidden) return true;
  const reply = await fetch(address, { redirect: 'manual' }).catch(() => undefined);
  if (reply === undefined) return true;
  if (reply.status !== 200) return false;
  const fresh = new DOMParser().parseFromString(await reply.text(), 'text/html').querySelector<HTMLElement>('#filer');
  if (fresh === null) return false;
  if (shown.innerHTML !== fresh.innerHTML) shown.replaceChildren(...fresh.childNodes);
  return fresh.dataset['ask'] !== undefined;
}

if (list !== null && list.dataset['ask'] !== undefined) {
  const address = list.dataset['ask'];
  const until = Date.now() + ASKS_FOR_MS;
  const again = async (): Promise<void> => {
    if (Date.now() < until && await renew(list, address)) setTimeout(() => void again(), ASK_EVERY_MS);
  };
  setTimeout(() => void again(), ASK_EVERY_MS);
}
