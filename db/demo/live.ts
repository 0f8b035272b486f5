import { openCaseFromReports, STEPS } from '../../src/cases/public.ts';
import { joinReport } from '../../src/cases/commands/join.ts';
import type { CaseStep } from '../../src/cases/commands/step.ts';
import type { Person } from '../../src/kernel/actor.ts';
import type { UseCase } from '../../src/kernel/door.ts';
import { asId, type Chance, type FileId, type UserId } from '../../src/kernel/ids.ts';
import { newReceiptCode, type ReceiptCode } from '../../src/kernel/sealing/receipt-code.ts';
import type { Storage } from '../../src/kernel/storage.ts';
import { addDays, addMs, HOUR, osloDay, osloInstant, type Instant } from '../../src/kernel/time.ts';
import type { House } from '../../src/open-house.ts';
import type { SiteBundle } from '../../src/regions/published.ts';
import { plan } from '../../src/reports/form/plan.ts';
import { readForm } from '../../src/reports/form/read.ts';
import type { Intake } from '../../src/reports/intake.ts';
import { declareConnection } from '../../src/reports/commands/connection.ts';
import { handOver } from '../../src/reports/commands/handle.ts';
import { openEnvelopes } from '../../src/reports/public.ts';
import { openReport } from '../../src/reports/queries.ts';
import { does, personOf } from './doing.ts';
import { letters } from './letters.ts';
import { DEMO_REGION } from './region.ts';
import { writeMinutes, type Meeting } from './minutes.ts';
import { changedLater, keepSafe } from './safety.ts';
import { STAGES, type Stage, type Story } from './story.ts';
import { answersDuties, hears } from './voices.ts';

export type Teller = {
  readonly house: House; readonly worker: House; readonly intake: Intake; readonly bundle: SiteBundle; readonly chance: Chance;
  readonly storage: Storage; readonly clock: { now: Instant }; readonly end: Instant; readonly users: ReadonlyMap<string, UserId>;
  /** the team meetings of the two years, the oldest first */
  readonly meetings: readonly Meeting[];
};

/** The team member of the municipality that a story happens in leads its case. */
const LEADS: Readonly<Record<string, string>> = { '9901': 'even', '9902': 'signe', '9903': 'oddvar', '9904': 'reidun' };

/** A case with the report that it was opened from, the code of its window, and who leads it. */
export type Lived = { readonly report: { readonly id: FileId; readonly code: ReceiptCode }; readonly caseId: FileId; readonly lead: string; readonly answers: Story['answers'] };

/** Lives one story from the form to where it has come, each step by whoever would take it, at a believable time. undefined: no case came of it yet. */
export async function live(teller: Teller, story: Story): Promise<Lived | undefined> {
  const { clock, end } = teller;
  const [hour = 0, minute = 0] = story.at.split(':').map(Number);
  const sent = osloInstant(addDays(osloDay(end), -story.daysAgo), hour, minute);
  clock.now = sent > end ? addMs(end, -HOUR) : sent;
  const report = await send(teller, story);
  if (story.addition !== undefined) {
    clock.now = addMs(clock.now, 3 * HOUR);
    await send(teller, { ...story, answers: { ...story.answers, sett: `${story.answers['sett']} ${story.addition}` } }, report);
  }
  const lead = LEADS[story.answers['kommune'] ?? ''] ?? 'tor';
  const act = acting(teller, clock);
  if (reaches(story.stage, 'read')) {
    await act.later(2);
    await act.does('jorunn', declareConnection, { reportId: report.id, connection: 'INGEN' });
    await act.does('jorunn', openReport, { reportId: report.id });
    await act.does('jorunn', handOver, { reportId: report.id, note: '' });
  }
  if (!reaches(story.stage, 'opened')) return undefined;
  await act.later(20);
  const { fileId } = await act.does('kari', openCaseFromReports, { reportIds: [report.id], connection: 'INGEN' });
  const openedAt = clock.now;
  await walk({ ...act, minuted: (minutes) => act.minuted(minutes, { caseId: fileId, openedAt }) }, story, fileId, lead);
  if (story.second !== undefined) await joined(teller, story.second, fileId);
  return { report, caseId: fileId, lead, answers: story.answers };
}

