import type { Lang } from '../kernel/texts.ts';
import type { FieldName, Group } from './form/fields.ts';
import type { ASKED, CONCERNS, EXCEPTIONS, SITUATIONS, WHO } from './form/options.ts';
import type { ProblemCode } from './form/schema.ts';

/** Words that differ when the person writes about themselves. */
export type Sided = { readonly open: string; readonly self: string };
export type Wording = string | Sided;
export type Question = { readonly label: Wording; readonly hint?: Wording };

type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> };
/** Like `catalogue`, for words with a shape of their own: what bokmål has, nynorsk and English must have, down to each hint. */
function inThree<T>(words: { nb: T; nn: Same<T>; en: Same<T> }): Readonly<Record<Lang, T>> {
  return words as Readonly<Record<Lang, T>>; // Same<T> is T with other letters
}

/** The question of each field. A sided wording is shown for the side that is chosen; where the browser cannot hide, both show. */
export const questionTexts: Readonly<Record<Lang, Readonly<Record<FieldName, Question>>>> = inThree({
  nb: {
    fare: { label: 'Er noen i fare nå?', hint: 'Er noen i fare, ring 112 (politi) eller 113 (ambulanse) før du skriver videre. Skjemaet blir ikke lest med en gang.' },
    hvem: { label: 'Hvem er du?', hint: 'Velg det som passer best. Gjelder det deg selv, får du færre spørsmål.' },
    sted: { label: 'Hva slags tjeneste jobber du i?', hint: 'Velg det som ligger nærmest.' },
    voksen: { label: { open: 'Gjelder det en voksen, 18 år eller eldre?', self: 'Er du 18 år eller eldre?' } },
    spurt: { label: 'Har du spurt personen om du kan fortelle dette til oss?', hint: 'Spør bare når det er trygt, og når dere er alene.' },
    grunn: { label: 'Hva lar deg fortelle uten samtykke?', hint: 'Loven har noen unntak. Velg det som passer.' },
    grunntekst: { label: 'Hvorfor må du fortelle det, og hva forteller du?', hint: 'To–tre setninger holder. Ta bare med det som trengs.' },
    onske: {
      label: { open: 'Hva ønsker personen selv?', self: 'Hva ønsker du? (må fylles ut)' },
      hint: { open: 'Skriv det du vet. Det er personens eget liv.', self: 'Skriv med dine egne ord. Dette leser vi først.' },
    },
    navn: { label: 'Hva heter personen?', hint: 'Skriv navnet slik du kjenner det.' },
    kallenavn: { label: 'Hva kan vi kalle deg?', hint: 'Navnet ditt, et annet navn eller bare et ord. Du velger.' },
    trygg: {
      label: { open: 'Hvordan kan vi snakke trygt med personen?', self: 'Hvordan kan vi snakke trygt med deg? (må fylles ut)' },
      hint: {
        open: 'Når og hvordan, uten at andre får vite det? La det stå tomt hvis du ikke vet.',
        self: 'Skriv sted, dag og tid, eller navnet på en du stoler på. For eksempel: «på dagsenteret tirsdag mellom 10 og 11». Vi tar bare kontakt slik du sier.',
      },
    },
    ring: { label: 'Dere kan ringe meg', hint: 'Kryss av bare hvis ingen andre tar telefonen din.' },
    telefon: {
      label: { open: 'Telefonen til personen', self: 'Hvilket nummer kan vi ringe?' },
      hint: { open: 'Bare hvis det trengs for å finne personen.', self: 'Skriv et nummer som bare du svarer på.' },
    },
    kommune: { label: { open: 'Hvilken kommune bor personen i?', self: 'Hvilken kommune bor du i?' } },
    aar: { label: 'Hvilket år er personen født?', hint: 'Fire sifre, hvis du vet det.' },
    alder: { label: { open: 'Omtrent hvor gammel er personen?', self: 'Omtrent hvor gammel er du?' } },
    kjonn: { label: 'Kjønn' },
    adresse: { label: 'Adressen til personen', hint: 'Bare hvis det trengs for å finne personen. Er adressen hemmelig, skriv den ikke her.' },
    skjult: { label: 'Personen har hemmelig adresse' },
    hva: {
      label: { open: 'Hva er du bekymret for?', self: 'Hva er det som skjer?' },
      hint: {
        open: 'Kryss av for alt som passer. Du trenger ikke være sikker, og det trenger ikke være straffbart.',
        self: 'Kryss av for det som passer. Du trenger ikke være sikker.',
      },
    },
    sett: {
      label: { open: 'Hva har du sett eller hørt?', self: 'Hva har skjedd?' },
      hint: {
        open: 'Fortell hva som skjedde, når og hvor. Bruk gjerne personens egne ord. Skill mellom det du har sett, og det du tror.',
        self: 'Skriv så mye eller så lite du vil, med dine egne ord.',
      },
    },
    situasjon: {
      label: { open: 'Hva gjør personen ekstra utsatt?', self: 'Er det noe vi bør vite om deg?' },
      hint: { open: 'Kryss av for det du vet. Du trenger ikke vite en diagnose.', self: 'Kryss av hvis du vil.' },
    },
    tilknytning: {
      label: { open: 'Hvem tror du står bak?', self: 'Hvem er det som gjør dette?' },
      hint: { open: 'Velg forholdet til personen. Kryss av for flere hvis det er flere.', self: 'Kryss av hvis du vil si det.' },
    },
    annen: { label: 'Navnet på den du tror står bak', hint: 'Du trenger ikke skrive navn.' },
    sammen: { label: { open: 'Bor de sammen?', self: 'Bor dere sammen?' } },
    omsorg: { label: 'Har den du tror står bak, omsorg for personen, eller er verge eller fullmektig?', hint: 'Det hjelper oss å gjøre det trygt.' },
    barn: {
      label: 'Er det barn i hjemmet?',
      hint: {
        open: 'Jobber du i det offentlige, kan du ha egen plikt til å melde til barnevernet. Den gjelder også når du melder til oss.',
        self: 'Vi spør fordi barn også kan trenge hjelp.',
      },
    },
    dyr: { label: 'Er det kjæledyr i hjemmet?', hint: 'Noen blir værende fordi de ikke vil reise fra dyret sitt. Det finnes hjelp til det.' },
    kontakt: { label: 'Er noen andre kontaktet om dette?', hint: 'Du kan melde til oss selv om politiet vet om det.' },
    kontaktnaar: { label: 'Når var det?', hint: 'Omtrent er nok.' },
    dittnavn: { label: 'Hva heter du?', hint: 'Melder du i jobben, må vi ha navnet ditt. Ellers velger du selv. Personen kan ha rett til å få vite hvem som meldte. Er det farlig for deg, så skriv det i del 4.' },
    tjeneste: { label: 'Hvor jobber du?', hint: 'Tjeneste og avdeling.' },
    dittnummer: { label: 'Telefonen din', hint: 'Melder du i jobben, må vi ha et nummer. Vi ringer hvis vi lurer på noe.' },
    svar: { label: 'Vil du høre fra oss?', hint: 'Vi har taushetsplikt. Ofte kan vi bare si at meldingen er lest.' },
    kode: { label: 'Jeg vil ikke ha kode', hint: 'Når du har sendt, viser vi en kode. Med den kan du se om meldingen er lest. Er det tryggere uten, kryss av her.' },
  },
  nn: {
    fare: { label: 'Er nokon i fare no?', hint: 'Er nokon i fare, ring 112 (politi) eller 113 (ambulanse) før du skriv vidare. Skjemaet blir ikkje lese med ein gong.' },
    hvem: { label: 'Kven er du?', hint: 'Vel det som passar best. Gjeld det deg sjølv, får du færre spørsmål.' },
    sted: { label: 'Kva slags teneste jobbar du i?', hint: 'Vel det som ligg nærast.' },
    voksen: { label: { open: 'Gjeld det ein vaksen, 18 år eller eldre?', self: 'Er du 18 år eller eldre?' } },
    spurt: { label: 'Har du spurt personen om du kan fortelje dette til oss?', hint: 'Spør berre når det er trygt, og når de er åleine.' },
    grunn: { label: 'Kva lèt deg fortelje utan samtykke?', hint: 'Lova har nokre unntak. Vel det som passar.' },
    grunntekst: { label: 'Kvifor må du fortelje det, og kva fortel du?', hint: 'To–tre setningar held. Ta berre med det som trengst.' },
    onske: {
      label: { open: 'Kva ønskjer personen sjølv?', self: 'Kva ønskjer du? (må fyllast ut)' },
      hint: { open: 'Skriv det du veit. Det er personen sitt eige liv.', self: 'Skriv med dine eigne ord. Dette les vi først.' },
    },
    navn: { label: 'Kva heiter personen?', hint: 'Skriv namnet slik du kjenner det.' },
    kallenavn: { label: 'Kva kan vi kalle deg?', hint: 'Namnet ditt, eit anna namn eller berre eit ord. Du vel.' },
    trygg: {
      label: { open: 'Korleis kan vi snakke trygt med personen?', self: 'Korleis kan vi snakke trygt med deg? (må fyllast ut)' },
      hint: {
        open: 'Når og korleis, utan at andre får vite det? La det stå tomt om du ikkje veit.',
        self: 'Skriv stad, dag og tid, eller namnet på ein du stolar på. Til dømes: «på dagsenteret tysdag mellom 10 og 11». Vi tek berre kontakt slik du seier.',
      },
    },
    ring: { label: 'De kan ringje meg', hint: 'Kryss av berre om ingen andre tek telefonen din.' },
    telefon: {
      label: { open: 'Telefonen til personen', self: 'Kva nummer kan vi ringje?' },
      hint: { open: 'Berre om det trengst for å finne personen.', self: 'Skriv eit nummer som berre du svarer på.' },
    },
    kommune: { label: { open: 'Kva kommune bur personen i?', self: 'Kva kommune bur du i?' } },
    aar: { label: 'Kva år er personen fødd?', hint: 'Fire siffer, om du veit det.' },
    alder: { label: { open: 'Omtrent kor gammal er personen?', self: 'Omtrent kor gammal er du?' } },
    kjonn: { label: 'Kjønn' },
    adresse: { label: 'Adressa til personen', hint: 'Berre om det trengst for å finne personen. Er adressa hemmeleg, skriv ho ikkje her.' },
    skjult: { label: 'Personen har hemmeleg adresse' },
    hva: {
      label: { open: 'Kva er du uroa for?', self: 'Kva er det som skjer?' },
      hint: {
        open: 'Kryss av for alt som passar. Du treng ikkje vere sikker, og det treng ikkje vere straffbart.',
        self: 'Kryss av for det som passar. Du treng ikkje vere sikker.',
      },
    },
    sett: {
      label: { open: 'Kva har du sett eller høyrt?', self: 'Kva har skjedd?' },
      hint: {
        open: 'Fortel kva som skjedde, når og kvar. Bruk gjerne personen sine eigne ord. Skil mellom det du har sett, og det du trur.',
        self: 'Skriv så mykje eller så lite du vil, med dine eigne ord.',
      },
    },
    situasjon: {
      label: { open: 'Kva gjer personen ekstra utsett?', self: 'Er det noko vi bør vite om deg?' },
      hint: { open: 'Kryss av for det du veit. Du treng ikkje vite ein diagnose.', self: 'Kryss av om du vil.' },
    },
    tilknytning: {
      label: { open: 'Kven trur du står bak?', self: 'Kven er det som gjer dette?' },
      hint: { open: 'Vel forholdet til personen. Kryss av for fleire om det er fleire.', self: 'Kryss av om du vil seie det.' },
    },
    annen: { label: 'Namnet på den du trur står bak', hint: 'Du treng ikkje skrive namn.' },
    sammen: { label: { open: 'Bur dei saman?', self: 'Bur de saman?' } },
    omsorg: { label: 'Har den du trur står bak, omsorg for personen, eller er verje eller fullmektig?', hint: 'Det hjelper oss å gjere det trygt.' },
    barn: {
      label: 'Er det barn i heimen?',
      hint: {
        open: 'Jobbar du i det offentlege, kan du ha eiga plikt til å melde til barnevernet. Ho gjeld òg når du melder til oss.',
        self: 'Vi spør fordi barn òg kan trenge hjelp.',
      },
    },
    dyr: { label: 'Er det kjæledyr i heimen?', hint: 'Nokon blir verande fordi dei ikkje vil reise frå dyret sitt. Det finst hjelp til det.' },
    kontakt: { label: 'Er nokon andre kontakta om dette?', hint: 'Du kan melde til oss sjølv om politiet veit om det.' },
    kontaktnaar: { label: 'Når var det?', hint: 'Omtrent er nok.' },
    dittnavn: { label: 'Kva heiter du?', hint: 'Melder du i jobben, må vi ha namnet ditt. Elles vel du sjølv. Personen kan ha rett til å få vite kven som melde. Er det farleg for deg, så skriv det i del 4.' },
    tjeneste: { label: 'Kvar jobbar du?', hint: 'Teneste og avdeling.' },
    dittnummer: { label: 'Telefonen din', hint: 'Melder du i jobben, må vi ha eit nummer. Vi ringjer om vi lurer på noko.' },
    svar: { label: 'Vil du høyre frå oss?', hint: 'Vi har teieplikt. Ofte kan vi berre seie at meldinga er lesen.' },
    kode: { label: 'Eg vil ikkje ha kode', hint: 'Når du har sendt, viser vi ein kode. Med han kan du sjå om meldinga er lesen. Er det tryggare utan, kryss av her.' },
  },
  en: {
    fare: { label: 'Is anyone in danger now?', hint: 'If anyone is in danger, call 112 (police) or 113 (ambulance) before you go on. The form is not read at once.' },
    hvem: { label: 'Who are you?', hint: 'Choose what fits best. If it is about yourself, you get fewer questions.' },
    sted: { label: 'What kind of service do you work in?', hint: 'Choose the closest one.' },
    voksen: { label: { open: 'Is it about an adult, 18 or older?', self: 'Are you 18 or older?' } },
    spurt: { label: 'Have you asked the person whether you may tell us this?', hint: 'Ask only when it is safe and you are alone together.' },
    grunn: { label: 'What allows you to tell us without consent?', hint: 'The law has some exceptions. Choose the one that fits.' },
    grunntekst: { label: 'Why must you tell us, and what are you telling?', hint: 'Two or three sentences will do. Include only what is needed.' },
    onske: {
      label: { open: 'What does the person want?', self: 'What do you want? (must be filled in)' },
      hint: { open: 'Write what you know. It is the person’s own life.', self: 'Use your own words. This is what we read first.' },
    },
    navn: { label: 'What is the person’s name?', hint: 'Write the name as you know it.' },
    kallenavn: { label: 'What can we call you?', hint: 'Your name, another name or just a word. You choose.' },
    trygg: {
      label: { open: 'How can we talk safely with the person?', self: 'How can we talk safely with you? (must be filled in)' },
      hint: {
        open: 'When and how, without anyone else learning of it? Leave it empty if you do not know.',
        self: 'Write a place, day and time, or the name of someone you trust. For example: “at the day centre on Tuesday between 10 and 11”. We contact you only in the way you say.',
      },
    },
    ring: { label: 'You may phone me', hint: 'Tick this only if nobody else answers your phone.' },
    telefon: {
      label: { open: 'The person’s phone', self: 'Which number can we call?' },
      hint: { open: 'Only if it is needed to find the person.', self: 'Write a number that only you answer.' },
    },
    kommune: { label: { open: 'Which municipality does the person live in?', self: 'Which municipality do you live in?' } },
    aar: { label: 'Which year was the person born?', hint: 'Four digits, if you know.' },
    alder: { label: { open: 'About how old is the person?', self: 'About how old are you?' } },
    kjonn: { label: 'Gender' },
    adresse: { label: 'The person’s address', hint: 'Only if it is needed to find the person. If the address is secret, do not write it here.' },
    skjult: { label: 'The person has a secret address' },
    hva: {
      label: { open: 'What are you worried about?', self: 'What is happening?' },
      hint: {
        open: 'Tick everything that fits. You do not have to be sure, and it does not have to be a crime.',
        self: 'Tick what fits. You do not have to be sure.',
      },
    },
    sett: {
      label: { open: 'What have you seen or heard?', self: 'What has happened?' },
      hint: {
        open: 'Tell us what happened, when and where. Use the person’s own words if you can. Keep what you saw apart from what you think.',
        self: 'Write as much or as little as you like, in your own words.',
      },
    },
    situasjon: {
      label: { open: 'What makes the person more exposed?', self: 'Is there anything we should know about you?' },
      hint: { open: 'Tick what you know. You do not need to know a diagnosis.', self: 'Tick if you want to.' },
    },
    tilknytning: {
      label: { open: 'Who do you think is behind it?', self: 'Who is doing this?' },
      hint: { open: 'Choose what they are to the person. Tick several if there are several.', self: 'Tick if you want to say.' },
    },
    annen: { label: 'The name of the one you think is behind it', hint: 'You do not have to write a name.' },
    sammen: { label: { open: 'Do they live together?', self: 'Do you live together?' } },
    omsorg: { label: 'Does the one you think is behind it care for the person, or act as guardian or attorney?', hint: 'It helps us keep this safe.' },
    barn: {
      label: 'Are there children in the home?',
      hint: {
        open: 'If you work in a public service, you may have your own duty to report to child protection. It applies even when you report to us.',
        self: 'We ask because children may need help too.',
      },
    },
    dyr: { label: 'Are there pets in the home?', hint: 'Some people stay because they will not leave their animal. There is help for that.' },
    kontakt: { label: 'Has anyone else been contacted about this?', hint: 'You may report to us even if the police know.' },
    kontaktnaar: { label: 'When was that?', hint: 'Roughly is enough.' },
    dittnavn: { label: 'What is your name?', hint: 'If you report as part of your job, we need your name. Otherwise you decide. The person may have the right to know who reported. If that puts you in danger, say so in part 4.' },
    tjeneste: { label: 'Where do you work?', hint: 'Service and department.' },
    dittnummer: { label: 'Your phone', hint: 'If you report as part of your job, we need a number. We call if we need to ask something.' },
    svar: { label: 'Do you want to hear from us?', hint: 'We are bound by confidentiality. Often we can only say that the report has been read.' },
    kode: { label: 'I do not want a code', hint: 'When you have sent this, we show a code. With it you can see whether the report has been read. If it is safer without one, tick here.' },
  },
});

