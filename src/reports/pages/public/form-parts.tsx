import type { ReactNode } from 'react';
import type { Lang } from '../../../kernel/texts.ts';
import type { PublishedSite } from '../../../regions/site.ts';
import { Details } from '../../../web/ui/surfaces.tsx';
import { boxTexts } from '../../texts/form-boxes.ts';
import { shareTexts } from '../../share/texts.ts';
import type { FieldName } from '../../form/fields.ts';
import type { offered } from './answers.ts';
import { ChildBox, DangerBox, GateBox, OutsideBox } from './boxes.tsx';
import { inEachLanguage, path } from './paths.ts';
import { AnyOf, Followed, FromList, NameOrList, Line, NotNames, OneOf, Story, Tick, useTouched } from './question.tsx';
import { wordsOf, type Voice } from './voice.ts';

export type PartProps = Voice & { readonly site: PublishedSite; readonly answers: ReturnType<typeof offered> };

/** Whom a block of questions is for: CSS hides it from the others, and where it cannot, the block says so itself. */
type Audience = 'open' | 'self' | 'job' | 'private' | 'basis';

function For({ who, lang, children }: { who: Audience; lang: Lang; children: ReactNode }) {
  const t = boxTexts[lang];
  const says = { open: t.onlyOther, self: t.onlySelf, job: t.onlyJob, private: t.onlyPrivate, basis: t.onlyNoConsent }[who];
  return (
    <div className={`vr-block vr-for-${who}`}>
      <p className="vr-or vr-only">{says}:</p>
      {children}
    </div>
  );
}

/** What would tell who somebody is: not there as long as somebody with confidentiality has neither consent nor an exception. */
function Identity({ children }: { children: ReactNode }) {
  return <div className="vr-block vr-named">{children}</div>;
}

export function First({ lang, variety, site, answers }: PartProps) {
  return (
    <>
      <Languages lang={lang} variety={variety} />
      <OneOf name="fare" options={answers.yesNo} required />
      <DangerBox lang={lang} />
      <OneOf name="hvem" options={answers.who} required />
      <For who="job" lang={lang}>
        <FromList name="sted" options={answers.workplaces} empty={wordsOf({ lang, variety }).chooseWorkplace} required />
      </For>
      <For who="self" lang={lang}>
        <Followed question={<Tick name="hjelper" answer="ja" opens="a" />}><Line name="hjelperhvem" /></Followed>
      </For>
      <OneOf name="voksen" options={answers.yesNoUnsure} required />
      <ChildBox lang={lang} site={site} />
    </>
  );
}

/** Here and not in the footer: once something is written, a link to another language would lose it. */
function Languages(voice: Voice) {
  const t = wordsOf(voice);
  const easy = voice.variety === 'easy';
  return (
    <nav className="vr-languages" aria-label={t.languages}>
      {inEachLanguage('form', voice.variety).map((one) => (
        <a className="ds-link" key={one.lang} href={one.href} lang={one.lang} hrefLang={one.lang} aria-current={one.lang === voice.lang ? 'true' : undefined}>{LANGUAGE_NAMES[one.lang]}</a>
      ))}
      <a className="ds-link" href={path(voice.lang, 'form', easy ? 'plain' : 'easy')}>{easy ? t.everyday : t.easy}</a>
    </nav>
  );
}

const LANGUAGE_NAMES: Readonly<Record<Lang, string>> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' };

export function Wish({ lang, variety, site, answers }: PartProps) {
  return (
    <>
      <For who="open" lang={lang}>
        <OneOf name="spurt" options={answers.asked} required />
      </For>
      <For who="job" lang={lang}>
        <p><a className="ds-link" href={path(lang, 'share', variety)}>{shareTexts[lang].formLink}</a> <span className="vv-quiet">{shareTexts[lang].formLinkAbout}</span></p>
      </For>
      <For who="basis" lang={lang}>
        <OneOf name="grunn" options={answers.exceptions} required />
        <div className="vr-anon"><GateBox lang={lang} site={site} /></div>
        <div className="vr-has-basis"><Story name="grunntekst" rows={3} required /></div>
      </For>
      <Story name="onske" rows={4} />
    </>
  );
}

export function Person({ lang, variety, answers }: PartProps) {
  const t = wordsOf({ lang, variety });
  return (
    <>
      <For who="open" lang={lang}>
        <Identity><Line name="navn" required /></Identity>
      </For>
      <For who="self" lang={lang}><Line name="kallenavn" required /></For>
      <Followed question={<OneOf name="kommune" options={answers.municipalities} columns required />}>
        <NameOrList name="annenkommune" names={answers.everywhere} empty={t.chooseMunicipality} required />
        <OutsideBox lang={lang} />
      </Followed>
      <Identity><Story name="trygg" rows={3} /></Identity>
      <For who="self" lang={lang}><Tick name="ring" answer="ja" /></For>
      <Identity><div className="vr-phone-field"><Line name="telefon" inputMode="tel" size={16} /></div></Identity>
      <FromList name="alder" options={answers.ages} empty={t.chooseBand} />
      <Followed question={<AnyOf name="sprak" options={answers.needs} />}>
        <Identity><Line name="sprakhva" /></Identity>
      </Followed>
      <For who="open" lang={lang}>
        <Followed question={<OneOf name="flere" options={answers.yesOpens} />}>
          <Line name="flereantall" size={6} />
          <Story name="flereom" rows={3} />
        </Followed>
        <MoreOfPerson lang={lang} answers={answers} />
      </For>
    </>
  );
}

const MORE: readonly FieldName[] = ['aar', 'kjonn', 'skjult', 'adresse'];

/** What few know: behind one press, so that the part is no longer than it must be; open where something stands in it. */
function MoreOfPerson({ lang, answers }: Pick<PartProps, 'lang' | 'answers'>) {
  const touched = useTouched(MORE);
  return (
    <Details summary={boxTexts[lang].more} open={touched}>
      <div className="vr-block">
        <Identity><Line name="aar" inputMode="numeric" size={6} /></Identity>
        <OneOf name="kjonn" options={answers.genders} columns />
        <Identity>
          <Tick name="skjult" answer="ja" />
          <Line name="adresse" />
        </Identity>
      </div>
    </Details>
  );
}

export function Happened({ lang, answers }: PartProps) {
  return (
    <>
      <AnyOf name="hva" options={answers.concerns} required />
      <Story name="sett" rows={8} required />
      <For who="open" lang={lang}><Line name="sist" /></For>
      <OneOf name="fortsatt" options={answers.yesNoUnknown} />
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
      <Followed question={<OneOf name="jobber" options={answers.yesOpens} />}>
        <Identity><Line name="jobbhvor" /></Identity>
      </Followed>
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
      </For>
      <For who="job" lang={lang}><Story name="gjort" rows={3} /></For>
      <For who="open" lang={lang}>
        <Identity>
          <div className="vr-for-private"><Tick name="anonym" answer="ja" /></div>
          <div className="vr-block vr-own-name">
            <Line name="dittnavn" />
            <For who="job" lang={lang}><Line name="tjeneste" required /></For>
            <Line name="dittnummer" inputMode="tel" size={16} />
          </div>
          <OneOf name="svar" options={answers.yesNo} />
        </Identity>
        <div className="vr-block vr-anon">
          <p>{boxTexts[lang].anonLast}</p>
          <NotNames />
        </div>
      </For>
      <For who="self" lang={lang}>
        <Followed question={<OneOf name="kode" options={answers.comingBack} />}><Line name="egneord" required /></Followed>
      </For>
    </>
  );
}
