import { catalogue } from '../../../kernel/texts.ts';

/** Words of what may be shared, how to ask safely, and with whom. */
export const sharingWords = catalogue({
  nb: {
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
  },
  nn: {
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
  },
  en: {
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
  },
});
