import type { Lang } from '../../kernel/texts.ts';
import { Checkbox } from '../../web/ui/choices.tsx';
import { describedBy, Fault, Mark, TextArea } from '../../web/ui/fields.tsx';
import { Reveal, Revealed } from '../../web/ui/reveal.tsx';
import type { FieldName, Filled } from '../fields.ts';
import { NOTED_FACTORS, RISK_FACTOR, type RiskFactor } from '../safety-codes.ts';
import { FACTOR_NOTES, factorNote, type FactorNote } from '../fields/safety.ts';
import { caseTexts } from '../texts.ts';

/** Whether another field brings this one along. */
export function isDrawnWith(name: FieldName): boolean {
  return FACTOR_NOTES.some((note) => note === name);
}

type FieldsProps = { values: Filled; error: string | undefined; fault: (note: FactorNote) => string | undefined; lang: Lang };

/** The list of what worries us: each point with room for what it builds on, which opens when it is ticked. */
export function RiskFactorFields({ values, error, fault, lang }: FieldsProps) {
  const words = caseTexts[lang];
  const given = values['riskFactors'];
  const ticked = typeof given === 'string' ? [given] : given ?? [];
  const box = (factor: RiskFactor, at: number, opens: boolean) => (
    <Checkbox id={at === 0 ? 'riskFactors' : `riskFactors-${at + 1}`} name="riskFactors" value={factor} label={RISK_FACTOR.label(factor, lang)} checked={ticked.includes(factor)} opens={opens ? 'a' : undefined} />
  );
  return (
    <fieldset className={error === undefined ? 'ds-fieldset vv-field' : 'ds-fieldset vv-field vv-field-faulty'} aria-describedby={describedBy('riskFactors', words['help.riskFactors'], error)}>
      <legend className="ds-label" data-weight="semibold">{words['field.riskFactors']}<Mark required /></legend>
      <div data-field="description" id="riskFactors-om">{words['help.riskFactors']}</div>
      {NOTED_FACTORS.map((factor, at) => {
        const name = factorNote(factor);
        const note = values[name];
        return (
          <Reveal key={factor}>
            {box(factor, at, true)}
            <Revealed when="a"><TextArea name={name} label={words[`field.${name}`]} value={typeof note === 'string' ? note : undefined} rows={2} error={fault(name)} /></Revealed>
          </Reveal>
        );
      })}
      {box('INGEN', NOTED_FACTORS.length, false)}
      <Fault id="riskFactors" error={error} />
    </fieldset>
  );
}
