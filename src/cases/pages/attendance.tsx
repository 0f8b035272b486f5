import type { Refusal } from '../../kernel/outcome.ts';
import type { Lang } from '../../kernel/texts.ts';
import type { Form as Typed } from '../../web/http/form-body.ts';
import { CheckboxGroup } from '../../web/ui/choices.tsx';
import { Field, Select, type Option } from '../../web/ui/fields.tsx';
import { Stack } from '../../web/ui/layout.tsx';
import { Details } from '../../web/ui/surfaces.tsx';
import { meetingTexts } from '../texts/meeting-page.ts';
import type { Attendee } from '../queries/meeting-models.ts';

type Props = { readonly attendees: readonly Attendee[]; readonly ticked: readonly string[]; readonly guests: string; readonly typed: Typed; readonly refused: Refusal | undefined; readonly lang: Lang };

/** What a command is given of the boxes below. */
export function attendanceIn(form: Typed) {
  return { present: form.all('present'), guests: form.one('guests'), deputy: form.one('deputy'), deputyFor: form.one('deputyFor') };
}

/** Who sees the screen: the team first, others behind a fold. One box, so that both lists are one answer. */
export function AttendanceBoxes({ attendees, ticked, guests, typed, refused, lang }: Props) {
  const t = meetingTexts[lang];
  const option = ({ userId, name, unit }: Attendee): Option => ({ value: userId, label: name, description: unit });
  const [team, rest] = [attendees.filter(({ team: own }) => own), attendees.filter(({ team: own }) => !own)];
  const everyone = attendees.map(({ userId, name }) => ({ value: userId, label: name }));
  const values = refused === undefined ? ticked : typed.all('present');
  const deputy = refused === undefined ? '' : typed.one('deputy');
  return (
    <Stack gap="s">
      <CheckboxGroup name="present" label={t.present} description={t.presentHint} required options={team.map(option)} values={values} error={meetingFault(refused, 'present', lang)} />
      {rest.length === 0 ? null : <Details summary={t.others} open={rest.some(({ userId }) => values.includes(userId))}><CheckboxGroup name="present" id="present-andre" label={t.others} options={rest.map(option)} values={values} /></Details>}
      <Details summary={t.deputies} open={refused?.fields?.['deputyFor'] !== undefined}>
        <Select name="deputy" label={t.deputy} optional options={everyone} empty={t.nobody} value={deputy} />
        <Select name="deputyFor" label={t.deputyFor} optional options={everyone} empty={t.nobody} value={refused === undefined ? '' : typed.one('deputyFor')} error={meetingFault(refused, 'deputyFor', lang)} />
      </Details>
      <Field name="guests" label={t.guests} description={t.guestsHint} optional value={refused === undefined ? guests : typed.one('guests')} error={meetingFault(refused, 'guests', lang)} />
    </Stack>
  );
}

/** What is wrong with a box of a meeting's forms, in words. */
export function meetingFault(refused: Refusal | undefined, field: string, lang: Lang): string | undefined {
  const code = refused?.fields?.[field];
  if (code === undefined) return undefined;
  const words: Readonly<Record<string, unknown>> = meetingTexts[lang];
  const found = words[`fault_${code}`];
  return typeof found === 'string' ? found : meetingTexts[lang].fault_not_offered;
}
