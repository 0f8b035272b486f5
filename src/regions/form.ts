import { plainLine, plainText } from '../kernel/plain-text.ts';
import { done, refuse, type Outcome } from '../kernel/outcome.ts';
import { LANGUAGES } from '../kernel/texts.ts';
import { hoursForm, typedHours, type Typed } from './hours-form.ts';
import { publishedSite, type PublishedSite, type Words } from './site.ts';

/** The region's own words on its site, in the order in which they are edited. */
export const SITE_TEXTS = ['intro', 'whatHappens', 'whoReads', 'purpose', 'retention'] as const;
export type SiteText = (typeof SITE_TEXTS)[number];

/** What the types of case mean here, for those who assess; the public does not see it. */
export const CASE_TYPES = ['MA', 'BOR', 'KAN'] as const;
export type CaseTypeText = (typeof CASE_TYPES)[number];

/** The first part of the fields of one of them, as `caseType-MA-nb`. */
export function caseTypeField(type: CaseTypeText): string {
  return `caseType-${type}`;
}

export const MOST_LINE = 200;
export const MOST_TEXT = 4000;
export const MOST_EXCEPTIONS = 400;

/** A municipality as the register of members has it: the site names these and no others. */
export type SiteMember = { readonly number: string; readonly name: string };

export function childField(number: string): string {
  return `child-${number}`;
}

/** A site as one edits it. `typedSite` reads it back. */
export function siteForm(site: PublishedSite): Typed {
  return {
    name: site.name, formOpen: site.formOpen ? 'ja' : '',
    'phone-number': site.phone.number, 'talk-number': site.talk.number,
    ...hoursForm('phone', site.phone.hours), ...hoursForm('talk', site.talk.hours), ...hoursForm('reading', site.reading),
    ...Object.fromEntries(site.municipalities.map((one) => [childField(one.number), one.childProtection])),
    'controller-name': site.controller.name, 'controller-address': site.controller.address,
    'officer-name': site.dataProtectionOfficer.name, 'officer-phone': site.dataProtectionOfficer.phone, 'officer-email': site.dataProtectionOfficer.email,
    ...wordsForm('phoneName', site.phone.name), ...wordsForm('basis', site.legalBasis),
    ...SITE_TEXTS.reduce<Typed>((all, key) => ({ ...all, ...wordsForm(key, site[key]) }), {}),
    ...CASE_TYPES.reduce<Typed>((all, type) => ({ ...all, ...wordsForm(caseTypeField(type), site.caseTypes[type]) }), {}),
  };
}

function wordsForm(prefix: string, words: Words): Typed {
  return Object.fromEntries(LANGUAGES.map((lang) => [`${prefix}-${lang}`, words[lang]]));
}

/**
 * The site that was typed, or every fault at once: `bad_input` with a code per field (`missing`, `too_long`, `phone_shape`,
 * `email_shape`, and those of opening hours). Controller, officer and basis may be empty: they are asked for when the form opens.
 */
export function typedSite(typed: Typed, members: readonly SiteMember[]): Outcome<PublishedSite> {
  const read = reader(typed);
  const site: PublishedSite = {
    name: read.line('name', 'needed'), formOpen: typed['formOpen'] === 'ja',
    phone: { number: read.phone('phone-number'), name: read.words('phoneName', 'needed'), hours: read.hours('phone') },
    talk: { number: read.phone('talk-number'), hours: read.hours('talk') },
    reading: read.hours('reading'),
    municipalities: members.map(({ number, name }) => ({ number, name, childProtection: read.phone(childField(number)) })),
    controller: { name: read.line('controller-name'), address: read.line('controller-address') },
    dataProtectionOfficer: { name: read.line('officer-name'), phone: read.phone('officer-phone', 'optional'), email: read.email('officer-email') },
    legalBasis: read.words('basis'),
    purpose: read.words('purpose', 'needed'), whoReads: read.words('whoReads', 'needed'), retention: read.words('retention', 'needed'),
    intro: read.words('intro', 'needed'), whatHappens: read.words('whatHappens', 'needed'),
    caseTypes: { MA: read.words(caseTypeField('MA'), 'needed'), BOR: read.words(caseTypeField('BOR'), 'needed'), KAN: read.words(caseTypeField('KAN'), 'needed') },
  };
  if (Object.keys(read.faults).length > 0) return refuse('bad_input', read.faults);
  const checked = publishedSite.safeParse(site);
  return checked.success ? done(checked.data) : refuse('bad_input', { name: 'form_unreadable' });
}

/** 3 to 15 digits, with a space where people like one. */
const PHONE = /^\+?\d(?: ?\d){2,14}$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export type Need = 'needed' | 'optional';

/** Takes fields out of a typed form and gathers what is wrong with each. */
export function reader(typed: Typed) {
  const faults: Record<string, string> = {};
  const take = (field: string, need: Need, most: number, clean: (text: string) => string): string => {
    const text = clean(typed[field] ?? '');
    if (text === '' && need === 'needed') faults[field] = 'missing';
    if (text.length > most) faults[field] = 'too_long';
    return text;
  };
  const shaped = (field: string, need: Need, shape: RegExp, code: string): string => {
    const text = take(field, need, MOST_LINE, plainLine).replace(/\s+/g, ' ');
    if (text !== '' && faults[field] === undefined && !shape.test(text)) faults[field] = code;
    return text;
  };
  return {
    faults,
    line: (field: string, need: Need = 'optional') => take(field, need, MOST_LINE, plainLine),
    text: (field: string, need: Need = 'optional') => take(field, need, MOST_TEXT, plainText),
    phone: (field: string, need: Need = 'needed') => shaped(field, need, PHONE, 'phone_shape'),
    email: (field: string, need: Need = 'optional') => shaped(field, need, EMAIL, 'email_shape'),
    words: (prefix: string, need: Need = 'optional') => {
      const word = (lang: (typeof LANGUAGES)[number]): string => take(`${prefix}-${lang}`, need, MOST_TEXT, plainText);
      return { nb: word('nb'), nn: word('nn'), en: word('en') };
    },
    hours: (prefix: string) => {
      const found = typedHours(prefix, typed);
      Object.assign(faults, found.faults);
      const { hours } = found;
      if (hours.kind === 'weekly' && hours.exceptions.length > MOST_EXCEPTIONS) faults[`${prefix}-exceptions`] = 'too_long';
      return hours;
    },
  };
}
