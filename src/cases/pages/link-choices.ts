import type { Lang } from '../../kernel/texts.ts';
import { osloDay } from '../../kernel/time.ts';
import type { Option } from '../../web/ui/fields.tsx';
import { dateWords, momentWords } from '../../web/ui/moments.ts';
import { headingOf, textOf, type CaseDocument } from '../documents.ts';
import { FIELDS, type FieldName } from '../fields.ts';
import { casePageTexts } from '../texts/page.ts';
import { runs } from '../protection.ts';
import type { CaseContent } from '../queries/models.ts';
import { safetyTexts } from '../texts/safety-page.ts';
import { receiversToTell } from '../receivers.ts';
import { consentFault, fallenDisclosures, type ConsentGiven } from '../sharing.ts';
import { codeLabel } from './field-codes.ts';

const FIRST_WORDS = 60;

/** What of the case itself a field can point to, the newest first: a note by how it begins, a person by name, a consent by who gave it. */
export function linkChoices(name: FieldName, model: CaseContent, lang: Lang): Option[] {
  const rule = FIELDS[name];
  if (rule.kind !== 'link') return [];
  const { state } = model;
  switch (rule.of) {
    case 'note': return state.notes.toReversed().map(({ noteId, at, text }) => ({ value: noteId, label: `${momentWords(at, lang)}: ${beginning(text)}` }));
    case 'pinned': return state.pins.flatMap((pin) => state.notes.filter(({ noteId }) => noteId === pin.noteId)).map(({ noteId, at, text }) => ({ value: noteId, label: `${momentWords(at, lang)}: ${beginning(text)}` }));
    case 'warning': return state.warnings.map(({ warningId, text }) => ({ value: warningId, label: beginning(text) }));
    case 'related': return state.related.map(({ relatedId, name: who, parts }) => ({ value: relatedId, label: `${who} – ${parts.map((part) => codeLabel('parts', part, lang)).join(', ')}` }));
    case 'consent': return state.consents.filter((one) => consentFault(state, one, osloDay(model.now)) === undefined)
      .map((one) => ({ value: one.consentId, label: `${giverWords(one, model, lang)}: ${beginning(one.covers)}`, description: consentAbout(one, lang) }));
    case 'protection': return state.protections.filter(runs).map((one) => ({ value: one.protectionId, label: `${codeLabel('protectionKind', one.kind, lang)} – ${safetyTexts[lang].until(dateWords(one.until, lang))}` }));
    case 'document': return state.documents.map((one) => ({ value: one.documentId, label: documentName(one, lang) }));
    case 'expert': return state.experts.filter(({ withdrawn, read }) => withdrawn === undefined && read === undefined)
      .map((one) => ({ value: one.askId, label: `${state.disclosures.find(({ disclosureId }) => disclosureId === one.askId)?.organ ?? ''} – ${dateWords(osloDay(one.asked.at), lang)}` }));
    case 'minute': return state.minutes.toReversed().map(({ minuteId, heldOn, text }) => ({ value: minuteId, label: `${dateWords(heldOn, lang)}: ${beginning(text)}` }));
    case 'report': return state.joined.map(({ report, reference }) => ({ value: report, label: reference }));
    case 'disclosure': case 'toldOf': return (rule.of === 'disclosure' ? fallenDisclosures(state) : receiversToTell(state)).map((one) => ({ value: one.disclosureId, label: `${one.organ}: ${beginning(one.shared)}` }));
  }
}

/** How it was given, to whom what it covers may be told, and since when. */
function consentAbout({ status, consentTo, recorded }: ConsentGiven, lang: Lang): string {
  return [codeLabel('consentStatus', status, lang), ...(consentTo === undefined ? [] : [consentTo]), casePageTexts[lang].consentSince(dateWords(osloDay(recorded.at), lang))].join(' · ');
}

/** «2. Innkalling til samtale: Vi vil gjerne snakke med deg». */
export function documentName(one: CaseDocument, lang: Lang): string {
  return `${one.no}. ${codeLabel('letter', one.letter, lang)}: ${beginning(headingOf(textOf(one)))}`;
}

/** Who gave a consent. */
export function giverWords({ giver }: Pick<ConsentGiven, 'giver'>, { state }: Pick<CaseContent, 'state'>, lang: Lang): string {
  return giver === undefined ? casePageTexts[lang].fromPerson : state.related.find(({ relatedId }) => relatedId === giver)?.name ?? casePageTexts[lang].someone;
}

function beginning(text: string): string {
  return text.length > FIRST_WORDS ? `${text.slice(0, FIRST_WORDS)}…` : text;
}
