import { toMs, osloDay } from '../../kernel/time.ts';
import type { Lang } from '../../kernel/texts.ts';
import { Section } from '../../web/ui/layout.tsx';
import { dateWords, momentWords } from '../../web/ui/moments.ts';
import { Table } from '../../web/ui/table.tsx';
import { TimeStrip } from '../../web/ui/time-strip.tsx';
import { casePageTexts } from '../texts/page.ts';
import { LANES, lately, pattern, type Mark } from '../pattern.ts';
import type { CaseContent } from '../queries/models.ts';
import { safetyTexts } from '../texts/safety-page.ts';
import type { Reading } from './answers.tsx';

/** What was reported, happened and was done, beside each other over time. */
export function PatternPart({ model, reading: { lang } }: { model: CaseContent; reading: Reading }) {
  const t = safetyTexts[lang];
  const marks = pattern(model.journal, model.reports.map((one) => ({ ...one, channel: channelOf(one.reference, model) })));
  const [first] = marks;
  if (first === undefined) return null;
  const { last, before } = lately(marks, model.now);
  return (
    <Section heading={t.over} id="over-tid">
      <p>{t.overLead}</p>
      <TimeStrip title={t.days(last, before)} lanes={LANES.map((lane) => ({ label: t[`lane_${lane}`], at: marks.filter((mark) => mark.lane === lane).map(({ at }) => toMs(at)) }))}
        from={{ at: toMs(first.at), words: dateWords(osloDay(first.at), lang) }} to={{ at: toMs(model.now), words: dateWords(osloDay(model.now), lang) }}>
        <Table caption={t.overTable} captionHidden stacked rowKey={({ no }) => String(no)} rows={marks.map((mark, no) => ({ ...mark, no })).toReversed()} columns={[
          { key: 'when', label: t.when, cell: ({ at }) => momentWords(at, lang), rowHeader: true }, { key: 'line', label: t.line, cell: ({ lane }) => t[`lane_${lane}`] }, { key: 'what', label: t.what, cell: (mark) => markWords(mark, lang) },
        ]} />
      </TimeStrip>
    </Section>
  );
}

/** The first report has its channel in the opening, each later one where it joined. */
function channelOf(reference: string, { state }: CaseContent) {
  return state.joined.find((one) => one.reference === reference)?.start.channel ?? state.start.channel;
}

function markWords({ of }: Mark, lang: Lang): string {
  switch (of) {
    case 'theyWrote': case 'weWrote': case 'calledPolice': return safetyTexts[lang][of];
    case 'reportCame': case 'additionCame': return casePageTexts[lang][of];
    default: return casePageTexts[lang][`event_${of}`];
  }
}
