import { show, submit, type StaffRoute } from '../../web/route.tsx';
import { changeClocks } from '../commands/clocks.ts';
import { addMunicipality, mergeMunicipality, newAgreement } from '../commands/members.ts';
import { addSender, endSender } from '../commands/senders.ts';
import { publishSite, saveSite } from '../commands/site.ts';
import { clockSettings, regionMembers, regionSenders, siteDraft } from '../queries.ts';
import { municipalityName } from './choices.ts';
import { ClocksPage } from './clocks-page.tsx';
import { ADD_MEMBER, CLOCK_SETTINGS, DONE, END_SENDER, MERGE_MEMBER, NEW_AGREEMENT, PREVIEW, PUBLISH, REGION, SENDERS, SITE } from './paths.ts';
import { PreviewPage } from './preview-page.tsx';
import { RegionPage } from './region-page.tsx';
import { SendersPage } from './senders-page.tsx';
import { SitePage, typedIn } from './site-page.tsx';

const region = show({ path: REGION, query: regionMembers, input: () => ({}), view: (model, request) => <RegionPage model={model} request={request} /> });
const site = show({ path: SITE, query: siteDraft, input: () => ({}), view: (draft, request) => <SitePage draft={draft} request={request} /> });
const preview = show({ path: PREVIEW, query: siteDraft, input: () => ({}), view: (draft, request) => <PreviewPage draft={draft} request={request} /> });

const clocks = show({ path: CLOCK_SETTINGS, query: clockSettings, input: () => ({}), view: (model, request) => <ClocksPage clocks={model} request={request} /> });

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

const agree = submit({
  path: NEW_AGREEMENT, command: newAgreement, again: region,
  input: ({ form }) => ({
    municipalityId: form.one('municipalityId'), from: form.one('from'), organisation: form.one('organisation'), agreement: form.one('agreement'),
    controller: form.one('controller'), legalBasis: form.one('legalBasis'),
  }),
  then: () => `${REGION}?gjort=${DONE.agreed}`,
});

const setClocks = submit({
  path: CLOCK_SETTINGS, command: changeClocks, again: clocks,
  input: (request) => {
    const { version = '', ...typed } = typedIn(request);
    return { typed, version };
  },
  then: () => `${CLOCK_SETTINGS}?gjort=${DONE.clocks}`,
});

const sendersPage = show({ path: SENDERS, query: regionSenders, input: () => ({}), view: (model, request) => <SendersPage model={model} request={request} /> });

const letIn = submit({
  path: SENDERS, command: addSender, again: sendersPage,
  input: ({ form }) => ({ name: form.one('name'), organisation: form.one('organisation'), keys: form.one('keys') }),
  then: () => `${SENDERS}?gjort=${DONE.senderIn}`,
});

const shutOut = submit({
  path: END_SENDER, command: endSender, again: sendersPage, input: ({ form }) => ({ senderId: form.one('senderId') }), then: () => `${SENDERS}?gjort=${DONE.senderOut}`,
});

/** The region: who co-operates, what the public sees, and how long things should take. */
export const REGION_ROUTES: readonly StaffRoute[] = [region, site, preview, clocks, save, publish, add, merge, agree, setClocks, sendersPage, letIn, shutOut];
