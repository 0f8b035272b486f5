type Cookie = { readonly name: string; readonly value: string; readonly path: string };
export type Reply = { readonly status: number; readonly url: string; readonly headers: Headers; readonly text: string; readonly setCookies: readonly string[] };

/** A browser without a screen: keeps cookies by host and path as browsers do (ports share them), follows redirects, sends forms. */
export function userAgent(): UserAgent {
  return new UserAgent();
}

export class UserAgent {
  private readonly jar = new Map<string, Cookie>();

  /** Follows redirects up to the first address that `until` wants, which is not opened. */
  async open(url: string, until?: (url: string) => boolean): Promise<Reply> {
    return this.go('GET', url, undefined, until);
  }

  /** Sends a form of the page, with the fields it holds and those given. */
  async send(page: Reply, fields: Readonly<Record<string, string>> = {}, until?: (url: string) => boolean): Promise<Reply> {
    const action = /<form[^>]* action="([^"]*)"/.exec(page.text)?.[1] ?? '';
    const hidden = [...page.text.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]);
    const body = new URLSearchParams({ ...Object.fromEntries(hidden), ...fields });
    return this.go('POST', new URL(action, page.url).href, body, until);
  }

  async post(url: string): Promise<Reply> {
    return this.go('POST', url, new URLSearchParams());
  }

  cookie(host: string, name: string): string | undefined {
    return this.jar.get(`${host} ${name} /`)?.value;
  }

  plant(host: string, name: string, value: string): void {
    this.jar.set(`${host} ${name} /`, { name, value, path: '/' });
  }

  names(host: string): readonly string[] {
    return [...this.jar].filter(([key]) => key.startsWith(`${host} `)).map(([, cookie]) => cookie.name);
  }

  header(url: URL): string {
    const fits = ([key, cookie]: [string, Cookie]): boolean => key.startsWith(`${url.hostname} `) && url.pathname.startsWith(cookie.path);
    return [...this.jar].filter(fits).map(([, cookie]) => `${cookie.name}=${cookie.value}`).join('; ');
  }

  private async go(method: string, url: string, body: URLSearchParams | undefined, until?: (url: string) => boolean): Promise<Reply> {
    const setCookies: string[] = [];
    let at = new URL(url);
    let response = await this.once(method, at, body, setCookies);
    for (let hop = 0; hop < 10 && response.status >= 300 && response.status < 400; hop += 1) {
      at = new URL(response.headers.get('location') ?? '', at);
      if (until?.(at.href) === true) return { status: response.status, url: at.href, headers: response.headers, text: '', setCookies };
      response = await this.once('GET', at, undefined, setCookies);
    }
    return { status: response.status, url: at.href, headers: response.headers, text: await response.text(), setCookies };
  }

  private async once(method: string, url: URL, body: URLSearchParams | undefined, setCookies: string[]): Promise<Response> {
    const headers = { cookie: this.header(url), accept: 'text/html' };
    const response = await fetch(url, { method, redirect: 'manual', headers, ...(body === undefined ? {} : { body }) });
    for (const line of response.headers.getSetCookie()) {
      setCookies.push(line);
      this.keep(url.hostname, line);
    }
    return response;
  }

  private keep(host: string, line: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const name = pair.slice(0, pair.indexOf('='));
    const path = attributes.find((a) => a.toLowerCase().startsWith('path='))?.slice(5) ?? '/';
    const gone = attributes.some((a) => /^max-age=0$/i.test(a) || /^expires=Thu, 01 Jan 1970/i.test(a));
    const key = `${host} ${name} ${path}`;
    if (gone) this.jar.delete(key);
    else this.jar.set(key, { name, value: pair.slice(pair.indexOf('=') + 1), path });
  }
}
