import { z } from 'zod';
import { query } from '../../kernel/door.ts';
import { done } from '../../kernel/outcome.ts';
import { osloDay, type Day } from '../../kernel/time.ts';
import { maySeeCountry } from '../access.ts';
import { countryTables, countryYears, type CountryTable, type CountryYear } from '../country.ts';
import { closedFrom } from '../period.ts';
import { ALL, type ReturnSchema, type TableSpec } from '../schema.ts';
import { SCHEMAS, schemaOf } from '../schemas.ts';
import { countRegions, listCountrySums } from '../store/country.ts';

/** How many years stand side by side. */
export const YEARS = 10;

export type Country = {
  readonly schema: ReturnSchema;
  /** all regions there are */
  readonly regions: number;
  /** newest first; whether or not there is anything to show */
  readonly years: readonly CountryYear[];
  /** the year that is shown, where no table was chosen */
  readonly year: CountryYear;
  /** one table over the years, where one was chosen */
  readonly table: TableSpec | undefined;
  /** what is shown, by year: of one year all tables, or of all years one */
  readonly shown: readonly { readonly year: CountryYear; readonly tables: readonly CountryTable[] }[];
  readonly today: Day;
};

/**
 * What the regions have sent as tables, summed over all of them: a year's tables, or one table over ten years. Nothing is counted here, and no
 * region's own numbers can be asked for. Without a year: the newest that enough regions have sent. What is not known is left out.
 */
export const country = query({
  name: 'returns.country',
  schema: z.strictObject({ schema: z.string().max(20).optional(), year: z.int().min(1900).max(2999).optional(), table: z.string().max(20).optional() }),
  facts: async () => ({}),
  access: maySeeCountry,
  run: async (ctx, input) => {
    const [usual] = SCHEMAS;
    const schema = schemaOf(input.schema ?? '') ?? usual;
    if (schema === undefined) throw new RangeError('there is no return');
    const today = osloDay(ctx.now);
    const through = lastYearOver(today);
    const table = schema.tables.find(({ id }) => id === input.table);
    const span = { from: through - YEARS + 1, through };
    const known = await listCountrySums(ctx.tx, schema.id, span, table === undefined ? [] : [table.id], ALL);
    const years = countryYears(known, through, YEARS, schema.edition);
    const year = years.find((one) => one.year === input.year) ?? years.find(({ enough }) => enough) ?? years[0] ?? never();
    const sums = table === undefined ? await listCountrySums(ctx.tx, schema.id, { from: year.year, through: year.year }, schema.tables.map(({ id }) => id)) : known;
    return done<Country>({
      schema, regions: await countRegions(ctx.tx), years, year, table, today,
      shown: (table === undefined ? [year] : years.toReversed()).filter(({ enough }) => enough).map((one) => ({ year: one, tables: countryTables(schema, sums, one) })),
    });
  },
});

/** The last year whose return may have left. */
function lastYearOver(today: Day): number {
  const last = Number(today.slice(0, 4)) - 1;
  return closedFrom({ first: `${last}-01`, last: `${last}-12` }) <= today ? last : last - 1;
}

function never(): never {
  throw new RangeError('there is always a year');
}
