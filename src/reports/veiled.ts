/** What of a report or a case is covered for whoever reads it now. */
export type Covers = { /** who reported */ readonly reporter: boolean; readonly address: boolean; /** municipality and services */ readonly place: boolean };

/** What tells of a place: empty, so that no page has to know why. */
const PLACES: Readonly<Record<string, unknown>> = { services: [], contacted: [], municipality: '' };
/** A region's own name of a service or a measure may be the name of a place. */
const PLACES_GONE: readonly string[] = ['owner', 'worksWhere', 'service', 'sentFrom', 'local'];
const REPORTER: readonly string[] = ['name', 'service', 'phone', 'local'];

/**
 * The same as it was given, without what is covered. Goes through all of it, so that no page has to remember where a name may stand:
 * in the report, in the case that copied it, in each entry of a journal. Whoever reports for themselves is no reporter here.
 */
export function veiled<T>(model: T, covers: Covers): T {
  return covers.reporter || covers.address || covers.place ? veil(undefined, model, covers) as T : model; // the same shape: what may be absent is absent
}

function veil(key: string | undefined, value: unknown, covers: Covers): unknown {
  if (Array.isArray(value)) return value.filter((one: unknown) => !tellsWho(one, covers)).map((one: unknown) => veil(key, one, covers));
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const kept = Object.entries(value).filter(([name]) => !isGone(key, value, name, covers));
  return Object.fromEntries(kept.map(([name, one]): [string, unknown] => [name, covers.place && name in PLACES ? PLACES[name] : veil(name, one, covers)]));
}

/** The region's own word for where a reporter works (the list MELDER) says more than the national code. */
function tellsWho(one: unknown, covers: Covers): boolean {
  return covers.reporter && typeof one === 'object' && one !== null && 'list' in one && one.list === 'MELDER';
}

function isGone(key: string | undefined, holder: object, name: string, covers: Covers): boolean {
  if (covers.reporter && (name === 'sender' || (key === 'reporter' && !('code' in holder && holder.code === 'UTSATT_SELV') && REPORTER.includes(name)))) return true;
  if (covers.address && name === 'address' && 'protectedAddressHint' in holder) return true;
  return covers.place && PLACES_GONE.includes(name);
}
