import type { Outcome } from '../../kernel/outcome.ts';
import { DAY_MS, toMs, type Clock, type Instant } from '../../kernel/time.ts';
import { discoverIssuer, type IssuerSettings, type StaffIssuer } from './oidc.ts';

/** An issuer that is looked up when it is first needed: the house starts, and says so, also while the issuer is down. */
export type IssuerSource = { readonly settings: IssuerSettings; readonly get: () => Promise<Outcome<StaffIssuer>> };

/** Metadata is fetched anew after a day, as ID-porten asks; the old is used on if that fails. A failure is never remembered. */
export function issuerSource(settings: IssuerSettings, clock: Clock): IssuerSource {
  let known: { readonly issuer: Outcome<StaffIssuer>; readonly at: Instant } | undefined;
  let underWay: Promise<Outcome<StaffIssuer>> | undefined;
  const look = async (): Promise<Outcome<StaffIssuer>> => {
    const found = await discoverIssuer(settings, clock);
    if (found.ok) known = { issuer: found, at: clock() };
    return known?.issuer ?? found;
  };
  return {
    settings,
    get: async () => {
      if (known !== undefined && toMs(clock()) - toMs(known.at) < DAY_MS) return known.issuer;
      underWay ??= look().finally(() => {
        underWay = undefined;
      });
      return underWay;
    },
  };
}
