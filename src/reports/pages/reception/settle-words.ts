import type { Refusal } from '../../../kernel/outcome.ts';
import type { Lang } from '../../../kernel/texts.ts';
import { settleTexts } from '../../texts/settle.ts';
import { refusalText } from '../../../web/refusals.ts';
import type { Form } from '../../../web/http/form-body.ts';
import type { FaultLink } from '../../../web/ui/error-summary.tsx';
import { PERSON_CODES, PERSON_LINES, PERSON_TEXTS, type PersonField, type PersonPart } from '../../split.ts';
import { MOST_ALONG } from '../../form/content.ts';
import { SENDING_LINES, SENDING_TEXTS } from '../../send-on.ts';

/** Faults by the name of the box, which is also its id. */
export type Faults = Readonly<Record<string, string>>;

/** `people.0.name` is the box `p0-name`; a box of the other forms has its own name. */
export function settleFaults(refused: Refusal | undefined, lang: Lang): Faults {
  return Object.fromEntries(Object.entries(refused?.fields ?? {}).map(([field, code]) => [field.replace(/^people\.(\d)\.(\w+).*$/, 'p$1-$2'), refusalText(lang, code, settleTexts[lang])]));
}

/** What the error summary says; a «no» that no box is to blame for leads to the top of the form. */
export function settleLinks(refused: Refusal | undefined, lang: Lang, top: string): FaultLink[] {
  if (refused === undefined) return [];
  const links = Object.entries(settleFaults(refused, lang)).map(([field, text]) => ({ field, text }));
  return links.length > 0 ? links : [{ field: top, text: refusalText(lang, refused.code, settleTexts[lang]) }];
}

export const boxOf = (at: number, field: string): string => `p${at}-${field}`;

/** How many people the form has room for; one more where somebody asked for it. */
export function peopleShown(form: Form): number {
  const written = Number(form.one('antall'));
  return (Number.isInteger(written) && written >= 2 ? Math.min(written, 6) : 2) + (form.one('mer') === '' ? 0 : 1);
}

/** The people as they were typed. */
export function peopleIn(form: Form): PersonPart[] {
  return Array.from({ length: peopleShown(form) }, (_, at) => typedPerson(form, at)).filter((person, at) => at < 2 || person.name !== '' || person.story !== '');
}

export function typedPerson(form: Form, at: number): PersonPart {
  const fields: readonly PersonField[] = [...PERSON_LINES, ...PERSON_TEXTS, 'danger'];
  return Object.fromEntries([...fields.map((field) => [field, form.one(boxOf(at, field))]), ...PERSON_CODES.map((field) => [field, form.all(boxOf(at, field))])]) as PersonPart; // every field of a person is in one of the three lists
}

/** The form «Send videre» as it was typed. */
export function sendingIn(form: Form): Record<string, string | readonly string[]> {
  return { ...Object.fromEntries([...SENDING_LINES, ...SENDING_TEXTS].map((field) => [field, form.one(field)])), files: form.all('files') };
}

/** The form «Fortell videre»: which attachment goes to which report, as `fil-2` for each it was ticked for. */
export function filesTo(form: Form): { no: string; to: string }[] {
  return Array.from({ length: MOST_ALONG }, (_, at) => String(at + 1)).flatMap((no) => form.all(fileBox(no)).map((to) => ({ no, to })));
}

export const fileBox = (no: number | string): string => `fil-${no}`;

/** Everything that was written in one of these forms, for when the report went out of reach meanwhile. */
export function settleWords(form: Form, lang: Lang): { term: string; text: string }[] {
  const t = settleTexts[lang];
  const label = (field: string): string => {
    const word = (t as Readonly<Record<string, unknown>>)[field]; // a box is called as its words
    return typeof word === 'string' ? word : '';
  };
  const people = form.has('antall') ? Array.from({ length: peopleShown(form) }, (_, at) => [...PERSON_LINES, ...PERSON_TEXTS].map((field) => ({ term: `${t.person(at + 1)}: ${label(field)}`, text: form.one(boxOf(at, field)) }))).flat() : [];
  const back = form.has('transferId') || !form.has('grounds') ? [] : [{ term: t.backGrounds, text: form.one('grounds') }, ...(['phonedWho', 'phonedWhen'] as const).map((field) => ({ term: t[field], text: form.one(field) }))];
  const sent = (form.has('transferId') ? ['place', 'spokeWith', 'grounds', 'text', 'phonedWho', 'phonedWhen'] : []).map((field) => ({ term: label(field), text: form.one(field) }));
  const told = [{ term: t.passText, text: form.one('told') }, { term: t.confirmBy, text: form.one('by') }, { term: t.confirmWhen, text: form.one('when') }];
  return [...people, ...sent, ...back, ...told].filter(({ text }) => text !== '');
}
