/** What of a report or a case is covered for whoever reads it now. */
export type Covers = { /** who reported */ readonly reporter: boolean; readonly address: boolean; /** municipality and services */ readonly place: boolean };

/** What tells of a place: empty, so that no page has to know why. */
const PLACES: Readonly<Record<string, unknown>> = { services: [], contacted: [], municipality: '' };
const PLACES_GONE: readonly string[] = ['owner', 'worksWhere', 'service', 'sentFrom'];
const REPORTER: readonly string[] = ['name', 'service', 'phone'];

/**
 * The same as it was given, without what is covered. Goes through all of it, so that no page has to remember where a name may stand:
 * in the report, in the case that copied it, in each entry of a journal. Whoever reports for themselves is no reporter here.
 */
export function veiled<T>(model: T, covers: Covers): T {
  return covers.reporter || covers.address || covers.place ? veil(undefined, model, covers) as T : model; // the same shape: what may be absent is absent
}

function veil(key: string | undefined, value: unknown, covers: Covers): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => veil(key, one, covers));
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const kept = Object.entries(value).filter(([name]) => !isGone(key, value, name, covers));
  return Object.fromEntries(kept.map(([name, one]): [string, unknown] => [name, covers.place && name in PLACES ? PLACES[name] : veil(name, one, covers)]));
}

function isGone(key: string | undefined, holder: object, name: string, covers: Covers): boolean {
  if (covers.reporter && (name === 'sender' || (key === 'reporter' && !('code' in holder && holder.code === 'UTSATT_SELV') && REPORTER.includes(name)))) return true;
  if (covers.address && name === 'address' && 'protectedAddressHint' in holder) return true;
  return covers.place && PLACES_GONE.includes(name);
}
