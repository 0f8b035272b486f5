import { randomUUID } from 'node:crypto';
import { refuse } from '../../kernel/outcome.ts';
import { readAllTraces } from '../../people/public.ts';
import { Kept, keepTyped, type KeptWhy } from '../../web/kept-page.tsx';
import { NotHere, show, submit, type StaffRequest, type StaffRoute } from '../../web/route.tsx';
import { TextLink } from '../../web/ui/buttons.tsx';
import { Written } from '../../web/ui/layout.tsx';
import { findForEmergency, reviewEmergency, takeEmergency } from '../commands/emergency.ts';
import { emergencyTexts } from '../texts/emergency-page.ts';
import { casePageTexts } from '../texts/page.ts';
import { duplicates } from '../queries/duplicates.ts';
import { emergencies } from '../queries/emergencies.ts';
import { search, searchPage } from '../queries/search.ts';
import { caseTexts } from '../texts.ts';
import { DuplicatesPage } from './duplicates-page.tsx';
import { EmergencyPage, REVIEWED } from './emergency-page.tsx';
import { casePath, DAY, duplicatesPath, EMERGENCY, EMERGENCY_REVIEW, LEFT, SEARCH } from './paths.ts';
import { SearchPage } from './search-page.tsx';

const searchForm = show({ path: SEARCH, query: searchPage, input: () => ({}), view: (_model, request) => <SearchPage result={undefined} request={request} /> });

/** Answered where it was asked, so that nothing of it ever stands in an address. */
const searching: StaffRoute = {
  maker: 'submit', method: 'POST', path: SEARCH, access: search.name,
  handle: async (request) => {
    const { door, person, form } = request;
    await readAllTraces(door, person.regionId);
    const found = await door.enter(search, person, { term: form.one('term') });
    if (found.ok) return { kind: 'page', status: 200, page: <SearchPage result={found.value} request={request} /> };
    return searchForm.handle({ ...request, refused: found });
  },
};

const asking: StaffRoute = {
  maker: 'submit', method: 'POST', path: duplicatesPath(':id'), access: duplicates.name,
  handle: async (request) => {
    const { door, person, params } = request;
    await readAllTraces(door, person.regionId);
    const found = await door.enter(duplicates, person, { caseId: params['id'] ?? '' });
    if (!found.ok && (found.code === 'not_found' || found.code === 'bad_input')) throw new NotHere(found.code);
    return { kind: 'page', status: found.ok ? 200 : 422, page: <DuplicatesPage found={found.ok ? found.value : undefined} request={found.ok ? request : { ...request, refused: found }} /> };
  },
};

/** What was written here, where its page went out of reach. */
function keptWords(request: StaffRequest, why: KeptWhy) {
  const { form, lang } = request;
  const typed = (['emergencyReason', 'reviewWord'] as const).filter((name) => form.one(name).trim() !== '').map((name) => ({ term: caseTexts[lang][`field.${name}`], value: <Written text={form.one(name)} /> }));
  return typed.length === 0 ? undefined : <Kept request={request} why={why} current="today" words={casePageTexts[lang]} typed={typed} on={<TextLink href={EMERGENCY}>{emergencyTexts[lang].heading}</TextLink>} />;
}
const kept = (route: StaffRoute): StaffRoute => keepTyped(route, keptWords);

const emergencyPage = show({ path: EMERGENCY, query: emergencies, input: () => ({}), view: (model, request) => <EmergencyPage model={model} request={request} /> });

/** A reference that is nobody's and one of a case that one may not know of are asked for and answered in the same way. */
const taking: StaffRoute = {
  maker: 'submit', method: 'POST', path: EMERGENCY, access: takeEmergency.name, again: emergencyPage,
  handle: async (request) => {
    const { door, person, form } = request;
    const found = await door.enter(findForEmergency, person, { reference: form.one('reference') });
    if (!found.ok) throw new NotHere(found.code);
    const said = Object.fromEntries(['emergencyId', 'connection', 'emergencyReason'].filter((name) => form.one(name) !== '').map((name) => [name, form.one(name)]));
    const taken = await door.enter(takeEmergency, person, { caseId: found.value.caseId ?? randomUUID(), ...said });
    if (taken.ok) return { kind: 'go', to: taken.value.left ? `${DAY}?gjort=${LEFT}` : casePath(taken.value.fileId) };
    return emergencyPage.handle({ ...request, refused: taken.code === 'not_found' ? refuse('emergency_unknown') : taken });
  },
};

const reviewing = submit({
  path: EMERGENCY_REVIEW, command: reviewEmergency, again: emergencyPage,
  input: ({ form }) => ({ caseId: form.one('caseId'), emergencyId: form.one('emergencyId'), emergencyResult: form.one('emergencyResult'), reviewWord: form.one('reviewWord') }),
  then: () => `${EMERGENCY}?gjort=${REVIEWED}`,
});

export const SEARCH_ROUTES: readonly StaffRoute[] = [searchForm, searching, asking, emergencyPage, kept(taking), kept(reviewing)];