/** A report from somebody else, which the coordinator lets go into the case that is there. */
async function joined(teller: Teller, { daysAgo, answers }: NonNullable<Story['second']>, caseId: FileId): Promise<void> {
  const { clock, end } = teller;
  clock.now = osloInstant(addDays(osloDay(end), -daysAgo), 15, 20);
  const { id } = await send(teller, { answers });
  const act = acting(teller, clock);
  await act.later(2);
  await act.does('kari', joinReport, { caseId, reportId: id, connection: 'INGEN', told: 'JA' });
}

function reaches(stage: Story['stage'], wanted: Stage): boolean {
  return STAGES.indexOf(stage === 'advice' ? 'opened' : stage) >= STAGES.indexOf(wanted);
}

/** Sends the form the way the public process does, and opens what came. */
export async function send(teller: Teller, { answers, easy, crowded }: Pick<Story, 'answers' | 'easy'> & { readonly crowded?: true }, known?: { id: FileId; code: ReceiptCode }): Promise<{ id: FileId; code: ReceiptCode }> {
  const { chance, clock, intake, bundle } = teller;
  const read = readForm(Object.entries(answers).flatMap(([name, value]) => value.split('|').map((one): [string, string] => [name, one])));
  if (read.answers === undefined) throw new Error(`a demo report has problems: ${JSON.stringify(read.problems)}`);
  const draftId = known?.id ?? asId<'file'>(chance.uuid());
  const planned = plan(read.answers, { region: DEMO_REGION, draftId, receivedAt: clock.now, lang: 'nb', variety: easy === true ? 'easy' : 'plain', channel: 'NETTSKJEMA', crowded });
  if (!planned.ok) throw new Error(`a demo report was refused: ${planned.code}`);
  const code = known?.code ?? newReceiptCode(chance);
  await intake.submit(planned.value, code, bundle.intake, clock.now);
  await openArrived(teller, draftId);
  return { id: draftId, code };
}

/** Opens what came, the way the worker does. */
export async function openArrived({ worker }: Teller, draftId: FileId): Promise<void> {
  const waiting = await worker.door.unaudited(DEMO_REGION, 'demo', (ctx) => ctx.tx.selectFrom('app.report_envelope').select('envelope_id').where('region_id', '=', DEMO_REGION).where('report_id', '=', draftId).execute());
  for (const { envelope_id: envelopeId } of waiting) await worker.door.enter(openEnvelopes, { kind: 'system', regionId: DEMO_REGION, task: 'open_envelope' }, { envelopeId });
}

export type Acting = {
  readonly does: <I, F, R>(subject: string, useCase: UseCase<I, F, R>, input: unknown) => Promise<R>;
  readonly step: (subject: string, key: CaseStep, caseId: FileId, answers?: Readonly<Record<string, unknown>>) => Promise<void>;
  /** as step; answers false where this machine cannot (setting a file) */
  readonly may: (subject: string, key: CaseStep, caseId: FileId, answers?: Readonly<Record<string, unknown>>) => Promise<boolean>;
  readonly later: (hours: number) => Promise<void>;
  readonly id: (subject: string) => UserId;
  readonly newId: () => string;
  /** what the team said in its last meeting, if there was one since the case was opened */
  readonly minuted: (minutes: string, about?: { readonly caseId: FileId; readonly openedAt: Instant }) => Promise<void>;
  readonly now: () => Instant;
};

/** The demo's people at work, at the time that the clock shows. */
export function acting(teller: Teller, clock: { now: Instant }): Acting {
  const person = (subject: string): Person => personOf({ users: teller.users, clock }, subject);
  const act: Acting['does'] = (subject, useCase, input) => does({ ...teller, clock }, subject, useCase, input);
  return {
    does: act, newId: () => teller.chance.uuid(), id: (subject) => person(subject).userId, now: () => clock.now,
    step: async (subject, key, caseId, answers = {}) => void await act(subject, STEPS[key] as (typeof STEPS)['handOver'], { caseId, ...answers }), // every step takes a case and answers
    minuted: async (minutes, about) => {
      if (about !== undefined) await writeMinutes(teller.house, person('kari'), teller.meetings, { ...about, now: clock.now, newId: teller.chance.uuid(), minutes });
    },
    may: async (subject, key, caseId, answers = {}) => {
      const outcome = await teller.house.door.enter(STEPS[key] as (typeof STEPS)['handOver'], person(subject), { caseId, ...answers }); // every step takes a case and answers
      if (!outcome.ok && outcome.code !== 'cannot_typeset') throw new Error(`demo: ${subject} ${key}: ${outcome.code} ${JSON.stringify(outcome.fields ?? {})}`);
      return outcome.ok;
    },
    later: async (hours) => {
      const next = addMs(clock.now, hours * HOUR);
      clock.now = next > teller.end ? teller.end : next;
    },
  };
}

