/** Words of the short way to closing for advice only, and of asking a colleague by name to confirm; nb.ts, nn.ts and en.ts take them in with the others. */
export const ADVICE_WORDS = {
  nb: {
    'step.adviseOnly': 'Kun råd, ikke sak',
    'field.confirmer': 'Hvem skal bekrefte?', 'help.confirmer': 'Den du velger, får saken på «Min dag» og kan lese den til svaret er gitt. Velger du ingen, ligger den hos koordinatorene.',
    'fault.cannot_confirm': 'Velg en annen i teamet. Én av dere to må være koordinator.',
    'standing.asked': 'Spurt om å bekrefte',
  },
  nn: {
    'step.adviseOnly': 'Berre råd, ikkje sak',
    'field.confirmer': 'Kven skal stadfeste?', 'help.confirmer': 'Den du vel, får saka på «Min dag» og kan lese henne til svaret er gitt. Vel du ingen, ligg ho hos koordinatorane.',
    'fault.cannot_confirm': 'Vel ein annan i teamet. Éin av dykk to må vere koordinator.',
    'standing.asked': 'Spurd om å stadfeste',
  },
  en: {
    'step.adviseOnly': 'Advice only, not a case',
    'field.confirmer': 'Who is to confirm?', 'help.confirmer': 'Whoever you choose finds the case on «My day» and can read it until the answer is given. If you choose nobody, it lies with the coordinators.',
    'fault.cannot_confirm': 'Choose somebody else in the team. One of you two must be a coordinator.',
    'standing.asked': 'Asked to confirm',
  },
} as const;
