import type { Lang } from '../../kernel/texts.ts';
import type { Group } from '../form/fields.ts';
import { inThree } from './form-wording.ts';

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