/** Heading of each part, and a lead where one helps. `{number}` is the region's phone. */
export const groupTexts: Readonly<Record<Lang, Readonly<Record<Group, { readonly heading: string; readonly lead?: string }>>>> = inThree({
  nb: {
    'del-1': { heading: 'Først', lead: 'Skriv det du vet, og hopp over resten. Ingenting blir lagret eller sendt før du trykker «Send» i siste del. Vil du heller snakke, ring {number}.' },
    'del-2': { heading: 'Hva er viktig for den det gjelder?' },
    'del-3': { heading: 'Hvem gjelder det?' },
    'del-4': { heading: 'Hva har skjedd?' },
    'del-5': { heading: 'Menneskene rundt', lead: 'Svar på det du vet.' },
    'del-6': { heading: 'Til slutt' },
  },
  nn: {
    'del-1': { heading: 'Først', lead: 'Skriv det du veit, og hopp over resten. Ingenting blir lagra eller sendt før du trykkjer «Send» i siste del. Vil du heller snakke, ring {number}.' },
    'del-2': { heading: 'Kva er viktig for den det gjeld?' },
    'del-3': { heading: 'Kven gjeld det?' },
    'del-4': { heading: 'Kva har skjedd?' },
    'del-5': { heading: 'Menneska rundt', lead: 'Svar på det du veit.' },
    'del-6': { heading: 'Til slutt' },
  },
  en: {
    'del-1': { heading: 'First', lead: 'Write what you know and skip the rest. Nothing is stored or sent until you press “Send” in the last part. If you would rather talk, call {number}.' },
    'del-2': { heading: 'What matters to the person concerned?' },
    'del-3': { heading: 'Who is it about?' },
    'del-4': { heading: 'What has happened?' },
    'del-5': { heading: 'The people around', lead: 'Answer what you know.' },
    'del-6': { heading: 'Finally' },
  },
});

