import { Kept, keepTyped } from '../../web/kept-page.tsx';
import { NotHere, show, submit, type StaffRequest, type StaffRoute } from '../../web/route.tsx';
import { TextLink } from '../../web/ui/buttons.tsx';
import { Written } from '../../web/ui/layout.tsx';
import { approvePublication, sendForApproval } from '../commands/approve.ts';
import { beginPublication, correctPublication, setPeriod } from '../commands/begin.ts';
import { askForFile } from '../commands/files.ts';
import { sayWritingPart } from '../commands/writing.ts';
import { commentPart, resolveComment, writePart } from '../commands/write.ts';
import { publicationList } from '../queries/list.ts';
import { openPart, openPublication, publicationFile } from '../queries/open.ts';
import { documentTexts } from '../texts/page.ts';
import { JOURNAL_ROUTES } from './journal-page.tsx';
import { ListPage } from './list-page.tsx';
import { linesIn, PartPage } from './part-page.tsx';
import { commentPath, DONE, outputPath, partPath, reportPath, REPORTS, resolvedPath, stepPath, writingPath } from './paths.ts';
import { WritingPage } from './writing-line.tsx';
import { ReportPage } from './report-page.tsx';

const idIn = ({ params }: StaffRequest) => ({ publicationId: params['id'] ?? '' });
const partIn = (request: StaffRequest) => ({ ...idIn(request), part: request.params['part'] ?? '' });
const revisionIn = (request: StaffRequest) => ({ ...idIn(request), revision: request.form.one('revision') });
const headIn = ({ form }: StaffRequest) => ({ from: form.one('from').trim(), to: form.one('to').trim(), cutOff: form.one('cutOff') });

const list = show({ path: REPORTS, query: publicationList, input: () => ({}), view: (model, request) => <ListPage model={model} request={request} /> });
const one = show({ path: reportPath(':id'), query: openPublication, input: idIn, view: (model, request) => <ReportPage model={model} request={request} /> });
const part = show({ path: partPath(':id', ':part'), query: openPart, input: partIn, view: (model, request) => <PartPage model={model} request={request} /> });

const begin = submit({
  path: REPORTS, command: beginPublication, again: list,
  input: (request) => ({ newId: request.form.one('newId'), kind: request.form.one('kind'), lang: request.form.one('lang'), ...headIn(request) }), then: ({ publicationId }) => `${reportPath(publicationId)}?gjort=${DONE.begun}`,
});

const then = (said: string) => ({ publicationId }: { readonly publicationId: string }): string => `${reportPath(publicationId)}?gjort=${said}`;
const period = submit({ path: stepPath(':id', 'periode'), command: setPeriod, again: one, input: (request) => ({ ...revisionIn(request), ...headIn(request) }), then: then(DONE.saved) });
const send = submit({ path: stepPath(':id', 'send'), command: sendForApproval, again: one, input: revisionIn, then: then(DONE.sent) });
const approve = submit({ path: stepPath(':id', 'godkjenn'), command: approvePublication, again: one, input: (request) => ({ ...revisionIn(request), said: request.form.one('said') }), then: then(DONE.approved) });
const correct = submit({ path: stepPath(':id', 'rett'), command: correctPublication, again: one, input: (request) => ({ ...idIn(request), newId: request.form.one('newId') }), then: then(DONE.corrected) });
const ask = submit({ path: stepPath(':id', 'fil'), command: askForFile, again: one, input: (request) => ({ ...idIn(request), newId: request.form.one('newId'), edition: request.form.one('edition'), format: request.form.one('format') }), then: then(DONE.asked) });

const write = keepTyped(submit({
  path: partPath(':id', ':part'), command: writePart, again: part,
  input: (request) => ({ ...partIn(request), revision: request.form.one('revision'), text: request.form.one('text'), lines: linesIn(request), notNames: request.form.all('notNames') }), then: then(DONE.saved),
}), kept);
const comment = keepTyped(submit({
  path: commentPath(':id', ':part'), command: commentPart, again: part,
  input: (request) => ({ ...partIn(request), commentId: request.form.one('commentId'), comment: request.form.one('comment') }), then: (_, { params }) => `${partPath(params['id'] ?? '', params['part'] ?? '')}?gjort=${DONE.saved}`,
}), kept);
const resolve = submit({
  path: resolvedPath(':id', ':part'), command: resolveComment, again: part,
  input: (request) => ({ ...partIn(request), commentId: request.form.one('commentId') }), then: (_, { params }) => `${partPath(params['id'] ?? '', params['part'] ?? '')}?gjort=${DONE.saved}`,
});

/** For the page that somebody writes on: says that they do, and answers who else does. */
const writing: StaffRoute = {
  maker: 'save', method: 'POST', path: writingPath(':id', ':part'), access: sayWritingPart.name,
  handle: async (request) => {
    const told = await request.door.enter(sayWritingPart, request.person, { ...partIn(request), writing: request.form.one('skriver') === 'ja' });
    if (!told.ok) throw new NotHere(told.code);
    return { kind: 'page', status: 200, page: <WritingPage names={told.value.others} lang={request.lang} /> };
  },
};

/** A file whose name tells nothing; an internal edition leads to signing in from the report's page; one that is not made yet is as little there as one that does not exist. */
const file: StaffRoute = {
  maker: 'file', method: 'GET', path: outputPath(':output'), access: publicationFile.name,
  handle: async (request) => {
    const { door, person, params, query } = request;
    const outcome = await door.enter(publicationFile, person, { outputId: params['output'] ?? '' });
    if (!outcome.ok && outcome.code === 'sign_in_again') return one.handle({ ...request, params: { id: query.get('rapport') ?? '' }, refused: outcome });
    if (!outcome.ok) throw new NotHere(outcome.code);
    return { kind: 'file', name: outcome.value.name, type: outcome.value.type, body: outcome.value.bytes };
  },
};

/** Reports that people write and that fill themselves. */
export const DOCUMENT_ROUTES: readonly StaffRoute[] = [list, begin, one, period, send, approve, correct, ask, part, writing, write, comment, resolve, file, ...JOURNAL_ROUTES];

function kept(request: StaffRequest, why: 'gone' | 'lost') {
  const { lang, form } = request;
  const t = documentTexts[lang];
  const typed = form.pairs.filter(([name, value]) => (name === 'text' || name === 'comment' || /^l\d/.test(name)) && value.trim() !== '').map(([name, value]) => ({ term: name === 'text' ? t.text : name === 'comment' ? t.comment : t.line(Number(/^l(\d+)/.exec(name)?.[1] ?? 0) + 1), value: <Written text={value} /> }));
  return typed.length === 0 ? undefined : <Kept request={request} why={why} current="figures" words={t} typed={typed} on={<TextLink href={REPORTS}>{t.back}</TextLink>} />;
}
