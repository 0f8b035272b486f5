import { openCaseFromReports, STEPS } from '../../src/cases/public.ts';
import { openCase } from '../../src/cases/queries/open.ts';
import type { CaseContent } from '../../src/cases/queries/models.ts';
import type { CaseStep } from '../../src/cases/commands/step.ts';
import type { FileId, UserId } from '../../src/kernel/ids.ts';
import { addDays, addMs, HOUR, osloDay } from '../../src/kernel/time.ts';
import { DAUGHTER, openAll, sender, type Sender } from '../support/submissions.ts';
import { newWorld, type World } from '../support/world.ts';

export type Answers = Readonly<Record<string, unknown>>;

/** Cases lived by the people of test/support/people.ts, through the door, against the real database. */
export type Lives = {
  readonly world: World;
  readonly from: Sender;
  /** a report that has arrived and can be read */
  readonly report: (answers?: Readonly<Record<string, string>>) => Promise<FileId>;
  /** «ok», or the code of why not */
  readonly opens: (subject: string, reports: readonly FileId[], connection?: string) => Promise<string>;
  /** a case opened by this person from a new report */
  readonly opened: (subject: string, answers?: Readonly<Record<string, string>>) => Promise<FileId>;
  /** takes a step; the clock goes on one hour first. «ok», or the code of why not */
  readonly tries: (subject: string, key: CaseStep, caseId: FileId, answers?: Answers) => Promise<string>;
  /** takes a step that must succeed */
  readonly does: (subject: string, key: CaseStep, caseId: FileId, answers?: Answers) => Promise<void>;
  /** what the page of the case shows this person: content, «question», or the code of why not */
  readonly sees: (subject: string, caseId: FileId) => Promise<CaseContent | string>;
  readonly reads: (subject: string, caseId: FileId) => Promise<CaseContent>;
  readonly id: (subject: string) => Promise<UserId>;
  /** the number of the newest proposal, as this person reads it */
  readonly proposal: (subject: string, caseId: FileId) => Promise<number>;
  readonly close: () => Promise<void>;
};

export async function lives(): Promise<Lives> {
  const world = await newWorld();
  const from = await sender(world);
  const last = new Map<string, FileId>();
  const report = async (answers: Readonly<Record<string, string>> = DAUGHTER) => {
    const { draft } = await from.send(answers);
    await openAll(world);
    return draft;
  };
  const opens = async (subject: string, reports: readonly FileId[], connection = 'INGEN') => {
    const outcome = await world.house.door.enter(openCaseFromReports, await world.person(subject), { reportIds: reports, connection });
    if (outcome.ok) last.set(subject, outcome.value.fileId);
    return outcome.ok ? 'ok' : outcome.code;
  };
  const opened = async (subject: string, answers?: Readonly<Record<string, string>>) => {
    const code = await opens(subject, [await report(answers)]);
    const file = last.get(subject);
    if (code !== 'ok' || file === undefined) throw new Error(`not opened: ${code}`);
    return file;
  };
  const tries = async (subject: string, key: CaseStep, caseId: FileId, answers: Answers = {}) => {
    world.clock.now = addMs(world.clock.now, HOUR);
    const outcome = await world.house.door.enter(STEPS[key] as (typeof STEPS)['handOver'], await world.person(subject), { caseId, ...answers }); // every step takes a case and answers
    if (outcome.ok) return 'ok';
    return outcome.fields === undefined ? outcome.code : `${outcome.code} ${JSON.stringify(outcome.fields)}`;
  };
  const sees = async (subject: string, caseId: FileId) => {
    const outcome = await world.house.door.enter(openCase, await world.person(subject), { caseId });
    if (!outcome.ok) return outcome.code;
    return outcome.value.mustDeclare ? 'question' : outcome.value;
  };
  const reads = async (subject: string, caseId: FileId) => {
    const seen = await sees(subject, caseId);
    if (typeof seen === 'string') throw new Error(`${subject} does not read: ${seen}`);
    return seen;
  };
  return {
    world, from, report, opens, opened, tries, sees, reads,
    does: async (subject, key, caseId, answers) => {
      const code = await tries(subject, key, caseId, answers);
      if (code !== 'ok') throw new Error(`${subject} ${key}: ${code}`);
    },
    id: async (subject) => (await world.person(subject)).userId,
    proposal: async (subject, caseId) => (await reads(subject, caseId)).state.proposals,
    close: async () => {
      await from.close();
      await world.close();
    },
  };
}

const NO = { connection: 'INGEN' };
export const YES = { connection: 'TILKNYTTET' };

export async function declare(all: Lives, subject: string, caseId: FileId): Promise<void> {
  await all.does(subject, 'declareImpartiality', caseId, NO);
}

/** Kari lets somebody in, and they answer the question. */
export async function letIn(all: Lives, subject: string, caseId: FileId, days = 90): Promise<void> {
  await all.does('kari', 'grantAccess', caseId, { accessTo: await all.id(subject), accessReason: 'VURDERER', until: addDays(osloDay(all.world.clock.now), days) });
  await declare(all, subject, caseId);
}

export const CLASSIFY = { caseType: 'MA', wish: 'Vil bo hjemme.', consent: 'DELVIS', grounds: 'Pengene forsvinner hver måned.' } as const;
export const PLAN = { questions: 'Hvor blir pengene av?', sources: 'Banken', whoTalks: 'Signe', safeContact: 'Dagsenteret', suspectMayKnow: 'Ingenting' };
export const FINDINGS = { findings: 'Kontoen tømmes.', freedom: 'Hun velger bank selv.', proportionality: 'Bare ett kort sperres.', risk: 'MODERAT', concludedWho: 'Signe og Even' };
export const CLOSING = { reasons: ['VOLD_STANSET'], remainingRisk: 'Liten', whoHasItNow: 'Hjemmetjenesten', personTold: 'JA', wishAchieved: 'HELT' };
export const END = { learning: 'Spør banken tidlig.', reporterFeedback: 'BARE_MOTTATT', figuresUnknown: ['UKJENT'] };

/** Opened by Kari, classified by her and Even as a must case that Signe leads; Signe has answered the question. */
export async function classified(all: Lives, answers?: Readonly<Record<string, string>>): Promise<FileId> {
  const file = await all.opened('kari', answers);
  await letIn(all, 'even', file);
  await all.does('kari', 'proposeClassification', file, { ...CLASSIFY, lead: await all.id('signe') });
  await all.does('even', 'confirmClassification', file, { proposal: await all.proposal('even', file) });
  await declare(all, 'signe', file);
  return file;
}

/** From classified to waiting for a coordinator to close it. */
export async function toClosing(all: Lives, file: FileId, reasons: readonly string[] = CLOSING.reasons): Promise<void> {
  await all.does('signe', 'startInvestigation', file, PLAN);
  await all.does('signe', 'decideMeasure', file, { measure: 'OKONOMISIKRING', responsible: 'Banken, Signe', due: addDays(osloDay(all.world.clock.now), 14) });
  await all.does('signe', 'concludeInvestigation', file, FINDINGS);
  await all.does('signe', 'startFollowUp', file, { carriedOut: 'Kortet er sperret.', personView: 'Hun er lettet.' });
  await all.does('signe', 'recordFollowUp', file, { found: 'Rolig', personView: 'Fornøyd' });
  await all.does('signe', 'proposeClosing', file, { ...CLOSING, reasons });
}
