import { problemTexts } from '../texts/form-problems.ts';
import type { Wording } from '../texts/form-wording.ts';
import { findField } from '../form/fields.ts';
import { readForm } from '../form/read.ts';
import type { Answers } from '../form/schema.ts';
import { situation } from '../form/situation.ts';
import { NOT_KNOWN } from '../form/options.ts';
import { DEMO_NEIGHBOUR, MUNICIPALITIES } from '../../regions/codes.ts';
import type { Lang } from '../../kernel/texts.ts';
import { apiMessage, fieldsSaid, formEntries, pointerOf, type ApiMessage } from './message.ts';

/** One thing that is wrong with a message: where (JSON Pointer), a stable code, and a sentence. */
export type ApiProblem = { readonly pointer: string; readonly code: string; readonly detail: string };
export type ReadMessage =
  | { readonly ok: true; readonly message: ApiMessage; readonly answers: Answers }
  | { readonly ok: false; readonly problems: readonly ApiProblem[] };

const SHAPE: Readonly<Record<string, string>> = {
  unrecognized_keys: 'Feltet finnes ikke i skjemaet. Det ville gått tapt, så meldingen er ikke tatt imot.',
  invalid_type: 'Feltet mangler eller har feil type.',
  invalid_value: 'Verdien finnes ikke i kodeverket.',
  invalid_format: 'Verdien har feil form.',
  too_small: 'Feltet er tomt.',
  too_big: 'Feltet er for langt.',
};

/**
 * Reads whatever was sent as JSON. Never throws; all faults at once, and never a word of what was written in them.
 * @param members numbers of the region's own municipalities; those of the national list are known besides
 */
export function readMessage(raw: unknown, members: readonly string[]): ReadMessage {
  const parsed = apiMessage.safeParse(raw);
  if (!parsed.success) {
    return { ok: false, problems: parsed.error.issues.map((issue) => {
      const code = Object.hasOwn(SHAPE, issue.code) ? issue.code : 'invalid_value';
      return { pointer: issue.path.map((part) => `/${String(part)}`).join(''), code, detail: SHAPE[code] ?? '' };
    }) };
  }
  const message = parsed.data;
  const { written, answers, problems, unknown } = readForm(formEntries(message));
  const all = [...formProblems(problems, message.sprak), ...notAsked(message, situation(written).mode), ...unknownPlace(message, members)];
  if (unknown > 0 && all.length === 0) all.push({ pointer: '', code: 'invalid_value', detail: SHAPE['invalid_value'] ?? '' });
  return answers === undefined || all.length > 0 ? { ok: false, problems: all } : { ok: true, message, answers };
}

/** What the form's own rules found, at its place in the message. */
export function formProblems(problems: Readonly<Record<string, string>>, lang: Lang): ApiProblem[] {
  return Object.entries(problems).map(([field, code]) => ({ pointer: pointerOf(field), code, detail: words(code, lang) }));
}

/** What may not be told in this mode is refused, never left out in silence: without consent or an exception nobody is named (hpl § 21, fvl § 13). */
function notAsked(message: ApiMessage, mode: string | undefined): ApiProblem[] {
  if (mode !== 'C') return [];
  return fieldsSaid(message).filter((name) => findField(name)?.modes.includes(mode) === false && name !== 'svar').map((name) => ({
    pointer: pointerOf(name), code: 'not_in_consultation',
    detail: 'Uten samtykke eller et unntak i loven kan ikke dette sendes. Ta det bort (drøfting uten navn), eller oppgi unntaket i samtykke/grunnlag.',
  }));
}

function unknownPlace({ person: { kommunenummer } }: ApiMessage, members: readonly string[]): ApiProblem[] {
  if (kommunenummer === NOT_KNOWN || PLACES.has(kommunenummer) || members.includes(kommunenummer)) return [];
  return [{ pointer: '/person/kommunenummer', code: 'invalid_value', detail: 'Kommunenummeret finnes ikke.' }];
}

const PLACES: ReadonlySet<string> = new Set([...MUNICIPALITIES, DEMO_NEIGHBOUR].map(({ number }) => number));

function words(code: string, lang: Lang): string {
  const texts: Readonly<Record<string, Wording>> = problemTexts[lang];
  const said = texts[code];
  return typeof said === 'object' ? said.open : said ?? '';
}
