import { catalogue } from '../../kernel/texts.ts';

export const faultTexts = catalogue({
  nb: {
    home: 'Til Min dag',
    missing: 'Siden finnes ikke',
    missingLead: 'Enten er adressen feil, eller så er det ikke noe her som du har tilgang til.',
    haste: 'Vent et minutt',
    hasteLead: 'Du har hentet eller søkt veldig mye på kort tid. Gå tilbake og prøv igjen om et minutt.',
    lost: 'Vi vet ikke om det ble lagret',
    lostLead: 'Databasen var borte et øyeblikk. Gå tilbake, se om det står der, og prøv igjen hvis det ikke gjør det.',
    broken: 'Noe gikk galt hos oss',
    brokenLead: 'Ingenting ble endret. Prøv igjen. Hvis det skjer flere ganger, gi dette nummeret til den som drifter løsningen:',
  },
  nn: {
    home: 'Til Min dag',
    missing: 'Sida finst ikkje',
    missingLead: 'Anten er adressa feil, eller så er det ikkje noko her som du har tilgang til.',
    haste: 'Vent eit minutt',
    hasteLead: 'Du har henta eller søkt veldig mykje på kort tid. Gå tilbake og prøv igjen om eit minutt.',
    lost: 'Vi veit ikkje om det vart lagra',
    lostLead: 'Databasen var borte eit augeblikk. Gå tilbake, sjå om det står der, og prøv igjen om det ikkje gjer det.',
    broken: 'Noko gjekk gale hos oss',
    brokenLead: 'Ingenting vart endra. Prøv igjen. Skjer det fleire gonger, gje dette nummeret til den som driftar løysinga:',
  },
  en: {
    home: 'To My day',
    missing: 'There is no such page',
    missingLead: 'Either the address is wrong, or there is nothing here that you have access to.',
    haste: 'Wait a minute',
    hasteLead: 'You have fetched or searched for very much in a short time. Go back and try again in a minute.',
    lost: 'We do not know whether it was saved',
    lostLead: 'The database was away for a moment. Go back, see whether it is there, and try again if it is not.',
    broken: 'Something went wrong on our side',
    brokenLead: 'Nothing was changed. Try again. If it keeps happening, give this number to the people who run the system:',
  },
});
