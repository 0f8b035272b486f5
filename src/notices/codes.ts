import type { ClockId } from '../regions/codes.ts';

/** How a message goes out. */
export const CHANNELS = ['MAIL', 'SMS'] as const;
export type Channel = (typeof CHANNELS)[number];

/** DIGEST: once a working day. NEW: a report came, or something became the reserve's. AKUTT: danger, or an Akutt that is to be looked at again. EMERGENCY: somebody took access in an emergency, or a breach was discovered. ACCOUNT: one's own account is about to be shut. */
export const OCCASIONS = ['DIGEST', 'NEW', 'AKUTT', 'EMERGENCY', 'ACCOUNT'] as const;
export type Occasion = (typeof OCCASIONS)[number];

/** How far up: whoever has it, those who stand beside them, the leader; RESERVE where nobody else may know; EXECUTIVE where the reserve may not either. */
export const NOTICE_STEPS = ['OWN', 'DEPUTY', 'LEADER', 'RESERVE', 'EXECUTIVE'] as const;
export type NoticeStep = (typeof NOTICE_STEPS)[number];

/** UNCERTAIN: handed over, perhaps taken; nobody knows. */
export const MESSAGE_STATES = ['QUEUED', 'SENT', 'UNCERTAIN', 'FAILED', 'GIVEN_UP'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** What it is about: a clock of a case or a report that ran out, an Akutt that nobody has seen, a report that came, access in an emergency that nobody has gone through, something that somebody was asked by name to confirm, a breach that nobody has settled, a request for access that will soon have waited a month, a talk that somebody began to type in and left, a case or a report that only the reserve can take forward, a case that nobody leads, a report that was sent on and nobody has confirmed (in danger: at once), an account that nobody uses. */
export type Why = ClockId | 'AKUTT' | 'NEW' | 'EMERGENCY' | 'ASKED' | 'BREACH' | 'REQUEST' | 'DRAFT' | 'UNHELD' | 'NO_LEAD' | 'CLOSED_ALONE' | 'SENT_ON' | 'SENT_IN_DANGER' | 'DORMANT';

/** What the sender is called, and all that the subject of a mail says. */
export const SYSTEM_NAME = 'Voksenvern';
