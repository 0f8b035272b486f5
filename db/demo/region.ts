import { asId, type RegionId } from '../../src/kernel/ids.ts';
import { day, type Day, type Instant } from '../../src/kernel/time.ts';
import { DEMO_MUNICIPALITIES } from '../../src/regions/demo-municipalities.ts';
import { defaultSite, proposedLegalBasis, type PublishedSite } from '../../src/regions/site.ts';
import type { NewRegion } from '../../src/set-up.ts';
import { DEMO_STAFF } from './people.ts';

export const DEMO_REGION: RegionId = asId<'region'>('7d0e1c52-0c5b-4b7e-9a8e-6f2f3c1d4b10');

function literalDay(text: string): Day {
  const found = day(text);
  if (found === undefined) throw new Error('a literal is wrong');
  return found;
}

/** The invented region's public site: numbers from the series reserved for invention. */
export function demoSite(): PublishedSite {
  const base = defaultSite({
    name: 'Voksenvern Nordfjella', phone: '55 55 01 10', talk: '55 55 01 11',
    municipalities: DEMO_MUNICIPALITIES.map(({ number, name }, at) => ({ number, name, childProtection: `55 55 02 ${10 + at}` })),
  });
  const office = { from: '08:00', to: '15:30' };
  return {
    ...base, formOpen: true, legalBasis: proposedLegalBasis(),
    controller: { name: 'Kommunen der personen bor (Fjordby, Havnes, Lia eller Tjernås)', address: 'Rådhusgata 1, 9990 Fjordby' },
    dataProtectionOfficer: { name: 'Personvernombudet i Nordfjella', phone: '55 55 01 30', email: 'personvernombud@nordfjella.example' },
    talk: { ...base.talk, hours: { kind: 'weekly', week: { 1: [office], 2: [office], 3: [office], 4: [office], 5: [office] }, holidays: [], exceptions: [] } },
    reading: { kind: 'always' },
  };
}

/** Everything the set-up of the demo region needs. @param issuer the local sign-in provider's address */
export function demoRegion(host: string, issuer: string, at: Instant): NewRegion {
  return {
    id: DEMO_REGION, host, at, from: literalDay('2020-01-01'), site: demoSite(), organisation: 'Nordfjella krisesenter IKS',
    agreement: 'Samarbeidsavtale om felles mottak, 2020',
    // supervision is let in by a decision, not by the set-up (supervision.ts)
    people: DEMO_STAFF.filter(({ roles }) => !roles.includes('TILSYN')).map(({ pid: _pid, ...person }) => ({ ...person, issuer })),
  };
}
