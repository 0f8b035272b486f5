import type { ReactNode } from 'react';
import type { Refusal } from '../../kernel/outcome.ts';
import type { Lang } from '../../kernel/texts.ts';
import { osloDay } from '../../kernel/time.ts';
import { chosenAs, nationalOf } from '../../regions/codes.ts';
import { hasShelterBasis, shielded } from '../../reports/public.ts';
import { CheckboxGroup, RadioGroup } from '../../web/ui/choices.tsx';
import { DateField, Field, MomentField, Select, TextArea, type Option } from '../../web/ui/fields.tsx';
import { momentBox } from '../../web/ui/moments.ts';
import type { RevealName } from '../../web/ui/reveal.tsx';
import { isProposing } from '../asking.ts';
import type { CaseStep } from '../commands/step.ts';
import { digitalWays } from '../documents.ts';
import { FIELDS, type FieldName, type Filled } from '../fields.ts';
import { LOCAL_FIELDS } from '../local-answers.ts';
import { casePageTexts } from '../texts/page.ts';
import type { CaseContent } from '../queries/models.ts';
import { caseTexts } from '../texts.ts';
import { told } from '../told.ts';
import { waysGiven } from './contact-card.tsx';
import { faultAt } from './faults.ts';
import { codeAbout, codeLabel, codesOffered, ownLabel } from './field-codes.ts';
import { linkChoices } from './link-choices.ts';
import { peopleFor } from './people-choices.ts';
import { isOfferedHere } from './shown-fields.ts';

/** What a field of a step is drawn from. */
export type FormParts = {
  readonly step: CaseStep;
  /** undefined while the question about impartiality is open: then nothing of the case is here */
  readonly model: CaseContent | undefined;
  readonly now: CaseContent['now'];
  readonly values: Filled;
  readonly fromReport: readonly FieldName[];
  /** what the address has answered already, posted unseen */
  readonly settled: readonly FieldName[];
  readonly refused: Refusal | undefined;
  readonly lang: Lang;
};

/** The id of a measure, as forms and commands call it. */
export const MEASURE_ID = 'measureId';
/** More answers than this are a closed list instead of big choices. */
const MOST_CHOICES = 6;
/** A line as long as this is one line; anything that may be longer has room to be. */
const ONE_LINE = 200;

type StepFieldProps = { name: FieldName; parts: FormParts; required?: boolean | undefined; opensAt?: ((code: string) => RevealName | undefined) | undefined };

/** One field as fields.ts has it: its question, its help, what is known. */
export function StepField({ name, parts, required, opensAt }: StepFieldProps) {
  const { lang, values, refused } = parts;
  const given = values[name];
  const value = typeof given === 'string' ? given : undefined;
  const rule = FIELDS[name];
  const common = { name, label: caseTexts[lang][`field.${name}`], description: helpFor(name, parts), error: faultAt(refused, name, lang), required };
  switch (rule.kind) {
    case 'text': return rule.max > ONE_LINE ? <TextArea {...common} value={value} rows={rule.max > 10_000 ? 8 : 3} /> : <Field {...common} value={value} />;
    case 'pastMoment': return <MomentField {...common} value={value} max={momentBox(parts.now)} />;
    case 'day': return <DateField {...common} value={value} />;
    case 'comingDay': return <DateField {...common} value={value} min={osloDay(parts.now)} />;
    case 'codes': return <CheckboxGroup {...common} options={codeOptions(name, parts)} values={chosen(given, codeOptions(name, parts))} columns />;
    case 'region': return <Select {...common} options={optionsFor(name, parts)} value={value} />; // as empty again as it was
    case 'way': return <Way common={common} ways={parts.model === undefined ? [] : name === 'digitalWay' ? digitalWays(parts.model.state, told(parts.model)) : waysGiven(parts.model)} value={value} />;
    default: return <OneOf common={common} options={optionsFor(name, parts).map((option) => ({ ...option, opens: opensAt?.(option.value) }))} value={value} />;
  }
}

