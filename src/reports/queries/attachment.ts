import { z } from 'zod';
import { query } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import { mayReadReport } from '../access.ts';
import { FILE_FIELDS, openAttachment } from '../commands/dialogue.ts';
import { reportFacts } from '../commands/handle.ts';

/** One file that came with a report, for download. Access as the report's own; who opened it stands in the log. */
export const openFileOf = query({
  name: 'reports.attachment',
  schema: z.strictObject({ reportId: idField<'file'>(), ...FILE_FIELDS }),
  filesAsked: ({ reportId }) => [reportId],
  facts: (ctx, input) => reportFacts(ctx, input.reportId),
  access: mayReadReport,
  run: (ctx, input, facts) => openAttachment(ctx, facts.fileId, input),
});
