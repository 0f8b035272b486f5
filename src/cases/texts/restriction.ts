/** Words of a restriction that is lifted, and of what a case whose use is restricted is used for all the same (GDPR art. 18 no. 2); nb.ts, nn.ts and en.ts take them in with the others. */
export const RESTRICTION_WORDS = {
  nb: {
    'step.tellReceiver': 'Fortell en mottaker om endringen', 'field.toldOf': 'Hvem gjelder det?', 'field.receiverTold': 'Har mottakeren fått vite hva som er rettet eller begrenset?', 'condition.RECEIVER_TO_TELL': 'noe som er delt, er rettet eller begrenset siden', 'refusal.no_receiver_to_tell': 'Ingen mottaker venter på å få vite noe.',
    'step.useRestricted': 'Bruk saken selv om bruken er begrenset', 'field.toldOfLift': 'Har personen fått vite at begrensningen oppheves?', 'field.restrictedUse': 'Hva skal saken brukes til?', 'field.restrictedOn': 'På hvilket grunnlag?', 'help.restrictedOn': 'Grunnlaget gjelder i sju dager. Fare for liv eller helse gjelder til og med i morgen.',
    'refusal.use_asks_ground': 'Bruken av saken er begrenset. Velg først «Bruk saken selv om bruken er begrenset», og skriv hva den skal brukes til og på hvilket grunnlag.',
    'fault.use_asks_ground': 'Bruken av saken er begrenset, så dette krever et grunnlag. Skriv det først, i steget «Bruk saken selv om bruken er begrenset», eller svar noe annet.',
    'refusal.no_consent_since': 'Personen har ikke samtykket etter at bruken ble begrenset. Skriv inn samtykket først, eller velg et annet grunnlag.', 'fault.no_consent_since': 'Personen har ikke samtykket etter at bruken ble begrenset.',
  },
  nn: {
    'step.tellReceiver': 'Fortel ein mottakar om endringa', 'field.toldOf': 'Kven gjeld det?', 'field.receiverTold': 'Har mottakaren fått vite kva som er retta eller avgrensa?', 'condition.RECEIVER_TO_TELL': 'noko som er delt, er retta eller avgrensa sidan', 'refusal.no_receiver_to_tell': 'Ingen mottakar ventar på å få vite noko.',
    'step.useRestricted': 'Bruk saka sjølv om bruken er avgrensa', 'field.toldOfLift': 'Har personen fått vite at avgrensinga blir oppheva?', 'field.restrictedUse': 'Kva skal saka brukast til?', 'field.restrictedOn': 'På kva grunnlag?', 'help.restrictedOn': 'Grunnlaget gjeld i sju dagar. Fare for liv eller helse gjeld til og med i morgon.',
    'refusal.use_asks_ground': 'Bruken av saka er avgrensa. Vel først «Bruk saka sjølv om bruken er avgrensa», og skriv kva ho skal brukast til og på kva grunnlag.',
    'fault.use_asks_ground': 'Bruken av saka er avgrensa, så dette krev eit grunnlag. Skriv det først, i steget «Bruk saka sjølv om bruken er avgrensa», eller svar noko anna.',
    'refusal.no_consent_since': 'Personen har ikkje samtykt etter at bruken blei avgrensa. Skriv inn samtykket først, eller vel eit anna grunnlag.', 'fault.no_consent_since': 'Personen har ikkje samtykt etter at bruken blei avgrensa.',
  },
  en: {
    'step.tellReceiver': 'Tell a receiver of the change', 'field.toldOf': 'Who is it about?', 'field.receiverTold': 'Has the receiver been told what was put right or restricted?', 'condition.RECEIVER_TO_TELL': 'something that was shared has been put right or restricted since', 'refusal.no_receiver_to_tell': 'No receiver waits to be told of anything.',
    'step.useRestricted': 'Use the case although its use is restricted', 'field.toldOfLift': 'Has the person been told that the restriction is being lifted?', 'field.restrictedUse': 'What is the case to be used for?', 'field.restrictedOn': 'On what ground?', 'help.restrictedOn': 'The ground holds for seven days. Danger to life or health holds until the end of tomorrow.',
    'refusal.use_asks_ground': 'The use of the case is restricted. First choose “Use the case although its use is restricted”, and write what it is to be used for and on what ground.',
    'fault.use_asks_ground': 'The use of the case is restricted, so this needs a ground. Write it first, in the step “Use the case although its use is restricted”, or answer otherwise.',
    'refusal.no_consent_since': 'The person has not consented since the use was restricted. Record the consent first, or choose another ground.', 'fault.no_consent_since': 'The person has not consented since the use was restricted.',
  },
} as const;
