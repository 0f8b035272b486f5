const CARRIAGE = /\r\n?/g;
// A null byte has no meaning in a text and stops PostgreSQL and JSON readers; it is taken out before anything else.
const NULL_BYTE = /\0/g;
// The other control characters (C0, C1 and delete) could hide or fake something on a staff screen; they become a space. Tab and line break stay.
// eslint-disable-next-line no-control-regex -- control characters are what this is about
const CONTROL = /[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;

/** A text as it is kept: well-formed, one kind of line break, no null bytes, other control characters as spaces. Nothing is cut. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(CARRIAGE, '\n').replace(NULL_BYTE, '').replace(CONTROL, ' ');
}

/** The same for a one-line answer: line breaks and tabs are spaces too, and the ends are trimmed. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/[\n\t]/g, ' ').trim();
}
