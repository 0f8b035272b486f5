import { copyFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { CASE_ROUTES } from '../src/cases/pages/routes.tsx';
import { STEPS } from '../src/cases/public.ts';
import { makeWholeFile } from '../src/cases/commands/whole.ts';
import { openCase } from '../src/cases/queries/open.ts';
import { wholeFileOut } from '../src/cases/queries/whole.ts';
import { systemChance } from '../src/kernel/ids.ts';
import { addMs, MINUTE } from '../src/kernel/time.ts';
import { openAssets } from '../src/web/assets.ts';
import { Form } from '../src/web/http/form-body.ts';
import type { StaffRequest } from '../src/web/route.tsx';
import { renderDocument } from '../src/web/ui/document.tsx';
import { newCountry, person } from './country.ts';
import { liveCase } from './lived.ts';

const ENTRIES = 500;
const OPENS = 60;
const FILES = 12;
const WORDS = 'Snakket med henne alene på dagsenteret. Hun vil ha kontroll over egne penger, og vil at noen blir med i banken. ';

/** The typesetter is looked for beside the program. Needs dist/typeset.mjs: `npm run build` first. */
copyFileSync(fileURLToPath(new URL('../typeset.mjs', import.meta.url)), fileURLToPath(new URL('./typeset.mjs', import.meta.url)));

const country = await newCountry(1);
const [region] = country.regions;
if (region === undefined) throw new Error('no region');
const caseId = await liveCase(country, region, 'investigated');
const signe = () => person(region, 'signe', country.clock.now);
const { door } = country.house;

function figures(all: readonly number[]): string {
  const sorted = all.toSorted((a, b) => a - b);
  const at = (part: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN).toFixed(1);
  return `median ${at(0.5)} ms, p95 ${at(0.95)} ms`;
}

async function timed(times: number, work: () => Promise<unknown>): Promise<number[]> {
  const all: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const began = performance.now();
    await work();
    all.push(performance.now() - began);
  }
  return all;
}

/** The page of the case as its lead meets it: not the network, not the session. */
async function page(): Promise<string> {
  const request: StaffRequest = {
    person: signe(), colleague: { name: 'Signe Haugland', roleLabel: 'Teammedlem' }, regionName: 'Voksenvern Nordfjella', isReserve: false, door, lang: 'nb', demo: true,
    now: country.clock.now, path: `/saker/${caseId}`, params: { id: caseId }, query: new URLSearchParams(), form: new Form([]), refused: undefined,
  };
  const reply = await CASE_ROUTES.find(({ method, path }) => method === 'GET' && path === '/saker/:id')?.handle(request);
  if (reply?.kind !== 'page' || reply.status !== 200) throw new Error('no page came');
  return renderDocument(reply.page);
}

openAssets();
let entries = 0;
while (entries < ENTRIES) {
  country.clock.now = addMs(country.clock.now, MINUTE);
  const outcome = await door.enter(STEPS.writeNote, signe(), { caseId, text: WORDS.repeat(1 + (entries % 5)), newId: systemChance.uuid() });
  if (!outcome.ok) throw new Error(outcome.code);
  if (entries % 100 === 0 || entries >= ENTRIES - 20) {
    const opened = await door.enter(openCase, signe(), { caseId });
    entries = opened.ok && !opened.value.mustDeclare ? opened.value.journal.length : entries;
  } else entries += 1;
}
const start = process.cpuUsage();
const opens = await timed(OPENS, () => door.enter(openCase, signe(), { caseId }));
const spent = process.cpuUsage(start);
console.log(`a case of ${entries} entries: open ${figures(opens)}; processor time ${((spent.user + spent.system) / OPENS / 1000).toFixed(1)} ms each`);
await page();
const before = process.cpuUsage();
const pages = await timed(OPENS, page);
const { user, system } = process.cpuUsage(before);
console.log(`— its page, from the route to HTML: ${figures(pages)}; processor time ${((user + system) / OPENS / 1000).toFixed(1)} ms each; ${((await page()).length / 1024).toFixed(0)} KiB`);
let last = '';
const make = async () => {
  last = systemChance.uuid();
  const outcome = await door.enter(makeWholeFile, signe(), { caseId, newId: last, lang: 'nb' });
  if (!outcome.ok) throw new Error(outcome.code);
};
await make(); // the first starts the typesetter
console.log(`the whole of it as PDF and JSON: ${figures(await timed(FILES, make))}`);
const [pdf, json] = [await door.enter(wholeFileOut, signe(), { caseId, wholeId: last, as: 'pdf' }), await door.enter(wholeFileOut, signe(), { caseId, wholeId: last, as: 'json' })];
console.log(`PDF ${pdf.ok ? (pdf.value.bytes.length / 1024).toFixed(0) : pdf.code} KiB, JSON ${json.ok ? (json.value.bytes.length / 1024).toFixed(0) : json.code} KiB`);
await country.close();
process.exit(0);
