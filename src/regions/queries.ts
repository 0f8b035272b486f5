import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import { query } from '../kernel/door.ts';
import { done } from '../kernel/outcome.ts';
import { osloDay, type Day, type Instant } from '../kernel/time.ts';
import { mayChangeClocks, mayChangeMembers, maySeeDraft, maySeeMembers } from './access.ts';
import type { RegionClocks } from './clock-table.ts';
import { clocksIn } from './clocks.ts';
import { reserveIn } from './commands/reserve.ts';
import type { SiteMember } from './form.ts';
import { isMember } from './membership.ts';
import { publishedBundleSite } from './published.ts';
import { missingToOpen } from './readiness.ts';
import { senders, type Sender } from './senders.ts';
import { publishedSite, type PublishedSite } from './site.ts';
import { findClocks, findProfile, findPublishedSite, findSenders, getHost, listAgreements, listMunicipalities, type AgreementRow, type MunicipalityRow, type ProfileRow } from './store.ts';

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

/** The site as it is edited, and as it was published last; `published` is undefined where that no longer fits today's shape. */
async function sites(ctx: Context, profile: ProfileRow): Promise<{ draft: PublishedSite; published: PublishedSite | undefined; at: Instant | undefined }> {
  const row = await findPublishedSite(ctx.tx, ctx.regionId);
  return { draft: publishedSite.parse(profile.draft_site), published: row === undefined ? undefined : publishedBundleSite(row.bundle), at: row?.published_at };
}

export const siteDraft = query({
  name: 'regions.site_draft',
  schema: z.strictObject({}),
  facts: async (ctx) => findProfile(ctx.tx, ctx.regionId),
  access: maySeeDraft,
  run: async (ctx, _input, profile) => {
    const { draft: site, published, at } = await sites(ctx, profile);
    const members = (await listMunicipalities(ctx.tx, ctx.regionId)).filter((one) => isMember(one, osloDay(ctx.now)));
    return done<SiteDraft>({
      site, members: members.map(({ number, name }) => ({ number, name })), missing: missingToOpen(site, reserveIn(ctx, profile) !== undefined), changedAt: profile.changed_at,
      publishedAt: at, publishedOpen: published?.formOpen === true,
      unpublished: !isDeepStrictEqual(published, site), host: await getHost(ctx.tx, ctx.regionId), now: ctx.now,
    });
  },
});

/** How long each step should take here, to be changed. */
export const clockSettings = query({
  name: 'regions.clocks',
  schema: z.strictObject({}),
  facts: async (ctx) => findClocks(ctx.tx, ctx.regionId),
  access: mayChangeClocks,
  run: async (_ctx, _input, row) => done<RegionClocks>(clocksIn(row)),
});

export type RegionSenders = { readonly senders: readonly Sender[]; /** host of the public site, where they send */ readonly host: string };

/** Record systems that may send reports, to be changed. */
export const regionSenders = query({
  name: 'regions.senders',
  schema: z.strictObject({}),
  facts: (ctx) => findSenders(ctx.tx, ctx.regionId),
  access: maySeeDraft,
  run: async (ctx, _input, kept) => done<RegionSenders>({ senders: senders.parse(kept.senders), host: await getHost(ctx.tx, ctx.regionId) }),
});

export type MemberMunicipality = {
  readonly municipality: MunicipalityRow;
  /** the one it became part of */
  readonly mergedInto: string | undefined;
  /** newest first; one may begin on a day to come */
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
    const { draft, published, at } = await sites(ctx, profile);
    const all = rows.map((municipality): MemberMunicipality => ({
      municipality, mergedInto: rows.find((other) => other.municipality_id === municipality.merged_into)?.name,
      agreements: agreements.filter((one) => one.municipality_id === municipality.municipality_id && tookEffect(one)).toReversed(),
    }));
    const over = ({ municipality }: MemberMunicipality): boolean => municipality.to_day !== null && municipality.to_day < today;
    return done<RegionMembers>({
      members: all.filter((one) => !over(one)), former: all.filter(over), reception: receptionOn(agreements, today),
      mayChange: mayChangeMembers(ctx.actor).allow, mayEditSite: maySeeDraft(ctx.actor).allow, hasReserve: reserveIn(ctx, profile) !== undefined,
      siteIsBehind: at !== undefined && namesOthers(published, rows.filter((row) => isMember(row, today))),
      legalBasis: draft.legalBasis.nb, today,
    });
  },
});

/** One that was to begin after its municipality became part of another never did. */
function tookEffect({ from_day: from, to_day: to }: AgreementRow): boolean {
  return to === null || from <= to;
}

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
