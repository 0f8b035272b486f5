import { isUuid } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import type { CaseEvent, CaseEventType, CaseStart } from './events.ts';
import type { FieldName } from './fields.ts';
import { FIELDS } from './fields.ts';

/** TOLD: what was reported · REPORTER: who reported it · SUSPECT: about a suspected abuser · POLICE: from or about the police · WORK: what we wrote ourselves */
export type PassageKind = 'TOLD' | 'REPORTER' | 'SUSPECT' | 'POLICE' | 'WORK';

/** A piece of a case that is given or withheld by itself when somebody asks to see it. `name`: what the answer is called where it is kept. */
export type Said = { readonly name: string; readonly field: FieldName | undefined; readonly values: readonly string[] };
export type Passage = { /** the entry's number, with a letter for a part of it */ readonly id: string; readonly at: Instant; readonly type: CaseEventType; readonly kind: PassageKind; readonly said: readonly Said[] };

/** Who has what access, who read what and who is impartial is told by «Hvem har sett på saken?». */
const NOT_ABOUT_THE_PERSON: readonly CaseEventType[] = ['ImpartialityDeclared', 'AccessGranted', 'AccessEnded', 'LeadDeputised', 'DeputyEnded', 'HandoverRead', 'JoinedReportRead'];

/** Stored beside what was said: ids, numbers of proposals, and what says how the report was read. */
const NOT_SAID = /(Id|^id)$|^(proposal|byCoordinator|byTeam|provisional|alone|mode|lang|variety|channel|owner|receivedAt|report|reports|leftOut|reference|raisedBy|lead|userId|protectedAddressHint|wantsFeedback|code|corrects|giver)$/;

/** The same answer is called something else in an entry than in its form. */
const FIELD_OF: Readonly<Record<string, FieldName>> = { about: 'capacityAbout', result: 'capacityResult', status: 'consentStatus', until: 'consentUntil', next: 'nextFollowUp', kind: 'noteKind', reason: 'transferReason', name: 'relatedName' };
const FIELD_IN: Readonly<Partial<Record<CaseEventType, Readonly<Record<string, FieldName>>>>> = {
  NotACaseProposed: { reason: 'notACaseReason' }, MeasureUpdated: { status: 'measureStatus' }, DisclosureReviewed: { result: 'reviewResult' }, ConsentWithdrawn: { grounds: 'howWithdrawn' }, UseRestricted: { ground: 'restrictionGround' }, ObjectionRecorded: { result: 'objectionResult' },
};

/**
 * Every piece of a case's journal that tells something, in the order it was written. Nothing that was written is left out because nobody
 * thought of it: an answer without a question of its own stands there all the same.
 */
export function passagesOf(events: readonly CaseEvent[]): Passage[] {
  return events.flatMap((event, at) => (NOT_ABOUT_THE_PERSON.includes(event.type) ? [] : pieces(event, String(at + 1)))).filter(({ said }) => said.length > 0);
}

function pieces(event: CaseEvent, id: string): Passage[] {
  const { happenedAt: at, type } = event;
  if (event.type !== 'CaseOpened' && event.type !== 'ReportJoined') return [{ id, at, type, kind: kindOf(event), said: saidIn(event.content, { ...FIELD_OF, ...FIELD_IN[type] }) }];
  const { reporter, suspectName, ...told }: CaseStart = event.content.start;
  return [
    { id, at, type, kind: 'TOLD', said: saidIn(told, {}) },
    { id: `${id}m`, at, type, kind: 'REPORTER', said: saidIn(reporter, {}) },
    { id: `${id}s`, at, type, kind: 'SUSPECT', said: saidIn({ suspectName }, {}) },
  ];
}

function kindOf(event: CaseEvent): PassageKind {
  if (event.type === 'PoliceAwaited' || event.type === 'PoliceChecked') return 'POLICE';
  if (event.type === 'Disclosed' && event.content.direction === 'INN' && event.content.unverified === 'JA') return 'POLICE';
  if ((event.type === 'PersonRelated' || event.type === 'RelatedChanged') && event.content.parts.includes('MISTENKT')) return 'SUSPECT';
  return 'WORK';
}

function saidIn(content: object, fields: Readonly<Record<string, FieldName>>): Said[] {
  return Object.entries(content).flatMap(([name, value]: [string, unknown]): Said[] => {
    if (NOT_SAID.test(name)) return [];
    if (Array.isArray(value)) {
      const parts: readonly unknown[] = value;
      if (parts.some((part) => typeof part === 'object' && part !== null)) return parts.flatMap((part) => (typeof part === 'object' && part !== null ? saidIn(part, fields) : []));
    } else if (typeof value === 'object' && value !== null) return saidIn(value, fields);
    const values = (Array.isArray(value) ? value.map(String) : typeof value === 'string' || typeof value === 'number' ? [String(value)] : []).filter((text) => text.trim() !== '' && !isUuid(text));
    return values.length === 0 ? [] : [{ name, field: fields[name] ?? known(name), values }];
  });
}

function known(name: string): FieldName | undefined {
  return Object.keys(FIELDS).find((field): field is FieldName => field === name);
}
