import type { Role } from '../../src/staff/codes.ts';

/** An invented member of staff. National numbers are synthetic (month + 80). */
export type DemoMember = {
  readonly subject: string; readonly name: string; readonly unit: string; readonly municipality: string | undefined; readonly roles: readonly Role[];
  readonly pid: string; readonly reserve?: true;
};

/** The demo region's staff: at least one per role and per municipality, and a leader in each, since each says yes to anonymous rows for itself (decision 0081). */
export const DEMO_STAFF: readonly DemoMember[] = [
  { subject: 'kari', name: 'Kari Nordmo', unit: 'Felles mottak', municipality: undefined, roles: ['KOORDINATOR'], pid: '12885512340' },
  { subject: 'tor', name: 'Tor Eikeland', unit: 'Felles mottak', municipality: '9902', roles: ['KOORDINATOR', 'TEAMMEDLEM'], pid: '03917012341' },
  { subject: 'jorunn', name: 'Jorunn Vatne', unit: 'Felles mottak, natt', municipality: undefined, roles: ['MOTTAK'], pid: '21828512342' },
  { subject: 'amina', name: 'Amina Yusuf', unit: 'Felles mottak', municipality: undefined, roles: ['MOTTAK'], pid: '05899012343' },
  { subject: 'even', name: 'Even Strand', unit: 'Hjemmetjenesten', municipality: '9901', roles: ['TEAMMEDLEM'], pid: '17837812344' },
  { subject: 'signe', name: 'Signe Haugland', unit: 'Rus og psykisk helse', municipality: '9902', roles: ['TEAMMEDLEM'], pid: '30868012345' },
  { subject: 'oddvar', name: 'Oddvar Lien', unit: 'Tildelingskontoret', municipality: '9903', roles: ['TEAMMEDLEM'], pid: '09886512346' },
  { subject: 'reidun', name: 'Reidun Solli', unit: 'Tjenester for funksjonshemmede', municipality: '9904', roles: ['TEAMMEDLEM'], pid: '14897212347', reserve: true },
  { subject: 'leif', name: 'Leif Brekken', unit: 'Helse og omsorg', municipality: '9901', roles: ['LEDER'], pid: '22906012348' },
  { subject: 'stine', name: 'Stine Moen', unit: 'Styringsgruppen', municipality: '9903', roles: ['STYRINGSGRUPPE'], pid: '11847512349' },
  { subject: 'per', name: 'Per Ombo', unit: 'Personvern', municipality: undefined, roles: ['PERSONVERNOMBUD'], pid: '01816812350' },
  { subject: 'arne', name: 'Arne Myrvold', unit: 'Felles arkiv', municipality: undefined, roles: ['ARKIVAR'], pid: '08836812352' },
  { subject: 'ida', name: 'Ida Drift', unit: 'IT', municipality: undefined, roles: ['SYSTEMADMIN'], pid: '19919112351' },
  { subject: 'astrid', name: 'Astrid Fossen', unit: 'Kommuneledelsen', municipality: '9901', roles: ['KOMMUNEDIREKTOR'], pid: '24856112352' },
  { subject: 'ragnhild', name: 'Ragnhild Aasebø', unit: 'Statsforvalteren', municipality: undefined, roles: ['TILSYN'], pid: '13867712353' },
  { subject: 'gunn', name: 'Gunn Tveito', unit: 'Helse og mestring', municipality: '9902', roles: ['LEDER'], pid: '06837212354' },
  { subject: 'asle', name: 'Asle Kolstad', unit: 'Helse og velferd', municipality: '9903', roles: ['LEDER'], pid: '18916812355' },
  { subject: 'magne', name: 'Magne Rustad', unit: 'Helse og omsorg', municipality: '9904', roles: ['LEDER'], pid: '27887912356' },
];

/** Who signs in for each of the two regions beside, so that whoever tries the product sees what a region is met by that a case is sent to; the names of the others there are their roles. */
export const NEIGHBOUR_STAFF = [
  { subject: '9911-koordinator', name: 'Hilde Myran', region: 'Sundby', pid: '15847112357' },
  { subject: '9912-koordinator', name: 'Trond Aspelund', region: 'Holm', pid: '20886412358' },
] as const;
