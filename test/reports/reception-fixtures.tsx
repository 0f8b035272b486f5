import type { ReactElement } from 'react';
import type { Person } from '../../src/kernel/actor.ts';
import { asId, type FileId, type UserId } from '../../src/kernel/ids.ts';
import type { NewEvent, Writer } from '../../src/kernel/journal/event.ts';
import type { Outcome, Refusal } from '../../src/kernel/outcome.ts';
import type { Lang } from '../../src/kernel/texts.ts';
import { instant, type Instant } from '../../src/kernel/time.ts';
import { NO_CHANGES } from '../../src/regions/codes.ts';
import { reportContent, type ReportContent } from '../../src/reports/form/content.ts';
import type { InboxRow, OpenReport } from '../../src/reports/queries.ts';
import { reportLog } from '../../src/reports/log.ts';
import { closedBecause, evolveReport, NO_REPORT, type ReportEvent, type ReportState } from '../../src/reports/report.ts';
import { Form } from '../../src/web/http/form-body.ts';
import type { StaffRequest } from '../../src/web/route.tsx';
import { renderDocument } from '../../src/web/ui/document.tsx';
import { wellNested } from '../support/nesting.ts';

export const MONDAY: Instant = instant('2026-03-02T07:00:00.000Z');
export const KARI: UserId = asId<'user'>('aaaaaaaa-0000-4000-8000-000000000001');
export const JORUNN: UserId = asId<'user'>('aaaaaaaa-0000-4000-8000-000000000002');
export const REPORT: FileId = asId<'file'>('bbbbbbbb-0000-4000-8000-000000000001');

const OPEN: ReportContent = {
  kind: 'report', version: 2, mode: 'A', channel: 'NETTSKJEMA', receivedAt: MONDAY, lang: 'nb', danger: 'nei', adult: 'ja',
  reporter: { code: 'FAMILIE', name: 'Mona Kvamme', wantsFeedback: true }, person: { name: 'Borghild Kvamme', municipality: '9901', protectedAddressHint: false },
  consent: { code: 'IKKE_TRYGT' }, vulnerability: ['HOY_ALDER'], violence: ['OKONOMISK'], whatHappened: 'Broren min tar pensjonen hennes.', relation: ['BARN'],
  childrenInHome: 'nei', contacted: [], noCode: false,
};

/** Somebody writes about another person. Parsed, so that no test speaks of a report that could not arrive. */
export function told(changes: Partial<ReportContent> = {}): ReportContent {
  return reportContent.parse({ ...OPEN, ...changes });
}

/** The person writes. */
export function toldBySelf(changes: Partial<ReportContent> = {}): ReportContent {
  const { consent: _, ...rest } = OPEN;
  return reportContent.parse({
    ...rest, mode: 'D', reporter: { code: 'UTSATT_SELV', wantsFeedback: false }, person: { alias: 'Bjørk', municipality: '9901', protectedAddressHint: false },
    wish: 'Jeg vil at det skal ta slutt.', safeContact: 'På dagsenteret tirsdager.', ...changes,
  });
}

/** A report as a journal that grows: what happens to it, and what it then is. */
export class Journal {
  readonly events: ReportEvent[] = [];
  state: ReportState = NO_REPORT;

  add(by: Writer, at: Instant, event: NewEvent<ReportEvent>): this {
    const stored = { ...event, actor: by, writtenAt: at } as ReportEvent; // a new event with writer and time is an event
    this.events.push(stored);
    this.state = evolveReport(this.state, stored);
    return this;
  }

  arrives(report: ReportContent, at: Instant = MONDAY, judged: { leftOut?: UserId[]; forReserve?: boolean } = {}): this {
    const content = { receivedAt: at, report, leftOut: judged.leftOut ?? [], forReserve: judged.forReserve ?? false };
    return this.state.contents.length === 0
      ? this.add('system', at, { type: 'ReportArrived', version: 1, happenedAt: at, content: { ...content, reference: '2026-K7QF3M', channel: 'NETTSKJEMA' } })
      : this.add('system', at, { type: 'ReportAdded', version: 1, happenedAt: at, content });
  }

  /** Does what a rule decided; a refusal here is a fault of the test. */
  does(by: Writer, at: Instant, decision: Outcome<NewEvent<ReportEvent>[]>): this {
    if (!decision.ok) throw new Error(decision.code);
    for (const event of decision.value) this.add(by, at, event);
    return this;
  }
}

export function opened(journal: Journal, changes: Partial<OpenReport> = {}): OpenReport {
  const steps = ['urgent', 'hand_over', 'decide'] as const;
  return {
    mustAnswer: false, owes: false, fileId: REPORT, report: journal.state, vault: journal.state.outcome === 'SAK', log: reportLog(journal.events), readBefore: journal.state.seenContents, readPartsBefore: journal.state.seenParts, window: 'none', messageId: REPORT, names: { [KARI]: 'Kari Nordmo', [JORUNN]: 'Jorunn Vatne' },
    places: { '9901': 'Fjordby' }, mayOpenCase: false, coordinates: false, parts: [], clocks: NO_CHANGES, now: MONDAY,
    closed: Object.fromEntries(steps.map((step) => [step, closedBecause(journal.state, step)]).filter(([, why]) => why !== undefined)), ...changes,
  };
}

export function row(changes: Partial<InboxRow> = {}): InboxRow {
  return {
    file_id: REPORT, reference: '2026-K7QF3M', channel: 'NETTSKJEMA', state: 'RECEIVED', urgent: false, received_at: MONDAY, seen_at: null, decided_at: null,
    answer: null, consultation: false, unread_since: MONDAY, ...changes,
  };
}

export type Asking = { lang?: Lang; roles?: readonly string[]; query?: string; form?: Readonly<Record<string, string>>; refused?: Refusal; path?: string };

/** A request as a view sees it; a view has no business at the door. */
export function asking({ lang = 'nb', roles = ['MOTTAK'], query = '', form = {}, refused, path = '/mottak' }: Asking = {}): StaffRequest {
  const closed = () => Promise.reject(new Error('a view went to the door'));
  const person: Person = { kind: 'person', regionId: asId<'region'>('11111111-1111-4111-8111-111111111111'), userId: JORUNN, roles, municipalityId: undefined, signedInAt: MONDAY };
  return {
    person, colleague: { name: 'Jorunn Vatne', roleLabel: 'Mottak' }, regionName: 'Voksenvern Nordfjella', isReserve: false, door: { enter: closed, unaudited: closed }, lang, demo: true,
    now: MONDAY, path, params: { id: REPORT }, query: new URLSearchParams(query), form: new Form(Object.entries(form)), refused,
  };
}

/** The page as it is sent, and its words alone. */
export function shown(page: ReactElement): { html: string; text: string } {
  const html = wellNested(renderDocument(page));
  const text = html.replace(/<[^>]*>/g, ' ').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&').replace(/\s+/g, ' ');
  return { html, text };
}
