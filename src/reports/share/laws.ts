import { BASIS_LAW, type Basis } from '../codes.ts';
import type { Workplace } from './questions.ts';

/** A provision that allows or demands sharing. `basis` is the code that the report form takes; absent where the form has none for it. */
export type Ground = { readonly paragraph: string; readonly basis?: Basis };

/** What a rule may stand on: each is a column of the table below. */
export type GroundName = 'danger' | 'avert' | 'free' | 'consent' | 'kin' | 'guardian' | 'serious' | 'nameless';

export type LawRow = { readonly [G in GroundName]?: Ground } & {
  /** the provision that binds whoever works there */
  readonly secrecy: string;
  readonly nameless: Ground;
  readonly danger: Ground;
  /** the duty to tell child protection (barnevernsloven § 13-2 for everybody who works for a public body); absent: no duty in law */
  readonly child?: string;
};

const NECESSITY: Ground = { paragraph: 'strl. § 196, strl. § 287', basis: 'STRL_196' };
const AVERT: Ground = { paragraph: BASIS_LAW.STRL_196, basis: 'STRL_196' };
const DANGER: Ground = { paragraph: BASIS_LAW.FVL_13B_7, basis: 'FVL_13B_7' };
const NAMELESS: Ground = { paragraph: 'fvl. § 13 a nr. 2', basis: 'ANONYMISERT' };
const CONSENT: Ground = { paragraph: 'fvl. § 13 a nr. 1', basis: 'SAMTYKKE' };
/** vgml § 31: within the mandate; § 33: hears the person; § 34: not where the guardian's own interest is in it */
const GUARDIAN: Ground = { paragraph: 'fvl. § 13 a nr. 1, vgml. § 31', basis: 'SAMTYKKE' };

/** What nearly every public body has: forvaltningsloven, through its own provision on confidentiality. */
const PUBLIC_BODY = { danger: DANGER, avert: AVERT, consent: CONSENT, guardian: GUARDIAN, serious: DANGER, nameless: NAMELESS } as const;

/**
 * Which provision a person may stand on, by the law that binds where they work (domain reference §4.1, §8.12, §8.13; read against
 * the acts as of May 2026). An empty place means: this law has no such way, and the next rule is tried. Not legal advice.
 */
export const LAWS = {
  /** health personnel, and everybody in municipal health and care (hol § 2-1) */
  hpl: {
    secrecy: 'hpl. § 21, hol. § 12-1',
    danger: { paragraph: BASIS_LAW.HPL_31, basis: 'HPL_23_4' },
    avert: AVERT,
    consent: { paragraph: 'hpl. § 22', basis: 'SAMTYKKE' },
    kin: { paragraph: 'hpl. § 22, pbrl. § 3-3', basis: 'SAMTYKKE_PARORENDE' },
    guardian: { paragraph: 'hpl. § 22, pbrl. § 1-3, vgml. § 31', basis: 'SAMTYKKE' },
    serious: { paragraph: BASIS_LAW.HPL_23_4, basis: 'HPL_23_4' },
    nameless: { paragraph: 'hpl. § 23 nr. 3', basis: 'ANONYMISERT' },
    child: 'hpl. § 33',
  },
  krl: { ...PUBLIC_BODY, secrecy: 'krl. § 5', serious: { paragraph: BASIS_LAW.KRL_5_3, basis: 'KRL_5_3' }, child: 'krl. § 6' },
  sotjl: { ...PUBLIC_BODY, secrecy: 'sotjl. § 44', child: 'sotjl. § 45' },
  navl: { ...PUBLIC_BODY, secrecy: 'Nav-loven § 7', child: 'bvl. § 13-2' },
  bvl: { ...PUBLIC_BODY, secrecy: 'bvl. § 13-1', child: 'bvl. § 13-2' },
  fvl: { ...PUBLIC_BODY, secrecy: 'fvl. § 13', child: 'bvl. § 13-2' },
  polregl: {
    secrecy: 'politiregisterloven § 23',
    danger: { paragraph: 'politiregisterloven § 27' },
    avert: AVERT,
    consent: { paragraph: 'politiregisterloven § 24 nr. 1', basis: 'SAMTYKKE' },
    guardian: { paragraph: 'politiregisterloven § 24 nr. 1, vgml. § 31', basis: 'SAMTYKKE' },
    serious: { paragraph: 'politiregisterloven § 27' },
    nameless: { paragraph: 'politiregisterloven § 24 nr. 2', basis: 'ANONYMISERT' },
    child: 'bvl. § 13-2',
  },
  vgml: {
    secrecy: 'vgml. § 46',
    danger: NECESSITY,
    avert: AVERT,
    consent: { paragraph: 'vgml. § 46, fvl. § 13 a nr. 1', basis: 'SAMTYKKE' },
    nameless: { paragraph: 'vgml. § 46, fvl. § 13 a nr. 2', basis: 'ANONYMISERT' },
  },
  bank: {
    secrecy: 'finansforetaksloven § 9-6',
    danger: NECESSITY,
    avert: AVERT,
    consent: { paragraph: 'finansforetaksloven § 9-6', basis: 'SAMTYKKE' },
    guardian: { paragraph: 'finansforetaksloven § 9-6, vgml. § 31', basis: 'SAMTYKKE' },
    nameless: { paragraph: 'finansforetaksloven § 9-6', basis: 'ANONYMISERT' },
  },
  /** not known which law: only what holds in every one of them */
  unsure: {
    secrecy: 'fvl. § 13, hpl. § 21',
    danger: NECESSITY,
    avert: AVERT,
    consent: { paragraph: BASIS_LAW.SAMTYKKE, basis: 'SAMTYKKE' },
    nameless: { paragraph: BASIS_LAW.ANONYMISERT, basis: 'ANONYMISERT' },
    child: 'bvl. § 13-2',
  },
  /** relatives, neighbours, volunteers: no confidentiality in law, so nothing to be freed from */
  none: { secrecy: '', danger: { paragraph: 'strl. § 287' }, free: { paragraph: 'fvl. § 13, hpl. § 21' }, nameless: NAMELESS },
} as const satisfies Readonly<Record<string, LawRow>>;
export type Law = keyof typeof LAWS;

/** Which law binds where. */
export const LAW_OF: Readonly<Record<Workplace, Law>> = {
  hjemme: 'hpl', omsorg: 'hpl', helse: 'hpl', 'nav-sosial': 'sotjl', 'nav-stat': 'navl', senter: 'krl', barnevern: 'bvl', annen: 'fvl',
  politi: 'polregl', verge: 'vgml', bank: 'bank', usikker: 'unsure', ingen: 'none',
};

/** The provision in a place of the table; undefined where this law has none. */
export function groundOf(law: Law, name: GroundName): Ground | undefined {
  const row: LawRow = LAWS[law];
  return row[name];
}
