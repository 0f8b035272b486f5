import { LinkButton } from '../../../web/ui/buttons.tsx';
import { DescriptionList } from '../../../web/ui/facts.tsx';
import { PageHead } from '../../../web/ui/layout.tsx';
import { Hours, Page, PhoneLink, type PublicPage } from './page.tsx';
import { path } from './paths.ts';
import { wordsOf } from './voice.ts';

/** 404, the same for everything that is not there. */
export function NotFoundPage(props: PublicPage) {
  const t = wordsOf(props);
  return (
    <Page {...props} title={t.notFoundTitle}>
      <PageHead heading={t.notFoundHeading} lead={t.notFound} />
      <LinkButton href={path(props.lang, 'home', props.variety)} variant="primary">{t.toHome}</LinkButton>
    </Page>
  );
}

/** The region has not opened its form: numbers instead. */
export function ClosedFormPage(props: PublicPage) {
  const { lang, site, now } = props;
  const t = wordsOf(props);
  const line = ({ number, hours }: Pick<typeof site.phone, 'number' | 'hours'>) => <><PhoneLink number={number} /> <Hours hours={hours} now={now} lang={lang} /></>;
  return (
    <Page {...props} name="form" title={t.formTitle}>
      <PageHead heading={t.closedHeading} lead={t.closed} />
      <DescriptionList items={[
        { term: site.phone.name[lang], value: line(site.phone) },
        { term: t.closedTalk, value: line(site.talk) },
      ]} />
    </Page>
  );
}

/** 503 where nothing was typed. A form that was sent is shown again with `notice="busy"` instead, so that no word is lost. */
export function BusyPage(props: PublicPage & { /** where to try again */ readonly retry: string }) {
  const t = wordsOf(props);
  return (
    <Page {...props} title={t.waitTitle}>
      <PageHead heading={t.busyHeading} lead={t.busy} />
      <LinkButton href={props.retry} variant="primary">{t.tryAgain}</LinkButton>
    </Page>
  );
}
