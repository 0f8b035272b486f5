import { createSecretKey, randomBytes } from 'node:crypto';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { done, refuse } from '../../src/kernel/outcome.ts';
import { sealingKey } from '../../src/kernel/sealing/aead.ts';
import { openStorage, type Storage } from '../../src/kernel/storage.ts';
import { openHouse, type House } from '../../src/open-house.ts';
import { REGION_ROUTES } from '../../src/regions/pages/routes.tsx';
import { STAFF_ROUTES_ADMIN } from '../../src/staff/pages/routes.tsx';
import type { StaffSignIn } from '../../src/staff/sign-in/flow.ts';
import type { StaffMember } from '../../src/staff/sign-in/ports.ts';
import { findVisitor } from '../../src/staff/sign-in/register.ts';
import type { StaffRoute } from '../../src/web/route.tsx';
import { keptRoutes } from '../../src/web/kept-routes.tsx';
import { staffApp } from '../../src/web/staff/app.tsx';
import { ISSUER } from '../support/people.ts';
import type { World } from '../support/world.ts';

/** A house that knows the sign-in provider, as src/house.ts opens it. */
export async function houseWithIssuer(world: World): Promise<House> {
  return openHouse({ databaseUrl: world.url('house'), keysDir: world.keysDir, clock: () => world.clock.now, connections: 3, issuer: ISSUER });
}

export type StaffHouse = { readonly url: string; readonly close: () => Promise<void> };

/**
 * The administration's pages over HTTP (or those that are asked for), with `beforeSignIn` beside them. Who asks stands in the cookie `who`, or is judged
 * by `signIn`; `files`: where sealed objects lie; everything else is as in the house.
 */
export async function staffHouse(world: World, beforeSignIn: Hono = new Hono(), routes: readonly StaffRoute[] = [...REGION_ROUTES, ...STAFF_ROUTES_ADMIN], signIn: (world: World, house: House) => StaffSignIn = cookieSignIn, files: Storage = openStorage(join(world.keysDir, '../files'))): Promise<StaffHouse> {
  const house = await houseWithIssuer(world);
  let app = new Hono();
  const server = serve({ fetch: (request: Request) => app.fetch(request), hostname: '127.0.0.1', port: 0 });
  await new Promise((resolve) => { server.once('listening', resolve); });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // listening on a port
  app = staffApp({
    door: house.door, files, routes: [...routes, ...keptRoutes(routes)], signIn: signIn(world, house), signInRoutes: beforeSignIn, clock: () => world.clock.now, markKey: MARK_KEY, demo: true, https: false,
    houseOrigin: url, health: async (c) => c.json({}),
  });
  return {
    url,
    close: async () => {
      await new Promise((resolve) => { server.close(resolve); });
      await house.close();
    },
  };
}

/** Seals whose page a form comes from. */
export const MARK_KEY = sealingKey(createSecretKey(randomBytes(32)));

/** Nobody has marked this machine. */
export const NO_MACHINE: StaffSignIn['machine'] = { isShared: () => false, share: async () => [], lock: async () => undefined, whose: async () => undefined };

/** Whoever the cookie says: who=kari. */
export function cookieSignIn(world: World, house: Pick<House, 'door'>): StaffSignIn {
  const seen = new Map<string, StaffMember>();
  const nobody = async (): Promise<never> => {
    throw new Error('these tests sign nobody in');
  };
  return {
    machine: NO_MACHINE,
    waits: () => undefined, startSignIn: nobody, completeSignIn: nobody, signOut: nobody, frontChannelLogout: nobody, framedBy: async () => [],
    findMember: async (_region, userId) => seen.get(userId),
    whoIs: async (cookies) => {
      const subject = /who=(\w+)/.exec(cookies ?? '')?.[1];
      if (subject === undefined) return refuse(`session.${/ended=(\w+)/.exec(cookies ?? '')?.[1] ?? 'none'}`);
      const person = await world.person(subject);
      const session = { regionId: person.regionId, userId: person.userId, idHash: '', issuer: ISSUER, sid: undefined, idleMs: 0, absoluteMs: 0, createdAt: person.signedInAt, lastSeenAt: person.signedInAt, authTime: person.signedInAt };
      const member = await house.door.unaudited(person.regionId, 'test', (ctx) => findVisitor(ctx, session));
      if (member === undefined) return refuse('session.disabled');
      seen.set(person.userId, member);
      return done({ session, person: member });
    },
  };
}
