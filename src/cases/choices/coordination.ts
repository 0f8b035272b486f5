import { codeList } from '../../kernel/codes.ts';

/** KOORDINATOR_STATUS: whether the person has a coordinator of their services (hol § 7-2). */
export const COORDINATOR_STATUS = codeList('KOORDINATOR_STATUS', [
  { code: 'HAR', nb: 'Har koordinator', nn: 'Har koordinator', en: 'Has a coordinator', source: 'hol § 7-2' },
  { code: 'TILBUDT', nb: 'Er tilbudt, og venter på svar', nn: 'Er tilboden, og ventar på svar', en: 'Offered, awaiting an answer', source: 'hol § 7-2' },
  { code: 'ONSKER_IKKE', nb: 'Er tilbudt, men ønsker det ikke', nn: 'Er tilboden, men ønskjer det ikkje', en: 'Offered, and does not want one', source: 'hol § 7-2' },
  { code: 'IKKE_TILBUDT', nb: 'Er ikke tilbudt ennå', nn: 'Er ikkje tilboden enno', en: 'Not offered yet', source: 'hol § 7-2' },
  { code: 'IKKE_BEHOV', nb: 'Trenger ikke langvarige og koordinerte tjenester', nn: 'Treng ikkje langvarige og koordinerte tenester', en: 'Does not need long-term, coordinated services', source: 'hol § 7-2' },
]);
export type CoordinatorStatus = (typeof COORDINATOR_STATUS)['codes'][number];

/** INDIVIDUELL_PLAN_STATUS: that there is a plan elsewhere, never the plan itself (hol § 7-1; forskrift om individuell plan § 5: not without consent). */
export const INDIVIDUAL_PLAN = codeList('INDIVIDUELL_PLAN_STATUS', [
  { code: 'FINNES', nb: 'Finnes', nn: 'Finst', en: 'Exists', source: 'hol § 7-1' },
  { code: 'BEDT_OM', nb: 'Personen har bedt om det', nn: 'Personen har bede om det', en: 'The person has asked for one', source: 'hol § 7-1' },
  { code: 'ONSKER_IKKE', nb: 'Personen ønsker det ikke', nn: 'Personen ønskjer det ikkje', en: 'The person does not want one', source: 'forskrift om individuell plan § 5' },
  { code: 'IKKE_SPURT', nb: 'Personen er ikke spurt', nn: 'Personen er ikkje spurd', en: 'The person has not been asked', source: 'hol § 7-1' },
  { code: 'IKKE_BEHOV', nb: 'Trenger ikke langvarige og koordinerte tjenester', nn: 'Treng ikkje langvarige og koordinerte tenester', en: 'Does not need long-term, coordinated services', source: 'hol § 7-1' },
]);
export type IndividualPlan = (typeof INDIVIDUAL_PLAN)['codes'][number];

/** TOLKEMATE: how the interpreter takes part. */
export const INTERPRETER_MODE = codeList('TOLKEMATE', [
  { code: 'OPPMOTE', nb: 'Til stede', nn: 'Til stades', en: 'In the room', source: 'K' },
  { code: 'SKJERM', nb: 'På skjerm', nn: 'På skjerm', en: 'On screen', source: 'K' },
  { code: 'TELEFON', nb: 'På telefon', nn: 'På telefon', en: 'By phone', source: 'K' },
]);
export type InterpreterMode = (typeof INTERPRETER_MODE)['codes'][number];

/** KVALIFISERT_TOLK: whether the interpreter is qualified (tolkeloven § 7). */
export const QUALIFIED = codeList('KVALIFISERT_TOLK', [
  { code: 'JA', nb: 'Ja', nn: 'Ja', en: 'Yes', source: 'tolkeloven § 7' },
  { code: 'NEI', nb: 'Nei', nn: 'Nei', en: 'No', source: 'tolkeloven § 7' },
]);
export type Qualified = (typeof QUALIFIED)['codes'][number];
