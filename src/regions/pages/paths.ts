export const REGION = '/region';
export const ADD_MEMBER = '/region/kommune';
export const MERGE_MEMBER = '/region/sammenslaing';
export const NEW_AGREEMENT = '/region/avtale';
export const CLOCK_SETTINGS = '/region/frister';
/** Record systems that may send reports. */
export const SENDERS = '/region/fagsystemer';
export const END_SENDER = '/region/fagsystemer/steng';
export const SITE = '/region/nettsted';
export const PUBLISH = '/region/nettsted/publiser';
export const PREVIEW = '/region/nettsted/utkast';
/** What the codes mean, national and local; the page is the cases'. */
export const CODE_LISTS = '/region/kodeverk';
/** What came and how far it has come; the page is the reports'. */
export const LEDGER = '/region/regnskap';
/** What was told and whether it arrived; the notices' own page. */
export const NOTICES = '/region/varsler';
/** Requests for access, and what goes to the archive or is disposed of; the pages are the privacy module's. */
export const ACCESS_REQUESTS = '/region/innsynskrav';
export const ARCHIVE = '/region/arkiv';
/** Where the reserve is chosen; the people are the staff module's. */
export const STAFF_RESERVE = '/ansatte#reserve';

/** Said in the address after something was saved, so that the page can say so (`?gjort=`). */
export const DONE = { saved: 'lagret', published: 'publisert', added: 'kommune', merged: 'sammenslaing', agreed: 'avtale', clocks: 'frister', senderIn: 'fagsystem', senderOut: 'stengt' } as const;
