import { DEMO_NEIGHBOUR, MUNICIPALITY_NAMES } from '../../../regions/codes.ts';
import type { PublishedSite } from '../../../regions/site.ts';
import { AGE_BAND, GENDER } from '../../../people/codes.ts';
import type { Option } from '../../../web/ui/fields.tsx';
import { BASIS_LAW, NEED, RELATION, REPORTER, SERVICE } from '../../codes.ts';
import {
  AGES, ASKED, COMING_BACK, CONCERNS, CONTACTED, ELSEWHERE, EXCEPTIONS, GENDERS, GIVEN, NO_BASIS, NOT_KNOWN, RELATIONS, SITUATIONS, WHO, WORKPLACES,
} from '../../form/options.ts';
import { answerWords, type Voice } from './voice.ts';

/** An answer whose words are plain text, as a closed list needs. */
type Answer = Option & { readonly label: string };

/** An answer that shows the questions under it. */
const opening = { opens: 'a' as const };

/** Every list of answers that the form offers, in words. */
export function offered(voice: Voice, site: { readonly municipalities: readonly Pick<PublishedSite['municipalities'][number], 'number' | 'name'>[] }, demo: boolean) {
  const t = answerWords(voice);
  const { lang } = voice;
  const about = (text: string | undefined) => (text === undefined ? {} : { description: text });
  const yes = { value: 'ja', label: t.yes };
  const no = { value: 'nei', label: t.no };
  const unknown = { value: 'vet-ikke', label: t.unknown };
  return {
    yesNo: [yes, no],
    yesNoUnknown: [yes, no, unknown],
    yesOpens: [{ ...yes, ...opening }, no, unknown],
    yesNoUnsure: [yes, no, { value: 'usikker', label: t.unsure }],
    who: WHO.map((code): Answer => ({ value: code, label: t.hvem[code], ...about(t.hvemAbout[code]) })),
    workplaces: WORKPLACES.map((code): Answer => ({ value: code, label: REPORTER.label(code, lang) })),
    // what is no consent opens the law's exceptions
    asked: ASKED.map((code): Answer => ({ value: code, label: t.spurt[code], ...(GIVEN.some((given) => given === code) ? {} : opening) })),
    exceptions: [
      ...EXCEPTIONS.map((code): Answer => ({ value: code, label: t.grunn[code], ...about(BASIS_LAW[code]), ...opening })),
      { value: NO_BASIS, label: t.grunn.ingen, ...about(t.noneAbout) },
    ],
    municipalities: [
      ...site.municipalities.map((one): Answer => ({ value: one.number, label: one.name })),
      { value: ELSEWHERE, label: t.elsewhere, ...opening },
      { value: NOT_KNOWN, label: t.unknown },
    ],
    everywhere: demo ? [DEMO_NEIGHBOUR.name, ...MUNICIPALITY_NAMES] : MUNICIPALITY_NAMES,
    ages: AGES.map((code): Answer => ({ value: code, label: code === 'UKJENT' ? t.unknown : AGE_BAND.label(code, lang) })),
    genders: GENDERS.map((code): Answer => ({ value: code, label: code === 'UKJENT' ? t.unknown : GENDER.label(code, lang) })),
    needs: NEED.codes.map((code): Answer => ({ value: code, label: NEED.label(code, lang), ...(code === 'ENKLE_ORD' ? {} : opening) })),
    concerns: CONCERNS.map((code): Answer => ({ value: code, label: t.hva[code], ...about(t.hvaAbout[code]) })),
    situations: SITUATIONS.map((code): Answer => ({ value: code, label: t.situasjon[code] })),
    relations: RELATIONS.map((code): Answer => ({ value: code, label: code === 'UKJENT' ? t.unknown : RELATION.label(code, lang) })),
    contacted: CONTACTED.map((code): Answer => ({ value: code, label: SERVICE.label(code, lang) })),
    comingBack: COMING_BACK.map((code): Answer => ({ value: code, label: t.kode[code], ...(code === 'egne' ? opening : {}) })),
  };
}
