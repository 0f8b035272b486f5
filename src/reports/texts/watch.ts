import { catalogue } from '../../kernel/texts.ts';

/** Words of the watch screen. It stands in a room, so they tell of no report. */
export const watchTexts = catalogue({
  nb: {
    heading: 'Vaktskjerm', open: 'Vaktskjerm', lead: 'La siden stå åpen. Tallene blir nye av seg selv, og lyden sier fra om Akutt som ingen har lest. Her står det aldri noe om hva meldingene handler om.',
    urgent: (n: number) => (n === 1 ? '1 Akutt er ikke lest' : `${n} Akutt er ikke lest`), noUrgent: 'Ingen ulest Akutt', unread: (n: number) => (n === 1 ? '1 ny melding' : `${n} nye meldinger`), noUnread: 'Ingen nye meldinger',
    unopened: (n: number) => (n === 1 ? '1 melding er kommet og kan ikke leses ennå' : `${n} meldinger er kommet og kan ikke leses ennå`), since: (time: string) => `Siden ${time}`, at: (time: string) => `Oppdatert ${time}`,
    sound: 'Slå på lyd', soundOn: 'Lyden er på', toInbox: 'Til mottaket',
    lost: 'Skjermen får ikke nye tall. Ikke stol på den. Last siden på nytt, og logg inn hvis du blir spurt.', noScript: 'Uten skript blir siden ny hvert minutt, og den har ingen lyd.',
  },
  nn: {
    heading: 'Vaktskjerm', open: 'Vaktskjerm', lead: 'La sida stå open. Tala blir nye av seg sjølve, og lyden seier frå om Akutt som ingen har lese. Her står det aldri noko om kva meldingane handlar om.',
    urgent: (n: number) => (n === 1 ? '1 Akutt er ikkje lesen' : `${n} Akutt er ikkje lesne`), noUrgent: 'Ingen ulesen Akutt', unread: (n: number) => (n === 1 ? '1 ny melding' : `${n} nye meldingar`), noUnread: 'Ingen nye meldingar',
    unopened: (n: number) => (n === 1 ? '1 melding er komen og kan ikkje lesast enno' : `${n} meldingar er komne og kan ikkje lesast enno`), since: (time: string) => `Sidan ${time}`, at: (time: string) => `Oppdatert ${time}`,
    sound: 'Slå på lyd', soundOn: 'Lyden er på', toInbox: 'Til mottaket',
    lost: 'Skjermen får ikkje nye tal. Ikkje stol på han. Last sida på nytt, og logg inn om du blir spurd.', noScript: 'Utan skript blir sida ny kvart minutt, og ho har ingen lyd.',
  },
  en: {
    heading: 'Watch screen', open: 'Watch screen', lead: 'Leave this page open. The numbers renew themselves, and a sound tells of an urgent report that nobody has read. What the reports are about never stands here.',
    urgent: (n: number) => (n === 1 ? '1 urgent report is unread' : `${n} urgent reports are unread`), noUrgent: 'No unread urgent report', unread: (n: number) => (n === 1 ? '1 new report' : `${n} new reports`), noUnread: 'No new reports',
    unopened: (n: number) => (n === 1 ? '1 report has come and cannot be read yet' : `${n} reports have come and cannot be read yet`), since: (time: string) => `Since ${time}`, at: (time: string) => `Updated ${time}`,
    sound: 'Turn on sound', soundOn: 'Sound is on', toInbox: 'To reception',
    lost: 'This screen gets no new numbers. Do not rely on it. Load the page again, and sign in if you are asked to.', noScript: 'Without scripts the page renews itself every minute, and has no sound.',
  },
});
