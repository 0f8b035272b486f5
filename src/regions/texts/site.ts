import { catalogue } from '../../kernel/texts.ts';

/** The words a region starts with on its public site. It may rewrite all of them; steps and paragraphs are divided by line breaks. */
export const siteTexts = catalogue({
  nb: {
    phoneName: 'Vakttelefonen vår',
    intro: 'Noen voksne trenger hjelp til å være trygge: fordi de er gamle eller syke, har en funksjonsnedsettelse eller er avhengige av andre.\n'
      + 'Er du bekymret for en voksen, kan du fortelle det til oss. Du trenger ikke være sikker, og du trenger ikke ha bevis. Du kan også skrive om deg selv.',
    whatHappens: 'Vi leser det du har skrevet, og vurderer om noe haster.\n'
      + 'Et lite team finner ut hva som kan gjøre personen tryggere.\n'
      + 'Vi snakker med personen når det er trygt, og hører hva personen selv vil.\n'
      + 'Vi gjør ikke mer enn nødvendig, og vi sier ikke hvem som har meldt uten at loven krever det.',
    whoReads: 'De som har mottaket i regionen, leser det du sender. Får personen en sak, leser også de få som jobber med den.\n'
      + 'Er en av de ansatte nevnt i meldingen, får den ansatte ikke se den.\n'
      + 'Alle har taushetsplikt. Systemet skriver ned hvem som åpner hva, og når.',
    purpose: 'Vi bruker opplysningene til å finne ut om en voksen er utsatt for vold, overgrep eller omsorgssvikt, og til å hjelpe.',
    retention: 'Opplysningene ligger kryptert hos oss. Kommunene må ta vare på dokumentene så lenge arkivloven krever det. Ingen sletter eller endrer noe i det stille: Er noe feil, legger vi til en retting.',
    caseMa: 'Alle fire kriterier stemmer. Teamet må følge opp.',
    caseBor: 'Noe er usikkert, eller personen kan delvis beskytte seg. Teamet bør følge opp, eller støtte dem som gjør det.',
    caseKan: 'Utenfor kjernen av målgruppen. Vi gir råd og overlater resten til ordinær tjeneste.',
    legalBasis: 'Personvernforordningen artikkel 6 nr. 1 bokstav e og artikkel 9 nr. 2 bokstav g, jf. helse- og omsorgstjenesteloven §§ 3-1, 3-3 a og 3-4.',
  },
  nn: {
    phoneName: 'Vakttelefonen vår',
    intro: 'Nokre vaksne treng hjelp til å vere trygge: fordi dei er gamle eller sjuke, har ei funksjonsnedsetjing eller er avhengige av andre.\n'
      + 'Er du uroa for ein vaksen, kan du fortelje det til oss. Du treng ikkje vere sikker, og du treng ikkje ha bevis. Du kan òg skrive om deg sjølv.',
    whatHappens: 'Vi les det du har skrive, og vurderer om noko hastar.\n'
      + 'Eit lite team finn ut kva som kan gjere personen tryggare.\n'
      + 'Vi snakkar med personen når det er trygt, og høyrer kva personen sjølv vil.\n'
      + 'Vi gjer ikkje meir enn nødvendig, og vi seier ikkje kven som har meldt utan at lova krev det.',
    whoReads: 'Dei som har mottaket i regionen, les det du sender. Får personen ei sak, les òg dei få som jobbar med henne.\n'
      + 'Er ein av dei tilsette nemnd i meldinga, får den tilsette ikkje sjå henne.\n'
      + 'Alle har teieplikt. Systemet skriv ned kven som opnar kva, og når.',
    purpose: 'Vi bruker opplysningane til å finne ut om ein vaksen er utsett for vald, overgrep eller omsorgssvikt, og til å hjelpe.',
    retention: 'Opplysningane ligg krypterte hos oss. Kommunane må ta vare på dokumenta så lenge arkivlova krev det. Ingen slettar eller endrar noko i det stille: Er noko feil, legg vi til ei retting.',
    caseMa: 'Alle fire kriteria stemmer. Teamet må følgje opp.',
    caseBor: 'Noko er usikkert, eller personen kan delvis verne seg. Teamet bør følgje opp, eller støtte dei som gjer det.',
    caseKan: 'Utanfor kjernen av målgruppa. Vi gir råd og overlèt resten til ordinær teneste.',
    legalBasis: 'Personvernforordninga artikkel 6 nr. 1 bokstav e og artikkel 9 nr. 2 bokstav g, jf. helse- og omsorgstenestelova §§ 3-1, 3-3 a og 3-4.',
  },
  en: {
    phoneName: 'Our duty phone',
    intro: 'Some adults need help to be safe: because they are old or ill, have a disability or depend on others.\n'
      + 'If you are worried about an adult, you can tell us. You do not have to be sure, and you do not need proof. You can also write about yourself.',
    whatHappens: 'We read what you have written and judge whether anything is urgent.\n'
      + 'A small team finds out what can make the person safer.\n'
      + 'We talk with the person when it is safe, and hear what the person wants.\n'
      + 'We do no more than necessary, and we do not say who reported unless the law requires it.',
    whoReads: 'Those who run the reception in the region read what you send. If there is a case, the few who work on it read it too.\n'
      + 'If an employee is named in the report, that employee does not get to see it.\n'
      + 'Everyone is bound by confidentiality. The system records who opens what, and when.',
    purpose: 'We use the information to find out whether an adult is exposed to violence, abuse or neglect, and to help.',
    retention: 'The information is kept encrypted. The municipalities must keep the documents for as long as the Archives Act requires. Nobody deletes or changes anything in silence: if something is wrong, we add a correction.',
    caseMa: 'All four criteria are met. The team must follow it up.',
    caseBor: 'Something is uncertain, or the person can partly protect themselves. The team should follow it up, or support those who do.',
    caseKan: 'Outside the core of the target group. We give advice and leave the rest to ordinary services.',
    legalBasis: 'The General Data Protection Regulation, article 6 (1) (e) and article 9 (2) (g), with the Norwegian Health and Care Services Act sections 3-1, 3-3 a and 3-4.',
  },
});
