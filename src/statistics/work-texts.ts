import { catalogue } from '../kernel/texts.ts';

/** The words of what was done, and is about nobody. */
export const workTexts = catalogue({
  nb: {
    heading: (year: number) => `Arbeidet i ${year}`, meetings: 'Møter i teamet', meetingsNote: 'i det operative teamet i året', outreach: 'Utadrettet arbeid', outreachNote: 'ganger vi fortalte om tilbudet',
    reached: 'Mennesker vi nådde', reachedNote: 'der noen har talt dem', courses: 'Kurs', coursesNote: 'som vi holdt', routines: 'Rutiner', routinesNote: 'vedtatt i året',
  },
  nn: {
    heading: (year: number) => `Arbeidet i ${year}`, meetings: 'Møte i teamet', meetingsNote: 'i det operative teamet i året', outreach: 'Utoverretta arbeid', outreachNote: 'gonger vi fortalde om tilbodet',
    reached: 'Menneske vi nådde', reachedNote: 'der nokon har talt dei', courses: 'Kurs', coursesNote: 'som vi heldt', routines: 'Rutinar', routinesNote: 'vedtekne i året',
  },
  en: {
    heading: (year: number) => `The work in ${year}`, meetings: 'Team meetings', meetingsNote: 'of the operative team in the year', outreach: 'Outreach', outreachNote: 'times we told of our help',
    reached: 'People we reached', reachedNote: 'where somebody counted them', courses: 'Courses', coursesNote: 'that we held', routines: 'Routines', routinesNote: 'adopted in the year',
  },
});
