import type { Lang } from '../../../kernel/texts.ts';
import type { HandedOver } from '../../commands/handed-over.ts';
import { deskTexts } from '../../texts/desk.ts';
import { Row, Stack } from '../../../web/ui/layout.tsx';
import { momentWords } from '../../../web/ui/moments.ts';
import { Card, Tag } from '../../../web/ui/surfaces.tsx';

/** What one has handed over and whether anybody has read it: the reference and that, and no way into the report. */
export function HandedList({ handed, lang }: { handed: readonly HandedOver[]; lang: Lang }) {
  const t = deskTexts[lang];
  if (handed.length === 0) return null;
  return (
    <Card heading={t.handed} symbol="arrow">
      <Stack gap="s">
        {handed.map((one) => (
          <Row key={one.reference} spread>
            <span>{t.handedLine(one.reference, momentWords(one.at, lang))}</span>
            {one.readAt === undefined ? <Tag tone="accent" symbol="ring">{t.handedUnread}</Tag> : <Tag tone="success" symbol="check">{t.handedReadAt(momentWords(one.readAt, lang))}</Tag>}
          </Row>
        ))}
      </Stack>
    </Card>
  );
}
