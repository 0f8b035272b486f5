import type { Lang } from '../../kernel/texts.ts';
import { formatDay, type Day } from '../../kernel/time.ts';
import type { ReturnLine } from '../queries/returns.ts';
import { UNKNOWN, variableOf, type ReturnSchema } from '../schema.ts';
import { schemaOf } from '../schemas.ts';
import { returnTexts } from '../texts.ts';
import type { Fault } from '../validate.ts';

const LOCALE: Readonly<Record<Lang, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };

/** «1. februar 2027». */
export function dayText(on: Day, lang: Lang): string {
  return formatDay(on, LOCALE[lang], { dateStyle: 'long' });
}

/** «Fjordby, Havnes og Tjernås». */
export function named(names: readonly string[], lang: Lang): string {
  return new Intl.ListFormat(LOCALE[lang]).format(names);
}

/** «12 400»; a dash where there is none. */
export function numberText(n: number | undefined, lang: Lang): string {
  return n === undefined ? '–' : n.toLocaleString(LOCALE[lang]);
}

/** «Første halvår 2025» */
export function periodText(key: string, lang: Lang): string {
  const t = returnTexts[lang];
  const year = key.slice(0, 4);
  if (key.endsWith('-1')) return t.firstHalf(year);
  return key.endsWith('-2') ? t.secondHalf(year) : t.year(year);
}

/** «hele 2025»: as it stands inside a sentence. */
function inSentence(text: string, lang: Lang): string {
  return text.charAt(0).toLocaleLowerCase(LOCALE[lang]) + text.slice(1);
}

/** «Nasjonal retur for TryggEst, hele 2025, versjon 1» */
export function returnTitle({ schemaId, period, version }: Pick<ReturnLine, 'schemaId' | 'period' | 'version'>, lang: Lang): string {
  return returnTexts[lang].open(schemaOf(schemaId)?.name[lang] ?? schemaId, inSentence(periodText(period, lang), lang), version);
}

/** What a code of a variable is called. */
export function codeText(schema: ReturnSchema, variable: string, code: string, lang: Lang): string {
  const found = variableOf(schema, variable).values.find((value) => value.code === code);
  return found?.[lang] ?? (code === UNKNOWN ? { nb: 'Ukjent', nn: 'Ukjend', en: 'Unknown' }[lang] : code);
}

/** Which row, which column, what is wrong and what to do. */
export function faultText({ code, table, row, column }: Fault, lang: Lang): string {
  const t = returnTexts[lang];
  const places = [...(table === undefined ? [] : [t.whereTable(table)]), ...(row === undefined ? [] : [t.whereRow(row)]), ...(column === undefined ? [] : [t.whereColumn(column)])];
  const where = places.length === 0 ? t.whereFile : places.join(', ');
  return t.faultWhere(where.charAt(0).toUpperCase() + where.slice(1), t[code]);
}
