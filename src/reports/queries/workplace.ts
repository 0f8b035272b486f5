import { z } from 'zod';
import { idField } from '../../kernel/id-field.ts';
import { query } from '../../kernel/door.ts';
import { openFile } from '../../kernel/journal/file.ts';
import { done } from '../../kernel/outcome.ts';
import { mayHandleReport } from '../access.ts';
import { reportFacts } from '../commands/handle.ts';
import { REPORT_FILE } from '../file.ts';
import { workplaceIn, type Workplace } from '../workplace.ts';

/**
 * Where somebody a report is about works: the one thing of it that is told before the question (fvl § 6), so that a colleague can answer yes
 * without having read. To whoever the question is put to; undefined where nobody said that anybody works in a service.
 */
export const workplaceOfReport = query({
  name: 'reports.workplace',
  schema: z.strictObject({ reportId: idField<'file'>() }),
  filesAsked: ({ reportId }) => [reportId],
  facts: (ctx, input) => reportFacts(ctx, input.reportId),
  access: mayHandleReport,
  run: async (ctx, _input, { fileId, strict }) => {
    const { state: { contents } } = await openFile(ctx, REPORT_FILE, fileId);
    return done<Workplace | undefined>(workplaceIn(contents.map(({ report }) => ({ works: report.worksInService === 'ja', where: report.worksWhere, hidden: strict || report.person.protectedAddressHint }))));
  },
});
