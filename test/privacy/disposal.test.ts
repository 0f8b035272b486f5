import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createSecretKey } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { appendDisposed, readDisposed } from '../../src/jobs/disposal-log.ts';
import { asId, type FileId, type RegionId } from '../../src/kernel/ids.ts';
import { decideHold } from '../../src/privacy/hold.ts';
import { day, instant, type Day } from '../../src/kernel/time.ts';
import { decideConfirmation, decideProposal, decideReceipt, decideWithdrawal, isBeingTransferred, mayBeProposed, NO_PACKAGE, operationsFor, standsOnItsRule, yearOf, type Closed, type Disposal } from '../../src/privacy/disposal.ts';

const on = (text: string): Day => day(text) ?? (() => { throw new Error(text); })();
const KEPT: Closed = { closedOn: on('2024-06-30'), retention: 'BEVARES', transferred: false, held: false };
const SHORT: Closed = { ...KEPT, retention: 'KORT' };
const TODAY = on('2026-01-01');
const archivist = asId<'user'>('40000000-0000-4000-8000-000000000001');
const leader = asId<'user'>('40000000-0000-4000-8000-000000000002');

const operations = (closed: Closed, today = TODAY) => operationsFor(closed, today).map(({ operation }) => operation);

test('bevaringsforskrifta § 3: what is to be kept is never offered for disposal until an archive has it', () => {
  expect(operations(KEPT)).toEqual(['EKSPORT', 'AVLEVERING']);
  expect(operations({ ...KEPT, transferred: true })).toEqual(['KASSASJON']);
  expect(decideProposal('KASSASJON', undefined, KEPT, TODAY, { waiting: false, packed: true })).toMatchObject({ ok: false, code: 'no_rule' });
});

test('what was registered by mistake may be disposed of, and nothing comes up before a whole year has passed', () => {
  expect(operations(SHORT)).toEqual(['KASSASJON']);
  expect(operations(SHORT, on('2025-12-31'))).toEqual([]);
  expect(yearOf(on('2024-12-31'))).toBe(2026);
});

test('nothing is disposed of without a rule: an open case, and one without a class, are on no list', () => {
  expect(operations({ ...SHORT, closedOn: undefined })).toEqual([]);
  expect(operations({ ...SHORT, retention: undefined })).toEqual([]);
});

test('arkivforskrifta § 5: one person alone disposes of nothing, and what is decided is not decided twice', () => {
  const proposed = { operation: 'KASSASJON' as const, proposed_by: archivist, confirmed_at: null, withdrawn_at: null };
  expect(decideConfirmation(proposed, archivist, SHORT, TODAY)).toMatchObject({ code: 'another_person_confirms_disposal' });
  expect(decideConfirmation(proposed, leader, SHORT, TODAY)).toMatchObject({ ok: true });
  expect(decideConfirmation({ ...proposed, confirmed_at: instant('2026-01-02T08:00:00.000Z') }, leader, SHORT, TODAY)).toMatchObject({ code: 'nothing_to_confirm' });
  expect(decideConfirmation({ ...proposed, withdrawn_at: instant('2026-01-02T08:00:00.000Z') }, leader, SHORT, TODAY)).toMatchObject({ code: 'nothing_to_confirm' });
});

test('a case that was taken up again after the proposal is not disposed of', () => {
  const proposed = { operation: 'KASSASJON' as const, proposed_by: archivist, confirmed_at: null, withdrawn_at: null };
  expect(decideConfirmation(proposed, leader, { ...SHORT, closedOn: undefined }, TODAY)).toMatchObject({ code: 'no_rule' });
  expect(decideWithdrawal({ confirmed_at: instant('2026-01-02T08:00:00.000Z'), withdrawn_at: null })).toMatchObject({ code: 'nothing_to_confirm' });
});

