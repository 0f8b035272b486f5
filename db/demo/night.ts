import type { CaseStep } from '../../src/cases/commands/step.ts';
import { asId, type FileId } from '../../src/kernel/ids.ts';
import { addDays, addMs, HOUR, MINUTE, osloDay } from '../../src/kernel/time.ts';
import { noteEnquiry, readEnquiry } from '../../src/reports/commands/enquiries.ts';
import { registerReport } from '../../src/reports/commands/register.ts';
import { NIGHT_PATROL, ZONE } from './code-lists.ts';
import { acting, type Lived, type Teller } from './live.ts';

type Typed = Readonly<Record<string, string>>;

/** What came by phone and by letter, the newest last; hours before the end of the demo's history. */
const TYPED: readonly { readonly hours: number; readonly who: string; readonly typed: Typed }[] = [
  { hours: 30, who: 'amina', typed: { kanal: 'POST', sett: 'I brevet står det at svigersønnen bestemmer over alt hun kjøper, og at hun er redd for å gå ut. Skrevet for hånd, uten underskrift.', hva: 'OKONOMISK', navn: 'Gudrun Vik', kommune: '9902', hvem: 'IKKE_OPPGITT' } },
  { hours: 20, who: 'amina', typed: { kanal: 'TELEFON', sett: 'Låsen er byttet, og nøkkelen deres passer ikke lenger. Datteren sier gjennom døra at hun ikke trenger hjelp.', hva: 'OMSORGSSVIKT', navn: 'Torunn Eide', kommune: '9903', hvem: 'ansatt', sted: ZONE, dittnavn: 'Mari Sund', tjeneste: 'Sone Lia, dagvakt', spurt: 'IKKE_TRYGT', grunn: 'FVL_13B_7', grunntekst: 'Ingen har sett henne på fire dager.', svar: 'ja', kontakt: NIGHT_PATROL, lest: 'ja' } },
  { hours: 7, who: 'jorunn', typed: { kanal: 'TELEFON', hvor: 'Elvegata 14, Tjernås, nederste klokke', tryggnaa: 'ja', brutt: 'Ring tilbake', sett: 'Naboen hører at sønnen roper og slår i veggen flere netter i uka. I natt var det stille etter et smell.', hva: 'FYSISK', navn: 'Halvard Moen', kommune: '9904', hvem: 'NABO_VENN', dittnavn: 'Rut Lien', lest: 'ja' } },
];

/** What is agreed with three of those who may ring at night. */
const CARDS: readonly Typed[] = [
  { cardAlias: 'Rød', codeWord: 'blåklokke', agreed: 'Hun ringer når han sover. Spør om hun kan snakke. Legger hun på, ring ikke tilbake.', safeContact: 'Dagsenteret, tirsdag mellom 10 og 11.', warnings: 'Svarer en mann, si at du har ringt feil.', wake: 'Kari Nordmo, 55 55 02 01' },
  { cardAlias: 'Nora', codeWord: 'kanelbolle', agreed: 'Ring 112 hvis hun sier ordet og legger på. Adressen står hos politiet.', safeContact: 'Hjemmetjenesten, om formiddagen.' },
  { cardAlias: 'Onkel', codeWord: 'gråstein', agreed: 'Han vil høre en stemme. Snakk så lenge du kan, og skriv i journalen etterpå.', wake: 'Ingen' },
];

/** The desk's own: what was typed in, the cards of a few cases, and two who asked about somebody. */
export async function atTheDesk(teller: Teller, cases: readonly Lived[]): Promise<void> {
  const { clock, end, chance } = teller;
  const act = acting(teller, clock);
  for (const [at, card] of CARDS.entries()) {
    const found = cases[at];
    if (found === undefined) continue;
    clock.now = addMs(end, -(50 + at) * HOUR);
    const review = card['warnings'] === undefined ? {} : { reviewOn: addDays(osloDay(end), 21) };
    await act.step('kari', 'writeNightCard' satisfies CaseStep, found.caseId, { ...card, ...review });
  }
  for (const { hours, who, typed } of TYPED) {
    clock.now = addMs(end, -hours * HOUR);
    const came = typed['kanal'] === 'POST' ? { kom: `${addDays(osloDay(clock.now), -1)}T10:00` } : {};
    await act.does(who, registerReport, { draftId: asId<'file'>(chance.uuid()) satisfies FileId, lang: 'nb', entries: Object.entries({ ...typed, ...came }) });
  }
  const [first, second] = [chance.uuid(), chance.uuid()];
  clock.now = addMs(end, -80 * HOUR);
  await act.does('amina', noteEnquiry, { enquiryId: first, who: 'Sa at hun var sykepleier', from: 'Et sykehus', number: 'Skjult nummer', about: 'En kvinne ved navn Gudrun', said: 'Ville vite om hun hadde vært hos oss. Fikk det ene svaret, og la på.' });
  clock.now = addMs(clock.now, 9 * HOUR);
  await act.does('kari', readEnquiry, { enquiryId: first, done: 'Ringte avdelingen på nummeret i katalogen. De hadde ikke ringt.' });
  clock.now = addMs(end, -6 * HOUR + 20 * MINUTE);
  await act.does('jorunn', noteEnquiry, { enquiryId: second, who: 'Sa at han var saksbehandler', from: 'Tjernås', number: '55 55 04 19', about: 'Halvard', said: 'Spurte om vi kjenner adressen, og om noen har meldt. Ble sint da jeg sa at jeg verken kan bekrefte eller avkrefte.' });
  clock.now = end;
}
