/** An expected "no" is a value: a stable code, looked up in texts.ts, and the fields it concerns. */
export type Refusal = {
  readonly ok: false; readonly code: string; readonly fields?: Readonly<Record<string, string>>;
  /** what was written on the way to this «no» stands: the «no» is itself something to remember (somebody said they are inhabil) */
  readonly kept?: true;
  /** colleagues whom it is about, by name; for the page that asks again, and in no log */
  readonly people?: readonly string[];
};
export type Done<T> = { readonly ok: true; readonly value: T };
export type Outcome<T> = Done<T> | Refusal;

export function done<T>(value: T): Done<T> {
  return { ok: true, value };
}

/** @param fields field name → stable code of what is wrong with it */
export function refuse(code: string, fields?: Readonly<Record<string, string>>): Refusal {
  return fields === undefined ? { ok: false, code } : { ok: false, code, fields };
}
