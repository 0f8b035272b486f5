import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayDeclareImpartiality, maySeeInList } from '../../src/cases/access.ts';
import { askedLine, type AskedCase, type Asker } from '../../src/cases/commands/asked.ts';
import { STEPS } from '../../src/cases/commands/steps.ts';
import type { CaseStep } from '../../src/cases/commands/step.ts';
import { myDay } from '../../src/cases/queries/day.ts';
import { caseList } from '../../src/cases/queries/list.ts';
import { whoLooked } from '../../src/cases/queries/looked.ts';
import { openCase } from '../../src/cases/queries/open.ts';
import { finding } from '../../src/cases/queries/rows.ts';
import { CASE_STATUSES } from '../../src/cases/status.ts';
import type { CaseLine } from '../../src/cases/store/read.ts';
import type { FileId, UserId } from '../../src/kernel/ids.ts';
import { addDays, addMs, DAY_MS, osloDay, osloInstant } from '../../src/kernel/time.ts';
import type { Verdict } from '../../src/kernel/verdict.ts';
import { mayHandleReport } from '../../src/reports/access.ts';
import { declareConnection } from '../../src/reports/commands/connection.ts';
import { factsOf, handOver, raiseUrgent } from '../../src/reports/commands/handle.ts';
import { inbox, openReport } from '../../src/reports/queries.ts';
import { askerOf, CASES, EVERYBODY, FJORDBY, isPerson, NOW, REPORTS, untold, whoIs, type Who } from './situations.ts';
import { TABLE } from './table.ts';
import { findUseCases } from './use-cases.ts';

const RUNS = { seed: 2026, numRuns: 2000 };
const ROLES = ['MOTTAK', 'KOORDINATOR', 'TEAMMEDLEM', 'LEDER', 'STYRINGSGRUPPE', 'PERSONVERNOMBUD', 'ARKIVAR', 'SYSTEMADMIN', 'KOMMUNEDIREKTOR'];
/** Whoever supervises holds no other role. */
const roles: fc.Arbitrary<string[]> = fc.oneof({ weight: 5, arbitrary: fc.subarray(ROLES) }, { weight: 1, arbitrary: fc.constant('TILSYN').map((one) => [one]) });

// ── The oracle: the law's and the words, written without looking into access.ts ─────────────────────────────

type Asking = { readonly roles: readonly string[]; readonly isReserve: boolean; readonly worksForOwner: boolean };
type File = {
  /** named in a report, or connected to somebody in the case */
  readonly connected: boolean; readonly allCoordinatorsConnected: boolean;
  /** the address is strictly confidential, and the asker is a coordinator who is named for it; or nobody who is named is left */
  readonly strict: 'no' | 'named' | 'others' | 'nobody';
  readonly saidNo: boolean; readonly isLead: boolean; readonly handoverRead: boolean;
  /** the last day of the access that was given, counted from today; closed so many days ago */
  readonly grantDays: number | undefined; readonly closedDays: number | undefined;
  /** how many days ago it was given for supervision; undefined: for work in the case */
  readonly grantToSupervise: number | undefined;
  /** so many days ago a colleague asked them by name to confirm something that waits */
  readonly asked: number | undefined;
};
type Report = { readonly named: boolean; readonly allCoordinatorsNamed: boolean; readonly inACase: boolean; readonly unread: boolean; readonly answer: 'INGEN' | 'SENERE' | null };

/** Whoever supervises began so many days ago. */
const SUPERVISING_DAYS = 10;

