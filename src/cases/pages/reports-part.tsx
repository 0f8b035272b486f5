import type { Lang } from '../../kernel/texts.ts';
import { consultationPath, dialogueItems, DialogueSummary, ReportView } from '../../reports/public.ts';
import { TextLink } from '../../web/ui/buttons.tsx';
import { Section, Written } from '../../web/ui/layout.tsx';
import { momentWords } from '../../web/ui/moments.ts';
import { Card, Details } from '../../web/ui/surfaces.tsx';
import type { TimelineItem } from '../../web/ui/time-line.tsx';
import { casePageTexts } from '../texts/page.ts';
import type { CaseContent } from '../queries/models.ts';
import type { Reading } from './answers.tsx';
import { dialoguePath } from './paths.ts';

/** The reports that the case holds, as they came: what happened in sight, the rest one press away. */
export function ReportsPart({ model, reading: { lang } }: { model: CaseContent; reading: Reading }) {
  const t = casePageTexts[lang];
  const { places } = model;
  return (
    <Section heading={t.reports(model.reports.length)} id="meldt">
      {model.reports.map((report) => {
        const [first] = report.contents;
        const place = first === undefined ? undefined : places[first.report.person.municipality];
        return first === undefined ? null : (
          <Card key={report.fileId} heading={t.report(report.reference)} level={3}>
            <p>{[t.came(momentWords(first.at, lang)), ...(place === undefined ? [] : [place])].join(' · ')}</p>
            {report.consultations.map((one) => <p key={one.consultation}>{t.afterConsultation} <TextLink href={consultationPath(one.consultation)}>{one.reference}</TextLink></p>)}
            <Written text={first.report.whatHappened} />
            <DialogueSummary dialogue={report.dialogue} window={report.window} readBefore={report.readPartsBefore} href={dialoguePath(model.fileId, report.fileId)} lang={lang} />
            <Details summary={report.contents.length === 1 ? t.wholeReport : t.wholeReportAdded(report.contents.length - 1)}><ReportView contents={report.contents} local={report.local} places={places} lang={lang} level={4} /></Details>
          </Card>
        );
      })}
    </Section>
  );
}

/** What was reported, beside a form, so that nobody has to leave it to look. */
export function ReportedCard({ model, lang }: { model: CaseContent; lang: Lang }) {
  const t = casePageTexts[lang];
  return (
    <Details summary={t.whatWasReported}>
      {model.reports.map((report) => <ReportView key={report.fileId} contents={report.contents} local={report.local} places={model.places} lang={lang} level={2} />)}
    </Details>
  );
}

/** When reports and additions came; they have a journal of their own, and belong in the same line of time. */
export function reportItems({ reports, names }: CaseContent, lang: Lang): TimelineItem[] {
  const t = casePageTexts[lang];
  return reports.flatMap(({ contents, fileId, dialogue }) => [...dialogueItems(dialogue, fileId, names, lang), ...contents.map(({ at }, part): TimelineItem => ({
    id: `${fileId}-${part}`, at: momentWords(at, lang), dateTime: at, title: part === 0 ? t.reportCame : t.additionCame, symbol: part === 0 ? 'doc' : 'note', tone: part === 0 ? 'neutral' : 'accent',
  }))]);
}
