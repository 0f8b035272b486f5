import { catalogue } from '../../kernel/texts.ts';

/** Words about a question to a colleague by name: until when it stands, and that its time is up. */
export const askedTexts = catalogue({
  nb: {
    CLASSIFICATION: 'klassifiseringen', NOT_A_CASE: 'at det ikke blir en sak', TRANSFER: 'overføringen', CLOSING: 'avslutningen', LOWERING: 'graderingen av adressen',
    stands: (about: string, name: string, day: string) => `${name} er spurt om ${about}, og kan svare fram til ${day}.`,
    lapsed: (about: string, name: string, day: string) => `${name} ble spurt om ${about}, men svarte ikke innen ${day}. Spørsmålet gjelder ikke lenger og gir ikke tilgang til saken. Forslaget står.`,
    others: 'En annen i teamet kan svare, eller den som foreslo det, kan spørre på nytt.', anew: 'Spør på nytt', takeBack: 'Ta avslutningen tilbake', takeBackFirst: 'Vil du spørre på nytt? Ta avslutningen tilbake først. Det du skrev, står i skjemaet når du foreslår den igjen.',
  },
  nn: {
    CLASSIFICATION: 'klassifiseringa', NOT_A_CASE: 'at det ikkje blir ei sak', TRANSFER: 'overføringa', CLOSING: 'avslutninga', LOWERING: 'graderinga av adressa',
    stands: (about: string, name: string, day: string) => `${name} er spurd om ${about}, og kan svare fram til ${day}.`,
    lapsed: (about: string, name: string, day: string) => `${name} blei spurd om ${about}, men svarte ikkje innan ${day}. Spørsmålet gjeld ikkje lenger og gir ikkje tilgang til saka. Forslaget står.`,
    others: 'Ein annan i teamet kan svare, eller den som foreslo det, kan spørje på nytt.', anew: 'Spør på nytt', takeBack: 'Ta avslutninga tilbake', takeBackFirst: 'Vil du spørje på nytt? Ta avslutninga tilbake først. Det du skreiv, står i skjemaet når du foreslår henne igjen.',
  },
  en: {
    CLASSIFICATION: 'the classification', NOT_A_CASE: 'making no case of it', TRANSFER: 'the transfer', CLOSING: 'closing the case', LOWERING: 'the grade of the address',
    stands: (about: string, name: string, day: string) => `${name} was asked about ${about} and can answer until ${day}.`,
    lapsed: (about: string, name: string, day: string) => `${name} was asked about ${about}, but did not answer by ${day}. The question no longer counts and gives no access to the case. The proposal stands.`,
    others: 'Somebody else in the team can answer, or whoever proposed it can ask anew.', anew: 'Ask anew', takeBack: 'Take the closing back', takeBackFirst: 'Do you want to ask anew? Take the closing back first. What you wrote is in the form when you propose it again.',
  },
});
