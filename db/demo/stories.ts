import { DOOR_CAMERA, NIGHT_PATROL } from './code-lists.ts';
import type { Story } from './story.ts';

/** Invented people and events. What they have in common with real ones is what all such cases have in common. */
export const STORIES: readonly Story[] = [
  {
    daysAgo: 0, at: '06:40', stage: 'sent',
    answers: { fare: 'nei', hvem: 'FAMILIE', voksen: 'ja', spurt: 'IKKE_TRYGT', navn: 'Borghild Kvamme', kommune: '9903', alder: 'A80', kjonn: 'KVINNE', hva: 'OKONOMISK|PSYKISK', sett: 'Broren min henter pensjonen til mor hver måned. Hun har ikke penger til medisin. Hun sier at hun ikke tør å nekte ham, og at jeg ikke må si noe.', situasjon: 'DEMENS', tilknytning: 'BARN', sammen: 'ja', barn: 'nei', dittnavn: 'Mona Kvamme', dittnummer: '55 55 03 21', svar: 'ja' },
  },
  {
    daysAgo: 0, at: '01:15', stage: 'sent', easy: true,
    answers: { fare: 'nei', hvem: 'UTSATT_SELV', voksen: 'ja', onske: 'Jeg vil bestemme hvem som kommer inn til meg.', kallenavn: 'Rød', trygg: 'Tirsdag mellom 10 og 11 på aktivitetssenteret. Aldri telefon.', kommune: '9902', hva: 'PSYKISK|SOSIAL_KONTROLL', sett: 'Han som hjelper meg leser alt på telefonen min. Han blir sint når jeg vil ut.', situasjon: 'FYSISK_FUNKSJON|AVHENGIG_AV_UTOVER', tilknytning: 'SAMBOER', sammen: 'ja', barn: 'nei', fortsatt: 'ja', sprak: 'ENKLE_ORD', kode: 'nei' },
  },
  {
    daysAgo: 2, at: '17:30', stage: 'read',
    answers: { fare: 'nei', hvem: 'NABO_BEKJENT', voksen: 'ja', spurt: 'IKKE_TRYGT', navn: 'Kvamme, Borgild', kommune: '9903', aar: '1940', kjonn: 'KVINNE', hva: 'OMSORGSSVIKT', sett: 'Hun sitter i mørket om kvelden og sier at strømmen er dyr. Postkassa er full av purringer.', situasjon: 'HOY_ALDER', sammen: 'vet-ikke', barn: 'nei', dittnavn: 'Tordis Brekke', dittnummer: '55 55 03 29', svar: 'nei' },
  },
  {
    daysAgo: 1, at: '19:05', stage: 'sent',
    answers: { fare: 'nei', hvem: 'NABO_BEKJENT', voksen: 'ja', spurt: 'IKKE_TRYGT', navn: 'Peder Solberg', kommune: 'annen', annenkommune: 'Nordbø', alder: 'A67_79', kjonn: 'MANN', hva: 'OMSORGSSVIKT|ULOVLIG_TVANG', sett: 'Han blir låst inne på rommet om kvelden. Jeg hører at han banker på døra.', sist: 'i går kveld', fortsatt: 'ja', situasjon: 'UTVIKLINGSHEMMING', tilknytning: 'ANSATT', jobber: 'ja', jobbhvor: 'bofellesskapet', flere: 'ja', flereantall: '2', flereom: 'Naboen hans på gangen har det på samme måte.', sammen: 'nei', barn: 'nei', anonym: 'ja', svar: 'nei' },
  },
  {
    daysAgo: 1, at: '14:20', stage: 'read',
    answers: { fare: 'nei', hvem: 'ansatt', sted: 'HJEMMETJENESTE', voksen: 'ja', spurt: 'GITT_MUNTLIG', navn: 'Ragnhild Tveit', kommune: '9901', alder: 'A80', kjonn: 'KVINNE', hva: 'OMSORGSSVIKT|FYSISK', sett: 'Blåmerker på begge overarmene ved morgenstell mandag og torsdag. Hun sier at datteren blir sliten og tar hardt i henne.', situasjon: 'DEMENS|HOY_ALDER', tilknytning: 'BARN', sammen: 'ja', barn: 'nei', kontakt: 'FASTLEGE', dittnavn: 'Ingunn Aasen', tjeneste: 'Hjemmetjenesten, sone nord', dittnummer: '55 55 03 22', svar: 'ja' },
  },
  {
    daysAgo: 1, at: '02:20', stage: 'opened',
    answers: { fare: 'ja', hvem: 'NABO_BEKJENT', voksen: 'ja', spurt: 'IKKE_TRYGT', navn: 'Solveig Hagen', kommune: '9904', alder: 'A67_79', kjonn: 'KVINNE', adresse: 'Bakkeveien 4', hva: 'TRUSLER|FYSISK', sett: 'Jeg hører skrik hver helg. I natt ropte sønnen at han skulle ta livet av henne.', tilknytning: 'BARN', sammen: 'ja', barn: 'nei', kontakt: 'POLITI' },
  },
  {
    daysAgo: 6, at: '11:30', stage: 'proposed', type: 'MA', wish: 'Vil at det skal bli rolig hjemme.',
    answers: { fare: 'nei', hvem: 'ansatt', sted: 'RUSTJENESTE', voksen: 'ja', spurt: 'GITT_MUNTLIG', navn: 'Geir Moe', kommune: '9902', alder: 'A40_54', kjonn: 'MANN', hva: 'OKONOMISK|TRUSLER', sett: 'To bekjente bor hos ham uten lov, bruker bankkortet hans og truer med å kaste ham ut av egen leilighet.', situasjon: 'RUS|PSYKISK_SYKDOM', tilknytning: 'BEKJENT', sammen: 'ja', barn: 'nei', kontakt: 'NAV', dittnavn: 'Line Berge', tjeneste: 'Oppfølgingstjenesten', dittnummer: '55 55 03 23', svar: 'ja' },
    grounds: 'Han kan ikke beskytte seg selv mot de to, og de styrer pengene hans.',
  },
  {
    daysAgo: 12, at: '10:10', stage: 'classified', type: 'BOR', wish: 'Vil snakke mer med kontakten sin først.',
    answers: { fare: 'nei', hvem: 'ansatt', sted: 'DAGTILBUD', voksen: 'ja', spurt: 'DELVIS', navn: 'Marit Holte', kommune: '9901', alder: 'A25_39', kjonn: 'KVINNE', hva: 'PSYKISK|NETT', sett: 'Hun sender bilder og penger til en mann hun aldri har møtt. Hun er redd for hva han gjør hvis hun slutter.', situasjon: 'UTVIKLINGSHEMMING', tilknytning: 'UKJENT_NETT', sammen: 'nei', barn: 'nei', dittnavn: 'Jan Roar Vik', tjeneste: 'Dagsenteret', dittnummer: '55 55 03 24', svar: 'ja' },
    second: {
      daysAgo: 1,
      answers: { fare: 'nei', hvem: 'FAMILIE', voksen: 'ja', spurt: 'GITT_MUNTLIG', navn: 'Marit Holte', kommune: '9901', alder: 'A25_39', kjonn: 'KVINNE', hva: 'NETT|OKONOMISK', sett: 'Søsteren min har lånt penger av meg tre ganger denne måneden, og sier at han må ha dem for å komme på besøk.', tilknytning: 'UKJENT_NETT', sammen: 'nei', barn: 'nei', svar: 'ja' },
    },
  },
  {
    daysAgo: 26, at: '13:45', stage: 'investigated', type: 'MA', wish: 'Vil bo hjemme, men ikke være redd.',
    answers: { fare: 'nei', hvem: 'ansatt', sted: 'HJEMMETJENESTE', voksen: 'ja', spurt: 'MANGLER_KOMPETANSE', grunn: 'FVL_13B_7', grunntekst: 'Hun kan ikke selv be om hjelp, og blir sykere uten medisin.', navn: 'Astrid Fjeld', kommune: '9903', alder: 'A80', kjonn: 'KVINNE', hva: 'OMSORGSSVIKT|OKONOMISK', sett: 'Kjøleskapet er tomt, medisinene blir ikke hentet, og barnebarnet møter oss i døra og sier at alt er i orden.', situasjon: 'DEMENS|ISOLASJON_OKONOMI', tilknytning: 'BARNEBARN', sammen: 'nei', omsorg: 'ja', barn: 'nei', kontakt: 'FASTLEGE', dittnavn: 'Kristin Rud', tjeneste: 'Hjemmetjenesten', dittnummer: '55 55 03 25', svar: 'ja' },
    knows: { ground: 'P16_C', again: 24 },
    voice: [{ says: 'Jeg vil ikke at det skal bli bråk. Men jeg vil ha mat i huset.', phase: 'START', by: 'Oddvar, på dagsenteret', how: ['ALENE'] }],
    notes: ['Snakket med henne alene på dagsenteret. Hun gjentok flere ganger: «Han mener det ikke vondt.» Hun vet ikke hva hun har på kontoen.', 'Fastlegen vurderer samtykkekompetansen i økonomiske spørsmål på fredag.'],
    addition: 'I dag var døra låst fra utsiden da vi kom.',
    safety: {
      factors: { ALENE: 'Ingen andre enn tjenesten kommer inn.', AVHENGIG: 'Han henter maten og medisinen.' },
      later: { ALENE: 'Ingen andre enn tjenesten kommer inn.', AVHENGIG: 'Han henter maten og medisinen.', KONTROLL: 'Døra var låst fra utsiden.', PENGER: 'Banken: uttak hun ikke vet om.' },
      plan: { warningSigns: 'Han går fram og tilbake og svarer ikke.', safePlaces: 'Stua til naboen i 2. etasje. Dagsenteret.', whoToCall: '112. Trygghetsalarmen. Kodeordet til hjemmetjenesten er «strikketøy».', planPlace: 'BARE_HOS_OSS', livingWith: 'Nøkkelen henger hos naboen. Hjemmetjenesten ringer på to ganger og går inn.', money: 'Nytt kort ligger i banken.' },
      change: { change: 'FLYTTET', what: 'Barnebarnet har flyttet inn hos henne.' },
    },
    expert: {
      gp: 'Vi jobber med en sak om Astrid Fjeld. Vi er bekymret for at hun ikke får mat og medisin, og at døra blir låst utenfra. Vi spør deg fordi du er fastlegen hennes.',
      answer: 'Hun var hos meg 14. dagen i forrige måned. Hun hadde gått ned 6 kilo siden høsten, og var usikker på hvilke medisiner hun tar. Ingen nye skader.',
      waits: 'Vi jobber med en sak om Astrid Fjeld i Lia. Dere er hos henne om natten. Vi vil vite hvordan det er der da.',
    },
    relative: { name: 'Gro Fjeld', relation: 'ANNEN_SLEKT', assessed: 'Om hun kan styre egen økonomi', covers: 'At pengene forsvinner fra kontoen', organ: 'Banken i Lia, kundevern', shared: 'At det tas ut penger hun ikke vet om', then: 'Banken ringte: uttakene er gjort med niesens eget kort, også etter at hun samtykket for tanten.' },
    talk: {
      question: 'Hvilke dager er hun alene hjemme, og hvem har nøkkel?', answer: 'Mandag og onsdag formiddag. Vi har nøkkel, og barnebarnet har en. Notatet vårt fra siste besøk ligger ved.',
      letter: ['Notat etter besøk onsdag', 'Kl. 09.10: døra låst fra utsiden. Ingen mat i kjøleskapet.', 'Hun sa: «Han kommer når han har tid.»', 'Kl. 09.40: medisin gitt, ny avtale mandag.'],
    },
  },
  {
    daysAgo: 31, at: '16:20', stage: 'investigated', type: 'MA', wish: 'Vil at noen skal stanse ham, men er redd for hva som skjer etterpå.',
    answers: { fare: 'nei', hvem: 'ansatt', sted: 'FASTLEGE', voksen: 'ja', spurt: 'GITT_MUNTLIG', navn: 'Eirik Holmedal', kommune: '9903', alder: 'A25_39', kjonn: 'MANN', hva: 'SEKSUELL', sett: 'Han forteller at en nabo tar på ham og gir ham penger for å tie. Han gruer seg til å gå ut.', situasjon: 'UTVIKLINGSHEMMING', tilknytning: 'NABO', sammen: 'nei', barn: 'nei', dittnavn: 'Åse Brekke', tjeneste: 'Fastlegekontoret', dittnummer: '55 55 03 71', svar: 'ja' },
    police: { contact: 'Etterforsker ved Lia lensmannskontor', agreed: 'Vi snakker ikke med ham om hendelsene før det tilrettelagte avhøret. Ingen kontakt med naboen.', said: 'Avhøret er satt opp neste uke.' },
    beside: [
      ['recordReservation', { reservation: 'HELSEPERSONELL', reservationStands: 'GJELDER', reservationAbout: 'Ikke til legevakta. Naboens kone jobber der.' }],
      ['discloseOut', { organ: 'Overgrepsmottaket', basis: 'FVL_13B_7', shared: 'At han trenger undersøkelse, og når det skjedde sist.', grounds: 'Spor må sikres.', personInformed: 'JA', toHealth: 'JA', despiteObjection: 'Spor blir borte om et døgn. Han sa selv at mottaket er noe annet enn legevakta.' }],
      ['recordPerson', { knownFrom: 'Eirik selv, på dagsenteret: «De låser døra mi om natta.»', violence: ['SEKSUELL', 'ULOVLIG_TVANG'] }],
      ['recordCoordination', { coordinatingService: 'Koordinerende enhet i Lia', coordinator: 'HAR', coordinatorWho: 'Unni Haugen, tjenester for funksjonshemmede', individualPlan: 'BEDT_OM', individualPlanWho: 'Unni Haugen' }],
    ],
  },
  {
    daysAgo: 48, at: '08:25', stage: 'measures', type: 'MA', wish: 'Vil flytte, men er redd for hva sønnen gjør.',
    answers: { fare: 'nei', hvem: 'ansatt', sted: 'LEGEVAKT', voksen: 'ja', spurt: 'GITT_SKRIFTLIG', navn: 'Harald Nygård', kommune: '9904', alder: 'A67_79', kjonn: 'MANN', hva: 'FYSISK|TRUSLER', sett: 'Brudd i håndledd. Sier først at han falt, så at sønnen dyttet ham mot veggen da han ikke fikk penger.', situasjon: 'FYSISK_SYKDOM|HOY_ALDER', tilknytning: 'BARN', sammen: 'ja', barn: 'ja', kontakt: 'POLITI', kontaktnaar: 'Samme natt', dittnavn: 'Vakthavende', tjeneste: 'Legevakta', dittnummer: '55 55 03 26', svar: 'ja' },
    knows: { how: 'Reidun fortalte det på legevakta, alene med ham.' }, children: { why: 'Sønnens datter på sju er hos dem annenhver helg, og var i huset da han ble dyttet.' },
    voice: [{ says: 'Jeg vil bo et sted der han ikke har nøkkel. Men jeg vil ikke at han skal i fengsel.', phase: 'START', by: 'Reidun, på legevakta', how: ['ALENE'] }],
    safety: {
      risk: { tool: 'SARA_SV', version: '2015', assessor: 'Politiet i Dalbygd', conclusion: 'HOY', grounds: 'Volden er blitt grovere, og sønnen vet hvor han er.' },
      factors: { OFTERE: 'Tre ganger siden august.', DREPSTRUSLER: '«Neste gang reiser du deg ikke.» Sagt på legevakta.', PENGER: 'Det blir verst når det er tomt.' },
      plan: { warningSigns: 'Han ringer mange ganger og legger på.', safePlaces: 'Legevakta. Hos broren, når det er lys i vinduet.', whoToCall: '112, eller trykk på alarmen. Kodeordet til broren er «elgjakt».', planPlace: 'HOS_ANDRE', bag: 'Pass, bankkort og medisiner i sekken hos broren.', devices: 'Deling av posisjon er slått av. Nytt passord på e-posten.', ifSeen: 'Gå inn der det er folk. Trykk på alarmen.' },
      protections: [{ kind: 'VOLDSALARM', days: 88, by: 'Politiet', note: 'Virker bare utendørs i kommunen. Prøves første mandag i måneden.' }, { kind: 'BESOKSFORBUD', days: 52, by: 'Påtalemyndigheten', note: 'Gjelder huset og arbeidet. Ved brudd: ring 112.' }],
    },
    findings: 'Volden har vart i minst to år og øker når det er tomt for penger.', notes: ['Politiet har vært i kontakt. Voldsalarm er søkt.'],
    measures: [{ measure: 'VOLDSALARM', responsible: 'Politiet, Reidun', what: 'Søkt, innvilget for tre måneder' }, { measure: 'MIDLERTIDIG_BOLIG', responsible: 'Boligkontoret', what: 'Rom fra mandag' }, { measure: DOOR_CAMERA, responsible: 'Hjelpemiddellageret i Tjernås', what: 'Over ytterdøra hos broren' }],
    services: ['LEGEVAKT', NIGHT_PATROL],
  },
  {
    daysAgo: 95, at: '12:00', stage: 'followed', type: 'MA', wish: 'Vil ha kontroll på egne penger.',
    answers: { fare: 'nei', hvem: 'ansatt', sted: 'BANK_NAERING', voksen: 'ja', spurt: 'IKKE_SPURT', grunn: 'FVL_13B_7', grunntekst: 'Store uttak de siste ukene kan ikke forklares.', navn: 'Liv Sandnes', kommune: '9901', alder: 'A80', kjonn: 'KVINNE', hva: 'OKONOMISK', sett: 'En pårørende følger henne inn, svarer for henne og tar ut store beløp. Hun ser ned og sier ingenting.', tilknytning: 'ANNEN_SLEKT', sammen: 'vet-ikke', barn: 'nei', dittnavn: 'Kundeveileder', tjeneste: 'Banken', dittnummer: '55 55 03 27', svar: 'nei' },
    findings: 'Fullmakten var ikke gyldig.', measures: [{ measure: 'OKONOMISIKRING', responsible: 'Banken, Even', what: 'Fullmakt trukket, ny kontakt i banken' }, { measure: 'MELDT_VERGEMAL', responsible: 'Even Strand', what: 'Melding sendt Statsforvalteren' }, { measure: 'OKT_TJENESTE', responsible: 'Tildelingskontoret', what: 'Besøk hver dag, alene med henne', decisionRef: 'Tildelingskontoret i Lia, sak 118' }],
  },
  {
    daysAgo: 150, at: '15:10', stage: 'closing', type: 'BOR', wish: 'Vil ha fred til å bestemme selv.',
    answers: { fare: 'nei', hvem: 'VENN', voksen: 'ja', spurt: 'GITT_MUNTLIG', navn: 'Nora Bakke', kommune: '9902', alder: 'A25_39', kjonn: 'KVINNE', hva: 'SOSIAL_KONTROLL|PSYKISK', sett: 'Familien henter henne etter jobb hver dag, tar telefonen og sier at hun skal reise til sommeren.', situasjon: 'MINORITET', tilknytning: 'FORELDRE|SOSKEN', sammen: 'ja', barn: 'nei', svar: 'nei' },
    knows: { how: 'Signe fortalte det i det første møtet.' },
    beside: [
      ['recordReservation', { reservation: 'DIGITAL', reservationStands: 'GJELDER', reservationAbout: 'Familien leser alt på telefonen.' }],
      ['recordInterpreter', { interpreterLanguage: 'Dari', interpreterMode: 'SKJERM', interpreterFrom: 'Tolketjenesten i fylket', interpreterQualified: 'JA' }],
    ],
    voice: [
      { says: 'Jeg vil bestemme selv hvem jeg er sammen med.', phase: 'START', by: 'Signe, på biblioteket', how: ['TALSPERSON', 'TOLK'] },
      { says: 'Jeg har fått fred på jobben. Hjemme er det fortsatt vanskelig, men nå vet jeg hvem jeg kan ringe.', phase: 'SLUTT', by: 'Signe, på telefon', how: ['ALENE'] },
    ],
    findings: 'Hun har fått egen kontakt og et trygt sted å være.', measures: [{ measure: 'SIKKERHETSPLAN', responsible: 'Signe Haugland', what: 'Avtalt kodeord og møtested' }], reasons: ['RISIKO_REDUSERT'],
  },
  {
    daysAgo: 34, at: '09:50', stage: 'advice', service: 'Avdelingslederen ved Lia omsorgssenter, som selv meldte. Ingen er skadet.', advice: 'Råd om å snakke med ham alene, skrive ned det han sier, og ta det opp med egen leder. Kan melde igjen når som helst.',
    answers: { fare: 'nei', hvem: 'ansatt', sted: 'SYKEHJEM_OMSORG', voksen: 'ja', spurt: 'GITT_MUNTLIG', navn: 'Olav Dahl', kommune: '9901', alder: 'A80', kjonn: 'MANN', hva: 'PSYKISK', sett: 'En annen beboer snakker stygt til ham ved måltidene. Han trekker seg unna.', situasjon: 'HOY_ALDER', tilknytning: 'MEDBEBOER', sammen: 'nei', barn: 'nei', dittnavn: 'Avdelingsleder', tjeneste: 'Lia omsorgssenter', dittnummer: '55 55 03 28', svar: 'ja' },
  },
];
