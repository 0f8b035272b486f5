import { z } from 'zod';
import { query } from '../kernel/door.ts';
import { done } from '../kernel/outcome.ts';
import { osloDay, type Day, type Instant } from '../kernel/time.ts';
import { mayChangeMembers, maySeeDraft, maySeeMembers } from './access.ts';
import type { SiteMember } from './form.ts';
import { isMember } from './membership.ts';
import { publishedBundleSite } from './published.ts';
import { missingToOpen } from './readiness.ts';
import { publishedSite, type PublishedSite } from './site.ts';
import { findProfile, findPublishedSite, getHost, listAgreements, listMunicipalities, type AgreementRow, type MunicipalityRow } from './store.ts';

/** The public site as it is being edited. */
export type SiteDraft = {
  readonly site: PublishedSite;
  /** the members of today: the site names these, and asks a number to child protection for each */
  readonly members: readonly SiteMember[];
  /** what must be filled in before the form may open, as names of fields (`reserve` is chosen among the staff) */
  readonly missing: readonly string[];
  readonly changedAt: Instant;
  readonly publishedAt: Instant | undefined;
  /** what is published now has its form open */
  readonly publishedOpen: boolean;
  /** the draft says something that is not published */
  readonly unpublished: boolean;
  /** host of the public site */
  readonly host: string;
  readonly now: Instant;
};

export const siteDraft = query({
  name: 'regions.site_draft',
  schema: z.strictObject({}),
  facts: async (ctx) => findProfile(ctx.tx, ctx.regionId),
  access: maySeeDraft,
  run: async (ctx, _input, profile) => {
    const site = publishedSite.parse(profile.draft_site);
    const row = await findPublishedSite(ctx.tx, ctx.regionId);
    const published = row === undefined ? undefined : publishedBundleSite(row.bundle);
    const members = (await listMunicipalities(ctx.tx, ctx.regionId)).filter((one) => isMember(one, osloDay(ctx.now)));
    return done<SiteDraft>({
      site, members: members.map(({ number, name }) => ({ number, name })), missing: missingToOpen(site, profile.reserve_user_id !== null), changedAt: profile.changed_at,
      publishedAt: row?.published_at, publishedOpen: published?.formOpen === true,
      unpublished: published === undefined || !sameSite(published, site), host: await getHost(ctx.tx, ctx.regionId), now: ctx.now,
    });
  },
});

/** Both were read by the same schema, which puts the fields in one order; jsonb has its own for the days of the week. */
function sameSite(one: PublishedSite, other: PublishedSite): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}

export type MemberMunicipality = {
  readonly municipality: MunicipalityRow;
  /** the one it became part of */
  readonly mergedInto: string | undefined;
  /** newest first */
  readonly agreements: readonly AgreementRow[];
};

export type RegionMembers = {
  /** part of it today, or from a day to come */
  readonly members: readonly MemberMunicipality[];
  readonly former: readonly MemberMunicipality[];
  /** the organisations that run reception today, and since when */
  readonly reception: readonly { readonly organisation: string; readonly from: Day }[];
  readonly mayChange: boolean;
  readonly mayEditSite: boolean;
  readonly hasReserve: boolean;
  /** the published site names other municipalities than those of today */
  readonly siteIsBehind: boolean;
  /** to begin from when a municipality is added */
  readonly legalBasis: string;
  readonly today: Day;
};

export const regionMembers = query({
  name: 'regions.members',
  schema: z.strictObject({}),
  facts: async (ctx) => findProfile(ctx.tx, ctx.regionId),
  access: maySeeMembers,
  run: async (ctx, _input, profile) => {
    const today = osloDay(ctx.now);
    const rows = await listMunicipalities(ctx.tx, ctx.regionId);
    const agreements = await listAgreements(ctx.tx, ctx.regionId);
    const published = await findPublishedSite(ctx.tx, ctx.regionId);
    const all = rows.map((municipality): MemberMunicipality => ({
      municipality, mergedInto: rows.find((other) => other.municipality_id === municipality.merged_into)?.name,
      agreements: agreements.filter((one) => one.municipality_id === municipality.municipality_id).toReversed(),
    }));
    const over = ({ municipality }: MemberMunicipality): boolean => municipality.to_day !== null && municipality.to_day < today;
    return done<RegionMembers>({
      members: all.filter((one) => !over(one)), former: all.filter(over), reception: receptionOn(agreements, today),
      mayChange: mayChangeMembers(ctx.actor).allow, mayEditSite: maySeeDraft(ctx.actor).allow, hasReserve: profile.reserve_user_id !== null,
      siteIsBehind: published !== undefined && namesOthers(publishedBundleSite(published.bundle), rows.filter((row) => isMember(row, today))),
      legalBasis: publishedSite.parse(profile.draft_site).legalBasis.nb, today,
    });
  },
});

function receptionOn(agreements: readonly AgreementRow[], on: Day): { organisation: string; from: Day }[] {
  const since = new Map<string, Day>();
  for (const { organisation, from_day: from } of agreements.filter((one) => isMember(one, on))) {
    const known = since.get(organisation);
    if (known === undefined || from < known) since.set(organisation, from);
  }
  return [...since].map(([organisation, from]) => ({ organisation, from }));
}

function namesOthers(site: PublishedSite | undefined, members: readonly MunicipalityRow[]): boolean {
  const named = (numbers: readonly { readonly number: string }[]): string => numbers.map((one) => one.number).toSorted().join();
  return site === undefined || named(site.municipalities) !== named(members);
}
