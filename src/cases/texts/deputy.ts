/** Words of the steps by which somebody takes over from a case lead, for good or for a time; nb.ts, nn.ts and en.ts take them in with the others. */
export const DEPUTY_WORDS = {
  nb: {
    'step.handOverLead': 'La en annen ta over saken', 'step.deputiseLead': 'Velg vikar for saksansvarlig', 'step.endDeputy': 'Avslutt vikariatet',
    'field.deputy': 'Vikar', 'field.awayFrom': 'Fra og med', 'field.awayUntil': 'Til og med',
  },
  nn: {
    'step.handOverLead': 'La ein annan ta over saka', 'step.deputiseLead': 'Vel vikar for saksansvarleg', 'step.endDeputy': 'Avslutt vikariatet',
    'field.deputy': 'Vikar', 'field.awayFrom': 'Frå og med', 'field.awayUntil': 'Til og med',
  },
  en: {
    'step.handOverLead': 'Let somebody else take over the case', 'step.deputiseLead': 'Choose who stands in for the case lead', 'step.endDeputy': 'End the standing in',
    'field.deputy': 'Stands in', 'field.awayFrom': 'From (inclusive)', 'field.awayUntil': 'To (inclusive)',
  },
} as const;

/** What the journal calls these entries; page-texts.ts takes them in. */
export const DEPUTY_EVENTS = {
  nb: { event_LeadDeputised: 'Vikar for saksansvarlig', event_DeputyEnded: 'Vikariatet er avsluttet' },
  nn: { event_LeadDeputised: 'Vikar for saksansvarleg', event_DeputyEnded: 'Vikariatet er avslutta' },
  en: { event_LeadDeputised: 'Somebody stands in for the case lead', event_DeputyEnded: 'The standing in has ended' },
} as const;
