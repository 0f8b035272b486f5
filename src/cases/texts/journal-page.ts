import { catalogue } from '../../kernel/texts.ts';

/** Words of «Journal». */
export const journalWords = catalogue({
  nb: {
    notes: 'Notater, de nyeste først',
    noNotes: 'Ingen notater ennå',
    noteMore: 'Velg når det skjedde, og hva notatet handler om',
    writtenDown: (moment: string) => `Skrevet ned ${moment}.`,
    saveNote: 'Lagre notatet',
    correct: 'Rett',
    correctThis: (moment: string) => `Rett notatet fra ${moment}`,
    correctsNote: (moment: string) => `Retter notatet fra ${moment}`,
    correctedBy: (name: string, moment: string) => `Rettet av ${name}, ${moment}`,
  },
  nn: {
    notes: 'Notat, dei nyaste først',
    noNotes: 'Ingen notat enno',
    noteMore: 'Vel når det hende, og kva notatet handlar om',
    writtenDown: (moment: string) => `Skrive ned ${moment}.`,
    saveNote: 'Lagre notatet',
    correct: 'Rett',
    correctThis: (moment: string) => `Rett notatet frå ${moment}`,
    correctsNote: (moment: string) => `Rettar notatet frå ${moment}`,
    correctedBy: (name: string, moment: string) => `Retta av ${name}, ${moment}`,
  },
  en: {
    notes: 'Notes, the newest first',
    noNotes: 'No notes yet',
    noteMore: 'Choose when it happened and what the note is about',
    writtenDown: (moment: string) => `Written down ${moment}.`,
    saveNote: 'Save the note',
    correct: 'Correct',
    correctThis: (moment: string) => `Correct the note of ${moment}`,
    correctsNote: (moment: string) => `Corrects the note of ${moment}`,
    correctedBy: (name: string, moment: string) => `Corrected by ${name}, ${moment}`,
  },
});
