import { endMeeting, startMeeting } from '../../src/cases/commands/meeting.ts';
import { mergeCases } from '../../src/cases/commands/merge.ts';
import { openCaseFromReports } from '../../src/cases/public.ts';
import { addDays, addMs, HOUR, osloDay, osloInstant, type Instant } from '../../src/kernel/time.ts';
import { acting, send, type Lived, type Teller } from './live.ts';
import type { Meeting } from './minutes.ts';

const EVERY_DAYS = 14;
/** The first after the summer, and the weeks around New Year, fall out now and then. */
const SKIPPED = [3, 12, 25, 38];
const TEAM = ['kari', 'tor', 'even', 'signe', 'oddvar', 'reidun'] as const;
const LEARNT = [
  'Vi spurte banken for sent. Neste gang spør vi samme dag.', 'Alle visste litt, ingen visste alt. Hjemmetjenesten tar kontakt tidligere.', 'Den første samtalen bør være et annet sted enn hjemme.',
  'Tolk må bestilles før vi ringer, ikke etterpå.', 'Det hjalp å ha én fast person å ringe til.', 'Vi ventet på politiet uten å avtale en ny dag. Nå setter vi alltid en dato.',
];

/** Two years of team meetings, every second week, before any case is told of: their minutes are written while the cases are lived. */
export async function holdMeetings(teller: Teller): Promise<Meeting[]> {
  const { clock, chance, end } = teller;
  const act = acting(teller, clock);
  const held: Meeting[] = [];
  for (let n = 52; n >= 1; n -= 1) {
    if (SKIPPED.includes(n)) continue;
    const at: Instant = osloInstant(addDays(osloDay(end), -n * EVERY_DAYS + 4), 12, 30);
    if (at >= end) continue;
    clock.now = at;
    const away = TEAM[1 + (n % 5)];
    const present = TEAM.filter((one) => one !== away).map((one) => act.id(one));
    const deputy = n % 4 === 0 && away !== undefined ? { deputy: act.id('amina'), deputyFor: act.id(away) } : { deputy: '', deputyFor: '' };
    const { meetingId } = await act.does('kari', startMeeting, { meetingId: chance.uuid(), present: deputy.deputy === '' ? present : [...present, deputy.deputy], guests: n % 9 === 0 ? 'RVTS, rådgiver' : '', ...deputy });
    held.push({ meetingId, at });
  }
  return held;
}

/** The meetings end, some with something learnt; and a case from a neighbour goes into the one that is there already. */
export async function closeMeetings(teller: Teller, going: readonly Lived[]): Promise<void> {
  const { clock, meetings, end } = teller;
  const act = acting(teller, clock);
  for (const [n, { meetingId, at }] of meetings.entries()) {
    clock.now = addMs(at, 1.5 * HOUR);
    await act.does('kari', endMeeting, { meetingId, learning: n % 3 === 0 ? LEARNT[(n / 3) % LEARNT.length] ?? '' : '', notNames: [] });
  }
  const one = going.find(({ answers }) => answers['navn'] !== undefined);
  const wished = going.find((other) => other !== one);
  clock.now = addMs(end, -6 * HOUR);
  if (wished !== undefined) await act.step(wished.lead, 'askForMeeting', wished.caseId, { meetingAbout: 'Hvem skal snakke med personen neste gang, og hvor?' });
  if (one === undefined) return;
  clock.now = addMs(end, -5 * HOUR);
  const { id } = await send(teller, { answers: {
    fare: 'nei', hvem: 'NABO_BEKJENT', voksen: 'ja', spurt: 'IKKE_SPURT', navn: one.answers['navn'] ?? '', kommune: one.answers['kommune'] ?? '9901', hva: 'PSYKISK', sett: 'Jeg hører roping gjennom veggen om kvelden. Hun går ikke ut lenger.', tilknytning: 'UKJENT', barn: 'nei', svar: 'nei',
  } });
  await act.later(1);
  const { fileId } = await act.does('kari', openCaseFromReports, { reportIds: [id], connection: 'INGEN' });
  await act.later(1);
  await act.does('kari', mergeCases, { caseId: fileId, otherId: one.caseId, goesOn: one.caseId, keep: [act.id(one.lead)], lead: act.id(one.lead), grounds: 'Navn, adresse og fødselsår er de samme. Naboen visste ikke at hjemmetjenesten hadde meldt.' });
}
