import type { ReactNode } from 'react';
import { PageHead, Section } from '../../../web/ui/layout.tsx';
import { Page, Paragraphs, PhoneLink, Points, type PublicPage } from './page.tsx';
import { wordsOf } from './voice.ts';

/** Privacy notice (GDPR art. 13): controller, purpose, basis, readers, storage, rights, as the region published them. */
export function PrivacyPage(props: PublicPage) {
  const t = wordsOf(props);
  const officer = props.site.dataProtectionOfficer;
  return (
    <Page {...props} name="privacy" title={t.privacyTitle}>
      <PageHead heading={t.privacyHeading} lead={t.privacyLead} />
      <PrivacyNotice {...props} level={2} />
      <Section heading={t.technicalHeading}><Points text={t.technical} /></Section>
      <Section heading={t.officerHeading}>
        <p>{t.officer}</p>
        <Lines lines={[officer.name, officer.phone === '' ? '' : <PhoneLink key="phone" number={officer.phone} />, officer.email]} none={t.notSet} />
      </Section>
    </Page>
  );
}

/** The same facts before something is sent and on the page of their own. */
export function PrivacyNotice({ site, level, ...voice }: PublicPage & { readonly level: 2 | 3 }) {
  const t = wordsOf(voice);
  const said = site.legalBasis[voice.lang].trim();
  return (
    <>
      <Section heading={t.controllerHeading} level={level}><Lines lines={[site.controller.name, site.controller.address]} none={t.notSet} /></Section>
      <Section heading={t.purposeHeading} level={level}><Paragraphs text={site.purpose[voice.lang]} /></Section>
      <Section heading={t.basisHeading} level={level}><Paragraphs text={said === '' ? t.notSet : said} /></Section>
      <Section heading={t.readersHeading} level={level}><Paragraphs text={site.whoReads[voice.lang]} /></Section>
      <Section heading={t.storageHeading} level={level}><Paragraphs text={site.retention[voice.lang]} /></Section>
      <Section heading={t.rightsHeading} level={level}><Points text={t.rights} /></Section>
    </>
  );
}

function Lines({ lines, none }: { lines: readonly ReactNode[]; none: string }) {
  const filledIn = lines.filter((line) => line !== '');
  if (filledIn.length === 0) return <p>{none}</p>;
  return <p>{filledIn.map((line, index) => <span className="vr-line" key={index}>{line}</span>)}</p>;
}

/** Accessibility statement (IKT-forskriften § 4 e). */
export function AccessibilityPage(props: PublicPage) {
  const t = wordsOf(props);
  return (
    <Page {...props} name="accessibility" title={t.accessibilityTitle}>
      <PageHead heading={t.accessibilityHeading} />
      <Paragraphs text={t.accessibilityText} />
      <Section heading={t.accessibilityKnownHeading}><Points text={t.accessibilityKnown} /></Section>
      <Section heading={t.accessibilityTellHeading}>
        <p>{t.accessibilityTell} <PhoneLink number={props.site.phone.number} /></p>
        <p>{t.accessibilityComplain}</p>
      </Section>
    </Page>
  );
}

/** Says honestly what remains on a phone or in a house, and how to clear it without waking suspicion. */
export function CannotHidePage(props: PublicPage & { /** host name of this site, as the history shows it */ readonly host: string }) {
  const t = wordsOf(props);
  return (
    <Page {...props} name="cannotHide" title={t.cannotHideTitle}>
      <PageHead heading={t.cannotHideHeading} lead={t.cannotHideLead} />
      <Section heading={t.hostHeading}>
        <p>{t.hostText(props.host)}</p>
        <p>{t.hostClear}</p>
      </Section>
      <Section heading={t.keyboardHeading}><p>{t.keyboardText}</p></Section>
      <Section heading={t.accountHeading}><p>{t.accountText}</p></Section>
      <Section heading={t.routerHeading}><p>{t.routerText}</p></Section>
      <Section heading={t.watchHeading}><p>{t.watchText}</p></Section>
      <Section heading={t.safestHeading}><p>{t.safestText} <PhoneLink number={props.site.phone.number} /></p></Section>
    </Page>
  );
}