/** What is wrong, what is kept is said by the error summary, and what to do. `{length}` and `{most}` are numbers of characters. */
export const problemTexts: Readonly<Record<Lang, Readonly<Record<ProblemCode, Wording>>>> = inThree({
  nb: {
    dangerMissing: 'Velg ja eller nei: Er noen i fare nå?',
    whoMissing: 'Velg hvem du er.',
    workplaceMissing: 'Velg hva slags tjeneste du jobber i.',
    adultMissing: 'Svar på om det gjelder en som er 18 år eller eldre.',
    askedMissing: 'Velg om du har spurt personen.',
    needsBasis: 'Du trenger samtykke eller et av lovens unntak før du kan fortelle hvem det gjelder. Velg et unntak, eller ring oss for en anonym samtale.',
    basisTextMissing: 'Skriv kort hvorfor du må fortelle det.',
    wishMissing: 'Skriv hva du ønsker. Noen få ord holder.',
    nameMissing: 'Skriv navnet på personen, eller det du vet av det.',
    aliasMissing: 'Skriv noe vi kan kalle deg. Det trenger ikke være navnet ditt.',
    safeContactMissing: 'Skriv hvordan vi kan snakke trygt med deg.',
    municipalityMissing: 'Velg kommune, eller «Vet ikke».',
    concernMissing: 'Kryss av for minst én ting. Er du usikker, velg «Noe annet, eller jeg vet ikke».',
    descriptionMissing: { open: 'Skriv hva du har sett eller hørt. Noen få ord holder.', self: 'Skriv hva som har skjedd. Noen få ord holder.' },
    childrenMissing: 'Velg om det er barn i hjemmet, eller «Vet ikke».',
    ownNameMissing: 'Skriv navnet ditt. Vi trenger det når du melder i jobben.',
    ownServiceMissing: 'Skriv hvor du jobber.',
    ownPhoneMissing: 'Skriv et nummer vi kan nå deg på.',
    shortTooLong: 'Teksten er på {length} tegn. Her er det plass til {most}. Flytt resten til «Hva har skjedd?» i del 4.',
    longTooLong: 'Teksten er på {length} tegn. Her er det plass til {most}. Korte den ned, eller ring oss og fortell resten.',
    yearUnreadable: 'Skriv fødselsåret med fire sifre, for eksempel 1948, eller la det stå tomt.',
    yearInFuture: 'Fødselsåret er ikke kommet ennå. Sjekk tallene, eller la det stå tomt.',
    hiddenAddressGiven: 'Du krysset av for hemmelig adresse. Ta bort adressen før du sender.',
    phoneWithoutWish: 'Du har skrevet et telefonnummer. Kryss av hvis vi kan ringe, eller ta bort nummeret.',
    unreadable: 'Vi klarte ikke å lese dette svaret. Velg eller skriv det på nytt.',
  },
  nn: {
    dangerMissing: 'Vel ja eller nei: Er nokon i fare no?',
    whoMissing: 'Vel kven du er.',
    workplaceMissing: 'Vel kva slags teneste du jobbar i.',
    adultMissing: 'Svar på om det gjeld ein som er 18 år eller eldre.',
    askedMissing: 'Vel om du har spurt personen.',
    needsBasis: 'Du treng samtykke eller eit av unntaka i lova før du kan fortelje kven det gjeld. Vel eit unntak, eller ring oss for ein anonym samtale.',
    basisTextMissing: 'Skriv kort kvifor du må fortelje det.',
    wishMissing: 'Skriv kva du ønskjer. Nokre få ord held.',
    nameMissing: 'Skriv namnet på personen, eller det du veit av det.',
    aliasMissing: 'Skriv noko vi kan kalle deg. Det treng ikkje vere namnet ditt.',
    safeContactMissing: 'Skriv korleis vi kan snakke trygt med deg.',
    municipalityMissing: 'Vel kommune, eller «Veit ikkje».',
    concernMissing: 'Kryss av for minst éin ting. Er du usikker, vel «Noko anna, eller eg veit ikkje».',
    descriptionMissing: { open: 'Skriv kva du har sett eller høyrt. Nokre få ord held.', self: 'Skriv kva som har skjedd. Nokre få ord held.' },
    childrenMissing: 'Vel om det er barn i heimen, eller «Veit ikkje».',
    ownNameMissing: 'Skriv namnet ditt. Vi treng det når du melder i jobben.',
    ownServiceMissing: 'Skriv kvar du jobbar.',
    ownPhoneMissing: 'Skriv eit nummer vi kan nå deg på.',
    shortTooLong: 'Teksten er på {length} teikn. Her er det plass til {most}. Flytt resten til «Kva har skjedd?» i del 4.',
    longTooLong: 'Teksten er på {length} teikn. Her er det plass til {most}. Kort han ned, eller ring oss og fortel resten.',
    yearUnreadable: 'Skriv fødselsåret med fire siffer, til dømes 1948, eller la det stå tomt.',
    yearInFuture: 'Fødselsåret er ikkje komme enno. Sjekk tala, eller la det stå tomt.',
    hiddenAddressGiven: 'Du kryssa av for hemmeleg adresse. Ta bort adressa før du sender.',
    phoneWithoutWish: 'Du har skrive eit telefonnummer. Kryss av om vi kan ringje, eller ta bort nummeret.',
    unreadable: 'Vi klarte ikkje å lese dette svaret. Vel eller skriv det på nytt.',
  },
  en: {
    dangerMissing: 'Choose yes or no: Is anyone in danger now?',
    whoMissing: 'Choose who you are.',
    workplaceMissing: 'Choose what kind of service you work in.',
    adultMissing: 'Say whether it is about someone who is 18 or older.',
    askedMissing: 'Choose whether you have asked the person.',
    needsBasis: 'You need consent or one of the law’s exceptions before you can tell us who it is about. Choose an exception, or call us for an anonymous talk.',
    basisTextMissing: 'Write briefly why you must tell us.',
    wishMissing: 'Write what you want. A few words will do.',
    nameMissing: 'Write the person’s name, or what you know of it.',
    aliasMissing: 'Write something we can call you. It does not have to be your name.',
    safeContactMissing: 'Write how we can talk safely with you.',
    municipalityMissing: 'Choose a municipality, or “Do not know”.',
    concernMissing: 'Tick at least one. If you are unsure, choose “Something else, or I do not know”.',
    descriptionMissing: { open: 'Write what you have seen or heard. A few words will do.', self: 'Write what has happened. A few words will do.' },
    childrenMissing: 'Choose whether there are children in the home, or “Do not know”.',
    ownNameMissing: 'Write your name. We need it when you report as part of your job.',
    ownServiceMissing: 'Write where you work.',
    ownPhoneMissing: 'Write a number where we can reach you.',
    shortTooLong: 'The text has {length} characters. There is room for {most} here. Move the rest to “What has happened?” in part 4.',
    longTooLong: 'The text has {length} characters. There is room for {most}. Shorten it, or call us and tell us the rest.',
    yearUnreadable: 'Write the year of birth with four digits, for example 1948, or leave it empty.',
    yearInFuture: 'That year of birth has not come yet. Check the digits, or leave it empty.',
    hiddenAddressGiven: 'You ticked that the address is secret. Remove the address before you send.',
    phoneWithoutWish: 'You wrote a phone number. Tick if we may call, or remove the number.',
    unreadable: 'We could not read this answer. Choose or write it again.',
  },
});

