import type { Lang } from '../../../kernel/texts.ts';
import { AGE_BAND, GENDER } from '../../../people/codes.ts';
import type { PublishedSite } from '../../../regions/site.ts';
import type { Option } from '../../../web/ui/fields.tsx';
import { BASIS_LAW, RELATION, REPORTER, SERVICE } from '../../codes.ts';
import { AGES, ASKED, CONCERNS, CONTACTED, ELSEWHERE, EXCEPTIONS, GENDERS, NO_BASIS, NOT_KNOWN, RELATIONS, SITUATIONS, WHO, WORKPLACES } from '../../form/options.ts';
import { answerTexts } from '../../form-texts.ts';

/** An answer whose words are plain text, as a closed list needs. */
type Answer = Option & { readonly label: string };

/** Every list of answers that the form offers, in words. */
export function offered(lang: Lang, site: PublishedSite) {
  const t = answerTexts[lang];
  const about = (text: string | undefined) => (text === undefined ? {} : { description: text });
  const yes = { value: 'ja', label: t.yes };
  const no = { value: 'nei', label: t.no };
  return {
    yesNo: [yes, no],
    yesNoUnknown: [yes, no, { value: 'vet-ikke', label: t.unknown }],
    yesNoUnsure: [yes, no, { value: 'usikker', label: t.unsure }],
    who: WHO.map((code): Answer => ({ value: code, label: t.hvem[code], ...about(t.hvemAbout[code]) })),
    workplaces: WORKPLACES.map((code): Answer => ({ value: code, label: REPORTER.label(code, lang) })),
    asked: ASKED.map((code): Answer => ({ value: code, label: t.spurt[code] })),
    exceptions: [
      ...EXCEPTIONS.map((code): Answer => ({ value: code, label: t.grunn[code], ...about(BASIS_LAW[code]) })),
      { value: NO_BASIS, label: t.grunn.ingen },
    ],
    municipalities: [
      ...site.municipalities.map((one): Answer => ({ value: one.number, label: one.name })),
      { value: ELSEWHERE, label: t.elsewhere },
      { value: NOT_KNOWN, label: t.unknown },
    ],
    ages: AGES.map((code): Answer => ({ value: code, label: code === 'UKJENT' ? t.unknown : AGE_BAND.label(code, lang) })),
    genders: GENDERS.map((code): Answer => ({ value: code, label: code === 'UKJENT' ? t.unknown : GENDER.label(code, lang) })),
    concerns: CONCERNS.map((code): Answer => ({ value: code, label: t.hva[code], ...about(t.hvaAbout[code]) })),
    situations: SITUATIONS.map((code): Answer => ({ value: code, label: t.situasjon[code] })),
    relations: RELATIONS.map((code): Answer => ({ value: code, label: code === 'UKJENT' ? t.unknown : RELATION.label(code, lang) })),
    contacted: CONTACTED.map((code): Answer => ({ value: code, label: SERVICE.label(code, lang) })),
  };
}
