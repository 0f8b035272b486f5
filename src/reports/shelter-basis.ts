import { SHIELDED } from './codes.ts';

/**
 * krl § 5: that somebody has been in contact with a crisis shelter is a secret of its own. Reception is the shelter's (domain reference §3.4), so
 * whoever works there or coordinates has a basis for knowing; members of the team in the municipalities, leaders and the others have none.
 */
const WITH_BASIS: readonly string[] = ['MOTTAK', 'KOORDINATOR'];

/** @param roles as the asker holds them now; of the reserve who stands in for all coordinators (fvl § 6), theirs too */
export function hasShelterBasis(roles: readonly string[]): boolean {
  return roles.some((role) => WITH_BASIS.includes(role));
}

const SHELTER = 'KRISESENTER';
/** In figures, of cases that the reader may have no part in. In a case itself a measure is the team's own decision: those who are let in carry it out. */
const SHELTER_MEASURES: readonly string[] = ['KRISESENTER_BO', 'KRISESENTER_DAG'];
const SHELTER_BASIS = 'KRL_5_3';

/** Lists of codes, single codes and whole rows, by what they are called in everything that a page is made of. */
const LISTS: Readonly<Record<string, readonly string[]>> = { services: [SHELTER], contacted: [SHELTER], measures: SHELTER_MEASURES };
const SINGLE: readonly string[] = ['reporter', 'service'];
const NOTHING: readonly string[] = [];

/**
 * The same as it was given, without what tells of a shelter: for every view model, whatever it holds. Goes through all of it, so that no
 * page has to remember where such a code may stand. Who reports for a shelter is not named either, nor what they wrote of their basis.
 * @param sees hasShelterBasis of the asker: then nothing is changed
 */
export function shielded<T>(model: T, sees: boolean): T {
  return sees ? model : shieldValue(undefined, model) as T; // the same shape: codes give place to another of their list, and what may be absent is absent
}

/** What holds nothing of it is answered as it is: a case of many years is not copied to be shown. */
function shieldValue(key: string | undefined, value: unknown): unknown {
  if (typeof value === 'string') return shieldWord(key, value);
  if (Array.isArray(value)) return shieldList(key, value);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const holder = value as Readonly<Record<string, unknown>>; // a plain object
  let changed: Record<string, unknown> | undefined;
  const without = gone(key, value);
  for (const name of Object.keys(value)) {
    const one = holder[name];
    if (without.includes(name)) {
      changed ??= { ...holder };
      delete changed[name];
      continue;
    }
    const next = shieldValue(name === 'code' && key === 'reporter' ? 'reporter' : name, one);
    if (next !== one) changed = { ...changed ?? holder, [name]: next };
  }
  return changed ?? value;
}

function shieldList(key: string | undefined, list: readonly unknown[]): readonly unknown[] {
  const codes = (key === undefined ? undefined : LISTS[key]) ?? NOTHING;
  const next = list.map((one) => (typeof one === 'string' ? (codes.includes(one) ? SHIELDED : one) : shieldValue(undefined, one)));
  return next.some((one, at) => one !== list[at]) ? next : list;
}

function shieldWord(key: string | undefined, word: string): string {
  if (word === SHELTER && key !== undefined && SINGLE.includes(key)) return SHIELDED;
  return word === SHELTER_BASIS && key === 'basis' ? SHIELDED : word;
}

const OF_REPORTER: readonly string[] = ['name', 'service', 'phone'];
const OF_BASIS: readonly string[] = ['basisText'];
const OF_SENDER: readonly string[] = ['sender'];

/** Who works at the shelter, and how it says why: these would tell as much as the code. */
function gone(key: string | undefined, holder: object): readonly string[] {
  const reporter = key === 'reporter' && 'code' in holder && holder.code === SHELTER ? OF_REPORTER : NOTHING;
  const basis = 'basis' in holder && holder.basis === SHELTER_BASIS ? OF_BASIS : NOTHING;
  const sender = 'reporter' in holder && typeof holder.reporter === 'object' && holder.reporter !== null && 'code' in holder.reporter && holder.reporter.code === SHELTER ? OF_SENDER : NOTHING;
  return reporter === NOTHING && basis === NOTHING && sender === NOTHING ? NOTHING : [...reporter, ...basis, ...sender];
}

/** What a form gives back of what was shielded in it: whoever may not see the code does not take it away by sending the form either. */
export function unshielded<T>(answers: T, sees: boolean): T {
  if (sees || typeof answers !== 'object' || answers === null || !('services' in answers) || !Array.isArray(answers.services)) return answers;
  return { ...answers, services: answers.services.map((one: unknown) => (one === SHIELDED ? SHELTER : one)) };
}
