import type { PassageWords } from '../cases/public.ts';
import type { Lang } from '../kernel/texts.ts';
import type { Decision, Decisions } from './access-request.ts';
import { GROUND, GROUND_LAW, type Ground, type LetterKind } from './codes.ts';
import { letterTexts } from './texts/letter.ts';

/** `enclosed`: a file, which goes along with the letter where it is given. */
export type LetterPiece = { readonly id: string; readonly words: PassageWords; readonly enclosed?: boolean };

/**
 * The letter that neither confirms nor denies. It is told nothing of any case, so that it cannot differ where there is one: the same
 * words to everybody (test/privacy/access-request.test.ts).
 */
export function neitherLetter(region: string, lang: Lang): string {
  const t = letterTexts[lang];
  return paragraphs([t.greeting, t.neither(region), t.neitherWhy, t.complain, t.signed(region)]);
}

export function nothingLetter(region: string, lang: Lang): string {
  const t = letterTexts[lang];
  return paragraphs([t.greeting, t.nothing(region), t.complain, t.signed(region)]);
}

/** What is given, and of what is withheld no more than how much and on which provision (popplyl § 16 third paragraph). */
export function accessLetter(region: string, lang: Lang, pieces: readonly LetterPiece[], decisions: Decisions): string {
  const t = letterTexts[lang];
  const given = pieces.filter(({ id }) => decisions[id]?.give === true);
  const withheld = withheldBy(pieces.map(({ id }) => decisions[id] ?? { give: false, ground: 'POPPLYL_16_D' }));
  return paragraphs([
    t.greeting, t.access(region), t.purpose, ...given.map(({ words, enclosed }) => [words.title, ...words.lines, ...(enclosed === true ? [t.enclosed] : [])].join('\n')),
    ...(withheld.length === 0 ? [] : [[t.withheld, ...withheld.map(([ground, n]) => `– ${t.pieces(n)}: ${GROUND.label(ground, lang)} (${GROUND_LAW[ground]})`)].join('\n')]),
    ...(withheld.some(([ground]) => ground === 'POPPLYL_16_C') ? [t.representative] : []), t.rights, t.complain, t.signed(region),
  ]);
}

/** How many pieces on which ground, in the order of the list. */
export function withheldBy(decisions: readonly Decision[]): (readonly [Ground, number])[] {
  return GROUND.codes.flatMap((ground) => {
    const n = decisions.filter((one) => !one.give && one.ground === ground).length;
    return n === 0 ? [] : [[ground, n] as const];
  });
}

/** The letter of a kind; access is given only where there are pieces and decisions. */
export function letterOf(kind: LetterKind, region: string, lang: Lang, pieces: readonly LetterPiece[], decisions: Decisions): string {
  switch (kind) {
    case 'VERKEN_ELLER': return neitherLetter(region, lang);
    case 'INGENTING': return nothingLetter(region, lang);
    case 'INNSYN': return accessLetter(region, lang, pieces, decisions);
  }
}

function paragraphs(all: readonly string[]): string {
  return all.join('\n\n');
}
