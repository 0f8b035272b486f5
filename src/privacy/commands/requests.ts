import { z } from 'zod';
import { command } from '../../kernel/door.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { textField } from '../../kernel/text-field.ts';
import { osloDay } from '../../kernel/time.ts';
import { mayAdvise, mayHandleRequest, mayRegisterRequest } from '../access.ts';
import type { AccessRequest } from '../access-request.ts';
import { IDENTITY, REQUESTER } from '../codes.ts';
import { insertRequest, findRequest } from '../store/requests.ts';
import { askedRequest, change, openRequest, sealRequest } from './kept-request.ts';
import { onDay, requestId, TEXT, version, written } from './request-fields.ts';

const identityFields = { identity: z.enum(IDENTITY.codes, 'missing'), identityHow: textField(TEXT) };

/** T20: somebody asks for access. Looks nothing up: the same whoever is named. The same form sent twice is one request. */
export const registerRequest = command({
  name: 'privacy.register_request',
  schema: z.strictObject({ requestId, requester: z.enum(REQUESTER.codes, 'missing'), name: written, about: written, asks: textField(TEXT), reach: textField(TEXT), receivedOn: onDay, ...identityFields }),
  facts: async () => ({}),
  access: mayRegisterRequest,
  run: async (ctx, { requestId: id, receivedOn, ...said }) => {
    if (ctx.actor.kind !== 'person') return refuse('not_found');
    if (receivedOn > osloDay(ctx.now)) return refuse('bad_input', { receivedOn: 'in_future' });
    const request: AccessRequest = { ...said, nothingFound: false, advice: undefined, answer: undefined };
    const row = { request_id: id, received_on: receivedOn, answered_on: null, files: [], registered_by: ctx.actor.userId, registered_at: ctx.now, version: 1, sealed: sealRequest(ctx, id, 1, request) };
    if (await insertRequest(ctx.tx, ctx.regionId, row)) return done({ requestId: id });
    const before = await findRequest(ctx.tx, ctx.regionId, id);
    const known = before?.registered_by === ctx.actor.userId ? openRequest(ctx, before) : undefined;
    return known?.name === request.name && known.about === request.about ? done({ requestId: id }) : refuse('already_registered');
  },
});

/** How we know who asks (GDPR art. 12 nr. 6). */
export const checkIdentity = command({
  name: 'privacy.check_identity',
  schema: z.strictObject({ requestId, version, ...identityFields }),
  facts: (ctx, input) => askedRequest(ctx, input.requestId),
  access: mayHandleRequest,
  run: async (ctx, { version: at, identity, identityHow }, asked) => change(ctx, asked, at, { ...asked.request, identity, identityHow }),
});

/** The data-protection officer's advice on how it is handled (GDPR art. 39). The newest stands. */
export const adviseRequest = command({
  name: 'privacy.advise_request',
  schema: z.strictObject({ requestId, version, advice: textField(TEXT).pipe(z.string().min(1, 'missing')) }),
  facts: (ctx, input) => askedRequest(ctx, input.requestId),
  access: mayAdvise,
  run: async (ctx, { version: at, advice }, asked) => {
    if (ctx.actor.kind !== 'person') return refuse('not_found');
    return change(ctx, asked, at, { ...asked.request, advice: { by: ctx.actor.userId, at: ctx.now, text: advice } });
  },
});
