import type { ReactElement } from 'react';
import type { Lang } from '../../../kernel/texts.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Watch } from '../../queries/watch.ts';
import { watchTexts } from '../../texts/watch.ts';
import type { StaffRequest } from '../../../web/route.tsx';
import { StaffPage } from '../../../web/staff-page.tsx';
import { TextLink } from '../../../web/ui/buttons.tsx';
import { PageHead } from '../../../web/ui/layout.tsx';
import { nearMomentWords, timeWords } from '../../../web/ui/moments.ts';
import { Alert } from '../../../web/ui/surfaces.tsx';
import { Symbol } from '../../../web/ui/symbols.tsx';
import { INBOX } from './paths.ts';

/** Stands open through a shift, also after the session behind it has ended or is locked: what is on it, anybody in the room may see. */
export function WatchPage({ model, request }: { model: Watch; request: StaffRequest }): ReactElement {
  const t = watchTexts[request.lang];
  return (
    <StaffPage request={{ ...request, shared: false }} title={t.heading} current="reception" scripts={['watch.js']} refresh={`${request.path}?hvile=1`}>
      <PageHead heading={t.heading} lead={t.lead} action={<TextLink href={INBOX}>{t.toInbox}</TextLink>} />
      <div id="vakt" aria-live="polite" data-mark={request.marked} data-lang={request.lang}><WatchNumbers watch={model} lang={request.lang} /></div>
      <div id="vakt-tapt" role="alert" data-words={t.lost} />
      <p><button className="ds-button vv-button" data-variant="secondary" type="button" id="vakt-lyd" data-on={t.soundOn} hidden>{t.sound}</button></p>
      <noscript><p>{t.noScript}</p></noscript>
    </StaffPage>
  );
}

/** What is fetched anew: the page's middle alone. */
export function WatchNumbers({ watch, lang }: { watch: Watch; lang: Lang }): ReactElement {
  const t = watchTexts[lang];
  const { urgent, urgentSince, unread, unreadSince, unopened, now } = watch;
  return (
    <div className="vv-watch" data-urgent={urgent}>
      <p className="vv-watch-line" data-tone={urgent > 0 ? 'life' : undefined}>
        <Symbol name={urgent > 0 ? 'bell' : 'check'} /> <strong>{urgent > 0 ? t.urgent(urgent) : t.noUrgent}</strong> <Since at={urgentSince} now={now} lang={lang} />
      </p>
      <p className="vv-watch-line"><Symbol name={unread > 0 ? 'dot' : 'check'} /> <strong>{unread > 0 ? t.unread(unread) : t.noUnread}</strong> <Since at={unreadSince} now={now} lang={lang} /></p>
      {unopened > 0 ? <Alert kind="warning" heading={t.unopened(unopened)} /> : null}
      <p className="vv-quiet">{t.at(timeWords(now, lang))}</p>
    </div>
  );
}

function Since({ at, now, lang }: { at: Instant | undefined; now: Instant; lang: Lang }) {
  if (at === undefined) return null;
  return <span>{watchTexts[lang].since(nearMomentWords(at, now, lang))}</span>;
}
