import type { Lang } from '../../../kernel/texts.ts';
import type { OpenReport } from '../../queries.ts';
import { receptionTexts } from '../../texts/reception.ts';
import { DescriptionList, type Fact } from '../../../web/ui/facts.tsx';
import { Quiet, ScreenOnly, Section, Stack, Unseen } from '../../../web/ui/layout.tsx';
import { Details, Tag, Tags } from '../../../web/ui/surfaces.tsx';
import { momentWords } from '../../../web/ui/moments.ts';
import { answerFact, type Caution } from './answer-fact.tsx';
import { answersIn, answersOf, changesBetween, type Answer, type AnswerGroup, type Change, type Reading } from './answers.ts';
import { anyPart } from './said.ts';

/** The report as it came: what happened in full, whom it is about, who told. How to reach anybody stands above, in one place. */
export function FirstPart({ answers, vault, lang }: { answers: readonly Answer[]; /** who reported is told in the case */ vault: boolean; lang: Lang }) {
  const t = receptionTexts[lang];
  const group = (name: AnswerGroup) => <Answers answers={answersIn(name, answers)} caution={{ mode: 'A', secret: true, lang }} />;
  return (
    <>
      <Section heading={t.happened} action={<Quiet>{t.asWritten}</Quiet>}>{group('happened')}</Section>
      <Section heading={t.aboutPerson}>{group('person')}</Section>
      {answersIn('others', answers).length === 0 ? null : <Section heading={t.aboutOthers}><p><Quiet>{t.oneCaseEach}</Quiet></p>{group('others')}</Section>}
      <Section heading={t.aboutReporter}>{vault ? <p><Quiet>{t.reporterInCase}</Quiet></p> : null}{group('reporter')}</Section>
    </>
  );
}

function Answers({ answers, caution }: { answers: readonly Answer[]; caution: Caution }) {
  return <DescriptionList items={answers.map((answer) => answerFact(answer, caution))} />;
}

/** Where a link to an addition leads. */
export function additionId(part: number): string {
  return `tillegg-${part}`;
}

/** What came later, each with its date: what it changed in sight, all of it behind one press. */
export function Additions({ model, reading }: { model: OpenReport; reading: Reading }) {
  const parts = model.report.contents;
  const secret = anyPart(parts, (part) => part.person.protectedAddressHint);
  return parts.flatMap((part, at) => {
    const previous = parts[at - 1];
    if (previous === undefined) return [];
    const answers = answersOf(part.report, reading);
    // A number is one we may call for as long as the newest part says so.
    const mode = at === parts.length - 1 ? part.report.mode : 'A';
    return [
      <Addition key={at} part={at} at={momentWords(part.at, reading.lang)} isNew={at >= model.readBefore} caution={{ mode, secret, lang: reading.lang }} answers={answers}
        changes={changesBetween(answersOf(previous.report, reading), answers)} />,
    ];
  });
}

type AdditionProps = { part: number; at: string; isNew: boolean; answers: readonly Answer[]; changes: readonly Change[]; caution: Caution };

function Addition({ part, at, isNew, answers, changes, caution }: AdditionProps) {
  const t = receptionTexts[caution.lang];
  return (
    <Section heading={t.addition(part)} id={additionId(part)} action={<Tags>{isNew ? <Tag tone="accent">{t.isNew}</Tag> : null}<Quiet>{at}</Quiet></Tags>}>
      <p><Quiet>{changes.length === 0 ? t.additionNone : t.additionLead}</Quiet></p>
      <DescriptionList items={changes.map((change) => changedFact(change, caution))} />
      <ScreenOnly><Details summary={<>{t.additionWhole}<Unseen> {part}</Unseen></>}><Answers answers={answers} caution={caution} /></Details></ScreenOnly>
    </Section>
  );
}

function changedFact({ answer, removed }: Change, caution: Caution): Fact {
  if (!removed) return answerFact(answer, caution);
  const { term, value } = answerFact(answer, { ...caution, mode: 'A' });
  return { term, value: <Stack gap="xs"><Quiet>{receptionTexts[caution.lang].removed}:</Quiet><div>{value}</div></Stack> };
}