const NONE = { connection: 'INGEN' };

/** From the open case on, stage by stage. */
async function walk(act: Acting, story: Story, caseId: FileId, lead: string): Promise<void> {
  if (story.stage === 'advice') return advise(act, story, caseId, lead);
  if (!reaches(story.stage, 'proposed')) return;
  await letIn(act, caseId, lead);
  await act.later(24);
  await act.step('kari', 'proposeClassification', caseId, {
    caseType: story.type ?? 'MA', wish: story.wish ?? 'Ikke spurt ennå.', consent: 'GITT_MUNTLIG', grounds: story.grounds ?? 'Samlet vurdering av det som er meldt.', lead: act.id(lead),
    criteria: story.type === 'KAN' ? ['VOKSEN'] : ['VOKSEN', 'BEHOV', 'UTSATT', 'IKKE_BESKYTTE_SEG'].slice(0, story.type === 'BOR' ? 3 : 4), capacity: 'NEI', children: story.children === undefined ? 'NEI' : 'JA', services: story.services ?? '',
  });
  if (!reaches(story.stage, 'classified')) return;
  await act.later(20);
  await act.step(lead, 'confirmClassification', caseId, { proposal: 1 });
  if (!reaches(story.stage, 'investigated')) return;
  await act.later(48);
  await act.step(lead, 'startInvestigation', caseId, { questions: 'Hva skjer, hvor ofte, og hva vil personen selv?', sources: 'Samtale, tjenestene rundt', whoTalks: 'Saksansvarlig, alene med personen, i løpet av uka. Ingen telefon hjem.', safeContact: story.answers['trygg'] ?? 'På dagsenteret', suspectMayKnow: 'Ingenting' });
  await answersDuties(act, story, caseId, lead);
  await hears(act, story, caseId, lead, ['START', 'UNDERVEIS']);
  for (const text of story.notes ?? ['Samtale gjennomført. Personen var med på å bestemme hva som skal skje videre.']) {
    await act.later(30);
    await act.step(lead, 'writeNote', caseId, { text, noteKind: 'SAMTALE' });
  }
  if (story.retention === 'KORT') return end(act, story, caseId, lead);
  for (const [step, answers] of story.beside ?? []) await act.step(lead, step, caseId, answers);
  if (story.safety !== undefined) await keepSafe(act, story.safety, caseId, lead);
  if (story.relative !== undefined) await consentThatFell(act, story.relative, caseId, lead);
  if (story.safety !== undefined) await changedLater(act, story.safety, caseId, lead);
  if (story.police !== undefined) await waitForPolice(act, story.police, caseId, lead);
  await act.minuted('Teamet gikk gjennom det vi vet. Saksansvarlig snakker alene med personen én gang til. Vi spør fastlegen om hen har vært undersøkt.');
  if (reaches(story.stage, 'measures')) await conclude(act, story, caseId, lead);
}

async function consentThatFell(act: Acting, { name, relation, assessed, covers, organ, shared, then }: NonNullable<Story['relative']>, caseId: FileId, lead: string): Promise<void> {
  const relatedId = act.newId();
  await act.step(lead, 'addPerson', caseId, { relatedName: name, parts: ['PARORENDE'], relation, newId: relatedId });
  await act.step(lead, 'assessCapacity', caseId, { capacityQuestion: 'OKONOMI', capacityAbout: assessed, assessor: 'Fastlegen', capacityResult: 'MANGLER_DELVIS', assessedOn: osloDay(act.now()) });
  await act.step(lead, 'recordPerson', caseId, { knownFrom: 'Hjemmetjenesten, som snakket med personen alene.', phone: '55 55 01 37', newId: act.newId() });
  await act.step(lead, 'recordOthersConsent', caseId, { related: relatedId, consentStatus: 'GITT_MUNTLIG', covers, consentTo: 'Banken og fastlegen', consentPurpose: 'Få sperret kortet og sett på helsa hennes', consentAbout: 'OKONOMI' });
  await act.step(lead, 'discloseOut', caseId, { organ, basis: 'SAMTYKKE_PARORENDE', shared, grounds: 'For at banken skal kunne sperre kortet.', personInformed: 'JA' });
  await act.later(24 * 12);
  await act.step(lead, 'writeNote', caseId, { text: then, noteKind: 'TELEFON' });
  await act.step(lead, 'changePerson', caseId, { related: relatedId, parts: ['PARORENDE', 'MISTENKT'], relation });
}

