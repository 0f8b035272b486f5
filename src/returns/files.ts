import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { rowCodes, shapeOf, valueCodes, YEAR, type Content } from './content.ts';
import { periodKey } from './period.ts';
import { ALL, UNKNOWN, variableOf, type Form, type ReturnSchema, type Variable, type Words } from './schema.ts';

/** The files of a return: the figures twice, what the codes mean twice, and what a machine may check them by. */
export const FILES = ['csv', 'json', 'kodebok-csv', 'kodebok-json', 'skjema'] as const;
export type FileKey = (typeof FILES)[number];

export const TYPES: Readonly<Record<FileKey, string>> = {
  csv: 'text/csv; charset=utf-8', json: 'application/json', 'kodebok-csv': 'text/csv; charset=utf-8', 'kodebok-json': 'application/json', skjema: 'application/schema+json',
};

/** Says what it is and nothing of anybody. */
export function fileName(schema: string, period: { readonly first: string; readonly last: string }, version: number, key: FileKey): string {
  const end: Readonly<Record<FileKey, string>> = { csv: '.csv', json: '.json', 'kodebok-csv': '-kodebok.csv', 'kodebok-json': '-kodebok.json', skjema: '.schema.json' };
  return `${schema.toLowerCase()}-${periodKey(period)}-v${version}${end[key]}`;
}

export function filesOf(schema: ReturnSchema, content: Content): Record<FileKey, string> {
  return { csv: csvOf(schema, content), json: pretty(content), skjema: pretty(jsonSchemaOf(schema, content.form)), ...codebookFiles(schema, content.form) };
}

/** What the codes mean, twice. */
export function codebookFiles(schema: ReturnSchema, form: Form): Record<'kodebok-csv' | 'kodebok-json', string> {
  const book = codebook(schema, form);
  return {
    'kodebok-csv': csv(schema, [['variabel', 'kode', 'nb', 'nn', 'en', 'utgave'], ...book.map(({ variable, code, words }) => [variable, code, words.nb, words.nn, words.en, schema.edition])]),
    'kodebok-json': pretty({ retur: schema.id, utgave: schema.edition, navn: schema.name, koder: book }),
  };
}

export function pretty(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** A cell that a spreadsheet would take for a formula gets a ' before it. */
export function csv(schema: ReturnSchema, rows: readonly (readonly string[])[]): string {
  return stringify(rows.map((row) => [...row]), { delimiter: schema.delimiter, escape_formulas: true, record_delimiter: '\r\n' });
}

/** The same content as the JSON, one number or one case a line. Several values of a case stand between |. */
export function csvOf(schema: ReturnSchema, content: Content): string {
  if (content.form === 'TABELLER') {
    const lines = content.tabeller.flatMap(({ tabell, talt, celler }) => celler.map(({ rad, kolonne, antall }) => [tabell, rad, kolonne ?? '', String(antall), talt]));
    return csv(schema, [['tabell', 'rad', 'kolonne', 'antall', 'talt'], ...lines]);
  }
  const columns = [YEAR, ...(schema.rows?.identifying ?? []), ...(schema.rows?.others ?? [])];
  const word = (value: string | readonly string[] | undefined): string => (value === undefined ? '' : typeof value === 'string' ? value : value.join('|'));
  return csv(schema, [columns, ...content.rader.map((row) => columns.map((column) => word(row[column])))]);
}

export type CodeWords = { readonly variable: string; readonly code: string; readonly words: Words; /** which of our codes stand under it */ readonly from: readonly string[] };

const RARE: Words = { nb: 'Ukjent, eller så sjeldent at det ikke kan sies', nn: 'Ukjent, eller så sjeldan at det ikkje kan seiast', en: 'Unknown, or too rare to be told' };
const EVERY: Words = { nb: 'I alt', nn: 'I alt', en: 'In all' };

/** Every code of the return with its words, and what of ours is counted under it. */
export function codebook(schema: ReturnSchema, form: Form): CodeWords[] {
  const used = form === 'TABELLER'
    ? schema.tables.flatMap((table) => [table.rows, ...(table.columns === undefined ? [] : [table.columns])])
    : [...(schema.rows?.identifying ?? []), ...(schema.rows?.others ?? [])];
  return [...new Set(used)].flatMap((id) => {
    const variable = variableOf(schema, id);
    const codes = form === 'TABELLER' ? [...valueCodes(variable), ALL] : rowCodes(variable);
    return codes.map((code) => ({ variable: id, code, words: wordsOf(variable, code, form), from: Object.entries(variable.map).filter(([, to]) => to === code).map(([ours]) => ours) }));
  });
}

function wordsOf(variable: Variable, code: string, form: Form): Words {
  const own = variable.values.find((value) => value.code === code);
  if (own !== undefined && !(form === 'RADER' && code === UNKNOWN)) return { nb: own.nb, nn: own.nn, en: own.en };
  return code === ALL ? EVERY : RARE;
}

/** JSON Schema 2020-12 of the JSON file. */
export function jsonSchemaOf(schema: ReturnSchema, form: Form): unknown {
  const shape = shapeOf(schema, form);
  return shape === undefined ? {} : z.toJSONSchema(shape);
}
