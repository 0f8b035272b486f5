import type { ReactElement } from 'react';
import { isUuid } from '../../kernel/ids.ts';
import type { Lang } from '../../kernel/texts.ts';
import { NIGHT_CARD, PHONE, TALK_FIELD } from '../../reports/public.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { Button, LinkButton, TextLink } from '../../web/ui/buttons.tsx';
import { DescriptionList, type Fact } from '../../web/ui/facts.tsx';
import { Field } from '../../web/ui/fields.tsx';
import { Form, FormActions, PageHead, Quiet, Row, Stack, Written } from '../../web/ui/layout.tsx';
import { dateWords } from '../../web/ui/moments.ts';
import { Alert, Card } from '../../web/ui/surfaces.tsx';
import { emergencyTexts } from '../texts/emergency-page.ts';
import { nightTexts } from '../texts/night-page.ts';
import { casePageTexts } from '../texts/page.ts';
import type { ReadCard } from '../queries/night-card.ts';
import { FORM_ID, refusalWords } from './faults.ts';
import { EMERGENCY } from './paths.ts';

/** Asked for by reference or by name and code word, with a form that leaves nothing in the address. Never a list, whatever is asked. */
export function NightDeskPage({ request }: { request: StaffRequest }): ReactElement {
  const { lang, refused, form } = request;
  const t = nightTexts[lang];
  const talk = talkOf(request);
  const faults = refused === undefined ? [] : [{ field: FORM_ID, text: refusalWords(refused.code, lang) }];
  return (
    <StaffPage request={request} title={t.heading} current="reception" faults={faults}>
      <PageHead heading={t.heading} lead={t.lead} action={<Back talk={talk} lang={lang} />} />
      <Form action={NIGHT_CARD} id={FORM_ID} hidden={talk === undefined ? {} : { [TALK_FIELD]: talk }}>
        <Field name="name" label={t.name} description={t.nameHint} value={form.one('name')} />
        <Field name="codeWord" label={t.codeWord} description={t.codeWordHint} />
        <p><Quiet>{t.or}</Quiet></p>
        <Field name="reference" label={t.reference} description={t.referenceHint} size={16} value={form.one('reference')} />
        <FormActions><Button>{t.open}</Button></FormActions>
        <p><Quiet>{t.noted}</Quiet></p>
      </Form>
      <Alert kind="info" heading={t.line}><p>{t.lineWhen}</p></Alert>
    </StaffPage>
  );
}

/** One card, large enough to be read with a telephone at the ear. What leads from it to the case is access in an emergency alone. */
export function OpenCardPage({ card, request }: { card: ReadCard; request: StaffRequest }): ReactElement {
  const { lang } = request;
  const t = nightTexts[lang];
  const talk = talkOf(request);
  return (
    <StaffPage request={request} title={t.heading} current="reception">
      <PageHead heading={card.cardAlias ?? t.heading} lead={t.cardOf(card.reference)} action={<Back talk={talk} lang={lang} />} />
      <Stack>
        {card.neverThrough === undefined || card.neverThrough.length === 0 ? null : <Alert kind="warning" heading={casePageTexts[lang].neverThrough}><p><strong>{card.neverThrough.join(' · ')}</strong></p></Alert>}
        <Card heading={t.agreed} symbol="phone"><Written text={card.agreed} /></Card>
        {card.warnings === undefined ? null : (
          <Alert kind="warning" heading={t.warnings}><Written text={card.warnings} />{card.reviewOn === undefined ? null : <p>{(card.due ? t.reviewDue : t.reviewBy)(dateWords(card.reviewOn, lang))}</p>}</Alert>
        )}
        <DescriptionList items={[
          { term: t.safeContact, value: card.safeContact === undefined ? t.noSafeContact : <Written text={card.safeContact} /> },
          { term: t.wake, value: card.wake ?? t.nobody },
        ]} />
        <p><Quiet>{t.logged}</Quiet></p>
        <p>{emergencyTexts[lang].fromCard} <TextLink href={`${EMERGENCY}?ref=${card.reference}`}>{emergencyTexts[lang].heading}</TextLink></p>
        <p><TextLink href={talk === undefined ? NIGHT_CARD : `${NIGHT_CARD}?${TALK_FIELD}=${talk}`}>{t.another}</TextLink></p>
      </Stack>
    </StaffPage>
  );
}

function Back({ talk, lang }: { talk: string | undefined; lang: Lang }) {
  const t = nightTexts[lang];
  return <Row>{talk === undefined ? <LinkButton href="/mottak" small>{t.toInbox}</LinkButton> : <LinkButton href={`${PHONE}/${talk}`} small>{t.back}</LinkButton>}</Row>;
}

function talkOf({ query, form }: StaffRequest): string | undefined {
  const id = form.one(TALK_FIELD) || query.get(TALK_FIELD) || '';
  return isUuid(id) ? id : undefined;
}

/** What stands on a card, for those who read its case. */
export function cardFacts(card: Pick<ReadCard, 'agreed' | 'cardAlias' | 'neverThrough' | 'reviewOn' | 'safeContact' | 'wake' | 'warnings'>, lang: Lang): Fact[] {
  const t = nightTexts[lang];
  const said = (term: string, text: string | undefined): Fact[] => (text === undefined ? [] : [{ term, value: <Written text={text} /> }]);
  return [
    ...said(t.whoCalls, card.cardAlias), ...said(t.agreed, card.agreed), ...said(t.safeContact, card.safeContact), ...said(casePageTexts[lang].neverThrough, card.neverThrough?.join(' · ') || undefined),
    ...said(t.warnings, [card.warnings, card.reviewOn === undefined ? undefined : t.reviewBy(dateWords(card.reviewOn, lang))].filter((text) => text !== undefined).join('\n') || undefined), ...said(t.wake, card.wake),
  ];
}
