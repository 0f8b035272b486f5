import type { Mode } from './fields.ts';
import { ELSEWHERE, EMPLOYEE, GIVEN, NO_BASIS } from './options.ts';
import { one, type Written } from './written.ts';

/** What the answers so far decide about the rest of the form. */
export type Situation = {
  /** undefined until the writer has said who they are */
  readonly mode: Mode | undefined;
  /** works in a service, and is therefore bound by confidentiality */
  readonly service: boolean;
  /** no consent: a service must say whether one of the law's exceptions fits (fvl § 13 b, hpl § 23) */
  readonly basisNeeded: boolean;
  /** chose to go on without naming anybody: what is written is looked through for what could tell who it is */
  readonly consulting: boolean;
  /** lives in none of the region's municipalities */
  readonly outside: boolean;
  /** said to be under 18: child protection first, but the report is still taken */
  readonly child: boolean;
  readonly danger: boolean;
};

/** Pure; the page shows the same by CSS while the form is filled in, and the server decides by this. */
export function situation(written: Written): Situation {
  const who = one(written, 'hvem');
  const service = who === EMPLOYEE;
  const asked = one(written, 'spurt');
  const basis = one(written, 'grunn');
  const place = one(written, 'kommune');
  const basisNeeded = service && asked !== '' && !GIVEN.some((code) => code === asked);
  // Until an exception is chosen nobody may be named, so nothing that names the person is asked for.
  const unnamed = basisNeeded && (basis === '' || basis === NO_BASIS);
  return {
    mode: modeOf(who, service, unnamed, one(written, 'anonym') === 'ja'),
    service,
    basisNeeded,
    consulting: unnamed && basis === NO_BASIS,
    // a browser that could not hide the long list may have had only that one answered
    outside: place === ELSEWHERE || (place === '' && one(written, 'annenkommune') !== ''),
    child: one(written, 'voksen') === 'nei',
    danger: one(written, 'fare') === 'ja',
  };
}

function modeOf(who: string, service: boolean, unnamed: boolean, anonymous: boolean): Mode | undefined {
  if (who === '') return undefined;
  if (who === 'UTSATT_SELV') return 'D';
  if (service) return unnamed ? 'C' : 'A';
  return anonymous ? 'B' : 'A';
}
