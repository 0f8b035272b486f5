import type { Lang } from '../../../kernel/texts.ts';
import type { OpenReport } from '../../queries.ts';
import { receptionTexts } from '../../reception-texts.ts';
import { DescriptionList, type Fact } from '../../../web/ui/facts.tsx';
import { Quiet, ScreenOnly, Section, Stack, Unseen, Written } from '../../../web/ui/layout.tsx';
import { Details, Tag, Tags } from '../../../web/ui/surfaces.tsx';
import { answersIn, answersOf, changesBetween, type Answer, type Change, type Reading } from './answers.ts';
import { momentWords } from '../../../web/ui/moments.ts';

/** The report as it came: what happened in full, whom it is about, who told. */
export function FirstPart({ answers, lang }: { answers: readonly Answer[]; lang: Lang }) {
  const t = receptionTexts[lang];
  return (
    <>
      <Section heading={t.happened} action={<Quiet>{t.asWritten}</Quiet>}>
        <Answers answers={answersIn('happened', answers)} />
      </Section>
      <Section heading={t.aboutPerson}><Answers answers={answersIn('person', answers)} /></Section>
      <Section heading={t.aboutReporter}><Answers answers={answersIn('reporter', answers)} /></Section>
    </>
  );
}

function Answers({ answers }: { answers: readonly Answer[] }) {
  return <DescriptionList items={answers.map((answer) => ({ term: answer.term, value: answer.written ? <Written text={answer.text} /> : answer.text }))} />;
}

/** Where a link to an addition leads. */
export function additionId(part: number): string {
  return `tillegg-${part}`;
}

/** What came later, each with its date: what it changed in sight, all of it behind one press. */
export function Additions({ model, reading }: { model: OpenReport; reading: Reading }) {
  const parts = model.report.contents;
  return parts.flatMap((part, at) => {
    const previous = parts[at - 1];
    if (previous === undefined) return [];
    const answers = answersOf(part.report, reading);
    return [
      <Addition key={at} part={at} at={momentWords(part.at, reading.lang)} isNew={at >= model.readBefore} lang={reading.lang} answers={answers}
        changes={changesBetween(answersOf(previous.report, reading), answers)} />,
    ];
  });
}

type AdditionProps = { part: number; at: string; isNew: boolean; answers: readonly Answer[]; changes: readonly Change[]; lang: Lang };

function Addition({ part, at, isNew, answers, changes, lang }: AdditionProps) {
  const t = receptionTexts[lang];
  return (
    <Section heading={t.addition(part)} id={additionId(part)} action={<Tags>{isNew ? <Tag tone="accent">{t.isNew}</Tag> : null}<Quiet>{at}</Quiet></Tags>}>
      <p><Quiet>{changes.length === 0 ? t.additionNone : t.additionLead}</Quiet></p>
      <DescriptionList items={changes.map((change) => changedFact(change, lang))} />
      <ScreenOnly><Details summary={<>{t.additionWhole}<Unseen> {part}</Unseen></>}><Answers answers={answers} /></Details></ScreenOnly>
    </Section>
  );
}

function changedFact({ answer, removed }: Change, lang: Lang): Fact {
  const value = answer.written ? <Written text={answer.text} /> : answer.text;
  return { term: answer.term, value: removed ? <Stack gap="xs"><Quiet>{receptionTexts[lang].removed}:</Quiet><div>{value}</div></Stack> : value };
}
