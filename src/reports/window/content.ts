import { z } from 'zod';
import { FILE_KIND_NAMES, type FileKind } from '../../kernel/files/kinds.ts';
import { LANGUAGES } from '../../kernel/texts.ts';

/** How it is now, said with one press: safe, or worse than what was told before. */
export const FEELS = ['TRYGG', 'VERRE'] as const;
export type Feels = (typeof FEELS)[number];

/** Most characters (UTF-16 units) of a message; a longer one is kept on the page and said to be too long. */
export const LONGEST_MESSAGE = 10_000;
export const LONGEST_FILE_NAME = 200;
/** Bytes of one file, and files of one report (the database counts them, too: 0013_dialogue.sql). */
export const LARGEST_FILE = 25 * 1024 * 1024;
export const MOST_FILES = 10;

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** What whoever holds the code writes later, as it is sealed on the way in. */
export const messageContent = z.strictObject({
  kind: z.literal('message'),
  version: z.literal(1),
  receivedAt: z.string().regex(INSTANT),
  lang: z.enum(LANGUAGES),
  feels: z.enum(FEELS).optional(),
  text: z.string().min(1).max(LONGEST_MESSAGE).optional(),
}).refine(({ feels, text }) => feels !== undefined || text !== undefined);
export type MessageContent = z.infer<typeof messageContent>;

/** One file: what it is, and the key that opens the object in which it lies sealed. */
export const fileContent = z.strictObject({
  kind: z.literal('file'),
  version: z.literal(1),
  receivedAt: z.string().regex(INSTANT),
  /** name of the sealed object in the file store */
  object: z.uuid(),
  /** 32 bytes in base64 */
  key: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
  /** as the sender called it; shown to nobody as a file's name */
  name: z.string().max(LONGEST_FILE_NAME),
  /** what its content is */
  type: z.enum(FILE_KIND_NAMES),
  bytes: z.number().int().min(1).max(LARGEST_FILE),
  /** of the file in clear, hexadecimal: what was sent is what is kept */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type FileContent = Omit<z.infer<typeof fileContent>, 'type'> & { readonly type: FileKind };
