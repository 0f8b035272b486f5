import { show, submit, type StaffRoute } from '../../web/route.tsx';
import { addMunicipality, mergeMunicipality } from '../commands/members.ts';
import { publishSite, saveSite } from '../commands/site.ts';
import { regionMembers, siteDraft } from '../queries.ts';
import { municipalityName } from './choices.ts';
import { ADD_MEMBER, DONE, MERGE_MEMBER, PREVIEW, PUBLISH, REGION, SITE } from './paths.ts';
import { PreviewPage } from './preview-page.tsx';
import { RegionPage } from './region-page.tsx';
import { SitePage, typedIn } from './site-page.tsx';

const region = show({ path: REGION, query: regionMembers, input: () => ({}), view: (model, request) => <RegionPage model={model} request={request} /> });
const site = show({ path: SITE, query: siteDraft, input: () => ({}), view: (draft, request) => <SitePage draft={draft} request={request} /> });
const preview = show({ path: PREVIEW, query: siteDraft, input: () => ({}), view: (draft, request) => <PreviewPage draft={draft} request={request} /> });

const save = submit({
  path: SITE, command: saveSite, again: site,
  input: (request) => {
    const { changedAt = '', ...typed } = typedIn(request);
    return { typed, changedAt };
  },
  then: () => `${SITE}?gjort=${DONE.saved}`,
});

const publish = submit({ path: PUBLISH, command: publishSite, again: site, input: () => ({}), then: () => `${SITE}?gjort=${DONE.published}` });

const add = submit({
  path: ADD_MEMBER, command: addMunicipality, again: region,
  input: ({ form, demo }) => {
    const number = form.one('number');
    const name = municipalityName(number, demo);
    return {
      number, name, from: form.one('from'), organisation: form.one('organisation'), agreement: form.one('agreement'),
      controller: form.one('controller') || `${name} kommune`, legalBasis: form.one('legalBasis'),
    };
  },
  then: () => `${REGION}?gjort=${DONE.added}`,
});

const merge = submit({
  path: MERGE_MEMBER, command: mergeMunicipality, again: region,
  input: ({ form }) => ({ ends: form.one('ends'), into: form.one('into'), from: form.one('from') }),
  then: () => `${REGION}?gjort=${DONE.merged}`,
});

/** The region: who co-operates, and what the public sees. */
export const REGION_ROUTES: readonly StaffRoute[] = [region, site, preview, save, publish, add, merge];
