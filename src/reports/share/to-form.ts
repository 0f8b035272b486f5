import type { Consent, Reporter } from '../codes.ts';
import { EMPLOYEE, EXCEPTIONS, NO_BASIS } from '../form/options.ts';
import type { Advice } from './decide.ts';
import type { ShareAnswers, Workplace } from './questions.ts';

/** Where the workplace is one code of the form; the others are asked there. */
const PLACE: Readonly<Partial<Record<Workplace, Reporter>>> = {
  hjemme: 'HJEMMETJENESTE', 'nav-sosial': 'NAV', 'nav-stat': 'NAV', senter: 'KRISESENTER', barnevern: 'BARNEVERN', politi: 'POLITI', verge: 'VERGE', bank: 'BANK_NAERING',
};
/** «ja» is left open: the form asks whether it was in words or in writing. */
const ASKED: Readonly<Partial<Record<NonNullable<ShareAnswers['spurt']>, Consent>>> = {
  delvis: 'DELVIS', 'kan-sporre': 'IKKE_SPURT', 'ikke-trygt': 'IKKE_TRYGT', nei: 'AVSLATT', 'kan-ikke': 'MANGLER_KOMPETANSE',
};

/** What the report form is begun with, by field name: answers from fixed lists only, never a word about anybody. */
export function toForm(asked: ShareAnswers, advice: Advice): Readonly<Record<string, string>> {
  const place = asked.hvor === undefined ? undefined : PLACE[asked.hvor];
  const consent = advice.rule === 'kin' ? 'PARORENDE' : advice.rule === 'guardian' ? 'VERGE' : asked.spurt === undefined ? undefined : ASKED[asked.spurt];
  const given: Record<string, string | undefined> = {
    fare: asked.fare, barn: asked.barn, hvem: advice.law === 'none' ? undefined : EMPLOYEE, sted: place, spurt: consent, grunn: exceptionOf(advice),
  };
  return Object.fromEntries(Object.entries(given).filter((pair): pair is [string, string] => pair[1] !== undefined));
}

function exceptionOf({ rule, kind, ground }: Advice): string | undefined {
  if (kind === 'anonymous') return NO_BASIS;
  if (rule !== 'danger' && rule !== 'avert' && rule !== 'serious') return undefined;
  return EXCEPTIONS.find((code) => code === ground.basis);
}
