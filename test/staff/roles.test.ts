import { describe, expect, test } from 'vitest';
import { asId } from '../../src/kernel/ids.ts';
import { instant } from '../../src/kernel/time.ts';
import { ROLE, seesContent, takesTwo } from '../../src/staff/codes.ts';
import { decideConfirmation, decideProposal, leavesAManager, ledBy, rolesInForce, type Grant } from '../../src/staff/roles.ts';

const KARI = 'aaaaaaaa-0000-4000-8000-000000000001';
const LEIF = 'aaaaaaaa-0000-4000-8000-000000000002';
const NEW = 'aaaaaaaa-0000-4000-8000-000000000003';
const proposed: Grant = { role: 'TEAMMEDLEM', userId: NEW, proposedBy: KARI, confirmed: false, ended: false };

const NOW = instant('2026-03-02T08:00:00.000Z');
const inForce = (grants: Parameters<typeof rolesInForce>[0], member: Parameters<typeof rolesInForce>[1]) => rolesInForce(grants, member, NOW);
/** Supervision has terms and an end, and is proposed by a rule of its own (test/staff/supervision.test.ts). */
const LASTING = ROLE.codes.filter((role) => role !== 'TILSYN');

describe('a role is proposed', () => {
  test('never by the one who gets it, whichever role it is', () => {
    for (const role of LASTING) expect(decideProposal(role, KARI, KARI), role).toEqual({ ok: false, code: 'not_to_yourself' });
  });
  test('and waits for a second person whenever it can see what somebody has told, or decides who does: or one person could make the other half of any proposal themselves', () => {
    for (const role of LASTING) expect(decideProposal(role, NEW, KARI), role).toEqual({ ok: true, value: { role, confirmed: !takesTwo(role) } });
    expect(ROLE.codes.filter((role) => !takesTwo(role))).toEqual(['STYRINGSGRUPPE', 'PERSONVERNOMBUD']);
    expect(ROLE.codes.filter(seesContent)).toEqual(['MOTTAK', 'KOORDINATOR', 'TEAMMEDLEM', 'LEDER', 'ARKIVAR', 'TILSYN']);
  });
  test('never as supervision, which has a ground and an end of its own', () => {
    expect(decideProposal('TILSYN', NEW, KARI)).toEqual({ ok: false, code: 'bad_input', fields: { role: 'role_has_terms' } });
  });
  test('only if there is such a role: a made-up one would be held and mean nothing', () => {
    for (const role of ['', 'mottak', 'ADMIN', 'MOTTAK ', '__proto__', 'constructor']) expect(decideProposal(role, NEW, KARI), role).toEqual({ ok: false, code: 'bad_input', fields: { role: 'unknown_role' } });
  });
});

describe('a role counts', () => {
  const grants = LASTING.map((role) => ({ role, confirmed_at: 'then', ended_at: null, until: null }));
  const here = { disabled_at: null, compared_at: 'then' };
  test('when it is confirmed and has not ended, for somebody who is not shut out', () => {
    expect(inForce(grants, here)).toEqual(LASTING);
    expect(inForce(grants.map((grant) => ({ ...grant, confirmed_at: null })), here)).toEqual([]);
    expect(inForce(grants.map((grant) => ({ ...grant, ended_at: 'now' })), here)).toEqual([]);
    expect(inForce(grants, { ...here, disabled_at: 'now' })).toEqual([]);
  });
  test('and sees no content before they were compared with what had arrived (fvl § 6)', () => {
    expect(inForce(grants, { ...here, compared_at: null })).toEqual(['STYRINGSGRUPPE', 'PERSONVERNOMBUD', 'SYSTEMADMIN', 'KOMMUNEDIREKTOR']);
    expect(inForce([{ role: 'KONGE', confirmed_at: 'then', ended_at: null, until: null }], { ...here, compared_at: null }), 'a role that nobody knows').toEqual([]);
  });
});

describe('a role is confirmed', () => {
  test('by a second person', () => {
    expect(decideConfirmation(proposed, LEIF)).toEqual({ ok: true, value: { confirmed: true } });
  });
  test('never by the one who proposed it', () => {
    expect(decideConfirmation(proposed, KARI)).toEqual({ ok: false, code: 'another_person_confirms' });
  });
  test('never by the one who gets it', () => {
    expect(decideConfirmation(proposed, NEW)).toEqual({ ok: false, code: 'not_to_yourself' });
  });
  test('once: neither when it holds already nor after it ended', () => {
    expect(decideConfirmation({ ...proposed, confirmed: true }, LEIF)).toEqual({ ok: false, code: 'nothing_to_confirm' });
    expect(decideConfirmation({ ...proposed, ended: true }, LEIF)).toEqual({ ok: false, code: 'nothing_to_confirm' });
  });
});

describe('a role ends', () => {
  test('but never the last one that can invite and let go: nobody could give it back', () => {
    for (const role of ['KOORDINATOR', 'LEDER', 'SYSTEMADMIN']) {
      expect(leavesAManager({ userId: KARI, role }, [{ userId: KARI, role }, { userId: LEIF, role: 'TEAMMEDLEM' }]), role).toBe(false);
      expect(leavesAManager({ userId: KARI, role }, [{ userId: KARI, role }, { userId: LEIF, role: 'LEDER' }]), role).toBe(true);
    }
  });
  test('freely when it manages nobody, or when the same person still does by another', () => {
    expect(leavesAManager({ userId: KARI, role: 'MOTTAK' }, [])).toBe(true);
    expect(leavesAManager({ userId: KARI, role: 'LEDER' }, [{ userId: KARI, role: 'LEDER' }, { userId: KARI, role: 'SYSTEMADMIN' }])).toBe(true);
  });
});

test('no two people can make a third’s role hold without one of them standing for each half', () => {
  for (const by of [KARI, LEIF, NEW]) {
    for (const confirmer of [KARI, LEIF, NEW]) {
      const proposal = decideProposal('KOORDINATOR', NEW, by);
      const holds = proposal.ok && decideConfirmation({ ...proposed, proposedBy: by }, confirmer).ok;
      expect(holds, `${by} ${confirmer}`).toBe(by !== NEW && confirmer !== NEW && by !== confirmer);
    }
  }
});

test('a municipality keeps having had a leader of its own, also when the role ended, the account was shut or the person belongs elsewhere since: nobody else answers for it unasked', () => {
  const fjordby = asId<'municipality'>('30000000-0000-4000-8000-000000000001');
  const havnes = asId<'municipality'>('30000000-0000-4000-8000-000000000002');
  const grant = (change: Partial<Parameters<typeof ledBy>[0][number]>) => ({ role: 'LEDER', confirmed_at: NOW, ended_at: NOW, municipality_id: fjordby, ...change });
  expect(ledBy([grant({})], { municipality_id: havnes })).toEqual([fjordby]);
  expect(ledBy([grant({ municipality_id: null })], { municipality_id: havnes }), 'given before the place was kept').toEqual([havnes]);
  expect([grant({ confirmed_at: null }), grant({ role: 'KOORDINATOR' })].flatMap((one) => ledBy([one], { municipality_id: fjordby })), 'proposed alone, or another role').toEqual([]);
  expect(ledBy([grant({ municipality_id: null })], { municipality_id: null }), 'of the whole region').toEqual([]);
});
