import type { ReactElement } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { Button, LinkButton, TextLink } from '../../web/ui/buttons.tsx';
import { Checkbox } from '../../web/ui/choices.tsx';
import { Field } from '../../web/ui/fields.tsx';
import { Form, FormActions, PageHead, Quiet, Row, Section, Stack } from '../../web/ui/layout.tsx';
import { Reveal, Revealed } from '../../web/ui/reveal.tsx';
import { Alert } from '../../web/ui/surfaces.tsx';
import { CLOCK_NUMBERS, clockField, clocksForm, type ClockNumber } from '../clock-form.ts';
import { clockTexts } from '../texts/clock.ts';
import { CLOCK_IDS, CLOCKS, isAlwaysOn, NO_CHANGES, type ClockId, type RegionClocks } from '../clock-table.ts';
import type { Typed } from '../hours-form.ts';
import { faultLinks, faultsOf, type Faults } from './faults.ts';
import { CLOCK_SETTINGS, DONE, REGION, SITE } from './paths.ts';
import { typedIn } from './site-page.tsx';

const FORM_ID = 'frister';

/** Where the coordinator says how long each step should take, and which deadlines are shown at all. */
export function ClocksPage({ clocks, request }: { clocks: RegionClocks; request: StaffRequest }): ReactElement {
  const { lang, refused } = request;
  const t = clockTexts[lang];
  const typed = refused === undefined ? clocksForm(clocks) : typedIn(request);
  const parts = { typed, faults: faultsOf(refused, lang), lang };
  const card = (clock: ClockId) => <OneClock key={clock} clock={clock} {...parts} />;
  return (
    <StaffPage request={request} title={t.clocks} more="region" faults={faultLinks(refused, lang, clockLabels(lang), FORM_ID)}>
      <PageHead heading={t.clocks} lead={t.lead} action={<LinkButton href={REGION}>{t.toRegion}</LinkButton>} />
      <Stack>
        {refused === undefined && request.query.get('gjort') === DONE.clocks ? <Alert kind="success"><p>{t.saved}</p></Alert> : null}
        {refused?.code === 'changed_meanwhile' ? <Alert kind="warning"><p>{t.changed}</p><p><TextLink href={CLOCK_SETTINGS}>{t.openSaved}</TextLink></p></Alert> : null}
        <p><Quiet>{t.effect}</Quiet> <TextLink href={SITE}>{t.toClosedDays}</TextLink></p>
        <Form action={CLOCK_SETTINGS} id={FORM_ID} hidden={{ version: String(clocks.version) }}>
          <Section heading={t.running}><Stack>{CLOCK_IDS.filter((clock) => CLOCKS[clock].on).map(card)}</Stack></Section>
          <Section heading={t.chosen}><Stack>{CLOCK_IDS.filter((clock) => !CLOCKS[clock].on).map(card)}</Stack></Section>
          <FormActions><Button>{t.save}</Button></FormActions>
        </Form>
      </Stack>
    </StaffPage>
  );
}

type Parts = { readonly typed: Typed; readonly faults: Faults; readonly lang: Lang };

function OneClock({ clock, ...parts }: Parts & { clock: ClockId }) {
  const t = clockTexts[parts.lang];
  const on = clockField(clock, 'on');
  const numbers = CLOCK_NUMBERS[clock].map((number) => <Amount key={number.part} clock={clock} number={number} {...parts} />);
  if (isAlwaysOn(clock)) return <Section heading={t[clock]} level={3}><p><Quiet>{t[`${clock}_about`]}</Quiet></p>{numbers}</Section>;
  return (
    <Reveal>
      <Checkbox name={on} label={t[clock]} description={t[`${clock}_about`]} checked={parts.typed[on] === 'ja'} opens="a" />
      {numbers.length === 0 ? null : <Revealed when="a"><Row gap="l">{numbers}</Row></Revealed>}
    </Reveal>
  );
}

const USUAL = clocksForm(NO_CHANGES);

function Amount({ clock, number, typed, faults, lang }: Parts & { clock: ClockId; number: ClockNumber }) {
  const name = clockField(clock, number.part);
  const usual = USUAL[name] ?? '';
  const value = typed[name] ?? '';
  return (
    <Field name={name} label={numberLabel(clock, number, lang)} description={value === usual ? undefined : clockTexts[lang].usual(Number(usual))} value={value} error={faults[name]}
      inputMode="numeric" size={5} maxLength={4} />
  );
}

function numberLabel(clock: ClockId, { part, unit }: ClockNumber, lang: Lang): string {
  const t = clockTexts[lang];
  if (part === 'amount') return clock === 'FOLLOW_UP' ? t.first : t[unit];
  return t[part];
}

/** What each field is called, for the error summary. */
function clockLabels(lang: Lang): Typed {
  const t = clockTexts[lang];
  return Object.fromEntries(CLOCK_IDS.flatMap((clock) => CLOCK_NUMBERS[clock].map((number) => [clockField(clock, number.part), `${t[clock]} – ${numberLabel(clock, number, lang)}`])));
}
