import type { Lang } from '../../kernel/texts.ts';
import { catalogue } from '../../kernel/texts.ts';
import { WEB_ONLY, type SpokenField } from '../desk/spoken.ts';
import type { FieldName } from '../form/fields.ts';

/**
 * The questions as they are said on the phone: whoever sits at the desk reads them out. The web form's help is for readers, and
 * stands nowhere here.
 */
const spoken = catalogue<Record<SpokenField, string>>({
  nb: {
    fare: 'Er noen i fare akkurat nå?', sett: 'Hva har skjedd? Fortell med dine egne ord.', hva: 'Kryss av mens du hører', sist: 'Når skjedde det sist?', fortsatt: 'Skjer det fortsatt?',
    navn: 'Hvem gjelder det? Hva heter hen?', kommune: 'Hvilken kommune bor hen i?', annenkommune: 'Hvilken kommune?', alder: 'Omtrent hvor gammel?', skjult: 'Hemmelig adresse', adresse: 'Hvor bor hen?', annen: 'Vet du hvem som står bak?',
    onske: 'Vet du hva hen selv ønsker?', trygg: 'Når og hvordan kan vi snakke med hen uten at andre får vite det?', telefon: 'Har hen et nummer som er trygt?', ring: 'Vi kan ringe nummeret', barn: 'Er det barn i huset?', dyr: 'Er det dyr i huset?',
    hvem: 'Og hvem er du?', sted: 'Hva slags tjeneste?', dittnavn: 'Hva heter du?', tjeneste: 'Hvor ringer du fra?', dittnummer: 'Hvilket nummer når vi deg på?', anonym: 'Vil ikke si hvem hen er',
    spurt: 'Vet hen at du ringer? Er det greit?', grunn: 'Hva lar deg fortelle det likevel?', grunntekst: 'Hvorfor må du fortelle det?', svar: 'Vil du høre fra oss?', kallenavn: 'Hva kan vi kalle deg?', hjelper: 'Noen ringer for hen', hjelperhvem: 'Hvem er det som hjelper?',
    voksen: 'Er hen over 18?', aar: 'Hvilket år er hen født?', kjonn: 'Kjønn', sprak: 'Trenger hen noe for å snakke med oss?', sprakhva: 'Hvilket språk, eller hva slags hjelp?', situasjon: 'Er det noe som gjør det vanskelig for hen å klare seg?', tilknytning: 'Hvem er det for hen?',
    sammen: 'Bor de sammen?', omsorg: 'Har den som gjør det, ansvar for personen?', jobber: 'Jobber noen av dem i kommunen eller på et krisesenter?', jobbhvor: 'Hvor da?', flere: 'Gjelder det flere?', flereantall: 'Hvor mange?', flereom: 'Hvem er de andre?',
    kontakt: 'Har du ringt noen andre?', kontaktnaar: 'Når var det?', gjort: 'Hva har dere gjort til nå?',
  },
  nn: {
    fare: 'Er nokon i fare akkurat no?', sett: 'Kva har skjedd? Fortel med dine eigne ord.', hva: 'Kryss av medan du høyrer', sist: 'Når skjedde det sist?', fortsatt: 'Skjer det enno?',
    navn: 'Kven gjeld det? Kva heiter hen?', kommune: 'Kva kommune bur hen i?', annenkommune: 'Kva kommune?', alder: 'Omtrent kor gammal?', skjult: 'Hemmeleg adresse', adresse: 'Kvar bur hen?', annen: 'Veit du kven som står bak?',
    onske: 'Veit du kva hen sjølv ønskjer?', trygg: 'Når og korleis kan vi snakke med hen utan at andre får vite det?', telefon: 'Har hen eit nummer som er trygt?', ring: 'Vi kan ringje nummeret', barn: 'Er det barn i huset?', dyr: 'Er det dyr i huset?',
    hvem: 'Og kven er du?', sted: 'Kva slags teneste?', dittnavn: 'Kva heiter du?', tjeneste: 'Kvar ringjer du frå?', dittnummer: 'Kva nummer når vi deg på?', anonym: 'Vil ikkje seie kven hen er',
    spurt: 'Veit hen at du ringjer? Er det greitt?', grunn: 'Kva lèt deg fortelje det likevel?', grunntekst: 'Kvifor må du fortelje det?', svar: 'Vil du høyre frå oss?', kallenavn: 'Kva kan vi kalle deg?', hjelper: 'Nokon ringjer for hen', hjelperhvem: 'Kven er det som hjelper?',
    voksen: 'Er hen over 18?', aar: 'Kva år er hen fødd?', kjonn: 'Kjønn', sprak: 'Treng hen noko for å snakke med oss?', sprakhva: 'Kva språk, eller kva slags hjelp?', situasjon: 'Er det noko som gjer det vanskeleg for hen å klare seg?', tilknytning: 'Kven er det for hen?',
    sammen: 'Bur dei saman?', omsorg: 'Har den som gjer det, ansvar for personen?', jobber: 'Arbeider nokon av dei i kommunen eller på eit krisesenter?', jobbhvor: 'Kvar då?', flere: 'Gjeld det fleire?', flereantall: 'Kor mange?', flereom: 'Kven er dei andre?',
    kontakt: 'Har du ringt nokon andre?', kontaktnaar: 'Når var det?', gjort: 'Kva har de gjort til no?',
  },
  en: {
    fare: 'Is anyone in danger right now?', sett: 'What has happened? Tell me in your own words.', hva: 'Tick as you listen', sist: 'When did it last happen?', fortsatt: 'Is it still going on?',
    navn: 'Who is it about? What are they called?', kommune: 'Which municipality do they live in?', annenkommune: 'Which municipality?', alder: 'About how old?', skjult: 'Secret address', adresse: 'Where do they live?', annen: 'Do you know who is behind it?',
    onske: 'Do you know what they want themselves?', trygg: 'When and how can we talk with them without others finding out?', telefon: 'Do they have a number that is safe?', ring: 'We may call the number', barn: 'Are there children in the house?', dyr: 'Are there animals in the house?',
    hvem: 'And who are you?', sted: 'What kind of service?', dittnavn: 'What is your name?', tjeneste: 'Where are you calling from?', dittnummer: 'What number can we reach you on?', anonym: 'Will not say who they are',
    spurt: 'Do they know you are calling? Is it all right with them?', grunn: 'What lets you tell us all the same?', grunntekst: 'Why must you tell us?', svar: 'Would you like to hear from us?', kallenavn: 'What can we call you?', hjelper: 'Somebody is calling for them', hjelperhvem: 'Who is helping?',
    voksen: 'Are they over 18?', aar: 'Which year were they born?', kjonn: 'Gender', sprak: 'Do they need anything to talk with us?', sprakhva: 'Which language, or what kind of help?', situasjon: 'Does anything make it hard for them to manage?', tilknytning: 'Who is it to them?',
    sammen: 'Do they live together?', omsorg: 'Does that person look after them?', jobber: 'Does either of them work for the municipality or at a shelter?', jobbhvor: 'Where?', flere: 'Is it about more than one?', flereantall: 'How many?', flereom: 'Who are the others?',
    kontakt: 'Have you called anyone else?', kontaktnaar: 'When was that?', gjort: 'What have you done so far?',
  },
});

/** The question as it is said; undefined for one that nobody asks on the phone. */
export function spokenQuestion(lang: Lang, name: FieldName): string | undefined {
  return WEB_ONLY.some((one) => one === name) ? undefined : spoken[lang][name as SpokenField]; // every other field has its words above
}
