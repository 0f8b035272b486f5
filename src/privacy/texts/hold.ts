import { catalogue } from '../../kernel/texts.ts';

/** Words of the part of the archive page about cases that are held back from disposal. */
export const holdTexts = catalogue({
  nb: {
    heading: 'Kasseres ikke nå', lead: 'En sak som kan bli bevis i et krav, en klage, et tilsyn eller en politisak, holdes tilbake til noen avslutter det. Det gjelder også åpne saker.',
    none: 'Ingen saker holdes tilbake.', hold: 'Hold en sak tilbake', reference: 'Referansen til saken', ground: 'Hva gjelder det?', why: 'Begrunnelse', whyHint: 'Hvem som har bedt om det, og når. Uten navn på den saken gjelder.',
    doHold: 'Hold tilbake', end: 'Avslutt', endFor: (ref: string) => `Avslutt: sak ${ref} kan kasseres igjen`, held: 'Holdes tilbake', restricted: 'Bruken er begrenset', since: 'Siden', case: 'Sak',
    case_on_hold: 'Saken holdes tilbake, eller bruken er begrenset. Den kan ikke kasseres nå.', already_held: 'Saken holdes allerede tilbake.', not_held: 'Saken holdes ikke tilbake lenger.',
  },
  nn: {
    heading: 'Blir ikkje kassert no', lead: 'Ei sak som kan bli prov i eit krav, ei klage, eit tilsyn eller ei politisak, blir halden tilbake til nokon avsluttar det. Det gjeld òg opne saker.',
    none: 'Ingen saker blir haldne tilbake.', hold: 'Hald ei sak tilbake', reference: 'Referansen til saka', ground: 'Kva gjeld det?', why: 'Grunngiving', whyHint: 'Kven som har bede om det, og når. Utan namn på den saka gjeld.',
    doHold: 'Hald tilbake', end: 'Avslutt', endFor: (ref: string) => `Avslutt: sak ${ref} kan kasserast igjen`, held: 'Blir halden tilbake', restricted: 'Bruken er avgrensa', since: 'Sidan', case: 'Sak',
    case_on_hold: 'Saka blir halden tilbake, eller bruken er avgrensa. Ho kan ikkje kasserast no.', already_held: 'Saka blir alt halden tilbake.', not_held: 'Saka blir ikkje halden tilbake lenger.',
  },
  en: {
    heading: 'Not disposed of now', lead: 'A case that may be evidence in a claim, a complaint, a supervision or a police matter is held back until somebody ends it. That goes for open cases, too.',
    none: 'No cases are held back.', hold: 'Hold a case back', reference: 'The reference of the case', ground: 'What is it about?', why: 'Grounds', whyHint: 'Who asked for it, and when. Without the name of the person in the case.',
    doHold: 'Hold back', end: 'End', endFor: (ref: string) => `End: case ${ref} may be disposed of again`, held: 'Held back', restricted: 'Its use is restricted', since: 'Since', case: 'Case',
    case_on_hold: 'The case is held back, or its use is restricted. It cannot be disposed of now.', already_held: 'The case is held back already.', not_held: 'The case is not held back any more.',
  },
});
