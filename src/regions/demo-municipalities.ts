import type { MunicipalityFact } from './municipalities.ts';

/** Invented municipalities. Norway numbers its counties far below 99, so these can never be taken for real ones. */
export const DEMO_MUNICIPALITIES: readonly MunicipalityFact[] = [
  { number: '9901', name: 'Fjordby', county: '99' },
  { number: '9902', name: 'Havnes', county: '99' },
  { number: '9903', name: 'Lia', county: '99' },
  { number: '9904', name: 'Tjernås', county: '99' },
];

/** Outside the demo region, for reports that belong elsewhere. */
export const DEMO_NEIGHBOUR: MunicipalityFact = { number: '9905', name: 'Nordbø', county: '99' };

/** The second, small region that tests use to see that regions never see each other. */
export const SECOND_DEMO_MUNICIPALITIES: readonly MunicipalityFact[] = [
  { number: '9911', name: 'Sundby', county: '99' },
  { number: '9912', name: 'Holm', county: '99' },
];
