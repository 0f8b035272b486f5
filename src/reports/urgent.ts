import type { NewEvent } from '../kernel/journal/event.ts';
import { done, refuse, type Outcome } from '../kernel/outcome.ts';
import { addMs, type Instant } from '../kernel/time.ts';
import { closedBecause, PRESSED_TWICE, type ReportEvent, type ReportState } from './report.ts';
import { AVERTING, CALLED, type Averting, type UrgentRecord } from './urgent-record.ts';

/** As it was typed: nothing is judged yet. */
export type UrgentAsked = { readonly [K in keyof UrgentRecord]: string | undefined } & { readonly danger: string; readonly calledBy: string; readonly calledWhen: string };

/**
 * T2: Akutt may be raised, and told more about, until the report is decided; afterwards it is raised on the case.
 * Refusals: `already_decided`; `bad_input` with every fault at once: `danger_missing`, `called_missing`, `who_called`, `when_called`,
 * `who_averted`, `when_averted`.
 */
export function decideUrgent(state: ReportState, asked: UrgentAsked, now: Instant): Outcome<NewEvent<ReportEvent>[]> {
  const closed = closedBecause(state, 'urgent');
  if (closed !== undefined) return refuse(closed);
  const record = judged(asked);
  if (!record.ok) return record;
  const said = record.value;
  if (state.urgentRecords.some((before) => addMs(before.at, PRESSED_TWICE) > now && sameRecord(before.record, said))) return done([]);
  return done([{ type: 'ReportMadeUrgent', version: 1, happenedAt: now, content: said }]);
}

function judged(asked: UrgentAsked): Outcome<UrgentRecord> {
  const called = CALLED.find((one) => one === asked.called);
  const somebody = called !== undefined && called !== 'nei';
  const faults: Record<string, string> = {};
  if (asked.danger.trim() === '') faults['danger'] = 'danger_missing';
  if (called === undefined) faults['called'] = 'called_missing';
  if (somebody && asked.calledBy.trim() === '') faults['calledBy'] = 'who_called';
  if (somebody && asked.calledWhen.trim() === '') faults['calledWhen'] = 'when_called';
  const averting = AVERTING.find((one) => one === asked.averting);
  if (averting === 'OPPFYLT' && blank(asked.avertedBy)) faults['avertedBy'] = 'who_averted';
  if (averting === 'OPPFYLT' && blank(asked.avertedWhen)) faults['avertedWhen'] = 'when_averted';
  if (called === undefined || Object.keys(faults).length > 0) return refuse('bad_input', faults);
  // «Nei» hides the two boxes on the page; what was left in them was not said.
  const { danger, calledBy, calledWhen } = asked;
  return done({ danger, called, ...(somebody ? { calledBy, calledWhen } : { calledBy: '', calledWhen: '' }), ...(averting === undefined ? {} : { averting, ...avertedIn(averting, asked) }) });
}

/** Who acted and when; the two boxes say nothing where nobody has considered it. */
function avertedIn(averting: Averting, { avertedBy = '', avertedWhen = '' }: UrgentAsked): Pick<UrgentRecord, 'avertedBy' | 'avertedWhen'> {
  return averting === 'IKKE_VURDERT' ? {} : { ...(blank(avertedBy) ? {} : { avertedBy }), ...(blank(avertedWhen) ? {} : { avertedWhen }) };
}

function blank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}

function sameRecord(a: UrgentRecord, b: UrgentRecord): boolean {
  return a.danger === b.danger && a.called === b.called && a.calledBy === b.calledBy && a.calledWhen === b.calledWhen
    && a.averting === b.averting && a.avertedBy === b.avertedBy && a.avertedWhen === b.avertedWhen;
}
