import { CASE_ROUTES } from '../cases/pages/routes.tsx';
import { RECEPTION_ROUTES } from '../reports/pages/reception/routes.tsx';
import type { StaffRoute } from './route.tsx';

/** Every page and form of the house, from each module's pages. The route walk visits them all. */
export const STAFF_ROUTES: readonly StaffRoute[] = [...CASE_ROUTES, ...RECEPTION_ROUTES];
