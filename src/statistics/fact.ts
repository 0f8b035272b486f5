import { CLOSING_REASON, figuresTold, type Achieved, type CaseType, type ClosingReason, type Measure } from '../cases/codes.ts';
import type { AddressLevel, CaseEvent, CaseState } from '../cases/public.ts';
import type { ReportState, SentOutcome } from '../reports/public.ts';
import { osloDay, type Instant } from '../kernel/time.ts';
import type { AgeBand, Gender } from '../people/codes.ts';
import { CHANNEL, RELATION, SERVICE, VIOLENCE, VULNERABILITY, type Channel, type Relation, type Reporter, type Service, type Violence, type Vulnerability } from '../reports/codes.ts';
import { inOrder, orUnknown } from './in-order.ts';
import { doneIn } from './measures-done.ts';

/** Where a case stands, as coarsely as figures see it: open, closed, or ended without becoming a case of ours. */
export const STATUS_GROUPS = ['APEN', 'AVSLUTTET', 'IKKE_SAK'] as const;
export type StatusGroup = (typeof STATUS_GROUPS)[number];

/**
 * What figures know of a case. It stands in clear (architecture §4), so it holds no name, reference, file, user or moment;
 * a month is the finest time. Lists are without doubles and in the code list's order.
 */
export type CaseFact = {
  /** `YYYY-MM` in Europe/Oslo */
  readonly openedMonth: string;
  /** four digits; absent while not known, and where the address is secret: such a case is counted for the region alone */
  readonly owner: string | undefined;
  readonly ageBand: AgeBand;
  readonly gender: Gender;
  /** absent until two people have decided */
  readonly caseType: CaseType | undefined;
  readonly reporter: Reporter;
  /** the reporter did not say who they are; the kind of reporter stays what it is */
  readonly anonymous: boolean;
  readonly channel: Channel;
  readonly vulnerability: readonly Vulnerability[];
  readonly violence: readonly Violence[];
  readonly relation: readonly Relation[];
  readonly services: readonly Service[];
  readonly measures: readonly Measure[];
  readonly closingReasons: readonly ClosingReason[];
  readonly status: StatusGroup;
  readonly closedMonth: string | undefined;
  /** how it went with what the person wanted; asked when a case is closed */
  readonly wish: Achieved | undefined;
};

/**
 * Nothing is counted, and no row is kept, of a case that became part of another (the person is counted there, T16), of a person who keeps out (krisesenterlova § 5 a), while use is restricted (GDPR art. 18; decision 0105), and
 * while the address is strictly confidential (folkeregisterloven § 10-4): in a sum of the region it could be found by subtracting the rows case by case.
 * @param protection as in factOf
 */
export function isCounted(state: Pick<CaseState, 'merged' | 'keepsOut' | 'restriction'>, protection: AddressLevel | undefined): boolean {
  return state.merged === undefined && !state.keepsOut && state.restriction === undefined && protection !== 'STRENGT';
}

/** The entries of a case's journal that can change what figures know of it (test/statistics/fact.test.ts tries all the others). */
export const FACT_EVENTS = [
  'CaseOpened', 'ClassificationProposed', 'ClassificationConfirmed', 'CaseTransferred', 'TransferTaken', 'TransferReturned', 'NotACaseConfirmed', 'MeasureDecided', 'CaseClosed', 'CaseReopened', 'ReportJoined', 'AddressProtected', 'AddressLowered', 'FiguresWishRecorded', 'UseRestricted', 'RestrictionLifted', 'CaseMerged', 'CaseTakenIn', 'PersonRecorded',
  'PersonRelated', 'RelatedChanged', 'AdditionTold', 'MeasureUpdated', 'ProtectionRecorded', 'SafetyPlanWritten', 'RiskAssessed', 'ChildDutyAnswered', 'AkuttRaised', 'PoliceAwaited', 'Disclosed',
] as const satisfies readonly CaseEvent['type'][];

/** `OVERFORT` was never ours to classify: T4 happens before that (domain reference §9.1). `SAMMENSLATT` is counted in the other case, and not here (commands/count.ts). */
const GROUP_OF: Readonly<Record<CaseState['status'], StatusGroup>> = {
  MOTTATT: 'APEN', TIL_VURDERING: 'APEN', KLASSIFISERT: 'APEN', UNDERSOKES: 'APEN', VENTER_POLITI: 'APEN', TILTAK: 'APEN', OPPFOLGING: 'APEN', TIL_AVSLUTNING: 'APEN',
  AVSLUTTET: 'AVSLUTTET', IKKE_SAK: 'IKKE_SAK', OVERFORT: 'IKKE_SAK', SAMMENSLATT: 'IKKE_SAK',
};

