import type { Lang } from '../../kernel/texts.ts';
import { RadioGroup } from '../../web/ui/choices.tsx';
import { Field, TextArea } from '../../web/ui/fields.tsx';
import { Grid, Stack } from '../../web/ui/layout.tsx';
import { Reveal, Revealed } from '../../web/ui/reveal.tsx';
import type { Typed } from '../hours-form.ts';
import { WEEKDAYS, type Weekday } from '../opening-hours.ts';
import { OPENING_HOURS_TEXTS } from '../texts/opening-hours.ts';
import { regionTexts } from '../texts/page.ts';
import type { Faults } from './faults.ts';

export function weekdayName(name: Weekday, lang: Lang): string {
  const word = OPENING_HOURS_TEXTS[lang].weekdays(name, name);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** What the fields of one set of hours are called, for the error summary. */
export function hoursLabels(prefix: string, question: string, lang: Lang): Typed {
  const t = regionTexts[lang];
  const label = (text: string): string => `${question} – ${text}`;
  return {
    [`${prefix}-kind`]: question,
    ...Object.fromEntries(WEEKDAYS.map((name) => [`${prefix}-${name}`, label(weekdayName(name, lang))])),
    [`${prefix}-holidays`]: label(t.holidays), [`${prefix}-holidayTimes`]: label(t.holidayTimes), [`${prefix}-exceptions`]: label(t.exceptions),
  };
}

export type HoursFieldsProps = {
  readonly prefix: string; readonly question: string; readonly hint?: string | undefined;
  readonly typed: Typed; readonly faults: Faults; readonly lang: Lang;
};

/** Opening hours: around the clock, at fixed times (a line per weekday), or not decided. */
export function HoursFields({ prefix, question, hint, typed, faults, lang }: HoursFieldsProps) {
  const t = regionTexts[lang];
  const field = (name: string) => ({ name: `${prefix}-${name}`, value: typed[`${prefix}-${name}`] ?? '', error: faults[`${prefix}-${name}`] });
  return (
    <Reveal>
      <RadioGroup {...field('kind')} label={question} description={hint} options={[
        { value: 'always', label: t.always }, { value: 'weekly', label: t.weekly, opens: 'a' }, { value: 'unknown', label: t.notSaid, description: t.notSaidHint },
      ]} />
      <Revealed when="a">
        <Stack>
          <p>{t.weekHint}</p>
          <Grid columns="narrow">{WEEKDAYS.map((name) => <Field key={name} {...field(String(name))} label={weekdayName(name, lang)} />)}</Grid>
          <Grid>
            <RadioGroup {...field('holidays')} label={t.holidays} options={[
              { value: 'as-weekday', label: t.holidaysAs }, { value: 'closed', label: t.holidaysClosed }, { value: 'own', label: t.holidaysOwn },
            ]} />
            <Field {...field('holidayTimes')} label={t.holidayTimes} optional />
          </Grid>
          <TextArea {...field('exceptions')} label={t.exceptions} description={t.exceptionsHint} rows={3} optional />
        </Stack>
      </Revealed>
    </Reveal>
  );
}
