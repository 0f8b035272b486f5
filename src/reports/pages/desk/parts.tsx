import type { Lang } from '../../../kernel/texts.ts';
import { answerTexts } from '../../texts/form-answers.ts';
import { CHANNEL } from '../../codes.ts';
import { deskTexts } from '../../texts/desk.ts';
import { DESK_CHANNELS, type DeskTyped } from '../../desk/typed.ts';
import { AVERTING, CALLED } from '../../urgent-record.ts';
import { receptionTexts } from '../../texts/reception.ts';
import { Checkbox, RadioGroup } from '../../../web/ui/choices.tsx';
import { Field, MomentField, Select, TextArea } from '../../../web/ui/fields.tsx';
import { Grid, Section, Stack } from '../../../web/ui/layout.tsx';

import { Details } from '../../../web/ui/surfaces.tsx';
import type { offered } from '../public/answers.ts';
import { AnyOf, Followed, FromList, FromNames, Line, NotNames, OneOf, Story, Tick } from '../public/question.tsx';
import { publicTexts } from '../public/texts.ts';
import type { DeskFaults } from './faults.ts';

export type DeskProps = { readonly lang: Lang; readonly typed: DeskTyped; readonly faults: DeskFaults; readonly answers: ReturnType<typeof offered>; readonly phone: boolean; readonly latest: string };

/** What must be known if the talk breaks off in the next moment; and whether help is on its way. */
export function AskFirst({ lang, typed, faults, phone, answers }: DeskProps) {
  const t = deskTexts[lang];
  const a = answerTexts[lang];
  const safe = [{ value: 'ja', label: a.yes }, { value: 'nei', label: a.no }, { value: 'vet-ikke', label: a.unknown }];
  return (
    <Section heading={t.firstHeading}>
      <Stack>
        {phone ? (
          <>
            <Field name="hvor" label={t.hvor} value={typed.hvor} error={faults.hvor} />
            <RadioGroup name="tryggnaa" label={t.tryggnaa} options={safe} value={typed.tryggnaa} error={faults.tryggnaa} columns />
            <Field name="brutt" label={t.brutt} value={typed.brutt} error={faults.brutt} />
          </>
        ) : null}
        <Followed question={<OneOf name="fare" options={answers.yesNo.map((one) => ({ ...one, opens: one.value === 'ja' ? 'a' as const : undefined }))} />}>
          <Danger lang={lang} typed={typed} faults={faults} />
        </Followed>
      </Stack>
    </Section>
  );
}

function Danger({ lang, typed, faults }: Pick<DeskProps, 'lang' | 'typed' | 'faults'>) {
  const [t, r] = [deskTexts[lang], receptionTexts[lang]];
  return (
    <Stack>
      <p><strong>{t.dangerNow}</strong></p>
      <Grid columns="narrow">
        <Select name="called" label={t.called} empty={t.choose} options={CALLED.map((value) => ({ value, label: r[`called_${value}`] }))} value={typed.called} error={faults.called} />
        <Field name="calledBy" label={t.calledBy} value={typed.calledBy} error={faults.calledBy} />
        <Field name="calledWhen" label={t.calledWhen} value={typed.calledWhen} error={faults.calledWhen} />
      </Grid>
      <TextArea name="danger" label={t.danger} description={t.dangerHint} rows={2} value={typed.danger} error={faults.danger} />
      <Grid columns="narrow">
        <Select name="averting" label={t.averting} empty={t.choose} options={AVERTING.map((value) => ({ value, label: t[`averting_${value}`] }))} value={typed.averting} error={faults.averting} />
        <Field name="avertedBy" label={t.avertedBy} value={typed.avertedBy} error={faults.avertedBy} />
        <Field name="avertedWhen" label={t.avertedWhen} value={typed.avertedWhen} error={faults.avertedWhen} />
      </Grid>
    </Stack>
  );
}

