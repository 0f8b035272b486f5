import { addMs, MINUTE } from '../../src/kernel/time.ts';
import { send, type Teller } from './live.ts';

/** One place sent more than a whole municipality does. Most of it says the same; one is honest, and lies among the others until somebody reads it. */
const FLOOD = { fare: 'nei', hvem: 'NABO_BEKJENT', voksen: 'usikker', spurt: 'IKKE_SPURT', kommune: '9904', hva: 'PSYKISK', barn: 'vet-ikke' };
const SENT = [
  { ...FLOOD, navn: 'Ola Normann', sett: 'Sjekk denne.' },
  { ...FLOOD, navn: 'Ola Normann', sett: 'Sjekk denne.' },
  { ...FLOOD, navn: 'Ola Normann', sett: 'Sjekk denne nå.' },
  { ...FLOOD, navn: 'Magnhild Eide', hvem: 'FAMILIE', voksen: 'ja', barn: 'nei', sett: 'Jeg sitter på biblioteket og skriver. Tante får ikke ringe oss lenger, og han svarer alltid for henne.' },
  { ...FLOOD, navn: 'Kari Normann', sett: 'Test test.' },
];

/** «Mange på én gang», late on the last morning, as the page with one button lets it through. */
export async function crowd(teller: Teller): Promise<void> {
  const { clock, end } = teller;
  clock.now = addMs(end, -30 * MINUTE);
  for (const answers of SENT) {
    clock.now = addMs(clock.now, MINUTE);
    await send(teller, { answers, crowded: true });
  }
}
