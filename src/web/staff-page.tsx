import type { ReactElement, ReactNode } from 'react';
import type { AssetName } from './assets.ts';
import { DROP_TEXT, keptPath, LOCK, MACHINE } from './kept-paths.ts';
import { keptTexts } from './kept-texts.ts';
import { Button, TextLink } from './ui/buttons.tsx';
import { Form, FormActions, ScreenOnly } from './ui/layout.tsx';
import { nearMomentWords } from './ui/moments.ts';
import { Marked } from './ui/page-mark.tsx';
import { Alert } from './ui/surfaces.tsx';
import { MARK_FIELD } from '../staff/public.ts';
import type { Refresh } from './ui/document.tsx';
import { ErrorSummary, type FaultLink } from './ui/error-summary.tsx';
import { StaffShell, type MenuEntry, type MenuKey, type MoreEntry, type MoreKey } from './ui/staff-shell.tsx';
import type { StaffRequest } from './route.tsx';

/** Which roles meet which entry of the menu; a place one may not open is not offered. */
const MENU: readonly { key: MenuKey; href: string; roles: readonly string[] | 'everybody' }[] = [
  { key: 'today', href: '/', roles: 'everybody' },
  { key: 'reception', href: '/mottak', roles: ['MOTTAK', 'KOORDINATOR'] },
  { key: 'cases', href: '/saker', roles: ['KOORDINATOR', 'TEAMMEDLEM', 'LEDER', 'TILSYN'] },
  { key: 'consultations', href: '/drofting', roles: ['KOORDINATOR', 'TEAMMEDLEM', 'MOTTAK'] },
  { key: 'figures', href: '/statistikk', roles: ['KOORDINATOR', 'LEDER', 'STYRINGSGRUPPE', 'PERSONVERNOMBUD', 'TEAMMEDLEM'] },
];

/** What one looks after now and then; quieter than the menu, which stays at five. */
const MORE: readonly { key: MoreKey; href: string; roles: readonly string[] | 'everybody' }[] = [
  { key: 'search', href: '/sok', roles: ['MOTTAK', 'KOORDINATOR', 'TEAMMEDLEM', 'LEDER'] },
  { key: 'reports', href: '/rapporter', roles: ['STYRINGSGRUPPE'] },
  { key: 'region', href: '/region', roles: 'everybody' },
  { key: 'archive', href: '/arkiv', roles: ['ARKIVAR'] },
  { key: 'looked', href: '/innsyn', roles: ['PERSONVERNOMBUD'] },
  { key: 'review', href: '/logg', roles: ['LEDER', 'PERSONVERNOMBUD'] },
  { key: 'privacy', href: '/region/innsynskrav', roles: ['ARKIVAR', 'PERSONVERNOMBUD'] },
  { key: 'staff', href: '/ansatte', roles: ['SYSTEMADMIN', 'KOORDINATOR', 'LEDER', 'PERSONVERNOMBUD', 'KOMMUNEDIREKTOR'] },
];

function moreFor(roles: readonly string[], current: MoreKey | undefined): MoreEntry[] {
  return MORE.filter((entry) => (entry.roles === 'everybody' ? roles.length > 0 : entry.roles.some((role) => roles.includes(role))))
    .filter((entry, at, all) => all.findIndex(({ key }) => key === entry.key) === at) // one entry each, the first that they may open
    .map((entry) => ({ key: entry.key, href: entry.href, current: entry.key === current }));
}

export function menuFor(roles: readonly string[], isReserve: boolean, current: MenuKey | undefined): MenuEntry[] {
  return MENU.filter((entry) => entry.roles === 'everybody' || entry.roles.some((role) => roles.includes(role)) || (isReserve && entry.key === 'reception'))
    .map((entry) => ({ key: entry.key, href: entry.href, current: entry.key === current }));
}

export type StaffPageProps = {
  readonly request: StaffRequest;
  readonly title: string;
  readonly current?: MenuKey | undefined;
  /** the entry of the quieter menu that this page is */
  readonly more?: MoreKey | undefined;
  readonly fileHead?: ReactNode;
  /** links to the fields of a refused form, in words; the page's own texts know them */
  readonly faults?: readonly FaultLink[] | undefined;
  /** islands of this page alone */
  readonly scripts?: readonly AssetName[] | undefined;
  /** where the page fetches itself from, every minute, in a browser without scripts */
  readonly refresh?: Refresh | undefined;
  readonly children: ReactNode;
};

/** A staff page in its frame; a refused form's faults stand first, and above them what one had typed and not sent. */
export function StaffPage({ request, title, current, more, fileHead, faults, scripts, refresh, children }: StaffPageProps): ReactElement {
  const { lang, fetched } = request;
  const t = keptTexts[lang];
  const found = fetched === undefined ? faults ?? [] : []; // fetched back, nothing is at fault
  const marked = request.marked === undefined ? undefined : { name: MARK_FIELD, mark: request.marked };
  return (
    <Marked value={marked}>
      <StaffShell lang={lang} title={title} region={{ name: request.regionName, home: '/' }} user={{ name: request.colleague.name, role: request.colleague.roleLabel }}
        menu={menuFor(request.person.roles, request.isReserve, current)} more={moreFor(request.person.roles, more)} signOut={{ action: '/ut' }} demo={request.demo} keys={request.singleKeys} fileHead={fileHead} faults={found.length} scripts={scripts} refresh={refresh}
        shared={request.shared === true ? { label: t.machine, line: t.sharedLine, button: t.lockNow, lock: LOCK, here: request.path } : undefined} machine={request.maySayShared === true ? { href: MACHINE, label: t.machine } : undefined}>
        {fetched === undefined ? <Unsent request={request} /> : <div className="vv-above"><Alert kind="info" heading={t.backHeading}><p>{t.backLead(nearMomentWords(fetched, request.now, lang))}</p></Alert></div>}
        <ErrorSummary faults={found} kept={request.typed} />
        {children}
      </StaffShell>
    </Marked>
  );
}

/** On the page where it was typed, and on «Min dag». */
function Unsent({ request: { lang, now, path, unsent, refused } }: { request: StaffRequest }) {
  const t = keptTexts[lang];
  const one = refused === undefined ? unsent?.find((text) => path === '/' || text.path.split('?')[0] === path) : undefined;
  if (one === undefined) return null;
  return (
    <ScreenOnly><div className="vv-above">
      <Alert kind="info" heading={t.unsentHeading}>
        <p>{t.unsentLead(nearMomentWords(one.at, now, lang))}</p>
        <Form action={DROP_TEXT} hidden={{ tekst: one.keptId }}>
          <FormActions><TextLink href={keptPath(one.keptId)}>{t.fetch}</TextLink><Button variant="tertiary">{t.drop}</Button></FormActions>
        </Form>
      </Alert>
    </div></ScreenOnly>
  );
}
