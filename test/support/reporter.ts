/** A worried person with a browser, as far as HTTP goes: fetch the form, fill it in, send, and not give up. */
export type Receipt = { readonly token: string; readonly code: string | undefined; readonly page: string };

const TOKEN = /name="skjema" value="([^"]+)"/;
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
  if (response.status !== 200) throw new Error(`unexpected answer ${response.status}`);
  return { token, code: CODE.exec(page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '))?.[0], page };
}

/** Sends until there is a receipt: what a person does when told «Send igjen, den blir ikke dobbel». */
export async function sendUntilReceived(base: string, token: string, answers: Readonly<Record<string, string>>): Promise<Receipt> {
  return insist(() => sendOnce(base, token, answers), 120_000);
}
