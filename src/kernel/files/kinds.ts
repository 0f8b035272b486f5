/** What a file may be: decided by its first bytes, never by its name or by what the sender says. */
export type FileKind = keyof typeof FILE_KINDS;

/** `cleans`: what tells of place, time and maker is taken out of a copy. `unpacks`: stays as it is, where it unpacks to no more than it may (zip.ts). `nothing`: there is nothing to take out. */
type Kind = { readonly ending: string; readonly type: string; readonly found: readonly string[]; readonly copy: 'cleans' | 'unpacks' | 'stays' | 'nothing' };

export const FILE_KINDS = {
  jpeg: { ending: 'jpg', type: 'image/jpeg', found: ['image/jpeg'], copy: 'cleans' },
  png: { ending: 'png', type: 'image/png', found: ['image/png', 'image/apng'], copy: 'cleans' },
  heic: { ending: 'heic', type: 'image/heic', found: ['image/heic', 'image/heif'], copy: 'cleans' },
  webp: { ending: 'webp', type: 'image/webp', found: ['image/webp'], copy: 'cleans' },
  pdf: { ending: 'pdf', type: 'application/pdf', found: ['application/pdf'], copy: 'cleans' },
  mp4: { ending: 'mp4', type: 'video/mp4', found: ['video/mp4', 'video/x-m4v'], copy: 'cleans' },
  mov: { ending: 'mov', type: 'video/quicktime', found: ['video/quicktime'], copy: 'cleans' },
  mp3: { ending: 'mp3', type: 'audio/mpeg', found: ['audio/mpeg'], copy: 'cleans' },
  m4a: { ending: 'm4a', type: 'audio/mp4', found: ['audio/x-m4a', 'audio/mp4'], copy: 'cleans' },
  aac: { ending: 'aac', type: 'audio/aac', found: ['audio/aac'], copy: 'cleans' },
  ogg: { ending: 'ogg', type: 'audio/ogg', found: ['audio/ogg', 'audio/opus'], copy: 'stays' },
  docx: { ending: 'docx', type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', found: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'], copy: 'unpacks' },
  text: { ending: 'txt', type: 'text/plain; charset=utf-8', found: [], copy: 'nothing' },
} as const satisfies Readonly<Record<string, Kind>>;

export const FILE_KIND_NAMES = Object.keys(FILE_KINDS) as [FileKind, ...FileKind[]]; // the table is not empty
