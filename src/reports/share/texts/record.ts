import { catalogue } from '../../../kernel/texts.ts';

/** The sentence for one’s own record. «___» is where whoever copies it writes their own. */
export const recordWords = catalogue({
  nb: {
    recordHeading: 'Setning til journalen din',
    recordAbout: 'Kopier setningen, og fyll inn der det står ___. Vi lagrer den ikke.',
    recordCare: 'Se først til at den mistenkte ikke kan lese journalen, for eksempel med fullmakt på nett. Er du usikker, avtal med lederen hvor den skal stå.',
    record_danger: (paragraph: string, region: string) =>
      `Noen var i akutt fare. Varslet 112/113 kl. ___ (${paragraph}). Oppgitt: sted, hvem og hva som skjedde. ${region} fikk vite: ___. Personen er informert: ja / nei, fordi ___.`,
    record_avert: (paragraph: string, region: string) =>
      `Avvergingsplikt vurdert (${paragraph}): Det var sikkert eller mest sannsynlig at ___ ville skje, og det kunne hindres. Varslet politiet kl. ___, deretter ${region}. Delt: ___. Personen er informert: ja / nei, fordi ___.`,
    record_consent: (paragraph: string, region: string) =>
      `Personen ga ___ (dato), muntlig / skriftlig, samtykke til å dele ___ med ${region} (${paragraph}). Informert om hva, hvorfor, og at samtykket kan trekkes tilbake.`,
    record_kin: (paragraph: string, region: string) =>
      `Skriftlig vurdert ___ (dato) av ___: Personen kan ikke samtykke. Nærmeste pårørende, ___ (ikke mistenkt), ga samtykke til å dele ___ med ${region} (${paragraph}).`,
    record_guardian: (paragraph: string, region: string) =>
      `Skriftlig vurdert ___ (dato) av ___: Personen kan ikke samtykke. Verge ___ (ikke mistenkt, mandat sett) ga samtykke til å dele ___ med ${region} (${paragraph}).`,
    record_serious: (paragraph: string, region: string) =>
      `Delt med ${region} uten samtykke (${paragraph}), fordi liv eller helse kan være i fare: ___. Delt: ___. Drøftet med leder: ___. Personen er informert: ja / nei, fordi ___.`,
    record_ask: (paragraph: string, region: string) =>
      `Spurte personen alene ___ (dato) om samtykke til å dele ___ med ${region} (${paragraph}). Svar: ja / nei / delvis: ___.`,
    record_ask_again: (paragraph: string, region: string) =>
      `Spurte personen på nytt, alene, ___ (dato) om samtykke til å dele ___ med ${region} (${paragraph}). Svar: ja / nei / delvis: ___.`,
    record_nameless: (paragraph: string, region: string) =>
      `Drøftet en bekymring anonymt med ${region} ___ (dato). Ingenting som røper hvem det gjelder, er delt (${paragraph}). Råd: ___.`,
  },
  nn: {
    recordHeading: 'Setning til journalen din',
    recordAbout: 'Kopier setninga, og fyll inn der det står ___. Vi lagrar henne ikkje.',
    recordCare: 'Sjå først til at den mistenkte ikkje kan lese journalen, til dømes med fullmakt på nett. Er du usikker, avtal med leiaren kvar ho skal stå.',
    record_danger: (paragraph: string, region: string) =>
      `Nokon var i akutt fare. Varsla 112/113 kl. ___ (${paragraph}). Oppgitt: stad, kven og kva som skjedde. ${region} fekk vite: ___. Personen er informert: ja / nei, fordi ___.`,
    record_avert: (paragraph: string, region: string) =>
      `Avverjingsplikt vurdert (${paragraph}): Det var sikkert eller mest sannsynleg at ___ ville skje, og det kunne hindrast. Varsla politiet kl. ___, deretter ${region}. Delt: ___. Personen er informert: ja / nei, fordi ___.`,
    record_consent: (paragraph: string, region: string) =>
      `Personen gav ___ (dato), munnleg / skriftleg, samtykke til å dele ___ med ${region} (${paragraph}). Informert om kva, kvifor, og at samtykket kan trekkjast tilbake.`,
    record_kin: (paragraph: string, region: string) =>
      `Skriftleg vurdert ___ (dato) av ___: Personen kan ikkje samtykke. Næraste pårørande, ___ (ikkje mistenkt), gav samtykke til å dele ___ med ${region} (${paragraph}).`,
    record_guardian: (paragraph: string, region: string) =>
      `Skriftleg vurdert ___ (dato) av ___: Personen kan ikkje samtykke. Verje ___ (ikkje mistenkt, mandat sett) gav samtykke til å dele ___ med ${region} (${paragraph}).`,
    record_serious: (paragraph: string, region: string) =>
      `Delt med ${region} utan samtykke (${paragraph}), fordi liv eller helse kan vere i fare: ___. Delt: ___. Drøfta med leiar: ___. Personen er informert: ja / nei, fordi ___.`,
    record_ask: (paragraph: string, region: string) =>
      `Spurde personen åleine ___ (dato) om samtykke til å dele ___ med ${region} (${paragraph}). Svar: ja / nei / delvis: ___.`,
    record_ask_again: (paragraph: string, region: string) =>
      `Spurde personen på nytt, åleine, ___ (dato) om samtykke til å dele ___ med ${region} (${paragraph}). Svar: ja / nei / delvis: ___.`,
    record_nameless: (paragraph: string, region: string) =>
      `Drøfta ei bekymring anonymt med ${region} ___ (dato). Ingenting som røper kven det gjeld, er delt (${paragraph}). Råd: ___.`,
  },
  en: {
    recordHeading: 'A sentence for your own record',
    recordAbout: 'Copy the sentence and fill in where it says ___. We do not store it.',
    recordCare: 'First make sure that the suspected person cannot read the record, for example with a power of attorney online. If in doubt, agree with your manager where it should stand.',
    record_danger: (paragraph: string, region: string) =>
      `Someone was in acute danger. Called 112/113 at ___ (${paragraph}). Told them: place, who and what happened. ${region} was told: ___. The person is informed: yes / no, because ___.`,
    record_avert: (paragraph: string, region: string) =>
      `Duty to avert considered (${paragraph}): it was certain or most likely that ___ would happen, and it could be prevented. Told the police at ___, then ${region}. Shared: ___. The person is informed: yes / no, because ___.`,
    record_consent: (paragraph: string, region: string) =>
      `On ___ (date) the person gave oral / written consent to share ___ with ${region} (${paragraph}). Informed of what, why, and that the consent can be withdrawn.`,
    record_kin: (paragraph: string, region: string) =>
      `Assessed in writing on ___ (date) by ___: the person cannot consent. The nearest relative, ___ (not suspected), gave consent to share ___ with ${region} (${paragraph}).`,
    record_guardian: (paragraph: string, region: string) =>
      `Assessed in writing on ___ (date) by ___: the person cannot consent. The guardian ___ (not suspected, mandate seen) gave consent to share ___ with ${region} (${paragraph}).`,
    record_serious: (paragraph: string, region: string) =>
      `Shared with ${region} without consent (${paragraph}), because life or health may be in danger: ___. Shared: ___. Discussed with manager: ___. The person is informed: yes / no, because ___.`,
    record_ask: (paragraph: string, region: string) =>
      `Asked the person alone on ___ (date) for consent to share ___ with ${region} (${paragraph}). Answer: yes / no / in part: ___.`,
    record_ask_again: (paragraph: string, region: string) =>
      `Asked the person again, alone, on ___ (date) for consent to share ___ with ${region} (${paragraph}). Answer: yes / no / in part: ___.`,
    record_nameless: (paragraph: string, region: string) =>
      `Discussed a concern anonymously with ${region} on ___ (date). Nothing that reveals whom it concerns was shared (${paragraph}). Advice: ___.`,
  },
});
