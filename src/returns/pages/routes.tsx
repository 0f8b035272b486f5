import type { UseCase } from '../../kernel/door.ts';
import { Kept, keepTyped } from '../../web/kept-page.tsx';
import { NotHere, show, submit, type StaffRequest, type StaffRoute } from '../../web/route.tsx';
import { TextLink } from '../../web/ui/buttons.tsx';
import { Written } from '../../web/ui/layout.tsx';
import { confirmDecision, endDecision, proposeDecision } from '../commands/decisions.ts';
import { lockReturn, prepareReturn, recordSending, withdrawReturn } from '../commands/returns.ts';
import { country } from '../queries/country.ts';
import { openReturn, returnFile, returnList, type FileOut } from '../queries/returns.ts';
import { COUNTRY_FILES, countryFile, countryFileName } from './country-files.ts';
import { countryTexts } from '../country-texts.ts';
import { TYPES } from '../files.ts';
import { returnTexts } from '../texts.ts';
import { CountryPage } from './country-page.tsx';
import { ReturnListPage } from './list-page.tsx';
import { actPath, CONFIRM_DECISION, COUNTRY, DECISIONS, DONE, END_DECISION, filePath, returnPath, RETURNS } from './paths.ts';
import { ReturnPage } from './return-page.tsx';

const list = show({ path: RETURNS, query: returnList, input: () => ({}), view: (model, request) => <ReturnListPage model={model} request={request} /> });
const returnIn = ({ params }: StaffRequest): { returnId: string } => ({ returnId: params['id'] ?? '' });
const one = show({ path: returnPath(':id'), query: openReturn, input: returnIn, view: (model, request) => <ReturnPage model={model} request={request} /> });

/** A first version, from the list; the next one, from the return that it corrects. */
const prepareFrom = (path: string, again: StaffRoute): StaffRoute => submit({
  path, command: prepareReturn, again,
  input: ({ form }) => ({ returnId: form.one('returnId'), schema: form.one('schema'), period: form.one('period'), form: form.one('form') }),
  then: ({ returnId }) => `${returnPath(returnId)}?gjort=${DONE.prepared}`,
});
const prepare = prepareFrom(RETURNS, list);
const correct = prepareFrom(actPath(':id', 'rett'), one);
const then = (done: string) => ({ returnId }: { returnId: string }) => `${returnPath(returnId)}?gjort=${done}`;
const lock = submit({ path: actPath(':id', 'las'), command: lockReturn, again: one, input: returnIn, then: then(DONE.locked) });
const withdraw = submit({ path: actPath(':id', 'trekk'), command: withdrawReturn, again: one, input: (request) => ({ ...returnIn(request), nobodyHas: request.form.one('nobodyHas') }), then: then(DONE.withdrawn) });
const sent = submit({
  path: actPath(':id', 'sendt'), command: recordSending, again: one, then: then(DONE.sent),
  input: (request) => ({ ...returnIn(request), sendingId: request.form.one('sendingId'), receiver: request.form.one('receiver'), sentOn: request.form.one('sentOn') }),
});

const propose = keepTyped(submit({
  path: DECISIONS, command: proposeDecision, again: list, then: () => `${RETURNS}?gjort=${DONE.proposed}`,
  input: ({ form }) => ({ decisionId: form.one('decisionId'), kind: form.one('kind'), receiver: form.one('receiver'), purpose: form.one('purpose'), approval: form.one('approval'), endsOn: form.one('endsOn') }),
}), (request, why) => {
  const t = returnTexts[request.lang];
  const typed = (['purpose', 'approval'] as const).filter((name) => request.form.one(name).trim() !== '').map((name) => ({ term: t[name], value: <Written text={request.form.one(name)} /> }));
  return typed.length === 0 ? undefined : <Kept request={request} why={why} current="figures" words={t} typed={typed} on={<TextLink href={RETURNS}>{t.back}</TextLink>} />;
});
const decisionIn = ({ form }: StaffRequest) => ({ decisionId: form.one('decisionId') });
const decide = submit({ path: CONFIRM_DECISION, command: confirmDecision, again: list, input: decisionIn, then: () => `${RETURNS}?gjort=${DONE.decided}` });
const end = submit({ path: END_DECISION, command: endDecision, again: list, input: decisionIn, then: () => `${RETURNS}?gjort=${DONE.ended}` });

/** The bytes as they were sealed, as an attachment whose name tells nothing of anybody. */
function attachment<I, F>(path: string, query: UseCase<I, F, FileOut> & { readonly kind: 'query' }, again: StaffRoute): StaffRoute {
  return {
    maker: 'file', method: 'GET', path, access: query.name,
    handle: async (request) => {
      const outcome = await request.door.enter(query, request.person, { ...returnIn(request), file: request.params['fil'] ?? '' });
      if (outcome.ok) return { kind: 'file', name: outcome.value.name, type: outcome.value.type, body: outcome.value.bytes };
      if (outcome.code === 'not_found' || outcome.code === 'bad_input') throw new NotHere(outcome.code);
      return again.handle({ ...request, refused: outcome });
    },
  };
}

/** A mangled address shows the page as it opens. */
const countryIn = ({ query }: StaffRequest) => {
  const [schema, table, year] = [query.get('retur'), query.get('tabell'), query.get('ar')];
  return { ...(schema === null ? {} : { schema: schema.slice(0, 20) }), ...(table === null ? {} : { table: table.slice(0, 20) }), ...(/^(?:19|20)\d{2}$/.test(year ?? '') ? { year: Number(year) } : {}) };
};

/** What the page shows, made when it is asked for; nothing of it is kept. */
const countryOut: StaffRoute = {
  maker: 'file', method: 'GET', path: `${COUNTRY}/fil/:fil`, access: country.name,
  handle: async (request) => {
    const key = COUNTRY_FILES.find((one) => one === request.params['fil']);
    if (key === undefined) throw new NotHere('unknown');
    const outcome = await request.door.enter(country, request.person, countryIn(request));
    if (!outcome.ok) throw new NotHere(outcome.code);
    return { kind: 'file', name: countryFileName(outcome.value, key), type: TYPES[key], body: Buffer.from(countryFile(outcome.value, key, countryTexts[request.lang].note), 'utf8') };
  },
};

/** Returns to others, what lets anonymous rows out, and what all regions have sent. */
export const RETURN_ROUTES: readonly StaffRoute[] = [list, prepare, one, correct, lock, withdraw, sent, attachment(filePath(':id', ':fil'), returnFile, one), propose, decide, end,
  show({ path: COUNTRY, query: country, input: countryIn, view: (model, request) => <CountryPage model={model} request={request} /> }), countryOut,
];
