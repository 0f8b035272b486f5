import type { ReactElement } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import { osloDay } from '../../kernel/time.ts';
import { refusalText } from '../../web/refusals.ts';
import { show, submit, type StaffRequest, type StaffRoute } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { Button } from '../../web/ui/buttons.tsx';
import { Checkbox } from '../../web/ui/choices.tsx';
import { Document } from '../../web/ui/document.tsx';
import { ErrorSummary, type FaultLink } from '../../web/ui/error-summary.tsx';
import { TextArea } from '../../web/ui/fields.tsx';
import { Form, FormActions, PageHead, Prose, Quiet, ScreenOnly, Stack, Written } from '../../web/ui/layout.tsx';
import { dateWords } from '../../web/ui/moments.ts';
import { Alert, Details } from '../../web/ui/surfaces.tsx';
import { declare, ownDeclaration, writeDeclaration } from '../commands/declaration.ts';
import type { Declared, Undeclared } from '../declaration.ts';
import { declarationTexts } from '../declaration-texts.ts';
import { safeReturnPath } from '../sign-in/addresses.ts';
import type { Day, Instant } from '../../kernel/time.ts';
import { DECLARATION, DECLARE, WRITE_DECLARATION } from './paths.ts';

type Model = {
  readonly version: number; readonly words: string | undefined; readonly since: Instant | undefined; readonly why: Undeclared | undefined;
  readonly declared: Declared | undefined; readonly until: Day | undefined; readonly mayWrite: boolean; readonly name: string;
};
type Props = { readonly model: Model; readonly request: StaffRequest };

const OWN = ['duty', 'need', 'logged', 'connected', 'everywhere', 'danger', 'punished'] as const;
const WRITTEN = 'tekst';
const ASKS = { never: 'askFirst', new_words: 'askWords', a_year: 'askYear' } as const;

/** Asked before anything is shown, the page stands alone; looked up later, it is a page like any other. */
export function DeclarationPage({ model, request }: Props): ReactElement {
  const { lang, refused } = request;
  const t = declarationTexts[lang];
  const faults = Object.entries(refused?.fields ?? {}).map(([field, code]) => ({ field, text: refusalText(lang, code, t) }));
  const links: FaultLink[] = refused !== undefined && faults.length === 0 ? [{ field: 'accepted', text: refusalText(lang, refused.code, t) }] : faults;
  const { why, declared, until } = model;
  if (why !== undefined) return <Asked model={model} request={request} why={why} links={links} />;
  return (
    <StaffPage request={request} title={t.heading} more="staff" faults={links}>
      <PageHead heading={t.heading} lead={declared === undefined || until === undefined ? undefined : t.knownSince(dateWords(osloDay(declared.at), lang), dateWords(until, lang))} />
      <Stack>
        {refused === undefined && request.query.get('gjort') === WRITTEN ? <Alert kind="success"><p>{t.saved}</p></Alert> : null}
        <Words model={model} lang={lang} />
        {model.mayWrite ? <Write model={model} request={request} error={faults.find(({ field }) => field === 'words')?.text} /> : null}
      </Stack>
    </StaffPage>
  );
}

/** Calm, with nothing else on it: the way on, or out. */
function Asked({ model, request, why, links }: Props & { why: Undeclared; links: readonly FaultLink[] }): ReactElement {
  const { lang } = request;
  const t = declarationTexts[lang];
  const on = safeReturnPath(request.form.has('til') ? request.form.one('til') : request.query.get('til') ?? undefined);
  return (
    <Document lang={lang} title={t.heading} css="staff.css">
      <main className="vv-staff" id="innhold">
        <ErrorSummary faults={links} kept={false} />
        <PageHead heading={t.heading} lead={t[ASKS[why]]} />
        <Prose>
          {on.startsWith('/tekst/') ? <p>{t.kept}</p> : null}
          <Words model={model} lang={lang} />
          <Form action={DECLARE} hidden={{ version: String(model.version), lang, til: on }}>
            <Checkbox name="accepted" label={t.tick} error={links[0]?.text} />
            <FormActions><Button>{t.go}</Button></FormActions>
          </Form>
          <ScreenOnly><Form action="/ut"><Button variant="tertiary">{t.signOut}</Button></Form></ScreenOnly>
          <p><Quiet>{model.name === '' ? t.print : `${model.name}. ${t.print}`}</Quiet></p>
        </Prose>
      </main>
    </Document>
  );
}

function Words({ model: { words, since }, lang }: { model: Model; lang: Lang }) {
  const t = declarationTexts[lang];
  if (words === undefined) return <Prose><ul>{OWN.map((key) => <li key={key}>{t[key]}</li>)}</ul></Prose>;
  return (
    <Prose>
      <Written text={words} />
      {since === undefined ? null : <p><Quiet>{t.ownWords(dateWords(osloDay(since), lang))}</Quiet></p>}
    </Prose>
  );
}

function Write({ model, request: { lang, refused, form }, error }: Props & { error: string | undefined }) {
  const t = declarationTexts[lang];
  return (
    <ScreenOnly>
      <Details summary={t.write} open={refused !== undefined}>
        <Form action={WRITE_DECLARATION} hidden={{ version: String(model.version) }}>
          <Stack>
            <p>{t.writeLead}</p>
            <TextArea name="words" label={t.words} rows={12} value={refused === undefined ? model.words ?? OWN.map((key) => t[key]).join('\n\n') : form.one('words')} error={error} />
          </Stack>
          <FormActions><Button>{t.save}</Button></FormActions>
        </Form>
      </Details>
    </ScreenOnly>
  );
}

const page = show({ path: DECLARATION, query: ownDeclaration, input: () => ({}), view: (model, request) => <DeclarationPage model={model} request={request} /> });

export const DECLARATION_ROUTES: readonly StaffRoute[] = [
  page,
  submit({
    path: DECLARE, command: declare, again: page, input: ({ form }) => ({ version: form.one('version'), lang: form.one('lang'), accepted: form.one('accepted') === 'ja' }),
    then: (_, { form }) => safeReturnPath(form.one('til')),
  }),
  submit({ path: WRITE_DECLARATION, command: writeDeclaration, again: page, input: ({ form }) => ({ version: form.one('version'), words: form.one('words') }), then: () => `${DECLARATION}?gjort=${WRITTEN}` }),
];