type AnswerTexts = {
  readonly hvem: Readonly<Record<(typeof WHO)[number], string>>;
  readonly hvemAbout: Readonly<Partial<Record<(typeof WHO)[number], string>>>;
  readonly spurt: Readonly<Record<(typeof ASKED)[number], string>>;
  readonly grunn: Readonly<Record<(typeof EXCEPTIONS)[number] | 'ingen', string>>;
  readonly hva: Readonly<Record<(typeof CONCERNS)[number], string>>;
  readonly hvaAbout: Readonly<Partial<Record<(typeof CONCERNS)[number], string>>>;
  readonly situasjon: Readonly<Record<(typeof SITUATIONS)[number], string>>;
  readonly yes: string; readonly no: string; readonly unknown: string; readonly unsure: string;
  readonly elsewhere: string;
};

/** The answers where the form says it more plainly than the code list does. */
export const answerTexts: Readonly<Record<Lang, AnswerTexts>> = inThree({
  nb: {
    hvem: {
      UTSATT_SELV: 'Det gjelder meg selv', FAMILIE: 'Familie eller pårørende', VENN: 'Venn', NABO_BEKJENT: 'Nabo eller bekjent', FRIVILLIG: 'Frivillig i en organisasjon',
      IKKE_OPPGITT: 'En annen, eller jeg vil ikke si det', ansatt: 'Jeg melder i jobben min',
    },
    hvemAbout: { ansatt: 'Kommune, helsetjeneste, politi, bank og andre – eller som verge' },
    spurt: {
      GITT_MUNTLIG: 'Ja, og personen sier ja', GITT_SKRIFTLIG: 'Ja, og personen har skrevet under', DELVIS: 'Ja, og personen sier ja til noe av det', IKKE_SPURT: 'Nei, jeg har ikke spurt',
      IKKE_TRYGT: 'Nei, det er ikke trygt å spørre', AVSLATT: 'Ja, men personen sier nei', MANGLER_KOMPETANSE: 'Personen kan ikke forstå hva det gjelder',
      PARORENDE: 'Nærmeste pårørende har sagt ja', VERGE: 'Vergen har sagt ja',
    },
    grunn: {
      FVL_13B_7: 'Det trengs for å hindre fare for liv eller helse', HPL_23_4: 'Jeg er helsepersonell, og det som står på spill, veier tyngre enn taushetsplikten',
      STRL_196: 'Jeg kan hindre et alvorlig lovbrudd (avvergingsplikt)', KRL_5_3: 'Jeg jobber på krisesenteret, og det trengs for oppgavene våre eller for å hindre alvorlig skade',
      FVL_13B_5: 'Tjenesten min må fortelle det for å gjøre sine egne oppgaver', ingen: 'Ingen av disse, eller jeg er usikker',
    },
    hva: {
      FYSISK: 'Fysisk vold', FYSISK_OPPDRAGER: 'Oppdragervold', PSYKISK: 'Psykisk vold', TRUSLER: 'Trusler', SEKSUELL: 'Seksuelle overgrep', OKONOMISK: 'Økonomiske overgrep',
      MATERIELL: 'Materiell vold', OMSORGSSVIKT: 'Omsorgssvikt', NETT: 'Nettovergrep', PERSONFORFOLGELSE: 'Forfølgelse', SOSIAL_KONTROLL: 'Sterk kontroll',
      AERESRELATERT: 'Æresrelatert vold', TVANGSEKTESKAP: 'Tvangsekteskap', UTNYTTING_MENNESKEHANDEL: 'Utnytting', ULOVLIG_TVANG: 'Ulovlig tvang i en tjeneste', UKJENT: 'Noe annet, eller jeg vet ikke',
    },
    hvaAbout: {
      FYSISK: 'Slår, sparker, dytter, lugger eller holder fast', FYSISK_OPPDRAGER: 'Vold for å straffe eller få noen til å lystre', PSYKISK: 'Skremmer, krenker eller gjør noen liten',
      TRUSLER: 'Truer med å skade noen, seg selv eller et dyr', SEKSUELL: 'Berøring, press eller tvang mot noens vilje', OKONOMISK: 'Tar penger, pensjon eller kort, eller presser noen til å skrive under',
      MATERIELL: 'Knuser eller ødelegger ting', OMSORGSSVIKT: 'Mat, medisin, stell eller hjelp uteblir', NETT: 'Plager, deler bilder eller lurer noen på nett',
      PERSONFORFOLGELSE: 'Følger etter, overvåker eller tar kontakt igjen og igjen', SOSIAL_KONTROLL: 'Bestemmer hvem noen møter, hvor de går, hva de har på seg',
      AERESRELATERT: 'Vold eller press for familiens ære', TVANGSEKTESKAP: 'Presset til å gifte seg eller til å bli i ekteskapet', UTNYTTING_MENNESKEHANDEL: 'Tvunget til arbeid, tigging, lovbrudd eller sex',
      ULOVLIG_TVANG: 'Låser inne, holder fast eller gir medisin uten lov',
    },
    situasjon: {
      HOY_ALDER: 'Høy alder', DEMENS: 'Demens', UTVIKLINGSHEMMING: 'Utviklingshemming', AUTISME: 'Autisme', KOGNITIV_FUNKSJON: 'Trenger hjelp til å forstå og huske', FYSISK_FUNKSJON: 'Fysisk funksjonsnedsettelse',
      PSYKISK_FUNKSJON: 'Psykisk funksjonsnedsettelse', SANSETAP: 'Ser eller hører dårlig', KOMMUNIKASJON: 'Har vansker med å fortelle', FYSISK_SYKDOM: 'Fysisk sykdom', PSYKISK_SYKDOM: 'Psykisk sykdom eller lidelse',
      RUS: 'Rus', AVHENGIG_AV_UTOVER: 'Er avhengig av den som gjør det', ISOLASJON_OKONOMI: 'Er isolert eller har dårlig råd', MINORITET: 'Minoritetsbakgrunn',
    },
    yes: 'Ja', no: 'Nei', unknown: 'Vet ikke', unsure: 'Usikker', elsewhere: 'En annen kommune',
  },
  nn: {
    hvem: {
      UTSATT_SELV: 'Det gjeld meg sjølv', FAMILIE: 'Familie eller pårørande', VENN: 'Ven', NABO_BEKJENT: 'Nabo eller kjenning', FRIVILLIG: 'Frivillig i ein organisasjon',
      IKKE_OPPGITT: 'Ein annan, eller eg vil ikkje seie det', ansatt: 'Eg melder i jobben min',
    },
    hvemAbout: { ansatt: 'Kommune, helseteneste, politi, bank og andre – eller som verje' },
    spurt: {
      GITT_MUNTLIG: 'Ja, og personen seier ja', GITT_SKRIFTLIG: 'Ja, og personen har skrive under', DELVIS: 'Ja, og personen seier ja til noko av det', IKKE_SPURT: 'Nei, eg har ikkje spurt',
      IKKE_TRYGT: 'Nei, det er ikkje trygt å spørje', AVSLATT: 'Ja, men personen seier nei', MANGLER_KOMPETANSE: 'Personen kan ikkje forstå kva det gjeld',
      PARORENDE: 'Næraste pårørande har sagt ja', VERGE: 'Verja har sagt ja',
    },
    grunn: {
      FVL_13B_7: 'Det trengst for å hindre fare for liv eller helse', HPL_23_4: 'Eg er helsepersonell, og det som står på spel, veg tyngre enn teieplikta',
      STRL_196: 'Eg kan hindre eit alvorleg lovbrot (avverjingsplikt)', KRL_5_3: 'Eg jobbar på krisesenteret, og det trengst for oppgåvene våre eller for å hindre alvorleg skade',
      FVL_13B_5: 'Tenesta mi må fortelje det for å gjere sine eigne oppgåver', ingen: 'Ingen av desse, eller eg er usikker',
    },
    hva: {
      FYSISK: 'Fysisk vald', FYSISK_OPPDRAGER: 'Oppsedingsvald', PSYKISK: 'Psykisk vald', TRUSLER: 'Truslar', SEKSUELL: 'Seksuelle overgrep', OKONOMISK: 'Økonomiske overgrep',
      MATERIELL: 'Materiell vald', OMSORGSSVIKT: 'Omsorgssvikt', NETT: 'Nettovergrep', PERSONFORFOLGELSE: 'Forfølging', SOSIAL_KONTROLL: 'Sterk kontroll',
      AERESRELATERT: 'Æresrelatert vald', TVANGSEKTESKAP: 'Tvangsekteskap', UTNYTTING_MENNESKEHANDEL: 'Utnytting', ULOVLIG_TVANG: 'Ulovleg tvang i ei teneste', UKJENT: 'Noko anna, eller eg veit ikkje',
    },
    hvaAbout: {
      FYSISK: 'Slår, sparkar, dyttar, luggar eller held fast', FYSISK_OPPDRAGER: 'Vald for å straffe eller få nokon til å lyde', PSYKISK: 'Skremmer, krenkjer eller gjer nokon liten',
      TRUSLER: 'Trugar med å skade nokon, seg sjølv eller eit dyr', SEKSUELL: 'Røring, press eller tvang mot nokon sin vilje', OKONOMISK: 'Tek pengar, pensjon eller kort, eller pressar nokon til å skrive under',
      MATERIELL: 'Knuser eller øydelegg ting', OMSORGSSVIKT: 'Mat, medisin, stell eller hjelp uteblir', NETT: 'Plagar, deler bilete eller lurer nokon på nett',
      PERSONFORFOLGELSE: 'Følgjer etter, overvaker eller tek kontakt igjen og igjen', SOSIAL_KONTROLL: 'Bestemmer kven nokon møter, kvar dei går, kva dei har på seg',
      AERESRELATERT: 'Vald eller press for familien si ære', TVANGSEKTESKAP: 'Pressa til å gifte seg eller til å bli i ekteskapet', UTNYTTING_MENNESKEHANDEL: 'Tvinga til arbeid, tigging, lovbrot eller sex',
      ULOVLIG_TVANG: 'Låser inne, held fast eller gjev medisin utan lov',
    },
    situasjon: {
      HOY_ALDER: 'Høg alder', DEMENS: 'Demens', UTVIKLINGSHEMMING: 'Utviklingshemming', AUTISME: 'Autisme', KOGNITIV_FUNKSJON: 'Treng hjelp til å forstå og hugse', FYSISK_FUNKSJON: 'Fysisk funksjonsnedsetjing',
      PSYKISK_FUNKSJON: 'Psykisk funksjonsnedsetjing', SANSETAP: 'Ser eller høyrer dårleg', KOMMUNIKASJON: 'Har vanskar med å fortelje', FYSISK_SYKDOM: 'Fysisk sjukdom', PSYKISK_SYKDOM: 'Psykisk sjukdom eller liding',
      RUS: 'Rus', AVHENGIG_AV_UTOVER: 'Er avhengig av den som gjer det', ISOLASJON_OKONOMI: 'Er isolert eller har dårleg råd', MINORITET: 'Minoritetsbakgrunn',
    },
    yes: 'Ja', no: 'Nei', unknown: 'Veit ikkje', unsure: 'Usikker', elsewhere: 'Ein annan kommune',
  },
  en: {
    hvem: {
      UTSATT_SELV: 'It is about myself', FAMILIE: 'Family or next of kin', VENN: 'Friend', NABO_BEKJENT: 'Neighbour or acquaintance', FRIVILLIG: 'Volunteer in an organisation',
      IKKE_OPPGITT: 'Someone else, or I would rather not say', ansatt: 'I am reporting as part of my job',
    },
    hvemAbout: { ansatt: 'Municipality, health service, police, bank and others – or as a guardian' },
    spurt: {
      GITT_MUNTLIG: 'Yes, and the person says yes', GITT_SKRIFTLIG: 'Yes, and the person has signed', DELVIS: 'Yes, and the person says yes to some of it', IKKE_SPURT: 'No, I have not asked',
      IKKE_TRYGT: 'No, it is not safe to ask', AVSLATT: 'Yes, but the person says no', MANGLER_KOMPETANSE: 'The person cannot understand what it is about',
      PARORENDE: 'The next of kin has said yes', VERGE: 'The guardian has said yes',
    },
    grunn: {
      FVL_13B_7: 'It is needed to prevent danger to life or health', HPL_23_4: 'I am a health professional, and what is at stake weighs more than confidentiality',
      STRL_196: 'I can prevent a serious crime (duty to avert)', KRL_5_3: 'I work at the crisis shelter, and it is needed for our tasks or to prevent serious harm',
      FVL_13B_5: 'My service must tell it to do its own tasks', ingen: 'None of these, or I am not sure',
    },
    hva: {
      FYSISK: 'Physical violence', FYSISK_OPPDRAGER: 'Violence used as discipline', PSYKISK: 'Psychological violence', TRUSLER: 'Threats', SEKSUELL: 'Sexual abuse', OKONOMISK: 'Financial abuse',
      MATERIELL: 'Damage to property', OMSORGSSVIKT: 'Neglect', NETT: 'Online abuse', PERSONFORFOLGELSE: 'Stalking', SOSIAL_KONTROLL: 'Strong control',
      AERESRELATERT: 'Honour-based violence', TVANGSEKTESKAP: 'Forced marriage', UTNYTTING_MENNESKEHANDEL: 'Exploitation', ULOVLIG_TVANG: 'Unlawful force in a service', UKJENT: 'Something else, or I do not know',
    },
    hvaAbout: {
      FYSISK: 'Hits, kicks, pushes, pulls hair or holds someone down', FYSISK_OPPDRAGER: 'Violence to punish or to make someone obey', PSYKISK: 'Frightens, humiliates or belittles someone',
      TRUSLER: 'Threatens to harm someone, themselves or an animal', SEKSUELL: 'Touching, pressure or force against someone’s will', OKONOMISK: 'Takes money, pension or cards, or presses someone to sign',
      MATERIELL: 'Breaks or destroys things', OMSORGSSVIKT: 'Food, medicine, care or help does not come', NETT: 'Harasses, shares pictures or cheats someone online',
      PERSONFORFOLGELSE: 'Follows, watches or makes contact again and again', SOSIAL_KONTROLL: 'Decides whom someone meets, where they go, what they wear',
      AERESRELATERT: 'Violence or pressure for the family’s honour', TVANGSEKTESKAP: 'Pressed to marry or to stay in the marriage', UTNYTTING_MENNESKEHANDEL: 'Forced into work, begging, crime or sex',
      ULOVLIG_TVANG: 'Locks in, holds down or medicates without legal ground',
    },
    situasjon: {
      HOY_ALDER: 'Old age', DEMENS: 'Dementia', UTVIKLINGSHEMMING: 'Intellectual disability', AUTISME: 'Autism', KOGNITIV_FUNKSJON: 'Needs help to understand and remember', FYSISK_FUNKSJON: 'Physical disability',
      PSYKISK_FUNKSJON: 'Mental disability', SANSETAP: 'Sees or hears poorly', KOMMUNIKASJON: 'Has difficulty telling others', FYSISK_SYKDOM: 'Physical illness', PSYKISK_SYKDOM: 'Mental illness',
      RUS: 'Substance use', AVHENGIG_AV_UTOVER: 'Depends on the one who does it', ISOLASJON_OKONOMI: 'Is isolated or short of money', MINORITET: 'Minority background',
    },
    yes: 'Yes', no: 'No', unknown: 'Do not know', unsure: 'Not sure', elsewhere: 'Another municipality',
  },
} satisfies Record<Lang, AnswerTexts>);

