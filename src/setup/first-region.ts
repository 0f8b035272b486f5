import { sql } from 'kysely';
import { z } from 'zod';
import { FOLLOWERS } from '../followers.ts';
import { writeAudit } from '../kernel/audit/write.ts';
import type { Context } from '../kernel/context.ts';
import { errorCode } from '../kernel/database/connect.ts';
import { command, openDoor } from '../kernel/door.ts';
import { systemChance } from '../kernel/ids.ts';
import { done, refuse } from '../kernel/outcome.ts';
import { signStatement } from '../kernel/sealing/intake.ts';
import { newRegionKey, openRegionKeys } from '../kernel/sealing/region-keys.ts';
import type { Clock } from '../kernel/time.ts';
import type { House } from '../open-house.ts';
import { accepted, enterRegion, type NewRegion, type Step } from '../set-up.ts';
import { maySetUp } from '../staff/access.ts';
import { identityLookup } from '../staff/identity.ts';

/** kernel.register_first_region: there is a region already */
const TAKEN = 'VV004';

/**
 * Sets up the first region of a real database in one transaction with the house's login: a door of its own, whose way to the
 * region's keys is to make them. Whatever fails, nothing is left (test: database/setup). `taken`: somebody was faster.
 */
export async function setUpFirstRegion(house: House, clock: Clock, region: NewRegion): Promise<'done' | 'taken'> {
  const { provider, rootPrivate } = house.keys;
  const wrapped = await newRegionKey(provider, region.id);
  const door = openDoor({
    database: house.database, followers: FOLLOWERS, clock, chance: systemChance,
    keysOf: async (id, tx) => {
      await sql`select kernel.register_first_region(${id}::uuid, ${region.host}, ${wrapped}::bytea, ${clock()}::timestamptz)`.execute(tx);
      return openRegionKeys(provider, wrapped, id);
    },
    sign: (bytes) => signStatement(rootPrivate, bytes),
    identityLookup: (subject) => identityLookup(house.deployment.identityKey, region.people[0]?.issuer ?? '', subject),
  });
  try {
    const outcome = await door.enter(firstRegion(house, region), { kind: 'system', regionId: region.id, task: 'set_up' }, {});
    accepted(NAME, outcome);
    return 'done';
  } catch (error) {
    if (errorCode(error) === TAKEN) return 'taken';
    throw error;
  }
}

const NAME = 'setup.first_region';

function firstRegion(house: House, region: NewRegion) {
  return command({
    name: NAME,
    schema: z.strictObject({}),
    facts: async () => ({}),
    access: maySetUp,
    run: async (ctx) => done(await enterRegion(stepIn(ctx), house.deployment.identityKey, region)),
  });
}

/** Each step is judged and audited as it would be alone. A refusal throws: the door would keep the rest of the transaction. */
function stepIn(ctx: Context): Step {
  return async (useCase, input) => {
    const parsed = useCase.schema.safeParse(input);
    if (!parsed.success) return accepted(useCase.name, refuse('bad_input', Object.fromEntries(parsed.error.issues.map((issue) => [issue.path.map(String).join('.'), issue.message]))));
    const facts = await useCase.facts(ctx, parsed.data);
    const verdict = facts === undefined ? undefined : useCase.access(ctx.actor, facts, parsed.data);
    if (facts === undefined || verdict?.allow !== true) return accepted(useCase.name, refuse('not_found'));
    const value = accepted(useCase.name, await useCase.run(ctx, parsed.data, facts));
    await writeAudit(ctx, useCase.name, `done:${verdict.because}`);
    return value;
  };
}
