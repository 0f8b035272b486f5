import { done } from '../../kernel/outcome.ts';
import { osloDay, type Day, type Instant } from '../../kernel/time.ts';
import type { CaseState } from '../case.ts';
import type { Answer } from '../choices.ts';
import type { DecisionContext } from '../conditions.ts';
import { entry } from '../events.ts';
import { check, type Decision } from '../guard.ts';
import { refuseCase } from '../refusals.ts';
import { lastInformed, type InformedContent, type ToInform } from '../voice.ts';
import type { AskedHow, InformedAnswer, NotInformedGround, WishPhase } from '../choices/voice.ts';

export type Inform = { readonly isInformed: InformedAnswer; readonly informedHow?: string | undefined; readonly notInformedGround?: NotInformedGround | undefined; readonly askAgain?: Day | undefined };

/** «Er personen informert om saken?» (GDPR art. 14): yes, or a ground not to and the day on which it is asked again. */
export function decideInformPerson(state: CaseState, input: Inform, ctx: DecisionContext): Decision {
  return check('informPerson', state, input, ctx) ?? informing('PERSON', state, input, ctx);
}

/** The same for the suspected abuser. Nothing is sent to anybody: here stands what people decided. */
export function decideInformSuspect(state: CaseState, input: Inform, ctx: DecisionContext): Decision {
  return check('informSuspect', state, input, ctx) ?? informing('SUSPECT', state, input, ctx);
}

function informing(who: ToInform, state: CaseState, { isInformed: informed, informedHow, notInformedGround, askAgain }: Inform, ctx: DecisionContext): Decision {
  const content: InformedContent = informed === 'JA' ? { who, informed, how: informedHow } : { who, informed, ground: notInformedGround, askAgain };
  const last = lastInformed(state, who);
  const same = last !== undefined && (['informed', 'how', 'ground', 'askAgain'] as const).every((part) => last[part] === content[part]);
  return done(same ? [] : [entry('InformedAnswered', ctx.now, content)]);
}

export type RecordWish = { readonly wishId: string; readonly wishNow: string; readonly wishPhase: WishPhase; readonly askedBy: string; readonly askedOn: Day; readonly askedHow: readonly AskedHow[] };

/** What the person wants now, with who asked and how (pbrl § 3-1). What was said before stays. */
export function decideRecordWish(state: CaseState, input: RecordWish, ctx: DecisionContext): Decision {
  const { wishId, ...said } = input;
  const no = check('recordWish', state, said, ctx);
  if (no !== undefined) return no;
  if (said.askedOn > osloDay(ctx.now)) return refuseCase('bad_input', { askedOn: 'in_future' });
  if (state.wishes.some((one) => one.wishId === wishId)) return done([]);
  const { wishNow: wish, wishPhase: phase, askedBy, askedOn, askedHow: how } = said;
  return done([entry('WishRecorded', ctx.now, { wishId, phase, wish, askedBy, askedOn, how })]);
}

export type RecordDeclined = {
  readonly declinedId: string;
  readonly declinedAlone: Answer;
  readonly declinedWhere: string;
  readonly declinedPressure: Answer;
  readonly declinedKnows: Answer;
  readonly openDoor: string;
  readonly happenedAt?: Instant | undefined;
};

/** The person says no to help: alone or not, where, under pressure or not, knowing what there is, and which door stays open. */
export function decideRecordDeclined(state: CaseState, input: RecordDeclined, ctx: DecisionContext): Decision {
  const { declinedId, ...said } = input;
  const no = check('recordDeclined', state, said, ctx);
  if (no !== undefined) return no;
  if (state.declined.some((one) => one.declinedId === declinedId)) return done([]);
  const { declinedAlone: alone, declinedWhere: where, declinedPressure: pressure, declinedKnows: knows, openDoor, happenedAt = ctx.now } = said;
  return done([entry('HelpDeclined', happenedAt, { declinedId, alone, where, pressure, knows, openDoor })]);
}
