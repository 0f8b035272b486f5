import { catalogue } from '../../kernel/texts.ts';

/** Words of the part of the archive page about cases that are held back from disposal. */
export const holdTexts = catalogue({
  nb: {
    heading: 'Kasseres ikke nå', lead: 'En sak som kan bli bevis i et krav, en klage, et tilsyn eller en politisak, holdes tilbake til noen avslutter det. Det gjelder også åpne saker, og bekymringer og drøftinger som ikke ble en sak.',
    none: 'Ingenting holdes tilbake.', hold: 'Hold noe tilbake', reference: 'Referanse', ground: 'Hva gjelder det?', why: 'Begrunnelse', whyHint: 'Hvem som har bedt om det, og når. Uten navn på den saken gjelder.',
    doHold: 'Hold tilbake', end: 'Avslutt', endFor: (ref: string) => `Avslutt: ${ref} kan kasseres igjen`, held: 'Holdes tilbake', restricted: 'Bruken er begrenset', waits: 'Noe er ulest eller ubesvart', since: 'Siden', case: 'Referanse',
    journal: 'Journal', times: 'Tider kommunene bestemmer', timesLead: 'Loven lar kommunen bestemme dette (arkivforskrifta § 3).', noYears: 'Besvarte innsynskrav uten sak blir stående. Ingen tid er bestemt.', yearsNow: (n: number) => (n === 1 ? 'Besvarte innsynskrav uten sak slettes når ett helt kalenderår er gått.' : `Besvarte innsynskrav uten sak slettes når ${n} hele kalenderår er gått.`), years: 'Hele kalenderår etter svaret', yearsHint: 'Fra 1 til 30. La feltet stå tomt hvis ingenting skal slettes.', saveYears: 'Lagre tiden', request_years: 'Skriv et helt tall fra 1 til 30, eller la feltet stå tomt.',
    case_on_hold: 'Den holdes tilbake, bruken er begrenset, eller noe er ulest eller ubesvart. Den kan ikke kasseres nå.', already_held: 'Den holdes allerede tilbake.', not_held: 'Den holdes ikke tilbake lenger.',
  },
  nn: {
    heading: 'Blir ikkje kassert no', lead: 'Ei sak som kan bli prov i eit krav, ei klage, eit tilsyn eller ei politisak, blir halden tilbake til nokon avsluttar det. Det gjeld òg opne saker, og bekymringsmeldingar og drøftingar som ikkje blei ei sak.',
    none: 'Ingenting blir halde tilbake.', hold: 'Hald noko tilbake', reference: 'Referanse', ground: 'Kva gjeld det?', why: 'Grunngiving', whyHint: 'Kven som har bede om det, og når. Utan namn på den saka gjeld.',
    doHold: 'Hald tilbake', end: 'Avslutt', endFor: (ref: string) => `Avslutt: ${ref} kan kasserast igjen`, held: 'Blir halden tilbake', restricted: 'Bruken er avgrensa', waits: 'Noko er ulese eller ikkje svart på', since: 'Sidan', case: 'Referanse',
    journal: 'Journal', times: 'Tider kommunane bestemmer', timesLead: 'Lova lèt kommunen bestemme dette (arkivforskrifta § 3).', noYears: 'Innsynskrav utan sak som er svart på, blir ståande. Inga tid er bestemt.', yearsNow: (n: number) => (n === 1 ? 'Innsynskrav utan sak som er svart på, blir sletta når eitt heilt kalenderår er gått.' : `Innsynskrav utan sak som er svart på, blir sletta når ${n} heile kalenderår er gått.`), years: 'Heile kalenderår etter svaret', yearsHint: 'Frå 1 til 30. La feltet stå tomt om ingenting skal slettast.', saveYears: 'Lagre tida', request_years: 'Skriv eit heilt tal frå 1 til 30, eller la feltet stå tomt.',
    case_on_hold: 'Ho blir halden tilbake, bruken er avgrensa, eller noko er ulese eller ikkje svart på. Ho kan ikkje kasserast no.', already_held: 'Ho blir alt halden tilbake.', not_held: 'Ho blir ikkje halden tilbake lenger.',
  },
  en: {
    heading: 'Not disposed of now', lead: 'A case that may be evidence in a claim, a complaint, a supervision or a police matter is held back until somebody ends it. That goes for open cases, too, and for reports and consultations that never became one.',
    none: 'Nothing is held back.', hold: 'Hold something back', reference: 'Reference', ground: 'What is it about?', why: 'Grounds', whyHint: 'Who asked for it, and when. Without the name of the person in the case.',
    doHold: 'Hold back', end: 'End', endFor: (ref: string) => `End: ${ref} may be disposed of again`, held: 'Held back', restricted: 'Its use is restricted', waits: 'Something is unread or unanswered', since: 'Since', case: 'Reference',
    journal: 'Journal', times: 'Times that the municipalities decide', timesLead: 'The law leaves this to the municipality (arkivforskrifta § 3).', noYears: 'Answered access requests without a case are kept. No time has been decided.', yearsNow: (n: number) => (n === 1 ? 'Answered access requests without a case are deleted when one whole calendar year has passed.' : `Answered access requests without a case are deleted when ${n} whole calendar years have passed.`), years: 'Whole calendar years after the answer', yearsHint: 'From 1 to 30. Leave it empty if nothing is to be deleted.', saveYears: 'Save the time', request_years: 'Write a whole number from 1 to 30, or leave it empty.',
    case_on_hold: 'It is held back, its use is restricted, or something is unread or unanswered. It cannot be disposed of now.', already_held: 'It is held back already.', not_held: 'It is not held back any more.',
  },
});
