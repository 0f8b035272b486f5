import { addCodeValue } from '../../src/cases/commands/code-lists.ts';
import { addDays, osloDay } from '../../src/kernel/time.ts';
import { acting, type Teller } from './live.ts';

const value = (n: number): string => `d0d0d0d0-0000-4000-8000-00000000000${n}`;

/** As a form sends them: the national code and the region's own value under it. */
export const NIGHT_PATROL = `HJEMMETJENESTE:${value(1)}`;
export const DOOR_CAMERA = `VELFERDSTEKNOLOGI:${value(3)}`;
export const ZONE = `HJEMMETJENESTE:${value(5)}`;

const OWN = [
  { n: 1, list: 'TJENESTE', parent: 'HJEMMETJENESTE', nb: 'Nattpatruljen i Tjernås', nn: 'Nattpatrulja i Tjernås', en: 'Night patrol in Tjernås', synonyms: 'Natta, nattjenesten' },
  { n: 2, list: 'TJENESTE', parent: 'NAV', nb: 'Gjeldsrådgiverne i Fjordby', nn: 'Gjeldsrådgjevarane i Fjordby', en: 'Debt advisers in Fjordby', synonyms: '' },
  { n: 3, list: 'TILTAK', parent: 'VELFERDSTEKNOLOGI', nb: 'Dørkamera fra hjelpemiddellageret', nn: 'Dørkamera frå hjelpemiddellageret', en: 'Door camera from the equipment store', synonyms: 'Ringeklokke med kamera' },
  { n: 4, list: 'SAARBARHET', parent: 'PSYKISK_SYKDOM', nb: 'Samleproblem', nn: 'Samleproblem', en: 'Hoarding', synonyms: '' },
  { n: 8, list: 'RELASJON', parent: 'BARN', nb: 'Fosterbarn', nn: 'Fosterbarn', en: 'Foster child', synonyms: '' },
  { n: 9, list: 'UTFALL', parent: 'OVERTATT_TJENESTE', nb: 'Sonelederen har overtatt', nn: 'Soneleiaren har overteke', en: 'The zone manager has taken over', synonyms: '' },
  { n: 5, list: 'MELDER', parent: 'HJEMMETJENESTE', nb: 'Hjemmetjenesten, sone Lia', nn: 'Heimetenesta, sone Lia', en: 'Home care, zone Lia', synonyms: 'Sone Lia' },
] as const;

/** The region has a few names of its own under the national ones, and one that was called something else the first year. */
export async function nameOwn(teller: Teller): Promise<void> {
  const act = acting(teller, teller.clock);
  const today = osloDay(act.now());
  for (const { n, ...words } of OWN) await act.does('kari', addCodeValue, { newId: value(n), ...words, from: today, replaces: '' });
  const talks = { list: 'TILTAK', parent: 'SAMTALE', synonyms: '' };
  await act.does('kari', addCodeValue, { newId: value(6), ...talks, nb: 'Samtalegruppa på frivilligsentralen', nn: 'Samtalegruppa på frivilligsentralen', en: 'Talking group at the volunteer centre', from: today, replaces: '' });
  await act.does('leif', addCodeValue, { newId: value(7), ...talks, nb: 'Møteplassen', nn: 'Møteplassen', en: 'The Meeting Place', synonyms: 'Samtalegruppa', from: addDays(today, 400), replaces: value(6) });
}
