import type { Lang } from '../../../kernel/texts.ts';
import { CHILD_ALARM, VIOLENCE_LINE, type PublishedSite } from '../../../regions/site.ts';
import { DescriptionList } from '../../../web/ui/facts.tsx';
import { Alert } from '../../../web/ui/surfaces.tsx';
import { boxTexts } from '../../texts/form-boxes.ts';
import { PhoneLink, WithPhone } from './page.tsx';

/** Opens when the writer says that somebody is in danger now. */
export function DangerBox({ lang }: { lang: Lang }) {
  const t = boxTexts[lang];
  return (
    <div className="vr-danger">
      <Alert kind="life" heading={t.dangerHeading} level={3}>
        <p>{t.danger}</p>
        <p className="vr-big-phone"><PhoneLink number="112" /></p>
      </Alert>
    </div>
  );
}

/** Opens when it may be about somebody under 18 (barnevernsloven § 13-2): child protection first, and the report is taken all the same. */
export function ChildBox({ lang, site }: { lang: Lang; site: PublishedSite }) {
  const t = boxTexts[lang];
  return (
    <div className="vr-child">
      <Alert kind="warning" heading={t.childHeading} level={3}>
        <p>{t.child}</p>
        <ChildProtection lang={lang} site={site} />
      </Alert>
    </div>
  );
}

export function ChildProtection({ lang, site }: { lang: Lang; site: PublishedSite }) {
  const numbers = site.municipalities.map((one) => ({ term: one.name, value: <PhoneLink number={one.childProtection} /> }));
  return <DescriptionList items={[...numbers, { term: boxTexts[lang].childNight, value: <PhoneLink number={CHILD_ALARM} /> }]} />;
}

/** Meets an employee without consent or exception: how one asks without naming anybody (fvl § 13, hpl § 21), and a number for a talk. */
export function GateBox({ lang, site }: { lang: Lang; site: PublishedSite }) {
  const t = boxTexts[lang];
  return (
    <Alert kind="info" heading={t.gateHeading} level={3}>
      {t.gate.map((sentence) => <p key={sentence}><WithPhone text={sentence} number={site.talk.number} /></p>)}
    </Alert>
  );
}

/** Opens when the person lives outside the co-operation: what to do now. What is sent is taken all the same. */
export function OutsideBox({ lang }: { lang: Lang }) {
  const t = boxTexts[lang];
  return (
    <Alert kind="info" heading={t.outsideHeading} level={3}>
      {t.outside.map((sentence) => <p key={sentence}><WithPhone text={sentence} number={VIOLENCE_LINE} place="line" /></p>)}
    </Alert>
  );
}
