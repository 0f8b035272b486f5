import { adviceBeside } from '../cases/pages/advice-page.tsx';
import { CASE_ROUTES, dayRoute } from '../cases/pages/routes.tsx';
import { CODE_LIST_ROUTES } from '../cases/pages/code-lists-page.tsx';
import { SEARCH_ROUTES } from '../cases/pages/search-routes.tsx';
import { besideReport } from '../cases/pages/same-person-part.tsx';
import { CONSULTATION_ROUTES } from '../consultations/pages/routes.tsx';
import { DOCUMENT_ROUTES } from '../documents/pages/routes.tsx';
import { reportsForYou } from '../documents/pages/turn.ts';
import { reportsWaiting } from '../documents/public.ts';
import { REGION_ROUTES } from '../regions/pages/routes.tsx';
import { NOTICE_ROUTES } from '../notices/pages/routes.tsx';
import { DESK_ROUTES } from '../reports/pages/desk/routes.tsx';
import { LEDGER_ROUTES } from '../reports/pages/ledger/routes.tsx';
import { PAPER_ROUTES } from '../reports/pages/paper/routes.tsx';
import { receptionRoutes } from '../reports/pages/reception/routes.tsx';
import { sendingsForYou } from '../reports/pages/reception/turn.ts';
import { sendingsLate } from '../reports/public.ts';
import { OWN_NOTICES_ROUTES } from '../staff/pages/contact-page.tsx';
import { DECLARATION_ROUTES } from '../staff/pages/declaration-page.tsx';
import { KEYS_ROUTES } from '../staff/pages/keys-page.tsx';
import { STAFF_ROUTES_ADMIN } from '../staff/pages/routes.tsx';
import { RETURN_ROUTES } from '../returns/pages/routes.tsx';
import { returnsForYou } from '../returns/pages/turn.ts';
import { returnsWaiting } from '../returns/public.ts';
import { STATISTICS_ROUTES } from '../statistics/pages/routes.tsx';
import { MACHINE_ROUTES } from '../staff/pages/machine-page.tsx';
import { PRIVACY_ROUTES } from '../privacy/pages/routes.tsx';
import { archiveForYou, breachesForYou, disposalsForYou, requestsForYou } from '../privacy/pages/turn.ts';
import { breachesDue, disposalsWaiting, readyToPropose, requestsDue } from '../privacy/public.ts';
import { keptRoutes } from './kept-routes.tsx';
import type { StaffRoute } from './route.tsx';

const DAY = dayRoute(
  async (ctx) => ({ returns: await returnsWaiting(ctx), reports: await reportsWaiting(ctx), requests: await requestsDue(ctx), breaches: await breachesDue(ctx), disposals: await disposalsWaiting(ctx), ready: await readyToPropose(ctx), sendings: await sendingsLate(ctx) }),
  ({ returns, reports, requests, breaches, disposals, ready, sendings }, lang) => [...sendingsForYou(sendings, lang), ...breachesForYou(breaches, lang), ...requestsForYou(requests, lang), ...disposalsForYou(disposals, lang), ...archiveForYou(ready, lang), ...returnsForYou(returns, lang), ...reportsForYou(reports, lang)],
);

/** From each module's pages. */
const PAGES: readonly StaffRoute[] = [DAY, ...CASE_ROUTES, ...SEARCH_ROUTES, ...CONSULTATION_ROUTES, ...PAPER_ROUTES, ...LEDGER_ROUTES, ...DESK_ROUTES, ...receptionRoutes(besideReport, adviceBeside), ...REGION_ROUTES, ...CODE_LIST_ROUTES, ...STAFF_ROUTES_ADMIN, ...KEYS_ROUTES, ...OWN_NOTICES_ROUTES, ...NOTICE_ROUTES, ...STATISTICS_ROUTES, ...RETURN_ROUTES, ...MACHINE_ROUTES, ...DECLARATION_ROUTES, ...PRIVACY_ROUTES, ...DOCUMENT_ROUTES];

/** Every page and form of the house, from each module's pages. The route walk visits them all. */
export const STAFF_ROUTES: readonly StaffRoute[] = [...PAGES, ...keptRoutes(PAGES)];
