import { catalogue } from '../../kernel/texts.ts';

/** Words of the draft as the public would read it. */
export const previewWords = catalogue({
  nb: {
    previewLead: 'Slik leser publikum utkastet. Ingenting her er publisert før du publiserer.',
    previewLanguage: 'Språk',
    backToEdit: 'Tilbake til redigeringen',
    phones: 'Telefonnumre',
    previewFormOpen: 'I utkastet er skjemaet åpent.',
    previewFormClosed: 'I utkastet er skjemaet stengt.',
    notFilled: 'Ikke fylt ut',
  },
  nn: {
    previewLead: 'Slik les publikum utkastet. Ingenting her er publisert før du publiserer.',
    previewLanguage: 'Språk',
    backToEdit: 'Tilbake til redigeringa',
    phones: 'Telefonnummer',
    previewFormOpen: 'I utkastet er skjemaet ope.',
    previewFormClosed: 'I utkastet er skjemaet stengt.',
    notFilled: 'Ikkje fylt ut',
  },
  en: {
    previewLead: 'How the public would read the draft. Nothing here is published until you publish it.',
    previewLanguage: 'Language',
    backToEdit: 'Back to editing',
    phones: 'Phone numbers',
    previewFormOpen: 'In the draft, the form is open.',
    previewFormClosed: 'In the draft, the form is closed.',
    notFilled: 'Not filled in',
  },
});