/** @param ownerNumber the owner municipality's four digits; undefined while the case has none @param protection how the address is protected; undefined: nobody says that it is */
export function factOf(state: CaseState, ownerNumber: string | undefined, protection: AddressLevel | undefined): CaseFact {
  const { start } = state;
  const told = figuresTold(state);
  const recorded = transferred(state) ?? state.notACase ?? state.classification;
  return {
    openedMonth: monthOf(state.opened.at),
    // A protected address is counted below no region (domain reference §5.5, §11); a reporter's hint is taken at its word.
    owner: protection === undefined ? ownerNumber : undefined,
    ageBand: recorded?.ageBand ?? told.ageBand ?? 'UKJENT',
    gender: recorded?.gender ?? told.gender ?? 'UKJENT',
    caseType: decidedType(state),
    reporter: start.reporter.code,
    anonymous: start.mode === 'B',
    channel: start.channel,
    vulnerability: orUnknown(inOrder(VULNERABILITY.values, told.vulnerability)), violence: orUnknown(inOrder(VIOLENCE.values, told.violence)), relation: orUnknown(inOrder(RELATION.values, told.relation)),
    services: orUnknown(inOrder(SERVICE.values, recorded?.services ?? start.services)),
    measures: doneIn(state),
    closingReasons: inOrder(CLOSING_REASON.values, reasonsOf(state)),
    status: GROUP_OF[state.status],
    closedMonth: state.closedAt === undefined ? undefined : monthOf(state.closedAt),
    wish: state.closing === undefined ? undefined : state.closingProposal?.wishAchieved,
  };
}

const REASON_OF: Readonly<Record<SentOutcome, ClosingReason>> = { OVERFORT: 'OVERFORT_KOMMUNE', UTENFOR_KOMMUNER: 'UTENFOR_KOMMUNER' };

/**
 * A report that was sent on before anybody made a case of it (T4): received, and never ours. Counted once, however often it is sent;
 * undefined where it was not sent on, or a case has it. @param ownerNumber as above
 */
export function factOfSentReport({ sendings: [first], contents, channel }: ReportState, ownerNumber: string | undefined): CaseFact | undefined {
  const report = contents.at(-1)?.report;
  if (first === undefined || report === undefined) return undefined;
  const month = monthOf(first.at);
  return {
    openedMonth: month, owner: report.person.protectedAddressHint ? undefined : ownerNumber, ageBand: report.person.ageBand ?? 'UKJENT', gender: report.person.gender ?? 'UKJENT', caseType: undefined,
    reporter: report.reporter.code, anonymous: report.mode === 'B', channel: CHANNEL.is(channel) ? channel : report.channel,
    vulnerability: orUnknown(inOrder(VULNERABILITY.values, report.vulnerability)), violence: orUnknown(inOrder(VIOLENCE.values, report.violence)), relation: orUnknown(inOrder(RELATION.values, report.relation)),
    services: orUnknown(inOrder(SERVICE.values, report.contacted)), measures: [], closingReasons: [REASON_OF[first.outcome]], status: 'IKKE_SAK', closedMonth: month, wish: undefined,
  };
}

/**
 * Whether the case belongs to a municipality outside the co-operation: received, but not one of its own (domain reference
 * §12.4, I9). One that we worked on and then handed over was ours.
 */
export function isOutside(fact: Pick<CaseFact, 'status' | 'closingReasons'>): boolean {
  return fact.closingReasons.includes('UTENFOR_KOMMUNER') || (fact.status === 'IKKE_SAK' && fact.closingReasons.includes('OVERFORT_KOMMUNE'));
}

/** One on its way within this system says nothing yet. */
function transferred({ status, transfer }: CaseState): CaseState['transfer'] {
  return status === 'OVERFORT' ? transfer : undefined;
}

/** A provisional classification is one person's, and is not counted before a second one has confirmed it. */
function decidedType(state: CaseState): CaseType | undefined {
  const { classification } = state;
  return transferred(state)?.caseType ?? state.notACase?.caseType ?? (classification?.confirmed === undefined ? undefined : classification.caseType);
}

function reasonsOf(state: CaseState): readonly ClosingReason[] {
  const { closing, notACase } = state;
  return closing?.reasons ?? [notACase?.reason, transferred(state)?.reason].filter((reason) => reason !== undefined);
}

function monthOf(at: Instant): string {
  return osloDay(at).slice(0, 7);
}
