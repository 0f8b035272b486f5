import type { Lang } from '../../kernel/texts.ts';
import { Button } from '../../web/ui/buttons.tsx';
import { Field } from '../../web/ui/fields.tsx';
import { Form, FormActions, Quiet, ScreenOnly, Section, Stack } from '../../web/ui/layout.tsx';
import { dateWords } from '../../web/ui/moments.ts';
import type { Dormant as Away } from '../dormant.ts';
import { staffTexts } from '../page-texts.ts';
import { DORMANT_FIELD, faultsOf } from './faults.ts';
import { DORMANT } from './paths.ts';
import type { RegisterProps } from './register-page.tsx';

/** Since when somebody has not signed in, and what becomes of it. */
export function dormantWords({ since, on, stays }: Away, lang: Lang): string {
  const t = staffTexts[lang];
  return `${t.dormantSince(dateWords(since, lang))} ${stays === undefined ? t.dormantOn(dateWords(on, lang)) : t[`dormant_${stays}`]}`;
}

/** After how many days without a sign-in an account is shut. */
export function Dormant({ model, request }: RegisterProps) {
  const { lang, refused, form, path } = request;
  const t = staffTexts[lang];
  const again = refused !== undefined && path === DORMANT;
  return (
    <Section heading={t.dormant}>
      <Stack gap="s">
        <p>{t.dormantLead(model.dormantDays)} <Quiet>{t.dormantWhy}</Quiet></p>
        {model.mayManage ? (
          <ScreenOnly>
            <Form action={DORMANT}>
              <Field name={DORMANT_FIELD} label={t.dormantDays} value={again ? form.one(DORMANT_FIELD) : String(model.dormantDays)} error={again ? faultsOf(refused, lang)[DORMANT_FIELD] : undefined} inputMode="numeric" size={5} maxLength={4} />
              <FormActions><Button variant="secondary">{t.dormantSave}</Button></FormActions>
            </Form>
          </ScreenOnly>
        ) : null}
      </Stack>
    </Section>
  );
}
