import type { ReactElement } from 'react';
import { Document } from '../ui/document.tsx';
import { UrgentBox } from '../ui/urgent-box.tsx';

/** A host that no region has, or a site that cannot be read: the emergency numbers all the same. */
export function UnknownSitePage(): ReactElement {
  return (
    <Document lang="nb" title="Informasjon og kontakt" css="public.css">
      <div className="vv-public">
        <UrgentBox phones={[]} />
        <main id="innhold"><h1>Siden finnes ikke</h1></main>
      </div>
    </Document>
  );
}