function mayKnowContent({ roles: held, isReserve, worksForOwner }: Asking, file: File): boolean {
  const has = (...some: string[]) => some.some((role) => held.includes(role));
  if (file.connected || (file.allCoordinatorsConnected && has('KOORDINATOR'))) return false; // fvl § 6
  const granted = file.grantDays !== undefined && file.grantDays >= 0;
  const given = granted && (file.closedDays ?? 0) <= 30 && file.grantToSupervise !== undefined && file.grantToSupervise <= SUPERVISING_DAYS; // krisesenterlova § 9: under the decision that runs now
  if (has('TILSYN')) return given || (worksForOwner && file.strict === 'no'); // the municipality that was decided, and what was opened for them (domain reference §5.5)
  if (!has('MOTTAK', 'KOORDINATOR', 'TEAMMEDLEM', 'LEDER')) return false; // steering group, data-protection officer and administrator see no content
  const open = file.closedDays === undefined || file.closedDays <= 30; // T17: ends by itself 30 days after closing
  const letIn = open && ((file.isLead && has('TEAMMEDLEM', 'KOORDINATOR')) || (granted && file.grantToSupervise === undefined)); // SAKSANSVARLIG, or let in
  const second = file.asked !== undefined && file.asked < 14 && file.closedDays === undefined && has('TEAMMEDLEM', 'KOORDINATOR'); // T4–T6: the second person, for as long as it waits, two weeks at most
  const noneLeft = file.strict === 'nobody' || (file.strict === 'named' && !has('KOORDINATOR'));
  if ((file.strict === 'named' && has('KOORDINATOR')) || (noneLeft && isReserve)) return true; // domain reference §5.5: whoever is named, and the reserve where none of them is left
  if (file.strict !== 'no') return letIn || second || (isReserve && file.allCoordinatorsConnected); // and no role but
  if (has('KOORDINATOR') || (isReserve && file.allCoordinatorsConnected)) return true; // the region's memory; the reserve in their place
  if (has('MOTTAK') && !file.handoverRead && file.closedDays === undefined) return true; // reception, until the hand-over is read
  return letIn || second;
}

function mayOpenReport({ roles: held, isReserve }: Asking, report: Report): boolean {
  const has = (role: string) => held.includes(role);
  if (report.named || (report.allCoordinatorsNamed && has('KOORDINATOR'))) return false; // compared with the staff register before anybody sees it
  if (report.allCoordinatorsNamed && isReserve) return true; // a named reserve in another municipality gets it
  return has('KOORDINATOR') || (has('MOTTAK') && !(report.inACase && !report.unread)); // reception, until a case has all of it
}

// ── The same worlds for the rules ───────────────────────────────────────────────────────────────────────────────────

const CONTENT_ROLES = ROLES.slice(0, 4);
/** The reserve is only whoever may see content at all (src/staff/reserve.ts; matrix-door.test.ts asks what follows when that role ends). */
const asking: fc.Arbitrary<Asking> = fc.record({ roles, isReserve: fc.boolean(), worksForOwner: fc.boolean() })
  .map((one) => ({ ...one, isReserve: one.isReserve && CONTENT_ROLES.some((role) => one.roles.includes(role)) }));
const file: fc.Arbitrary<File> = fc.record({
  connected: fc.boolean(), allCoordinatorsConnected: fc.boolean(), strict: fc.constantFrom('no', 'no', 'named', 'others', 'nobody'), saidNo: fc.boolean(), isLead: fc.boolean(), handoverRead: fc.boolean(),
  grantDays: fc.option(fc.integer({ min: -40, max: 90 }), { nil: undefined }), closedDays: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }), asked: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }), grantToSupervise: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
});
const report: fc.Arbitrary<Report> = fc.record({ named: fc.boolean(), allCoordinatorsNamed: fc.boolean(), inACase: fc.boolean(), unread: fc.boolean(), answer: fc.constantFrom('INGEN', 'SENERE', null) });
const looks = fc.record({ status: fc.constantFrom(...CASE_STATUSES), provisional: fc.boolean(), akutt: fc.boolean() });

const KARI = personOf('kari');
/** Kari stands for whoever asks; Berit is a coordinator, Nora is not. */
const NAMED: Readonly<Record<File['strict'], readonly UserId[] | null>> = { no: null, named: [KARI.actor.userId], others: [personOf('berit').actor.userId], nobody: [personOf('nora').actor.userId] };
const [ordinary] = CASES;

function personOf(key: string) {
  const who = whoIs(key);
  return isPerson(who) ? who : expect.fail(`${key} is no person`);
}

