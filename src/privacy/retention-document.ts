import { ENDINGS, RETENTION_TABLE } from './codes/retention.ts';

const HEAD = `# Hvor lenge alt tas vare på

Én rad for hver type dokumentasjon som løsningen har: loven, hvor lenge, fra når, hva som avslutter den, og hva i koden som gjør det. Tabellen er
\`src/privacy/codes/retention.ts\`. Hver tabell i databasen hører til nøyaktig én rad (\`test/walls/retention.test.ts\`), så noe nytt kan ikke lagres uten at noen har svart på hvor lenge.

Løsningen sletter ingen dokumentasjon av seg selv (arkivlova § 13). Det som er nytt, eller som bevaringsforskrifta ikke nevner, skal tas vare på til Nasjonalarkivet har bestemt (§ 3), og
tilbys arkivet. Det som går av seg selv, var aldri dokumentasjon, eller ligger et annet sted. Sperring (GDPR art. 18) stanser bruken og sletter ingenting; en sak som holdes tilbake, kasseres ikke.
`;

const COLUMNS = ['Hva', 'Lov', 'Hvor lenge', 'Fra', 'Hvordan det ender', 'I koden'];

/** docs/retention.md (bokmål, Markdown). */
export function retentionDocument(): string {
  const cells = RETENTION_TABLE.map(({ record, law, keeps, from, ends, by }) => [record, law, keeps, from, ENDINGS[ends], by.map((path) => `\`${path}\``).join('<br>') || 'ingenting tar det bort']);
  const tables = RETENTION_TABLE.filter((one) => one.tables.length > 0).map((one) => [one.record, one.tables.map((name) => `\`${name}\``).join(', ')]);
  const table = (rows: readonly (readonly string[])[]): string => rows.map((one) => `| ${one.join(' | ')} |`).join('\n');
  return `${HEAD}\n${table([COLUMNS, COLUMNS.map(() => '---'), ...cells])}\n\n## Hvor det ligger\n\n${table([['Hva', 'Tabeller'], ['---', '---'], ...tables])}\n`;
}
