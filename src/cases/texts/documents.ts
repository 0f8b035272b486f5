import type { HelpedDocumentField } from './keys.ts';
import type { DOCUMENT_FIELDS } from '../fields/document.ts';
import type { DocumentStepKey } from '../workflow/document.ts';

type DocumentRefusal = 'suspect_at_home' | 'home_not_known_safe' | 'address_hidden' | 'other_way_given' | 'no_safe_way' | 'not_to_home' | 'no_document' | 'no_draft' | 'no_final_document' | 'document_changed' | 'field_unfilled' | 'cannot_typeset' | 'reporter_covered';
type Fault = Extract<DocumentRefusal, 'suspect_at_home' | 'home_not_known_safe' | 'address_hidden' | 'other_way_given' | 'no_safe_way' | 'not_to_home'>;
type Words = Readonly<Record<
  | `step.${DocumentStepKey}` | `field.${keyof typeof DOCUMENT_FIELDS}` | `help.${HelpedDocumentField}` | `refusal.${DocumentRefusal}` | `fault.${Fault}`
  | 'condition.DOCUMENT_BEGUN' | 'condition.DOCUMENT_DRAFTED' | 'condition.DOCUMENT_FINALISED', string>>;

/** The words of documents in a case; nb.ts, nn.ts and en.ts take them in with the others. */
export const DOCUMENT_WORDS: Readonly<Record<'nb' | 'nn' | 'en', Words>> = {
  nb: {
    'step.draftDocument': 'Skriv et dokument', 'step.editDocument': 'Skriv videre på et dokument', 'step.finaliseDocument': 'Gjør et dokument ferdig', 'step.recordSending': 'Skriv at et dokument er sendt',
    'field.letter': 'Hva skal du skrive?', 'field.delivery': 'Hvordan skal det nå fram?', 'field.homeSafe': 'Hvordan vet du at post hjem er trygt?', 'field.docTo': 'Hvem er det til?', 'field.openness': 'Hva er dokumentet unntatt offentlighet etter?', 'field.docLang': 'Språk',
    'field.document': 'Hvilket dokument?', 'field.docText': 'Tekst', 'field.sentHow': 'Hvordan ble det sendt eller gitt?', 'field.sentTo': 'Hvem fikk det?',
    'help.letter': 'Malen fylles ut med det saken vet. Resten skriver du selv.', 'help.delivery': 'Systemet sender ingenting. Du skriver selv ut, gir eller sender det.',
    'help.homeSafe': 'Skriv hvem som har sagt det, og når.', 'help.docTo': 'Navn eller kontor. La stå tomt når det er til personen selv.',
    'help.docText': 'Første linje er overskriften. En tom linje skiller avsnitt. Felt i doble klammer må byttes ut før dokumentet kan gjøres ferdig.', 'help.openness': 'La stå tomt: da er det taushetsplikt. § 24 andre ledd er tips om lovbrudd, tredje ledd fare for noen, § 26 fødselsnummer.', 'help.sentTo': 'Den som tok imot, eller adressen.',
    'refusal.suspect_at_home': 'Antatt overgriper bor der. Gi det i et møte eller på legekontoret, eller les det opp på telefon.',
    'refusal.home_not_known_safe': 'Vi vet ikke om post hjem er trygt. Gi det i et møte eller på legekontoret, eller les det opp på telefon.',
    'refusal.address_hidden': 'Adressen er hemmelig. Gi det i et møte eller på legekontoret, eller les det opp på telefon.',
    'refusal.other_way_given': 'Personen har en trygg måte å bli nådd på. Velg «På den måten som er oppgitt som trygg».',
    'refusal.no_safe_way': 'Ingen trygg måte er oppgitt, eller den er trukket tilbake. Velg møte, legekontoret eller telefon.',
    'refusal.not_to_home': 'Dette er ikke til personen og skal ikke hjem til dem. Velg en annen måte.',
    'refusal.no_document': 'Saken har ingen dokumenter ennå.', 'refusal.no_draft': 'Ingen dokumenter er under arbeid. Skriv videre på ett for å lage en ny versjon.', 'refusal.no_final_document': 'Ingen dokumenter er ferdige ennå.',
    'refusal.document_changed': 'Noen har endret dokumentet siden du åpnet det. Teksten din står her. Åpne dokumentet på nytt og se hva som er endret.',
    'refusal.field_unfilled': 'Det står fortsatt felt i doble klammer i teksten. Fyll dem ut eller ta dem bort først.',
    'refusal.reporter_covered': 'Brevet er til den som meldte. Si først hvorfor du må vite hvem det er.',
    'refusal.cannot_typeset': 'Vi fikk ikke laget filen, og dokumentet er ikke gjort ferdig. Prøv igjen. På maskiner med ARM-prosessor går det ikke.',
    'fault.suspect_at_home': 'Antatt overgriper bor der. Velg møte, legekontoret eller telefon.', 'fault.home_not_known_safe': 'Vi vet ikke om post hjem er trygt. Velg møte, legekontoret eller telefon.',
    'fault.address_hidden': 'Adressen er hemmelig. Velg møte, legekontoret eller telefon.', 'fault.other_way_given': 'Velg den måten som er oppgitt som trygg.', 'fault.no_safe_way': 'Ingen trygg måte er oppgitt. Velg en annen.',
    'fault.not_to_home': 'Dette skal ikke hjem til personen. Velg en annen måte.',
    'condition.DOCUMENT_BEGUN': 'saken har et dokument', 'condition.DOCUMENT_DRAFTED': 'et dokument er under arbeid', 'condition.DOCUMENT_FINALISED': 'et dokument er ferdig',
  },
  nn: {
    'step.draftDocument': 'Skriv eit dokument', 'step.editDocument': 'Skriv vidare på eit dokument', 'step.finaliseDocument': 'Gjer eit dokument ferdig', 'step.recordSending': 'Skriv at eit dokument er sendt',
    'field.letter': 'Kva skal du skrive?', 'field.delivery': 'Korleis skal det nå fram?', 'field.homeSafe': 'Korleis veit du at post heim er trygt?', 'field.docTo': 'Kven er det til?', 'field.openness': 'Kva er dokumentet unnateke offentlegheit etter?', 'field.docLang': 'Språk',
    'field.document': 'Kva dokument?', 'field.docText': 'Tekst', 'field.sentHow': 'Korleis vart det sendt eller gitt?', 'field.sentTo': 'Kven fekk det?',
    'help.letter': 'Malen blir fylt ut med det saka veit. Resten skriv du sjølv.', 'help.delivery': 'Systemet sender ingenting. Du skriv sjølv ut, gir eller sender det.',
    'help.homeSafe': 'Skriv kven som har sagt det, og når.', 'help.docTo': 'Namn eller kontor. La stå tomt når det er til personen sjølv.',
    'help.docText': 'Første linja er overskrifta. Ei tom linje skil avsnitt. Felt i doble klammer må bytast ut før dokumentet kan gjerast ferdig.', 'help.openness': 'Lat stå tomt: då er det teieplikt. § 24 andre ledd er tips om lovbrot, tredje ledd fare for nokon, § 26 fødselsnummer.', 'help.sentTo': 'Den som tok imot, eller adressa.',
    'refusal.suspect_at_home': 'Antatt overgripar bur der. Gi det i eit møte eller på legekontoret, eller les det opp på telefon.',
    'refusal.home_not_known_safe': 'Vi veit ikkje om post heim er trygt. Gi det i eit møte eller på legekontoret, eller les det opp på telefon.',
    'refusal.address_hidden': 'Adressa er hemmeleg. Gi det i eit møte eller på legekontoret, eller les det opp på telefon.',
    'refusal.other_way_given': 'Personen har ein trygg måte å bli nådd på. Vel «På den måten som er oppgitt som trygg».',
    'refusal.no_safe_way': 'Ingen trygg måte er oppgitt, eller han er trekt tilbake. Vel møte, legekontoret eller telefon.',
    'refusal.not_to_home': 'Dette er ikkje til personen og skal ikkje heim til dei. Vel ein annan måte.',
    'refusal.no_document': 'Saka har ingen dokument enno.', 'refusal.no_draft': 'Ingen dokument er under arbeid. Skriv vidare på eitt for å lage ein ny versjon.', 'refusal.no_final_document': 'Ingen dokument er ferdige enno.',
    'refusal.document_changed': 'Nokon har endra dokumentet sidan du opna det. Teksten din står her. Opna dokumentet på nytt og sjå kva som er endra.',
    'refusal.field_unfilled': 'Det står framleis felt i doble klammer i teksten. Fyll dei ut eller ta dei bort først.',
    'refusal.reporter_covered': 'Brevet er til den som melde. Sei først kvifor du må vite kven det er.',
    'refusal.cannot_typeset': 'Vi fekk ikkje laga fila, og dokumentet er ikkje gjort ferdig. Prøv igjen. På maskiner med ARM-prosessor går det ikkje.',
    'fault.suspect_at_home': 'Antatt overgripar bur der. Vel møte, legekontoret eller telefon.', 'fault.home_not_known_safe': 'Vi veit ikkje om post heim er trygt. Vel møte, legekontoret eller telefon.',
    'fault.address_hidden': 'Adressa er hemmeleg. Vel møte, legekontoret eller telefon.', 'fault.other_way_given': 'Vel den måten som er oppgitt som trygg.', 'fault.no_safe_way': 'Ingen trygg måte er oppgitt. Vel ein annan.',
    'fault.not_to_home': 'Dette skal ikkje heim til personen. Vel ein annan måte.',
    'condition.DOCUMENT_BEGUN': 'saka har eit dokument', 'condition.DOCUMENT_DRAFTED': 'eit dokument er under arbeid', 'condition.DOCUMENT_FINALISED': 'eit dokument er ferdig',
  },
  en: {
    'step.draftDocument': 'Write a document', 'step.editDocument': 'Go on writing a document', 'step.finaliseDocument': 'Finalise a document', 'step.recordSending': 'Record that a document was sent',
    'field.letter': 'What do you want to write?', 'field.delivery': 'How is it to reach them?', 'field.homeSafe': 'How do you know that post to the home is safe?', 'field.docTo': 'Who is it for?', 'field.openness': 'What is the document exempt from public access by?', 'field.docLang': 'Language',
    'field.document': 'Which document?', 'field.docText': 'Text', 'field.sentHow': 'How was it sent or given?', 'field.sentTo': 'Who got it?',
    'help.letter': 'The template is filled in with what the case knows. You write the rest.', 'help.delivery': 'The system sends nothing. You print it, give it or send it yourself.',
    'help.homeSafe': 'Write who said so, and when.', 'help.docTo': 'A name or an office. Leave it empty when it is for the person.',
    'help.docText': 'The first line is the heading. An empty line parts paragraphs. Fields in double brackets must be replaced before the document can be finalised.', 'help.openness': 'Leave empty: the duty of secrecy. § 24 second paragraph is tips about offences, third danger to somebody, § 26 identity numbers.', 'help.sentTo': 'Whoever received it, or the address.',
    'refusal.suspect_at_home': 'The suspected abuser lives there. Hand it over in a meeting or at the doctor’s, or read it out by phone.',
    'refusal.home_not_known_safe': 'We do not know whether post to the home is safe. Hand it over in a meeting or at the doctor’s, or read it out by phone.',
    'refusal.address_hidden': 'The address is secret. Hand it over in a meeting or at the doctor’s, or read it out by phone.',
    'refusal.other_way_given': 'The person has a safe way to be reached. Choose “In the way that was given as safe”.',
    'refusal.no_safe_way': 'No safe way was given, or it was taken back. Choose a meeting, the doctor’s or the phone.',
    'refusal.not_to_home': 'This is not for the person and must not go to their home. Choose another way.',
    'refusal.no_document': 'The case has no documents yet.', 'refusal.no_draft': 'No document is being written. Go on writing one to make a new version.', 'refusal.no_final_document': 'No document is finalised yet.',
    'refusal.document_changed': 'Somebody has changed the document since you opened it. Your text stands here. Open the document again and see what has changed.',
    'refusal.field_unfilled': 'There are still fields in double brackets in the text. Fill them in or take them out first.',
    'refusal.reporter_covered': 'The letter is to the reporter. First say why you have to know who that is.',
    'refusal.cannot_typeset': 'We could not make the file, and the document is not finalised. Try again. On machines with an ARM processor it cannot be made.',
    'fault.suspect_at_home': 'The suspected abuser lives there. Choose a meeting, the doctor’s or the phone.', 'fault.home_not_known_safe': 'We do not know whether post to the home is safe. Choose a meeting, the doctor’s or the phone.',
    'fault.address_hidden': 'The address is secret. Choose a meeting, the doctor’s or the phone.', 'fault.other_way_given': 'Choose the way that was given as safe.', 'fault.no_safe_way': 'No safe way was given. Choose another.',
    'fault.not_to_home': 'This must not go to the person’s home. Choose another way.',
    'condition.DOCUMENT_BEGUN': 'the case has a document', 'condition.DOCUMENT_DRAFTED': 'a document is being written', 'condition.DOCUMENT_FINALISED': 'a document is finalised',
  },
};
