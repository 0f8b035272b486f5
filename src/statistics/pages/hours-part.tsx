import type { ReactElement } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import { Quiet, Section, Stack } from '../../web/ui/layout.tsx';
import { Table, type Column } from '../../web/ui/table.tsx';
import { exploreTexts } from '../explore-texts.ts';
import { hoursInAll, type PlaceHours } from '../hours.ts';
import { hoursTexts } from '../hours-texts.ts';
import type { OverTime } from '../queries/over-time.ts';
import { LOCALE } from './words.ts';

type Props = { readonly model: OverTime; readonly lang: Lang };

/** What the municipalities wrote, year beside year, and for each case where enough stand behind it. Nothing at all before somebody has written. */
export function HoursOverTime({ model, lang }: Props): ReactElement | null {
  const t = hoursTexts[lang];
  const { places } = model.hours;
  if (places.length === 0) return null;
  const years = yearsIn(places);
  const all: readonly PlaceHours[] = places.length < 2 ? [] : [{ number: '', name: t.all, years: years.map((year) => ({ year, hours: hoursInAll(places, year), months: 12 })) }];
  return (
    <Section heading={t.heading}>
      <Stack>
        <Table<PlaceHours> caption={t.heading} captionHidden rows={[...places, ...all]} rowKey={({ number }) => number} columns={[
          { key: 'place', label: t.municipality, rowHeader: true, cell: ({ name }) => name },
          ...years.map((year): Column<PlaceHours> => ({ key: String(year), label: String(year), number: true, cell: (one) => hoursWords(one, year, lang) })),
        ]} />
        <PerCase model={model} lang={lang} />
        <p><Quiet>{t.about}</Quiet></p>
      </Stack>
    </Section>
  );
}

export function yearsIn(places: readonly PlaceHours[]): number[] {
  return [...new Set(places.flatMap(({ years }) => years.map(({ year }) => year)))].toSorted((a, b) => a - b);
}

/** «1 240», or with how many months it is of; a dash where nothing was written. */
export function hoursWords({ years }: Pick<PlaceHours, 'years'>, year: number, lang: Lang): string {
  const one = years.find((other) => other.year === year);
  if (one === undefined) return '–';
  const hours = one.hours.toLocaleString(LOCALE[lang]);
  return one.months < 12 ? hoursTexts[lang].some(hours, one.months) : hours;
}

function PerCase({ model: { hours: { places, perCase }, units }, lang }: Props) {
  const t = hoursTexts[lang];
  const rows = [...places, { number: '', name: t.all }].filter(({ number }) => perCase.some((one) => one.number === number));
  if (rows.length === 0) return <p>{t.perCase}: {t.perCaseLead}</p>;
  return (
    <Table<(typeof rows)[number]> caption={t.perCase} rows={rows} rowKey={({ number }) => number} columns={[
      { key: 'place', label: t.municipality, rowHeader: true, cell: ({ name }) => name },
      ...units.map((unit): Column<(typeof rows)[number]> => ({ key: String(unit.year), label: exploreTexts[lang].unit(unit.fromYear, unit.year), number: true, cell: ({ number }) => perCase.find((one) => one.number === number && one.year === unit.year)?.hours.toLocaleString(LOCALE[lang]) ?? '–' })),
    ]} />
  );
}
