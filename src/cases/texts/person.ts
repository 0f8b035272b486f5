/** Words of what is put right of what a report said of the person, and of what a guardian may consent to; nb.ts, nn.ts and en.ts take them in with the others. */
export const PERSON_WORDS = {
  nb: {
    'field.consentAbout': 'Hva gjelder samtykket?', 'help.consentAbout': 'Trengs når en verge samtykker. Vergen kan bare samtykke til det vergemålet gjelder.',
    'refusal.outside_guardianship': 'Vergemålet gjelder ikke dette, så langt dere vet. Se i vedtaket hva det gjelder, og rett det i saken, eller velg et annet grunnlag.',
    'fault.outside_guardianship': 'Vergemålet gjelder ikke dette, så langt dere vet. Se i vedtaket hva det gjelder, og rett det i saken, eller velg et annet grunnlag.',
    'step.recordPerson': 'Rett eller fyll ut om personen', 'step.closeWay': 'Si fra at en måte ikke er trygg lenger',
    'field.knownFrom': 'Hvor vet dere det fra?', 'help.knownFrom': 'For eksempel «Hun sa det selv på telefon» eller «Folkeregisteret».',
    'field.personName': 'Navn', 'field.personAlias': 'Hva vil personen kalles?', 'field.birthYear': 'Fødselsår', 'field.phone': 'Telefon',
    'field.address': 'Adresse', 'help.address': 'Er adressen hemmelig, skriv den ikke her.', 'field.suspectName': 'Navnet på den mistenkte',
    'field.vulnerability': 'Ekstra utsatt', 'field.violence': 'Vold og overgrep', 'field.relations': 'Hva er den mistenkte for personen?',
    'field.personGone': 'Er noe galt, uten at dere vet hva som er riktig?', 'help.personGone': 'Det du krysser av for, tas bort. Et tekstfelt du lar stå tomt, endres ikke.',
    'field.unsafeWay': 'Hvilken måte er ikke trygg lenger?', 'help.unsafeWay': 'Saken viser den ikke lenger som trygg noe sted.',
    'refusal.nothing_changed': 'Ingenting er endret. Rett det som er galt, eller gå tilbake til saken.',
    'fault.no_such_year': 'Skriv fire tall, for eksempel 1947.',
    'fault.address_not_kept': 'Adressen er hemmelig, så den skal ikke stå her. La feltet stå tomt.',
    'fault.way_closed': 'Denne måten er ikke trygg lenger. Skriv en annen, eller la feltet stå tomt. Er den blitt trygg igjen, skriver dere den i sikkerhetsplanen først.',
  },
  nn: {
    'field.consentAbout': 'Kva gjeld samtykket?', 'help.consentAbout': 'Trengst når ei verje samtykkjer. Verja kan berre samtykkje til det verjemålet gjeld.',
    'refusal.outside_guardianship': 'Verjemålet gjeld ikkje dette, så langt de veit. Sjå i vedtaket kva det gjeld, og rett det i saka, eller vel eit anna grunnlag.',
    'fault.outside_guardianship': 'Verjemålet gjeld ikkje dette, så langt de veit. Sjå i vedtaket kva det gjeld, og rett det i saka, eller vel eit anna grunnlag.',
    'step.recordPerson': 'Rett eller fyll ut om personen', 'step.closeWay': 'Sei frå at ein måte ikkje er trygg lenger',
    'field.knownFrom': 'Kvar veit de det frå?', 'help.knownFrom': 'Til dømes «Ho sa det sjølv på telefon» eller «Folkeregisteret».',
    'field.personName': 'Namn', 'field.personAlias': 'Kva vil personen kallast?', 'field.birthYear': 'Fødselsår', 'field.phone': 'Telefon',
    'field.address': 'Adresse', 'help.address': 'Er adressa hemmeleg, skriv ho ikkje her.', 'field.suspectName': 'Namnet på den mistenkte',
    'field.vulnerability': 'Ekstra utsett', 'field.violence': 'Vald og overgrep', 'field.relations': 'Kva er den mistenkte for personen?',
    'field.personGone': 'Er noko gale, utan at de veit kva som er rett?', 'help.personGone': 'Det du kryssar av for, blir teke bort. Eit tekstfelt du lèt stå tomt, blir ikkje endra.',
    'field.unsafeWay': 'Kva måte er ikkje trygg lenger?', 'help.unsafeWay': 'Saka viser han ikkje lenger som trygg nokon stad.',
    'refusal.nothing_changed': 'Ingenting er endra. Rett det som er gale, eller gå tilbake til saka.',
    'fault.no_such_year': 'Skriv fire tal, til dømes 1947.',
    'fault.address_not_kept': 'Adressa er hemmeleg, så ho skal ikkje stå her. La feltet stå tomt.',
    'fault.way_closed': 'Denne måten er ikkje trygg lenger. Skriv ein annan, eller la feltet stå tomt. Er han blitt trygg igjen, skriv de han i tryggleiksplanen først.',
  },
  en: {
    'field.consentAbout': 'What is the consent about?', 'help.consentAbout': 'Needed when a guardian consents. A guardian can only consent to what the guardianship covers.',
    'refusal.outside_guardianship': 'As far as you know, the guardianship does not cover this. See in the decision what it covers and correct it in the case, or choose another basis.',
    'fault.outside_guardianship': 'As far as you know, the guardianship does not cover this. See in the decision what it covers and correct it in the case, or choose another basis.',
    'step.recordPerson': 'Correct or add to what is known of the person', 'step.closeWay': 'Say that a way is not safe any more',
    'field.knownFrom': 'How do you know?', 'help.knownFrom': 'For example “She said so herself on the phone” or “The population register”.',
    'field.personName': 'Name', 'field.personAlias': 'What does the person want to be called?', 'field.birthYear': 'Year of birth', 'field.phone': 'Phone',
    'field.address': 'Address', 'help.address': 'If the address is secret, do not write it here.', 'field.suspectName': 'Name of the suspect',
    'field.vulnerability': 'Especially vulnerable', 'field.violence': 'Violence and abuse', 'field.relations': 'What is the suspect to the person?',
    'field.personGone': 'Is something wrong, and you do not know what is right?', 'help.personGone': 'What you tick is taken away. A text field that you leave empty is not changed.',
    'field.unsafeWay': 'Which way is not safe any more?', 'help.unsafeWay': 'The case no longer shows it as safe anywhere.',
    'refusal.nothing_changed': 'Nothing was changed. Correct what is wrong, or go back to the case.',
    'fault.no_such_year': 'Write four digits, for example 1947.',
    'fault.address_not_kept': 'The address is secret, so it must not stand here. Leave the field empty.',
    'fault.way_closed': 'This way is not safe any more. Write another, or leave the field empty. If it has become safe again, write it in the safety plan first.',
  },
} as const;

