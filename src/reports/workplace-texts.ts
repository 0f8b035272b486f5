import type { Lang } from '../kernel/texts.ts';

type Words = { readonly at: (where: string) => string; readonly somewhere: string };

/** What is said on the page with the question of impartiality, before it is answered (fvl § 6). */
export const workplaceTexts: Readonly<Record<Lang, Words>> = {
  nb: {
    at: (where) => `Noen det gjelder, jobber her: ${where}. Er du kollega eller leder der, svarer du ja.`,
    somewhere: 'Noen det gjelder, jobber i kommunen eller i en tjeneste. Vi vet ikke hvor. Ser du at det er en kollega, sier du fra da.',
  },
  nn: {
    at: (where) => `Nokon det gjeld, arbeider her: ${where}. Er du kollega eller leiar der, svarer du ja.`,
    somewhere: 'Nokon det gjeld, arbeider i kommunen eller i ei teneste. Vi veit ikkje kvar. Ser du at det er ein kollega, seier du frå då.',
  },
  en: {
    at: (where) => `Somebody it is about works here: ${where}. If you are a colleague or manager there, answer yes.`,
    somewhere: 'Somebody it is about works for the municipality or in a service. We do not know where. If you see that it is a colleague, say so then.',
  },
};
