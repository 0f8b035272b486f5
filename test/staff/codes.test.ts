import { expect, test } from 'vitest';
import { doubleWordings } from '../../src/kernel/wording.ts';
import { ROLE, seesContent } from '../../src/staff/codes.ts';

test('the steering group, the data-protection officer and the administrator can never see content', () => {
  expect(ROLE.codes.filter((role) => !seesContent(role))).toEqual(['STYRINGSGRUPPE', 'PERSONVERNOMBUD', 'SYSTEMADMIN', 'KOMMUNEDIREKTOR']);
});
test('there are exactly these roles, and none is unknown', () => {
  expect(ROLE.codes).toEqual(['MOTTAK', 'KOORDINATOR', 'TEAMMEDLEM', 'LEDER', 'STYRINGSGRUPPE', 'PERSONVERNOMBUD', 'ARKIVAR', 'SYSTEMADMIN', 'KOMMUNEDIREKTOR', 'TILSYN']);
  expect(doubleWordings(ROLE)).toEqual([]);
});
