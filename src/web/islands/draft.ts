/// <reference lib="dom" />
// Keeps what is typed: a few seconds after each change, when a field is left and when the page is hidden. Reception's talks go to
// their own drafts, every other form with room for words to the writer's kept texts; the button «Lagre uferdig», and a session that ends,
// do the same without it. An open talk also keeps its writer signed in for two hours. On a machine that several people use, the
// screen locks when nobody has touched it for a while. A form that is sent while the network is away stays (hold.ts).
import { holdWithoutNet } from './hold.ts';

const EVERY_MS = 2500;
const AWAKE_MS = 4 * 60_000;
const AWAKE_FOR_MS = 2 * 60 * 60_000;
const SAY_IN_USE_MS = 60_000;

const said = document.querySelector<HTMLElement>('#lagret');
const forms: Kept[] = [];

type Kept = { readonly form: HTMLFormElement; readonly talk: boolean; changed: boolean; /** the newest save never reached anybody */ unheard: boolean; sending: boolean; sent: boolean; lastChange: number; /** the newest save, also while it is under way */ saved: Promise<void> };

function body(one: Kept): URLSearchParams {
  const pairs = new URLSearchParams();
  new FormData(one.form).forEach((value, name) => { if (typeof value === 'string') pairs.append(name, value); });
  if (!one.talk) pairs.append('handling', one.form.getAttribute('action') ?? '');
  return pairs;
}

function say(saved: boolean): void {
  if (said === null) return;
  const at = new Date().toLocaleTimeString('nb-NO', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  said.textContent = saved ? `${said.dataset['saved'] ?? ''} ${at}` : said.dataset['unsaved'] ?? '';
}

/** `resting`: nobody touched anything, the page asks by itself. */
function save(one: Kept, resting = false): Promise<void> {
  if (!one.sending && !one.sent) one.saved = send(one, resting);
  return one.saved;
}

async function send(one: Kept, resting: boolean): Promise<void> {
  one.sending = true;
  one.changed = false;
  one.unheard = true;
  try {
    const reply = await fetch(`${one.talk ? '/mottak/utkast' : '/tekst'}${resting ? '?hvile=1' : ''}`, { method: 'POST', body: body(one), redirect: 'manual', keepalive: true });
    one.unheard = false;
    if (reply.status !== 204) throw new Error('not saved');
    if (one.talk) {
      const id = one.form.querySelector<HTMLInputElement>('[name=utkast]')?.value ?? '';
      // A page that is loaded again is this talk, and not an empty one.
      history.replaceState(null, '', `${said?.dataset['page'] ?? ''}/${id}`);
      if (!one.changed) say(true);
    }
  } catch {
    one.changed = true;
    if (one.talk) say(false);
  }
  one.sending = false;
}

function keep(form: HTMLFormElement, talk: boolean): void {
  const one: Kept = { form, talk, changed: false, unheard: false, sending: false, sent: false, lastChange: 0, saved: Promise.resolve() };
  const saveNow = (): void => { if (one.changed) void save(one); };
  forms.push(one);
  holdWithoutNet(form, () => one.unheard && !one.sending);
  form.addEventListener('input', () => {
    one.changed = true;
    one.lastChange = Date.now();
    if (talk && said !== null && said.textContent !== said.dataset['unsaved']) said.textContent = ''; // what stands there now is not saved yet
  });
  form.addEventListener('change', saveNow);
  form.addEventListener('focusout', saveNow);
  form.addEventListener('submit', (event) => { if (!event.defaultPrevented) one.sent = !(event.submitter?.hasAttribute('formaction') ?? false); });
  document.addEventListener('visibilitychange', saveNow);
  addEventListener('online', saveNow);
  setInterval(saveNow, EVERY_MS);
  if (talk) setInterval(() => { if (one.lastChange > 0 && Date.now() - one.lastChange < AWAKE_FOR_MS) void save(one, true); }, AWAKE_MS);
}

/** Tabs of one browser tell each other that somebody is there: only a machine that nobody uses locks. */
function lockAfter(ms: number, lock: HTMLFormElement): void {
  const others = 'BroadcastChannel' in globalThis ? new BroadcastChannel('i-bruk') : undefined; // an older Safari's tabs do not know of each other
  let touched = Date.now();
  let told = touched;
  let locking = false;
  const touch = (): void => {
    touched = Date.now();
    if (touched - told < SAY_IN_USE_MS / 6) return;
    others?.postMessage('');
    if (touched - told < SAY_IN_USE_MS) return;
    told = touched;
    void fetch('/i-bruk', { method: 'POST', redirect: 'manual' }).catch(() => undefined);
  };
  others?.addEventListener('message', () => { touched = Date.now(); });
  for (const event of ['keydown', 'pointerdown', 'pointermove', 'scroll', 'input']) addEventListener(event, touch, { passive: true, capture: true });
  const cover = async (): Promise<void> => {
    if (locking) return;
    locking = true;
    // What was typed lies with the server before the page is covered.
    await Promise.all(forms.map((one) => one.saved));
    await Promise.all(forms.filter((one) => one.changed).map((one) => save(one, true)));
    lock.requestSubmit();
  };
  setInterval(() => { if (Date.now() - touched >= ms) void cover(); }, 1000);
  lock.addEventListener('submit', (event) => {
    if (locking || !forms.some((one) => one.changed || one.sending)) return;
    event.preventDefault();
    void cover();
  });
}

const talk = document.querySelector<HTMLFormElement>('#samtale');
if (talk !== null) {
  document.querySelector('#for-hand')?.remove(); // from here on it is kept by itself
  if (said !== null) said.textContent = said.dataset['keeps'] ?? '';
  keep(talk, true);
  if (document.querySelector('#feil') === null) talk.querySelector<HTMLInputElement>('#hvor')?.focus();
}
for (const form of document.querySelectorAll('form')) {
  if (form === talk || form.querySelector('[data-mark]') === null) continue;
  if (form.querySelector('textarea') !== null) keep(form, false);
  else holdWithoutNet(form);
}
if (forms.length > 0) addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });

const shared = document.querySelector<HTMLElement>('#felles');
const lock = document.querySelector<HTMLFormElement>('#las');
if (shared !== null && lock !== null) lockAfter(Number(shared.dataset['lockAfter']), lock);
