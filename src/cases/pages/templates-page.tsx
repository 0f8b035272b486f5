import type { ReactElement } from 'react';
import type { StaffRequest } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { Button, Chip, LinkButton, TextLink } from '../../web/ui/buttons.tsx';
import { TextArea } from '../../web/ui/fields.tsx';
import { Form, FormActions, PageHead, Quiet, Row, Section, Stack, Written } from '../../web/ui/layout.tsx';
import { Alert, Details, Tag } from '../../web/ui/surfaces.tsx';
import { LETTER, LETTER_LANGUAGE } from '../choices/document.ts';
import { BY_HAND, FROM_CASE, NATIONAL } from '../letters/fill.ts';
import type { Templates } from '../queries/documents.ts';
import { templateTexts } from '../texts/template-page.ts';
import { FORM_ID, refusalWords } from './faults.ts';
import { TEMPLATES, templatePath } from './paths.ts';

/** The region's letters: a list, and one of them to write on. What is begun already keeps its words. */
export function TemplatesPage({ templates: { templates }, request }: { templates: Templates; request: StaffRequest }): ReactElement {
  const { lang, query, form, refused } = request;
  const t = templateTexts[lang];
  const chosen = templates.find(({ letter }) => letter === (form.one('letter') || query.get('mal')));
  const code = refused?.fields?.['text'];
  const fault = code === undefined ? undefined : code === 'unknown_field' ? t.fault_unknown_field : code === 'too_long' ? t.fault_too_long : refusalWords('bad_input', lang);
  const faults = refused === undefined ? [] : [fault === undefined ? { field: FORM_ID, text: refusalWords(refused.code, lang) } : { field: 'text', text: fault }];
  const shown = templates[0]?.lang ?? lang;
  return (
    <StaffPage request={request} title={t.heading} more="region" faults={faults}>
      <PageHead heading={chosen === undefined ? t.heading : LETTER.label(chosen.letter, lang)} lead={t.lead} action={chosen === undefined ? undefined : <TextLink href={templatePath(shown)}>{t.all}</TextLink>} />
      <Stack>
        {query.get('gjort') === null ? null : <Alert kind="success"><p>{t.saved}</p></Alert>}
        <Row>{LETTER_LANGUAGE.codes.map((one) => <Chip key={one} href={templatePath(one, chosen?.letter)} selected={one === shown}>{LETTER_LANGUAGE.label(one, lang)}</Chip>)}</Row>
        {chosen === undefined ? <List templates={templates} request={request} /> : <OneTemplate chosen={chosen} fault={fault} request={request} />}
      </Stack>
    </StaffPage>
  );
}

function List({ templates, request: { lang } }: Templates & { request: StaffRequest }) {
  const t = templateTexts[lang];
  return (
    <ul>
      {templates.map(({ letter, lang: shown, own }) => (
        <li key={letter}><Row><TextLink href={templatePath(shown, letter)}>{LETTER.label(letter, lang)}</TextLink>{own ? <Tag tone="info">{t.own}</Tag> : null}</Row></li>
      ))}
    </ul>
  );
}

function OneTemplate({ chosen, fault, request: { lang, form, refused } }: { chosen: Templates['templates'][number]; fault: string | undefined; request: StaffRequest }) {
  const t = templateTexts[lang];
  const { letter, lang: shown, version, text, own } = chosen;
  return (
    <>
      <Form action={TEMPLATES} id={FORM_ID} hidden={{ letter, sprak: shown, version: String(version) }}>
        <TextArea name="text" label={t.text} description={t.textHint} value={refused === undefined ? text : form.one('text')} rows={20} error={fault} />
        <FormActions><Button>{t.save}</Button><LinkButton href={templatePath(shown)} variant="tertiary">{t.cancel}</LinkButton></FormActions>
      </Form>
      <Section heading={t.fields} level={2}>
        <p>{t.fromCase} {FROM_CASE.map((name) => `[[${name}]]`).join(' ')}</p>
        <p>{t.byHand} {BY_HAND.map((name) => `[[${name}]]`).join(' ')}</p>
        <p><Quiet>{t.back}</Quiet></p>
        {own ? <Details summary={t.national}><Written text={NATIONAL[shown][letter]} /></Details> : null}
      </Section>
    </>
  );
}
