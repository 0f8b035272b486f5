import type { Letter } from '../choices/document.ts';

/** The national templates in nynorsk, sentence by sentence those of nb.ts. */
export const LETTERS_NN: Readonly<Record<Letter, string>> = {
  INNKALLING: `Vi vil gjerne snakke med deg

Hei [[person]]

Vi i [[region]] vil gjerne møte deg. Vi vil høyre korleis du har det, og kva du sjølv ønskjer.

Tid: [[tid]]
Stad: [[sted]]

Du kan ta med deg nokon du stoler på. Treng du tolk, hjelp til å kome deg fram eller ein annan stad å møtast, så sei frå til oss.

Du bestemmer sjølv om du vil kome, og kva du vil fortelje. Passar det ikkje, finn vi ei anna tid.

Ring oss på [[telefon]].

Helsing
[[saksansvarlig]]
[[region]]`,
  BREV: `Om saka di

Hei [[person]]

[[tekst]]

Dette er bestemt til no:
[[tiltak]]

Du har rett til å sjå det vi har skrive om deg. Meiner du at noko er feil, kan du be oss rette det.

Har du spørsmål, eller har noko endra seg? Ring oss på [[telefon]]. Er du i fare no, ring 112.

Helsing
[[saksansvarlig]]
[[region]]`,
  TILBAKEMELDING: `Svar på bekymringa du melde

Hei [[mottaker]]

Takk for at du sa frå. Vi har teke imot bekymringa og sett på henne.

[[tekst]]

Vi har teieplikt. Det vi fortel deg her, har personen sagt ja til at du får vite: [[samtykke]]

Blir du bekymra igjen, meld frå på nytt eller ring oss på [[telefon]]. Er nokon i fare no, ring 112.

Helsing
[[saksansvarlig]]
[[region]]`,
  ANMODNING: `Vi ber om opplysningar

Til [[mottaker]]

[[region]] undersøkjer ei bekymring for ein vaksen person. For å gjere det ber vi om desse opplysningane:

[[tekst]]

Det gjeld: [[person]], fødd [[fodt]].

Vi ber om opplysningane etter [[hjemmel]]. Gi oss berre det som trengst, og det de har lov til å dele. Meiner de at de ikkje kan svare, så fortel oss kvifor.

Ikkje ta kontakt med personen eller familien om dette brevet før du har snakka med oss på [[telefon]].

Helsing
[[saksansvarlig]]
[[region]]`,
  SAMTYKKE: `Ja til å dele opplysningar

Eg, [[person]], seier ja til at [[region]] kan dele opplysningar om meg.

Kven kan dei dele med?
[[mottaker]]

Kva kan dei dele?
[[tekst]]

Eg veit at
– eg bestemmer sjølv om eg vil seie ja
– eg kan ta tilbake svaret når som helst, utan å seie kvifor
– det som er delt før eg tek det tilbake, er framleis delt
– eg får hjelp også om eg seier nei

Vil du ta svaret tilbake, ring [[telefon]].

Stad og dato:

Underskrift:`,
  UNDERRETNING: `Til deg: dette har hendt i saka

Hei [[person]]

Vi skriv for å fortelje deg dette:

[[tekst]]

Grunnlaget er [[hjemmel]].

Du kan be om å få sjå det vi har skrive, og du kan seie kva du meiner. Vi skriv ned det du seier.

Ring oss på [[telefon]] om du har spørsmål.

Helsing
[[saksansvarlig]]
[[region]]`,
  VEDTAK: `Vi har bestemt dette

Hei [[person]]

[[region]] har bestemt:
[[tiltak]]

Kvifor:
[[tekst]]

Det du sjølv har sagt at du ønskjer, har vore viktig for oss. Vi har valt det som grip minst inn i livet ditt og likevel kan gjere deg tryggare.

Er du usamd, så sei frå til oss på [[telefon]]. Vi skriv ned det du seier og ser på det på nytt. Vi hjelper deg også om du vil klage.

Helsing
[[saksansvarlig]]
[[region]]`,
  REFERAT: `Referat

Sak: [[referanse]]
Dato: [[dato]]
Stad: [[sted]]
Til stades: [[mottaker]]

Det vi snakka om:
[[tekst]]

Det vi blei samde om:
[[tiltak]]

Neste gong:
[[tid]]

Skrive av [[saksansvarlig]]`,
};
