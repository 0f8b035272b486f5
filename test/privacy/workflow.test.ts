import { expect, test } from 'vitest';
import type { Actor } from '../../src/kernel/actor.ts';
import { asId } from '../../src/kernel/ids.ts';
import { instant } from '../../src/kernel/time.ts';
import { mayAdvise, mayChooseRequestYears, mayConfirmDisposal, mayHandleRequest, mayHold, mayProposeDisposal, mayRecordReceipt, mayRegisterRequest, mayWithdrawDisposal } from '../../src/privacy/access.ts';
import { PRIVACY_WORKFLOW } from '../../src/privacy/workflow.ts';
import { ROLE } from '../../src/staff/codes.ts';

const actor = (role: string): Actor => ({ kind: 'person', regionId: asId<'region'>('10000000-0000-4000-8000-000000000001'), userId: asId<'user'>('20000000-0000-4000-8000-000000000001'), roles: [role], municipalityId: undefined, signedInAt: instant('2026-01-05T08:00:00.000Z') });
const request = { named: false, reserves: false, found: [] };
const found = { kind: 'case', fileId: asId<'file'>('30000000-0000-4000-8000-000000000001'), reference: 'X', owner: undefined, closedOn: undefined, retention: undefined, restricted: false, excluded: false, unknown: false, strict: false, reads: { allow: false, because: 'role' }, reports: [], leftOut: [] } as const;
const row = { row: { owner_municipality_id: null }, municipalities: [], excluded: false, strict: false } as const;

test('T20, T21: whoever the table names may take each step, and nobody else', () => {
  const may: Readonly<Record<keyof typeof PRIVACY_WORKFLOW, (who: Actor) => boolean>> = {
    registerRequest: (who) => mayRegisterRequest(who).allow, checkIdentity: (who) => mayHandleRequest(who, request).allow, answerRequest: (who) => mayHandleRequest(who, request).allow, extendRequest: (who) => mayHandleRequest(who, request).allow, adviseRequest: (who) => mayAdvise(who, request).allow,
    // besides the role, they have to read the case
    decidePassages: (who) => mayHandleRequest(who, request).allow,
    proposeDisposal: (who) => mayProposeDisposal(who, found).allow, confirmDisposal: (who) => mayConfirmDisposal(who, row).allow, withdrawDisposal: (who) => mayWithdrawDisposal(who, row).allow, holdCase: (who) => mayHold(who).allow, chooseRequestYears: (who) => mayChooseRequestYears(who).allow, recordReceipt: (who) => mayRecordReceipt(who, row).allow,
  };
  for (const [step, { who }] of Object.entries(PRIVACY_WORKFLOW)) {
    const allowed = ROLE.codes.filter((role) => may[step as keyof typeof PRIVACY_WORKFLOW](actor(role))); // the keys of the table
    expect([step, allowed.toSorted()]).toEqual([step, [...who].toSorted()]);
  }
});

test('arkivforskrifta § 5: the two of T21 never have the same role, so that one person with one role cannot be both', () => {
  expect(PRIVACY_WORKFLOW.proposeDisposal.who.filter((role) => PRIVACY_WORKFLOW.confirmDisposal.who.some((other) => other === String(role)))).toEqual([]);
});
