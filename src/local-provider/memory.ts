import type { Adapter, AdapterPayload } from 'oidc-provider';

type Kept = { readonly payload: AdapterPayload; readonly until: number };

/** Where the provider keeps its sessions and codes: in this process, gone when it stops, which a demo wants. */
export function memoryAdapters(now: () => number): (model: string) => Adapter {
  const kept = new Map<string, Kept>();
  const live = (key: string): AdapterPayload | undefined => {
    const found = kept.get(key);
    if (found === undefined || found.until > now()) return found?.payload;
    kept.delete(key);
    return undefined;
  };
  return (model) => memoryAdapter(kept, live, model, now);
}

function memoryAdapter(kept: Map<string, Kept>, live: (key: string) => AdapterPayload | undefined, model: string, now: () => number): Adapter {
  const key = (id: string): string => `${model}:${id}`;
  const search = (fits: (payload: AdapterPayload) => boolean): AdapterPayload | undefined => {
    for (const [name] of kept) {
      const payload = name.startsWith(`${model}:`) ? live(name) : undefined;
      if (payload !== undefined && fits(payload)) return payload;
    }
    return undefined;
  };
  return {
    upsert: async (id, payload, seconds) => {
      for (const [name, { until }] of kept) if (until <= now()) kept.delete(name);
      kept.set(key(id), { payload, until: seconds === undefined ? Infinity : now() + seconds * 1000 });
    },
    find: async (id) => live(key(id)),
    findByUid: async (uid) => search((payload) => payload.uid === uid),
    findByUserCode: async (userCode) => search((payload) => payload.userCode === userCode),
    consume: async (id) => {
      const payload = live(key(id));
      if (payload !== undefined) payload.consumed = Math.floor(now() / 1000);
    },
    destroy: async (id) => void kept.delete(key(id)),
    // An interaction names the grant too, but must outlive it: somebody else may be signing in over the one who had it.
    revokeByGrantId: async (grantId) => {
      for (const [name, { payload }] of kept) if (payload.grantId === grantId && /^(AccessToken|AuthorizationCode):/.test(name)) kept.delete(name);
    },
  };
}
