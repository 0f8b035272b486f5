import { randomUUID } from 'node:crypto';
import { startMeeting } from '../src/cases/commands/meeting.ts';
import { CASE_ROUTES } from '../src/cases/pages/routes.tsx';
import { openAssets } from '../src/web/assets.ts';
import { Form } from '../src/web/http/form-body.ts';
import type { StaffRequest } from '../src/web/route.tsx';
import { renderDocument } from '../src/web/ui/document.tsx';
import { newCountry, person } from './country.ts';
import { liveCase } from './lived.ts';
import { inParallel, openLoop, print } from './load.ts';
import { fill } from './seed.ts';

/** One in twelve is open: this many makes an agenda of two hundred. */
const CASES = 2_400;
const RATE = 10;
const SECONDS = 8;
/** pages one after the other, of which the processor time is told */
const ALONE = 40;
const SUBJECTS = ['kari', 'even', 'signe', 'oddvar', 'reidun', 'tor'] as const;

/** The one screen of a team meeting with an agenda of 200 open cases, of which one is open: route, door, journal and HTML; not the network, not the session. */
async function main(): Promise<void> {
  openAssets();
  const country = await newCountry(1);
  try {
    const [region] = country.regions;
    const route = CASE_ROUTES.find(({ method, path }) => method === 'GET' && path === '/teammote/:id');
    if (region === undefined || route === undefined) throw new Error('no region, or no page of a meeting');
    const open = await liveCase(country, region, 'investigated');
    await fill(country, { fresh: await liveCase(country, region, 'new'), open, closed: await liveCase(country, region, 'closed') }, [0], [CASES]);
    const { door } = country.house;
    const kari = person(region, 'kari', country.clock.now);
    const present = SUBJECTS.flatMap((subject) => region.users.get(subject) ?? []);
    const meetingId = randomUUID();
    const begun = await door.enter(startMeeting, kari, { meetingId, present, guests: '', deputy: '', deputyFor: '' });
    if (!begun.ok) throw new Error(`no meeting: ${begun.code}`);
    const request: StaffRequest = {
      person: kari, colleague: { name: 'Kari Nordmo', roleLabel: 'Koordinator' }, regionName: 'Voksenvern Nordfjella', isReserve: false, door, lang: 'nb', demo: true,
      now: country.clock.now, path: `/teammote/${meetingId}`, params: { id: meetingId }, query: new URLSearchParams({ sak: open }), form: new Form([]), refused: undefined,
    };
    const page = async () => {
      const reply = await route.handle(request);
      if (reply.kind !== 'page' || reply.status !== 200) throw new Error('no page came');
      return renderDocument(reply.page);
    };
    const cases = new Set((await page()).match(/\?sak=[0-9a-f-]{36}/g)).size;
    console.log(`agenda of ${cases} open cases`);
    await inParallel('warm', 4, 1, async () => void await page());
    const before = process.cpuUsage();
    for (let n = 0; n < ALONE; n += 1) await page();
    const { user, system } = process.cpuUsage(before);
    console.log(`processor time of this process: ${((user + system) / ALONE / 1000).toFixed(1)} ms each`);
    print([await openLoop(`agenda of ${cases} cases, ${RATE} a second`, RATE, SECONDS, async () => void await page()), await inParallel('— one at a time', 1, 3, async () => void await page())]);
  } finally {
    await country.close();
  }
}

await main();
