import { maySeeInList } from '../../src/cases/access.ts';
import { openCaseFromReports } from '../../src/cases/commands/open.ts';
import { STEPS } from '../../src/cases/commands/steps.ts';
import { myDay } from '../../src/cases/queries/day.ts';
import { caseList } from '../../src/cases/queries/list.ts';
import { openCase } from '../../src/cases/queries/open.ts';
import { finding } from '../../src/cases/queries/rows.ts';
import { nb } from '../../src/cases/texts/nb.ts';
import { STEP_KEYS } from '../../src/cases/workflow.ts';
import type { UseCase } from '../../src/kernel/door.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import { deny, type Verdict } from '../../src/kernel/verdict.ts';
import { addMunicipality, mergeMunicipality } from '../../src/regions/commands/members.ts';
import { publishSite, renewKeys, saveSite, setUpRegion } from '../../src/regions/commands/site.ts';
import { regionMembers, siteDraft } from '../../src/regions/queries.ts';
import { mayHandleReport } from '../../src/reports/access.ts';
import { openEnvelopes } from '../../src/reports/commands/arrive.ts';
import { handOver, raiseUrgent } from '../../src/reports/commands/handle.ts';
import { inbox, openReport } from '../../src/reports/queries.ts';
import { maySetUp } from '../../src/staff/access.ts';
import { disable, invite, inviteFirst, reopen } from '../../src/staff/commands/invite.ts';
import { chooseReserve } from '../../src/staff/commands/reserve.ts';
import { confirmRole, endRole, proposeRole } from '../../src/staff/commands/roles.ts';
import { staffRegister } from '../../src/staff/queries.ts';
import { figures } from '../../src/statistics/queries/figures.ts';
import { internalStatistics } from '../../src/statistics/queries/internal.ts';
import { askerOf, CASES, isPerson, NOW, ONE_THING, REPORTS, THE_REGION, untold, whoIs, type Situation, type Who } from './situations.ts';

/** What a list shows of the one thing that the situation is about. */
export type Shows = 'without_it' | 'with_it' | 'with_it_and_alias';
export type Answer = { readonly verdict: Verdict; readonly shows: Shows | undefined };

/** What a use case is about: the whole region, or one thing in it that another region does not have. */
export type About = 'region' | 'thing' | 'report' | 'case';

/** One use case in the matrix. `title`: bokmål, for people to read. */
export type Row = {
  readonly name: string;
  readonly title: string;
  readonly about: About;
  readonly situations: readonly { readonly key: string; readonly title: string }[];
  readonly answer: (who: Who, situation: string) => Answer;
};

type Named<I, F, R> = Pick<UseCase<I, F, R>, 'name' | 'access'>;
type FactsOf<U> = U extends { access: (actor: never, facts: infer F, input: never) => Verdict } ? F : never;

function row<I, F, R>(useCase: Named<I, F, R>, about: About, title: string, situations: readonly Situation<F>[], shows?: (who: Who, facts: F, situation: string, files: readonly FileId[]) => Shows): Row {
  return {
    name: useCase.name, title, about, situations: situations.map(({ key, title: words }) => ({ key, title: words })),
    answer: (who, situation) => {
      const facts = situations.find(({ key }) => key === situation)?.facts(who);
      if (facts === undefined) return { verdict: deny('unknown'), shows: undefined };
      const verdict = useCase.access(who.actor, facts, untold<I>());
      return { verdict, shows: verdict.allow ? shows?.(who, facts, situation, verdict.files ?? []) : undefined };
    },
  };
}

function forRegion<I, F, R>(useCase: Named<I, F, R>, title: string): Row {
  return row(useCase, 'region', title, THE_REGION);
}

function forOne<I, F, R>(useCase: Named<I, F, R>, title: string): Row {
  return row(useCase, 'thing', title, ONE_THING);
}

/** The inbox is the region's own: whoever works elsewhere sees theirs, without this report. */
const INBOX = REPORTS.map(({ key, title }): Situation<FactsOf<typeof inbox>> => ({ key, title, facts: (who) => ({ askerIsReserve: who.key === 'reidun' }) }));

function inInbox(who: Who, _facts: unknown, situation: string): Shows {
  const facts = REPORTS.find(({ key }) => key === situation)?.facts(who);
  return facts !== undefined && mayHandleReport(who.actor, facts).allow ? 'with_it' : 'without_it';
}

