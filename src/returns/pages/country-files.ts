import type { Country } from '../queries/country.ts';
import { codebookFiles, csv, pretty } from '../files.ts';

/** The figures twice, and what the codes mean twice. */
export const COUNTRY_FILES = ['csv', 'json', 'kodebok-csv', 'kodebok-json'] as const;
export type CountryFile = (typeof COUNTRY_FILES)[number];

/** What the page shows, as a file. @param note what holds for every number, in the reader's language */
export function countryFile(model: Country, key: CountryFile, note: string): string {
  const { schema } = model;
  switch (key) {
    case 'csv': return csv(schema, [['retur', 'utgave', 'ar', 'regioner', 'har_sendt', 'tabell', 'rad', 'kolonne', 'antall'], ...lines(model)]);
    case 'json': return pretty({
      retur: schema.id, regioner: model.regions, merknad: note,
      ar: model.shown.map(({ year, tables }) => ({
        ar: year.year, utgave: year.edition, harSendt: year.regions, harIkkeSendt: model.regions - year.regions - year.others, iAnnenUtgave: year.others,
        tabeller: tables.map(({ spec, cells }) => ({ tabell: spec.id, celler: cells.map(({ row_code: rad, column_code: kolonne, shown: antall }) => ({ rad, ...(kolonne === '' ? {} : { kolonne }), antall })) })),
      })),
    });
    default: return codebookFiles(schema, 'TABELLER')[key];
  }
}

function lines({ schema, regions, shown }: Country): string[][] {
  return shown.flatMap(({ year, tables }) => tables.flatMap(({ spec, cells }) => cells.map((cell) =>
    [schema.id, year.edition, String(year.year), String(regions), String(year.regions), spec.id, cell.row_code, cell.column_code, String(cell.shown)])));
}

/** Says what it is and nothing of anybody. */
export function countryFileName({ schema, table, year, years }: Country, key: CountryFile): string {
  const end: Readonly<Record<CountryFile, string>> = { csv: '.csv', json: '.json', 'kodebok-csv': '-kodebok.csv', 'kodebok-json': '-kodebok.json' };
  const what = table === undefined ? String(year.year) : `${years.at(-1)?.year ?? ''}-${years[0]?.year ?? ''}-${table.id.toLowerCase()}`;
  return `landet-${schema.id.toLowerCase()}-${what}${end[key]}`;
}
