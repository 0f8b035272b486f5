import type { StaffRequest } from '../../web/route.tsx';
import { Button } from '../../web/ui/buttons.tsx';
import { Field } from '../../web/ui/fields.tsx';
import { Form, FormActions, Quiet, ScreenOnly, Section } from '../../web/ui/layout.tsx';
import type { Archive } from '../queries/archive.ts';
import { holdTexts } from '../texts/hold.ts';
import { faultOf, valueOf } from './frame.tsx';
import { TIMES } from './paths.ts';

/** What the law leaves to the municipality to decide (arkivforskrifta § 3). Nothing is decided for it. */
export function Times({ model: { requestYears, mayChoose }, request }: { model: Archive; request: StaffRequest }) {
  const t = holdTexts[request.lang];
  const again = request.refused !== undefined && request.path === TIMES;
  const known = requestYears === undefined ? '' : String(requestYears);
  return (
    <Section heading={t.times}>
      <p>{requestYears === undefined ? t.noYears : t.yearsNow(requestYears)} <Quiet>{t.timesLead}</Quiet></p>
      {mayChoose ? (
        <ScreenOnly>
          <Form action={TIMES}>
            <Field name="years" label={t.years} description={t.yearsHint} value={again ? valueOf(request, 'years') : known} error={again ? faultOf(request, 'years') : undefined} inputMode="numeric" size={4} maxLength={3} />
            <FormActions><Button variant="secondary">{t.saveYears}</Button></FormActions>
          </Form>
        </ScreenOnly>
      ) : null}
    </Section>
  );
}
