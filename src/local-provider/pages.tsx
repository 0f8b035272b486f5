import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Lang } from '../kernel/texts.ts';
import { LEAD_ON_PATH, SHEET_PATH } from './look.ts';
import { labelIn, type DemoPerson } from './people.ts';
import { providerTexts } from './texts.ts';

type Hidden = { readonly name: string; readonly value: string };

function Page(props: { lang: Lang; title: string; leadsOn?: boolean; children: ReactNode }): ReactNode {
  const t = providerTexts[props.lang];
  return (
    <html lang={props.lang}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{props.title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={SHEET_PATH} />
        {props.leadsOn === true ? <script src={LEAD_ON_PATH} defer /> : null}
      </head>
      <body>
        <header className="demo">{t.demo}</header>
        <main>{props.children}</main>
      </body>
    </html>
  );
}

function html(page: ReactNode): string {
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}

function PersonButton(props: { person: DemoPerson; lang: Lang; suggested: boolean }): ReactNode {
  const { person, lang, suggested } = props;
  return (
    <button type="submit" name="person" value={person.sub}>
      <strong>{person.name}</strong>
      <span>{labelIn(person.roleLabel, lang)}</span>
      {suggested ? <span>{providerTexts[lang].suggested}</span> : null}
    </button>
  );
}

/** The choice of person: one button each with name and role, under their place. `hint` (a sub) is put first in its group and named as suggested. */
export function choosePage(view: { lang: Lang; action: string; people: readonly DemoPerson[]; hint?: string; fault?: string }): string {
  const t = providerTexts[view.lang];
  const places = [...new Set(view.people.map((p) => labelIn(p.place, view.lang)))];
  return html(
    <Page lang={view.lang} title={t.title}>
      <h1>{t.choose}</h1>
      {view.fault === undefined ? null : <p className="fault" role="alert">{view.fault}</p>}
      <p>{t.chooseHelp}</p>
      <form method="post" action={view.action}>
        {places.map((place) => (
          <section key={place}>
            <h2>{place}</h2>
            <ul>
              {view.people.filter((p) => labelIn(p.place, view.lang) === place)
                .toSorted((a, b) => Number(b.sub === view.hint) - Number(a.sub === view.hint))
                .map((p) => <li key={p.sub}><PersonButton person={p} lang={view.lang} suggested={p.sub === view.hint} /></li>)}
            </ul>
          </section>
        ))}
        <button className="plain" type="submit" name="cancel" value="yes">{t.cancel}</button>
      </form>
    </Page>,
  );
}

/** A page whose form goes on by itself, once the hidden frames have loaded. */
export function leadOnPage(view: { lang: Lang; action: string; fields: readonly Hidden[]; frames: readonly string[]; signingOut: boolean }): string {
  const t = providerTexts[view.lang];
  return html(
    <Page lang={view.lang} title={view.signingOut ? t.signingOut : t.movingOn} leadsOn>
      <h1>{view.signingOut ? t.signingOut : t.movingOn}</h1>
      <p>{t.leadOnHelp}</p>
      <form method="post" action={view.action}>
        {view.fields.map((f) => <input key={f.name} type="hidden" name={f.name} value={f.value} />)}
        <button className="plain" type="submit">{t.carryOn}</button>
      </form>
      {view.frames.map((src) => <iframe key={src} src={src} title={t.signingOut} aria-hidden="true" tabIndex={-1} />)}
    </Page>,
  );
}

export function messagePage(view: { lang: Lang; title: string; text: string }): string {
  return html(
    <Page lang={view.lang} title={view.title}>
      <h1>{view.title}</h1>
      <p>{view.text}</p>
    </Page>,
  );
}
