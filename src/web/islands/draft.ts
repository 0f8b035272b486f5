/// <reference lib="dom" />
// Keeps what is typed in a talk: a few seconds after each change, when a field is left and when the page is hidden. Without it
// the button «Lagre uferdig» does the same. An open form with something in it also keeps its writer signed in, for two hours.

const EVERY_MS = 2500;
const AWAKE_MS = 4 * 60_000;
const AWAKE_FOR_MS = 2 * 60 * 60_000;

const talk = document.querySelector<HTMLFormElement>('#samtale');
const said = document.querySelector<HTMLElement>('#lagret');
let changed = false;
let sending = false;
let sent = false;
let lastChange = 0;

function body(form: HTMLFormElement): URLSearchParams {
  const pairs = new URLSearchParams();
  new FormData(form).forEach((value, name) => { if (typeof value === 'string') pairs.append(name, value); });
  return pairs;
}

function say(saved: boolean): void {
  if (said === null) return;
  const at = new Date().toLocaleTimeString('nb-NO', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  said.textContent = saved ? `${said.dataset['saved'] ?? ''} ${at}` : said.dataset['unsaved'] ?? '';
}

async function save(form: HTMLFormElement): Promise<void> {
  if (sending || sent) return;
  sending = true;
  changed = false;
  try {
    const reply = await fetch('/mottak/utkast', { method: 'POST', body: body(form), redirect: 'manual', keepalive: true });
    if (reply.status !== 204) throw new Error('not saved');
    const id = form.querySelector<HTMLInputElement>('[name=utkast]')?.value ?? '';
    // A page that is loaded again is this talk, and not an empty one.
    history.replaceState(null, '', `${said?.dataset['page'] ?? ''}/${id}`);
    if (!changed) say(true);
  } catch {
    changed = true;
    say(false);
  }
  sending = false;
}

if (talk !== null) {
  const form = talk;
  const note = (): void => {
    changed = true;
    lastChange = Date.now();
    if (said !== null && said.textContent !== said.dataset['unsaved']) said.textContent = ''; // what stands there now is not saved yet
  };
  const saveNow = (): void => { if (changed) void save(form); };
  form.addEventListener('input', note);
  form.addEventListener('change', saveNow);
  form.addEventListener('focusout', saveNow);
  document.addEventListener('visibilitychange', saveNow);
  form.addEventListener('submit', (event) => { sent = !(event.submitter?.hasAttribute('formaction') ?? false); });
  addEventListener('online', saveNow);
  addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });
  setInterval(saveNow, EVERY_MS);
  setInterval(() => { if (lastChange > 0 && Date.now() - lastChange < AWAKE_FOR_MS) void save(form); }, AWAKE_MS);
  if (document.querySelector('#feil') === null) form.querySelector<HTMLInputElement>('#hvor')?.focus();
}
