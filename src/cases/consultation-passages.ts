import type { ConsultationEvent } from '../consultations/public.ts';
import { pieceOf, type Passage } from './passages.ts';

/** Every piece of a consultation that tells something. Where somebody who asked works may tell who they are; that a report was made after it is told of that report. */
export function consultationPassages(events: readonly ConsultationEvent[]): Passage[] {
  return events.flatMap((event, at) => piecesOf(event, `d-${at + 1}`)).filter(({ said }) => said.length > 0);
}

function piecesOf(event: ConsultationEvent, id: string): Passage[] {
  const { happenedAt: at } = event;
  switch (event.type) {
    case 'ConsultationAsked': case 'ConsultationRegistered': {
      const { violence, ageBand } = event.content;
      const told = [pieceOf({ id, at, type: event.type, kind: 'TOLD' }, { violence, ageBand })];
      return event.type === 'ConsultationAsked' ? told : [...told, pieceOf({ id: `${id}r`, at, type: 'ConsultationAnswered', kind: 'WORK' }, { advice: event.content.advice, card: event.content.card })];
    }
    case 'ConsultationAnswered': return [pieceOf({ id, at, type: event.type, kind: 'WORK' }, { advice: event.content.advice, card: event.content.card })];
    case 'ConsultationBecameReport': return [];
  }
}
