import { catalogue } from '../../kernel/texts.ts';

/** «___» is where whoever copies a sentence writes their own. Nothing of it comes back to us. */
export const shareTexts = catalogue({
  nb: {
    title: 'Veiledning',
    heading: 'Kan jeg dele?',
    lead: 'For deg som har taushetsplikt og er bekymret for en voksen. Høyst seks spørsmål, rundt ett minutt. Ingenting blir lagret.',
    help: 'Dette er hjelp til å tenke, ikke et vedtak. Du og lederen din svarer for det dere deler.',
    show: 'Vis svar',
    change: 'Endre svarene',
    onlyIf: 'Svar bare hvis spørsmålet passer etter det du har svart over',
    missing: 'Velg et svar her, så kommer du videre.',
    homeHeading: 'Har du taushetsplikt?',
    homeText: 'Få vite om du kan fortelle oss det du vet, og hva loven sier. Det tar rundt ett minutt.',
    formLink: 'Usikker? Se «Kan jeg dele?»',
    formLinkAbout: 'Da begynner skjemaet på nytt, med svarene dine derfra.',

    q_hvor: 'Hvor jobber du?',
    q_hvor_about: 'Loven om taushetsplikt er ikke den samme overalt.',
    'hvor_hjemme': 'Hjemmetjenesten',
    'hvor_omsorg': 'Sykehjem, bofellesskap, dagsenter, BPA, psykisk helse eller rus i kommunen',
    'hvor_helse': 'Fastlege, legevakt, sykehus, DPS eller tannhelse',
    'hvor_nav-sosial': 'NAV: sosiale tjenester (kommunen)',
    'hvor_nav-stat': 'NAV: trygd, pensjon eller arbeid (staten)',
    'hvor_senter': 'Krisesenter',
    'hvor_barnevern': 'Barnevern',
    'hvor_annen': 'Skole, voksenopplæring eller en annen offentlig tjeneste',
    'hvor_politi': 'Politi',
    'hvor_verge': 'Jeg er oppnevnt verge',
    'hvor_bank': 'Bank eller forsikring',
    'hvor_usikker': 'Et annet sted, eller jeg vet ikke hvilken lov som gjelder',
    'hvor_ingen': 'Jeg er pårørende, nabo, venn eller frivillig',

    q_fare: 'Er noen i fare nå?',
    q_fare_about: 'Er du i tvil, velg ja.',
    fare_ja: 'Ja',
    fare_nei: 'Nei',

    q_barn: 'Er et barn berørt?',
    q_barn_about: 'Barn som ser eller hører det som skjer, er også berørt.',
    barn_ja: 'Ja',
    barn_nei: 'Nei',
    'barn_vet-ikke': 'Vet ikke',

    q_alvor: 'Hva er du redd for?',
    q_alvor_about: 'Velg det første som passer.',
    alvor_sikkert: 'Noe svært alvorlig skjer, sikkert eller mest sannsynlig, og det kan ennå hindres',
    alvor_sikkert_about: 'Drap, grov vold, mishandling i nære relasjoner, voldtekt, tvangsekteskap, menneskehandel, eller at en hjelpeløs blir forlatt.',
    alvor_fare: 'Liv eller helse kan være i fare, men jeg er ikke så sikker',
    alvor_annet: 'Noe annet, eller jeg vet ikke',
    alvor_annet_about: 'For eksempel penger som blir borte, kontroll eller krenkelser.',

    q_spurt: 'Har personen sagt ja til at du deler?',
    q_spurt_about: 'Det heter samtykke til å dele.',
    spurt_ja: 'Ja',
    spurt_delvis: 'Ja, til noe av det',
    'spurt_kan-sporre': 'Jeg har ikke spurt, men kan gjøre det trygt',
    'spurt_ikke-trygt': 'Det er ikke trygt å spørre',
    spurt_nei: 'Personen har sagt nei',
    'spurt_kan-ikke': 'Personen kan ikke ta stilling til det',

    q_forsto: 'Var dere alene, og forsto personen hva et ja betyr?',
    forsto_ja: 'Ja',
    forsto_usikker: 'Nei, eller jeg er usikker',

    q_kan: 'Kan personen selv bestemme om dette deles?',
    q_kan_about: 'Samtykkekompetanse vurderes skriftlig, av den som gir helsehjelp.',
    kan_kan: 'Ja, så vidt jeg vet',
    kan_tvil: 'Jeg er i tvil, og ingen har vurdert det skriftlig',
    kan_parorende: 'Nei, skriftlig vurdert. Nærmeste pårørende (ikke mistenkt) sier ja',
    kan_verge: 'Nei, skriftlig vurdert. Verge med rett mandat (ikke mistenkt) sier ja',
    kan_ingen: 'Nei, skriftlig vurdert. Pårørende eller verge er mistenkt, sier nei eller finnes ikke',

    answer_share: 'Svaret: Del',
    answer_ask: 'Svaret: Spør om samtykke',
    answer_anonymous: 'Svaret: Spør oss uten navn',

    head_danger: 'Del nå: Ring 112 eller 113',
    head_free: 'Du kan fortelle oss det',
    head_avert: 'Del nå: Du har plikt til å avverge',
    head_consent: 'Del det personen har sagt ja til',
    head_kin: 'Du kan dele: Nærmeste pårørende har sagt ja',
    head_guardian: 'Du kan dele: Vergen har sagt ja',
    head_serious: 'Du kan dele det som trengs',
    head_ask: 'Spør om samtykke til å dele',
    head_ask_again: 'Spør på nytt, når dere er alene',
    head_nameless: 'Drøft det med oss uten å si hvem det er',

    why_danger: 'Når noen er i fare, hindrer ikke taushetsplikten deg i å hente hjelp.',
    why_free: 'Du har ingen taushetsplikt i loven. Fortell det du har sett og hørt.',
    why_avert: 'Du skal prøve å hindre noe så alvorlig når det sikkert eller mest sannsynlig skjer. Det gjelder uansett taushetsplikt, og uansett hva personen ønsker.',
    why_consent: 'Personen har sagt ja, fritt, og vet hva det gjelder.',
    why_kin: 'Personen kan ikke selv ta stilling. Da kan nærmeste pårørende som ikke er mistenkt, si ja.',
    why_guardian: 'Personen kan ikke selv ta stilling. Da kan en verge som ikke er mistenkt, si ja innenfor mandatet sitt.',
    why_serious: 'Når liv eller helse kan være i fare, kan det veie tyngre enn taushetsplikten. Del bare det som trengs, og skriv hvorfor.',
    why_ask: 'Personen bestemmer selv. Du kan spørre trygt, så gjør det først.',
    why_ask_again: 'Et ja gjelder bare når det er fritt, og når personen vet hva det betyr.',
    why_nameless: 'Når ingen kan kjenne igjen personen, bryter du ikke taushetsplikten. Vi gir råd, og du får svar.',

    groundHeading: 'Hva står i loven?',
    ground: (paragraph: string) => `Dette bygger på ${paragraph}.`,
    ground_ask: (paragraph: string) => `Et ja gir deg lov til å dele etter ${paragraph}.`,
    ground_nameless: (paragraph: string) => `Det som ikke røper noen, er ikke taushetsbelagt: ${paragraph}.`,
    ground_free: (paragraph: string) => `Reglene om taushetsplikt i ${paragraph} gjelder ikke deg.`,
    secrecy: (paragraph: string) => `Taushetsplikten din står i ${paragraph}.`,

    whatHeading: 'Hva kan du dele?',
    what_emergency: 'Til nødetaten: hvor det er, hvem som er i fare, og hva som skjer.',
    what_share: 'Bare det som trengs: hvem det gjelder, hva du har sett eller hørt, hvor mye det haster, og hvordan vi kan snakke trygt med personen.\n'
      + 'La være det som ikke betyr noe for dette, for eksempel diagnoser og gammel historie.',
    what_free: 'Det du selv har sett og hørt. Skill mellom det du vet, og det du tror.',
    what_nameless: 'Fortell hva som skjer, omtrent hvor gammel personen er, og hva du lurer på.\n'
      + 'Ikke skriv navn, fødselsdato, telefon eller adresse, og ikke noe så uvanlig at noen kan kjenne igjen personen.\n'
      + 'Vi hjelper deg å finne ut hvordan du kan snakke trygt med personen.',
    howHeading: 'Slik spør du trygt',
    how: 'Snakk med personen alene, der ingen hører.\n'
      + 'Si hva du vil dele, med hvem og hvorfor. Si at det går an å si nei, og å ombestemme seg.\n'
      + 'Trengs det tolk, bruk en kvalifisert tolk og aldri en pårørende.\n'
      + 'Lov aldri at du kan tie. Er noen i fare, må du si fra.\n'
      + 'Spør aldri i en melding, en e-post eller en samtale som andre kan lese eller høre.\n'
      + 'Skriv ned hva personen sa ja til, og når. Kom så tilbake hit.',

    toHeading: 'Til hvem?',
    to_emergency: '112 (politi) eller 113 (ambulanse), nå',
    to_police: 'Politiet: 112 når det haster, ellers 02800',
    to_team: (region: string) => `${region}, i skjemaet eller på telefon {number}`,
    to_team_phone: (region: string) => `${region}, på telefon {number}`,
    to_team_nameless: (region: string) => `${region}, i skjemaet uten navn eller på telefon {number}`,

    recordHeading: 'Setning til journalen din',
    recordAbout: 'Kopier setningen, og fyll inn der det står ___. Vi lagrer den ikke.',
    recordCare: 'Se først til at den mistenkte ikke kan lese journalen, for eksempel med fullmakt på nett. Er du usikker, avtal med lederen hvor den skal stå.',
    record_danger: (paragraph: string, region: string) =>
      `Noen var i akutt fare. Varslet 112/113 kl. ___ (${paragraph}). Oppgitt: sted, hvem og hva som skjedde. ${region} fikk vite: ___. Personen er informert: ja / nei, fordi ___.`,
    record_avert: (paragraph: string, region: string) =>
      `Avvergingsplikt vurdert (${paragraph}): Det var sikkert eller mest sannsynlig at ___ ville skje, og det kunne hindres. Varslet politiet kl. ___, deretter ${region}. Delt: ___. Personen er informert: ja / nei, fordi ___.`,
    record_consent: (paragraph: string, region: string) =>
      `Personen ga ___ (dato), muntlig / skriftlig, samtykke til å dele ___ med ${region} (${paragraph}). Informert om hva, hvorfor, og at samtykket kan trekkes tilbake.`,
    record_kin: (paragraph: string, region: string) =>
      `Skriftlig vurdert ___ (dato) av ___: Personen kan ikke samtykke. Nærmeste pårørende, ___ (ikke mistenkt), ga samtykke til å dele ___ med ${region} (${paragraph}).`,
    record_guardian: (paragraph: string, region: string) =>
      `Skriftlig vurdert ___ (dato) av ___: Personen kan ikke samtykke. Verge ___ (ikke mistenkt, mandat sett) ga samtykke til å dele ___ med ${region} (${paragraph}).`,
    record_serious: (paragraph: string, region: string) =>
      `Delt med ${region} uten samtykke (${paragraph}), fordi liv eller helse kan være i fare: ___. Delt: ___. Drøftet med leder: ___. Personen er informert: ja / nei, fordi ___.`,
    record_ask: (paragraph: string, region: string) =>
      `Spurte personen alene ___ (dato) om samtykke til å dele ___ med ${region} (${paragraph}). Svar: ja / nei / delvis: ___.`,
    record_ask_again: (paragraph: string, region: string) =>
      `Spurte personen på nytt, alene, ___ (dato) om samtykke til å dele ___ med ${region} (${paragraph}). Svar: ja / nei / delvis: ___.`,
    record_nameless: (paragraph: string, region: string) =>
      `Drøftet en bekymring anonymt med ${region} ___ (dato). Ingenting som røper hvem det gjelder, er delt (${paragraph}). Råd: ___.`,

    first_danger_heading: 'Ring først',
    first_danger: 'Noen er i fare nå. Ring 112 (politi) eller 113 (ambulanse) før du gjør noe annet.',
    first_child_heading: 'Barnet først',
    first_child: (paragraph: string) =>
      `Har du grunn til å tro at et barn blir mishandlet eller utsatt for alvorlig svikt, skal du melde til barnevernet (${paragraph}). Plikten er din egen og går foran taushetsplikten. Den gjelder også når du melder til oss.`,
    first_child_free_heading: 'Barnet først',
    first_child_free: 'Ring barnevernet, også når du melder til oss. Har du taushetsplikt, kan du spørre uten å si navn først.',
    childBox: 'Ring barnevernet, også når du melder til oss. Plikten til å melde om barn går foran taushetsplikten. Er du usikker, spør uten å si navn.',
    first_child_unsure_heading: 'Finn ut om det er barn der',
    first_child_unsure: 'Er du usikker, ring barnevernet og spør uten å si navn. Plikten til å melde om barn går foran taushetsplikten.',

    notesHeading: 'Vær oppmerksom på',
    note_avert_not_us: 'Det er ikke nok å melde til oss. Du må gjøre noe som kan hindre det, og som regel er det å ringe politiet.',
    note_avert_except: 'Plikten gjelder ikke hvis det setter deg, dine nærmeste eller noen uskyldig i fare. Ring likevel politiet og spør.',
    note_limits: 'Personen har sagt ja til noe. Del bare det.',
    note_said_no: 'Personen har sagt nei. Det veier tungt. Snakk med lederen din først hvis det er tid, og skriv hvorfor faren veier mer.',
    note_said_no_nameless: 'Personen har sagt nei. Si at døra er åpen, og spør igjen når det er trygt.',
    note_assess: 'Be den som gir helsehjelp, om å vurdere samtykkekompetansen skriftlig (pbrl. § 4-3). Du skal ikke avgjøre det selv.',
    note_suspect: 'Den som er mistenkt, kan ikke samtykke for personen. Trenger personen verge, kan tjenesten melde det til Statsforvalteren (vgml. § 57).',
    note_kin_not_here: 'I loven som gjelder for deg, kan ikke pårørende samtykke for personen. En verge med rett mandat kan.',
    note_guardian_not_here: 'Spør lederen din eller Statsforvalteren om vergens ja er nok i loven som gjelder for deg.',
    note_kin_limits: 'Kommer det fram at den pårørende er mistenkt, gjelder ikke samtykket lenger. Hør også hva personen selv mener.',
    note_guardian_limits: 'Vergen må ha dette i mandatet, høre personen og ikke ha egen interesse i saken (vgml. §§ 31, 33 og 34).',
    note_shelter: 'At personen har vært i kontakt med dere, er også taushetsbelagt (krl. § 5). Nevn det bare hvis det er nødvendig.',
    note_worse: 'Blir faren større, sier personen nei, eller blir det utrygt å spørre: Kom tilbake hit. Da kan svaret bli et annet.',
    note_no_way: 'Loven som gjelder for deg, gir ikke noe klart unntak her. Ta det opp med lederen din i dag. Blir faren akutt, ring 112.',
    note_tell: 'Fortell personen hva du har delt og med hvem, hvis det er trygt.',
    note_own_house: 'Er du frivillig, kan organisasjonen din ha egne regler. De hindrer deg ikke i å hente hjelp.',

    nextHeading: 'Gå videre',
    next_share: 'Til skjemaet',
    next_anonymous: 'Spør i skjemaet, uten navn',
    nextAbout: 'Svarene dine er med til skjemaet. Ingenting er sendt til mottaket ennå.',
    nextTalk: 'Vil du heller snakke med noen, uten å si navn? Ring {number}.',
  },
  nn: {
    title: 'Rettleiing',
    heading: 'Kan eg dele?',
    lead: 'For deg som har teieplikt og er uroa for ein vaksen. Høgst seks spørsmål, rundt eitt minutt. Ingenting blir lagra.',
    help: 'Dette er hjelp til å tenkje, ikkje eit vedtak. Du og leiaren din svarer for det de deler.',
    show: 'Vis svar',
    change: 'Endre svara',
    onlyIf: 'Svar berre om spørsmålet passar etter det du har svart over',
    missing: 'Vel eit svar her, så kjem du vidare.',
    homeHeading: 'Har du teieplikt?',
    homeText: 'Få vite om du kan fortelje oss det du veit, og kva lova seier. Det tek rundt eitt minutt.',
    formLink: 'Usikker? Sjå «Kan eg dele?»',
    formLinkAbout: 'Då byrjar skjemaet på nytt, med svara dine derifrå.',

    q_hvor: 'Kvar jobbar du?',
    q_hvor_about: 'Lova om teieplikt er ikkje den same overalt.',
    'hvor_hjemme': 'Heimetenesta',
    'hvor_omsorg': 'Sjukeheim, bufellesskap, dagsenter, BPA, psykisk helse eller rus i kommunen',
    'hvor_helse': 'Fastlege, legevakt, sjukehus, DPS eller tannhelse',
    'hvor_nav-sosial': 'Nav: sosiale tenester (kommunen)',
    'hvor_nav-stat': 'Nav: trygd, pensjon eller arbeid (staten)',
    'hvor_senter': 'Krisesenter',
    'hvor_barnevern': 'Barnevern',
    'hvor_annen': 'Skule, vaksenopplæring eller ei anna offentleg teneste',
    'hvor_politi': 'Politi',
    'hvor_verge': 'Eg er oppnemnd verje',
    'hvor_bank': 'Bank eller forsikring',
    'hvor_usikker': 'Ein annan stad, eller eg veit ikkje kva lov som gjeld',
    'hvor_ingen': 'Eg er pårørande, nabo, ven eller frivillig',

    q_fare: 'Er nokon i fare no?',
    q_fare_about: 'Er du i tvil, vel ja.',
    fare_ja: 'Ja',
    fare_nei: 'Nei',

    q_barn: 'Er eit barn råka?',
    q_barn_about: 'Barn som ser eller høyrer det som skjer, er òg råka.',
    barn_ja: 'Ja',
    barn_nei: 'Nei',
    'barn_vet-ikke': 'Veit ikkje',

    q_alvor: 'Kva er du redd for?',
    q_alvor_about: 'Vel det første som passar.',
    alvor_sikkert: 'Noko svært alvorleg skjer, sikkert eller mest sannsynleg, og det kan enno hindrast',
    alvor_sikkert_about: 'Drap, grov vald, mishandling i nære relasjonar, valdtekt, tvangsekteskap, menneskehandel, eller at ein hjelpelaus blir forlaten.',
    alvor_fare: 'Liv eller helse kan vere i fare, men eg er ikkje så sikker',
    alvor_annet: 'Noko anna, eller eg veit ikkje',
    alvor_annet_about: 'Til dømes pengar som blir borte, kontroll eller krenkingar.',

    q_spurt: 'Har personen sagt ja til at du deler?',
    q_spurt_about: 'Det heiter samtykke til å dele.',
    spurt_ja: 'Ja',
    spurt_delvis: 'Ja, til noko av det',
    'spurt_kan-sporre': 'Eg har ikkje spurt, men kan gjere det trygt',
    'spurt_ikke-trygt': 'Det er ikkje trygt å spørje',
    spurt_nei: 'Personen har sagt nei',
    'spurt_kan-ikke': 'Personen kan ikkje ta stilling til det',

    q_forsto: 'Var de åleine, og forstod personen kva eit ja betyr?',
    forsto_ja: 'Ja',
    forsto_usikker: 'Nei, eller eg er usikker',

    q_kan: 'Kan personen sjølv avgjere om dette blir delt?',
    q_kan_about: 'Samtykkekompetanse blir vurdert skriftleg, av den som gir helsehjelp.',
    kan_kan: 'Ja, så vidt eg veit',
    kan_tvil: 'Eg er i tvil, og ingen har vurdert det skriftleg',
    kan_parorende: 'Nei, skriftleg vurdert. Næraste pårørande (ikkje mistenkt) seier ja',
    kan_verge: 'Nei, skriftleg vurdert. Verje med rett mandat (ikkje mistenkt) seier ja',
    kan_ingen: 'Nei, skriftleg vurdert. Pårørande eller verje er mistenkt, seier nei eller finst ikkje',

    answer_share: 'Svaret: Del',
    answer_ask: 'Svaret: Spør om samtykke',
    answer_anonymous: 'Svaret: Spør oss utan namn',

    head_danger: 'Del no: Ring 112 eller 113',
    head_free: 'Du kan fortelje oss det',
    head_avert: 'Del no: Du har plikt til å avverje',
    head_consent: 'Del det personen har sagt ja til',
    head_kin: 'Du kan dele: Næraste pårørande har sagt ja',
    head_guardian: 'Du kan dele: Verja har sagt ja',
    head_serious: 'Du kan dele det som trengst',
    head_ask: 'Spør om samtykke til å dele',
    head_ask_again: 'Spør på nytt, når de er åleine',
    head_nameless: 'Drøft det med oss utan å seie kven det er',

    why_danger: 'Når nokon er i fare, hindrar ikkje teieplikta deg i å hente hjelp.',
    why_free: 'Du har inga teieplikt i lova. Fortel det du har sett og høyrt.',
    why_avert: 'Du skal prøve å hindre noko så alvorleg når det sikkert eller mest sannsynleg skjer. Det gjeld uansett teieplikt, og uansett kva personen ønskjer.',
    why_consent: 'Personen har sagt ja, fritt, og veit kva det gjeld.',
    why_kin: 'Personen kan ikkje sjølv ta stilling. Då kan næraste pårørande som ikkje er mistenkt, seie ja.',
    why_guardian: 'Personen kan ikkje sjølv ta stilling. Då kan ei verje som ikkje er mistenkt, seie ja innanfor mandatet sitt.',
    why_serious: 'Når liv eller helse kan vere i fare, kan det vege tyngre enn teieplikta. Del berre det som trengst, og skriv kvifor.',
    why_ask: 'Personen avgjer sjølv. Du kan spørje trygt, så gjer det først.',
    why_ask_again: 'Eit ja gjeld berre når det er fritt, og når personen veit kva det betyr.',
    why_nameless: 'Når ingen kan kjenne igjen personen, bryt du ikkje teieplikta. Vi gir råd, og du får svar.',

    groundHeading: 'Kva står i lova?',
    ground: (paragraph: string) => `Dette byggjer på ${paragraph}.`,
    ground_ask: (paragraph: string) => `Eit ja gir deg lov til å dele etter ${paragraph}.`,
    ground_nameless: (paragraph: string) => `Det som ikkje røper nokon, er ikkje omfatta av teieplikta: ${paragraph}.`,
    ground_free: (paragraph: string) => `Reglane om teieplikt i ${paragraph} gjeld ikkje deg.`,
    secrecy: (paragraph: string) => `Teieplikta di står i ${paragraph}.`,

    whatHeading: 'Kva kan du dele?',
    what_emergency: 'Til naudetaten: kvar det er, kven som er i fare, og kva som skjer.',
    what_share: 'Berre det som trengst: kven det gjeld, kva du har sett eller høyrt, kor mykje det hastar, og korleis vi kan snakke trygt med personen.\n'
      + 'La vere det som ikkje betyr noko for dette, til dømes diagnosar og gammal historie.',
    what_free: 'Det du sjølv har sett og høyrt. Skil mellom det du veit, og det du trur.',
    what_nameless: 'Fortel kva som skjer, omtrent kor gammal personen er, og kva du lurer på.\n'
      + 'Ikkje skriv namn, fødselsdato, telefon eller adresse, og ikkje noko så uvanleg at nokon kan kjenne igjen personen.\n'
      + 'Vi hjelper deg å finne ut korleis du kan snakke trygt med personen.',
    howHeading: 'Slik spør du trygt',
    how: 'Snakk med personen åleine, der ingen høyrer.\n'
      + 'Sei kva du vil dele, med kven og kvifor. Sei at det går an å seie nei, og å ombestemme seg.\n'
      + 'Trengst det tolk, bruk ein kvalifisert tolk og aldri ein pårørande.\n'
      + 'Lov aldri at du kan teie. Er nokon i fare, må du seie frå.\n'
      + 'Spør aldri i ei melding, ein e-post eller ein samtale som andre kan lese eller høyre.\n'
      + 'Skriv ned kva personen sa ja til, og når. Kom så tilbake hit.',

    toHeading: 'Til kven?',
    to_emergency: '112 (politi) eller 113 (ambulanse), no',
    to_police: 'Politiet: 112 når det hastar, elles 02800',
    to_team: (region: string) => `${region}, i skjemaet eller på telefon {number}`,
    to_team_phone: (region: string) => `${region}, på telefon {number}`,
    to_team_nameless: (region: string) => `${region}, i skjemaet utan namn eller på telefon {number}`,

    recordHeading: 'Setning til journalen din',
    recordAbout: 'Kopier setninga, og fyll inn der det står ___. Vi lagrar ho ikkje.',
    recordCare: 'Sjå først til at den mistenkte ikkje kan lese journalen, til dømes med fullmakt på nett. Er du usikker, avtal med leiaren kvar ho skal stå.',
    record_danger: (paragraph: string, region: string) =>
      `Nokon var i akutt fare. Varsla 112/113 kl. ___ (${paragraph}). Oppgitt: stad, kven og kva som skjedde. ${region} fekk vite: ___. Personen er informert: ja / nei, fordi ___.`,
    record_avert: (paragraph: string, region: string) =>
      `Avverjingsplikt vurdert (${paragraph}): Det var sikkert eller mest sannsynleg at ___ ville skje, og det kunne hindrast. Varsla politiet kl. ___, deretter ${region}. Delt: ___. Personen er informert: ja / nei, fordi ___.`,
    record_consent: (paragraph: string, region: string) =>
      `Personen gav ___ (dato), munnleg / skriftleg, samtykke til å dele ___ med ${region} (${paragraph}). Informert om kva, kvifor, og at samtykket kan trekkjast tilbake.`,
    record_kin: (paragraph: string, region: string) =>
      `Skriftleg vurdert ___ (dato) av ___: Personen kan ikkje samtykke. Næraste pårørande, ___ (ikkje mistenkt), gav samtykke til å dele ___ med ${region} (${paragraph}).`,
    record_guardian: (paragraph: string, region: string) =>
      `Skriftleg vurdert ___ (dato) av ___: Personen kan ikkje samtykke. Verje ___ (ikkje mistenkt, mandat sett) gav samtykke til å dele ___ med ${region} (${paragraph}).`,
    record_serious: (paragraph: string, region: string) =>
      `Delt med ${region} utan samtykke (${paragraph}), fordi liv eller helse kan vere i fare: ___. Delt: ___. Drøfta med leiar: ___. Personen er informert: ja / nei, fordi ___.`,
    record_ask: (paragraph: string, region: string) =>
      `Spurde personen åleine ___ (dato) om samtykke til å dele ___ med ${region} (${paragraph}). Svar: ja / nei / delvis: ___.`,
    record_ask_again: (paragraph: string, region: string) =>
      `Spurde personen på nytt, åleine, ___ (dato) om samtykke til å dele ___ med ${region} (${paragraph}). Svar: ja / nei / delvis: ___.`,
    record_nameless: (paragraph: string, region: string) =>
      `Drøfta ei bekymring anonymt med ${region} ___ (dato). Ingenting som røper kven det gjeld, er delt (${paragraph}). Råd: ___.`,

    first_danger_heading: 'Ring først',
    first_danger: 'Nokon er i fare no. Ring 112 (politi) eller 113 (ambulanse) før du gjer noko anna.',
    first_child_heading: 'Barnet først',
    first_child: (paragraph: string) =>
      `Har du grunn til å tru at eit barn blir mishandla eller utsett for alvorleg svikt, skal du melde til barnevernet (${paragraph}). Plikta er di eiga og går framfor teieplikta. Ho gjeld òg når du melder til oss.`,
    first_child_free_heading: 'Barnet først',
    first_child_free: 'Ring barnevernet, òg når du melder til oss. Har du teieplikt, kan du spørje utan å seie namn først.',
    childBox: 'Ring barnevernet, òg når du melder til oss. Plikta til å melde om barn går framfor teieplikta. Er du usikker, spør utan å seie namn.',
    first_child_unsure_heading: 'Finn ut om det er barn der',
    first_child_unsure: 'Er du usikker, ring barnevernet og spør utan å seie namn. Plikta til å melde om barn går framfor teieplikta.',

    notesHeading: 'Ver merksam på',
    note_avert_not_us: 'Det er ikkje nok å melde til oss. Du må gjere noko som kan hindre det, og som regel er det å ringje politiet.',
    note_avert_except: 'Plikta gjeld ikkje om det set deg, dine næraste eller nokon uskuldig i fare. Ring likevel politiet og spør.',
    note_limits: 'Personen har sagt ja til noko. Del berre det.',
    note_said_no: 'Personen har sagt nei. Det veg tungt. Snakk med leiaren din først om det er tid, og skriv kvifor faren veg meir.',
    note_said_no_nameless: 'Personen har sagt nei. Sei at døra er open, og spør igjen når det er trygt.',
    note_assess: 'Be den som gir helsehjelp, om å vurdere samtykkekompetansen skriftleg (pbrl. § 4-3). Du skal ikkje avgjere det sjølv.',
    note_suspect: 'Den som er mistenkt, kan ikkje samtykke for personen. Treng personen verje, kan tenesta melde det til Statsforvaltaren (vgml. § 57).',
    note_kin_not_here: 'I lova som gjeld for deg, kan ikkje pårørande samtykke for personen. Ei verje med rett mandat kan.',
    note_guardian_not_here: 'Spør leiaren din eller Statsforvaltaren om verja sitt ja er nok i lova som gjeld for deg.',
    note_kin_limits: 'Kjem det fram at den pårørande er mistenkt, gjeld ikkje samtykket lenger. Høyr òg kva personen sjølv meiner.',
    note_guardian_limits: 'Verja må ha dette i mandatet, høyre personen og ikkje ha eiga interesse i saka (vgml. §§ 31, 33 og 34).',
    note_shelter: 'At personen har vore i kontakt med dykk, er òg omfatta av teieplikta (krl. § 5). Nemn det berre om det er nødvendig.',
    note_worse: 'Blir faren større, seier personen nei, eller blir det utrygt å spørje: Kom tilbake hit. Då kan svaret bli eit anna.',
    note_no_way: 'Lova som gjeld for deg, gir ikkje noko klart unntak her. Ta det opp med leiaren din i dag. Blir faren akutt, ring 112.',
    note_tell: 'Fortel personen kva du har delt og med kven, om det er trygt.',
    note_own_house: 'Er du frivillig, kan organisasjonen din ha eigne reglar. Dei hindrar deg ikkje i å hente hjelp.',

    nextHeading: 'Gå vidare',
    next_share: 'Til skjemaet',
    next_anonymous: 'Spør i skjemaet, utan namn',
    nextAbout: 'Svara dine er med til skjemaet. Ingenting er sendt til mottaket enno.',
    nextTalk: 'Vil du heller snakke med nokon, utan å seie namn? Ring {number}.',
  },
  en: {
    title: 'Guidance',
    heading: 'May I share this?',
    lead: 'For you who are bound by confidentiality and worried about an adult. Six questions at most, about one minute. Nothing is stored.',
    help: 'This helps you think. It is not a ruling. You and your manager answer for what you share.',
    show: 'Show the answer',
    change: 'Change my answers',
    onlyIf: 'Answer only if the question fits what you have answered above',
    missing: 'Choose an answer here to go on.',
    homeHeading: 'Are you bound by confidentiality?',
    homeText: 'Find out whether you may tell us what you know, and what the law says. It takes about one minute.',
    formLink: 'Not sure? See “May I share this?”',
    formLinkAbout: 'The form then begins anew, with your answers from there.',

    q_hvor: 'Where do you work?',
    q_hvor_about: 'The law on confidentiality is not the same everywhere.',
    'hvor_hjemme': 'Home care',
    'hvor_omsorg': 'Nursing home, group home, day centre, personal assistance, mental health or substance use in the municipality',
    'hvor_helse': 'GP, out-of-hours clinic, hospital, psychiatric centre or dental service',
    'hvor_nav-sosial': 'NAV: social services (municipal)',
    'hvor_nav-stat': 'NAV: benefits, pensions or work (state)',
    'hvor_senter': 'Crisis shelter',
    'hvor_barnevern': 'Child protection',
    'hvor_annen': 'School, adult education or another public service',
    'hvor_politi': 'Police',
    'hvor_verge': 'I am an appointed guardian',
    'hvor_bank': 'Bank or insurance',
    'hvor_usikker': 'Elsewhere, or I do not know which law applies',
    'hvor_ingen': 'I am a relative, neighbour, friend or volunteer',

    q_fare: 'Is anyone in danger now?',
    q_fare_about: 'If in doubt, choose yes.',
    fare_ja: 'Yes',
    fare_nei: 'No',

    q_barn: 'Is a child affected?',
    q_barn_about: 'Children who see or hear what happens are affected too.',
    barn_ja: 'Yes',
    barn_nei: 'No',
    'barn_vet-ikke': 'I do not know',

    q_alvor: 'What are you afraid of?',
    q_alvor_about: 'Choose the first that fits.',
    alvor_sikkert: 'Something very grave is happening, for certain or most likely, and it can still be prevented',
    alvor_sikkert_about: 'Killing, gross violence, abuse by someone close, rape, forced marriage, trafficking, or leaving a helpless person behind.',
    alvor_fare: 'Life or health may be in danger, but I am not that sure',
    alvor_annet: 'Something else, or I do not know',
    alvor_annet_about: 'For example money that disappears, control or humiliation.',

    q_spurt: 'Has the person said yes to your sharing?',
    q_spurt_about: 'This is called consent to share.',
    spurt_ja: 'Yes',
    spurt_delvis: 'Yes, to some of it',
    'spurt_kan-sporre': 'I have not asked, but I can do so safely',
    'spurt_ikke-trygt': 'It is not safe to ask',
    spurt_nei: 'The person has said no',
    'spurt_kan-ikke': 'The person cannot decide on it',

    q_forsto: 'Were you alone together, and did the person understand what a yes means?',
    forsto_ja: 'Yes',
    forsto_usikker: 'No, or I am not sure',

    q_kan: 'Can the person decide whether this is shared?',
    q_kan_about: 'Capacity to consent is assessed in writing, by whoever gives health care.',
    kan_kan: 'Yes, as far as I know',
    kan_tvil: 'I doubt it, and nobody has assessed it in writing',
    kan_parorende: 'No, assessed in writing. The nearest relative (not suspected) says yes',
    kan_verge: 'No, assessed in writing. A guardian with the right mandate (not suspected) says yes',
    kan_ingen: 'No, assessed in writing. The relative or guardian is suspected, says no or does not exist',

    answer_share: 'The answer: Share',
    answer_ask: 'The answer: Ask for consent',
    answer_anonymous: 'The answer: Ask us without names',

    head_danger: 'Share now: Call 112 or 113',
    head_free: 'You may tell us',
    head_avert: 'Share now: You have a duty to avert it',
    head_consent: 'Share what the person has said yes to',
    head_kin: 'You may share: The nearest relative has said yes',
    head_guardian: 'You may share: The guardian has said yes',
    head_serious: 'You may share what is needed',
    head_ask: 'Ask for consent to share',
    head_ask_again: 'Ask again, when you are alone together',
    head_nameless: 'Discuss it with us without saying who it is',

    why_danger: 'When someone is in danger, confidentiality does not stop you from getting help.',
    why_free: 'No law binds you to confidentiality. Tell us what you have seen and heard.',
    why_avert: 'You must try to prevent something this grave when it is certain or most likely. This applies whatever confidentiality says, and whatever the person wants.',
    why_consent: 'The person has said yes, freely, and knows what it is about.',
    why_kin: 'The person cannot decide. Then the nearest relative may say yes, if not suspected.',
    why_guardian: 'The person cannot decide. Then a guardian may say yes within the mandate, if not suspected.',
    why_serious: 'When life or health may be in danger, that can weigh more than confidentiality. Share only what is needed, and write down why.',
    why_ask: 'The person decides. You can ask safely, so do that first.',
    why_ask_again: 'A yes counts only when it is free, and when the person knows what it means.',
    why_nameless: 'When nobody can recognise the person, you do not breach confidentiality. We advise you, and you get an answer.',

    groundHeading: 'What does the law say?',
    ground: (paragraph: string) => `This rests on ${paragraph}.`,
    ground_ask: (paragraph: string) => `A yes allows you to share under ${paragraph}.`,
    ground_nameless: (paragraph: string) => `What reveals nobody is not confidential: ${paragraph}.`,
    ground_free: (paragraph: string) => `The rules on confidentiality in ${paragraph} do not apply to you.`,
    secrecy: (paragraph: string) => `Your duty of confidentiality stands in ${paragraph}.`,

    whatHeading: 'What may you share?',
    what_emergency: 'With the emergency service: where it is, who is in danger, and what is happening.',
    what_share: 'Only what is needed: whom it concerns, what you have seen or heard, how urgent it is, and how we can talk safely with the person.\n'
      + 'Leave out what does not matter here, such as diagnoses and old history.',
    what_free: 'What you have seen and heard yourself. Keep what you know apart from what you believe.',
    what_nameless: 'Tell us what is happening, about how old the person is, and what you wonder about.\n'
      + 'Do not write a name, date of birth, phone number or address, or anything so unusual that someone could recognise the person.\n'
      + 'We help you find out how you can talk safely with the person.',
    howHeading: 'How to ask safely',
    how: 'Talk with the person alone, where nobody hears.\n'
      + 'Say what you want to share, with whom and why. Say that it is fine to say no, and to change one’s mind.\n'
      + 'If an interpreter is needed, use a qualified one and never a relative.\n'
      + 'Never promise that you can keep silent. If someone is in danger, you must speak up.\n'
      + 'Never ask in a message, an e-mail or a call that others can read or hear.\n'
      + 'Write down what the person said yes to, and when. Then come back here.',

    toHeading: 'With whom?',
    to_emergency: '112 (police) or 113 (ambulance), now',
    to_police: 'The police: 112 when it is urgent, otherwise 02800',
    to_team: (region: string) => `${region}, in the form or by phone {number}`,
    to_team_phone: (region: string) => `${region}, by phone {number}`,
    to_team_nameless: (region: string) => `${region}, in the form without names or by phone {number}`,

    recordHeading: 'A sentence for your own record',
    recordAbout: 'Copy the sentence and fill in where it says ___. We do not store it.',
    recordCare: 'First make sure that the suspected person cannot read the record, for example with a power of attorney online. If in doubt, agree with your manager where it should stand.',
    record_danger: (paragraph: string, region: string) =>
      `Someone was in acute danger. Called 112/113 at ___ (${paragraph}). Told them: place, who and what happened. ${region} was told: ___. The person is informed: yes / no, because ___.`,
    record_avert: (paragraph: string, region: string) =>
      `Duty to avert considered (${paragraph}): it was certain or most likely that ___ would happen, and it could be prevented. Told the police at ___, then ${region}. Shared: ___. The person is informed: yes / no, because ___.`,
    record_consent: (paragraph: string, region: string) =>
      `On ___ (date) the person gave oral / written consent to share ___ with ${region} (${paragraph}). Informed of what, why, and that the consent can be withdrawn.`,
    record_kin: (paragraph: string, region: string) =>
      `Assessed in writing on ___ (date) by ___: the person cannot consent. The nearest relative, ___ (not suspected), gave consent to share ___ with ${region} (${paragraph}).`,
    record_guardian: (paragraph: string, region: string) =>
      `Assessed in writing on ___ (date) by ___: the person cannot consent. The guardian ___ (not suspected, mandate seen) gave consent to share ___ with ${region} (${paragraph}).`,
    record_serious: (paragraph: string, region: string) =>
      `Shared with ${region} without consent (${paragraph}), because life or health may be in danger: ___. Shared: ___. Discussed with manager: ___. The person is informed: yes / no, because ___.`,
    record_ask: (paragraph: string, region: string) =>
      `Asked the person alone on ___ (date) for consent to share ___ with ${region} (${paragraph}). Answer: yes / no / in part: ___.`,
    record_ask_again: (paragraph: string, region: string) =>
      `Asked the person again, alone, on ___ (date) for consent to share ___ with ${region} (${paragraph}). Answer: yes / no / in part: ___.`,
    record_nameless: (paragraph: string, region: string) =>
      `Discussed a concern anonymously with ${region} on ___ (date). Nothing that reveals whom it concerns was shared (${paragraph}). Advice: ___.`,

    first_danger_heading: 'Call first',
    first_danger: 'Someone is in danger now. Call 112 (police) or 113 (ambulance) before you do anything else.',
    first_child_heading: 'The child first',
    first_child: (paragraph: string) =>
      `If you have reason to believe that a child is abused or gravely neglected, you must report to child protection (${paragraph}). The duty is your own and comes before confidentiality. It applies even when you report to us.`,
    first_child_free_heading: 'The child first',
    first_child_free: 'Call child protection, even when you report to us. If you are bound by confidentiality, you may ask without giving a name first.',
    childBox: 'Call child protection, even when you report to us. The duty to report about children comes before confidentiality. If you are not sure, ask without giving a name.',
    first_child_unsure_heading: 'Find out whether there are children',
    first_child_unsure: 'If you are not sure, call child protection and ask without giving a name. The duty to report about children comes before confidentiality.',

    notesHeading: 'Please note',
    note_avert_not_us: 'Reporting to us is not enough. You must do something that can prevent it, and as a rule that is to call the police.',
    note_avert_except: 'The duty does not apply if it puts you, those closest to you or anyone innocent in danger. Call the police and ask all the same.',
    note_limits: 'The person has said yes to some of it. Share only that.',
    note_said_no: 'The person has said no. That weighs heavily. Talk with your manager first if there is time, and write down why the danger weighs more.',
    note_said_no_nameless: 'The person has said no. Say that the door is open, and ask again when it is safe.',
    note_assess: 'Ask whoever gives health care to assess the capacity to consent, in writing (pbrl. § 4-3). You are not to decide it yourself.',
    note_suspect: 'Someone who is suspected cannot consent for the person. If the person needs a guardian, the service may notify the county governor (vgml. § 57).',
    note_kin_not_here: 'Under the law that applies to you, relatives cannot consent for the person. A guardian with the right mandate can.',
    note_guardian_not_here: 'Ask your manager or the county governor whether the guardian’s yes is enough under the law that applies to you.',
    note_kin_limits: 'If it turns out that the relative is suspected, the consent no longer counts. Hear what the person thinks, too.',
    note_guardian_limits: 'The mandate must cover this, and the guardian must hear the person and have no interest of their own in it (vgml. §§ 31, 33, 34).',
    note_shelter: 'That the person has been in contact with you is confidential too (krl. § 5). Mention it only if you must.',
    note_worse: 'If the danger grows, the person says no, or asking becomes unsafe: come back here. The answer may then be another.',
    note_no_way: 'The law that applies to you has no clear exception here. Raise it with your manager today. If the danger becomes acute, call 112.',
    note_tell: 'Tell the person what you have shared and with whom, if that is safe.',
    note_own_house: 'If you are a volunteer, your organisation may have rules of its own. They do not stop you from getting help.',

    nextHeading: 'Go on',
    next_share: 'To the form',
    next_anonymous: 'Ask in the form, without names',
    nextAbout: 'Your answers come along to the form. Nothing has been sent to reception yet.',
    nextTalk: 'Would you rather talk with someone, without giving a name? Call {number}.',
  },
});
