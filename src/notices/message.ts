import type { Lang } from '../kernel/texts.ts';

/**
 * What leaves the building: one text per language, the same for everybody and every occasion. No name, no count, no place, no
 * reference; the only link is the front page. Who reads it over a shoulder, or in a server's log, learns that somebody has work to do.
 */

const MAIL: Readonly<Record<Lang, (house: string) => string>> = {
  nb: (house) => `Hei\n\nDet er noe nytt i Voksenvern. Logg inn og se på listen din:\n${house}/\n\nVi skriver aldri mer enn dette i en e-post. Inne i Voksenvern velger du selv hva du vil ha beskjed om.\n`,
  nn: (house) => `Hei\n\nDet er noko nytt i Voksenvern. Logg inn og sjå på lista di:\n${house}/\n\nVi skriv aldri meir enn dette i ein e-post. Inne i Voksenvern vel du sjølv kva du vil ha beskjed om.\n`,
  en: (house) => `Hello\n\nThere is something new in Voksenvern. Sign in and look at your list:\n${house}/\n\nWe never write more than this in an e-mail. Inside Voksenvern you choose what you want to be told.\n`,
};

const SMS: Readonly<Record<Lang, string>> = {
  nb: 'Det er noe nytt i Voksenvern. Logg inn.',
  nn: 'Det er noko nytt i Voksenvern. Logg inn.',
  en: 'There is something new in Voksenvern. Sign in.',
};

/** @param house the origin of the staff pages */
export function mailText(lang: Lang, house: string): string {
  return MAIL[lang](house);
}

export function smsText(lang: Lang): string {
  return SMS[lang];
}