type Common = { name: string; label: string; description: ReactNode; error: string | undefined; required: boolean | undefined };

/** One of the ways that are given; where none is, there is room to write it. */
function Way({ common, ways, value }: { common: Common; ways: readonly string[]; value: string | undefined }) {
  return ways.length === 0 ? <TextArea {...common} value={value} rows={3} /> : <RadioGroup {...common} options={ways.map((way) => ({ value: way, label: way }))} value={value ?? (ways.length === 1 ? ways[0] : undefined)} />;
}

function OneOf({ common, options, value }: { common: Common; options: readonly Option[]; value: string | undefined }) {
  return options.length > MOST_CHOICES ? <Select {...common} options={options} value={value} /> : <RadioGroup {...common} options={options} value={value} />;
}

function optionsFor(name: FieldName, parts: FormParts): Option[] {
  const { model, lang, step } = parts;
  switch (FIELDS[name].kind) {
    case 'user': return model === undefined ? [] : peopleFor(name, step, model);
    case 'municipality': return model === undefined ? [] : model.members.map((id) => ({ value: id, label: model.municipalities[id] ?? casePageTexts[lang].unknownPlace }));
    case 'region': return model === undefined ? [] : model.otherRegions.map(({ regionId, name: label }) => ({ value: regionId, label }));
    case 'link': return model === undefined ? [] : linkChoices(name, model, lang);
    default: return codeOptions(name, parts);
  }
}

function codeOptions(name: FieldName, { step, model, lang, now }: FormParts): Option[] {
  const early = step !== 'proposeEarlyClosing' ? 'any' : model?.state.classification?.caseType === 'KAN' ? 'early_kan' : 'early';
  const sees = model === undefined || hasShelterBasis(model.asker.roles);
  const own = model?.localValues.filter(({ list }) => list === LOCAL_FIELDS[name]) ?? [];
  return shielded({ [name]: codesOffered(name, early, osloDay(now)).filter((code) => isOfferedHere(name, code, model)) }, sees)[name]?.flatMap((code) => [
    { value: code, label: codeLabel(name, code, lang), description: codeAbout(name, code, model?.caseTypeWords, lang) },
    ...own.filter(({ parent }) => parent === code).map((one) => ({ value: chosenAs(one), label: `${one[lang]} (${codeLabel(name, code, lang)})` })),
  ]) ?? [];
}

/** What is ticked; a value of the region's own that is no longer offered leaves the national one above it. */
function chosen(given: Filled[FieldName], options: readonly Option[]): readonly string[] {
  const all = given === undefined ? [] : typeof given === 'string' ? [given] : given;
  return all.map((one) => (options.some(({ value }) => value === one) ? one : nationalOf(one)));
}

/** Which measure a step is about, where the address does not say it. */
export function WhichMeasure({ parts: { model, lang, refused } }: { parts: FormParts }) {
  if (model === undefined) return null;
  const options = model.state.measures.map((one) => ({ value: one.measureId, label: `${ownLabel('measure', one.measure, one.local, lang)} – ${one.responsible}` }));
  return <RadioGroup name={MEASURE_ID} label={casePageTexts[lang].whichMeasure} required options={options} error={faultAt(refused, MEASURE_ID, lang)} />;
}

/** The sentence of help, and whether somebody has to look over what stands there. What is classified provisionally counts at once, its lead too. */
function helpFor(name: FieldName, { step, lang, fromReport, values, refused }: FormParts): ReactNode {
  const words: Readonly<Record<string, string>> = caseTexts[lang];
  const always = words[`help.${name}`];
  const help = name === 'lead' && isProposing(step) && step !== 'classifyProvisionally' ? `${always} ${casePageTexts[lang].leadWaits}` : always;
  const told = refused === undefined && fromReport.includes(name) && values[name] !== undefined && values[name] !== '';
  if (!told) return help;
  return <>{help}{help === undefined ? null : ' '}<strong>{casePageTexts[lang].fromReport}</strong></>;
}
