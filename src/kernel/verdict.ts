import type { FileId } from './ids.ts';

/** What access.ts answers: never a bare boolean, always with the reason (a stable code, kept in the audit). */
export type Verdict =
  | { readonly allow: true; readonly because: string; /** files whose sealed content may be opened from here on */ readonly files?: readonly FileId[] }
  | { readonly allow: false; readonly because: string };

export function allow(because: string, files?: readonly FileId[]): Verdict {
  return files === undefined ? { allow: true, because } : { allow: true, because, files };
}

export function deny(because: string): Verdict {
  return { allow: false, because };
}
