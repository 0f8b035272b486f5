import { z } from 'zod';
import { query } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import { refuse, type Outcome } from '../../kernel/outcome.ts';
import { mayReadReport } from '../access.ts';
import { FILE_FIELDS, openAttachment, type OpenedFile } from '../commands/dialogue.ts';
import { mustSignIn, reportFacts } from '../commands/handle.ts';

/** One file that came with a report, for download. Access as the report's own; who opened it stands in the log. Refusals: those of openAttachment; `sign_in_again` where it is strictly confidential. */
export const openFileOf = query({
  name: 'reports.attachment',
  schema: z.strictObject({ reportId: idField<'file'>(), ...FILE_FIELDS }),
  filesAsked: ({ reportId }) => [reportId],
  facts: (ctx, input) => reportFacts(ctx, input.reportId),
  access: mayReadReport,
  run: async (ctx, input, facts): Promise<Outcome<OpenedFile>> => (mustSignIn(ctx, facts) ? refuse('sign_in_again') : openAttachment(ctx, facts.fileId, input)),
});