function askerFor({ roles: held, isReserve, worksForOwner }: Asking): Asker {
  const base = askerOf(KARI);
  const colleagues = base.colleagues.map((member) => (member.userId === base.userId ? { ...member, roles: held } : member));
  return { ...base, roles: held, isReserve, colleagues, supervisions: [{ from: addMs(NOW, -SUPERVISING_DAYS * DAY_MS), until: addMs(NOW, 30 * DAY_MS) }], municipalities: worksForOwner ? [FJORDBY] : [] };
}

/** Kari's place in the matrix, taken by whoever asks. */
function askedFor(one: Asking, about: File, change: Partial<CaseLine> = {}): AskedCase & { readonly reports: readonly FileId[] } {
  const asker = askerFor(one);
  const line = ordinary.facts(KARI)?.line ?? expect.fail('no line');
  const end = (days: number) => osloInstant(addDays(osloDay(NOW), days + 1), 0, 0);
  const closedAt = about.closedDays === undefined ? null : addMs(NOW, -about.closedDays * DAY_MS);
  const ends = [about.grantDays, about.closedDays === undefined ? undefined : 30 - about.closedDays].filter((days) => days !== undefined);
  const coordinators = asker.colleagues.filter((member) => member.roles.includes('KOORDINATOR')).map(({ token }) => token);
  return {
    ...askedLine(asker, {
      ...line, ...change, impartial: about.saidNo, closed_at: closedAt, in_reception: !about.handoverRead && closedAt === null,
      lead_user_id: about.isLead ? asker.userId : line.lead_user_id, granted_until: about.grantDays === undefined ? null : end(Math.min(...ends)),
      named_only: NAMED[about.strict], awaits_asked: about.asked !== undefined && closedAt === null ? asker.userId : null, awaits_asked_at: about.asked === undefined ? null : addMs(NOW, -about.asked * DAY_MS),
      supervision_since: about.grantToSupervise === undefined ? null : addMs(NOW, -about.grantToSupervise * DAY_MS),
      left_out: [...(about.connected ? [asker.token] : []), ...(about.allCoordinatorsConnected ? coordinators : [])],
    }),
    reports: ordinary.facts(KARI)?.reports ?? [],
  };
}

function opened(verdict: Verdict): readonly FileId[] {
  return verdict.allow ? verdict.files ?? [] : [];
}

function actor({ roles: held }: Asking) {
  return { ...KARI.actor, roles: held };
}

