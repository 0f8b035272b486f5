import { show, type StaffRoute } from '../../web/route.tsx';
import { sentMessages } from '../queries.ts';
import { SentPage } from './sent-page.tsx';

export const SENT_NOTICES = '/region/varsler';

/** What was sent, and whether it arrived. */
export const NOTICE_ROUTES: readonly StaffRoute[] = [show({ path: SENT_NOTICES, query: sentMessages, input: () => ({}), view: (model, request) => <SentPage model={model} request={request} /> })];
