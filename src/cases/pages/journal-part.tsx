import { Button, TextLink } from '../../web/ui/buttons.tsx';
import { RadioGroup } from '../../web/ui/choices.tsx';
import { Note } from '../../web/ui/facts.tsx';
import { MomentField, TextArea } from '../../web/ui/fields.tsx';
import { Form, FormActions, Quiet, Row, ScreenOnly, Section, Stack, Written } from '../../web/ui/layout.tsx';
import { momentBox, momentWords } from '../../web/ui/moments.ts';
import { Details, EmptyState } from '../../web/ui/surfaces.tsx';
import type { Note as CaseNote } from '../case.ts';
import { NOTE_KIND } from '../choices.ts';
import { casePageTexts } from '../texts/page.ts';
import type { CaseContent } from '../queries/models.ts';
import { caseTexts } from '../texts.ts';
import { nameOf, type Reading } from './answers.tsx';
import { refusalWords } from './faults.ts';
import { LeftTexts } from './left-texts-part.tsx';
import { mayStep } from './next-parts.tsx';
import { allPath, stepPath } from './paths.ts';
import { isPinned } from '../pins.ts';
import { secrecyTexts } from '../texts/secrecy-page.ts';
import { WarningsPart } from './secrecy-part.tsx';
import { WritingLine } from './writing-line.tsx';
import { WrittenDown } from './time-line.tsx';

type PartProps = { model: CaseContent; reading: Reading };
type NoteProps = PartProps & { /** notes that stand on the page: a link to another leads to all of them */ here: ReadonlySet<CaseNote> };

/** The rest is one press away. What is pinned and what warns always stands. */
const AT_ONCE = 30;
const NOTES_ID = 'notater';

/** One box on top, and what was written below it, the newest first. Nothing is ever altered. @param whole all notes, however many */
export function JournalPart({ model, reading, whole }: PartProps & { whole: boolean }) {
  const t = casePageTexts[reading.lang];
  const { notes } = model.state;
  const plain = notes.filter(({ noteId: id }) => !isPinned(model.state, id)).toReversed();
  const shown = whole ? plain : plain.slice(0, AT_ONCE);
  const here = new Set([...shown, ...notes.filter(({ noteId: id }) => isPinned(model.state, id))]);
  return (
    <>
      <NewNote model={model} reading={reading} />
      <LeftTexts model={model} reading={reading} />
      <PinnedNotes model={model} reading={reading} here={here} />
      <WarningsPart model={model} reading={reading} />
      <Section heading={t.notes} id={NOTES_ID}>
        {notes.length === 0 ? <EmptyState heading={t.noNotes} level={3} symbol="note" /> : null}
        <Stack>{shown.map((note) => <OneNote key={note.noteId} note={note} model={model} reading={reading} here={here} />)}</Stack>
        {shown.length === plain.length ? null : <p>{t.someNotes(shown.length, plain.length)} <TextLink href={allPath(model.fileId, 'journal', NOTES_ID)}>{t.allNotes(plain.length)}</TextLink></p>}
      </Section>
      <Minutes model={model} reading={reading} />
    </>
  );
}

/** What the team said and decided, beside what was noted: whoever reads the journal looks for it here, too. */
function Minutes({ model: { state: { minutes } }, reading }: PartProps) {
  if (minutes.length === 0) return null;
  return (
    <Section heading={casePageTexts[reading.lang].event_MeetingMinuted}>
      <Stack>{minutes.toReversed().map(({ minuteId, at, by, text }) => <Note key={minuteId} at={momentWords(at, reading.lang)} dateTime={at} who={nameOf(by, reading)}><Written text={text} /></Note>)}</Stack>
    </Section>
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
      <div id="journalboks"><Form action={stepPath(model.fileId, 'writeNote')} hidden={{ newId: model.newId, formId: model.newId }}>
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
function PinnedNotes({ model, reading, here }: NoteProps) {
  const t = secrecyTexts[reading.lang];
  const pinned = model.state.pins.flatMap((pin) => model.state.notes.filter(({ noteId: id }) => id === pin.noteId).map((note) => ({ pin, note })));
  if (pinned.length === 0) return null;
  return (
    <Section heading={t.pinned}>
      <Stack>
        {pinned.map(({ pin, note }) => (
          <div key={pin.noteId}>
            <p><Quiet>{t.pinnedBecause}: {pin.grounds} ({nameOf(pin.by, reading)}, {momentWords(pin.at, reading.lang)})</Quiet></p>
            <OneNote note={note} model={model} reading={reading} here={here} />
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

function OneNote({ note, model, reading, here }: NoteProps & { note: CaseNote }) {
  const { lang } = reading;
  const t = casePageTexts[lang];
  const old = model.state.notes.find((other) => other.noteId === note.corrects);
  const corrections = model.state.notes.filter((other) => other.corrects === note.noteId);
  const to = (other: CaseNote): string => (here.has(other) ? `#${noteId(other.noteId)}` : allPath(model.fileId, 'journal', noteId(other.noteId)));
  return (
    <div id={noteId(note.noteId)}>
      <Note heading={note.kind === undefined ? undefined : NOTE_KIND.label(note.kind, lang)} at={momentWords(note.at, lang)} dateTime={note.at} who={nameOf(note.by, reading)}>
        {old === undefined ? null : <p><TextLink href={to(old)}>{t.correctsNote(momentWords(old.at, lang))}</TextLink></p>}
        {corrections.map((other) => <p key={other.noteId}><strong><TextLink href={to(other)}>{t.correctedBy(nameOf(other.by, reading), momentWords(other.at, lang))}</TextLink></strong></p>)}
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
