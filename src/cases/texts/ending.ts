import { catalogue } from '../../kernel/texts.ts';

/** Words of what stands in the way of ending a case, and of what is left when it ends; nb.ts, nn.ts and en.ts take them in with the others. */
export const ENDING_WORDS = {
  nb: {
    'condition.REPORT_READ': 'nye bekymringer i saken er lest',
    'refusal.report_unread': 'En ny bekymring i saken er ikke lest. Saksansvarlig leser den først.',
    'day.proposal_voided': 'Forslaget ditt falt bort: noe nytt er kommet inn i saken',
  },
  nn: {
    'condition.REPORT_READ': 'nye bekymringar i saka er lesne',
    'refusal.report_unread': 'Ei ny bekymring i saka er ikkje lesen. Saksansvarleg les henne først.',
    'day.proposal_voided': 'Forslaget ditt fall bort: noko nytt er kome inn i saka',
  },
  en: {
    'condition.REPORT_READ': 'new reports in the case have been read',
    'refusal.report_unread': 'A new report in the case has not been read. The case lead reads it first.',
    'day.proposal_voided': 'Your proposal fell: something new has come into the case',
  },
} as const;

/** Words of the case's pages about a proposal to end it that fell. */
export const endingTexts = catalogue({
  nb: {
    voided: 'Et forslag falt bort', fell_CLOSING: 'Forslaget om å avslutte saken falt bort, for noe nytt kom inn i saken.', fell_NOT_A_CASE: 'Forslaget om at det ikke blir en sak falt bort, for noe nytt kom inn i saken.', fell_TRANSFER: 'Forslaget om å overføre saken falt bort, for noe nytt kom inn i saken.',
    measuresFell: 'Tiltak står på et samtykke som har falt bort', measuresFellLead: 'Den som samtykket for personen, er nå antatt overgriper. Avbryt tiltaket, eller skriv hva det står på nå.',
    leftMeasure: (what: string, who: string, how: string) => `Tiltak ${how}: ${what}, ${who}`, leftPrompt: (what: string, day: string) => `Den antatte overgriperen: «${what}», ${day}. Ingen har gått gjennom planen etter det.`, leftNoLastDay: (what: string) => `${what}: Ingen siste dag er skrevet inn.`, leftNoPlan: 'Det er ikke laget noen sikkerhetsplan', leftRisk: (day: string) => `Risikoen skulle vurderes på nytt ${day}`, leftWarning: (text: string, day: string) => `Varsel som skulle ses over ${day}: ${text}`, wishHidden: 'Teksten vises når navnet er åpnet.',
    readAnew: 'Les det nye. Er det fortsatt riktig, foreslår dere det på nytt.',
  },
  nn: {
    voided: 'Eit forslag fall bort', fell_CLOSING: 'Forslaget om å avslutte saka fall bort, for noko nytt kom inn i saka.', fell_NOT_A_CASE: 'Forslaget om at det ikkje blir ei sak fall bort, for noko nytt kom inn i saka.', fell_TRANSFER: 'Forslaget om å overføre saka fall bort, for noko nytt kom inn i saka.',
    measuresFell: 'Tiltak står på eit samtykke som har falle bort', measuresFellLead: 'Den som samtykte for personen, er no antatt overgripar. Avbryt tiltaket, eller skriv kva det står på no.',
    leftMeasure: (what: string, who: string, how: string) => `Tiltak ${how}: ${what}, ${who}`, leftPrompt: (what: string, day: string) => `Den antatte overgriparen: «${what}», ${day}. Ingen har gått gjennom planen etter det.`, leftNoLastDay: (what: string) => `${what}: Ingen siste dag er skriven inn.`, leftNoPlan: 'Det er ikkje laga nokon tryggleiksplan', leftRisk: (day: string) => `Risikoen skulle vurderast på nytt ${day}`, leftWarning: (text: string, day: string) => `Varsel som skulle sjåast over ${day}: ${text}`, wishHidden: 'Teksten blir vist når namnet er opna.',
    readAnew: 'Les det nye. Er det framleis rett, foreslår de det på nytt.',
  },
  en: {
    voided: 'A proposal fell', fell_CLOSING: 'The proposal to close the case fell, because something new came into it.', fell_NOT_A_CASE: 'The proposal that this is not a case fell, because something new came into it.', fell_TRANSFER: 'The proposal to transfer the case fell, because something new came into it.',
    measuresFell: 'Measures stand on a consent that has fallen', measuresFellLead: 'Whoever consented for the person is now suspected. End the measure, or write what it stands on now.',
    leftMeasure: (what: string, who: string, how: string) => `Measure ${how}: ${what}, ${who}`, leftPrompt: (what: string, day: string) => `The suspected abuser: “${what}”, ${day}. Nobody has gone through the plan since.`, leftNoLastDay: (what: string) => `${what}: No last day is written down.`, leftNoPlan: 'No safety plan was made', leftRisk: (day: string) => `The risk was to be assessed anew on ${day}`, leftWarning: (text: string, day: string) => `Warning that was to be looked over on ${day}: ${text}`, wishHidden: 'The text is shown when the name is opened.',
    readAnew: 'Read what is new. If it is still right, propose it again.',
  },
});
