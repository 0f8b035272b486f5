import type { ReactElement } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import { KeyFigure } from '../../web/ui/facts.tsx';
import { Grid, Section } from '../../web/ui/layout.tsx';
import type { Figures } from '../queries/figures.ts';
import { cellWords } from '../suppression-texts.ts';
import { statisticsTexts } from '../texts.ts';
import { workTexts } from '../work-texts.ts';

/** What was done, and is about nobody: first, since the smallest region has it to show (domain reference §11). Counted for the whole region alone. */
export function WorkPart({ model, lang }: { readonly model: Figures; readonly lang: Lang }): ReactElement {
  const [t, w] = [statisticsTexts[lang], workTexts[lang]];
  const { meetings, outreach, courses, routines, reached } = model.work;
  return (
    <Section heading={w.heading(model.year)}>
      <Grid columns="narrow">
        <KeyFigure label={w.meetings} value={String(meetings)} note={w.meetingsNote} />
        <KeyFigure label={w.outreach} value={String(outreach)} note={w.outreachNote} />
        <KeyFigure label={w.courses} value={String(courses)} note={w.coursesNote} />
        <KeyFigure label={w.reached} value={String(reached)} note={w.reachedNote} />
        <KeyFigure label={t.consultations} value={cellWords(model.consultations, lang).text} note={t.consultationsNote} />
        <KeyFigure label={w.routines} value={String(routines)} note={w.routinesNote} />
      </Grid>
    </Section>
  );
}
