/// <reference lib="dom" />
// The watch screen: fetches its numbers again and again, and sounds while there is danger that nobody has read, or when the screen
// has stopped telling. A browser plays no sound before somebody has touched the page, so one button turns it on.
// Asks with the page's own mark and without the session, which is left to end as if nobody were there.

export {}; // its names are its own

const EVERY_MS = 15_000;
const LOST_AFTER = 3;

const place = document.querySelector<HTMLElement>('#vakt');
const lost = document.querySelector<HTMLElement>('#vakt-tapt');
const button = document.querySelector<HTMLButtonElement>('#vakt-lyd');
const title = document.title;
let audio: AudioContext | undefined;
let failures = 0;

function tone(from: number, to: number): void {
  if (audio === undefined) return;
  const sound = audio.createOscillator();
  const loudness = audio.createGain();
  const at = audio.currentTime;
  sound.type = 'triangle';
  [from, to, from, to].forEach((pitch, n) => sound.frequency.setValueAtTime(pitch, at + n * 0.4));
  loudness.gain.setValueAtTime(0.35, at);
  sound.connect(loudness).connect(audio.destination);
  sound.start(at);
  sound.stop(at + 1.6);
}

function sounding(): boolean {
  const urgent = Number(place?.querySelector<HTMLElement>('[data-urgent]')?.dataset['urgent'] ?? '0');
  document.title = urgent > 0 ? `(${urgent}) ${title}` : title;
  if (urgent > 0) tone(880, 660);
  return urgent > 0;
}

async function renew(shown: HTMLElement): Promise<void> {
  try {
    const body = new URLSearchParams({ side: shown.dataset['mark'] ?? '', lang: shown.dataset['lang'] ?? '' });
    const reply = await fetch('/mottak/vakt', { method: 'POST', body, redirect: 'manual', signal: AbortSignal.timeout(EVERY_MS) });
    if (reply.status !== 200) throw new Error('no numbers');
    const words = new DOMParser().parseFromString(await reply.text(), 'text/html').body;
    failures = 0;
    shown.replaceChildren(...words.childNodes);
    if (lost !== null) lost.textContent = '';
  } catch {
    failures += 1;
    if (lost !== null && failures >= LOST_AFTER) lost.textContent = lost.dataset['words'] ?? '';
    if (failures >= LOST_AFTER) return tone(330, 260);
  }
  sounding();
}

if (place !== null) {
  setInterval(() => void renew(place), EVERY_MS);
  addEventListener('online', () => void renew(place));
}
if (button !== null) {
  button.hidden = false;
  button.addEventListener('click', () => {
    audio ??= new AudioContext();
    void audio.resume();
    button.textContent = button.dataset['on'] ?? '';
    if (!sounding()) tone(660, 880);
  });
}
