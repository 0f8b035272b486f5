import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { jsonSchemaOf } from '../../src/returns/files.ts';
import { FORMS } from '../../src/returns/schema.ts';
import { SCHEMAS } from '../../src/returns/schemas.ts';

const FOLDER = new URL('../../docs/schemas/', import.meta.url);
const PUBLISHED = SCHEMAS.flatMap((schema) => FORMS.filter((form) => form === 'TABELLER' || schema.rows !== undefined).map((form) => [`${schema.id.toLowerCase()}-${form.toLowerCase()}-${schema.edition}.schema.json`, schema, form] as const));

describe('a receiver reads beforehand what a return looks like', () => {
  test.each(PUBLISHED)('docs/schemas/%s is what the files are checked by (WRITE_DOCS=1 writes it anew)', (name, schema, form) => {
    const whole = `${JSON.stringify(jsonSchemaOf(schema, form), null, 2)}\n`;
    if (process.env['WRITE_DOCS'] === '1') {
      if (!existsSync(FOLDER)) mkdirSync(FOLDER);
      writeFileSync(new URL(name, FOLDER), whole);
    }
    expect(readFileSync(new URL(name, FOLDER), 'utf8')).toBe(whole);
  });
});
