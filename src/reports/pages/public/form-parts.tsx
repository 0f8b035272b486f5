import type { ReactNode } from 'react';
import type { Lang } from '../../../kernel/texts.ts';
import type { PublishedSite } from '../../../regions/site.ts';
import { boxTexts } from '../../form-texts.ts';
import type { offered } from './answers.ts';
import { ChildBox, DangerBox, GateBox } from './boxes.tsx';
import { inEachLanguage } from './paths.ts';
import { AnyOf, FromList, Line, OneOf, Story, Tick } from './question.tsx';
import { publicTexts } from './texts.ts';

export type PartProps = { readonly lang: Lang; readonly site: PublishedSite; readonly answers: ReturnType<typeof offered> };

/** Whom a block of questions is for: CSS hides it from the others, and where it cannot, the block says so itself. */
type Audience = 'open' | 'self' | 'job' | 'basis';

function For({ who, lang, children }: { who: Audience; lang: Lang; children: ReactNode }) {
  const t = boxTexts[lang];
  const says = { open: t.onlyOther, self: t.onlySelf, job: t.onlyJob, basis: t.onlyNoConsent }[who];
  return (
    <div className={`vr-block vr-for-${who}`}>
      <p className="vr-or vr-only">{says}:</p>
      {children}
    </div>
  );
}

/** What would tell who the person is: not there as long as somebody with confidentiality has neither consent nor an exception. */
function Identity({ children }: { children: ReactNode }) {
  return <div className="vr-block vr-identity">{children}</div>;
}

export function First({ lang, site, answers }: PartProps) {
  return (
    <>
      <Languages lang={lang} />
      <OneOf name="fare" options={answers.yesNo} required />
      <DangerBox lang={lang} />
      <OneOf name="hvem" options={answers.who} required />
      <For who="job" lang={lang}>
        <FromList name="sted" options={answers.workplaces} empty={publicTexts[lang].chooseWorkplace} required />
      </For>
      <OneOf name="voksen" options={answers.yesNoUnsure} required />
      <ChildBox lang={lang} site={site} />
    </>
  );
}

/** Here and not in the footer: once something is written, a link to another language would lose it. */
function Languages({ lang }: { lang: Lang }) {
  return (
    <nav className="vr-languages" aria-label={publicTexts[lang].languages}>
      {inEachLanguage('form').map((one) => (
        <a className="ds-link" key={one.lang} href={one.href} lang={one.lang} hrefLang={one.lang} aria-current={one.lang === lang ? 'true' : undefined}>{LANGUAGE_NAMES[one.lang]}</a>
      ))}
    </nav>
  );
}

const LANGUAGE_NAMES: Readonly<Record<Lang, string>> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' };

export function Wish({ lang, site, answers }: PartProps) {
  return (
    <>
      <For who="open" lang={lang}>
        <OneOf name="spurt" options={answers.asked} required />
      </For>
      <For who="basis" lang={lang}>
        <GateBox lang={lang} site={site} />
        <OneOf name="grunn" options={answers.exceptions} required />
        <div className="vr-has-basis"><Story name="grunntekst" rows={3} required /></div>
      </For>
      <Story name="onske" rows={4} />
    </>
  );
}

export function Person({ lang, site, answers }: PartProps) {
  const t = publicTexts[lang];
  return (
    <>
      <div className="vr-gate"><GateBox lang={lang} site={site} /></div>
      <For who="open" lang={lang}>
        <Identity><Line name="navn" required /></Identity>
      </For>
      <For who="self" lang={lang}><Line name="kallenavn" required /></For>
      <FromList name="kommune" options={answers.municipalities} empty={t.chooseMunicipality} required />
      <Story name="trygg" rows={3} />
      <For who="self" lang={lang}><Tick name="ring" answer="ja" /></For>
      <Identity><div className="vr-phone-field"><Line name="telefon" inputMode="tel" size={16} /></div></Identity>
      <FromList name="alder" options={answers.ages} empty={t.chooseBand} />
      <For who="open" lang={lang}>
        <Line name="aar" inputMode="numeric" size={6} />
        <OneOf name="kjonn" options={answers.genders} />
        <Identity>
          <Tick name="skjult" answer="ja" />
          <Line name="adresse" />
        </Identity>
      </For>
    </>
  );
}

export function Happened({ answers }: PartProps) {
  return (
    <>
      <AnyOf name="hva" options={answers.concerns} required />
      <Story name="sett" rows={8} required />
      <AnyOf name="situasjon" options={answers.situations} />
    </>
  );
}

export function Around({ lang, answers }: PartProps) {
  return (
    <>
      <AnyOf name="tilknytning" options={answers.relations} />
      <For who="open" lang={lang}>
        <Identity><Line name="annen" /></Identity>
      </For>
      <OneOf name="sammen" options={answers.yesNoUnknown} />
      <For who="open" lang={lang}><OneOf name="omsorg" options={answers.yesNoUnknown} /></For>
      <OneOf name="barn" options={answers.yesNoUnknown} required />
      <OneOf name="dyr" options={answers.yesNoUnknown} />
    </>
  );
}

export function Last({ lang, answers }: PartProps) {
  return (
    <>
      <For who="open" lang={lang}>
        <AnyOf name="kontakt" options={answers.contacted} />
        <Line name="kontaktnaar" />
        <Line name="dittnavn" />
      </For>
      <For who="job" lang={lang}><Line name="tjeneste" required /></For>
      <For who="open" lang={lang}>
        <Line name="dittnummer" inputMode="tel" size={16} />
        <OneOf name="svar" options={answers.yesNo} />
      </For>
      <For who="self" lang={lang}><Tick name="kode" answer="nei" /></For>
    </>
  );
}
