import type { ReactElement } from 'react';
import { osloDay } from '../../kernel/time.ts';
import { NotHere, type StaffRequest } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { TextLink } from '../../web/ui/buttons.tsx';
import { DescriptionList } from '../../web/ui/facts.tsx';
import { PageHead, ScreenOnly, Sheet, Stack, Written } from '../../web/ui/layout.tsx';
import { dateWords } from '../../web/ui/moments.ts';
import { Alert } from '../../web/ui/surfaces.tsx';
import type { CaseContent } from '../queries/models.ts';
import { safetyTexts } from '../texts/safety-page.ts';
import { casePath } from './paths.ts';

/** In the order one needs it, under headings in the person's own voice that tell nobody what the sheet is about. */
const SHEET = ['warningSigns', 'safePlaces', 'whoToCall', 'livingWith', 'ifSeen', 'bag', 'childRoutines', 'devices', 'money', 'safeContact'] as const;

/** The plan as a sheet of its own. No name, no reference and no word of a case comes on the paper: it may come to lie where others look. */
export function SafetyPlanPage({ model, request }: { model: CaseContent; request: StaffRequest }): ReactElement {
  const { lang, query } = request;
  const t = safetyTexts[lang];
  const { safetyPlans } = model.state;
  const asked = query.get('utgave');
  const plan = asked === null ? safetyPlans.at(-1) : safetyPlans[Number(asked) - 1];
  if (plan === undefined) throw new NotHere('unknown');
  return (
    <StaffPage request={request} title={t.myPlan} current="cases">
      <ScreenOnly>
        <Stack gap="s">
          <p><TextLink href={`${casePath(model.fileId, 'tiltak')}#sikkerhetsplan`}>{t.backToMeasures}</TextLink></p>
          <Alert kind={plan.planPlace === 'BARE_HOS_OSS' ? 'warning' : 'info'}><p>{plan.planPlace === 'BARE_HOS_OSS' ? t.notAtHome : t.askFirst}</p><p>{t.howToPrint}</p></Alert>
        </Stack>
      </ScreenOnly>
      <Sheet>
        <PageHead heading={t.myPlan} lead={`${t.myPlanLead} ${t.saidOn(dateWords(osloDay((plan.reviewed ?? plan.written).at), lang))}.`} />
        <p><strong>{t.emergency}</strong></p>
        <DescriptionList items={SHEET.flatMap((name) => (plan[name] === undefined ? [] : [{ term: t[`sheet_${name}`], value: <Written text={plan[name]} /> }]))} />
        {plan.planReview === undefined ? null : <p>{t.sheet_planReview}: {dateWords(plan.planReview, lang)}</p>}
      </Sheet>
    </StaffPage>
  );
}
