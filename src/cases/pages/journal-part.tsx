import { Button, TextLink } from '../../web/ui/buttons.tsx';
import { RadioGroup } from '../../web/ui/choices.tsx';
import { Note } from '../../web/ui/facts.tsx';
import { MomentField, TextArea } from '../../web/ui/fields.tsx';
import { Form, FormActions, Quiet, Row, ScreenOnly, Section, Stack, Written } from '../../web/ui/layout.tsx';
import { momentBox, momentWords } from '../../web/ui/moments.ts';
import { Details, EmptyState } from '../../web/ui/surfaces.tsx';
import type { Note as CaseNote } from '../case.ts';
import { NOTE_KIND } from '../choices.ts';
import { casePageTexts } from '../page-texts.ts';
import type { CaseContent } from '../queries/models.ts';
import { caseTexts } from '../texts.ts';
import { nameOf, type Reading } from './answers.tsx';
import { refusalWords } from './faults.ts';
import { mayStep } from './next-parts.tsx';
import { stepPath } from './paths.ts';
import { isPinned } from '../pins.ts';
import { secrecyTexts } from '../secrecy-texts.ts';
import { WarningsPart } from './secrecy-part.tsx';
import { WritingLine } from './writing-line.tsx';
import { WrittenDown } from './time-line.tsx';

type PartProps = { model: CaseContent; reading: Reading };

/** One box on top, and what was written below it, the newest first. Nothing is ever altered. */
export function JournalPart({ model, reading }: PartProps) {
  const t = casePageTexts[reading.lang];
  const { notes } = model.state;
  return (
    <>
      <NewNote model={model} reading={reading} />
      <PinnedNotes model={model} reading={reading} />
      <WarningsPart model={model} reading={reading} />
      <Section heading={t.notes}>
        {notes.length === 0 ? <EmptyState heading={t.noNotes} level={3} symbol="note" /> : null}
        <Stack>{notes.filter(({ noteId: id }) => !isPinned(model.state, id)).toReversed().map((note) => <OneNote key={note.noteId} note={note} model={model} reading={reading} />)}</Stack>
      </Section>
    </>
  );
}

function NewNote({ model, reading: { lang } }: PartProps) {
  const t = casePageTexts[lang];
  const words = caseTexts[lang];
  const may = model.steps.find(({ step }) => step === 'writeNote');
  if (may === undefined || !may.allowed) return <p><Quiet>{refusalWords(may?.because ?? 'not_your_role', lang)}</Quiet></p>;
  return (
    <ScreenOnly>
      <WritingLine model={model} lang={lang} />
      <div id="journalboks"><Form action={stepPath(model.fileId, 'writeNote')} hidden={{ newId: model.newId }}>
        <Stack gap="s">
          <TextArea name="text" label={words['step.writeNote']} description={words['help.text']} rows={6} required />
          <Details summary={t.noteMore}>
            <MomentField name="happenedAt" label={words['field.happenedAt']} description={words['help.happenedAt']} max={momentBox(model.now)} />
            <RadioGroup name="noteKind" label={words['field.noteKind']} options={NOTE_KIND.codes.map((code) => ({ value: code, label: NOTE_KIND.label(code, lang) }))} columns />
          </Details>
          <FormActions><Button>{t.saveNote}</Button></FormActions>
        </Stack>
      </Form></div>
    </ScreenOnly>
  );
}

/** What whoever opens the journal must see first, and why it stands there. */
function PinnedNotes({ model, reading }: PartProps) {
  const t = secrecyTexts[reading.lang];
  const pinned = model.state.pins.flatMap((pin) => model.state.notes.filter(({ noteId: id }) => id === pin.noteId).map((note) => ({ pin, note })));
  if (pinned.length === 0) return null;
  return (
    <Section heading={t.pinned}>
      <Stack>
        {pinned.map(({ pin, note }) => (
          <div key={pin.noteId}>
            <p><Quiet>{t.pinnedBecause}: {pin.grounds} ({nameOf(pin.by, reading)}, {momentWords(pin.at, reading.lang)})</Quiet></p>
            <OneNote note={note} model={model} reading={reading} />
          </div>
        ))}
      </Stack>
    </Section>
  );
}

/** Where a link to a note leads. */
export function noteId(id: string): string {
  return `notat-${id}`;
}

function OneNote({ note, model, reading }: PartProps & { note: CaseNote }) {
  const { lang } = reading;
  const t = casePageTexts[lang];
  const old = model.state.notes.find((other) => other.noteId === note.corrects);
  const corrections = model.state.notes.filter((other) => other.corrects === note.noteId);
  return (
    <div id={noteId(note.noteId)}>
      <Note heading={note.kind === undefined ? undefined : NOTE_KIND.label(note.kind, lang)} at={momentWords(note.at, lang)} dateTime={note.at} who={nameOf(note.by, reading)}>
        {old === undefined ? null : <p><TextLink href={`#${noteId(old.noteId)}`}>{t.correctsNote(momentWords(old.at, lang))}</TextLink></p>}
        {corrections.map((other) => <p key={other.noteId}><strong><TextLink href={`#${noteId(other.noteId)}`}>{t.correctedBy(nameOf(other.by, reading), momentWords(other.at, lang))}</TextLink></strong></p>)}
        {note.at === note.writtenAt ? null : <WrittenDown at={note.writtenAt} lang={lang} />}
        <Written text={note.text} />
        <Row>
          {mayStep(model, 'correctNote') ? <TextLink href={stepPath(model.fileId, 'correctNote', { notat: note.noteId })} label={t.correctThis(momentWords(note.at, lang))}>{t.correct}</TextLink> : null}
          <PinLink note={note} model={model} reading={reading} />
        </Row>
      </Note>
    </div>
  );
}

function PinLink({ note, model, reading }: PartProps & { note: CaseNote }) {
  const t = secrecyTexts[reading.lang];
  const when = momentWords(note.at, reading.lang);
  const pinned = isPinned(model.state, note.noteId);
  const step = pinned ? 'unpinNote' : 'pinNote';
  return mayStep(model, step) ? <TextLink href={stepPath(model.fileId, step, { notat: note.noteId })} label={pinned ? t.unpinThis(when) : t.pinThis(when)}>{pinned ? t.unpin : t.pin}</TextLink> : null;
}
