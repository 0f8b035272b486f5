import type { ReactElement } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import { refusalText } from '../../web/refusals.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { Button, LinkButton } from '../../web/ui/buttons.tsx';
import { DateField, Field, Select } from '../../web/ui/fields.tsx';
import { Form, FormActions, Grid, Row, ScreenOnly, Section, Stack } from '../../web/ui/layout.tsx';
import { ADOPTED_BY, COURSE_GROUP, COURSE_THEME, OUTREACH, ROUTINE } from '../codes.ts';
import { outreachTexts } from '../outreach-texts.ts';
import type { OutreachModel } from '../queries/outreach.ts';
import { OUTREACH_AT } from './paths.ts';

export const ADD_FIELDS = ['on', 'kind', 'name', 'theme', 'group', 'adoptedBy', 'reached', 'replacedOn'] as const;

const KINDS = ['utadrettet', 'kurs', 'rutine'] as const;
type Kind = (typeof KINDS)[number];
const FORM_ID = 'skriv-inn';

/** Which of the three forms is open: the one that was asked for, or that was refused. */
function chosen({ query, refused, form }: StaffRequest): Kind | undefined {
  if (refused !== undefined) return form.one('kind') === ROUTINE ? 'rutine' : form.one('kind') === 'KURS' ? 'kurs' : 'utadrettet';
  return KINDS.find((one) => one === query.get('skriv'));
}

/** Three ways to write something down; one form at a time, each with its own few fields. */
export function AddDone({ model, request }: { readonly model: OutreachModel; readonly request: StaffRequest }): ReactElement {
  const { lang } = request;
  const t = outreachTexts[lang];
  const open = chosen(request);
  return (
    <ScreenOnly>
      <Section heading={t.add} id={FORM_ID}>
        <Stack>
          <Row>{KINDS.map((one) => <LinkButton key={one} href={`${OUTREACH_AT}?skriv=${one}#${FORM_ID}`} variant={one === open ? 'primary' : 'secondary'}>{t[`add_${one}`]}</LinkButton>)}</Row>
          {open === undefined ? null : <OneForm kind={open} model={model} request={request} />}
        </Stack>
      </Section>
    </ScreenOnly>
  );
}

const HIDDEN_KIND: Readonly<Record<Kind, string | undefined>> = { utadrettet: undefined, kurs: 'KURS', rutine: ROUTINE };

function OneForm({ kind, model, request }: { readonly kind: Kind; readonly model: OutreachModel; readonly request: StaffRequest }): ReactElement {
  const { lang, refused, form } = request;
  const t = outreachTexts[lang];
  const field = (name: (typeof ADD_FIELDS)[number], usual = '') => {
    const code = refused?.fields?.[name];
    return { name, label: name === 'on' && kind === 'rutine' ? t.adoptedOn : t[name], value: refused !== undefined && form.has(name) ? form.one(name) : usual, error: code === undefined ? undefined : refusalText(lang, code, t) };
  };
  const fixed = HIDDEN_KIND[kind];
  return (
    <Form action={OUTREACH_AT} hidden={{ newId: model.newId, ...(fixed === undefined ? {} : { kind: fixed }) }}>
      {kind === 'rutine' ? <Field {...field('name')} description={t.nameHint} required /> : null}
      <Grid columns="narrow">
        <DateField {...field('on', model.today)} max={model.today} required />
        {kind === 'utadrettet' ? <Select {...field('kind', 'MOTE')} required empty={false} options={optionsOf(OUTREACH, lang, ({ code }) => code !== 'KURS')} /> : null}
        {kind === 'kurs' ? <><Select {...field('theme')} required options={optionsOf(COURSE_THEME, lang)} /><Select {...field('group')} required options={optionsOf(COURSE_GROUP, lang)} /></> : null}
        {kind === 'rutine' ? <><Select {...field('adoptedBy')} required options={optionsOf(ADOPTED_BY, lang)} /><DateField {...field('replacedOn')} description={t.replacedHint} /></> : <Field {...field('reached')} description={t.reachedHint} inputMode="numeric" size={8} />}
      </Grid>
      <FormActions><Button>{t.save}</Button></FormActions>
    </Form>
  );
}

type Listed = { readonly values: readonly ({ readonly code: string } & Readonly<Record<Lang, string>>)[] };

function optionsOf({ values }: Listed, lang: Lang, isOffered: (value: { readonly code: string }) => boolean = () => true): { value: string; label: string }[] {
  return values.filter(isOffered).map((value) => ({ value: value.code, label: value[lang] }));
}
