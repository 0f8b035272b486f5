import type { MunicipalityId } from '../kernel/ids.ts';
import { osloDay, type Instant } from '../kernel/time.ts';
import { ageBandOf, type AgeBand } from '../people/codes.ts';
import { CHANNEL } from '../reports/codes.ts';
import type { ReportContent, ReportState } from '../reports/public.ts';
import type { Answer, Called } from './choices.ts';
import type { CaseStart } from './events.ts';
import type { OpenCase } from './opening.ts';

export type StartFacts = {
  /** the member municipality with this number today; undefined for any other */
  readonly municipality: (number: string) => MunicipalityId | undefined;
  /** what stands as the danger when only the reporter has told of it */
  readonly dangerReported: string;
  /** the same when the reporter has said by the code that it is worse now */
  readonly worseReported: string;
};

const ANSWERS: Readonly<Record<'ja' | 'nei' | 'vet-ikke', Answer>> = { ja: 'JA', nei: 'NEI', 'vet-ikke': 'VET_IKKE' };
const CALLED: Readonly<Record<ReportState['urgentRecords'][number]['record']['called'], Called>> = { nei: 'NEI', 112: 'N112', 113: 'N113', '02800': 'N02800' };

/**
 * What a case starts with: of several contents the newest answer counts, lists are put together, and no word of what happened is
 * left out. The first report given is the one whose reporter and mode the case has; the clocks run from the earliest.
 * undefined when there is no content at all.
 */
export function startFromReports(reports: readonly ReportState[], facts: StartFacts): CaseStart | undefined {
  const all = reports.flatMap(({ contents }) => contents).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const contents = all.map(({ report }) => report);
  const [first] = reports;
  const own = first?.contents.at(-1)?.report;
  const earliest = all[0];
  if (first === undefined || own === undefined || earliest === undefined) return undefined;
  const latest = <T>(pick: (content: ReportContent) => T | undefined): T | undefined => contents.map(pick).findLast((value) => value !== undefined);
  const together = <T>(pick: (content: ReportContent) => readonly T[]): T[] => [...new Set(contents.flatMap(pick))];
  const answer = (pick: (content: ReportContent) => keyof typeof ANSWERS | undefined): Answer | undefined => {
    const given = latest(pick);
    return given === undefined ? undefined : ANSWERS[given];
  };
  const consent = latest((content) => content.consent);
  const needs = together((content) => content.person.needs ?? []);
  const local = reports.flatMap(({ typedIn }) => typedIn?.local ?? []);
  const whoReports = first.typedIn?.local?.filter((one) => one.list === 'MELDER' && one.parent === own.reporter.code) ?? [];
  const others = [...new Map(local.filter(({ list }) => list !== 'MELDER').map((one) => [one.id, one])).values()];
  return {
    channel: CHANNEL.is(first.channel) ? first.channel : own.channel, receivedAt: earliest.at, mode: own.mode === 'C' ? 'A' : own.mode, lang: own.lang, variety: own.variety,
    owner: latest((content) => facts.municipality(content.person.municipality)),
    person: person(contents, latest), reporter: { ...own.reporter, ...(whoReports.length === 0 ? {} : { local: whoReports }) },
    whatHappened: together((content) => [content.whatHappened]).join('\n\n'),
    vulnerability: together((content) => content.vulnerability), violence: together((content) => content.violence), relation: together((content) => content.relation),
    services: together((content) => content.contacted), ...(others.length === 0 ? {} : { local: others }),
    suspectName: latest((content) => content.suspectName), contactedWhen: latest((content) => content.contactedWhen),
    livesTogether: answer((content) => content.livesTogether), hasCareOrGuardian: answer((content) => content.hasCareOrGuardian),
    children: answer((content) => content.childrenInHome), animals: answer((content) => content.animalsInHome),
    gender: latest((content) => content.person.gender), ageBand: ageBand(latest, earliest.at), wish: latest((content) => content.wish),
    consent: consent?.code, basis: consent?.basis, basisText: consent?.basisText,
    ...(needs.length === 0 ? {} : { needs }), needsWhat: latest((content) => content.person.needsWhat), helper: latest((content) => content.helper),
    lastHappened: latest((content) => content.lastHappened), stillHappening: answer((content) => content.stillHappening), doneSoFar: latest((content) => content.doneSoFar),
    worksInService: answer((content) => content.worksInService), worksWhere: latest((content) => content.worksWhere),
  };
}

type Latest = <T>(pick: (content: ReportContent) => T | undefined) => T | undefined;

function person(contents: readonly ReportContent[], latest: Latest): CaseStart['person'] {
  // folkeregisterloven § 10-4: once anybody has said that the address is secret, none that another wrote is kept
  const protectedAddressHint = contents.some((content) => content.person.protectedAddressHint);
  return {
    name: latest((content) => content.person.name), alias: latest((content) => content.person.alias), birthYear: latest((content) => content.person.birthYear),
    address: protectedAddressHint ? undefined : latest((content) => content.person.address), phone: latest((content) => content.person.phone),
    protectedAddressHint, safeContact: latest((content) => content.safeContact),
  };
}

/** The band as written, else the one of the birth year where both ages of that year fall in it. */
function ageBand(latest: Latest, at: Instant): AgeBand | undefined {
  const written = latest((content) => content.person.ageBand);
  const year = latest((content) => content.person.birthYear);
  if ((written !== undefined && written !== 'UKJENT') || year === undefined) return written;
  const age = Number(osloDay(at).slice(0, 4)) - year;
  const band = ageBandOf(age);
  return band === ageBandOf(age - 1) ? band : written;
}

/** Akutt comes along: as somebody raised it on a report, else as the reporter told of it. Nobody has to see the same danger twice. */
export function akuttFromReports(reports: readonly ReportState[], facts: StartFacts): OpenCase['akutt'] {
  const raised = reports.flatMap(({ urgentRecords }) => urgentRecords).toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
  if (raised !== undefined) {
    const { danger, called, calledBy, calledWhen, averting = 'IKKE_VURDERT', avertedBy, avertedWhen } = raised.record;
    const by = called === 'nei' ? {} : { calledBy, calledWhen };
    return { record: { danger, called: CALLED[called], ...by, avertingDuty: averting, ...(avertedBy === undefined ? {} : { avertedBy }), ...(avertedWhen === undefined ? {} : { avertedWhen }) }, raisedBy: raised.by, raisedAt: raised.at };
  }
  const told = reports.flatMap(({ contents }) => contents).filter(({ report }) => report.danger === 'ja').map(({ at }) => ({ at, danger: facts.dangerReported }));
  const worse = reports.flatMap(({ dialogue }) => dialogue.theirs).filter(({ feels }) => feels === 'VERRE').map(({ at }) => ({ at, danger: facts.worseReported }));
  const [first] = [...told, ...worse].toSorted((a, b) => (a.at < b.at ? -1 : 1));
  return first && { record: { danger: first.danger, called: 'VET_IKKE', avertingDuty: 'IKKE_VURDERT' }, raisedBy: 'system', raisedAt: first.at };
}
