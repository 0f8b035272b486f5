import { z } from 'zod';
import { command } from '../../kernel/door.ts';
import { refuse } from '../../kernel/outcome.ts';
import { LANGUAGES } from '../../kernel/texts.ts';
import { osloDay } from '../../kernel/time.ts';
import { regionName } from '../../regions/public.ts';
import { mayHandleRequest } from '../access.ts';
import { decideExtension, dueOn } from '../access-request.ts';
import { EXTENSION } from '../codes.ts';
import { extensionLetter } from '../letter.ts';
import { askedRequest, change } from './kept-request.ts';
import { onDay, requestId, version, written } from './request-fields.ts';

/** The answer takes longer: they have been told, outside of the product, in the way that is safe. What was told is kept, and the clock moves. */
export const extendRequest = command({
  name: 'privacy.extend_request',
  schema: z.strictObject({ requestId, version, reason: z.enum(EXTENSION.codes, 'missing'), toldOn: onDay, toldHow: written, lang: z.enum(LANGUAGES) }),
  facts: (ctx, input) => askedRequest(ctx, input.requestId),
  access: mayHandleRequest,
  run: async (ctx, { version: at, reason, toldOn, toldHow: how, lang }, asked) => {
    if (ctx.actor.kind !== 'person') return refuse('not_found');
    const { request, found, row: { received_on: receivedOn } } = asked;
    const may = decideExtension(request, { reason, toldOn, receivedOn, today: osloDay(ctx.now), linked: found.length > 0 && found.every(({ reads }) => reads.allow) });
    if (!may.ok) return may;
    const text = extensionLetter({ region: await regionName(ctx), lang }, reason, dueOn(receivedOn, 3));
    return change(ctx, asked, at, { ...request, extended: { reason, toldOn, how, by: ctx.actor.userId, text } });
  },
});
