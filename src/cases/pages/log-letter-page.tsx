import type { ReactElement } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import { osloDay } from '../../kernel/time.ts';
import { show, type StaffRequest } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { TextLink } from '../../web/ui/buttons.tsx';
import { PageHead, Prose, Quiet, ScreenOnly, Stack } from '../../web/ui/layout.tsx';
import { dateWords } from '../../web/ui/moments.ts';
import { Alert } from '../../web/ui/surfaces.tsx';
import { Table } from '../../web/ui/table.tsx';
import { logTexts } from '../texts/log-page.ts';
import { logLetter, type LetterLine, type LogLetter } from '../queries/log-letter.ts';
import { CASES, letterPath } from './paths.ts';

/** «Hvem har sett på saken din?», to be printed and given to the person: plain words, no names. */
export function LogLetterPage({ letter, request }: { letter: LogLetter; request: StaffRequest }): ReactElement {
  const { lang, regionName, person } = request;
  const t = logTexts[lang];
  const { lines, reference, now } = letter;
  return (
    <StaffPage request={request} title={t.letter}>
      <PageHead heading={t.letter} lead={t.letterTo} />
      <Stack>
        <ScreenOnly><Alert kind="warning"><p>{t.letterBefore}</p></Alert></ScreenOnly>
        <p><Quiet>{regionName}. {t.letterCase(reference, dateWords(osloDay(now), lang))}</Quiet></p>
        <Table<LetterLine & { readonly n: number }> caption={t.letter} captionHidden stacked rows={lines.map((line, n) => ({ ...line, n }))} rowKey={({ n }) => String(n)} empty={t.letterNobody} columns={[
          { key: 'when', label: t.letterWhen, rowHeader: true, cell: ({ day }) => dateWords(day, lang) },
          { key: 'who', label: t.letterWho, cell: (line) => whoWords(line, lang) },
          { key: 'what', label: t.letterWhat, cell: ({ did }) => <Lines all={did.map(({ kind }) => t[`did_${kind}`])} /> },
          { key: 'why', label: t.letterWhy, cell: ({ did }) => <Lines all={did.map(({ right }) => t[`why_${right}`])} /> },
        ]} />
        <Prose>
          {letter.more ? <p>{t.letterMore}</p> : null}
          {letter.turnedAway ? <p>{t.letterTurned}</p> : null}
          <p>{t.letterNames}</p>
          <p>{t.letterAsk}</p>
        </Prose>
        {person.roles.includes('PERSONVERNOMBUD') ? null : <ScreenOnly><p><TextLink href={`${CASES}/${letter.fileId}?vis=tilgang`}>{t.toCase}</TextLink></p></ScreenOnly>}
      </Stack>
    </StaffPage>
  );
}

/** «Saksansvarlig, Hjemmetjenesten»; of somebody of whom no more may be told: «Ansatt». */
function whoWords({ did, unit }: LetterLine, lang: Lang): string {
  const parts = [...new Set(did.map(({ right }) => logTexts[lang][`who_${right}`]))];
  return [parts.join(' / '), unit ?? ''].filter((part) => part !== '').join(', ');
}

function Lines({ all }: { all: readonly string[] }) {
  return <div>{[...new Set(all)].map((words) => <div key={words}>{words}</div>)}</div>;
}

export const LOG_LETTER = show({
  path: letterPath(':id'), query: logLetter, input: ({ params }) => ({ caseId: params['id'] ?? '' }), view: (letter, request) => <LogLetterPage letter={letter} request={request} />,
});
