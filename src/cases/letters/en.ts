import type { Letter } from '../choices/document.ts';

/** The national templates in English, sentence by sentence those of nb.ts. */
export const LETTERS_EN: Readonly<Record<Letter, string>> = {
  INNKALLING: `We would like to talk with you

Dear [[person]]

We at [[region]] would like to meet you. We want to hear how you are, and what you yourself wish.

Time: [[tid]]
Place: [[sted]]

You may bring somebody you trust. If you need an interpreter, help to get there or another place to meet, tell us.

You decide yourself whether to come, and what you want to tell. If it does not suit you, we will find another time.

Call us on [[telefon]].

Kind regards
[[saksansvarlig]]
[[region]]`,
  BREV: `About your case

Dear [[person]]

[[tekst]]

This has been decided so far:
[[tiltak]]

You have the right to see what we have written about you. If you think that something is wrong, you can ask us to correct it.

Do you have questions, or has something changed? Call us on [[telefon]]. If you are in danger now, call 112.

Kind regards
[[saksansvarlig]]
[[region]]`,
  TILBAKEMELDING: `An answer to the concern you reported

Dear [[mottaker]]

Thank you for telling us. We have received the concern and looked at it.

[[tekst]]

We are bound by confidentiality. What we tell you here, the person has agreed that you may know: [[samtykke]]

If you are concerned again, report it again or call us on [[telefon]]. If somebody is in danger now, call 112.

Kind regards
[[saksansvarlig]]
[[region]]`,
  ANMODNING: `We ask for information

To [[mottaker]]

[[region]] is looking into a concern for an adult. To do so we ask for this information:

[[tekst]]

It is about: [[person]], born [[fodt]].

We ask for the information under [[hjemmel]]. Give us only what is needed, and what you are allowed to share. If you think that you cannot answer, tell us why.

Do not contact the person or the family about this letter before you have talked with us on [[telefon]].

Kind regards
[[saksansvarlig]]
[[region]]`,
  SAMTYKKE: `Yes to sharing information

I, [[person]], agree that [[region]] may share information about me.

With whom may they share it?
[[mottaker]]

What may they share?
[[tekst]]

I know that
– I decide myself whether to say yes
– I can take my answer back at any time, without saying why
– what was shared before I take it back has still been shared
– I get help also if I say no

If you want to take the answer back, call [[telefon]].

Place and date:

Signature:`,
  UNDERRETNING: `To you: this has happened in the case

Dear [[person]]

We write to tell you this:

[[tekst]]

The ground is [[hjemmel]].

You can ask to see what we have written, and you can say what you think. We write down what you say.

Call us on [[telefon]] if you have questions.

Kind regards
[[saksansvarlig]]
[[region]]`,
  VEDTAK: `We have decided this

Dear [[person]]

[[region]] has decided:
[[tiltak]]

Why:
[[tekst]]

What you yourself have said that you wish has been important to us. We have chosen what interferes least with your life and can still make you safer.

If you disagree, tell us on [[telefon]]. We write down what you say and look at it again. We also help you if you want to complain.

Kind regards
[[saksansvarlig]]
[[region]]`,
  REFERAT: `Minutes

Case: [[referanse]]
Date: [[dato]]
Place: [[sted]]
Present: [[mottaker]]

What we talked about:
[[tekst]]

What we agreed:
[[tiltak]]

Next time:
[[tid]]

Written by [[saksansvarlig]]`,
};
