import { ROLE } from '../staff/codes.ts';
import { PRIVACY_WORKFLOW, type PrivacyStep } from './workflow.ts';

const HEAD = `
## Innsyn og arkiv

Disse stegene står utenfor saken: et krav om innsyn finnes enten det er en sak eller ikke, og det som er kassert, har ingen journal. Tabellen er
\`src/privacy/workflow.ts\`; adgangen spør den samme tabellen.
`;

const COLUMNS = ['Nr.', 'Steg', 'Hvem', 'Skal føres', 'Vilkår', 'Frist', 'Kilde'];

/** The end of docs/workflow.md (bokmål, Markdown), after the steps of a case. */
export function privacyWorkflowDocument(): string {
  const rows: readonly PrivacyStep[] = Object.values(PRIVACY_WORKFLOW);
  const cells = rows.map(({ number, title, who, record, conditions, clock, source }) => [number, title, who.map((role) => ROLE.label(role as Parameters<typeof ROLE.label>[0], 'nb').toLowerCase()).join(', '), record, conditions.join('<br>'), clock, source]); // the table names roles alone (test/privacy/workflow.test.ts)
  return `${HEAD}\n${[COLUMNS, COLUMNS.map(() => '---'), ...cells].map((one) => `| ${one.join(' | ')} |`).join('\n')}\n`;
}
