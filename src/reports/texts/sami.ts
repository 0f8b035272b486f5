import type { Prepared } from '../../kernel/texts.ts';
import type { FieldName } from '../form/fields.ts';
import type { Question } from './form-wording.ts';

/** The form's questions in Northern Sámi. Nobody who knows the language has read them yet, so none of them is shown. What is missing is said in bokmål. */
export const samiQuestions: Prepared<Readonly<Partial<Record<FieldName, Question>>>> = {
  approved: false,
  words: {
    fare: { label: 'Leago oktage váras dál?' },
    hvem: { label: 'Gii don leat?' },
    kommune: { label: 'Man gielddas olmmoš ássá?' },
    navn: { label: 'Mii lea olbmo namma?' },
    sett: { label: 'Maid leat oaidnán dahje gullan?' },
    onske: { label: 'Maid olmmoš ieš háliida?' },
    barn: { label: 'Leatgo ruovttus mánát?' },
  },
};
