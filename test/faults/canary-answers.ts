import { expect } from 'vitest';
import { DEMO_STAFF } from '../../db/demo/people.ts';
import type { Person } from '../../src/kernel/actor.ts';
import { listColleagues } from '../../src/staff/public.ts';
import { STAFF_ROUTES } from '../../src/web/routes.ts';
import { userAgent, type UserAgent } from '../staff/sign-in-user-agent.ts';
import { SHARE } from '../support/canary-words.ts';
import { here } from './canary-life.ts';

/** Goes through every page of the house as this colleague, and sends every form with words in its fields. What is answered is kept by whoever listens (test/support/answers.ts). @param ids of files of each kind */
export async function goThroughTheHouse(me: Person, ids: readonly string[]): Promise<void> {
  const { house, product } = here();
  const name = (await house.door.unaudited(me.regionId, 'test', listColleagues)).find(({ userId }) => userId === me.userId)?.name;
  const subject = DEMO_STAFF.find((member) => member.name === name)?.subject ?? expect.fail('nobody of the demo');
  const agent = userAgent();
  const between = await agent.send(await agent.open(`${product.houseUrl}/inn`), { person: subject });
  if (!between.url.startsWith(product.houseUrl)) await agent.send(between);
  const shown: number[] = [];
  for (const route of STAFF_ROUTES.filter(({ method }) => method === 'GET')) {
    for (const url of addresses(route.path, ids)) shown.push((await agent.open(product.houseUrl + url)).status);
  }
  expect(shown.filter((status) => status === 200).length, 'pages of what is theirs').toBeGreaterThan(50);
  for (const route of STAFF_ROUTES.filter(({ method, path }) => method === 'POST' && !path.startsWith('/ut'))) {
    for (const url of addresses(route.path, ids)) await sent(agent, product.houseUrl + url);
  }
  expect((await fetch(`${product.houseUrl}/helse`)).headers.get('content-type')).toContain('json');
}

function addresses(path: string, ids: readonly string[]): string[] {
  const [first, ...others] = path.split(/:[a-z]+/i);
  return others.length === 0 ? [path] : ids.map((id) => `${first}${id}${others.join('1')}`);
}

const FIELDS = ['term', 'sok', 'navn', 'name', 'text', 'grounds', 'reference', 'referanse', 'note', 'why', 'about', 'answer'];

/** Whatever becomes of it: refused, kept, or not there. */
async function sent(agent: UserAgent, url: string): Promise<void> {
  const headers = { cookie: agent.header(new URL(url)), origin: new URL(url).origin };
  await (await fetch(url, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(FIELDS.map((field) => [field, SHARE])) })).text();
}
