import { show, submit, type StaffRoute } from '../../../web/route.tsx';
import { settleLost } from '../../commands/ledger.ts';
import { ledger } from '../../queries/ledger.ts';
import { LedgerPage } from './ledger-page.tsx';
import { LEDGER, SETTLE_LOST, SETTLED } from './paths.ts';

const page = show({ path: LEDGER, query: ledger, input: () => ({}), view: (model, request) => <LedgerPage ledger={model} request={request} /> });

const settle = submit({
  path: SETTLE_LOST, command: settleLost, again: page, input: ({ form }) => ({ lostId: form.one('lostId'), did: form.one('did') }), then: () => `${LEDGER}?gjort=${SETTLED}`,
});

/** What came, how far it has come, and what is missing. */
export const LEDGER_ROUTES: readonly StaffRoute[] = [page, settle];
