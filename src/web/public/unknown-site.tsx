import type { ReactElement } from 'react';
import type { Pairs } from '../http/form-body.ts';
import { Button } from '../ui/buttons.tsx';
import { Document } from '../ui/document.tsx';
import { Alert } from '../ui/surfaces.tsx';
import { UrgentBox } from '../ui/urgent-box.tsx';
import { InLanguage } from '../ui/words.tsx';
import { unknownTexts } from './texts.ts';

/**
 * A host that no region has, or a site that cannot be read just now: the emergency numbers all the same. What was posted is
 * carried along in the page, unseen, so that one press sends it again: nobody loses what they wrote to a restart of ours.
 */
export function UnknownSitePage({ kept }: { kept?: { readonly action: string; readonly pairs: Pairs } | undefined }): ReactElement {
  const t = unknownTexts.nb;
  const carries = kept !== undefined && kept.pairs.length > 0;
  return (
    <Document lang="nb" title={t.title} css="public.css">
      <InLanguage lang="nb">
        <div className="vv-public">
          <UrgentBox phones={[]} />
          <main id="innhold">
            <h1>{carries ? t.later : t.missing}</h1>
            {carries ? (
              <form action={kept.action} method="post">
                <Alert kind="warning" heading={t.notSent}><p>{t.again}</p></Alert>
                {kept.pairs.map(([name, value], at) => <input key={`${name}-${at}`} type="hidden" name={name} value={value} autoComplete="off" />)}
                <Button>{t.send}</Button>
              </form>
            ) : null}
          </main>
        </div>
      </InLanguage>
    </Document>
  );
}
