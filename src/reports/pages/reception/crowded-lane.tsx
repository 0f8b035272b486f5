import type { Lang } from '../../../kernel/texts.ts';
import type { Inbox, InboxRow } from '../../queries.ts';
import { receptionTexts } from '../../texts/reception.ts';
import { Button, TextLink } from '../../../web/ui/buttons.tsx';
import { Form, Quiet, Stack } from '../../../web/ui/layout.tsx';
import { momentWords } from '../../../web/ui/moments.ts';
import { Alert, Details } from '../../../web/ui/surfaces.tsx';
import { Table } from '../../../web/ui/table.tsx';
import { Clock } from '../../../web/ui/time-line.tsx';
import { clockWords, rowClock, standing } from './lines.ts';
import { consultationPath, moveOutPath, reportPath } from './paths.ts';

/** «Mange på én gang»: what came above the limit of one place, folded, each opened and moved in among the others in one press. */
export function CrowdedLane({ inbox, lang }: { inbox: Inbox; lang: Lang }) {
  const { rows, count } = inbox.crowded;
  const t = receptionTexts[lang];
  if (count === 0) return null;
  return (
    <Details summary={`${t.crowded} (${count})`}>
      <Stack>
        <p>{t.crowdedAbout}</p>
        {count > rows.length ? <p><Quiet>{t.crowdedMore(rows.length)}</Quiet></p> : null}
        <Table<InboxRow> caption={t.crowded} captionHidden stacked rows={rows} rowKey={(row) => row.file_id} columns={[
          { key: 'reference', label: t.reference, rowHeader: true, cell: (row) => <TextLink href={row.consultation ? consultationPath(row.file_id) : reportPath(row.file_id)}>{row.reference}</TextLink> },
          { key: 'received', label: t.received, cell: (row) => momentWords(row.received_at, lang) },
          { key: 'state', label: t.standing, cell: (row) => <div>{t[`state_${standing(row)}`]} <DueClock row={row} inbox={inbox} lang={lang} /></div> },
          { key: 'move', label: t.moveOutHere, cell: (row) => <Form action={moveOutPath(row.file_id)} inline><Button variant="secondary" small>{t.moveOut}</Button></Form> },
        ]} />
      </Stack>
    </Details>
  );
}

function DueClock({ row, inbox: { now, clocks }, lang }: { row: InboxRow; inbox: Inbox; lang: Lang }) {
  const clock = clockWords(rowClock(row, now, clocks), now, lang);
  return clock === undefined ? null : <Clock {...clock} />;
}

/** On the page of one that lies there. */
export function MoveOut({ fileId, lang }: { fileId: string; lang: Lang }) {
  const t = receptionTexts[lang];
  return (
    <Alert kind="info" heading={t.crowded}>
      <p>{t.crowdedHere}</p>
      <Form action={moveOutPath(fileId)}><Button variant="secondary" small>{t.moveOutHere}</Button></Form>
    </Alert>
  );
}
