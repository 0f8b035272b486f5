import type { SignInPage } from '../../staff/sign-in/pages/views.tsx';
import { Document, renderDocument } from '../ui/document.tsx';

/** The frame around sign-in's own pages: before anybody is known, so without menu and name. */
export function signInFrame(page: SignInPage): string {
  return renderDocument(
    <Document lang={page.lang} title={page.title} css="staff.css">
      <main className="vv-staff" id="innhold">{page.content}</main>
    </Document>,
  );
}
