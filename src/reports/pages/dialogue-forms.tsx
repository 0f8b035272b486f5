import type { Refusal } from '../../kernel/outcome.ts';
import type { Lang } from '../../kernel/texts.ts';
import type { Form as Typed } from '../../web/http/form-body.ts';
import { Button } from '../../web/ui/buttons.tsx';
import { RadioGroup } from '../../web/ui/choices.tsx';
import { Select, TextArea } from '../../web/ui/fields.tsx';
import { Form, FormActions, ScreenOnly, Stack } from '../../web/ui/layout.tsx';
import { Reveal, Revealed } from '../../web/ui/reveal.tsx';
import { Details } from '../../web/ui/surfaces.tsx';
import { CONSENT } from '../codes.ts';
import { dialogueTexts } from '../texts/dialogue.ts';
import { LONGEST_DECISION, LONGEST_TO_REPORTER, OUR_KINDS } from '../dialogue.ts';
import { GIVEN } from '../form/options.ts';
import { receptionTexts } from '../texts/reception.ts';

/** The boxes of the form, by what the command calls them; the name is also the id. */
export const DIALOGUE_BOXES = { what: 'slag', text: 'tilmelder', consent: 'samtykke', decision: 'beslutning' } as const;
type Box = keyof typeof DIALOGUE_BOXES;

/** What the command is given of a posted form. */
export function askedIn(form: Typed) {
  const { what, text, consent, decision } = DIALOGUE_BOXES;
  return { messageId: form.one('messageId'), what: form.one(what), text: form.one(text), consent: form.one(consent), decision: form.one(decision) };
}

/** What is wrong with which box, in words, by the box's name. */
export function dialogueBoxFaults(refused: Refusal | undefined, lang: Lang): Readonly<Partial<Record<string, string>>> {
  const faults: Record<string, string> = {};
  for (const [key, box] of Object.entries(DIALOGUE_BOXES)) {
    const code = refused?.fields?.[key];
    if (code !== undefined) faults[box] = wordsOf(code, key === 'decision' ? LONGEST_DECISION : LONGEST_TO_REPORTER, lang);
  }
  return faults;
}

function wordsOf(code: string, most: number, lang: Lang): string {
  const t = dialogueTexts[lang];
  switch (code) {
    case 'what_missing': return t.what_missing;
    case 'text_missing': return t.text_missing;
    case 'consent_missing': return t.consent_missing;
    case 'consent_not_given': return t.consent_not_given;
    case 'decision_missing': return t.decision_missing;
    case 'too_long': return receptionTexts[lang].too_long(most.toLocaleString(lang === 'en' ? 'en-GB' : 'nb-NO'));
    default: return receptionTexts[lang].unclear;
  }
}

/** What somebody typed that was not sent, for a page that shows nothing else. */
export function dialogueWords(form: Typed, lang: Lang): { readonly term: string; readonly text: string }[] {
  const t = dialogueTexts[lang];
  const terms: Readonly<Record<Exclude<Box, 'what' | 'consent'>, string>> = { text: t.text, decision: t.decisionLabel };
  return (['text', 'decision'] as const).map((box) => ({ term: terms[box], text: form.one(DIALOGUE_BOXES[box]) })).filter(({ text }) => text !== '');
}

type WriteProps = { readonly lang: Lang; readonly messageId: string; readonly paths: { readonly ask: string }; readonly typed: Typed; readonly refused: Refusal | undefined; readonly open: boolean };

/** «Still et spørsmål», and with consent and decision more than that. */
export function WriteForm({ lang, messageId, paths, typed, refused, open }: WriteProps) {
  const t = dialogueTexts[lang];
  const { what, text, consent, decision } = DIALOGUE_BOXES;
  const faults = dialogueBoxFaults(refused, lang);
  const kinds = OUR_KINDS.map((value) => ({ value, label: t[`what_${value}`], ...(value === 'TILBAKEMELDING' ? { description: t.what_TILBAKEMELDING_about, opens: 'a' as const } : {}) }));
  const again = typed.has('messageId');
  return (
    <ScreenOnly>
      <Details summary={t.write} open={open || again}>
        {/* Sent again after a fault, it is still the same message. */}
        <Form action={paths.ask} hidden={{ messageId: again ? typed.one('messageId') : messageId }}>
          <p>{t.writeLead}</p>
          <Reveal>
            <Stack>
              <RadioGroup name={what} label={t.what} options={kinds} value={typed.one(what) || 'SPORSMAL'} error={faults[what]} />
              <TextArea name={text} label={t.text} description={t.textHint} rows={4} required value={typed.one(text)} error={faults[text]} />
            </Stack>
            <Revealed when="a">
              <Select name={consent} label={t.consent} required options={GIVEN.map((code) => ({ value: code, label: CONSENT.label(code, lang) }))} value={typed.one(consent)} error={faults[consent]} />
              <TextArea name={decision} label={t.decisionLabel} description={t.decisionHint} rows={2} required value={typed.one(decision)} error={faults[decision]} />
            </Revealed>
          </Reveal>
          <FormActions><Button variant="secondary">{t.send}</Button></FormActions>
        </Form>
      </Details>
    </ScreenOnly>
  );
}

/** For good, so one sees first what it means. */
export function CloseWindow({ action, lang }: { action: string; lang: Lang }) {
  const t = dialogueTexts[lang];
  return (
    <ScreenOnly>
      <Details summary={t.close}>
        <Form action={action}>
          <p>{t.closeLead}</p>
          <FormActions><Button variant="secondary">{t.close}</Button></FormActions>
        </Form>
      </Details>
    </ScreenOnly>
  );
}
