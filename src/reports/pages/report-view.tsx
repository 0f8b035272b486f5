import type { Lang } from '../../kernel/texts.ts';
import { DescriptionList } from '../../web/ui/facts.tsx';
import { Stack, Written } from '../../web/ui/layout.tsx';
import { Heading, type HeadingLevel } from '../../web/ui/surfaces.tsx';
import { receptionTexts } from '../reception-texts.ts';
import type { ReportState } from '../report.ts';
import { answersIn, answersOf, type AnswerGroup } from './reception/answers.ts';
import { momentWords } from './reception/moments.ts';

const GROUPS: readonly (readonly [group: AnswerGroup, heading: 'happened' | 'contact' | 'aboutPerson' | 'aboutReporter'])[] = [
  ['happened', 'happened'], ['contact', 'contact'], ['person', 'aboutPerson'], ['reporter', 'aboutReporter'],
];

export type ReportViewProps = {
  readonly contents: ReportState['contents'];
  /** member municipalities by number */
  readonly places: Readonly<Record<string, string>>;
  readonly lang: Lang;
  /** of the headings; one lower than what stands around */
  readonly level: HeadingLevel;
};

/** A report and all that was added to it, word for word, for the file that took it in. The newest part first: it is the one that holds. */
export function ReportView({ contents, places, lang, level }: ReportViewProps) {
  const t = receptionTexts[lang];
  return (
    <Stack>
      {contents.map(({ at, report }, part) => {
        const answers = answersOf(report, { lang, places });
        return (
          <Stack key={at} gap="s">
            {contents.length === 1 ? null : <p><strong>{part === 0 ? t.log_arrived : t.addition(part)}</strong> · {momentWords(at, lang)}</p>}
            {GROUPS.map(([group, heading]) => ({ heading, found: answersIn(group, answers) })).filter(({ found }) => found.length > 0).map(({ heading, found }) => (
              <div key={heading}>
                <Heading level={level} size="s">{t[heading]}</Heading>
                <DescriptionList items={found.map(({ term, text, written }) => ({ term, value: written ? <Written text={text} /> : text }))} />
              </div>
            ))}
          </Stack>
        );
      }).toReversed()}
    </Stack>
  );
}
