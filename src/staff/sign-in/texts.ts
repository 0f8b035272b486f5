import { catalogue, type Lang } from '../../kernel/texts.ts';

export const signInTexts = catalogue({
  nb: {
    signIn: 'Logg inn',
    chooseIssuer: 'Hvor vil du logge inn?',
    signInAgain: 'Logg inn igjen',
    signInAsOther: 'Logg inn som en annen',
    tryAgain: 'Prøv igjen',
    signedOut: 'Du er logget ut',
    signedOutHere: 'Du er logget ut her. Nå logger vi deg ut av innloggingstjenesten også.',
    signedOutHereOnly: 'Du er logget ut her. Vi fikk ikke logget deg ut av innloggingstjenesten. Lukk nettleseren hvis andre bruker maskinen.',
    signedOutBoth: 'Deler du maskinen med andre, bør du lukke nettleseren også.',
    carryOn: 'Fortsett',
  },
  nn: {
    signIn: 'Logg inn',
    chooseIssuer: 'Kvar vil du logge inn?',
    signInAgain: 'Logg inn igjen',
    signInAsOther: 'Logg inn som ein annan',
    tryAgain: 'Prøv igjen',
    signedOut: 'Du er logga ut',
    signedOutHere: 'Du er logga ut her. No loggar vi deg ut av innloggingstenesta òg.',
    signedOutHereOnly: 'Du er logga ut her. Vi fekk ikkje logga deg ut av innloggingstenesta. Lukk nettlesaren dersom andre bruker maskina.',
    signedOutBoth: 'Deler du maskina med andre, bør du lukke nettlesaren òg.',
    carryOn: 'Hald fram',
  },
  en: {
    signIn: 'Sign in',
    chooseIssuer: 'Where do you want to sign in?',
    signInAgain: 'Sign in again',
    signInAsOther: 'Sign in as someone else',
    tryAgain: 'Try again',
    signedOut: 'You are signed out',
    signedOutHere: 'You are signed out here. We are now signing you out of the sign-in service too.',
    signedOutHereOnly: 'You are signed out here. We could not sign you out of the sign-in service. Close the browser if others use this computer.',
    signedOutBoth: 'If you share this computer with others, close the browser too.',
    carryOn: 'Continue',
  },
});

/** What happened, in a few words, for each refusal of sign-in and session. */
export const refusalHeadings = catalogue({
  nb: {
    'signin.state': 'Innloggingen ble avbrutt',
    'signin.cancelled': 'Du avbrøt innloggingen',
    'signin.unreachable': 'Innloggingstjenesten svarer ikke',
    'signin.answer': 'Innloggingen ble ikke godtatt',
    'signin.level': 'Du må logge inn sikrere',
    'signin.not-fresh': 'Logg inn en gang til',
    'signin.not-invited': 'Du har ikke tilgang her',
    'signin.disabled': 'Tilgangen din er avsluttet',
    'signin.issuer': 'Adressen er ikke riktig',
    'signin.insecure': 'Innloggingen er satt opp feil',
    'signin.client-key': 'Innloggingen er satt opp feil',
    'session.none': 'Logg inn',
    'session.idle': 'Du er logget ut',
    'session.expired': 'Du er logget ut',
    'session.disabled': 'Tilgangen din er avsluttet',
    'session.locked': 'Skjermen er låst',
  },
  nn: {
    'signin.state': 'Innlogginga vart avbroten',
    'signin.cancelled': 'Du avbraut innlogginga',
    'signin.unreachable': 'Innloggingstenesta svarer ikkje',
    'signin.answer': 'Innlogginga vart ikkje godteken',
    'signin.level': 'Du må logge inn sikrare',
    'signin.not-fresh': 'Logg inn ein gong til',
    'signin.not-invited': 'Du har ikkje tilgang her',
    'signin.disabled': 'Tilgangen din er avslutta',
    'signin.issuer': 'Adressa er ikkje rett',
    'signin.insecure': 'Innlogginga er sett opp feil',
    'signin.client-key': 'Innlogginga er sett opp feil',
    'session.none': 'Logg inn',
    'session.idle': 'Du er logga ut',
    'session.expired': 'Du er logga ut',
    'session.disabled': 'Tilgangen din er avslutta',
    'session.locked': 'Skjermen er låst',
  },
  en: {
    'signin.state': 'The sign-in was interrupted',
    'signin.cancelled': 'You cancelled the sign-in',
    'signin.unreachable': 'The sign-in service does not answer',
    'signin.answer': 'The sign-in was not accepted',
    'signin.level': 'You need a safer sign-in',
    'signin.not-fresh': 'Sign in once more',
    'signin.not-invited': 'You have no access here',
    'signin.disabled': 'Your access has ended',
    'signin.issuer': 'The address is not right',
    'signin.insecure': 'The sign-in is set up wrongly',
    'signin.client-key': 'The sign-in is set up wrongly',
    'session.none': 'Sign in',
    'session.idle': 'You are signed out',
    'session.expired': 'You are signed out',
    'session.disabled': 'Your access has ended',
    'session.locked': 'The screen is locked',
  },
});

