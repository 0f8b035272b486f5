import type { FirstPerson } from '../../src/set-up.ts';

export const ISSUER = 'http://127.0.0.1:3002';

/** Invented staff of the first test region; the subject is what the local sign-in provider calls them. */
export const STAFF: readonly FirstPerson[] = [
  { subject: 'kari', name: 'Kari Nordmo', unit: 'Mottaket', municipality: undefined, roles: ['KOORDINATOR'] },
  { subject: 'jorunn', name: 'Jorunn Vatne', unit: 'Mottaket', municipality: undefined, roles: ['MOTTAK'] },
  { subject: 'even', name: 'Even Strand', unit: 'Hjemmetjenesten', municipality: '9901', roles: ['TEAMMEDLEM'] },
  { subject: 'signe', name: 'Signe Haugland', unit: 'Rus og psykisk helse', municipality: '9902', roles: ['TEAMMEDLEM'] },
  { subject: 'leif', name: 'Leif Brekken', unit: 'Omsorg', municipality: '9901', roles: ['LEDER'] },
  { subject: 'reidun', name: 'Reidun Solli', unit: 'Helse', municipality: '9904', roles: ['TEAMMEDLEM'], reserve: true as const },
  { subject: 'stine', name: 'Stine Moen', unit: 'Styringsgruppen', municipality: '9903', roles: ['STYRINGSGRUPPE'] },
  { subject: 'per', name: 'Per Ombo', unit: 'Personvern', municipality: undefined, roles: ['PERSONVERNOMBUD'] },
  { subject: 'ida', name: 'Ida Drift', unit: 'IT', municipality: undefined, roles: ['SYSTEMADMIN'] },
  { subject: 'arne', name: 'Arne Bakken', unit: 'Arkivet', municipality: undefined, roles: ['ARKIVAR'] },
].map((person) => ({ ...person, issuer: ISSUER }) as FirstPerson); // the literals above are of that shape

export const SMALL_STAFF: readonly FirstPerson[] = [
  { issuer: ISSUER, subject: 'anders', name: 'Anders Sund', unit: 'Mottaket', municipality: '9911', roles: ['KOORDINATOR', 'MOTTAK'] },
  { issuer: ISSUER, subject: 'berit', name: 'Berit Holm', unit: 'Helse', municipality: '9912', roles: ['TEAMMEDLEM'], reserve: true },
];
