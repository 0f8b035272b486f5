/** A worried person with a browser, as far as HTTP goes: fetch the form, fill it in, send, and not give up. */
export type Receipt = { readonly token: string; readonly code: string | undefined; readonly page: string };

const TOKEN = /name="skjema" value="([^"]+)"/;
const TURN = /name="tur" value="([^"]+)"/;
const CODE = /\b([0-9A-HJKMNP-TV-Z]{4}) ([0-9A-HJKMNP-TV-Z]{4}) ([0-9A-HJKMNP-TV-Z]{4}) ([0-9A-HJKMNP-TV-Z]{4})\b/;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export async function insist<T>(work: () => Promise<T | undefined>, forMs = 60_000): Promise<T> {
  const started = performance.now();
  for (;;) {
    const answer = await work().catch(() => undefined);
    if (answer !== undefined) return answer;
    if (performance.now() - started > forMs) throw new Error('gave up');
    await pause(100);
  }
}

/** The token of a new form. */
export async function fetchForm(base: string): Promise<string> {
  return insist(async () => {
    const response = await fetch(`${base}/meld`, { signal: AbortSignal.timeout(15_000) });
    return TOKEN.exec(await response.text())?.[1];
  });
}

/** Sends once; undefined when nobody knows how it went. Throws for an answer that must never be. */
export async function sendOnce(base: string, token: string, answers: Readonly<Record<string, string>>): Promise<Receipt | undefined> {
  let response: Response;
  let page: string;
  try {
    response = await fetch(`${base}/meld`, { method: 'POST', body: new URLSearchParams({ skjema: token, ...answers }), signal: AbortSignal.timeout(30_000), redirect: 'manual' });
    page = await response.text();
  } catch {
    return undefined; // the connection broke: it may have arrived, or not
  }
  if (response.status === 503) return undefined;
  const turn = response.status === 429 ? TURN.exec(page)?.[1] : undefined;
  if (turn !== undefined) { // «Mange på én gang»: waits as the page says, and presses its one button
    await pause(5_200);
    return sendOnce(base, token, { ...answers, tur: turn });
  }
  if (response.status !== 200) throw new Error(`unexpected answer ${response.status}`);
  return { token, code: CODE.exec(page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '))?.[0], page };
}

/** The token of the page that asks for the code. */
export async function fetchVisit(base: string): Promise<string> {
  return TOKEN.exec(await (await fetch(`${base}/kvittering`, { signal: AbortSignal.timeout(15_000) })).text())?.[1] ?? '';
}

/** The token of the window that a code opens; undefined when nobody knows. */
async function openedWindow(base: string, code: string): Promise<string | undefined> {
  const token = await fetchVisit(base);
  const page = await (await fetch(`${base}/kvittering`, { method: 'POST', body: new URLSearchParams({ skjema: token, kode: code }), signal: AbortSignal.timeout(30_000) })).text();
  return page.includes('name="svar"') ? TOKEN.exec(page)?.[1] : undefined;
}

/** Writes a message with the code, and sends the same page until it is told that it is sent. @param typed fields of the window */
export async function writeUntilSent(base: string, code: string, typed: Readonly<Record<string, string>>): Promise<void> {
  const token = await insist(() => openedWindow(base, code), 120_000);
  await insist(async () => {
    const { status } = await fetch(`${base}/kvittering`, { method: 'POST', body: new URLSearchParams({ skjema: token, ...typed }), signal: AbortSignal.timeout(30_000) });
    return status === 200 ? true : undefined;
  }, 120_000);
}

/** The body of the form that adds a file, with the token before the file as on the page. */
export function fileForm(token: string, bytes: Uint8Array, name: string): FormData {
  const body = new FormData();
  body.append('skjema', token);
  body.append('fil', new File([new Uint8Array(bytes)], name));
  return body;
}

/** Adds a file to the report just sent, or to an open window, until it is told that it is added. */
export async function addUntilTaken(base: string, token: string, bytes: Uint8Array, name: string): Promise<void> {
  await insist(async () => {
    const { status } = await fetch(`${base}/kvittering/fil`, { method: 'POST', body: fileForm(token, bytes, name), signal: AbortSignal.timeout(60_000) });
    return status === 200 ? true : undefined;
  }, 120_000);
}

/** Sends until there is a receipt: what a person does when told «Send igjen, den blir ikke dobbel». */
export async function sendUntilReceived(base: string, token: string, answers: Readonly<Record<string, string>>): Promise<Receipt> {
  return insist(() => sendOnce(base, token, answers), 120_000);
}