/** What it means and what to do now. */
export const refusalTexts = catalogue({
  nb: {
    'signin.state': 'Det tok for lang tid, eller siden er åpnet på nytt. Ingenting er gått tapt. Start innloggingen en gang til.',
    'signin.cancelled': 'Logg inn når du er klar.',
    'signin.unreachable': 'Vent litt og prøv igjen. Det som er skrevet før, ligger trygt.',
    'signin.answer': 'Svaret fra innloggingstjenesten stemte ikke. Start innloggingen en gang til. Skjer det igjen, si fra til den som har ansvar for systemet.',
    'signin.level': 'Her trengs det høyeste sikkerhetsnivået. Logg inn igjen og velg en annen måte, for eksempel BankID.',
    'signin.not-fresh': 'For dette må du bekrefte hvem du er på nytt.',
    'signin.not-invited': 'Innloggingen virket, men du er ikke invitert. Spør koordinatoren hos dere. Har du logget inn som feil person, kan du logge inn som en annen.',
    'signin.disabled': 'Innloggingen virket, men tilgangen er slått av. Spør koordinatoren hos dere hvis det er feil.',
    'signin.issuer': 'Start innloggingen en gang til.',
    'signin.insecure': 'Si fra til den som har ansvar for systemet: adressen til innloggingstjenesten må begynne med https.',
    'signin.client-key': 'Si fra til den som har ansvar for systemet: nøkkelen til innloggingstjenesten kan ikke brukes.',
    'session.none': 'Du må logge inn for å se siden.',
    'session.idle': 'Du ble logget ut fordi det gikk en halv time uten at du gjorde noe her. Det du har lagret, ligger trygt.',
    'session.expired': 'Du ble logget ut fordi du hadde vært logget inn i ti timer. Det du har lagret, ligger trygt.',
    'session.disabled': 'Du ble logget ut fordi tilgangen din er slått av. Spør koordinatoren hos dere hvis det er feil.',
    'session.locked': 'Logg inn på nytt for å fortsette der du slapp.',
  },
  nn: {
    'signin.state': 'Det tok for lang tid, eller sida er opna på nytt. Ingenting er tapt. Start innlogginga ein gong til.',
    'signin.cancelled': 'Logg inn når du er klar.',
    'signin.unreachable': 'Vent litt og prøv igjen. Det som er skrive før, ligg trygt.',
    'signin.answer': 'Svaret frå innloggingstenesta stemte ikkje. Start innlogginga ein gong til. Skjer det igjen, sei frå til den som har ansvar for systemet.',
    'signin.level': 'Her trengst det høgaste tryggingsnivået. Logg inn igjen og vel ein annan måte, til dømes BankID.',
    'signin.not-fresh': 'For dette må du stadfeste kven du er på nytt.',
    'signin.not-invited': 'Innlogginga verka, men du er ikkje invitert. Spør koordinatoren hos dykk. Har du logga inn som feil person, kan du logge inn som ein annan.',
    'signin.disabled': 'Innlogginga verka, men tilgangen er slått av. Spør koordinatoren hos dykk dersom det er feil.',
    'signin.issuer': 'Start innlogginga ein gong til.',
    'signin.insecure': 'Sei frå til den som har ansvar for systemet: adressa til innloggingstenesta må byrje med https.',
    'signin.client-key': 'Sei frå til den som har ansvar for systemet: nøkkelen til innloggingstenesta kan ikkje brukast.',
    'session.none': 'Du må logge inn for å sjå sida.',
    'session.idle': 'Du vart logga ut fordi det gjekk ein halv time utan at du gjorde noko her. Det du har lagra, ligg trygt.',
    'session.expired': 'Du vart logga ut fordi du hadde vore logga inn i ti timar. Det du har lagra, ligg trygt.',
    'session.disabled': 'Du vart logga ut fordi tilgangen din er slått av. Spør koordinatoren hos dykk dersom det er feil.',
    'session.locked': 'Logg inn på nytt for å halde fram der du slapp.',
  },
  en: {
    'signin.state': 'It took too long, or the page was opened again. Nothing is lost. Start the sign-in once more.',
    'signin.cancelled': 'Sign in when you are ready.',
    'signin.unreachable': 'Wait a little and try again. What was written before is safe.',
    'signin.answer': 'The answer from the sign-in service was not right. Start the sign-in once more. If it happens again, tell whoever is responsible for the system.',
    'signin.level': 'The highest level of security is needed here. Sign in again and choose another way, for example BankID.',
    'signin.not-fresh': 'For this you have to confirm again who you are.',
    'signin.not-invited': 'The sign-in worked, but you are not invited. Ask your coordinator. If you signed in as the wrong person, you can sign in as someone else.',
    'signin.disabled': 'The sign-in worked, but your access is switched off. Ask your coordinator if that is wrong.',
    'signin.issuer': 'Start the sign-in once more.',
    'signin.insecure': 'Tell whoever is responsible for the system: the address of the sign-in service must begin with https.',
    'signin.client-key': 'Tell whoever is responsible for the system: the key to the sign-in service cannot be used.',
    'session.none': 'You have to sign in to see this page.',
    'session.idle': 'You were signed out because half an hour went by without you doing anything here. What you have saved is safe.',
    'session.expired': 'You were signed out because you had been signed in for ten hours. What you have saved is safe.',
    'session.disabled': 'You were signed out because your access is switched off. Ask your coordinator if that is wrong.',
    'session.locked': 'Sign in again to go on where you left off.',
  },
});

export type RefusalCode = keyof (typeof refusalTexts)['nb'];

/** Heading and sentences for a refusal of sign-in or session; an unknown code gets those of `signin.answer`. */
export function refusalWords(code: string, lang: Lang): { readonly heading: string; readonly text: string } {
  const known = isRefusalCode(code) ? code : 'signin.answer';
  return { heading: refusalHeadings[lang][known], text: refusalTexts[lang][known] };
}

function isRefusalCode(code: string): code is RefusalCode {
  return Object.hasOwn(refusalTexts.nb, code);
}
