import type { Lang } from '../../kernel/texts.ts';
import { SUPERVISION_BASIS, SUPERVISOR } from '../../staff/public.ts';
import { TextLink } from '../../web/ui/buttons.tsx';
import { Quiet, ScreenOnly, Section } from '../../web/ui/layout.tsx';
import { dayWords, timeWords } from '../../web/ui/moments.ts';
import { Pagination, Table } from '../../web/ui/table.tsx';
import { ACCESS_REASON } from '../choices.ts';
import type { LookedAt } from '../looked.ts';
import { logTexts } from '../texts/log-page.ts';
import { casePageTexts } from '../texts/page.ts';
import type { CaseContent, LookedLine, WhoLooked } from '../queries/models.ts';
import { letterPath } from './paths.ts';

export const LOOKED_ID = 'sett';

/** @param grants of the case, for whoever may read them: then the reason of an access stands beside it */
type LookedProps = { looked: WhoLooked; lang: Lang; href: (page: number) => string; grants?: CaseContent['state']['grants'] | undefined; heading?: string | undefined };

/** «Hvem har sett på saken?»: a line for each person and day, in words that need no explaining. */
export function LookedPart({ looked, lang, href, grants, heading }: LookedProps) {
  const t = casePageTexts[lang];
  return (
    <Section heading={heading ?? t.looked} id={LOOKED_ID}>
      <p><Quiet>{t.lookedLead}</Quiet></p>
      <Table<LookedLine> caption={t.looked} captionHidden stacked rows={looked.lines} rowKey={(line) => `${line.day} ${line.who}`} empty={t.lookedNobody} columns={[
        { key: 'who', label: t.lookedWho, rowHeader: true, cell: (line) => looked.names[line.who] ?? t.someone },
        { key: 'day', label: t.lookedWhen, cell: (line) => whenWords(line, looked, lang) },
        { key: 'did', label: t.lookedWhat, cell: (line) => <Lines all={line.did.map(({ kind }) => t[`looked_${kind}`])} /> },
        { key: 'right', label: t.lookedRight, cell: (line) => <Lines all={line.did.map((one) => rightWords(one, line, { lang, grants, looked }))} /> },
      ]} />
      <ScreenOnly><p><TextLink href={letterPath(looked.fileId)}>{logTexts[lang].letterLink}</TextLink></p></ScreenOnly>
      <Pagination page={looked.page} pages={looked.pages} href={href} />
    </Section>
  );
}

function Lines({ all }: { all: readonly string[] }) {
  return <div>{[...new Set(all)].map((words) => <div key={words}>{words}</div>)}</div>;
}

/** «i dag kl. 08.05», «mandag 2. mars kl. 08.05–11.30». */
function whenWords({ day, first, last }: LookedLine, { now }: WhoLooked, lang: Lang): string {
  const [from, to] = [timeWords(first, lang), timeWords(last, lang)];
  return `${dayWords(day, now, lang)} ${lang === 'en' ? 'at' : 'kl.'} ${from}${from === to ? '' : `–${to}`}`;
}

function rightWords({ right }: LookedAt, { who, day, first }: LookedLine, { lang, grants, looked }: Pick<LookedProps, 'lang' | 'grants' | 'looked'>): string {
  const words = casePageTexts[lang][`right_${right}`];
  const decided = right === 'supervision' ? looked.supervisions.find((one) => one.userId === who && one.from <= first && first < one.until) : undefined;
  if (decided !== undefined) return `${words}: ${SUPERVISOR.label(decided.supervisor, lang)}, ${SUPERVISION_BASIS.label(decided.basis, lang)}`;
  if (right !== 'granted') return words;
  const grant = grants?.findLast(({ userId, granted }) => userId === who && granted.at.slice(0, 10) <= day);
  return grant === undefined ? words : `${words}: ${ACCESS_REASON.label(grant.reason, lang).toLocaleLowerCase(lang)}`;
}
