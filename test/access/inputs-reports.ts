import { randomUUID } from 'node:crypto';
import type { Ids, Input } from './inputs.ts';

/** What may be sent to each use case about reports (inputs.ts). */
export const PUBLICATION_INPUTS: Readonly<Record<string, (ids: Ids) => Input>> = {
  'documents.list': () => ({}), 'documents.journal': () => ({ municipality: '', from: '2026-01-01', to: '2026-06-30', lang: 'nb' }),
  'documents.journal_file': () => ({ municipality: '', from: '2026-01-01', to: '2026-06-30', edition: 'intern', as: 'csv', lang: 'nb' }),
  'documents.open': ({ publication }) => ({ publicationId: publication }),
  'documents.begin': () => ({ newId: randomUUID(), kind: 'R11', lang: 'nb', from: '2024-01', to: '2023-12', cutOff: '2026-02-01' }),
  'documents.part': ({ publication }) => ({ publicationId: publication, part: 'KORT' }),
  'documents.write_part': ({ publication }) => ({ publicationId: publication, part: 'KORT', revision: '99', text: '', lines: [] }),
  'documents.say_writing': ({ publication }) => ({ publicationId: publication, part: 'KORT', writing: false }),
  'documents.comment': ({ publication }) => ({ publicationId: publication, commentId: randomUUID(), part: 'KORT', comment: '' }),
  'documents.resolve_comment': ({ publication }) => ({ publicationId: publication, commentId: randomUUID(), part: 'KORT' }),
  'documents.set_period': ({ publication }) => ({ publicationId: publication, revision: '99', from: '2024-01', to: '2023-12', cutOff: '2026-02-01' }),
  'documents.send': ({ publication }) => ({ publicationId: publication, revision: '99' }),
  'documents.approve': ({ publication }) => ({ publicationId: publication, revision: '99', said: '' }),
  'documents.correct': ({ publication }) => ({ publicationId: publication, newId: randomUUID() }),
  'documents.ask_file': ({ publication }) => ({ publicationId: publication, newId: randomUUID(), edition: '', format: 'pdf' }),
  'documents.file': ({ output }) => ({ outputId: output }),
  'documents.make_file': () => ({}),
  'documents.sweep_files': () => ({}),
};

/** The same for returns. */
export const RETURN_INPUTS: Readonly<Record<string, (ids: Ids) => Input>> = {
  'returns.list': () => ({}),
  'returns.country': () => ({}),
  'returns.prepare': () => ({ returnId: randomUUID(), schema: 'R3', period: '2999', form: 'TABELLER' }),
  'returns.open': (ids) => ({ returnId: ids.return }),
  'returns.file': (ids) => ({ returnId: ids.return, file: 'csv' }),
  'returns.lock': (ids) => ({ returnId: ids.return }),
  'returns.withdraw': (ids) => ({ returnId: ids.return }),
  'returns.record_sending': (ids) => ({ returnId: ids.return, sendingId: randomUUID(), receiver: 'BUFDIR', sentOn: '2026-03-02' }),
  'returns.propose_decision': () => ({ decisionId: randomUUID(), kind: 'FORSKNING', receiver: 'FORSKNING', purpose: '', approval: '', endsOn: '' }),
  'returns.confirm_decision': ({ decision }) => ({ decisionId: decision }),
  'returns.end_decision': ({ decision }) => ({ decisionId: decision }),
};
