/** Words of the short way to closing for advice only, and of asking a colleague by name to confirm; nb.ts, nn.ts and en.ts take them in with the others. */
export const ADVICE_WORDS = {
  nb: {
    'step.adviseOnly': 'Kun råd, ikke sak',
    'field.confirmer': 'Hvem skal bekrefte?', 'help.confirmer': 'Den du velger, får saken på «Min dag» og kan lese den til svaret er gitt. Velger du ingen, ligger den hos koordinatorene.',
    'fault.cannot_confirm': 'Kollegaen kan ikke bekrefte dette. Velg en annen i listen.', 'fault.confirmer_away': 'Kollegaen er borte nå. Velg en annen, eller la det ligge hos koordinatorene.',
    'day.confirm_lowering': 'Bekreft noe som to må være enige om',
    'standing.asked': 'Spurt om å bekrefte',
  },
  nn: {
    'step.adviseOnly': 'Berre råd, ikkje sak',
    'field.confirmer': 'Kven skal stadfeste?', 'help.confirmer': 'Den du vel, får saka på «Min dag» og kan lese henne til svaret er gitt. Vel du ingen, ligg ho hos koordinatorane.',
    'fault.cannot_confirm': 'Kollegaen kan ikkje stadfeste dette. Vel ein annan i lista.', 'fault.confirmer_away': 'Kollegaen er borte no. Vel ein annan, eller la det liggje hos koordinatorane.',
    'day.confirm_lowering': 'Stadfest noko som to må vere einige om',
    'standing.asked': 'Spurd om å stadfeste',
  },
  en: {
    'step.adviseOnly': 'Advice only, not a case',
    'field.confirmer': 'Who is to confirm?', 'help.confirmer': 'Whoever you choose finds the case on «My day» and can read it until the answer is given. If you choose nobody, it lies with the coordinators.',
    'fault.cannot_confirm': 'Your colleague cannot confirm this. Choose somebody else on the list.', 'fault.confirmer_away': 'They are away now. Choose somebody else, or leave it with the coordinators.',
    'day.confirm_lowering': 'Confirm something that two have to agree on',
    'standing.asked': 'Asked to confirm',
  },
} as const;
