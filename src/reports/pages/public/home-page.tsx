import { LinkButton, TextLink } from '../../../web/ui/buttons.tsx';
import { Grid, Row, Section } from '../../../web/ui/layout.tsx';
import { Card, Heading } from '../../../web/ui/surfaces.tsx';
import { Hours, Page, Paragraphs, PhoneLink, Steps, type PublicPage } from './page.tsx';
import { path } from './paths.ts';
import { publicTexts } from './texts.ts';

/** The front page: what to do in danger stands above it in the frame; here what this is, and the two ways in. */
export function HomePage(props: PublicPage) {
  const { lang, site } = props;
  const t = publicTexts[lang];
  return (
    <Page {...props} name="home">
      <div className="vr-hero">
        <Heading level={1} size="xl">{t.homeHeading}</Heading>
        <Paragraphs text={site.intro[lang]} />
        <div className="vr-actions">
          <Row gap="s">
            <LinkButton href={path(lang, 'form')} variant="primary" symbol="arrow">{t.report}</LinkButton>
            <LinkButton href={path(lang, 'followUp')}>{t.followUp}</LinkButton>
          </Row>
          <p className="vv-quiet">{t.homeReportLead} {t.homeFollowUpLead}</p>
        </div>
      </div>
      <div className="vr-cards">
        <Grid columns="wide">
          <Card heading={t.homeTalkHeading} symbol="chat"><Talk {...props} /></Card>
          <Card heading={t.homeSelfHeading} symbol="person">
            <p>{t.homeSelf}</p>
            <p><TextLink href={path(lang, 'form')}>{t.homeSelfLink}</TextLink></p>
          </Card>
        </Grid>
      </div>
      <Section heading={t.homeHappens}><Steps text={site.whatHappens[lang]} /></Section>
      <Section heading={t.homeReads}>
        <Paragraphs text={site.whoReads[lang]} />
        <p><TextLink href={path(lang, 'privacy')}>{t.privacyHeading}</TextLink></p>
      </Section>
      <Section heading={t.homeTraces}>
        <p>{t.homeTracesLead}</p>
        <p><TextLink href={path(lang, 'cannotHide')}>{t.cannotHide}</TextLink></p>
      </Section>
    </Page>
  );
}

function Talk({ lang, site, now }: PublicPage) {
  const t = publicTexts[lang];
  return (
    <>
      <p>{t.homeTalk}</p>
      <p className="vr-big-phone"><PhoneLink number={site.talk.number} /></p>
      <p><Hours hours={site.talk.hours} now={now} lang={lang} /></p>
    </>
  );
}
