import type { Lang } from '../../kernel/texts.ts';
import { osloDay, addMs } from '../../kernel/time.ts';
import { TextLink } from '../../web/ui/buttons.tsx';
import { DescriptionList } from '../../web/ui/facts.tsx';
import { Section, Written } from '../../web/ui/layout.tsx';
import { dateWords, momentWords, nearMomentWords } from '../../web/ui/moments.ts';
import { Alert } from '../../web/ui/surfaces.tsx';
import { EMERGENCY_RESULT } from '../choices.ts';
import { emergencyUntil } from '../emergency.ts';
import { emergencyTexts } from '../texts/emergency-page.ts';
import type { CaseContent, DayEmergencies, MyDay } from '../queries/models.ts';
import { nameOf, type Reading } from './answers.tsx';
import { isSupervisor } from '../supervision.ts';
import { casePath, EMERGENCY } from './paths.ts';

/** Who opened the case in an emergency, why, and what was found of it; nothing where nobody did. */
export function EmergencyPart({ model, reading }: { model: CaseContent; reading: Reading }) {
  const { lang } = reading;
  const t = emergencyTexts[lang];
  const { emergencies } = model.state;
  if (emergencies.length === 0) return null;
  return (
    <Section heading={t.inCase}>
      {emergencies.toReversed().map(({ emergencyId, userId, takenAt, until, reason, review }) => (
        <DescriptionList key={emergencyId} items={[
          { term: t.who, value: nameOf(userId, reading) }, { term: t.when, value: t.inCaseUntil(momentWords(takenAt, lang), momentWords(until, lang)) }, { term: t.why, value: <Written text={reason} /> },
          { term: t.reviewed, value: review === undefined ? <>{t.notReviewed} {isSupervisor(model.asker) ? null : <TextLink href={EMERGENCY}>{t.toReview}</TextLink>}</>
            : <>{t.reviewedBy(nameOf(review.by, reading), momentWords(review.at, lang))}: {EMERGENCY_RESULT.label(review.result, lang)}<Written text={review.word} /></> },
        ]} />
      ))}
    </Section>
  );
}

/** Whoever reads a case in an emergency sees that they do, and until when. */
export function InEmergency({ model, lang }: { model: CaseContent; lang: Lang }) {
  const until = model.asker.standing === 'emergency' ? emergencyUntil(model.state, model.asker.userId) : undefined;
  if (until === undefined) return null;
  const t = emergencyTexts[lang];
  return <Alert kind="warning" heading={t.mine}><p>{t.mineUntil(nearMomentWords(until, model.now, lang))} {t.told}</p></Alert>;
}

/** The line on «Min dag»: what waits for me to go through, and what I have myself now. */
export function EmergencyLines({ emergencies, now, lang }: { emergencies: DayEmergencies; now: MyDay['now']; lang: Lang }) {
  const t = emergencyTexts[lang];
  const { waiting, due, mine } = emergencies;
  return (
    <>
      {waiting === 0 ? null : (
        <Alert kind="warning" heading={t.dayWaiting(waiting)}>
          <p>{due === undefined ? null : t.dayDue(dateWords(osloDay(addMs(due, -1)), lang))} <TextLink href={EMERGENCY}>{t.dayGo}</TextLink></p>
        </Alert>
      )}
      {mine.map(({ fileId, reference, until }) => <p key={fileId}><TextLink href={casePath(fileId)}>{t.dayMine(reference, nearMomentWords(until, now, lang))}</TextLink></p>)}
    </>
  );
}
