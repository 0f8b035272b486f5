/** What a home-care record system sends. Invented people and places. */
export const NURSE_MESSAGE = {
  skjemaversjon: '1', sprak: 'nb', fareNa: false, voksen: 'ja',
  avsender: { tjeneste: 'HJEMMETJENESTE', navn: 'Ingunn Prøve', enhet: 'Hjemmetjenesten i Lia', telefon: '55 55 02 11', onskerTilbakemelding: true },
  samtykke: { status: 'GITT_MUNTLIG' },
  person: { kommunenummer: '9903', navn: 'Borghild Eksempel', fodselsar: 1940, aldersgruppe: 'A80', kjonn: 'KVINNE', tryggKontakt: 'Dagsenteret, tirsdager før klokka 12' },
  bekymring: { typer: ['OKONOMISK'], beskrivelse: 'Hun mangler penger til mat, og er redd barnebarnet.', sistSkjedd: 'Forrige uke', skjerFortsatt: 'ja' },
  sarbarhet: ['DEMENS', 'HOY_ALDER'],
  antattOvergriper: { relasjoner: ['BARNEBARN'], navn: 'Jonas Eksempel', borSammen: 'nei', omsorgVergeFullmakt: 'vet-ikke' },
  barnIHjemmet: 'nei',
  kontaktet: { tjenester: ['FASTLEGE'], nar: 'I går' },
  gjortTilNa: 'Vi har snakket med henne alene.',
  personensOnske: 'Hun vil ha orden på pengene.',
} as const;
