import type { Lang } from '../../../kernel/texts.ts';
import type { OpenReport } from '../../queries.ts';
import type { LogEntry } from '../../log.ts';
import { receptionTexts } from '../../texts/reception.ts';
import { TextLink } from '../../../web/ui/buttons.tsx';
import { Section, Written } from '../../../web/ui/layout.tsx';
import type { Tone } from '../../../web/ui/surfaces.tsx';
import type { SymbolName } from '../../../web/ui/symbols.tsx';
import { Timeline } from '../../../web/ui/time-line.tsx';
import { momentWords } from '../../../web/ui/moments.ts';
import { consultationPath } from './paths.ts';

const LOOKS: Readonly<Record<LogEntry['what'], { readonly symbol: SymbolName; readonly tone: Tone }>> = {
  arrived: { symbol: 'doc', tone: 'neutral' }, added: { symbol: 'note', tone: 'accent' }, seen: { symbol: 'eye', tone: 'neutral' },
  urgent: { symbol: 'bell', tone: 'life' }, handed_over: { symbol: 'arrow', tone: 'info' }, hand_over_read: { symbol: 'eye', tone: 'success' }, decided: { symbol: 'check', tone: 'success' },
  wrote: { symbol: 'note', tone: 'accent' }, worse: { symbol: 'bell', tone: 'life' }, safe: { symbol: 'check', tone: 'success' }, file: { symbol: 'doc', tone: 'accent' },
  asked: { symbol: 'arrow', tone: 'neutral' }, told: { symbol: 'arrow', tone: 'info' }, window_closed: { symbol: 'lock', tone: 'neutral' },
  split: { symbol: 'person', tone: 'success' }, passed_on: { symbol: 'arrow', tone: 'neutral' }, sent_on: { symbol: 'arrow', tone: 'info' }, carried: { symbol: 'doc', tone: 'neutral' },
  confirmed: { symbol: 'check', tone: 'success' }, impartial: { symbol: 'shield', tone: 'neutral' }, answers_later: { symbol: 'bell', tone: 'neutral' }, moved_out: { symbol: 'arrow', tone: 'neutral' }, after_consultation: { symbol: 'note', tone: 'info' },
  case_sent: { symbol: 'arrow', tone: 'info' }, case_carried: { symbol: 'doc', tone: 'neutral' }, case_taken: { symbol: 'check', tone: 'success' }, case_came_back: { symbol: 'arrow', tone: 'warning' }, sent_back: { symbol: 'arrow', tone: 'info' }, back_fetched: { symbol: 'check', tone: 'success' },
};

/** What was done with the report, by whom by name, and when. */
export function ReportLog({ model, lang }: { model: OpenReport; lang: Lang }) {
  const t = receptionTexts[lang];
  return (
    <Section heading={t.log} id="gjort">
      <Timeline label={t.log} items={model.log.map((entry, at) => ({
        id: String(at), at: momentWords(entry.at, lang), dateTime: entry.at, title: t[`log_${entry.what}`], ...LOOKS[entry.what],
        who: entry.by === 'system' ? undefined : model.names[entry.by] ?? t.someone, children: <LogWords entry={entry} lang={lang} />,
      }))} />
    </Section>
  );
}

function LogWords({ entry, lang }: { entry: LogEntry; lang: Lang }) {
  const t = receptionTexts[lang];
  if (entry.what === 'handed_over') return entry.note === '' ? null : <Written text={entry.note} />;
  if (entry.what === 'after_consultation') return <p><TextLink href={consultationPath(entry.consultation)}>{entry.reference}</TextLink></p>;
  if (entry.what !== 'urgent') return null;
  const { called, calledBy, calledWhen, danger } = entry.record;
  return (
    <>
      <Written text={danger} />
      <p>{called === 'nei' ? t.notCalled : t.urgentCalled(called, calledBy, calledWhen)}</p>
    </>
  );
}
