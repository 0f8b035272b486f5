/** Words of the steps by which somebody takes over from a case lead, for good or for a time; nb.ts, nn.ts and en.ts take them in with the others. */
export const DEPUTY_WORDS = {
  nb: {
    'step.handOverLead': 'La en annen ta over saken', 'step.nameKeeper': 'Velg hvem som skal se en strengt fortrolig sak', 'step.deputiseLead': 'Velg vikar for saksansvarlig', 'step.endDeputy': 'Avslutt vikariatet',
    'field.deputy': 'Vikar', 'field.awayFrom': 'Fra og med', 'field.awayUntil': 'Til og med',
    'fault.keeper_missing': 'Velg en koordinator. Ellers er det ingen som ser saken.',
  },
  nn: {
    'step.handOverLead': 'La ein annan ta over saka', 'step.nameKeeper': 'Vel kven som skal sjå ei strengt fortruleg sak', 'step.deputiseLead': 'Vel vikar for saksansvarleg', 'step.endDeputy': 'Avslutt vikariatet',
    'field.deputy': 'Vikar', 'field.awayFrom': 'Frå og med', 'field.awayUntil': 'Til og med',
    'fault.keeper_missing': 'Vel ein koordinator. Elles er det ingen som ser saka.',
  },
  en: {
    'step.handOverLead': 'Let somebody else take over the case', 'step.nameKeeper': 'Choose who sees a strictly confidential case', 'step.deputiseLead': 'Choose who stands in for the case lead', 'step.endDeputy': 'End the standing in',
    'field.deputy': 'Stands in', 'field.awayFrom': 'From (inclusive)', 'field.awayUntil': 'To (inclusive)',
    'fault.keeper_missing': 'Choose a coordinator. Otherwise nobody sees the case.',
  },
} as const;

/** What the journal calls these entries; events-page.ts takes them in. */
export const DEPUTY_EVENTS = {
  nb: { event_ColleagueLeftOut: 'En kollega leser ikke saken', event_KeeperNamed: 'Hvem som skal se saken, er endret', event_LeadDeputised: 'Vikar for saksansvarlig', event_DeputyEnded: 'Vikariatet er avsluttet' },
  nn: { event_ColleagueLeftOut: 'Ein kollega les ikkje saka', event_KeeperNamed: 'Kven som skal sjå saka, er endra', event_LeadDeputised: 'Vikar for saksansvarleg', event_DeputyEnded: 'Vikariatet er avslutta' },
  en: { event_ColleagueLeftOut: 'A colleague does not read the case', event_KeeperNamed: 'Who sees the case has changed', event_LeadDeputised: 'Somebody stands in for the case lead', event_DeputyEnded: 'The standing in has ended' },
} as const;
