import { catalogue } from '../../kernel/texts.ts';

/** Words of the lane for many at once. */
export const crowdWords = catalogue({
  nb: {
    crowded: 'Mange på én gang',
    crowdedAbout: 'Da disse kom, hadde det kommet svært mange fra samme nett på kort tid. De ligger her, så de andre ikke drukner. Fristene er de samme. Les dem, og flytt det som er en bekymring.',
    crowdedMore: (shown: number) => `De ${shown} første vises: først det ingen har lest.`,
    moveOut: 'Åpne og flytt til innboksen',
    moveOutHere: 'Flytt til innboksen',
    crowdedHere: 'Denne ligger i «Mange på én gang». Er det en bekymring, flytter du den til de andre.',
  },
  nn: {
    crowded: 'Mange på éin gong',
    crowdedAbout: 'Då desse kom, hadde det kome svært mange frå same nett på kort tid. Dei ligg her, så dei andre ikkje druknar. Fristane er dei same. Les dei, og flytt det som er ei bekymring.',
    crowdedMore: (shown: number) => `Dei ${shown} første blir viste: først det ingen har lese.`,
    moveOut: 'Opne og flytt til innboksen',
    moveOutHere: 'Flytt til innboksen',
    crowdedHere: 'Denne ligg i «Mange på éin gong». Er det ei bekymring, flyttar du henne til dei andre.',
  },
  en: {
    crowded: 'Many at once',
    crowdedAbout: 'When these came, very many had come from the same network in a short time. They lie here so that the others do not drown. The deadlines are the same. Read them, and move whatever is a concern.',
    crowdedMore: (shown: number) => `The first ${shown} are shown: what nobody has read comes first.`,
    moveOut: 'Open and move to the inbox',
    moveOutHere: 'Move to the inbox',
    crowdedHere: 'This one lies in “Many at once”. If it is a concern, move it to the others.',
  },
});
