import { catalogue } from '../kernel/texts.ts';
import { en } from './texts/en.ts';
import { nb } from './texts/nb.ts';
import { nn } from './texts/nn.ts';

/** The words of the case file, by key: `status.MOTTATT`, `step.handOver`, `refusal.case_closed` … A missing word does not compile. */
export const caseTexts = catalogue({ nb, nn, en });
