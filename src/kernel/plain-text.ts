const CARRIAGE = /\r\n?/g;
// The control characters (C0, C1 and delete) could hide or fake something on a screen; a null byte also stops PostgreSQL. Tab and line break stay.
// eslint-disable-next-line no-control-regex -- control characters are what this is about
const CONTROL = /[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;

/** A text as somebody wrote it, fit to be kept: well-formed, one kind of line break, no null bytes, other control characters as spaces. Nothing is cut. */
export function wholeText(text: string): string {
  return text.toWellFormed().replace(CARRIAGE, '\n').replaceAll('\u0000', '').replace(CONTROL, ' ');
}

/** The same with its ends trimmed. */
export function plainText(text: string): string {
  return wholeText(text).trim();
}

/** The same for one line: line breaks and tabs are spaces too. */
export function plainLine(text: string): string {
  return plainText(text).replace(/[\n\t]/g, ' ');
}