/** The words of the boxes that open along the way. `{number}` is the region's phone for an anonymous talk. */
export const boxTexts = inThree({
  nb: {
    dangerHeading: 'Er noen i fare? Ring 112 nå',
    danger: 'Ring før du skriver videre. Det kan ta tid før skjemaet blir lest. Du kan sende det etterpå.',
    childHeading: 'Gjelder det et barn? Ring barnevernet først',
    child: 'Barnevernet har ansvaret for dem som er under 18 år. Du kan likevel sende skjemaet. Vi leser det.',
    childNight: 'Alarmtelefonen for barn og unge, hele døgnet',
    gateHeading: 'Uten samtykke',
    gate: [
      'Du har taushetsplikt, og da trenger du samtykke eller et av lovens unntak før du forteller hvem det gjelder.',
      'Ring {number} for en anonym samtale: Du nevner ingen navn, og vi sier hva du kan gjøre.',
      'Velger du et unntak eller får et ja, kan du skrive hvem det gjelder og sende. Det du har skrevet, blir stående.',
    ],
    onlyOther: 'Bare hvis du melder om en annen',
    onlySelf: 'Bare hvis det gjelder deg selv',
    onlyJob: 'Bare hvis du melder i jobben',
    onlyNoConsent: 'Bare hvis du melder i jobben og ikke har samtykke',
  },
  nn: {
    dangerHeading: 'Er nokon i fare? Ring 112 no',
    danger: 'Ring før du skriv vidare. Det kan ta tid før skjemaet blir lese. Du kan sende det etterpå.',
    childHeading: 'Gjeld det eit barn? Ring barnevernet først',
    child: 'Barnevernet har ansvaret for dei som er under 18 år. Du kan likevel sende skjemaet. Vi les det.',
    childNight: 'Alarmtelefonen for barn og unge, heile døgnet',
    gateHeading: 'Utan samtykke',
    gate: [
      'Du har teieplikt, og då treng du samtykke eller eit av unntaka i lova før du fortel kven det gjeld.',
      'Ring {number} for ein anonym samtale: Du nemner ingen namn, og vi seier kva du kan gjere.',
      'Vel du eit unntak eller får eit ja, kan du skrive kven det gjeld og sende. Det du har skrive, blir ståande.',
    ],
    onlyOther: 'Berre om du melder om ein annan',
    onlySelf: 'Berre om det gjeld deg sjølv',
    onlyJob: 'Berre om du melder i jobben',
    onlyNoConsent: 'Berre om du melder i jobben og ikkje har samtykke',
  },
  en: {
    dangerHeading: 'Is anyone in danger? Call 112 now',
    danger: 'Call before you write on. It may take time before the form is read. You can send it afterwards.',
    childHeading: 'Is it about a child? Call child protection first',
    child: 'Child protection is responsible for those under 18. You may still send the form. We read it.',
    childNight: 'Emergency line for children and young people, day and night',
    gateHeading: 'Without consent',
    gate: [
      'You are bound by confidentiality, so you need consent or one of the law’s exceptions before you tell us who it is about.',
      'Call {number} for an anonymous talk: You mention no names, and we tell you what you can do.',
      'If you choose an exception or get a yes, you can write who it is about and send. What you have written stays.',
    ],
    onlyOther: 'Only if you report about someone else',
    onlySelf: 'Only if it is about yourself',
    onlyJob: 'Only if you report as part of your job',
    onlyNoConsent: 'Only if you report as part of your job and have no consent',
  },
});
