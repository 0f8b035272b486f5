/** The talk on the phone: one key leads here from any page of reception. */
export const PHONE = '/mottak/telefon';
/** The same form for what came another way. */
export const OTHER = '/mottak/ny';
/** Where the desk asks for the card of somebody who calls at night; the cases have it. */
export const NIGHT_CARD = '/mottak/nattkort';
/** Where a talk with somebody who asks for a person is noted. */
export const ENQUIRIES = '/mottak/noen-spor';
/** The talk that is gone on with afterwards: in the address, and in the form. */
export const TALK_FIELD = 'samtale';
export const enquiryPath = (id: string): string => `${ENQUIRIES}/${id}`;
export const enquiryReadPath = (id: string): string => `${ENQUIRIES}/${id}/lest`;
/** Where an open form saves itself (islands/draft.ts). */
export const DRAFTS = '/mottak/utkast';
/** «Lagre uferdig»: the button, which leads to the talk as it was saved. */
export const SAVE = `${DRAFTS}/lagre`;
/** Keeps the talk and goes to the night card, or to the note of somebody who asks; from there one comes back to it. */
export const TO_CARD = `${DRAFTS}/til-nattkort`;
export const TO_ENQUIRY = `${DRAFTS}/til-notat`;

export const draftPath = (channel: string, id: string): string => `${channel === 'TELEFON' ? PHONE : OTHER}/${id}`;
export const takePath = (id: string): string => `${DRAFTS}/${id}/ta-over`;

export const awayPath = (id: string): string => `${DRAFTS}/${id}/legg-bort`;

/** Said in the address after something was sent or saved (`?gjort=`). */
export const SENT = { sent: 'sendt', urgent: 'sendt-akutt', away: 'lagt-bort', saved: 'lagret' } as const;
/** Where a draft's id stands in the form. */
export const DRAFT_FIELD = 'utkast';
/** Whom the form was shown to. */
export const WRITER_FIELD = 'skrevetav';