test('what two people decided falls where the rule became stricter before it was carried out: nothing else lies between the decision and destroyed keys', () => {
  const [mistake, handedOver] = [{ operation: 'KASSASJON', rule: 'KORT' }, { operation: 'KASSASJON', rule: 'AVLEVERT' }] as const;
  expect(standsOnItsRule(mistake, SHORT, TODAY)).toBe(true);
  expect(standsOnItsRule(mistake, KEPT, TODAY)).toBe(false);
  expect(standsOnItsRule(mistake, { ...SHORT, held: true }, TODAY)).toBe(false);
  expect(standsOnItsRule(handedOver, { ...KEPT, transferred: true }, TODAY)).toBe(true);
  expect(standsOnItsRule(handedOver, SHORT, TODAY), 'no archive has it').toBe(false);
});

test('a case that may be evidence is not disposed of by any rule, and may be exported and transferred all the same', () => {
  const proposed = { operation: 'KASSASJON' as const, proposed_by: archivist, confirmed_at: null, withdrawn_at: null };
  for (const closed of [{ ...SHORT, held: true }, { ...KEPT, transferred: true, held: true }]) {
    expect(decideProposal('KASSASJON', undefined, closed, TODAY, { waiting: false, packed: false })).toMatchObject({ code: 'case_on_hold' });
    expect(decideConfirmation(proposed, leader, closed, TODAY), 'held after it was proposed').toMatchObject({ code: 'case_on_hold' });
  }
  expect([{ ...SHORT, held: true }, { ...KEPT, transferred: true, held: true }].map((closed) => (['KORT', 'AVLEVERT'] as const).some((rule) => standsOnItsRule({ operation: 'KASSASJON', rule }, closed, TODAY))), 'held after it was decided').toEqual([false, false]);
  expect(decideProposal('AVLEVERING', 'IKA', { ...KEPT, held: true }, TODAY, { waiting: false, packed: true })).toMatchObject({ ok: true });
});

test('holding a case back and letting it go both say why, and neither is said twice', () => {
  const said = { ground: 'POLITI', why: 'Brev fra politiet 3. mars.' } as const;
  expect([decideHold(true, false, said), decideHold(false, true, said)]).toEqual([{ ok: true, value: said }, { ok: true, value: said }]);
  expect(decideHold(true, false, { ground: undefined, why: '' })).toMatchObject({ fields: { ground: 'missing', why: 'missing' } });
  expect([decideHold(true, true, said), decideHold(false, false, said)]).toMatchObject([{ code: 'already_held' }, { code: 'not_held' }]);
});

test('a transfer says to whom, and the same thing is proposed once', () => {
  expect(decideProposal('AVLEVERING', undefined, KEPT, TODAY, { waiting: false, packed: true })).toMatchObject({ fields: { receiver: 'receiver_missing' } });
  expect(decideProposal('AVLEVERING', 'IKA', KEPT, TODAY, { waiting: false, packed: true })).toMatchObject({ ok: true, value: 'BEVARES' });
  expect(decideProposal('AVLEVERING', 'IKA', KEPT, TODAY, { waiting: false, packed: true, fetched: false }), 'files lie beside it that nobody has fetched').toMatchObject({ fields: { fetched: 'files_not_fetched' } });
  expect(decideProposal('EKSPORT', undefined, KEPT, TODAY, { waiting: false, packed: true, fetched: false }), 'nothing is destroyed after an export').toMatchObject({ ok: true });
  expect(decideProposal('AVLEVERING', 'IKA', KEPT, TODAY, { waiting: true, packed: true })).toMatchObject({ code: 'already_proposed' });
  const [row] = [{ operation: 'AVLEVERING', withdrawn_at: null, received_at: null } as const];
  expect([isBeingTransferred([row]), isBeingTransferred([{ ...row, operation: 'EKSPORT' }]), isBeingTransferred([{ ...row, withdrawn_at: instant('2026-01-01T08:00:00.000Z') }])]).toEqual([true, false, false]);
  expect(decideProposal('EKSPORT', undefined, KEPT, TODAY, { waiting: false, transferring: true, packed: true }), 'the same package leaves once').toMatchObject({ code: 'transfer_waits' });
});

