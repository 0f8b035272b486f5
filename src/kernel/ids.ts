import { randomBytes, randomUUID } from 'node:crypto';

export type Id<Of extends string> = string & { readonly __id: Of };
export type RegionId = Id<'region'>;
export type FileId = Id<'file'>;
export type UserId = Id<'user'>;
export type MunicipalityId = Id<'municipality'>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
export const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Whether a text has the shape of a UUID (lower case). */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** Brands a text as an id. Throws when it is no UUID: callers check untrusted text with isUuid first. */
export function asId<Of extends string>(text: string): Id<Of> {
  if (!isUuid(text)) throw new RangeError('not an id');
  return text as Id<Of>; // the shape was just checked
}

const NOBODYS = '00000000-0000-4000-8000-000000000000';
/** No file has this id: what is not there is asked for by it, with the same statements as what is. */
export const NO_FILE = asId<'file'>(NOBODYS);
/** Nobody's id: what is asked for the system alone is asked by it. */
export const NO_USER = asId<'user'>(NOBODYS);

/** Chance as an argument, so that tests and the demo region can repeat it. */
export type Chance = { uuid: () => string; bytes: (n: number) => Buffer };

export const systemChance: Chance = { uuid: randomUUID, bytes: randomBytes };

/** A reference that people read out: `2026-K7QF3M` (30 random bits; never a running number, which would tell how many there are). */
export function reference(year: number, chance: Chance): string {
  return `${year}-${[...chance.bytes(6)].map((b) => CROCKFORD[b % 32]).join('')}`;
}
