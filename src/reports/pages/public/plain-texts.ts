import { catalogue } from '../../../kernel/texts.ts';

/** Words of the pages that only tell: privacy, accessibility, and what a browser cannot hide. */
export const plainTexts = catalogue({
  nb: {
    privacyHeading: 'Personvern',
    privacyLead: 'Her står det hva vi gjør med det du skriver, og hvilke rettigheter du har.',
    controllerHeading: 'Hvem har ansvaret?',
    purposeHeading: 'Hva bruker vi opplysningene til?',
    basisHeading: 'Hva gir oss lov?',
    readersHeading: 'Hvem leser?',
    storageHeading: 'Hvordan og hvor lenge tar vi vare på dem?',
    technicalHeading: 'Hva nettstedet gjør',
    technical: 'Nettstedet lagrer ingenting i nettleseren din: ingen informasjonskapsler, ingen kladd.\n'
      + 'Vi bruker ikke statistikkverktøy, og siden henter ingenting fra andre nettsteder.\n'
      + 'Internettadressen din blir ikke lagret sammen med meldingen.\n'
      + 'Det du skriver, forlater ikke telefonen din før du trykker «Send».',
    rightsHeading: 'Rettighetene dine',
    rights: 'Du kan be om innsyn i det vi har skrevet om deg, og be oss rette feil.\n'
      + 'Du kan protestere mot at vi bruker opplysningene.\n'
      + 'Noe kan vi måtte holde tilbake, for eksempel for å verne en annen. Da forklarer vi hvorfor.\n'
      + 'Ring eller møt opp når du spør. Send aldri navn eller detaljer i en vanlig e-post.\n'
      + 'Du kan klage til Datatilsynet.',
    officerHeading: 'Personvernombud',
    officer: 'Personvernombudet svarer på spørsmål om hvordan vi behandler opplysninger.',
    notSet: 'Regionen har ikke lagt inn dette ennå. Ring oss hvis du lurer på noe.',

    accessibilityHeading: 'Tilgjengelighet',
    accessibilityText: 'Alle skal kunne bruke siden. Kravene er WCAG 2.1 på nivå A og AA, som loven krever av offentlige nettsteder.\n'
      + 'Alt er laget for å virke uten JavaScript, med tastatur, med skjermleser, på små skjermer og med forstørret tekst.\n'
      + 'Siden har ingen tidsfrist du merker: Skjemaet kan stå åpent i flere dager uten at det du har skrevet, går tapt når du sender.',
    accessibilityKnownHeading: 'Det vi vet ikke er bra nok',
    accessibilityKnown: 'Skjemaet finnes ennå ikke på tegnspråk eller på nordsamisk.\n'
      + 'I lettlest utgave er det regionen selv har skrevet, som under «Personvern», ikke gjort enklere.\n'
      + 'I svært gamle nettlesere vises alle delene av skjemaet under hverandre.',
    accessibilityTellHeading: 'Si fra til oss',
    accessibilityTell: 'Får du ikke brukt siden, så ring. Vi tar imot alt på telefon, og vi vil gjerne vite hva som ikke virket.',
    accessibilityComplain: 'Du kan også si fra til Tilsynet for universell utforming av ikt.',

    cannotHideHeading: 'Hva vi ikke kan skjule',
    cannotHideLead: '«Forlat siden» åpner en vanlig kalender, og det du har skrevet, kommer ikke tilbake. Noe blir likevel igjen.',
    hostHeading: 'Adressen i historikken',
    hostText: (host: string) => `Nettleseren kan huske at du har vært på ${host}. Adressen og navnet på siden sier ingenting om hva den handler om.`,
    hostClear: 'Slik fjerner du det: Åpne historikken i nettleseren, finn adressen og slett bare den linjen. Sletter du alt, kan det vekke mistanke.',
    keyboardHeading: 'Tastaturet på telefonen',
    keyboardText: 'Noen tastaturer husker ord du skriver ofte, også navn. Du kan nullstille ordlista i innstillingene for tastaturet.',
    routerHeading: 'Nettet hjemme',
    routerText: 'Ruteren kan vise hvilke adresser som er besøkt. Bruk heller mobilnettet, eller nettet på biblioteket.',
    watchHeading: 'Skjermen din',
    watchText: 'Noen apper kan se skjermen, ta opp det du skriver, eller vise hvor du er. Da hjelper ikke noe av det vi gjør. Bruk en telefon eller maskin som den andre ikke har hatt.',
    accountHeading: 'Delte kontoer',
    accountText: 'Er nettleseren logget inn på en konto du deler med noen, kan historikken dukke opp på den andres telefon.',
    safestHeading: 'Det tryggeste',
    safestText: 'Ring oss fra en telefon du stoler på, eller be en du stoler på om å melde for deg. Slett nummeret fra samtalelista etterpå.',
  },
  nn: {
    privacyHeading: 'Personvern',
    privacyLead: 'Her står det kva vi gjer med det du skriv, og kva rettar du har.',
    controllerHeading: 'Kven har ansvaret?',
    purposeHeading: 'Kva bruker vi opplysningane til?',
    basisHeading: 'Kva gir oss lov?',
    readersHeading: 'Kven les?',
    storageHeading: 'Korleis og kor lenge tek vi vare på dei?',
    technicalHeading: 'Kva nettstaden gjer',
    technical: 'Nettstaden lagrar ingenting i nettlesaren din: ingen informasjonskapslar, ingen kladd.\n'
      + 'Vi bruker ikkje statistikkverktøy, og sida hentar ingenting frå andre nettstader.\n'
      + 'Internettadressa di blir ikkje lagra saman med meldinga.\n'
      + 'Det du skriv, forlèt ikkje telefonen din før du trykkjer «Send».',
    rightsHeading: 'Rettane dine',
    rights: 'Du kan be om innsyn i det vi har skrive om deg, og be oss rette feil.\n'
      + 'Du kan protestere mot at vi bruker opplysningane.\n'
      + 'Noko kan vi måtte halde tilbake, til dømes for å verne ein annan. Då forklarer vi kvifor.\n'
      + 'Ring eller møt opp når du spør. Send aldri namn eller detaljar i ein vanleg e-post.\n'
      + 'Du kan klage til Datatilsynet.',
    officerHeading: 'Personvernombod',
    officer: 'Personvernombodet svarer på spørsmål om korleis vi behandlar opplysningar.',
    notSet: 'Regionen har ikkje lagt inn dette enno. Ring oss om du lurer på noko.',

    accessibilityHeading: 'Tilgjenge',
    accessibilityText: 'Alle skal kunne bruke sida. Krava er WCAG 2.1 på nivå A og AA, som lova krev av offentlege nettstader.\n'
      + 'Alt er laga for å verke utan JavaScript, med tastatur, med skjermlesar, på små skjermar og med forstørra tekst.\n'
      + 'Sida har ingen tidsfrist du merkar: Skjemaet kan stå ope i fleire dagar utan at det du har skrive, går tapt når du sender.',
    accessibilityKnownHeading: 'Det vi veit ikkje er godt nok',
    accessibilityKnown: 'Skjemaet finst enno ikkje på teiknspråk eller på nordsamisk.\n'
      + 'I lettlesen utgåve er det regionen sjølv har skrive, som under «Personvern», ikkje gjort enklare.\n'
      + 'I svært gamle nettlesarar står alle delane av skjemaet under kvarandre.',
    accessibilityTellHeading: 'Sei frå til oss',
    accessibilityTell: 'Får du ikkje brukt sida, så ring. Vi tek imot alt på telefon, og vi vil gjerne vite kva som ikkje verka.',
    accessibilityComplain: 'Du kan òg seie frå til Tilsynet for universell utforming av ikt.',

    cannotHideHeading: 'Kva vi ikkje kan skjule',
    cannotHideLead: '«Forlat sida» opnar ein vanleg kalender, og det du har skrive, kjem ikkje tilbake. Noko blir likevel att.',
    hostHeading: 'Adressa i historikken',
    hostText: (host: string) => `Nettlesaren kan hugse at du har vore på ${host}. Adressa og namnet på sida seier ingenting om kva ho handlar om.`,
    hostClear: 'Slik tek du det bort: Opne historikken i nettlesaren, finn adressa og slett berre den linja. Slettar du alt, kan det vekkje mistanke.',
    keyboardHeading: 'Tastaturet på telefonen',
    keyboardText: 'Nokre tastatur hugsar ord du skriv ofte, òg namn. Du kan nullstille ordlista i innstillingane for tastaturet.',
    routerHeading: 'Nettet heime',
    routerText: 'Ruteren kan vise kva adresser som er besøkte. Bruk heller mobilnettet, eller nettet på biblioteket.',
    watchHeading: 'Skjermen din',
    watchText: 'Nokre appar kan sjå skjermen, ta opp det du skriv, eller vise kvar du er. Då hjelper ikkje noko av det vi gjer. Bruk ein telefon eller ei maskin som den andre ikkje har hatt.',
    accountHeading: 'Delte kontoar',
    accountText: 'Er nettlesaren logga inn på ein konto du deler med nokon, kan historikken dukke opp på telefonen til den andre.',
    safestHeading: 'Det tryggaste',
    safestText: 'Ring oss frå ein telefon du stolar på, eller be ein du stolar på om å melde for deg. Slett nummeret frå samtalelista etterpå.',
  },
  en: {
    privacyHeading: 'Privacy',
    privacyLead: 'This is what we do with what you write, and what rights you have.',
    controllerHeading: 'Who is responsible?',
    purposeHeading: 'What do we use the information for?',
    basisHeading: 'What allows us to?',
    readersHeading: 'Who reads it?',
    storageHeading: 'How and for how long do we keep it?',
    technicalHeading: 'What this site does',
    technical: 'The site stores nothing in your browser: no cookies, no draft.\n'
      + 'We use no analytics, and the page loads nothing from other sites.\n'
      + 'Your internet address is not stored with the report.\n'
      + 'What you write does not leave your phone until you press “Send”.',
    rightsHeading: 'Your rights',
    rights: 'You may ask to see what we have written about you, and ask us to correct mistakes.\n'
      + 'You may object to our using the information.\n'
      + 'Some things we may have to hold back, for example to protect someone else. Then we explain why.\n'
      + 'Call or come in person to ask. Never send names or details in an ordinary e-mail.\n'
      + 'You may complain to the Norwegian Data Protection Authority (Datatilsynet).',
    officerHeading: 'Data protection officer',
    officer: 'The data protection officer answers questions about how we handle information.',
    notSet: 'The region has not entered this yet. Call us if you have a question.',

    accessibilityHeading: 'Accessibility',
    accessibilityText: 'Everyone should be able to use this site. The requirements are WCAG 2.1 levels A and AA, which the law demands of public sites.\n'
      + 'Everything is made to work without JavaScript, by keyboard, with a screen reader, on small screens and with enlarged text.\n'
      + 'There is no time limit that you notice: the form can stay open for several days without losing what you wrote when you send it.',
    accessibilityKnownHeading: 'What we know is not good enough',
    accessibilityKnown: 'The form does not yet come in sign language or in Northern Sámi.\n'
      + 'In the easy-to-read version, what the region itself has written, as under “Privacy”, has not been made simpler.\n'
      + 'In very old browsers all parts of the form stand below each other.',
    accessibilityTellHeading: 'Tell us',
    accessibilityTell: 'If you cannot use the site, call. We take everything by phone, and we would like to know what did not work.',
    accessibilityComplain: 'You can also tell the Norwegian Authority for Universal Design of ICT (Uu-tilsynet).',

    cannotHideHeading: 'What we cannot hide',
    cannotHideLead: '“Leave this page” opens an ordinary calendar, and what you wrote does not come back. Something remains all the same.',
    hostHeading: 'The address in the history',
    hostText: (host: string) => `The browser may remember that you have been to ${host}. The address and the name of the page say nothing about what it is for.`,
    hostClear: 'How to remove it: Open the history in the browser, find the address and delete only that line. Deleting everything may raise suspicion.',
    keyboardHeading: 'The keyboard on the phone',
    keyboardText: 'Some keyboards remember words you often write, names too. You can reset the word list in the keyboard’s settings.',
    routerHeading: 'The network at home',
    routerText: 'The router may show which addresses have been visited. Use the mobile network instead, or the network at the library.',
    watchHeading: 'Your screen',
    watchText: 'Some apps can see the screen, record what you write or show where you are. Then nothing we do helps. Use a phone or computer that the other person has never had.',
    accountHeading: 'Shared accounts',
    accountText: 'If the browser is signed in to an account you share with someone, the history may appear on their phone.',
    safestHeading: 'The safest way',
    safestText: 'Call us from a phone you trust, or ask someone you trust to report for you. Delete the number from the call list afterwards.',
  },
});
