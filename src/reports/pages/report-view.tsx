import type { Lang } from '../../kernel/texts.ts';
import type { LocalChoice } from '../../regions/codes.ts';
import { DescriptionList, type Fact } from '../../web/ui/facts.tsx';
import { Quiet, Stack, Written } from '../../web/ui/layout.tsx';
import { momentWords } from '../../web/ui/moments.ts';
import { Heading, type HeadingLevel } from '../../web/ui/surfaces.tsx';
import type { Mode } from '../form/fields.ts';
import { receptionTexts } from '../texts/reception.ts';
import type { ReportState } from '../report.ts';
import { answersIn, answersOf, type Answer, type AnswerGroup } from './reception/answers.ts';
import { anyPart } from './reception/said.ts';

const GROUPS: readonly (readonly [group: AnswerGroup, heading: 'happened' | 'contact' | 'aboutPerson' | 'aboutReporter' | undefined])[] = [
  ['wish', undefined], ['happened', 'happened'], ['contact', 'contact'], ['person', 'aboutPerson'], ['reporter', 'aboutReporter'],
];

type Parts = ReportState['contents'];

export type ReportViewProps = {
  readonly contents: Parts;
  /** the region's own values in the first part */
  readonly local?: readonly LocalChoice[] | undefined;
  /** member municipalities by number; none where the file itself says where the person lives */
  readonly places: Readonly<Record<string, string>>;
  readonly lang: Lang;
  /** of the headings; one lower than what stands around */
  readonly level: HeadingLevel;
};

/**
 * A report and all that was added to it, word for word, for the file that took it in, but for what it says of others: each of them gets
 * a file of their own, and none of the files shows the others. The newest part first: it is the one that holds.
 */
export function ReportView({ contents, local, places, lang, level }: ReportViewProps) {
  const t = receptionTexts[lang];
  const secret = anyPart(contents, (part) => part.person.protectedAddressHint);
  return (
    <Stack>
      {contents.map(({ at, report }, part) => {
        const answers = answersOf(report, { lang, places, local: part === 0 ? local : undefined }).filter(({ key, group }) => group !== 'others' && (key !== 'municipality' || Object.keys(places).length > 0 || !/^\d{4}$/.test(report.person.municipality)));
        return (
          <Stack key={at} gap="s">
            {contents.length === 1 ? null : <p><strong>{part === 0 ? t.log_arrived : t.addition(part)}</strong> · {momentWords(at, lang)}</p>}
            {GROUPS.map(([group, heading]) => ({ group, heading, found: answersIn(group, answers) })).filter(({ found }) => found.length > 0).map(({ group, heading, found }) => (
              <div key={group}>
                {heading === undefined ? null : <Heading level={level} size="s">{t[heading]}</Heading>}
                <DescriptionList items={found.map((answer) => factOf(answer, report.mode, secret, lang))} />
              </div>
            ))}
          </Stack>
        );
      }).toReversed()}
    </Stack>
  );
}

/** A number or an address never stands without whether it may be used; an address that somebody says is secret does not stand at all (folkeregisterloven § 10-4). */
function factOf({ key, term, text, written }: Answer, mode: Mode, secret: boolean, lang: Lang): Fact {
  const t = receptionTexts[lang];
  if (key === 'address') return { term, value: secret ? t.addressHidden : <>{text}<br /><Quiet>{t.addressUnsafe}</Quiet></> };
  if (key === 'phone') return { term, value: <>{text}<br /><Quiet>{mode === 'D' ? t.phoneSafe : t.phoneUnsafe}</Quiet></> };
  return { term, value: written ? <Written text={text} /> : text };
}
