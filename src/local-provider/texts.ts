import { catalogue } from '../kernel/texts.ts';

export const providerTexts = catalogue({
  nb: {
    title: 'Logg inn',
    demo: 'Dette er innlogging for prøving. Ingen av personene finnes.',
    choose: 'Hvem vil du være?',
    chooseHelp: 'Velg en person. Du trenger ikke passord her. I vanlig drift logger ansatte inn med sin egen elektroniske ID.',
    suggested: 'Foreslått',
    cancel: 'Avbryt',
    unknownPerson: 'Personen finnes ikke lenger i listen. Velg en annen.',
    signingOut: 'Logger ut',
    leadOnHelp: 'Du blir sendt videre av deg selv. Skjer det ikke, velg «Fortsett».',
    movingOn: 'Et øyeblikk',
    carryOn: 'Fortsett',
    signedOut: 'Du er logget ut',
    signedOutHelp: 'Du kan lukke siden.',
    failed: 'Innloggingen stoppet',
    failedHelp: 'Innloggingen tok for lang tid, eller siden er åpnet på nytt. Gå tilbake til tjenesten og start innloggingen en gang til.',
  },
  nn: {
    title: 'Logg inn',
    demo: 'Dette er innlogging for prøving. Ingen av personane finst.',
    choose: 'Kven vil du vere?',
    chooseHelp: 'Vel ein person. Du treng ikkje passord her. I vanleg drift loggar tilsette inn med sin eigen elektroniske ID.',
    suggested: 'Foreslått',
    cancel: 'Avbryt',
    unknownPerson: 'Personen finst ikkje lenger i lista. Vel ein annan.',
    signingOut: 'Loggar ut',
    leadOnHelp: 'Du blir send vidare av deg sjølv. Skjer det ikkje, vel «Hald fram».',
    movingOn: 'Eit augeblikk',
    carryOn: 'Hald fram',
    signedOut: 'Du er logga ut',
    signedOutHelp: 'Du kan lukke sida.',
    failed: 'Innlogginga stoppa',
    failedHelp: 'Innlogginga tok for lang tid, eller sida er opna på nytt. Gå tilbake til tenesta og start innlogginga ein gong til.',
  },
  en: {
    title: 'Sign in',
    demo: 'This is a sign-in for trying things out. None of these people exist.',
    choose: 'Who do you want to be?',
    chooseHelp: 'Choose a person. You need no password here. In normal use, staff sign in with their own electronic ID.',
    suggested: 'Suggested',
    cancel: 'Cancel',
    unknownPerson: 'That person is no longer on the list. Choose another.',
    signingOut: 'Signing out',
    leadOnHelp: 'You will be sent on automatically. If not, choose “Continue”.',
    movingOn: 'One moment',
    carryOn: 'Continue',
    signedOut: 'You are signed out',
    signedOutHelp: 'You can close this page.',
    failed: 'The sign-in stopped',
    failedHelp: 'The sign-in took too long, or the page was opened again. Go back to the service and start the sign-in once more.',
  },
});

/** What whoever starts the process reads when it will not start: one sentence per code. */
export const startTexts = catalogue({
  nb: {
    'login.production': 'Den lokale innloggingen starter ikke når NODE_ENV er production: der kan alle logge inn som hvem som helst.',
    'login.host': 'Den lokale innloggingen starter bare på egen maskin: sett HOST til 127.0.0.1 eller localhost.',
    'login.port': 'LOGIN_PORT må være et tall fra 0 til 65535.',
    'login.port-taken': 'Porten i LOGIN_PORT er i bruk av noe annet: stopp det, eller velg en annen port.',
    'login.people': 'LOGIN_PEOPLE må være en JSON-liste over oppdiktede personer (sub, name, roleLabel, place, acr, pid), der fødselsnummeret er syntetisk (måned + 80).',
    'login.clients': 'LOGIN_CLIENTS må være en JSON-liste (clientId, redirectUris, postLogoutRedirectUris, frontChannelLogoutUri, publicJwk), uten hemmelige nøkler.',
    'login.keys': 'Filen i LOGIN_KEYS_FILE holder ikke nøklene til den lokale innloggingen: slett den, så lages det nye.',
  },
  nn: {
    'login.production': 'Den lokale innlogginga startar ikkje når NODE_ENV er production: der kan alle logge inn som kven som helst.',
    'login.host': 'Den lokale innlogginga startar berre på eiga maskin: set HOST til 127.0.0.1 eller localhost.',
    'login.port': 'LOGIN_PORT må vere eit tal frå 0 til 65535.',
    'login.port-taken': 'Porten i LOGIN_PORT er i bruk av noko anna: stopp det, eller vel ein annan port.',
    'login.people': 'LOGIN_PEOPLE må vere ei JSON-liste over oppdikta personar (sub, name, roleLabel, place, acr, pid), der fødselsnummeret er syntetisk (månad + 80).',
    'login.clients': 'LOGIN_CLIENTS må vere ei JSON-liste (clientId, redirectUris, postLogoutRedirectUris, frontChannelLogoutUri, publicJwk), utan hemmelege nøklar.',
    'login.keys': 'Fila i LOGIN_KEYS_FILE held ikkje nøklane til den lokale innlogginga: slett henne, så blir det laga nye.',
  },
  en: {
    'login.production': 'The local sign-in will not start when NODE_ENV is production: there, anybody can sign in as anybody.',
    'login.host': 'The local sign-in only starts on your own machine: set HOST to 127.0.0.1 or localhost.',
    'login.port': 'LOGIN_PORT must be a number from 0 to 65535.',
    'login.port-taken': 'The port in LOGIN_PORT is used by something else: stop that, or choose another port.',
    'login.people': 'LOGIN_PEOPLE must be a JSON list of invented people (sub, name, roleLabel, place, acr, pid) whose national numbers are synthetic (month + 80).',
    'login.clients': 'LOGIN_CLIENTS must be a JSON list (clientId, redirectUris, postLogoutRedirectUris, frontChannelLogoutUri, publicJwk) without secret keys.',
    'login.keys': 'The file in LOGIN_KEYS_FILE does not hold the keys of the local sign-in: delete it and new ones are made.',
  },
});

/** The sentence for a code that stops the start. */
export function startSentence(code: string): string {
  const words: Readonly<Record<string, string>> = startTexts.nb;
  return words[code] ?? code;
}
