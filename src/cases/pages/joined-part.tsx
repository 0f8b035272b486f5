import type { Lang } from '../../kernel/texts.ts';
import { RELATION, VIOLENCE, VULNERABILITY } from '../../reports/codes.ts';
import { localWords } from '../../regions/codes.ts';
import { DescriptionList } from '../../web/ui/facts.tsx';
import { Quiet, Section, Stack } from '../../web/ui/layout.tsx';
import { Card } from '../../web/ui/surfaces.tsx';
import type { CaseState } from '../case.ts';
import { casePageTexts } from '../texts/page.ts';
import type { CaseContent } from '../queries/models.ts';
import { caseTexts } from '../texts.ts';
import type { Reading } from './answers.tsx';
import { StepLink } from './step-link.tsx';
import { worksWords } from './works-words.ts';

/** What reports that joined the case say of the person, put right where it was, and the way to do so. Nothing where none has joined. */
export function JoinedPart({ model, reading }: { model: CaseContent; reading: Reading }) {
  const t = casePageTexts[reading.lang];
  const { joined } = model.state;
  if (joined.length === 0) return null;
  return (
    <Section heading={t.joinedSaid} level={3}>
      <p><Quiet>{t.joinedLead}</Quiet></p>
      <Stack gap="s">{joined.map((one) => ({ ...one, reference: referenceOf(model, one) })).map(({ report, reference, start }) => (
        <Card key={report} heading={t.report(reference)} level={4}>
          <DescriptionList items={lines(start, reading.lang).flatMap(([term, value]) => (value === undefined || value === '' ? [] : [{ term, value }]))} />
          <StepLink step="recordPerson" subject={{ melding: report }} words={t.changePersonFacts} label={t.changeJoined(reference)} model={model} reading={reading} />
        </Card>
      ))}</Stack>
    </Section>
  );
}

/** The report's own reference, as it stands on the page: what came along with a case that was taken in has the case's beside it, which no report answers to. */
export function referenceOf({ reports }: Pick<CaseContent, 'reports'>, { report, reference }: CaseState['joined'][number]): string {
  return reports.find(({ fileId }) => fileId === report)?.reference ?? reference;
}

/** Not the telephone or the address: these stand in one place, with whether they may be used. */
function lines(start: CaseState['start'], lang: Lang): readonly (readonly [term: string, value: string | undefined])[] {
  const [t, field] = [casePageTexts[lang], caseTexts[lang]];
  const { person, suspectName, violence, vulnerability, relation, local } = start;
  return [
    [t.name, person.name], [t.alias, person.alias], [t.birthYear, person.birthYear?.toString()],
    [field['field.violence'], violence.map((code) => localWords('VOLDSTYPE', code, VIOLENCE.label(code, lang), local, lang)).join(' · ')],
    [t.vulnerability, vulnerability.map((code) => localWords('SAARBARHET', code, VULNERABILITY.label(code, lang), local, lang)).join(' · ')],
    [field['field.suspectName'], suspectName], [t.relation, relation.map((code) => localWords('RELASJON', code, RELATION.label(code, lang), local, lang)).join(' · ')], [t.works, worksWords(start, lang)],
  ];
}
