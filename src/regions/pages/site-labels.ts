import type { Lang } from '../../kernel/texts.ts';
import { CASE_TYPES, caseTypeField, childField, SITE_TEXTS, type SiteMember } from '../form.ts';
import type { Typed } from '../hours-form.ts';
import { regionTexts } from '../texts/page.ts';
import { hoursLabels } from './hours-fields.tsx';

/** What each field of the site's form is called; the error summary and the list of what is missing say it too. */
export function siteLabels(members: readonly SiteMember[], lang: Lang): Typed {
  const t = regionTexts[lang];
  return {
    name: t.name, 'phone-number': t.phoneNumber, 'talk-number': t.talkNumber, ...inThree('phoneName', t.phoneName, lang),
    ...hoursLabels('phone', t.phoneHours, lang), ...hoursLabels('talk', t.talkHours, lang), ...hoursLabels('reading', t.readingHours, lang),
    ...Object.fromEntries(members.map((one) => [childField(one.number), t.childOf(one.name)])),
    ...SITE_TEXTS.reduce<Typed>((all, key) => ({ ...all, ...inThree(key, t[key], lang) }), {}),
    ...CASE_TYPES.reduce<Typed>((all, type) => ({ ...all, ...inThree(caseTypeField(type), t[`case${type}`], lang) }), {}),
    'controller-name': t.controller, 'controller-address': t.controllerAddress,
    'officer-name': t.officer, 'officer-phone': t.officerPhone, 'officer-email': t.officerEmail,
    ...inThree('basis', t.basis, lang), reserve: t.reserveMissing,
  };
}

/** One text in three languages: «Innledning – nynorsk». */
export function inThree(prefix: string, label: string, lang: Lang): Typed {
  const t = regionTexts[lang];
  return { [`${prefix}-nb`]: `${label} – ${t.inNb}`, [`${prefix}-nn`]: `${label} – ${t.inNn}`, [`${prefix}-en`]: `${label} – ${t.inEn}` };
}
