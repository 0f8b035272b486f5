/** The talk on the phone: one key leads here from any page of reception. */
export const PHONE = '/mottak/telefon';
/** The same form for what came another way. */
export const OTHER = '/mottak/ny';
/** Where the desk asks for the card of somebody who calls at night; the cases have it. */
export const NIGHT_CARD = '/mottak/nattkort';
/** Where a talk with somebody who asks for a person is noted. */
export const ENQUIRIES = '/mottak/noen-spor';
export const DRAFTS = '/mottak/utkast';

export const draftPath = (channel: string, id: string): string => `${channel === 'TELEFON' ? PHONE : OTHER}/${id}`;
export const takePath = (id: string): string => `${DRAFTS}/${id}/ta-over`;

/** Said in the address of the inbox after something was sent (`?gjort=`). */
export const SENT = { sent: 'sendt', urgent: 'sendt-akutt' } as const;
/** Where a draft's id stands in the form. */
export const DRAFT_FIELD = 'utkast';
