import { Reveal, REVEAL_NAMES, Revealed } from '../../web/ui/reveal.tsx';
import { FIELDS, type FieldName, type Filled, type RequiredWhen } from '../fields.ts';
import { WORKFLOW } from '../workflow.ts';
import { faultAt } from './faults.ts';
import { RiskFactorFields } from './risk-factor-fields.tsx';
import { isAskedHere } from './shown-fields.ts';
import { isBeside, isWithBasis, OF_CONSENT } from './standing-consents.tsx';
import { StepField, type FormParts } from './step-fields.tsx';

/** Required fields, each with what its answer makes required as well. */
export function RequiredFields({ parts }: { parts: FormParts }) {
  const asked = WORKFLOW[parts.step];
  const rules = (asked.requiredWhen ?? []).filter((rule) => asked.required.includes(rule.field));
  return asked.required.filter((name) => !parts.settled.includes(name)).map((name) => {
    if (name === 'basis' && isWithBasis(parts.step, 'restsOn')) return <BasisFields key={name} parts={parts} />;
    if (name === 'riskFactors') return <RiskFactorFields key={name} values={parts.values} error={faultAt(parts.refused, name, parts.lang)} fault={(note) => faultAt(parts.refused, note, parts.lang)} lang={parts.lang} />;
    const own = rules.filter((one) => one.field === name);
    return own.length === 0 ? <StepField key={name} name={name} parts={parts} required /> : <WithFollowUp key={name} name={name} rules={own} parts={parts} />;
  });
}

/** Where the follow-up is at fault it stands in sight, whatever is chosen. */
function WithFollowUp({ name, rules, parts }: { name: FieldName; rules: readonly RequiredWhen[]; parts: FormParts }) {
  const more = (rule: RequiredWhen, required: boolean) => rule.require.flatMap((one) => {
    const { orElse } = rule;
    if (orElse?.of !== one) return [<StepField key={one} name={one} parts={parts} required={required} />];
    return [<StepField key={one} name={one} parts={parts} required={required && !isAskedHere(orElse.by, parts.model)} />, ...(isAskedHere(orElse.by, parts.model) ? [<StepField key={orElse.by} name={orElse.by} parts={parts} />] : [])];
  });
  const ticks = FIELDS[name].kind === 'codes'; // several ticks open nothing
  const faulty = rules.some(({ require }) => require.some((one) => faultAt(parts.refused, one, parts.lang) !== undefined));
  if (ticks || faulty) return <><StepField name={name} parts={parts} required />{rules.map((rule) => more(rule, faulty && !ticks && opens(rule, parts.values[name])))}</>;
  return (
    <Reveal>
      <StepField name={name} parts={parts} required opensAt={(code) => REVEAL_NAMES[rules.findIndex((rule) => opens(rule, code))]} />
      {rules.map((rule, at) => <Revealed key={rule.require.join()} when={REVEAL_NAMES[at] ?? 'a'}>{more(rule, true)}</Revealed>)}
    </Reveal>
  );
}

function opens(rule: RequiredWhen, given: Filled[FieldName]): boolean {
  if (typeof given !== 'string') return false;
  return 'is' in rule ? rule.is.includes(given) : !rule.isNot.includes(given);
}

const ON_A_CONSENT: readonly string[] = ['SAMTYKKE', 'SAMTYKKE_PARORENDE'];

/** The basis, and where it is a consent, which one: they unfold together. */
function BasisFields({ parts }: { parts: FormParts }) {
  const asked = OF_CONSENT.filter((name) => WORKFLOW[parts.step].optional.includes(name) && !isBeside(name, parts.model));
  const faulty = OF_CONSENT.some((name) => faultAt(parts.refused, name, parts.lang) !== undefined);
  if (asked.length === 0) return <StepField name="basis" parts={parts} required />;
  const more = asked.map((name) => <StepField key={name} name={name} parts={parts} />);
  if (faulty) return <><StepField name="basis" parts={parts} required />{more}</>;
  return <Reveal><StepField name="basis" parts={parts} required opensAt={(code) => (ON_A_CONSENT.includes(code) ? 'a' : undefined)} /><Revealed when="a">{more}</Revealed></Reveal>;
}