const LIST = CASES.map(({ key, title, facts: asked }): Situation<FactsOf<typeof caseList>> => ({
  key, title,
  facts: (who) => {
    if (!isPerson(who)) return undefined;
    const [line, asker] = [asked(who), askerOf(who)];
    const lines = line !== undefined && maySeeInList(line.actor, line.facts, NOW).allow ? [line] : [];
    return { asker, finding: finding(asker), lines };
  },
}));

function inList(_who: Who, { lines }: FactsOf<typeof caseList>, _situation: string, files: readonly FileId[]): Shows {
  return lines.length === 0 ? 'without_it' : files.length === 0 ? 'with_it' : 'with_it_and_alias';
}

const OPENING = REPORTS.map(({ key, title, facts: reportFacts }): Situation<FactsOf<typeof openCaseFromReports>> => ({
  key, title,
  facts: (who) => {
    const facts = reportFacts(who);
    if (facts === undefined || !isPerson(who)) return undefined;
    const verdict = mayHandleReport(who.actor, facts);
    // fvl § 6: the reserve does what a coordinator does (src/cases/commands/open.ts, opener; the door is asked the same in matrix-door.test.ts)
    const roles = facts.forReserve && facts.askerIsReserve && verdict.allow ? [...who.actor.roles, 'KOORDINATOR'] : who.actor.roles;
    return { asker: askerOf(who), opener: { userId: who.actor.userId, roles }, reports: [{ facts, verdict }] };
  },
}));

const MY_DAY: readonly Situation<FactsOf<typeof myDay>>[] = [
  { key: 'always', title: 'Adgang', facts: (who) => (isPerson(who) ? { asker: askerOf(who), lines: [], more: false } : undefined) },
];

/** The matrix. A use case that is missing here fails test/access/matrix.test.ts, which names it. */
export const TABLE: readonly Row[] = [
  forRegion({ name: 'setup.first_region', access: maySetUp }, 'Sette opp den første regionen'),
  forRegion(setUpRegion, 'Gi en ny region navn, forside og reservekoordinator'),
  forRegion(siteDraft, 'Se utkastet til forsiden'),
  forRegion(saveSite, 'Endre utkastet til forsiden'),
  forRegion(publishSite, 'Publisere forsiden'),
  forRegion(renewKeys, 'Fornye nøkkelen som bekymringer forsegles med'),
  forRegion(regionMembers, 'Se hvilke kommuner som er med'),
  forRegion(addMunicipality, 'Ta inn en kommune'),
  forRegion(mergeMunicipality, 'Slå sammen to kommuner'),

  forRegion(staffRegister, 'Se hvem som arbeider her, og med hvilke roller'),
  forRegion(invite, 'Invitere en person'),
  forRegion(inviteFirst, 'Føre inn de første personene'),
  forOne(disable, 'Stenge en person ute'),
  forOne(reopen, 'Slippe en person inn igjen, uten rolle'),
  forOne(proposeRole, 'Foreslå en rolle'),
  forOne(confirmRole, 'Bekrefte en rolle som ser innhold, som person nummer to'),
  forOne(endRole, 'Ta fra noen en rolle'),
  forOne(chooseReserve, 'Velge reservekoordinator'),

  row(inbox, 'region', 'Se innboksen', INBOX, inInbox),
  row(openReport, 'report', 'Åpne en bekymring', REPORTS),
  row(raiseUrgent, 'report', 'Merke en bekymring Akutt', REPORTS),
  row(handOver, 'report', 'Overlevere en bekymring til koordinator', REPORTS),
  row(openEnvelopes, 'region', 'Åpne konvolutten som en bekymring kom i', [{ key: 'always', title: 'Adgang', facts: () => ({ waiting: [] }) }]),

  row(openCaseFromReports, 'report', 'Opprette sak fra en bekymring', OPENING),
  row(caseList, 'region', 'Se arbeidslista', LIST, inList),
  row(myDay, 'region', 'Se «Min dag»', MY_DAY),
  row(openCase, 'case', 'Åpne siden til saken', CASES),
  ...STEP_KEYS.flatMap((key) => (key === 'openCase' ? [] : [row(STEPS[key], 'case', nb[`step.${key}`], CASES)])),

  forRegion(figures, 'Se statistikk der små tall er skjult'),
  forRegion(internalStatistics, 'Se R2, der hver sak er en rad'),
];

/** The cell of one person; the situation is the ordinary one unless said. */
export function cell(name: string, person: string, situation?: string): Answer {
  const found = TABLE.find((one) => one.name === name);
  const key = situation ?? found?.situations[0]?.key;
  if (found === undefined || key === undefined) throw new Error(`${name} has no row in test/access/table.ts`);
  return found.answer(whoIs(person), key);
}
