import { CASE_ROUTES } from '../cases/pages/routes.tsx';
import { REGION_ROUTES } from '../regions/pages/routes.tsx';
import { RECEPTION_ROUTES } from '../reports/pages/reception/routes.tsx';
import { STAFF_ROUTES_ADMIN } from '../staff/pages/routes.tsx';
import { STATISTICS_ROUTES } from '../statistics/pages/routes.tsx';
import type { StaffRoute } from './route.tsx';

/** Every page and form of the house, from each module's pages. The route walk visits them all. */
export const STAFF_ROUTES: readonly StaffRoute[] = [...CASE_ROUTES, ...RECEPTION_ROUTES, ...REGION_ROUTES, ...STAFF_ROUTES_ADMIN, ...STATISTICS_ROUTES];
