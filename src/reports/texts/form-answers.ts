import type { Lang } from '../../kernel/texts.ts';
import type { ASKED, COMING_BACK, CONCERNS, EXCEPTIONS, SITUATIONS, WHO } from '../form/options.ts';
import { inThree } from './form-wording.ts';

type AnswerTexts = {
  readonly hvem: Readonly<Record<(typeof WHO)[number], string>>;
  readonly hvemAbout: Readonly<Partial<Record<(typeof WHO)[number], string>>>;
  readonly spurt: Readonly<Record<(typeof ASKED)[number], string>>;
  readonly grunn: Readonly<Record<(typeof EXCEPTIONS)[number] | 'ingen', string>>;
  readonly hva: Readonly<Record<(typeof CONCERNS)[number], string>>;
  readonly hvaAbout: Readonly<Partial<Record<(typeof CONCERNS)[number], string>>>;
  readonly situasjon: Readonly<Record<(typeof SITUATIONS)[number], string>>;
  readonly kode: Readonly<Record<(typeof COMING_BACK)[number], string>>;
  readonly noneAbout: string;
  readonly yes: string; readonly no: string; readonly unknown: string; readonly unsure: string;
  readonly elsewhere: string;
};

/** The answers where the form says it more plainly than the code list does. */
export const answerTexts: Readonly<Record<Lang, AnswerTexts>> = inThree({
  nb: {
    hvem: {
      UTSATT_SELV: 'Det gjelder meg selv', FAMILIE: 'Familie eller pårørende', VENN: 'Venn', NABO_BEKJENT: 'Nabo eller bekjent', FRIVILLIG: 'Frivillig i en organisasjon',
      IKKE_OPPGITT: 'En annen, eller jeg vil ikke si det', ansatt: 'Jeg melder i jobben min',
    },
    hvemAbout: { ansatt: 'Kommune, helsetjeneste, politi, bank og andre – eller som verge' },
    spurt: {
      GITT_MUNTLIG: 'Ja, og personen sier ja', GITT_SKRIFTLIG: 'Ja, og personen har skrevet under', DELVIS: 'Ja, og personen sier ja til noe av det', IKKE_SPURT: 'Nei, jeg har ikke spurt',
      IKKE_TRYGT: 'Nei, det er ikke trygt å spørre', AVSLATT: 'Ja, men personen sier nei', MANGLER_KOMPETANSE: 'Personen kan ikke forstå hva det gjelder',
      PARORENDE: 'Nærmeste pårørende har sagt ja', VERGE: 'Vergen har sagt ja',
    },
    grunn: {
      FVL_13B_7: 'Det trengs for å hindre fare for liv eller helse', HPL_23_4: 'Jeg er helsepersonell, og det som står på spill, veier tyngre enn taushetsplikten',
      STRL_196: 'Jeg kan hindre et alvorlig lovbrudd (avvergingsplikt)', KRL_5_3: 'Jeg jobber på krisesenteret, og det trengs for oppgavene våre eller for å hindre alvorlig skade',
      FVL_13B_5: 'Tjenesten min må fortelle det for å gjøre sine egne oppgaver', ingen: 'Ingen av disse, eller jeg er usikker',
    },
    hva: {
      FYSISK: 'Fysisk vold', FYSISK_OPPDRAGER: 'Oppdragervold', PSYKISK: 'Psykisk vold', TRUSLER: 'Trusler', SEKSUELL: 'Seksuelle overgrep', OKONOMISK: 'Økonomiske overgrep',
      MATERIELL: 'Materiell vold', OMSORGSSVIKT: 'Omsorgssvikt', NETT: 'Nettovergrep', PERSONFORFOLGELSE: 'Forfølgelse', SOSIAL_KONTROLL: 'Sterk kontroll',
      AERESRELATERT: 'Æresrelatert vold', TVANGSEKTESKAP: 'Tvangsekteskap', UTNYTTING_MENNESKEHANDEL: 'Utnytting', ULOVLIG_TVANG: 'Ulovlig tvang i en tjeneste', UKJENT: 'Noe annet, eller jeg vet ikke',
    },
    hvaAbout: {
      FYSISK: 'Slår, sparker, dytter, lugger eller holder fast', FYSISK_OPPDRAGER: 'Vold for å straffe eller få noen til å lystre', PSYKISK: 'Skremmer, krenker eller gjør noen liten',
      TRUSLER: 'Truer med å skade noen, seg selv eller et dyr', SEKSUELL: 'Berøring, press eller tvang mot noens vilje', OKONOMISK: 'Tar penger, pensjon eller kort, eller presser noen til å skrive under',
      MATERIELL: 'Knuser eller ødelegger ting', OMSORGSSVIKT: 'Mat, medisin, stell eller hjelp uteblir', NETT: 'Plager, deler bilder eller lurer noen på nett',
      PERSONFORFOLGELSE: 'Følger etter, overvåker eller tar kontakt igjen og igjen', SOSIAL_KONTROLL: 'Bestemmer hvem noen møter, hvor de går, hva de har på seg',
      AERESRELATERT: 'Vold eller press for familiens ære', TVANGSEKTESKAP: 'Presset til å gifte seg eller til å bli i ekteskapet', UTNYTTING_MENNESKEHANDEL: 'Tvunget til arbeid, tigging, lovbrudd eller sex',
      ULOVLIG_TVANG: 'Låser inne, holder fast eller gir medisin uten lov',
    },
    situasjon: {
      HOY_ALDER: 'Høy alder', DEMENS: 'Demens', UTVIKLINGSHEMMING: 'Utviklingshemming', AUTISME: 'Autisme', KOGNITIV_FUNKSJON: 'Trenger hjelp til å forstå og huske', FYSISK_FUNKSJON: 'Fysisk funksjonsnedsettelse',
      PSYKISK_FUNKSJON: 'Psykisk funksjonsnedsettelse', SANSETAP: 'Ser eller hører dårlig', KOMMUNIKASJON: 'Har vansker med å fortelle', FYSISK_SYKDOM: 'Fysisk sykdom', PSYKISK_SYKDOM: 'Psykisk sykdom eller lidelse',
      RUS: 'Rus', AVHENGIG_AV_UTOVER: 'Er avhengig av den som gjør det', ISOLASJON_OKONOMI: 'Er isolert eller har dårlig råd', MINORITET: 'Minoritetsbakgrunn', UKJENT: 'Noe annet, eller jeg vet ikke',
    },
    kode: { ja: 'Vis meg en kode', nei: 'Jeg vil ikke ha kode', egne: 'Jeg vil bruke mine egne ord' },
    noneAbout: 'Da spør du oss uten å si hvem det gjelder.',
    yes: 'Ja', no: 'Nei', unknown: 'Vet ikke', unsure: 'Usikker', elsewhere: 'En annen kommune',
  },
  nn: {
    hvem: {
      UTSATT_SELV: 'Det gjeld meg sjølv', FAMILIE: 'Familie eller pårørande', VENN: 'Ven', NABO_BEKJENT: 'Nabo eller kjenning', FRIVILLIG: 'Frivillig i ein organisasjon',
      IKKE_OPPGITT: 'Ein annan, eller eg vil ikkje seie det', ansatt: 'Eg melder i jobben min',
    },
    hvemAbout: { ansatt: 'Kommune, helseteneste, politi, bank og andre – eller som verje' },
    spurt: {
      GITT_MUNTLIG: 'Ja, og personen seier ja', GITT_SKRIFTLIG: 'Ja, og personen har skrive under', DELVIS: 'Ja, og personen seier ja til noko av det', IKKE_SPURT: 'Nei, eg har ikkje spurt',
      IKKE_TRYGT: 'Nei, det er ikkje trygt å spørje', AVSLATT: 'Ja, men personen seier nei', MANGLER_KOMPETANSE: 'Personen kan ikkje forstå kva det gjeld',
      PARORENDE: 'Næraste pårørande har sagt ja', VERGE: 'Verja har sagt ja',
    },
    grunn: {
      FVL_13B_7: 'Det trengst for å hindre fare for liv eller helse', HPL_23_4: 'Eg er helsepersonell, og det som står på spel, veg tyngre enn teieplikta',
      STRL_196: 'Eg kan hindre eit alvorleg lovbrot (avverjingsplikt)', KRL_5_3: 'Eg jobbar på krisesenteret, og det trengst for oppgåvene våre eller for å hindre alvorleg skade',
      FVL_13B_5: 'Tenesta mi må fortelje det for å gjere sine eigne oppgåver', ingen: 'Ingen av desse, eller eg er usikker',
    },
    hva: {
      FYSISK: 'Fysisk vald', FYSISK_OPPDRAGER: 'Oppsedingsvald', PSYKISK: 'Psykisk vald', TRUSLER: 'Truslar', SEKSUELL: 'Seksuelle overgrep', OKONOMISK: 'Økonomiske overgrep',
      MATERIELL: 'Materiell vald', OMSORGSSVIKT: 'Omsorgssvikt', NETT: 'Nettovergrep', PERSONFORFOLGELSE: 'Forfølging', SOSIAL_KONTROLL: 'Sterk kontroll',
      AERESRELATERT: 'Æresrelatert vald', TVANGSEKTESKAP: 'Tvangsekteskap', UTNYTTING_MENNESKEHANDEL: 'Utnytting', ULOVLIG_TVANG: 'Ulovleg tvang i ei teneste', UKJENT: 'Noko anna, eller eg veit ikkje',
    },
    hvaAbout: {
      FYSISK: 'Slår, sparkar, dyttar, luggar eller held fast', FYSISK_OPPDRAGER: 'Vald for å straffe eller få nokon til å lyde', PSYKISK: 'Skremmer, krenkjer eller gjer nokon liten',
      TRUSLER: 'Trugar med å skade nokon, seg sjølv eller eit dyr', SEKSUELL: 'Røring, press eller tvang mot nokon sin vilje', OKONOMISK: 'Tek pengar, pensjon eller kort, eller pressar nokon til å skrive under',
      MATERIELL: 'Knuser eller øydelegg ting', OMSORGSSVIKT: 'Mat, medisin, stell eller hjelp uteblir', NETT: 'Plagar, deler bilete eller lurer nokon på nett',
      PERSONFORFOLGELSE: 'Følgjer etter, overvaker eller tek kontakt igjen og igjen', SOSIAL_KONTROLL: 'Bestemmer kven nokon møter, kvar dei går, kva dei har på seg',
      AERESRELATERT: 'Vald eller press for familien si ære', TVANGSEKTESKAP: 'Pressa til å gifte seg eller til å bli i ekteskapet', UTNYTTING_MENNESKEHANDEL: 'Tvinga til arbeid, tigging, lovbrot eller sex',
      ULOVLIG_TVANG: 'Låser inne, held fast eller gir medisin utan lov',
    },
    situasjon: {
      HOY_ALDER: 'Høg alder', DEMENS: 'Demens', UTVIKLINGSHEMMING: 'Utviklingshemming', AUTISME: 'Autisme', KOGNITIV_FUNKSJON: 'Treng hjelp til å forstå og hugse', FYSISK_FUNKSJON: 'Fysisk funksjonsnedsetjing',
      PSYKISK_FUNKSJON: 'Psykisk funksjonsnedsetjing', SANSETAP: 'Ser eller høyrer dårleg', KOMMUNIKASJON: 'Har vanskar med å fortelje', FYSISK_SYKDOM: 'Fysisk sjukdom', PSYKISK_SYKDOM: 'Psykisk sjukdom eller liding',
      RUS: 'Rus', AVHENGIG_AV_UTOVER: 'Er avhengig av den som gjer det', ISOLASJON_OKONOMI: 'Er isolert eller har dårleg råd', MINORITET: 'Minoritetsbakgrunn', UKJENT: 'Noko anna, eller eg veit ikkje',
    },
    kode: { ja: 'Vis meg ein kode', nei: 'Eg vil ikkje ha kode', egne: 'Eg vil bruke mine eigne ord' },
    noneAbout: 'Då spør du oss utan å seie kven det gjeld.',
    yes: 'Ja', no: 'Nei', unknown: 'Veit ikkje', unsure: 'Usikker', elsewhere: 'Ein annan kommune',
  },
  en: {
    hvem: {
      UTSATT_SELV: 'It is about myself', FAMILIE: 'Family or next of kin', VENN: 'Friend', NABO_BEKJENT: 'Neighbour or acquaintance', FRIVILLIG: 'Volunteer in an organisation',
      IKKE_OPPGITT: 'Someone else, or I would rather not say', ansatt: 'I am reporting as part of my job',
    },
    hvemAbout: { ansatt: 'Municipality, health service, police, bank and others – or as a guardian' },
    spurt: {
      GITT_MUNTLIG: 'Yes, and the person says yes', GITT_SKRIFTLIG: 'Yes, and the person has signed', DELVIS: 'Yes, and the person says yes to some of it', IKKE_SPURT: 'No, I have not asked',
      IKKE_TRYGT: 'No, it is not safe to ask', AVSLATT: 'Yes, but the person says no', MANGLER_KOMPETANSE: 'The person cannot understand what it is about',
      PARORENDE: 'The next of kin has said yes', VERGE: 'The guardian has said yes',
    },
    grunn: {
      FVL_13B_7: 'It is needed to prevent danger to life or health', HPL_23_4: 'I am a health professional, and what is at stake weighs more than confidentiality',
      STRL_196: 'I can prevent a serious crime (duty to avert)', KRL_5_3: 'I work at the crisis shelter, and it is needed for our tasks or to prevent serious harm',
      FVL_13B_5: 'My service must tell it to do its own tasks', ingen: 'None of these, or I am not sure',
    },
    hva: {
      FYSISK: 'Physical violence', FYSISK_OPPDRAGER: 'Violence used as discipline', PSYKISK: 'Psychological violence', TRUSLER: 'Threats', SEKSUELL: 'Sexual abuse', OKONOMISK: 'Financial abuse',
      MATERIELL: 'Damage to property', OMSORGSSVIKT: 'Neglect', NETT: 'Online abuse', PERSONFORFOLGELSE: 'Stalking', SOSIAL_KONTROLL: 'Strong control',
      AERESRELATERT: 'Honour-based violence', TVANGSEKTESKAP: 'Forced marriage', UTNYTTING_MENNESKEHANDEL: 'Exploitation', ULOVLIG_TVANG: 'Unlawful force in a service', UKJENT: 'Something else, or I do not know',
    },
    hvaAbout: {
      FYSISK: 'Hits, kicks, pushes, pulls hair or holds someone down', FYSISK_OPPDRAGER: 'Violence to punish or to make someone obey', PSYKISK: 'Frightens, humiliates or belittles someone',
      TRUSLER: 'Threatens to harm someone, themselves or an animal', SEKSUELL: 'Touching, pressure or force against someone’s will', OKONOMISK: 'Takes money, pension or cards, or presses someone to sign',
      MATERIELL: 'Breaks or destroys things', OMSORGSSVIKT: 'Food, medicine, care or help does not come', NETT: 'Harasses, shares pictures or cheats someone online',
      PERSONFORFOLGELSE: 'Follows, watches or makes contact again and again', SOSIAL_KONTROLL: 'Decides whom someone meets, where they go, what they wear',
      AERESRELATERT: 'Violence or pressure for the family’s honour', TVANGSEKTESKAP: 'Pressed to marry or to stay in the marriage', UTNYTTING_MENNESKEHANDEL: 'Forced into work, begging, crime or sex',
      ULOVLIG_TVANG: 'Locks in, holds down or medicates without legal ground',
    },
    situasjon: {
      HOY_ALDER: 'Old age', DEMENS: 'Dementia', UTVIKLINGSHEMMING: 'Intellectual disability', AUTISME: 'Autism', KOGNITIV_FUNKSJON: 'Needs help to understand and remember', FYSISK_FUNKSJON: 'Physical disability',
      PSYKISK_FUNKSJON: 'Mental disability', SANSETAP: 'Sees or hears poorly', KOMMUNIKASJON: 'Has difficulty telling others', FYSISK_SYKDOM: 'Physical illness', PSYKISK_SYKDOM: 'Mental illness',
      RUS: 'Substance use', AVHENGIG_AV_UTOVER: 'Depends on the one who does it', ISOLASJON_OKONOMI: 'Is isolated or short of money', MINORITET: 'Minority background', UKJENT: 'Something else, or I do not know',
    },
    kode: { ja: 'Show me a code', nei: 'I do not want a code', egne: 'I want to use words of my own' },
    noneAbout: 'Then you ask us without saying who it is about.',
    yes: 'Yes', no: 'No', unknown: 'Do not know', unsure: 'Not sure', elsewhere: 'Another municipality',
  },
} satisfies Record<Lang, AnswerTexts>);
