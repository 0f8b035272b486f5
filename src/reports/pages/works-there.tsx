import type { Lang } from '../../kernel/texts.ts';
import { Alert } from '../../web/ui/surfaces.tsx';
import type { Workplace } from '../workplace.ts';
import { workplaceTexts } from '../workplace-texts.ts';

/** Before the question of impartiality: where somebody it is about works. Nothing, where nobody said so. */
export function WorksThere({ workplace, lang }: { workplace: Workplace | undefined; lang: Lang }) {
  if (workplace === undefined) return null;
  const t = workplaceTexts[lang];
  return <Alert kind="warning"><p>{workplace.where.length === 0 ? t.somewhere : t.at(workplace.where.join('; '))}</p></Alert>;
}
