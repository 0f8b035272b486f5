import { catalogue } from '../../kernel/texts.ts';

/** What is said in a case that goes to another region, in the language of the report; and what the page of the case says while it is on its way. */
export const crossingTexts = catalogue({
  nb: {
    opening: (reference: string, region: string) => `Overført sak ${reference} fra ${region}. Alt som er skrevet i saken, følger med som saksmappe.`, why: (grounds: string) => `Derfor overføres den: ${grounds}`, sent: (what: string) => `Dette er sendt: ${what}`, danger: (words: string) => `Fare nå: ${words}`,
    otherReporters: (n: number) => (n === 1 ? 'Én til har meldt. Spør regionen som sendte saken, hvis dere må vite hvem.' : `${n} andre har meldt. Spør regionen som sendte saken, hvis dere må vite hvem.`),
    underWayFlag: 'Under overføring', underWay: (region: string) => `Under overføring til ${region}`, oursUntil: 'Dere har ansvaret til de har tatt imot saken der. Det som skrives her etter at den ble sendt, må dere fortelle dem.', sentAt: (moment: string) => `Sendt ${moment}.`, arrivedAt: (moment: string) => `Kommet fram ${moment}, men ikke tatt imot ennå.`, notThere: 'Ikke kommet fram ennå.',
    failedNoKey: 'Regionen kan ikke ta imot: den har ingen gyldig nøkkel for mottak. Ring dem, og be den systemansvarlige der publisere nøkkelen.', failed: (code: string) => `Den kom ikke fram. Meld fra til den systemansvarlige (${code}).`, triesAgain: (moment: string) => `Ingenting er tapt, og det prøves igjen av seg selv. Sist prøvd ${moment}.`,
    restricted: 'Bruken av saken er begrenset (personvernforordningen artikkel 18). Det gjelder også hos dere til dere har vurdert det.', called: 'Ringt:', around: 'I saken er:', rest: 'Resten står i saksmappen.',
  },
  nn: {
    opening: (reference: string, region: string) => `Overført sak ${reference} frå ${region}. Alt som er skrive i saka, følgjer med som saksmappe.`, why: (grounds: string) => `Difor blir ho overført: ${grounds}`, sent: (what: string) => `Dette er sendt: ${what}`, danger: (words: string) => `Fare no: ${words}`,
    otherReporters: (n: number) => (n === 1 ? 'Éin til har meldt. Spør regionen som sende saka, dersom de må vite kven.' : `${n} andre har meldt. Spør regionen som sende saka, dersom de må vite kven.`),
    underWayFlag: 'Under overføring', underWay: (region: string) => `Under overføring til ${region}`, oursUntil: 'De har ansvaret til dei har teke imot saka der. Det som blir skrive her etter at ho blei send, må de fortelje dei.', sentAt: (moment: string) => `Send ${moment}.`, arrivedAt: (moment: string) => `Komen fram ${moment}, men ikkje teken imot enno.`, notThere: 'Ikkje komen fram enno.',
    failedNoKey: 'Regionen kan ikkje ta imot: han har ingen gyldig nøkkel for mottak. Ring dei, og be den systemansvarlege der publisere nøkkelen.', failed: (code: string) => `Ho kom ikkje fram. Meld frå til den systemansvarlege (${code}).`, triesAgain: (moment: string) => `Ingenting er tapt, og det blir prøvd igjen av seg sjølv. Sist prøvd ${moment}.`,
    restricted: 'Bruken av saka er avgrensa (personvernforordninga artikkel 18). Det gjeld også hos dykk til de har vurdert det.', called: 'Ringt:', around: 'I saka er:', rest: 'Resten står i saksmappa.',
  },
  en: {
    opening: (reference: string, region: string) => `Case ${reference} transferred from ${region}. All that is written in the case comes along as the case file.`, why: (grounds: string) => `Why it is transferred: ${grounds}`, sent: (what: string) => `What was sent: ${what}`, danger: (words: string) => `Danger now: ${words}`,
    otherReporters: (n: number) => (n === 1 ? 'One other has reported. Ask the region that sent the case if you have to know who.' : `${n} others have reported. Ask the region that sent the case if you have to know who.`),
    underWayFlag: 'Being transferred', underWay: (region: string) => `Being transferred to ${region}`, oursUntil: 'You are responsible until they have taken the case there. What is written here after it was sent, you must tell them.', sentAt: (moment: string) => `Sent ${moment}.`, arrivedAt: (moment: string) => `Arrived ${moment}, but not taken yet.`, notThere: 'Has not arrived yet.',
    failedNoKey: 'The region cannot receive: it has no valid key for it. Call them, and ask the administrator there to publish the key.', failed: (code: string) => `It did not arrive. Tell the administrator (${code}).`, triesAgain: (moment: string) => `Nothing is lost, and it is tried again by itself. Last tried ${moment}.`,
    restricted: 'The use of the case is restricted (GDPR article 18). That holds with you, too, until you have assessed it.', called: 'Called:', around: 'In the case are:', rest: 'The rest is in the case file.',
  },
});
