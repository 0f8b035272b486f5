import { randomUUID } from 'node:crypto';
import type { UseCase } from '../../kernel/door.ts';
import type { SealedObject } from '../../kernel/sealing/object-key.ts';
import type { OpenedFile } from '../../reports/public.ts';
import { keepTyped, Kept } from '../../web/kept-page.tsx';
import { NotHere, show, submit, type StaffRequest, type StaffRoute } from '../../web/route.tsx';
import { saveTemplate } from '../commands/letter-templates.ts';
import { documentFile, letterTemplates, type CaseFileOut } from '../queries/documents.ts';
import { casePageTexts } from '../texts/page.ts';
import { templateTexts } from '../texts/template-page.ts';
import { TextLink } from '../../web/ui/buttons.tsx';
import { Written } from '../../web/ui/layout.tsx';
import { answerForArchive, makeWholeFile } from '../commands/whole.ts';
import { fileBeside, findForArchive, wholeFileOut, wholePage } from '../queries/whole.ts';
import { ARCHIVE, besidePath, CASES, DAY, TEMPLATES, wholeFilePath, wholePath } from './paths.ts';
import { ArchivePage, WholeFilePage } from './whole-page.tsx';
import { TemplatesPage } from './templates-page.tsx';

/** A file that was made and lies sealed, opened whole, or one that came in, opened while it flows; sent as an attachment with a name that tells nothing. */
function made<I, F, R extends CaseFileOut | OpenedFile>(path: string, query: UseCase<I, F, R> & { readonly kind: 'query' }, again: StaffRoute, input: (request: StaffRequest) => unknown): StaffRoute {
  return {
    maker: 'file', method: 'GET', path, access: query.name,
    handle: async (request) => {
      const outcome = await request.door.enter(query, request.person, input(request));
      if (outcome.ok) return { kind: 'file', name: outcome.value.name, type: outcome.value.type, body: bodyOf(outcome.value) };
      if (outcome.code === 'not_found' || outcome.code === 'bad_input' || outcome.code === 'no_document') throw new NotHere(outcome.code);
      return again.handle({ ...request, refused: outcome });
    },
  };
}

function bodyOf(out: CaseFileOut | OpenedFile): Uint8Array | SealedObject {
  return 'bytes' in out ? out.bytes : { facts: out.facts, key: out.key };
}

function caseIn({ params }: StaffRequest): { caseId: string } {
  return { caseId: params['id'] ?? '' };
}

/** By reference; what one may not take out is as little there as what does not exist, and is asked for in the same way. */
const archive: StaffRoute = {
  maker: 'show', method: 'GET', path: ARCHIVE, access: findForArchive.name,
  handle: async (request) => {
    const { door, person, query } = request;
    const found = await door.enter(findForArchive, person, { reference: query.get('ref') ?? undefined });
    if (!found.ok) throw new NotHere(found.code);
    const { reference, caseId } = found.value;
    const page = reference === '' ? undefined : await door.enter(wholePage, person, { caseId: caseId ?? randomUUID() });
    if (page?.ok === true) return { kind: 'go', to: wholePath(page.value.fileId) };
    return { kind: 'page', status: 200, page: <ArchivePage reference={reference} known={false} request={request} /> };
  },
};

/** @param one the page of a case */
export function documentRoutes(one: StaffRoute): StaffRoute[] {
  const templates = show({ path: TEMPLATES, query: letterTemplates, input: ({ query, form, lang }) => ({ lang: form.one('sprak') || (query.get('sprak') ?? lang) }), view: (model, request) => <TemplatesPage templates={model} request={request} /> });
  const save = keepTyped(submit({
    path: TEMPLATES, command: saveTemplate, again: templates,
    input: ({ form }) => ({ letter: form.one('letter'), lang: form.one('sprak'), version: form.one('version'), text: form.one('text') }),
    then: ({ letter, lang }) => `${TEMPLATES}?sprak=${lang}&gjort=${letter}`,
  }), (request, why) => {
    const [t, text] = [casePageTexts[request.lang], request.form.one('text')];
    return text === '' ? undefined : <Kept request={request} why={why} current="cases" words={t} typed={[{ term: templateTexts[request.lang].text, value: <Written text={text} /> }]} on={<TextLink href={DAY}>{t.toDay}</TextLink>} />;
  });
  const document = made(`${CASES}/:id/dokument/:document/:version`, documentFile, one, ({ params }) => ({ caseId: params['id'] ?? '', documentId: params['document'] ?? '', version: params['version'] ?? '' }));
  const whole = show({ path: wholePath(':id'), query: wholePage, input: caseIn, view: (model, request) => <WholeFilePage model={model} request={request} /> });
  const make = submit({ path: wholePath(':id'), command: makeWholeFile, again: whole, input: (request) => ({ ...caseIn(request), newId: request.form.one('newId'), lang: request.form.one('sprak') }), then: ({ fileId }) => `${wholePath(fileId)}?gjort=ja` });
  const answer = submit({ path: `${wholePath(':id')}/inhabil`, command: answerForArchive, again: whole, input: (request) => ({ ...caseIn(request), connection: request.form.one('connection') }), then: ({ fileId, left }) => (left ? ARCHIVE : wholePath(fileId)) });
  const file = made(wholeFilePath(':id', ':whole', ':as'), wholeFileOut, whole, (request) => ({ ...caseIn(request), wholeId: request.params['whole'] ?? '', as: request.params['as'] ?? '' }));
  const beside = made(besidePath(':id', ':whole', ':no'), fileBeside, whole, (request) => ({ ...caseIn(request), wholeId: request.params['whole'] ?? '', no: request.params['no'] ?? '' }));
  return [templates, save, document, whole, make, answer, file, beside, archive];
}
