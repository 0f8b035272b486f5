import type { Retention, Risk } from '../../src/cases/choices.ts';
import type { CaseType } from '../../src/cases/codes.ts';
import type { CaseStep } from '../../src/cases/commands/step.ts';
import type { NotedFactor, PlanPlace, ProtectionKind, RiskTool, SuspectChange } from '../../src/cases/safety-codes.ts';

/** How far a story has come. Each goes through the ones before it. */
export const STAGES = ['sent', 'read', 'opened', 'proposed', 'classified', 'investigated', 'measures', 'followed', 'closing', 'closed'] as const;
export type Stage = (typeof STAGES)[number];

type Factors = Readonly<Partial<Record<NotedFactor, string>>>;
export type Safety = {
  readonly risk?: { readonly tool: RiskTool; readonly version: string; readonly assessor: string; readonly conclusion: Risk; readonly grounds: string };
  /** what worried the team, with what it builds on; `later` after the rest of the inquiry */
  readonly factors: Factors;
  readonly later?: Factors;
  readonly plan: Readonly<Record<'warningSigns' | 'safePlaces' | 'whoToCall', string>> & { readonly planPlace: PlanPlace } & Readonly<Partial<Record<'livingWith' | 'bag' | 'devices' | 'money' | 'ifSeen', string>>>;
  /** how many days each lasts from then */
  readonly protections?: readonly { readonly kind: ProtectionKind; readonly days: number; readonly by: string; readonly note: string }[];
  /** then the suspected abuser was somewhere else */
  readonly change?: { readonly change: SuspectChange; readonly what: string };
};

/** What the person said they want, when in the case, to whom, and how they were asked. */
export type Said = { readonly says: string; readonly phase: 'START' | 'UNDERVEIS' | 'SLUTT'; readonly by: string; readonly how: readonly string[] };

/** One invented report and what became of it. */
export type Story = {
  /** days before the demo was filled */
  readonly daysAgo: number;
  /** hour and minute on the wall clock when it was sent */
  readonly at: string;
  /** the form's answers by field name; several choices are joined by «|» */
  readonly answers: Readonly<Record<string, string>>;
  readonly stage: Stage | 'advice';
  /** it was written in easy words */
  readonly easy?: true;
  readonly type?: Extract<CaseType, 'MA' | 'BOR' | 'KAN'>;
  readonly wish?: string;
  readonly grounds?: string;
  readonly findings?: string;
  readonly notes?: readonly string[];
  /** those involved, where the ones who assess know more than the report told */
  readonly services?: readonly string[];
  readonly measures?: readonly { readonly measure: string; readonly responsible: string; readonly what: string; /** where the decision is found that it stands on, made that day */ readonly decisionRef?: string }[];
  readonly reasons?: readonly string[];
  readonly advice?: string;
  /** how long the closed case is kept, where it is not for good */
  readonly retention?: Retention;
  /** asked by whoever leads the case, answered with the code, and the lines of a letter that came along */
  readonly talk?: { readonly question: string; readonly answer: string; readonly letter: readonly string[] };
  /** professionals outside who are asked by code: what the GP reads and answers, and what somebody else has not answered yet */
  readonly expert?: { readonly gp: string; readonly answer: string; readonly waits: string };
  /** a relative consented for the person, something was shared on it, and then the bank called */
  readonly relative?: { readonly name: string; readonly relation: string; readonly assessed: string; readonly covers: string; readonly organ: string; readonly shared: string; readonly then: string };
  /** what keeps the person safe, and how dangerous it is held to be */
  readonly safety?: Safety;
  /** the person's own words on the way, how they were asked, and whether they know of the case */
  readonly voice?: readonly Said[];
  /** told of the case, or why not, and in how many days it is looked at again */
  readonly knows?: { readonly how: string } | { readonly ground: string; readonly again: number };
  /** what else whoever leads the case wrote down while asking: no, interpreter, coordinator */
  readonly beside?: readonly (readonly [step: CaseStep, answers: Readonly<Record<string, unknown>>])[];
  /** child protection was told of children in the home */
  readonly children?: { readonly why: string };
  /** who in a service knows of a suspected co-resident or employee */
  readonly service?: string;
  /** the inquiry waits for the police: whom we talk with there, and what was agreed */
  readonly police?: { readonly contact: string; readonly agreed: string; readonly said: string };
  /** another reporter told of the same person later, and it went into the case */
  readonly second?: { readonly daysAgo: number; readonly answers: Readonly<Record<string, string>> };
  /** an edited re-send some hours later */
  readonly addition?: string;
};
