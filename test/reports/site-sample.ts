import { defaultSite, proposedLegalBasis, type PublishedSite } from '../../src/regions/site.ts';

const OFFICE = [{ from: '08:00', to: '15:30' }];
const WEEK = { kind: 'weekly' as const, week: { 1: OFFICE, 2: OFFICE, 3: OFFICE, 4: OFFICE, 5: OFFICE }, holidays: [], exceptions: [] };

const begun = defaultSite({
  name: 'Voksenvern Nordfjella', phone: '55 55 01 00', talk: '55 55 01 12',
  municipalities: [
    { number: '9901', name: 'Fjordby', childProtection: '55 55 02 01' }, { number: '9902', name: 'Havnes', childProtection: '55 55 02 02' },
    { number: '9903', name: 'Lia', childProtection: '55 55 02 03' }, { number: '9904', name: 'Tjernås', childProtection: '55 55 02 04' },
  ],
});

/** A region whose form is open and whose reception reads on working days. */
export const SITE: PublishedSite = {
  ...begun, formOpen: true, reading: WEEK, talk: { ...begun.talk, hours: WEEK }, legalBasis: proposedLegalBasis(),
  controller: { name: 'Fjordby kommune', address: 'Torget 1, Fjordby' },
  dataProtectionOfficer: { name: 'Personvernombudet i Nordfjella', phone: '55 55 01 20', email: 'ombud@fjordby.example' },
};
