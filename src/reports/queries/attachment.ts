import { z } from 'zod';
import { query } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import type { Outcome } from '../../kernel/outcome.ts';
import { mayReadReport } from '../access.ts';
import { FILE_FIELDS, openAttachment, type OpenedFile } from '../commands/dialogue.ts';
import { reportFacts, showsContent } from '../commands/handle.ts';

/** One file that came with a report, for download. Access as the report's own; who opened it stands in the log. Refusals: those of openAttachment; `sign_in_again` where it is strictly confidential. */
export const openFileOf = query({
  name: 'reports.attachment',
  schema: z.strictObject({ reportId: idField<'file'>(), ...FILE_FIELDS }),
  filesAsked: ({ reportId }) => [reportId],
  facts: (ctx, input) => reportFacts(ctx, input.reportId),
  access: mayReadReport,
  run: showsContent((ctx, input, facts): Promise<Outcome<OpenedFile>> => openAttachment(ctx, facts.fileId, input)),
});
