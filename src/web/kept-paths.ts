/** Where a page keeps what is typed in it. */
export const KEEP_TEXT = '/tekst';
export const DROP_TEXT = '/tekst/kast';
/** The field in which a page says where a form that it keeps would have gone; the same for each button of a form. */
export const ACTION_FIELD = 'handling';
/** What one had typed and not sent, on the form it was written in. The id says nothing of either. */
export const keptPath = (id: string): string => `/tekst/${id}`;

/** The machine itself: whether several people use it. */
export const MACHINE = '/maskin';
export const MACHINE_SHARED = '/maskin/felles';
export const MACHINE_OWN = '/maskin/egen';

/** Locks the screen of a shared machine now. */
export const LOCK = '/las';
/** A page that somebody is reading or writing on, says so: the lock waits. */
export const AWAKE = '/i-bruk';
