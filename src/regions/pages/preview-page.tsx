import type { ReactElement } from 'react';
import { LANGUAGES, type Lang } from '../../kernel/texts.ts';
import { osloDay } from '../../kernel/time.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { Chip, LinkButton } from '../../web/ui/buttons.tsx';
import { DescriptionList, type Fact } from '../../web/ui/facts.tsx';
import { PageHead, Prose, Quiet, Section, Stack, Written } from '../../web/ui/layout.tsx';
import { Heading, Tag, Tags } from '../../web/ui/surfaces.tsx';
import { SITE_TEXTS } from '../form.ts';
import type { OpeningHours } from '../opening-hours.ts';
import { hoursLines } from '../texts/opening-hours.ts';
import { regionTexts } from '../texts/page.ts';
import type { SiteDraft } from '../queries.ts';
import { PREVIEW, SITE } from './paths.ts';

const LANGUAGE_NAMES: Readonly<Record<Lang, string>> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' };

/** The draft as the public would read it, in one language at a time. */
export function PreviewPage({ draft, request }: { draft: SiteDraft; request: StaffRequest }): ReactElement {
  const t = regionTexts[request.lang];
  const shown = LANGUAGES.find((lang) => lang === request.query.get('sprak')) ?? request.lang;
  const { site } = draft;
  return (
    <StaffPage request={request} title={t.preview} more="region">
      <PageHead heading={t.preview} lead={t.previewLead} action={<LinkButton href={SITE} symbol="back">{t.backToEdit}</LinkButton>} />
      <Stack>
        <nav aria-label={t.previewLanguage}>
          <Tags>{LANGUAGES.map((lang) => <Chip key={lang} href={`${PREVIEW}?sprak=${lang}`} selected={lang === shown}>{LANGUAGE_NAMES[lang]}</Chip>)}</Tags>
        </nav>
        <Tag tone={site.formOpen ? 'success' : 'neutral'} symbol={site.formOpen ? 'check' : 'pause'}>{site.formOpen ? t.previewFormOpen : t.previewFormClosed}</Tag>
        <div lang={shown}><Heading level={2} size="xl">{site.name}</Heading></div>
        <Prose><div lang={shown}><Written text={site.intro[shown]} /></div></Prose>
      </Stack>
      <Section heading={t.phones}><div lang={shown}><DescriptionList beside items={phones(draft, shown, request.lang)} /></div></Section>
      {SITE_TEXTS.filter((key) => key !== 'intro').map((key) => (
        <Section key={key} heading={t[key]}><Prose><div lang={shown}><Written text={site[key][shown]} /></div></Prose></Section>
      ))}
      <Section heading={t.privacy}><DescriptionList items={privacy(draft, shown, request.lang)} /></Section>
    </StaffPage>
  );
}

/** @param own the reader's language, for the names of things */
function phones({ site, now }: SiteDraft, shown: Lang, own: Lang): Fact[] {
  const t = regionTexts[own];
  const open = (hours: OpeningHours) => <Quiet>{hoursLines(hours, osloDay(now), shown).map((line) => `${line.days} ${line.times}`.trim()).join(' · ')}</Quiet>;
  return [
    { term: site.phone.name[shown], value: <>{site.phone.number}<br />{open(site.phone.hours)}</> },
    { term: t.talk, value: <>{site.talk.number}<br />{open(site.talk.hours)}</> },
    { term: t.reading, value: open(site.reading) },
    ...site.municipalities.map((one) => ({ term: t.childOf(one.name), value: one.childProtection })),
  ];
}

function privacy({ site }: SiteDraft, shown: Lang, own: Lang): Fact[] {
  const t = regionTexts[own];
  const { controller, dataProtectionOfficer: officer } = site;
  const said = (...parts: readonly string[]) => (parts.every((part) => part.trim() === '') ? <Quiet>{t.notFilled}</Quiet> : <Written text={parts.filter((part) => part.trim() !== '').join('\n')} />);
  return [
    { term: t.controller, value: said(controller.name, controller.address) },
    { term: t.officer, value: said(officer.name, officer.phone, officer.email) },
    { term: t.basis, value: <div lang={shown}>{said(site.legalBasis[shown])}</div> },
  ];
}
