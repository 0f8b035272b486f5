import { catalogue } from '../../kernel/texts.ts';

/** Words of the page on which a region writes its own templates. */
export const templateTexts = catalogue({
  nb: {
    heading: 'Maler for brev', lead: 'Regionens egne ord i brev og referat. Dokumenter som alt er begynt, endres ikke.', all: 'Alle maler', saved: 'Lagret.', own: 'Regionens egen', text: 'Malen', textHint: 'Første linje er overskriften. En tom linje skiller avsnitt.',
    save: 'Lagre malen', cancel: 'Avbryt', fields: 'Felt du kan bruke', fromCase: 'Fylles ut av saken:', byHand: 'Fylles ut av den som skriver:', back: 'Tøm teksten og lagre for å bruke den nasjonale malen igjen.', national: 'Den nasjonale malen',
    fault_unknown_field: 'Malen har et felt som ikke finnes, eller klammer som ikke lukkes. Bruk bare feltene i listen.', fault_too_long: 'Malen er for lang.', link: 'Maler for brev',
  },
  nn: {
    heading: 'Malar for brev', lead: 'Regionen sine eigne ord i brev og referat. Dokument som alt er påbyrja, blir ikkje endra.', all: 'Alle malar', saved: 'Lagra.', own: 'Regionen sin eigen', text: 'Malen', textHint: 'Første linja er overskrifta. Ei tom linje skil avsnitt.',
    save: 'Lagre malen', cancel: 'Avbryt', fields: 'Felt du kan bruke', fromCase: 'Blir fylte ut av saka:', byHand: 'Blir fylte ut av den som skriv:', back: 'Tøm teksten og lagre for å bruke den nasjonale malen igjen.', national: 'Den nasjonale malen',
    fault_unknown_field: 'Malen har eit felt som ikkje finst, eller klammer som ikkje blir lukka. Bruk berre felta i lista.', fault_too_long: 'Malen er for lang.', link: 'Malar for brev',
  },
  en: {
    heading: 'Templates of letters', lead: 'The region’s own words in letters and minutes. Documents that are begun already do not change.', all: 'All templates', saved: 'Saved.', own: 'The region’s own', text: 'The template', textHint: 'The first line is the heading. An empty line parts paragraphs.',
    save: 'Save the template', cancel: 'Cancel', fields: 'Fields you can use', fromCase: 'Filled in by the case:', byHand: 'Filled in by whoever writes:', back: 'Empty the text and save to use the national template again.', national: 'The national template',
    fault_unknown_field: 'The template has a field that does not exist, or brackets that do not close. Use only the fields in the list.', fault_too_long: 'The template is too long.', link: 'Templates of letters',
  },
});
