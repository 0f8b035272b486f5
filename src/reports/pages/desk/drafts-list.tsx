import type { Lang } from '../../../kernel/texts.ts';
import type { DraftLine, Drafts } from '../../commands/drafts.ts';
import { CHANNEL } from '../../codes.ts';
import { deskTexts } from '../../desk-texts.ts';
import { Button, LinkButton } from '../../../web/ui/buttons.tsx';
import { Form, Quiet, Row, Stack } from '../../../web/ui/layout.tsx';
import { momentWords } from '../../../web/ui/moments.ts';
import { Card } from '../../../web/ui/surfaces.tsx';
import { draftPath, takePath } from './paths.ts';

/** Talks that were not handed over. What was written in them stands behind the link. */
export function DraftsList({ drafts, lang, but }: { drafts: Drafts; lang: Lang; /** the one that is open here */ but?: string | undefined }) {
  const t = deskTexts[lang];
  const mine = drafts.mine.filter((one) => one.draft_id !== but);
  if (mine.length + drafts.left.length === 0) return null;
  return (
    <Card heading={t.drafts} symbol="note" tone="tinted">
      <Stack gap="s">
        {mine.map((one) => <Row key={one.draft_id} spread><Line one={one} lang={lang} /><LinkButton href={draftPath(one.channel, one.draft_id)} small>{t.goOn}</LinkButton></Row>)}
        {drafts.left.length === 0 ? null : <p><strong>{t.leftHeading}</strong></p>}
        {drafts.left.map((one) => (
          <Form key={one.draft_id} action={takePath(one.draft_id)}>
            <Row spread><Line one={one} lang={lang} /><Button variant="secondary" small>{t.takeOver}</Button></Row>
          </Form>
        ))}
      </Stack>
    </Card>
  );
}

function Line({ one, lang }: { one: DraftLine; lang: Lang }) {
  const t = deskTexts[lang];
  return <span>{CHANNEL.label(one.channel, lang)} <Quiet>{t.begun(momentWords(one.started_at, lang))}{one.whose === undefined ? '' : ` ${t.by(one.whose)}`}</Quiet></span>;
}
