import type { ReactNode } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import type { AssetName } from '../assets.ts';
import { webTexts } from '../texts.ts';
import { DemoBanner } from './demo-banner.tsx';
import { Document, type Refresh } from './document.tsx';
import { initials } from './facts.tsx';
import { NoNet } from './no-net.tsx';
import { KeyList, KEYS_PATH } from './key-list.tsx';
import { Symbol } from './symbols.tsx';
import type { SymbolName } from './symbols.tsx';
import { useWords } from './words.tsx';

export type MenuKey = 'today' | 'reception' | 'cases' | 'consultations' | 'figures';
export type MenuEntry = {
  key: MenuKey;
  href: string;
  current?: boolean | undefined;
  /** how many wait for this person; counted after access was judged */
  count?: number | undefined;
};

/** What is looked after now and then, beside the menu. */
export type MoreKey = 'archive' | 'search' | 'region' | 'staff' | 'looked' | 'review' | 'privacy' | 'reports';
export type MoreEntry = { key: MoreKey; href: string; current?: boolean | undefined };

export type StaffShellProps = {
  lang: Lang;
  title: string;
  /** shown at the top, e.g. «Voksenvern Nordfjella» */
  region: { name: string; home: string };
  /** who is signed in; `role` in words, e.g. «Koordinator» */
  user: { name: string; role: string };
  /** the entries this person may open, in the order of the menu; one that is off is left out */
  menu: readonly MenuEntry[];
  /** quiet links beside it; nothing where there are none */
  more?: readonly MoreEntry[] | undefined;
  /** where «Logg ut» posts; `hidden` fields such as a form token go with it */
  signOut: { action: string; hidden?: Readonly<Record<string, string>> | undefined };
  faults?: number | undefined;
  demo?: boolean | undefined;
  /** false where this person has turned the keys of one letter off: those who speak to their machine press keys they never meant (WCAG 2.1.4) */
  keys?: boolean | undefined;
  /** several people use this machine: said in words; `words` are ours, `lock` is where «Lås nå» posts */
  shared?: { label: string; line: string; button: string; lock: string; here: string } | undefined;
  /** the page about this machine */
  machine?: { href: string; label: string } | undefined;
  /** islands beside the keys */
  scripts?: readonly AssetName[] | undefined;
  /** fetched anew from there every minute, without scripts */
  refresh?: Refresh | undefined;
  /** a `FileHeader` with `Tabs`: stays in sight above the page */
  fileHead?: ReactNode;
  children: ReactNode;
};

/** Where one says what one wants to be told. */
const OWN_NOTICES = '/mine-varsler';
/** As the server has it (staff/sign-in/session.ts, LOCK_MS; test: web/ui-shells). */
export const LOCK_AFTER_MS = 300_000;

const MENU_SYMBOLS: Readonly<Record<MenuKey, SymbolName>> = { today: 'house', reception: 'bell', cases: 'doc', consultations: 'chat', figures: 'half' };

/** A whole staff page: bar with menu and who is signed in, then `children` in `<main>`. */
export function StaffShell(props: StaffShellProps) {
  const words = webTexts[props.lang];
  return (
    <Document lang={props.lang} title={(props.faults ?? 0) > 0 ? words.faultTitle(props.title) : props.title} css="staff.css" scripts={['keys.js', 'draft.js', ...(props.scripts ?? [])]} refresh={props.refresh}>
      <a className="vv-skip" href="#innhold">{words.skip}</a>
      {props.demo === true ? <DemoBanner /> : null}
      <header className="vv-bar">
        <a className="vv-brand" href={props.region.home}>{props.region.name}</a>
        <Menu menu={props.menu} />
        <More entries={props.more ?? []} place="top" />
        <User user={props.user} signOut={props.signOut} />
      </header>
      {props.shared === undefined ? null : <Shared {...props.shared} />}
      <main id="innhold" tabIndex={-1}>
        {props.fileHead === undefined ? null : <div className="vv-file-head">{props.fileHead}</div>}
        <div className="vv-staff">{props.children}</div>
      </main>
      <More entries={props.more ?? []} place="foot" />
      <footer className="vv-to-keys">{props.machine === undefined ? null : <a href={props.machine.href}>{props.machine.label}</a>} <a href={OWN_NOTICES}>{words.ownNotices}</a> <a href={KEYS_PATH}>{words.keysHeading}</a></footer>
      <KeyList on={props.keys !== false} />
      <NoNet />
    </Document>
  );
}

/** The island draft.ts locks after `data-lock-after` milliseconds without a touch; without it the next page after that is the lock. */
function Shared({ label, line, button, lock, here }: { label: string; line: string; button: string; lock: string; here: string }) {
  return (
    <aside className="vv-shared" id="felles" aria-label={label} data-lock-after={LOCK_AFTER_MS}>
      <p>{line}</p>
      <form action={lock} method="post" id="las">
        <input type="hidden" name="til" value={here} />
        <button className="ds-button vv-button" data-variant="tertiary" data-small="" type="submit">{button}</button>
      </form>
    </aside>
  );
}

function Menu({ menu }: { menu: readonly MenuEntry[] }) {
  const words = useWords();
  return (
    <nav className="vv-menu" aria-label={words.menu}>
      <ul>
        {menu.map((entry) => (
          <li key={entry.key}>
            <a href={entry.href} aria-current={entry.current === true ? 'page' : undefined}>
              <Symbol name={MENU_SYMBOLS[entry.key]} />
              <span>{words[`menu_${entry.key}`]}</span>
              {entry.count === undefined || entry.count === 0 ? null : <span className="vv-count">{entry.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Beside the menu where there is room, under the page where there is not; CSS shows one of the two. */
function More({ entries, place }: { entries: readonly MoreEntry[]; place: 'top' | 'foot' }) {
  const words = useWords();
  if (entries.length === 0) return null;
  return (
    <nav className={`vv-more vv-more-${place}`} aria-label={words.more}>
      <ul>{entries.map((entry) => <li key={entry.key} data-keys={entry.key === 'search' ? 'search' : undefined}><a href={entry.href} aria-current={entry.current === true ? 'page' : undefined}>{words[`more_${entry.key}`]}</a></li>)}</ul>
    </nav>
  );
}

function User({ user, signOut }: Pick<StaffShellProps, 'user' | 'signOut'>) {
  const words = useWords();
  return (
    <div className="vv-user">
      <span className="vv-face-mark" aria-hidden="true">{initials(user.name)}</span>
      <p>
        <span className="ds-sr-only">{words.signedInAs} </span>
        <span className="vv-user-name">{user.name}</span>
        <span className="vv-quiet">{user.role}</span>
      </p>
      <form action={signOut.action} method="post">
        {Object.entries(signOut.hidden ?? {}).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
        <button className="ds-button vv-button" data-variant="tertiary" data-small="" type="submit">{words.signOut}</button>
      </form>
    </div>
  );
}
