import { RECEPTION_ROUTES } from '../reports/pages/reception/routes.tsx';
import type { StaffRoute } from './route.tsx';

/** Every page and form of the house, from each module's pages. The route walk visits them all. */
export const STAFF_ROUTES: readonly StaffRoute[] = [...RECEPTION_ROUTES];
