/**
 * T20 and T21 of domain reference §9.1, of which a case knows nothing: a request stands apart from any case, and what is disposed of has no journal left to
 * write in. access.ts judges by `who`, docs/workflow.md prints the table (test/privacy/workflow.test.ts), and the rules named there hold the conditions.
 */
export type PrivacyStep = {
  readonly number: 'T20' | 'T21';
  readonly title: string;
  readonly who: readonly string[];
  /** what must be recorded */
  readonly record: string;
  readonly conditions: readonly string[];
  readonly clock: string;
  readonly source: string;
};

const HANDLES = ['KOORDINATOR', 'ARKIVAR'] as const;

export const PRIVACY_WORKFLOW = {
  registerRequest: { number: 'T20', title: 'Registrer et innsynskrav', who: HANDLES, record: 'Hvem som spør, om hvem, når det kom, hvordan svaret kan gis trygt', conditions: ['ingenting blir slått opp'], clock: 'én måned (GDPR art. 12 nr. 3)', source: 'GDPR art. 15' },
  checkIdentity: { number: 'T20', title: 'Sjekk hvem det er', who: HANDLES, record: 'Hvordan vi vet det', conditions: ['kravet er ikke besvart'], clock: '–', source: 'GDPR art. 12 nr. 6' },
  decidePassages: { number: 'T20', title: 'Avgjør stykke for stykke', who: HANDLES, record: 'Gi eller hold tilbake, med hjemmel', conditions: ['kravet er knyttet til en sak, melding eller drøfting', 'den som avgjør, får lese den'], clock: '–', source: 'popplyl § 16; fvl § 19' },
  extendRequest: { number: 'T20', title: 'Si fra at svaret tar lengre tid', who: HANDLES, record: 'Grunnen, når og hvordan hen fikk vite det, og brevet', conditions: ['én gang, og innen den første måneden', 'at kravet er omfattende, sies bare til den som får noe'], clock: 'to måneder til (GDPR art. 12 nr. 3)', source: 'GDPR art. 12 nr. 3' },
  adviseRequest: { number: 'T20', title: 'Gi råd om behandlingen', who: ['PERSONVERNOMBUD'], record: 'Rådet', conditions: ['uten å få vite hvem det gjelder'], clock: '–', source: 'GDPR art. 39' },
  answerRequest: { number: 'T20', title: 'Svar på kravet', who: HANDLES, record: 'Hvilket brev, når og hvordan', conditions: ['alle stykker er avgjort, eller brevet er «verken bekrefte eller avkrefte»', '«fant ingenting»: alle koordinatorer som kravet ikke nevner, har lett, og så reserven'], clock: 'én måned (GDPR art. 12 nr. 3)', source: 'GDPR art. 12' },
  proposeDisposal: { number: 'T21', title: 'Foreslå eksport, avlevering eller kassasjon', who: ['ARKIVAR'], record: 'Regelen, mottakeren, og sjekksummen av filen som skal ut', conditions: ['saken er avsluttet, eller bekymringen eller drøftingen uten sak er ferdig, og et helt kalenderår har gått', 'en regel gir grunnlag', 'filen av hele er laget (ikke ved kassasjon)'], clock: 'hvert år', source: 'arkivforskrifta § 5' },
  confirmDisposal: { number: 'T21', title: 'Bekreft som person nummer to', who: ['LEDER'], record: 'Hvem og når', conditions: ['en annen enn den som foreslo', 'leder i kommunen som eier den', 'regelen gjelder fortsatt'], clock: 'hvert år', source: 'arkivforskrifta § 5' },
  withdrawDisposal: { number: 'T21', title: 'Trekk forslaget', who: ['ARKIVAR', 'LEDER'], record: 'Når', conditions: ['forslaget er ikke bekreftet'], clock: '–', source: 'vår regel' },
  holdCase: { number: 'T21', title: 'Hold noe tilbake fra kassasjon, eller avslutt det', who: ['ARKIVAR', 'LEDER'], record: 'Krav, klage, tilsyn eller politisak, og begrunnelsen', conditions: ['leder: det er kommunens eget'], clock: '–', source: 'GDPR art. 17 nr. 3 e; arkivlova § 12' },
  recordReceipt: { number: 'T21', title: 'Skriv at mottaket er bekreftet', who: ['ARKIVAR'], record: 'Hvem og når', conditions: ['avleveringen er bekreftet av to', 'først da er den ferdig, og det avleverte kan kasseres'], clock: '–', source: 'arkivlova § 14' },
  chooseRequestYears: { number: 'T21', title: 'Bestem hvor lenge innsynskrav uten sak tas vare på', who: ['LEDER'], record: 'Antall hele kalenderår, eller at ingen er bestemt', conditions: ['ingen standard: er ingenting bestemt, slettes ingenting'], clock: '–', source: 'arkivforskrifta § 3' },
} as const satisfies Readonly<Record<string, PrivacyStep>>;
