import type { Lang } from '../../../kernel/texts.ts';
import { CHILD_ALARM, type PublishedSite } from '../../../regions/site.ts';
import { DescriptionList } from '../../../web/ui/facts.tsx';
import { Alert } from '../../../web/ui/surfaces.tsx';
import { boxTexts } from '../../form-texts.ts';
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

/** Meets an employee without consent: three sentences and a number for a talk without names (fvl § 13, hpl § 21). */
export function GateBox({ lang, site }: { lang: Lang; site: PublishedSite }) {
  const t = boxTexts[lang];
  return (
    <Alert kind="warning" heading={t.gateHeading} level={3}>
      {t.gate.map((sentence) => <p key={sentence}><WithPhone text={sentence} number={site.talk.number} /></p>)}
    </Alert>
  );
}