async function waitForPolice(act: Acting, { contact, agreed, said }: NonNullable<Story['police']>, caseId: FileId, lead: string): Promise<void> {
  await act.later(20);
  await act.step(lead, 'awaitPolice', caseId, { policeContact: contact, policeAgreed: agreed, nextCheck: addDays(osloDay(act.now()), 14) });
  await act.later(24 * 13);
  await act.step(lead, 'checkPolice', caseId, { policeSaid: said, nextCheck: addDays(osloDay(act.now()), 14) });
}

async function letIn(act: Acting, caseId: FileId, who: string): Promise<void> {
  await act.step('kari', 'grantAccess', caseId, { accessTo: act.id(who), accessReason: 'VURDERER', until: addDays(osloDay(act.now()), 180) });
  await act.later(3);
  await act.step(who, 'declareImpartiality', caseId, NONE);
}

async function conclude(act: Acting, story: Story, caseId: FileId, lead: string): Promise<void> {
  for (const one of story.measures ?? []) {
    const today = osloDay(act.now());
    await act.step(lead, 'decideMeasure', caseId, { ...one, due: addDays(today, 21), ...(one.decisionRef === undefined ? {} : { measureBasis: 'VEDTAK', decidedOn: today, complaintUntil: addDays(today, 21) }) });
  }
  if (story.stage === 'measures') await letters(act, caseId, lead);
  await act.later(96);
  await act.step(lead, 'concludeInvestigation', caseId, { findings: story.findings ?? 'Bekymringen ble bekreftet.', freedom: 'Personen bestemmer selv hva som skal skje.', proportionality: 'Bare det som trengs for å stanse det.', risk: story.safety?.risk?.conclusion ?? 'MODERAT', concludedWho: 'Saksansvarlig, koordinator og hjemmetjenesten' });
  if (!reaches(story.stage, 'followed')) return;
  await act.later(24 * 20);
  await act.minuted('Tiltakene er i gang. Hjemmetjenesten melder fra samme dag hvis noe endrer seg. Tas opp igjen ved neste oppfølging.');
  await act.step(lead, 'startFollowUp', caseId, { carriedOut: 'Tiltakene er gjennomført.', personView: 'Det kjennes tryggere nå.' });
  await act.later(24 * 12);
  await act.step(lead, 'recordFollowUp', caseId, { found: 'Ingen nye hendelser.', personView: 'Er fornøyd.', nextFollowUp: addDays(osloDay(act.now()), 60) });
  if (!reaches(story.stage, 'closing')) return;
  await act.later(24 * 40);
  await end(act, story, caseId, lead);
}

async function end(act: Acting, story: Story, caseId: FileId, lead: string): Promise<void> {
  await hears(act, story, caseId, lead, ['SLUTT']);
  await act.step(lead, 'proposeClosing', caseId, { reasons: story.reasons ?? ['RISIKO_REDUSERT'], remainingRisk: 'Liten', whoHasItNow: 'Tjenestene rundt personen', personTold: 'JA', wishAchieved: 'DELVIS', ...(story.stage === 'closing' && lead !== 'kari' ? { confirmer: act.id('kari') } : {}) });
  if (!reaches(story.stage, 'closed')) return;
  await act.later(24 * 3);
  await act.step('kari', 'closeCase', caseId, { proposal: 2, learning: 'Snakk alene, tidlig.', reporterFeedback: 'BARE_MOTTATT', figuresUnknown: ['UKJENT'], retention: story.retention ?? 'BEVARES' });
}

async function advise(act: Acting, story: Story, caseId: FileId, second: string): Promise<void> {
  await letIn(act, caseId, second);
  await act.later(4);
  await answersDuties(act, story, caseId, 'kari');
  await act.step('kari', 'proposeNotACase', caseId, { notACaseReason: 'KUN_RADGIVNING', notACaseType: 'UTENFOR', advice: story.advice ?? 'Råd gitt.', referredTo: 'Egen tjeneste', reporterFeedback: 'BARE_MOTTATT' });
  await act.later(5);
  await act.step(second, 'confirmNotACase', caseId, { proposal: 1 });
}
