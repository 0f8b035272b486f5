import type { Letter } from '../choices/document.ts';

/** The national templates in bokmål. The first line is the heading; an empty line parts paragraphs. A region may write its own. */
export const LETTERS_NB: Readonly<Record<Letter, string>> = {
  INNKALLING: `Vi vil gjerne snakke med deg

Hei [[person]]

Vi i [[region]] vil gjerne møte deg. Vi vil høre hvordan du har det, og hva du selv ønsker.

Tid: [[tid]]
Sted: [[sted]]

Du kan ta med deg noen du stoler på. Trenger du tolk, hjelp til å komme deg fram eller et annet sted å møtes, så si fra til oss.

Du bestemmer selv om du vil komme, og hva du vil fortelle. Passer det ikke, finner vi en annen tid.

Ring oss på [[telefon]].

Hilsen
[[saksansvarlig]]
[[region]]`,
  BREV: `Om saken din

Hei [[person]]

[[tekst]]

Dette er bestemt til nå:
[[tiltak]]

Du har rett til å se det vi har skrevet om deg. Mener du at noe er feil, kan du be oss rette det.

Har du spørsmål, eller har noe endret seg? Ring oss på [[telefon]]. Er du i fare nå, ring 112.

Hilsen
[[saksansvarlig]]
[[region]]`,
  TILBAKEMELDING: `Svar på bekymringen du meldte

Hei [[mottaker]]

Takk for at du sa fra. Vi har tatt imot bekymringen og sett på den.

[[tekst]]

Vi har taushetsplikt. Det vi forteller deg her, har personen sagt ja til at du får vite: [[samtykke]]

Blir du bekymret igjen, meld fra på nytt eller ring oss på [[telefon]]. Er noen i fare nå, ring 112.

Hilsen
[[saksansvarlig]]
[[region]]`,
  ANMODNING: `Vi ber om opplysninger

Til [[mottaker]]

[[region]] undersøker en bekymring for en voksen person. For å gjøre det ber vi om disse opplysningene:

[[tekst]]

Det gjelder: [[person]], født [[fodt]].

Vi ber om opplysningene etter [[hjemmel]]. Gi oss bare det som trengs, og det dere har lov til å dele. Mener dere at dere ikke kan svare, så fortell oss hvorfor.

Ikke ta kontakt med personen eller familien om dette brevet før du har snakket med oss på [[telefon]].

Hilsen
[[saksansvarlig]]
[[region]]`,
  SAMTYKKE: `Ja til å dele opplysninger

Jeg, [[person]], sier ja til at [[region]] kan dele opplysninger om meg.

Hvem kan de dele med?
[[mottaker]]

Hva kan de dele?
[[tekst]]

Jeg vet at
– jeg bestemmer selv om jeg vil si ja
– jeg kan ta tilbake svaret når som helst, uten å si hvorfor
– det som er delt før jeg tar det tilbake, er fortsatt delt
– jeg får hjelp også hvis jeg sier nei

Vil du ta svaret tilbake, ring [[telefon]].

Sted og dato:

Underskrift:`,
  UNDERRETNING: `Til deg: dette har skjedd i saken

Hei [[person]]

Vi skriver for å fortelle deg dette:

[[tekst]]

Grunnlaget er [[hjemmel]].

Du kan be om å få se det vi har skrevet, og du kan si hva du mener. Vi skriver ned det du sier.

Ring oss på [[telefon]] hvis du har spørsmål.

Hilsen
[[saksansvarlig]]
[[region]]`,
  VEDTAK: `Vi har bestemt dette

Hei [[person]]

[[region]] har bestemt:
[[tiltak]]

Hvorfor:
[[tekst]]

Det du selv har sagt at du ønsker, har vært viktig for oss. Vi har valgt det som griper minst inn i livet ditt og likevel kan gjøre deg tryggere.

Er du uenig, så si fra til oss på [[telefon]]. Vi skriver ned det du sier og ser på det på nytt. Vi hjelper deg også hvis du vil klage.

Hilsen
[[saksansvarlig]]
[[region]]`,
  REFERAT: `Referat

Sak: [[referanse]]
Dato: [[dato]]
Sted: [[sted]]
Til stede: [[mottaker]]

Det vi snakket om:
[[tekst]]

Det vi ble enige om:
[[tiltak]]

Neste gang:
[[tid]]

Skrevet av [[saksansvarlig]]`,
};