test('arkivforskrifta § 5: what is exported or transferred is a file of the whole case, and without one nothing is proposed', () => {
  for (const operation of ['EKSPORT', 'AVLEVERING'] as const) expect(decideProposal(operation, 'IKA', KEPT, TODAY, { waiting: false, packed: false })).toMatchObject({ code: 'no_package' });
  expect(decideProposal('KASSASJON', undefined, SHORT, TODAY, { waiting: false, packed: false }), 'what is destroyed goes nowhere').toMatchObject({ ok: true });
});

test('arkivlova § 14: a receipt is of a transfer that two people decided, and is recorded once', () => {
  const sent = { operation: 'AVLEVERING' as const, confirmed_at: instant('2026-01-02T08:00:00.000Z'), withdrawn_at: null, received_at: null };
  expect(decideReceipt(sent)).toMatchObject({ ok: true });
  for (const wrong of [{ ...sent, operation: 'EKSPORT' as const }, { ...sent, confirmed_at: null }, { ...sent, withdrawn_at: sent.confirmed_at }, { ...sent, received_at: sent.confirmed_at }]) expect(decideReceipt(wrong)).toMatchObject({ code: 'nothing_to_receive' });
});

const REGION: RegionId = asId<'region'>('10000000-0000-4000-8000-000000000001');
const file = (n: number): FileId => asId<'file'>(`20000000-0000-4000-8000-00000000000${n}`);
const disposed = (n: number): Disposal => ({
  disposal_id: asId<'user'>(`30000000-0000-4000-8000-00000000000${n}`), operation: 'KASSASJON', file_id: file(n), files: [file(n), file(n + 4)], reference: '2024-K7QF3M', rule: 'KORT', receiver: null, owner_municipality_id: null,
  closed_on: on('2024-06-30'), entries: 9, head: Buffer.from('aabb', 'hex'), proposed_by: archivist, proposed_at: instant('2026-01-02T08:00:00.000Z'), confirmed_by: leader, confirmed_at: instant('2026-01-03T08:00:00.000Z'),
  withdrawn_at: null, done_at: null, revision: 2, ...NO_PACKAGE,
});

test('the list beside the database gives back what was written, once, and a changed or cut line vouches for nothing', () => {
  const dir = mkdtempSync(join(tmpdir(), 'vv-disposed-'));
  const key = createSecretKey(Buffer.alloc(32, 7));
  appendDisposed(dir, key, REGION, [disposed(1)]);
  appendDisposed(dir, key, REGION, [disposed(1), disposed(2)]);
  expect(readDisposed(dir, key, REGION)).toEqual({ lines: [disposed(1), disposed(2)], broken: [] });
  const path = join(dir, `${REGION}.kassert`);
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, `${text}half a li`);
  appendDisposed(dir, key, REGION, [disposed(3)]);
  expect(readDisposed(dir, key, REGION).lines.map((line) => line.file_id)).toEqual([file(1), file(2), file(3)]);
  writeFileSync(path, text.replace(file(1), file(9)));
  expect(readDisposed(dir, key, REGION)).toEqual({ lines: [disposed(2)], broken: [`${REGION}.kassert, linje 1`] });
  writeFileSync(path, text.split('\n').slice(1).join('\n'));
  expect(readDisposed(dir, key, REGION).broken).toEqual([`${REGION}.kassert, linje 1`]);
  rmSync(dir, { recursive: true });
});

test('nobody is asked on «Min dag» to propose the destruction of what is held or restricted, and what of it may be handed over they are', () => {
  const [destroy, hand, exported] = [{ operation: 'KASSASJON' }, { operation: 'AVLEVERING' }, { operation: 'EKSPORT' }] as const;
  const transferring = false;
  expect([mayBeProposed({ operations: [destroy], stays: undefined, transferring }), mayBeProposed({ operations: [destroy], stays: 'held', transferring }), mayBeProposed({ operations: [destroy, hand], stays: 'restricted', transferring })]).toEqual([true, false, true]);
  expect([mayBeProposed({ operations: [exported], stays: undefined, transferring }), mayBeProposed({ operations: [exported], stays: undefined, transferring: true })], 'nor an export beside a transfer').toEqual([true, false]);
});
