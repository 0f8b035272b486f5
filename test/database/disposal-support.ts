import type { FileId } from '../../src/kernel/ids.ts';
import { confirmDisposal, proposeDisposal } from '../../src/privacy/commands/disposal.ts';
import { archiveList, type Archive } from '../../src/privacy/queries/archive.ts';
import { confirmRole, proposeRole } from '../../src/staff/commands/roles.ts';
import { value } from '../support/door.ts';
import { DAUGHTER } from '../support/submissions.ts';
import { CLASSIFY, CLOSING, declare, END, letIn, toClosing, type Lives } from './cases-support.ts';

/** The role of archivist, proposed by one and confirmed by another as everybody gets it. */
export async function makeArchivist(all: Lives, who: string): Promise<void> {
  const { door } = all.world.house;
  const { grantId } = value(await door.enter(proposeRole, await all.world.person('kari'), { userId: await all.id(who), role: 'ARKIVAR' }));
  value(await door.enter(confirmRole, await all.world.person('leif'), { grantId }));
}

/** A case in Leif's municipality that was closed by two; as a mistake where it is kept for a short time. */
export async function closedWith(all: Lives, retention: string): Promise<FileId> {
  const file = await all.opened('kari', { ...DAUGHTER, kommune: '9901' });
  await letIn(all, 'even', file);
  await all.does('kari', 'proposeClassification', file, { ...CLASSIFY, lead: await all.id('signe') });
  await all.does('even', 'confirmClassification', file, { proposal: await all.proposal('even', file) });
  await declare(all, 'signe', file);
  await (retention === 'KORT' ? all.does('signe', 'proposeClosing', file, { ...CLOSING, reasons: ['FEILREGISTRERT'] }) : toClosing(all, file));
  await all.does('kari', 'closeCase', file, { ...END, retention, proposal: await all.proposal('kari', file) });
  return file;
}

export async function archiveOf(all: Lives, who: string): Promise<Archive> {
  return value(await all.world.house.door.enter(archiveList, await all.world.person(who), {}));
}

/** The id of the proposal, or the code of why not. */
export async function proposes(all: Lives, who: string, file: FileId, operation: string, receiver = ''): Promise<string> {
  const outcome = await all.world.house.door.enter(proposeDisposal, await all.world.person(who), { caseId: file, operation, receiver });
  return outcome.ok ? outcome.value.disposalId : outcome.code;
}

/** «ok», or the code of why not. */
export async function confirms(all: Lives, who: string, disposalId: string): Promise<string> {
  const outcome = await all.world.house.door.enter(confirmDisposal, await all.world.person(who), { disposalId });
  return outcome.ok ? 'ok' : outcome.code;
}
