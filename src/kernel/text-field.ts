import { z } from 'zod';
import { plainLine, plainText } from './plain-text.ts';

/** Text of several lines as somebody typed it, cleaned and trimmed, of at most so many UTF-16 units: `too_long`. */
export function textField(most: number) {
  return z.string().overwrite(plainText).max(most, 'too_long');
}

/** The same for one line. */
export function lineField(most: number) {
  return z.string().overwrite(plainLine).max(most, 'too_long');
}