/** In the order of a talk. */
export function AskThen({ lang, answers }: DeskProps) {
  const t = deskTexts[lang];
  const w = publicTexts[lang];
  return (
    <>
      <Section heading={t.happened}><Stack><Story name="sett" rows={6} /><AnyOf name="hva" options={answers.concerns} /><Line name="sist" /></Stack></Section>
      <Section heading={t.who}>
        <Stack>
          <Line name="navn" />
          <Followed question={<OneOf name="kommune" options={answers.municipalities} columns />}><FromNames name="annenkommune" names={answers.everywhere} empty={w.chooseMunicipality} /></Followed>
          <FromList name="alder" options={answers.ages} empty={w.chooseBand} />
          <Tick name="skjult" answer="ja" />
          <Line name="adresse" />
          <Line name="annen" />
        </Stack>
      </Section>
      <Section heading={t.wish}><Story name="onske" rows={3} /></Section>
      <Section heading={t.safe}><Stack><Story name="trygg" rows={2} /><Line name="telefon" inputMode="tel" size={16} /><Tick name="ring" answer="ja" /></Stack></Section>
      <Section heading={t.children}><Stack><OneOf name="barn" options={answers.yesNoUnknown} columns /><OneOf name="dyr" options={answers.yesNoUnknown} columns /></Stack></Section>
    </>
  );
}

export function AskCaller({ lang, answers }: DeskProps) {
  const w = publicTexts[lang];
  return (
    <Section heading={deskTexts[lang].caller}>
      <Stack>
        <OneOf name="hvem" options={answers.who} />
        <FromList name="sted" options={answers.workplaces} empty={w.chooseWorkplace} />
        <Line name="dittnavn" /><Line name="tjeneste" /><Line name="dittnummer" inputMode="tel" size={16} />
        <Tick name="anonym" answer="ja" />
        <Followed question={<OneOf name="spurt" options={answers.asked} />}>
          <OneOf name="grunn" options={answers.exceptions} />
          <Story name="grunntekst" rows={3} />
        </Followed>
        <NotNames />
        <OneOf name="svar" options={answers.yesNo} columns />
      </Stack>
    </Section>
  );
}

/** The rest of the public form's questions, so that a letter loses nothing. */
export function AskMore({ lang, answers, open }: DeskProps & { open: boolean }) {
  return (
    <Details summary={deskTexts[lang].more} open={open}>
      <Stack>
        <Line name="kallenavn" /><Tick name="hjelper" answer="ja" /><Line name="hjelperhvem" />
        <OneOf name="voksen" options={answers.yesNoUnsure} columns /><Line name="aar" inputMode="numeric" size={6} /><OneOf name="kjonn" options={answers.genders} columns />
        <AnyOf name="sprak" options={answers.needs} /><Line name="sprakhva" />
        <AnyOf name="situasjon" options={answers.situations} /><OneOf name="fortsatt" options={answers.yesNoUnknown} columns />
        <AnyOf name="tilknytning" options={answers.relations} /><OneOf name="sammen" options={answers.yesNoUnknown} columns /><OneOf name="omsorg" options={answers.yesNoUnknown} columns />
        <OneOf name="jobber" options={answers.yesNoUnknown} columns /><Line name="jobbhvor" />
        <OneOf name="flere" options={answers.yesNoUnknown} columns /><Line name="flereantall" size={6} /><Story name="flereom" rows={3} />
        <AnyOf name="kontakt" options={answers.contacted} /><Line name="kontaktnaar" /><Story name="gjort" rows={3} />
      </Stack>
    </Details>
  );
}

/** How it came and when, and that it was read back. */
export function AskLast({ lang, typed, faults, phone, latest }: DeskProps) {
  const t = deskTexts[lang];
  return (
    <Section heading={t.end}>
      <Stack>
        {phone ? <input type="hidden" name="kanal" value="TELEFON" /> : (
          <Select name="kanal" label={t.kanal} empty={t.choose} value={typed.kanal} error={faults.kanal} required
            options={DESK_CHANNELS.filter((code) => code !== 'TELEFON').map((value) => ({ value, label: CHANNEL.label(value, lang) }))} />
        )}
        <MomentField name="kom" label={t.kom} description={t.komHint} value={typed.kom} max={latest} error={faults.kom} required={!phone} />
        {phone ? null : <Field name="ark" label={t.ark} description={t.arkHint} size={10} value={typed.ark} error={faults.ark} />}
        <Checkbox name="lest" label={t.lest} description={t.lestHint} checked={typed.lest === 'ja'} error={faults.lest} />
      </Stack>
    </Section>
  );
}
