/** What stands about a page and not in it: where its links lead, what it is called. Numbers to call and addresses to write to are there to be seen. */
const ABOUT = /<title>([^<]*)<\/title>|\b(?:href|action|formaction|src)="(?!tel:|sms:|mailto:)([^"]*)"/g;

/**
 * Keeps, of every answer that comes over HTTP to this process, what an access log, a proxy, a history or a tab shows: status, headers, and of a page its title and its addresses; and all of what is told to a machine, as health is.
 * @returns what was kept so far, and an end to it
 */
export function listenToAnswers(): { readonly heard: () => Promise<string>; readonly end: () => void } {
  const real = globalThis.fetch;
  const heads: Promise<string>[] = [];
  const listening: typeof fetch = async (...asked) => {
    const response = await real(...asked);
    heads.push(about(response, /^(text\/html|application\/(problem\+)?json)/.exec(response.headers.get('content-type') ?? '')?.[1], response.clone()));
    return response;
  };
  globalThis.fetch = listening;
  return { heard: async () => (await Promise.all(heads)).join('\n'), end: () => { globalThis.fetch = real; } };
}

async function about(response: Response, type: string | undefined, copy: Response): Promise<string> {
  const text = type === undefined ? '' : await copy.text().catch(() => '');
  const told = type === 'text/html' ? [...text.matchAll(ABOUT)].map(([whole]) => whole) : [text];
  return [`${response.status} ${response.statusText}`, ...[...response.headers].map(([name, value]) => `${name}: ${value}`), ...told].join('\n');
}
