import type { KeyObject } from 'node:crypto';
import type { Actor } from './kernel/actor.ts';
import type { UseCase } from './kernel/door.ts';
import type { RegionId, UserId } from './kernel/ids.ts';
import { registerRegion } from './kernel/keyring.ts';
import type { Database } from './kernel/database/connect.ts';
import type { Outcome } from './kernel/outcome.ts';
import type { Day, Instant } from './kernel/time.ts';
import type { House } from './open-house.ts';
import { addMunicipality } from './regions/commands/members.ts';
import { publishSite, setUpRegion } from './regions/commands/site.ts';
import type { PublishedSite } from './regions/site.ts';
import type { Role } from './staff/codes.ts';
import { inviteFirst } from './staff/commands/invite.ts';
import { identityLookup } from './staff/identity.ts';

export type FirstPerson = {
  readonly issuer: string; readonly subject: string; readonly name: string; readonly unit: string;
  /** four digits of a member municipality, or undefined for those who work for all */
  readonly municipality: string | undefined;
  readonly roles: readonly Role[];
  readonly reserve?: true;
};

export type NewRegion = {
  readonly id: RegionId; readonly host: string; readonly site: PublishedSite; readonly from: Day; readonly at: Instant;
  readonly organisation: string; readonly agreement: string; readonly people: readonly FirstPerson[];
};

/** Runs one use case of a set-up and answers its value; throws when it is refused. */
export type Step = <I, F, R>(useCase: UseCase<I, F, R>, input: unknown) => Promise<R>;

/**
 * Sets up a region with the migrator's login: registers it, then enters it. The demo and the tests come this way; answers the
 * people's ids by subject.
 */
export async function setUp(house: House, migrator: Database, region: NewRegion): Promise<ReadonlyMap<string, UserId>> {
  await registerRegion(migrator, house.keys.provider, { id: region.id, host: region.host, at: region.at });
  const system: Actor = { kind: 'system', regionId: region.id, task: 'set_up' };
  return enterRegion(async (useCase, input) => accepted(useCase.name, await house.door.enter(useCase, system, input)), house.deployment.identityKey, region);
}

/** The value of a step; a set-up that is refused is a mistake of ours, told by codes and never by what somebody wrote. */
export function accepted<R>(name: string, outcome: Outcome<R>): R {
  if (!outcome.ok) throw new Error(`set-up: ${name} was refused (${outcome.code} ${JSON.stringify(outcome.fields ?? {})})`);
  return outcome.value;
}

/** Enters member municipalities with their agreements, the first people and the reserve, and publishes the site. Answers the people's ids by subject. */
export async function enterRegion(step: Step, identityKey: KeyObject, region: NewRegion): Promise<ReadonlyMap<string, UserId>> {
  const municipalities = new Map<string, string>();
  for (const { number, name } of region.site.municipalities) {
    const { municipalityId } = await step(addMunicipality, {
      number, name, from: region.from, organisation: region.organisation, agreement: region.agreement, controller: `${name} kommune`, legalBasis: region.site.legalBasis.nb || '–',
    });
    municipalities.set(number, municipalityId);
  }
  const users = new Map<string, UserId>();
  for (const person of region.people) {
    const { userId } = await step(inviteFirst, {
      name: person.name, unit: person.unit, municipalityId: person.municipality === undefined ? null : municipalities.get(person.municipality) ?? null,
      identityLookup: identityLookup(identityKey, person.issuer, person.subject), roles: person.roles,
    });
    users.set(person.subject, userId);
  }
  const reserve = region.people.find((person) => person.reserve === true);
  await step(setUpRegion, { site: region.site, reserveUserId: reserve === undefined ? null : users.get(reserve.subject) ?? null });
  await step(publishSite, {});
  return users;
}
