import { approvePublication, sendForApproval } from '../../src/documents/commands/approve.ts';
import { beginPublication } from '../../src/documents/commands/begin.ts';
import { commentPart, writePart } from '../../src/documents/commands/write.ts';
import { makeDocuments } from '../../src/documents/public.ts';
import { namesIn } from '../../src/documents/naming.ts';
import { partOf } from '../../src/documents/plan.ts';
import { openPublication } from '../../src/documents/queries/open.ts';
import { addMs, DAY_MS, HOUR, osloDay } from '../../src/kernel/time.ts';
import { saveHours } from '../../src/statistics/commands/hours.ts';
import { addOutreach } from '../../src/statistics/commands/outreach.ts';
import { acting, type Teller } from './live.ts';
import { DEMO_REGION } from './region.ts';
import { annualReport, internalControl, twoPages, type Parts } from './report-words.ts';

/** Last year's annual report, approved; this year's, under work with last year's texts; two pages for the steering group, and internal control. */
export async function report(teller: Teller): Promise<void> {
  const { clock, chance, end, worker } = teller;
  const act = acting(teller, clock);
  clock.now = addMs(end, -30 * DAY_MS);
  const told = osloDay(clock.now);
  const year = Number(told.slice(0, 4)); // the one before it is over, whenever the demo is filled
  const revision = async (publicationId: string): Promise<string> => String((await act.does('kari', openPublication, { publicationId })).row.revision);
  const begins = async (kind: string, from: string, to: string, cutOff: string): Promise<string> => (await act.does('kari', beginPublication, { newId: chance.uuid(), kind, lang: 'nb', from, to, cutOff })).publicationId;
  const writes = async (publicationId: string, parts: Parts): Promise<void> => {
    for (const [part, { text = '', lines = [] }] of Object.entries(parts)) await act.does('kari', writePart, { publicationId, part, revision: '0', text, lines, notNames: answered(part, text, lines) });
  };
  const approves = async (publicationId: string): Promise<void> => {
    await act.does('kari', sendForApproval, { publicationId, revision: await revision(publicationId) });
    clock.now = addMs(clock.now, HOUR);
    const { row, said } = await act.does('leif', openPublication, { publicationId });
    await act.does('leif', approvePublication, { publicationId, revision: String(row.revision), said });
  };
  const last = await begins('R1', `${year - 1}-01`, `${year - 1}-12`, told);
  await writes(last, annualReport(year - 1));
  await approves(last);
  const pages = await begins('R11', `${year - 1}-01`, `${year - 1}-12`, told);
  await writes(pages, twoPages(year - 1));
  await approves(pages);
  const control = await begins('R10', `${year - 1}-01`, `${year - 1}-12`, told);
  await writes(control, internalControl());
  await approves(control);
  clock.now = addMs(end, -2 * DAY_MS);
  const month = osloDay(clock.now).slice(0, 7);
  const now = await begins('R1', `${year}-01`, month, osloDay(clock.now));
  await act.does('kari', writePart, { publicationId: now, part: 'ORGANISASJON', revision: '1', text: 'Fire kommuner har ett felles mottak. Krisesenteret koordinerer. Fra i år har alle fire en fast person i teamet.', lines: [] });
  await act.does('leif', commentPart, { publicationId: now, commentId: chance.uuid(), part: 'UTFORDRINGER', comment: 'Skal vi ta med at tolk var vanskelig å få tak i?' });
  clock.now = end;
  for (const [daysAgo, kind, reached] of [[330, 'SKOLE', '64'], [210, 'MEDIER', ''], [20, 'TJENESTE', '18']] as const) {
    await act.does('leif', addOutreach, { newId: chance.uuid(), on: osloDay(addMs(end, -daysAgo * DAY_MS)), kind, reached });
  }
  for (const [daysAgo, theme, group, reached] of [[310, 'SE_VOLD', 'HELSE_OMSORG', '34'], [150, 'MELDE', 'NAV', '16'], [40, 'TAUSHETSPLIKT', 'LEDERE', '12']] as const) {
    await act.does('leif', addOutreach, { newId: chance.uuid(), on: osloDay(addMs(end, -daysAgo * DAY_MS)), kind: 'KURS', reached, theme, group });
  }
  for (const [daysAgo, name, adoptedBy, replaced] of [[400, 'Slik tar vi imot en bekymring', 'TEAM', 60], [60, 'Slik tar vi imot en bekymring, ny utgave', 'STYRINGSGRUPPE', 0], [200, 'Når vi deler opplysninger med politiet', 'FLERE', 0]] as const) {
    await act.does('kari', addOutreach, { newId: chance.uuid(), on: osloDay(addMs(end, -daysAgo * DAY_MS)), kind: 'RUTINE', reached: '', name, adoptedBy, replacedOn: replaced === 0 ? '' : osloDay(addMs(end, -replaced * DAY_MS)) });
  }
  // two municipalities have chosen to count their hours
  for (const [municipality, monthly] of [['9901', [42, 38, 51, 44, 40, 36, 12, 33, 47, 52, 45, 29]], ['9902', [18, 21, 16, 24, 19, 15, 6, 14, 22, 20, 23, 11]]] as const) {
    for (const of of [year - 1, year]) {
      const through = of < year ? 12 : Number(osloDay(end).slice(5, 7)) - 1;
      if (through > 0) await act.does('kari', saveHours, { municipality, year: of, hours: monthly.slice(0, through).map(String), seen: monthly.slice(0, through).map(() => 0) });
    }
  }
  await makeDocuments(worker.door, DEMO_REGION);
}

/** Who wrote it has looked at each word that could be a name: none of these is anybody's. */
function answered(code: string, text: string, lines: readonly Readonly<Record<string, string>>[]): string[] {
  const part = partOf('R1', code) ?? partOf('R11', code) ?? partOf('R10', code);
  return part === undefined ? [] : namesIn(part, { text, lines }, new Set());
}
