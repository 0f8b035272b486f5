import { LinkButton, TextLink } from '../../../web/ui/buttons.tsx';
import { Grid, Row, Section } from '../../../web/ui/layout.tsx';
import { Card, Heading } from '../../../web/ui/surfaces.tsx';
import { Hours, Page, Paragraphs, PhoneLink, Steps, type PublicPage } from './page.tsx';
import { path } from './paths.ts';
import { shareTexts } from '../../share/texts.ts';
import { easyTexts } from '../../texts/easy.ts';
import { wordsOf } from './voice.ts';

/** The front page: what to do in danger stands above it in the frame; here what this is, and the two ways in. */
export function HomePage(props: PublicPage) {
  const { lang, variety, site } = props;
  const t = wordsOf(props);
  // The region writes about itself in everyday words; easy-read ones are the same for every region.
  const about = variety === 'easy' ? easyTexts[lang] : { intro: site.intro[lang], happens: site.whatHappens[lang], reads: site.whoReads[lang] };
  return (
    <Page {...props} name="home">
      <div className="vr-hero">
        <Heading level={1} size="xl">{t.homeHeading}</Heading>
        <Paragraphs text={about.intro} />
        <div className="vr-actions">
          <Row gap="s">
            <LinkButton href={path(lang, 'form', variety)} variant="primary" symbol="arrow">{t.report}</LinkButton>
            <LinkButton href={path(lang, 'followUp', variety)}>{t.followUp}</LinkButton>
          </Row>
          <p className="vv-quiet">{t.homeReportLead} {t.homeFollowUpLead}</p>
        </div>
      </div>
      <div className="vr-cards">
        <Grid columns="wide">
          <Card heading={t.homeTalkHeading} symbol="chat"><Talk {...props} /></Card>
          <Card heading={t.homeSelfHeading} symbol="person">
            <p>{t.homeSelf}</p>
            <p><TextLink href={path(lang, 'form', variety)}>{t.homeSelfLink}</TextLink></p>
          </Card>
          {variety === 'easy' ? null : (
            <Card heading={shareTexts[lang].homeHeading} symbol="lock">
              <p>{shareTexts[lang].homeText}</p>
              <p><TextLink href={path(lang, 'share')}>{shareTexts[lang].heading}</TextLink></p>
            </Card>
          )}
        </Grid>
      </div>
      <Section heading={t.homeHappens}><Steps text={about.happens} /></Section>
      <Section heading={t.homeReads}>
        <Paragraphs text={about.reads} />
        <p><TextLink href={path(lang, 'privacy', variety)}>{t.privacyHeading}</TextLink></p>
      </Section>
      <Section heading={t.homeTraces}>
        <p>{t.homeTracesLead}</p>
        <p><TextLink href={path(lang, 'cannotHide', variety)}>{t.cannotHide}</TextLink></p>
      </Section>
    </Page>
  );
}

function Talk({ lang, variety, site, now }: PublicPage) {
  const t = wordsOf({ lang, variety });
  return (
    <>
      <p>{t.homeTalk}</p>
      <p className="vr-big-phone"><PhoneLink number={site.talk.number} /></p>
      <p><Hours hours={site.talk.hours} now={now} lang={lang} /></p>
    </>
  );
}
