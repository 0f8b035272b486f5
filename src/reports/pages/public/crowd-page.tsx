import { Button } from '../../../web/ui/buttons.tsx';
import { Form, PageHead } from '../../../web/ui/layout.tsx';
import { Page, type PublicPage } from './page.tsx';
import { path } from './paths.ts';
import { wordsOf } from './voice.ts';

export type CrowdPageProps = PublicPage & {
  /** the form as it was posted, its token among it: it stands in the page, unseen, until it is sent */
  readonly pairs: readonly (readonly [string, string])[];
  readonly token: string;
  /** tells since when this form waits, posted as `tur` */
  readonly turn: string;
  /** it was pressed before its time */
  readonly early: boolean;
};

/** «Mange på én gang»: very many reports come from one place. One button sends what was written; nothing is refused. */
export function CrowdPage({ pairs, token, turn, early, ...page }: CrowdPageProps) {
  const t = wordsOf(page);
  return (
    <Page {...page} name="form" title={t.waitTitle} exitToken={token} writing>
      <PageHead heading={t.crowdHeading} lead={t.crowdKept} />
      <Form action={path(page.lang, 'form', page.variety)} hidden={{ tur: turn }}>
        {pairs.map(([name, value], at) => <input key={`${name}-${at}`} type="hidden" name={name} value={value} autoComplete="off" />)}
        <p role="status">{early ? t.crowdEarly : t.crowdDo}</p>
        {/* comes into sight when it may be pressed; where CSS cannot, it stands there, and pressing too early loses nothing */}
        <div className="vr-soon"><Button>{t.crowdSend}</Button></div>
        <p className="vv-quiet">{t.crowdWhy}</p>
      </Form>
    </Page>
  );
}