/** What the journal calls these entries, and what the page about the person says of them; events-page.ts takes them in. */
export const PERSON_EVENTS = {
  nb: {
    event_PersonRecorded: 'Rettet om personen', event_WayClosed: 'En måte er ikke trygg lenger',
    correctedLast: (when: string, who: string, from: string) => `Sist rettet ${when} av ${who}. Kilde: ${from}`, changePersonFacts: 'Rett eller fyll ut', closedWays: 'Ikke trygg lenger', closedBecause: (when: string, who: string, from: string) => `${when}, ${who}: ${from}`,
  },
  nn: {
    event_PersonRecorded: 'Retta om personen', event_WayClosed: 'Ein måte er ikkje trygg lenger',
    correctedLast: (when: string, who: string, from: string) => `Sist retta ${when} av ${who}. Kjelde: ${from}`, changePersonFacts: 'Rett eller fyll ut', closedWays: 'Ikkje trygg lenger', closedBecause: (when: string, who: string, from: string) => `${when}, ${who}: ${from}`,
  },
  en: {
    event_PersonRecorded: 'Corrected about the person', event_WayClosed: 'Way not safe any more',
    correctedLast: (when: string, who: string, from: string) => `Last corrected ${when} by ${who}. Source: ${from}`, changePersonFacts: 'Correct or add', closedWays: 'Not safe any more', closedBecause: (when: string, who: string, from: string) => `${when}, ${who}: ${from}`,
  },
} as const;
