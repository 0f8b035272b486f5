import { z } from 'zod';
import { command } from '../../kernel/door.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { listColleagues } from '../../staff/public.ts';
import { mayWrite } from '../access.ts';
import { isWritten, partOf } from '../plan.ts';
import { deleteWriting, listWriting, saveWriting } from '../store/writing.ts';
import { asked, publicationField } from './held.ts';

/** A page on which somebody writes one part says whether they do, and is told who else does. Opens nothing. Answers the names of the others. */
export const sayWritingPart = command({
  name: 'documents.say_writing',
  schema: z.strictObject({ ...publicationField, part: z.string().max(40, 'not_offered'), writing: z.boolean('not_offered') }),
  facts: asked,
  access: (actor) => mayWrite(actor),
  run: async (ctx, { publicationId, part: code, writing }, row) => {
    const part = partOf(row.kind, code);
    if (part === undefined || !isWritten(part) || ctx.actor.kind !== 'person') return refuse('not_found');
    const { userId } = ctx.actor;
    await (writing ? saveWriting(ctx.tx, ctx.regionId, publicationId, part.code, userId, ctx.now) : deleteWriting(ctx.tx, ctx.regionId, publicationId, part.code, userId));
    const others = await listWriting(ctx.tx, ctx.regionId, publicationId, part.code, userId, ctx.now);
    const names = new Map((await listColleagues(ctx)).map(({ userId: id, name }) => [id, name]));
    return done({ others: others.flatMap((id) => names.get(id) ?? []) });
  },
});
