import { afterAll, beforeAll, beforeEach } from 'vitest';
import { world, type World } from './sign-in-support.ts';
import type { Reply, UserAgent } from './sign-in-user-agent.ts';

export const HOST = '127.0.0.1';

/** The house of the test file that imports it, with two issuers; nobody is invited or signed in when a test begins. */
export let w: World;

export function walkWithTwoIssuers(): void {
  beforeAll(async () => {
    w = await world({ second: true });
  });
  afterAll(() => w.stop());
  beforeEach(() => {
    w.register.open.clear();
    w.register.invited.clear();
  });
}

/** From «Logg inn» through the choice of person to the house. */
export async function signInAs(agent: UserAgent, sub: string, start = '/inn?hos=en'): Promise<Reply> {
  const choice = await agent.open(`${w.houseUrl}${start}`);
  return agent.send(choice, { person: sub });
}

/** Signs in as somebody while the browser is signed in already. */
export async function signInOver(agent: UserAgent, sub: string): Promise<void> {
  const between = await signInAs(agent, sub, '/inn?hos=en&ny=1');
  if (between.text.includes('Et øyeblikk')) await agent.send(between);
}

export async function who(agent: UserAgent): Promise<string | undefined> {
  return /id="who">([^<]*)/.exec((await agent.open(`${w.houseUrl}/`)).text)?.[1];
}
