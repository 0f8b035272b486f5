import { codeList } from '../kernel/codes.ts';

/** RETURMOTTAKER: who a return is sent to. A closed list, so that no name of a person is ever written here. */
export const RECEIVER = codeList('RETURMOTTAKER', [
  { code: 'BUFDIR', nb: 'Bufdir', nn: 'Bufdir', en: 'Bufdir', source: 'B' },
  { code: 'STATSFORVALTER', nb: 'Statsforvalteren', nn: 'Statsforvaltaren', en: 'County governor', source: 'P' },
  { code: 'KOMMUNE', nb: 'Kommunene i samarbeidet', nn: 'Kommunane i samarbeidet', en: 'The member municipalities', source: 'P' },
  { code: 'FORSKNING', nb: 'Forskningsinstitusjon', nn: 'Forskingsinstitusjon', en: 'Research institution', source: 'B' },
  { code: 'ANNEN', nb: 'Annen offentlig mottaker', nn: 'Annan offentleg mottakar', en: 'Other public receiver', source: 'P' },
]);
export type Receiver = (typeof RECEIVER)['codes'][number];

/** UTLEVERING: why rows may leave. Research needs an approval, and ends. */
export const DECISION_KIND = codeList('UTLEVERING', [
  { code: 'RETUR', nb: 'Retur til myndighet', nn: 'Retur til styresmakt', en: 'Return to an authority', source: 'P' },
  { code: 'FORSKNING', nb: 'Uttrekk til forskning', nn: 'Uttrekk til forsking', en: 'Extract for research', source: 'P' },
]);
