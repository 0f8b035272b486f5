import { readForm } from '../../reports/form/read.ts';
import { MeldPage } from '../../reports/pages/public/meld-page.tsx';
import { ClosedFormPage } from '../../reports/pages/public/plain-pages.tsx';
import { SharePage } from '../../reports/pages/public/share-page.tsx';
import { SHARE_WISH, ShareResult } from '../../reports/pages/public/share-result.tsx';
import { climb } from '../../reports/share/decide.ts';
import { readShare } from '../../reports/share/read.ts';
import { toForm } from '../../reports/share/to-form.ts';
import { readPairs } from '../http/form-body.ts';
import { mint, type PublicRequest } from './form.tsx';
import { html } from './html.ts';

/** `GET /dele`: the questions, none answered. */
export function showShare(request: PublicRequest): Response {
  return html(<SharePage {...request.frame} />);
}

/**
 * `POST /dele`: the advice; the questions again where one is missing or somebody wants to change an answer; or the report form
 * begun with the answers. Nothing is stored on the way, and nothing stands in an address.
 */
export async function answerShare(request: PublicRequest): Promise<Response> {
  const { frame, site } = request;
  const pairs = await readPairs(request.raw);
  const wishes = (name: string) => pairs.some(([key]) => key === name);
  const ladder = climb(readShare(pairs));
  if (wishes(SHARE_WISH.change)) return html(<SharePage {...frame} answers={ladder.asked} />);
  if (ladder.state === 'asking') return html(<SharePage {...frame} answers={ladder.asked} missing={ladder.next} />, 422);
  if (!wishes(SHARE_WISH.form)) return html(<ShareResult {...frame} advice={ladder.advice} asked={ladder.asked} />);
  if (!site.site.formOpen) return html(<ClosedFormPage {...frame} />);
  const { written } = readForm(Object.entries(toForm(ladder.asked, ladder.advice)));
  return html(<MeldPage {...frame} token={mint(request)} written={written} />);
}
