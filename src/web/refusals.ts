import { catalogue, type Lang } from '../kernel/texts.ts';

/**
 * The words for a «no» that more than one page may meet: from the door itself and from the commands of small modules.
 * A module with pages of its own keeps its words in its texts.ts; test/walls/texts.test.ts finds a code that has none.
 */
const shared = catalogue({
  nb: {
    bad_input: 'Noe i skjemaet må rettes.',
    not_found: 'Dette finnes ikke, eller du har ikke tilgang til det.',
    changed_meanwhile: 'Noen andre lagret en endring mens du skrev. Se hva som er nytt, og prøv igjen.',
    missing: 'Fyll ut dette feltet.',
    too_long: 'Teksten er for lang. Kort den ned.',
    no_such_day: 'Denne datoen finnes ikke. Skriv dag, måned og år.',
    form_problems: 'Noe i skjemaet må rettes.',
    not_valid: 'Vi forstår ikke det som står her. Se over det, og prøv igjen.',
    already_member: 'Kommunen er allerede med.',
    already_ended: 'Dette er allerede avsluttet.',
    unknown_municipality: 'Velg en kommune som er med i regionen.',
    municipality_number: 'Kommunenummeret har fire tall.',
    not_ready_to_open: 'Skjemaet kan ikke åpnes ennå. Fyll ut behandlingsansvarlig, rettslig grunnlag, personvernombud og koordinator i reserve først.',
    nothing_published: 'Siden er ikke publisert ennå.',
    name_missing: 'Skriv navnet.',
    already_invited: 'Denne personen er allerede invitert.',
    not_yourself: 'Du kan ikke stenge deg selv ute. Be en kollega gjøre det.',
    not_offered: 'Velg noe av det som står her.',
    unknown_role: 'Velg en av rollene.',
    not_to_yourself: 'Du kan ikke gi deg selv en rolle. Be en kollega gjøre det.',
    nothing_to_confirm: 'Det er ingenting å bekrefte her lenger.',
    another_person_confirms: 'En annen enn den som foreslo rollen, må bekrefte den.',
    unknown_kind: 'Denne filen er av et slag vi ikke kjenner.',
    journal_broken: 'Journalen i denne filen kan ikke åpnes. Be den som drifter løsningen, kjøre audit:verify.',
    text_kept: 'Teksten din er her. Den er ikke sendt.',
    unknown: 'Dette gikk ikke. Se over det du har skrevet, og prøv igjen.',
  },
  nn: {
    bad_input: 'Noko i skjemaet må rettast.',
    not_found: 'Dette finst ikkje, eller du har ikkje tilgang til det.',
    changed_meanwhile: 'Nokon andre lagra ei endring medan du skreiv. Sjå kva som er nytt, og prøv igjen.',
    missing: 'Fyll ut dette feltet.',
    too_long: 'Teksten er for lang. Kort han ned.',
    no_such_day: 'Denne datoen finst ikkje. Skriv dag, månad og år.',
    form_problems: 'Noko i skjemaet må rettast.',
    not_valid: 'Vi forstår ikkje det som står her. Sjå over det, og prøv på nytt.',
    already_member: 'Kommunen er alt med.',
    already_ended: 'Dette er alt avslutta.',
    unknown_municipality: 'Vel ein kommune som er med i regionen.',
    municipality_number: 'Kommunenummeret har fire tal.',
    not_ready_to_open: 'Skjemaet kan ikkje opnast enno. Fyll ut behandlingsansvarleg, rettsleg grunnlag, personvernombod og koordinator i reserve først.',
    nothing_published: 'Sida er ikkje publisert enno.',
    name_missing: 'Skriv namnet.',
    already_invited: 'Denne personen er alt invitert.',
    not_yourself: 'Du kan ikkje stengje deg sjølv ute. Be ein kollega gjere det.',
    not_offered: 'Vel noko av det som står her.',
    unknown_role: 'Vel ei av rollene.',
    not_to_yourself: 'Du kan ikkje gi deg sjølv ei rolle. Be ein kollega gjere det.',
    nothing_to_confirm: 'Det er ingenting å stadfeste her lenger.',
    another_person_confirms: 'Ein annan enn den som foreslo rolla, må stadfeste henne.',
    unknown_kind: 'Denne fila er av eit slag vi ikkje kjenner.',
    journal_broken: 'Journalen i denne fila kan ikkje opnast. Be den som driftar løysinga, køyre audit:verify.',
    text_kept: 'Teksten din er her. Han er ikkje send.',
    unknown: 'Dette gjekk ikkje. Sjå over det du har skrive, og prøv på nytt.',
  },
  en: {
    bad_input: 'Something in the form needs correcting.',
    not_found: 'This does not exist, or you do not have access to it.',
    changed_meanwhile: 'Somebody else saved a change while you were writing. See what is new, and try again.',
    missing: 'Fill in this field.',
    too_long: 'The text is too long. Make it shorter.',
    no_such_day: 'There is no such date. Write day, month and year.',
    form_problems: 'Something in the form needs correcting.',
    not_valid: 'We do not understand what stands here. Look it over, and try again.',
    already_member: 'The municipality already takes part.',
    already_ended: 'This has already ended.',
    unknown_municipality: 'Choose a municipality that is part of the region.',
    municipality_number: 'A municipality number has four digits.',
    not_ready_to_open: 'The form cannot be opened yet. First fill in the controller, the legal basis, the data protection officer and a reserve coordinator.',
    nothing_published: 'The site has not been published yet.',
    name_missing: 'Write the name.',
    already_invited: 'This person has already been invited.',
    not_yourself: 'You cannot lock yourself out. Ask a colleague to do it.',
    not_offered: 'Choose something from what is shown here.',
    unknown_role: 'Choose one of the roles.',
    not_to_yourself: 'You cannot give yourself a role. Ask a colleague to do it.',
    nothing_to_confirm: 'There is nothing left to confirm here.',
    another_person_confirms: 'Somebody other than the person who proposed the role must confirm it.',
    unknown_kind: 'This file is of a kind that we do not know.',
    journal_broken: 'The journal of this file cannot be opened. Ask whoever runs the service to run audit:verify.',
    text_kept: 'Your text is here. It has not been sent.',
    unknown: 'That did not work. Look over what you have written, and try again.',
  },
});

/**
 * The sentence for a refusal's code, or for the code on one of its fields: the first of the page's `own` words that knows it, else
 * those that all share; a general one where nobody has words for it.
 */
export function refusalText(lang: Lang, code: string, ...own: readonly Readonly<Record<string, unknown>>[]): string {
  const places: readonly Readonly<Record<string, unknown>>[] = [...own, shared[lang]];
  const found = places.map((words) => words[code]).find((word) => typeof word === 'string');
  return typeof found === 'string' ? found : shared[lang].unknown;
}
