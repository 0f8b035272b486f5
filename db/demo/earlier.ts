import type { Story } from './story.ts';

/** Shorter stories of the two years before, put together from parts: enough for the tables to have something to show. */
const NAMES = [
  'Anna Myhre', 'Bjarne Foss', 'Gerd Lunde', 'Hans Tangen', 'Inger Rønning', 'Jens Aune', 'Kirsten Bø', 'Magnus Rustad', 'Nils Grimstad', 'Oddny Hauge', 'Petra Nes', 'Randi Myklebust',
  'Sigrid Våge', 'Torbjørn Ås', 'Unni Brenna', 'Vidar Hove', 'Wenche Lie', 'Yngve Tøsse', 'Åse Kleppe', 'Arvid Sund',
] as const;

const SEEN = [
  { hva: 'OKONOMISK', sett: 'Regningene blir ikke betalt, og hun sier at andre har kortet.', tilknytning: 'BARN', situasjon: 'DEMENS' },
  { hva: 'PSYKISK', sett: 'Hun blir kjeftet på hele tiden og tør ikke si hva hun mener.', tilknytning: 'EKTEFELLE', situasjon: 'HOY_ALDER' },
  { hva: 'FYSISK|PSYKISK', sett: 'Han har merker etter slag og vil ikke at vi skal se på dem.', tilknytning: 'BARN', situasjon: 'FYSISK_SYKDOM' },
  { hva: 'OMSORGSSVIKT', sett: 'Han får ikke mat og stell når vi ikke er der.', tilknytning: 'ANNEN_SLEKT', situasjon: 'UTVIKLINGSHEMMING' },
  { hva: 'OKONOMISK|TRUSLER', sett: 'En bekjent låner penger og truer når han vil ha dem tilbake.', tilknytning: 'BEKJENT', situasjon: 'RUS' },
  { hva: 'SEKSUELL', sett: 'Hun forteller om noe som skjedde på kvelden, og blir stille når han kommer.', tilknytning: 'SAMBOER', situasjon: 'UTVIKLINGSHEMMING' },
  { hva: 'MATERIELL|PSYKISK', sett: 'Tingene hennes blir ødelagt når hun sier nei.', tilknytning: 'BARNEBARN', situasjon: 'DEMENS' },
] as const;

const SENDERS = [
  { hvem: 'ansatt', sted: 'HJEMMETJENESTE', tjeneste: 'Hjemmetjenesten' }, { hvem: 'FAMILIE' }, { hvem: 'ansatt', sted: 'FASTLEGE', tjeneste: 'Legekontoret' },
  { hvem: 'ansatt', sted: 'HJEMMETJENESTE', tjeneste: 'Hjemmetjenesten' }, { hvem: 'NABO_BEKJENT' }, { hvem: 'ansatt', sted: 'NAV', tjeneste: 'NAV' },
] as const;

const ENDS = [
  { type: 'MA', reasons: ['VOLD_STANSET'], measure: 'OKONOMISIKRING' }, { type: 'BOR', reasons: ['RISIKO_REDUSERT'], measure: 'SAMTALE' }, { type: 'MA', reasons: ['OVERTATT_TJENESTE'], measure: 'OKT_TJENESTE' },
  { type: 'KAN', reasons: ['OVERTATT_TJENESTE'], measure: 'VEILEDNING_MELDER' }, { type: 'BOR', reasons: ['RISIKO_REDUSERT'], measure: 'SIKKERHETSPLAN' },
] as const;

const AGES = ['A80', 'A67_79', 'A80', 'A40_54', 'A25_39', 'A80', 'A55_66'] as const;
const PLACES = ['9901', '9902', '9901', '9903', '9904', '9901', '9902'] as const;
const COUNT = 38;
const FIRST_DAYS_AGO = 715;
const LAST_DAYS_AGO = 190;

function pick<T>(list: readonly T[], n: number): T {
  const found = list[n % list.length];
  if (found === undefined) throw new Error('an empty list has nothing to pick');
  return found;
}

/** So long ago that a whole calendar year lies between their closing and any day of this one: on the archive's list (privacy/disposal.ts, yearOf). */
const ARCHIVED_DAYS_AGO = [858, 853, 849, 845] as const;

function forTheArchive(daysAgo: number, n: number): Story {
  const story = earlier(n * 6);
  const own = { daysAgo, stage: 'closed', answers: { ...story.answers, navn: pick(NAMES, n + 3), kommune: n === 2 ? '9902' : '9901' } } as const;
  return n === 1 ? { ...story, ...own, notes: [], reasons: ['FEILREGISTRERT'], retention: 'KORT' } : { ...story, ...own };
}

function earlier(n: number): Story {
  const { hvem, ...service } = pick(SENDERS, n * 5 + Math.floor(n / 7));
  const seen = pick(SEEN, n * 3 + Math.floor(n / 5));
  const end = pick(ENDS, n * 2 + Math.floor(n / 4));
  const atWork = 'sted' in service;
  return {
    daysAgo: Math.round(FIRST_DAYS_AGO - (n * (FIRST_DAYS_AGO - LAST_DAYS_AGO)) / COUNT), at: `${String(8 + ((n * 5) % 12)).padStart(2, '0')}:${String((n * 17) % 60).padStart(2, '0')}`,
    stage: n % 6 === 5 ? 'advice' : 'closed', type: end.type, reasons: end.reasons, wish: 'Vil ha det trygt og bestemme selv.', grounds: 'Samlet av det som er meldt og sett.',
    findings: 'Bekymringen ble bekreftet.', advice: 'Råd og veiledning til den som meldte.',
    measures: [{ measure: end.measure, responsible: 'Saksansvarlig', what: 'Gjennomført som avtalt' }],
    answers: {
      fare: 'nei', hvem, voksen: 'ja', spurt: n % 4 === 0 ? 'GITT_SKRIFTLIG' : 'GITT_MUNTLIG', navn: pick(NAMES, n * 7), kommune: pick(PLACES, n), alder: pick(AGES, n * 2 + 1),
      kjonn: n % 3 === 0 ? 'MANN' : 'KVINNE', ...seen, sammen: n % 2 === 0 ? 'ja' : 'nei', barn: 'nei', kontakt: n % 3 === 0 ? 'FASTLEGE|NAV' : 'HJEMMETJENESTE',
      ...(atWork ? { sted: service.sted, tjeneste: service.tjeneste, dittnavn: 'Ansatt i tjenesten', dittnummer: '55 55 03 30', svar: 'ja' } : {}),
    },
  };
}

export const EARLIER: readonly Story[] = Array.from({ length: COUNT }, (_, n) => earlier(n));
export const FOR_THE_ARCHIVE: readonly Story[] = ARCHIVED_DAYS_AGO.map(forTheArchive);
