import type { RegionId } from '../kernel/ids.ts';
import { done, refuse, type Outcome } from '../kernel/outcome.ts';
import { plainLine } from '../kernel/plain-text.ts';
import { day, type Day, type Instant } from '../kernel/time.ts';
import { reader } from '../regions/form.ts';
import type { Typed } from '../regions/hours-form.ts';
import { distinctName, type MunicipalityFact } from '../regions/municipalities.ts';
import { defaultSite, type PublishedMunicipality, type PublishedSite } from '../regions/site.ts';
import type { FirstPerson, NewRegion } from '../set-up.ts';
import type { Role } from '../staff/codes.ts';

/** How many municipalities the form has room for; more are added on the region's own page. */
export const ROOM = 8;
/** The first people, a question each, with what they become. The first two that are needed can confirm each other's proposals. */
export const FIRST_PEOPLE = [
  { key: 'coordinator', roles: ['KOORDINATOR'], needed: true }, { key: 'deputy', roles: ['KOORDINATOR'], needed: false },
  { key: 'leader', roles: ['LEDER'], needed: true }, { key: 'member1', roles: ['TEAMMEDLEM'], needed: false }, { key: 'member2', roles: ['TEAMMEDLEM'], needed: false },
] as const satisfies readonly { key: string; roles: readonly Role[]; needed: boolean }[];
export type FirstKey = (typeof FIRST_PEOPLE)[number]['key'];

export type Around = {
  readonly id: RegionId;
  /** the public site's host by PUBLIC_URL; undefined where the form asks for it */
  readonly host: string | undefined;
  readonly issuer: string;
  readonly known: readonly MunicipalityFact[];
  readonly at: Instant;
};

type Reader = ReturnType<typeof reader>;
const HOST = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?$/;

/**
 * The region that the ten answers describe, its form closed; or every fault at once: `bad_input` with a code per field
 * (those of `regions/form.ts`, and the ones in texts.ts here).
 */
export function readAnswers(typed: Typed, around: Around): Outcome<NewRegion> {
  const read = reader(typed);
  const from = day((typed['from'] ?? '').trim());
  if (from === undefined) read.faults['from'] = 'no_such_day';
  const host = around.host ?? plainLine(typed['host'] ?? '').toLowerCase();
  if (!HOST.test(host)) read.faults['host'] = 'host_shape';
  const site = siteOf(read, municipalitiesOf(read, typed, around.known));
  const organisation = read.line('organisation', 'needed');
  const agreement = read.line('agreement', 'needed');
  const people = peopleOf(read, typed, site.municipalities, around);
  if (from === undefined || Object.keys(read.faults).length > 0) return refuse('bad_input', read.faults);
  return done({ id: around.id, host, site, from: from satisfies Day, at: around.at, organisation, agreement, people });
}

function siteOf(read: Reader, municipalities: PublishedMunicipality[]): PublishedSite {
  const base = defaultSite({ name: read.line('name', 'needed'), municipalities, phone: read.phone('phone-number'), talk: read.phone('talk-number') });
  return {
    ...base,
    phone: { ...base.phone, hours: read.hours('phone') }, talk: { ...base.talk, hours: read.hours('talk') }, reading: read.hours('reading'),
    controller: { name: read.line('controller-name'), address: read.line('controller-address') }, legalBasis: read.words('basis'),
  };
}

function municipalitiesOf(read: Reader, typed: Typed, known: readonly MunicipalityFact[]): PublishedMunicipality[] {
  const found: PublishedMunicipality[] = [];
  for (let row = 1; row <= ROOM; row += 1) {
    const field = `municipality-${row}`;
    const name = plainLine(typed[field] ?? '');
    if (name === '' && (typed[`child-${row}`] ?? '').trim() === '') continue;
    const childProtection = read.phone(`child-${row}`);
    const one = findByName(name, known);
    if (typeof one === 'string') read.faults[field] = one;
    else if (found.some((other) => other.number === one.number)) read.faults[field] = 'municipality_twice';
    else found.push({ number: one.number, name: one.name, childProtection });
  }
  if (found.length === 0 && read.faults['municipality-1'] === undefined) read.faults['municipality-1'] = 'municipality_missing';
  return found;
}

/** By number, by name, or by name and county where two share one. */
function findByName(text: string, known: readonly MunicipalityFact[]): MunicipalityFact | 'municipality_missing' | 'municipality_unknown' | 'municipality_which' {
  if (text === '') return 'municipality_missing';
  const low = text.toLowerCase().replace(/ kommune$/, '');
  const exact = known.find((one) => one.number === low || distinctName(one).toLowerCase() === low);
  const named = exact === undefined ? known.filter((one) => one.name.toLowerCase() === low) : [exact];
  if (named.length > 1) return 'municipality_which';
  return named[0] ?? 'municipality_unknown';
}

function peopleOf(read: Reader, typed: Typed, members: readonly PublishedMunicipality[], around: Around): FirstPerson[] {
  const people: FirstPerson[] = [];
  for (const { key, roles, needed } of FIRST_PEOPLE) {
    const own = ['name', 'subject', 'place'].map((part) => `${key}-${part}`);
    if (!needed && own.every((field) => (typed[field] ?? '').trim() === '')) continue;
    const name = read.line(`${key}-name`, 'needed');
    if (name.length === 1) read.faults[`${key}-name`] = 'name_missing';
    const subject = read.line(`${key}-subject`, 'needed');
    if (subject !== '' && people.some((other) => other.subject === subject)) read.faults[`${key}-subject`] = 'subject_twice';
    const place = read.line(`${key}-place`);
    const at = members.find((one) => one.name.toLowerCase() === place.toLowerCase().replace(/ kommune$/, '') || one.number === place);
    if (place !== '' && at === undefined) read.faults[`${key}-place`] = 'place_not_member';
    people.push({ issuer: around.issuer, subject, name, unit: '', municipality: at?.number, roles });
  }
  return people;
}
