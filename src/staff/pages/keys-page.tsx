import type { ReactElement } from 'react';
import { show, submit, type StaffRequest, type StaffRoute } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { webTexts } from '../../web/texts.ts';
import { KEYS_OFF, KEYS_ON, KEYS_PATH, KeyLines, KeySwitch } from '../../web/ui/key-list.tsx';
import { PageHead, Prose } from '../../web/ui/layout.tsx';
import { Alert } from '../../web/ui/surfaces.tsx';
import { chooseKeys, ownSettings } from '../commands/own.ts';

/** The keys as a page: reached by a link, since whoever has turned them off has no key to open the list with. */
export function KeysPage({ singleKeys, request }: { singleKeys: boolean; request: StaffRequest }): ReactElement {
  const words = webTexts[request.lang];
  return (
    <StaffPage request={request} title={words.keysHeading}>
      <PageHead heading={words.keysHeading} lead={words.keysLead} />
      <Prose>
        <Alert kind="info"><p>{singleKeys ? words.keysAreOn : words.keysAreOff}</p></Alert>
        <KeyLines />
        <KeySwitch on={singleKeys} />
      </Prose>
    </StaffPage>
  );
}

const page = show({ path: KEYS_PATH, query: ownSettings, input: () => ({}), view: ({ singleKeys }, request) => <KeysPage singleKeys={singleKeys} request={request} /> });

export const KEYS_ROUTES: readonly StaffRoute[] = [
  page,
  submit({ path: KEYS_ON, command: chooseKeys, again: page, input: () => ({ singleKeys: true }), then: () => KEYS_PATH }),
  submit({ path: KEYS_OFF, command: chooseKeys, again: page, input: () => ({ singleKeys: false }), then: () => KEYS_PATH }),
];
