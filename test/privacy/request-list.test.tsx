import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { addDays, day, instant } from '../../src/kernel/time.ts';
import { Answered } from '../../src/privacy/pages/request-list.tsx';
import type { RequestLine } from '../../src/privacy/queries/requests.ts';

const TODAY = day('2026-11-02') ?? expect.fail('a day');

test('GDPR art. 5 no. 2: every answer that was given can be found again, however many came after it', () => {
  const lines = Array.from({ length: 75 }, (_, n): RequestLine => ({ requestId: `krav-${n}.`, requester: 'PERSONEN', receivedOn: addDays(TODAY, -n - 20), due: addDays(TODAY, -n), answeredOn: addDays(TODAY, -n) }));
  const page = renderToStaticMarkup(<Answered lines={lines} model={{ now: instant('2026-11-02T08:00:00.000Z'), today: TODAY }} lang="nb" />);
  expect(lines.filter(({ requestId }) => !page.includes(requestId))).toEqual([]);
  expect(page).toContain('Eldre svar (55)');
});
