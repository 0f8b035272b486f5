import { catalogue } from '../../kernel/texts.ts';

/** Words of «Tiltak». */
export const measureWords = catalogue({
  nb: {
    noMeasures: 'Ingen tiltak ennå',
    noMeasuresLead: 'Et tiltak kan registreres når som helst. Det som beskytter, trenger ikke vente.',
    update: 'Oppdater',
    updateThis: (measure: string) => `Oppdater: ${measure}`,
    followUps: 'Oppfølging',
    noFollowUps: 'Ikke fulgt opp ennå.',
    followUpBy: (name: string) => `Fulgt opp av ${name}`,
  },
  nn: {
    noMeasures: 'Ingen tiltak enno',
    noMeasuresLead: 'Eit tiltak kan registrerast når som helst. Det som vernar, treng ikkje vente.',
    update: 'Oppdater',
    updateThis: (measure: string) => `Oppdater: ${measure}`,
    followUps: 'Oppfølging',
    noFollowUps: 'Ikkje følgt opp enno.',
    followUpBy: (name: string) => `Følgt opp av ${name}`,
  },
  en: {
    noMeasures: 'No measures yet',
    noMeasuresLead: 'A measure may be recorded at any time. What protects does not have to wait.',
    update: 'Update',
    updateThis: (measure: string) => `Update: ${measure}`,
    followUps: 'Follow-up',
    noFollowUps: 'Not followed up yet.',
    followUpBy: (name: string) => `Followed up by ${name}`,
  },
});
