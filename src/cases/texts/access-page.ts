import { catalogue } from '../../kernel/texts.ts';

/** Words of «Tilgang». */
export const accessWords = catalogue({
  nb: {
    hasAccess: 'Disse har tilgang',
    hasAccessLead: 'Koordinator har tilgang til alle saker i regionen, hvis de ikke er inhabile.',
    until: (day: string) => `til og med ${day}`,
    letInLead: (day: string) => `Velg en kollega og trykk på grunnen. Tilgangen slutter av seg selv ${day}.`,
    otherDay: 'Velg en annen dag',
    everybodyIn: 'Alle som kan få tilgang, har det.',
    excluded: 'Inhabile',
    excludedRole: 'Ser ikke saken',
    connectedHeading: 'Er du inhabil likevel?',
    connectedLead: 'Ser du at du kjenner noen i saken, går du ut av den her. Du trenger ikke si hvorfor.',
    accessChanges: 'Hvem har fått tilgang, og hvorfor',
  },
  nn: {
    hasAccess: 'Desse har tilgang',
    hasAccessLead: 'Koordinator har tilgang til alle sakene i regionen, om dei ikkje er inhabile.',
    until: (day: string) => `til og med ${day}`,
    letInLead: (day: string) => `Vel ein kollega og trykk på grunnen. Tilgangen sluttar av seg sjølv ${day}.`,
    otherDay: 'Vel ein annan dag',
    everybodyIn: 'Alle som kan få tilgang, har det.',
    excluded: 'Inhabile',
    excludedRole: 'Ser ikkje saka',
    connectedHeading: 'Er du inhabil likevel?',
    connectedLead: 'Ser du at du kjenner nokon i saka, går du ut av henne her. Du treng ikkje seie kvifor.',
    accessChanges: 'Kven har fått tilgang, og kvifor',
  },
  en: {
    hasAccess: 'These people have access',
    hasAccessLead: 'Coordinators have access to every case in the region unless they are connected to it.',
    until: (day: string) => `until the end of ${day}`,
    letInLead: (day: string) => `Choose a colleague and press the reason. The access ends by itself on ${day}.`,
    otherDay: 'Choose another day',
    everybodyIn: 'Everybody who can be given access has it.',
    excluded: 'Not impartial',
    excludedRole: 'Does not see the case',
    connectedHeading: 'Are you connected after all?',
    connectedLead: 'If you see that you know somebody in the case, step out of it here. You do not have to say why.',
    accessChanges: 'Who was given access, and why',
  },
});