describe('the oracle, ten lines out of the law, and the rules agree:', () => {
  test('who reads a case, whatever its state, and what is opened is that case and its reports and nothing else', () => {
    fc.assert(fc.property(asking, file, looks, (one, about, look) => {
      const asked = askedFor(one, about, look);
      const files = opened(openCase.access(actor(one), asked, untold()));
      expect(files).toEqual(mayKnowContent(one, about) && about.saidNo ? [asked.facts.fileId, ...asked.reports] : []);
    }), RUNS);
  });

  test('whoever has not answered the question is let to the question, to the alarm, and to nothing else', () => {
    fc.assert(fc.property(asking, file, fc.constantFrom(...Object.keys(STEPS) as CaseStep[]), (one, about, key) => { // the keys of STEPS are exactly these
      const verdict = STEPS[key].access(actor(one), askedFor(one, about), untold());
      if (!verdict.allow) return;
      expect(mayKnowContent(one, about)).toBe(true);
      expect(about.saidNo || ['declareImpartiality', 'raiseAkutt'].includes(key), key).toBe(true);
      if (one.roles.every((role) => role === 'LEDER' || role === 'TILSYN') && !one.isReserve) expect(key).toBe('declareImpartiality');
    }), RUNS);
  });

  test('the list and the day open the alias of a case only to those who may read it, and name it only to those who may know of it', () => {
    fc.assert(fc.property(asking, file, (one, about) => {
      const asked = askedFor(one, about);
      const lines = maySeeInList(asked.actor, asked.facts, NOW).allow ? [asked] : [];
      const readable = mayKnowContent(one, about) && about.saidNo && about.strict === 'no' ? [asked.facts.fileId] : []; // of a strictly confidential one not even initials
      const own = finding(asked.asker);
      expect(opened(caseList.access(actor(one), { asker: asked.asker, finding: own, lines }, untold()))).toEqual(own === undefined ? [] : readable);
      const need = { reason: 'akutt', step: undefined, clock: undefined } as const;
      expect(opened(myDay.access(actor(one), { asker: asked.asker, lines: [{ asked, need }], held: [], more: false, asides: [{ kind: 'left_text', asked, count: 1 }], taken: { asker: asked.asker, waiting: [], reviewed: [], mine: [] } }, untold()))).toEqual(readable);
      const out = about.connected || (about.allCoordinatorsConnected && one.roles.includes('KOORDINATOR'));
      expect(lines.length === 1).toBe(mayKnowContent(one, about) || (!out && one.roles.includes('LEDER') && one.worksForOwner && about.strict === 'no'));
      if (one.roles.includes('TILSYN')) expect(own === undefined).toBe(false);
      expect(mayDeclareImpartiality(asked.actor, asked.facts, NOW).allow).toBe(mayKnowContent(one, about));
    }), RUNS);
  });

  test('who opens a report, and that nothing but it is opened', () => {
    fc.assert(fc.property(asking, report, (one, about) => {
      const fileId = REPORTS[0]?.facts(KARI)?.fileId ?? expect.fail('no report');
      const excluded = about.named || (about.allCoordinatorsNamed && one.roles.includes('KOORDINATOR'));
      const row = { file_id: fileId, excluded, shut: false, strict: false, decided_at: about.inACase ? NOW : null, seen_at: about.unread ? null : NOW, answer: about.answer };
      const facts = factsOf(row, { askerIsReserve: one.isReserve, uncoordinated: new Set(about.allCoordinatorsNamed ? [fileId] : []) });
      const reads = mayOpenReport(one, about) && about.answer !== null; // fvl § 6: the question comes before the content
      expect(opened(openReport.access(actor(one), facts, untold()))).toEqual(reads ? [fileId] : []);
      expect(openReport.access(actor(one), facts, untold()).allow).toBe(mayOpenReport(one, about));
      expect([handOver, raiseUrgent, declareConnection].map((command) => command.access(actor(one), facts, untold()).allow)).toEqual([reads, mayOpenReport(one, about), mayOpenReport(one, about)]);
      const inInbox = inbox.access(actor(one), { askerIsReserve: one.isReserve }, untold()).allow && mayHandleReport(actor(one), facts).allow;
      expect(inInbox).toBe(mayOpenReport(one, about));
    }), RUNS);
  });
});

