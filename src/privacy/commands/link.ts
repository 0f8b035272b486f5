import { z } from 'zod';
import { command } from '../../kernel/door.ts';
import { NO_FILE } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/outcome.ts';
import { plainLine } from '../../kernel/plain-text.ts';
import { osloDay } from '../../kernel/time.ts';
import { mayHandleRequest } from '../access.ts';
import { lockDisposals } from '../store/disposals.ts';
import { askedRequest, change } from './kept-request.ts';
import { fileMeant, meetFile, MOST_FILES } from './linked.ts';
import { requestId, version } from './request-fields.ts';

/**
 * What there is about the person: a case, a report or a consultation, by its reference, one at a time. Left empty: looked for, and nothing was found. `remove`: the id
 * of one that was found by a mistake. What others looked for stays said: a search that came to nothing and is gone would tell that somebody else found something. What whoever searches is left out of, or what does not exist, is `no_such_file`. Refuses also `files_linked`, `too_many_files`.
 */
export const linkFile = command({
  name: 'privacy.link_file',
  schema: z.strictObject({ requestId, version, reference: z.string().transform((text) => plainLine(text).trim().toUpperCase().slice(0, 40)), remove: z.string().max(40).default('') }),
  facts: async (ctx, input) => {
    // What is being disposed of now is gone when this goes on, and nobody is promised what is not there (decision 0087).
    await lockDisposals(ctx.tx, ctx.regionId);
    return askedRequest(ctx, input.requestId);
  },
  access: mayHandleRequest,
  run: async (ctx, { version: at, reference, remove }, asked) => {
    if (ctx.actor.kind !== 'person') return refuse('not_found');
    const { request, row: { files } } = asked;
    const { userId: me } = ctx.actor;
    const looked = request.looked ?? [];
    if (remove !== '') return change(ctx, asked, at, request, { files: files.filter((one) => one !== remove) });
    const lookedOn = { ...request.lookedOn, [me]: osloDay(ctx.now) };
    if (reference === '') return asked.found.length > 0 ? refuse('bad_input', { reference: 'files_linked' }) : change(ctx, asked, at, { ...request, nothingFound: true, looked: [...new Set([...looked, me])], lookedOn }, { files }, true);
    // The same statements where there is none: what it costs tells nobody that there is one.
    const found = await meetFile(ctx, await fileMeant(ctx, reference, request.requester) ?? NO_FILE);
    if (found === undefined || found === 'hidden') return refuse('bad_input', { reference: 'no_such_file' });
    if (!asked.elsewhere && files.length >= MOST_FILES && !files.includes(found.fileId)) return refuse('bad_input', { reference: 'too_many_files' });
    return change(ctx, asked, at, { ...request, looked: looked.filter((one) => one !== me), lookedOn }, { files: [...new Set([...files, found.fileId])] });
  },
});
