import { answerConsultation, becomeReport, registerConsultation } from '../../src/consultations/commands/advise.ts';
import { openConsultation } from '../../src/consultations/queries.ts';
import { addDays, addMs, HOUR, osloDay, osloInstant } from '../../src/kernel/time.ts';
import { openReport } from '../../src/reports/queries.ts';
import { acting, send, type Lived, type Teller } from './live.ts';

const NURSE = { fare: 'nei', hvem: 'ansatt', voksen: 'ja', spurt: 'IKKE_SPURT', grunn: 'ingen', barn: 'nei' } as const;

type Advice = { readonly advice: string; readonly card?: string; readonly minutes: string; readonly topics: readonly string[]; readonly outcome: string };
type Asked = { readonly daysAgo: number; readonly answers: Readonly<Record<string, string>>; readonly by?: string; readonly answer?: Advice; /** somebody at the same place reported after it, on consent to a part of it */ readonly became?: { readonly daysAgo: number; readonly grounds: string } };
type Talk = { readonly daysAgo: number; readonly by: string; readonly direction: string; readonly service: string; readonly municipality: string; readonly violence: readonly string[]; readonly ageBand: string; readonly said: Advice };

/** Asked with the form, by people in a job who may not name anybody. The newest waits. */
const ASKED: readonly Asked[] = [
  {
    daysAgo: 41, by: 'kari', answers: { sted: 'DAGTILBUD', kommune: '9901', alder: 'A25_39', hva: 'PSYKISK|SOSIAL_KONTROLL', situasjon: 'UTVIKLINGSHEMMING', sett: 'En bruker blir hentet tidlig hver dag og får ikke lov til å være med på turer. Hen sier at det ikke er lov å snakke om det. Hva kan vi spørre om?' },
    answer: { advice: 'Snakk med brukeren alene, på et sted hen selv velger. Spør åpent: hva skjer når du kommer hjem? Skriv ned ordene slik de blir sagt. Ta kontakt igjen om en uke.', card: 'Samtale med den utsatte', minutes: '30', topics: ['SAMTALE', 'DOKUMENTASJON'], outcome: 'RAD' },
    became: { daysAgo: 11, grounds: 'Brukeren sa ja til å dele det som gjelder pengene og bildene.' },
  },
  {
    daysAgo: 9, by: 'signe', answers: { sted: 'FASTLEGE', kommune: '9902', alder: 'A67_79', hva: 'FYSISK', situasjon: 'FYSISK_SYKDOM', sett: 'En pasient har blåmerker som ikke passer med det ektefellen forteller. Pasienten svarer aldri selv. Kan vi si fra uten samtykke?' },
    answer: { advice: 'Ta pasienten inn alene til neste undersøkelse. Er det fare for liv eller helse, kan dere dele det som trengs uten samtykke. Spør ellers om samtykke til å dele, muntlig holder.', minutes: '25', topics: ['DELING', 'SAMTYKKE'], outcome: 'SAMTYKKE_INNHENTES' },
  },
  { daysAgo: 1, answers: { sted: 'HJEMMETJENESTE', kommune: '9903', alder: 'A80', hva: 'OKONOMISK', situasjon: 'DEMENS', sett: 'Vi finner tomt kjøleskap dag etter dag, også rett etter at barnebarnet har handlet. Hun vil bo hjemme og sier at alt er bra. Ingen har vurdert om hun kan samtykke. Hva gjør vi?' } },
];

const TALKS: readonly Talk[] = [
  { daysAgo: 73, by: 'kari', direction: 'TIL_OSS', service: 'NAV', municipality: '9904', violence: ['OKONOMISK'], ageBand: 'A40_54', said: { advice: 'Spør alene, og tilby en fast kontakt. De kan melde når personen sier ja.', minutes: '15', topics: ['SAMTYKKE'], outcome: 'SAMTYKKE_INNHENTES' } },
  { daysAgo: 52, by: 'jorunn', direction: 'TIL_OSS', service: 'SYKEHJEM_OMSORG', municipality: '9901', violence: ['OMSORGSSVIKT'], ageBand: 'A80', said: { advice: 'Leder på stedet har ansvaret og må følge det opp nå. Skriv avvik, og kontakt kommunelegen.', minutes: '20', topics: ['TJENESTER'], outcome: 'RAD' } },
  { daysAgo: 20, by: 'even', direction: 'FRA_OSS', service: 'POLITI', municipality: '9901', violence: ['TRUSLER'], ageBand: 'UKJENT', said: { advice: 'Ta vare på meldingene slik de er, og ikke svar på dem. Politiet vil ha beskjed hvis det kommer flere.', minutes: '10', topics: ['SIKKERHET', 'DOKUMENTASJON'], outcome: 'POLITI' } },
  { daysAgo: 4, by: 'kari', direction: 'TIL_OSS', service: 'PSYKISK_HELSE', municipality: '9902', violence: ['PSYKISK'], ageBand: 'A25_39', said: { advice: 'Personen har sagt ja til å dele. Meld på vanlig måte, og avtal hvem som følger med til første samtale.', minutes: '15', topics: ['DELING'], outcome: 'MELDT' } },
];

const written = ({ card = '', ...advice }: Advice) => ({ ...advice, card, notNames: [] });

/** A handful of consultations, by the same commands as everything else. */
export async function consult(teller: Teller, going: readonly Lived[]): Promise<void> {
  const act = acting(teller, teller.clock);
  const at = (daysAgo: number, hour: number) => {
    const then = osloInstant(addDays(osloDay(teller.end), -daysAgo), hour, 0);
    teller.clock.now = then > teller.end ? addMs(teller.end, -HOUR) : then;
  };
  for (const { daysAgo, by, direction, service, municipality, violence, ageBand, said } of TALKS) {
    at(daysAgo, 13);
    const on = osloDay(teller.clock.now);
    await act.does(by, registerConsultation, { consultationId: teller.chance.uuid(), direction, on, service, municipality, violence, ageBand, ...written(said) });
  }
  for (const { daysAgo, answers, by, answer, became } of ASKED) {
    at(daysAgo, 10);
    const { id } = await send(teller, { answers: { ...NURSE, ...answers } });
    if (by === undefined || answer === undefined) continue;
    await act.later(5);
    const { fileId, messageId, asked } = await act.does(by, openConsultation, { consultationId: id });
    await act.does(by, answerConsultation, { consultationId: fileId, messageId, parts: asked?.state.parts.length ?? 0, ...written(answer) });
    const made = going.find((one) => one.answers['sted'] === answers['sted'] && one.answers['spurt'] === 'DELVIS');
    if (became === undefined || made === undefined) continue;
    at(became.daysAgo, 15);
    const report = await act.does(by, openReport, { reportId: made.report.id });
    if (!report.mustAnswer) await act.does(by, becomeReport, { consultationId: fileId, reference: report.report.reference, ground: 'SAMTYKKE:DELVIS', grounds: became.grounds, notNames: [] });
  }
}