describe('whatever the use case:', () => {
  const region = TABLE.filter((row) => row.situations.length === 1);
  const answer = (row: (typeof region)[number], held: readonly string[]) => row.answer({ ...KARI, actor: { ...KARI.actor, roles: held } }, 'always').verdict.allow;
  const only = (...some: string[]) => fc.subarray(some, { minLength: 1 });

  test('steering group and data-protection officer change nothing but what they have chosen for themselves', async () => {
    // And what is the officer's own task: breaches are written down by them, too (GDPR art. 39).
    const own = ['staff.choose_keys', 'staff.declare', 'staff.choose_contact', 'staff.keep_text', 'staff.drop_text', 'privacy.save_breach'];
    const commands = (await findUseCases()).useCases.filter(({ kind }) => kind === 'command').map(({ name }) => name).filter((name) => !own.includes(name));
    fc.assert(fc.property(only('STYRINGSGRUPPE', 'PERSONVERNOMBUD'), fc.constantFrom(...region.filter(({ name }) => commands.includes(name))), (held, row) => {
      expect([row.name, answer(row, held)]).toEqual([row.name, false]);
    }), RUNS);
  });

  test('who has looked at a case is told to the data-protection officer, who is shown nothing of it, and to whoever answers for the case', () => {
    fc.assert(fc.property(asking, file, (one, about) => {
      const asked = askedFor(one, about);
      const verdict = whoLooked.access(actor(one), asked, untold());
      const out = about.connected || (about.allCoordinatorsConnected && one.roles.includes('KOORDINATOR'));
      // of a strictly confidential case, whoever is only asked to confirm something does not answer for it, coordinator or not
      const answersForIt = (asked.actor.roles.includes('KOORDINATOR') && mayKnowContent(one, { ...about, asked: undefined })) || (about.isLead && one.roles.includes('TEAMMEDLEM') && (about.closedDays ?? 0) <= 30);
      expect(verdict.allow).toBe(!out && (one.roles.includes('PERSONVERNOMBUD') || (mayKnowContent(one, about) && about.saidNo && answersForIt)));
      expect(opened(verdict)).toEqual([]);
    }), RUNS);
  });

  test('the administrator neither sees figures nor decides who sees content', () => {
    for (const name of ['statistics.figures', 'statistics.internal', 'staff.confirm_role', 'staff.choose_reserve', 'regions.site_draft']) {
      const row = region.find((one) => one.name === name) ?? expect.fail(`${name} has no row`);
      expect([name, answer(row, ['SYSTEMADMIN'])]).toEqual([name, false]);
    }
  });

  test('the chief executive names the reserve, and neither reads, decides nor counts anything', async () => {
    const own = ['staff.choose_keys', 'staff.declare', 'staff.choose_contact', 'staff.keep_text', 'staff.drop_text', 'staff.choose_reserve'];
    const commands = (await findUseCases()).useCases.filter(({ kind }) => kind === 'command').map(({ name }) => name).filter((name) => !own.includes(name));
    for (const row of region.filter(({ name }) => commands.includes(name) || name.startsWith('statistics.'))) expect([row.name, answer(row, ['KOMMUNEDIREKTOR'])]).toEqual([row.name, false]);
    expect(answer(region.find(({ name }) => name === 'staff.choose_reserve') ?? expect.fail('no row'), ['KOMMUNEDIREKTOR'])).toBe(true);
  });

  test('supervision reads, and neither decides, searches nor counts anything', async () => {
    const own = ['staff.choose_keys', 'staff.declare', 'staff.choose_contact', 'staff.keep_text', 'staff.drop_text'];
    const commands = (await findUseCases()).useCases.filter(({ kind }) => kind === 'command').map(({ name }) => name).filter((name) => !own.includes(name) && name !== 'cases.declare_impartiality');
    const reader: Who = whoIs('ragnhild');
    for (const row of TABLE.filter(({ name }) => commands.includes(name) || /^(statistics|returns|documents)\.|search|emergenc/.test(name))) for (const { key } of row.situations) expect([row.name, key, row.answer(reader, key).verdict.allow]).toEqual([row.name, key, false]);
    expect(TABLE.find(({ name }) => name === 'cases.open')?.answer(reader, 'open').verdict).toMatchObject({ allow: true, because: 'supervision' });
  });

  test('rows where single people can be recognised are for coordinator and leader, and for each of the team', () => {
    for (const one of ['statistics.internal', 'statistics.explore']) {
      const row = region.find(({ name }) => name === one) ?? expect.fail('no row');
      fc.assert(fc.property(roles, (held) => { expect(answer(row, held)).toBe(['KOORDINATOR', 'LEDER', 'TEAMMEDLEM'].some((role) => held.includes(role))); }), RUNS);
    }
  });

  test('without a role nobody does or sees anything', () => {
    const nora: Who = whoIs('nora');
    for (const row of TABLE) for (const { key } of row.situations) expect([row.name, row.answer(nora, key).verdict.allow]).toEqual([row.name, false]);
  });

  test('the system reads nothing, and does each thing in one task only', async () => {
    const queries = (await findUseCases()).useCases.filter(({ kind }) => kind === 'query').map(({ name }) => name);
    for (const row of TABLE) {
      const tasks = EVERYBODY.filter((who) => who.actor.kind === 'system' && row.situations.some(({ key }) => row.answer(who, key).verdict.allow));
      expect([row.name, tasks.length]).toEqual([row.name, queries.includes(row.name) ? 0 : Math.min(tasks.length, 1)]);
    }
  });
});
