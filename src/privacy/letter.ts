import type { PassageWords } from '../cases/public.ts';
import type { Lang } from '../kernel/texts.ts';
import { OPENNESS } from '../reports/codes.ts';
import type { Decision, Decisions } from './access-request.ts';
import { GROUND, GROUND_LAW, type Ground, type ExtensionReason, type LetterKind, type Requester } from './codes.ts';
import type { Day } from '../kernel/time.ts';
import { letterTexts } from './texts/letter.ts';

/** `enclosed`: a file, which goes along with the letter where it is given. */
export type LetterPiece = { readonly id: string; readonly words: PassageWords; readonly enclosed?: boolean };

/**
 * The letter that neither confirms nor denies. It is told nothing of any case, so that it cannot differ where there is one: the same
 * words to everybody (test/privacy/access-request.test.ts).
 */
export function neitherLetter(region: string, lang: Lang): string {
  const t = letterTexts[lang];
  return paragraphs([markOf(lang), t.greeting, t.neither(region), t.neitherWhy, t.complain, t.signed(region)]);
}

/**
 * Nothing is about whoever asks. The same words and true, whether or not they stand in what is about somebody else: whoever is suspected there must not learn of it
 * (popplyl § 16 d), and so must be answered as everybody else is.
 */
export function nothingLetter(region: string, lang: Lang): string {
  const t = letterTexts[lang];
  return paragraphs([markOf(lang), t.greeting, t.nothing(region), t.ofOthers, t.complain, t.signed(region)]);
}

/** What a letter that gives access is made of. `owner`: the municipality that answers for what it tells; undefined: nobody knows which. */
export type Access = Written & { readonly requester: Requester; readonly owner: string | undefined; readonly pieces: readonly LetterPiece[]; readonly decisions: Decisions };
type Written = { readonly region: string; readonly lang: Lang };

/**
 * What is given, and of what is withheld no more than how much and on which provision (popplyl § 16 third paragraph). Whoever reported gets what they gave, and nothing
 * of what came of it.
 */
export function accessLetter({ region, lang, requester, owner, pieces, decisions }: Access): string {
  const t = letterTexts[lang];
  const given = pieces.filter(({ id }) => decisions[id]?.give === true);
  const withheld = withheldBy(pieces.map(({ id }) => decisions[id] ?? { give: false, ground: 'POPPLYL_16_D' }));
  const reporter = requester === 'MELDER';
  return paragraphs([
    markOf(lang), t.greeting, reporter ? t.ofReporter(region) : t.access(region), owner === undefined ? t.ownerUnknown(region) : t.owner(owner), ...(reporter ? [] : [t.purpose]),
    ...given.map(({ words, enclosed }) => [words.title, ...words.lines, ...(enclosed === true ? [t.enclosed] : [])].join('\n')),
    ...(withheld.length === 0 ? [] : [[t.withheld, ...withheld.map(([ground, n]) => `– ${t.pieces(n)}: ${GROUND.label(ground, lang)} (${GROUND_LAW[ground]})`)].join('\n')]),
    ...(withheld.some(([ground]) => ground === 'POPPLYL_16_C') ? [t.representative] : []), t.ofOthers, t.rights, t.complain, t.signed(region),
  ]);
}

/** That the answer takes longer, until when and why (GDPR art. 12 nr. 3): nothing of whether there is something. */
export function extensionLetter({ region, lang }: Written, reason: ExtensionReason, until: Day): string {
  const t = letterTexts[lang];
  return paragraphs([markOf(lang), t.extensionHeading, t.extension(region, t.on(Number(until.slice(8)), t.months.split(' ')[Number(until.slice(5, 7)) - 1] ?? '', until.slice(0, 4))), reason === 'SAMMENSATT' ? t.complex : t.many, t.complain, t.signed(region)]);
}

/** How many pieces on which ground, in the order of the list. */
export function withheldBy(decisions: readonly Decision[]): (readonly [Ground, number])[] {
  return GROUND.codes.flatMap((ground) => {
    const n = decisions.filter((one) => !one.give && one.ground === ground).length;
    return n === 0 ? [] : [[ground, n] as const];
  });
}

/** The letter of a kind; one that gives access is made of pieces and decisions. */
export function letterOf(kind: Exclude<LetterKind, 'INNSYN'>, about: Written): string;
export function letterOf(kind: LetterKind, about: Access): string;
export function letterOf(kind: LetterKind, about: Written | Access): string {
  if (kind === 'INNSYN' && 'pieces' in about) return accessLetter(about);
  return kind === 'INGENTING' ? nothingLetter(about.region, about.lang) : neitherLetter(about.region, about.lang);
}

/**
 * offl § 13: that somebody has asked is as confidential as what they are told, so each of the letters bears the same mark; one of its own for the letter that
 * gives access would tell that there is something to exempt.
 */
function markOf(lang: Lang): string {
  return OPENNESS.label('TAUSHETSPLIKT', lang);
}

function paragraphs(all: readonly string[]): string {
  return all.join('\n\n');
}
