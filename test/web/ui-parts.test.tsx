import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { wellNested } from '../support/nesting.ts';
import { expect, test } from 'vitest';
import { BarChart } from '../../src/web/ui/bar-chart.tsx';
import { ReceiptCode, initials } from '../../src/web/ui/facts.tsx';
import { FormStep, FormSteps } from '../../src/web/ui/form-steps.tsx';
import { REVEAL_NAMES } from '../../src/web/ui/reveal.tsx';
import { Alert, Tag } from '../../src/web/ui/surfaces.tsx';
import { Pagination, Table, pagesShown } from '../../src/web/ui/table.tsx';
import { Clock, Phases } from '../../src/web/ui/time-line.tsx';
import { NextSteps, WorkList } from '../../src/web/ui/work.tsx';
import { readFileSync } from 'node:fs';

const html = (node: ReactElement) => wellNested(renderToStaticMarkup(node));

test('a suppressed number cannot be measured off the chart', () => {
  const shown = html(<BarChart title="Saker" rows={[{ label: 'A', value: 20 }, { label: 'B', value: null, shown: 'færre enn 5' }]} />);
  expect(shown.match(/<rect/g)).toHaveLength(1);
  expect(shown.match(/færre enn 5/g)).toHaveLength(2);
  expect(shown).toContain('Små tall er skjult');
});

test('a chart has the same rows as a table, for those who cannot see bars', () => {
  const shown = html(<BarChart title="Saker" rows={[{ label: 'A', value: 1200 }, { label: 'B', value: 3 }]} />);
  expect(shown).toContain('<table');
  expect(shown.match(/1\s200/g)).toHaveLength(2);
});

test('a chart of nothing but zeros still draws', () => {
  expect(html(<BarChart title="x" rows={[{ label: 'A', value: 0 }]} />)).toContain('width="0"');
});

test('a deadline is our own and has a symbol and a word, not only a colour', () => {
  const late = html(<Clock state="late" due="fredag kl. 12" what="vurdert" />);
  expect(late).toContain('Over fristen');
  expect(late).toContain('Vår frist');
  expect(late).toContain('<svg');
  expect(late).not.toContain('life');
});

test('a deadline in good time is quiet', () => {
  expect(html(<Clock state="calm" due="torsdag" short />)).not.toContain('<strong>');
});

test('the phase one stands in is told, not only coloured', () => {
  const phases = html(<Phases current="assess" />);
  expect(phases).toMatch(/Motta<\/span><span class="ds-sr-only"> \(ferdig\)/);
  expect(phases).toMatch(/aria-current="step"[^>]*>.*Vurdere/);
  expect(html(<Phases current="close" ended />)).not.toContain('aria-current');
});

test('a state and a message have a word for those who do not see the colour', () => {
  expect(html(<Tag tone="life">Akutt</Tag>)).toContain('<svg');
  expect(html(<Alert kind="life">Ring 112.</Alert>)).toContain('Fare for liv');
});

test('the answer to what somebody just did takes the focus, and what stands there whoever comes leaves it alone', () => {
  expect(html(<Alert kind="success">Lagret.</Alert>)).toMatch(/tabindex="-1"[^>]*autofocus/i);
  expect(html(<Alert kind="success" standing>Alt er i orden.</Alert>)).not.toMatch(/autofocus/i);
  expect(html(<Alert kind="warning">Se her.</Alert>)).not.toMatch(/autofocus/i);
});

test('a receipt code is shown in four groups and read out one character at a time', () => {
  const code = html(<ReceiptCode code="7KQF-3MXB-90TR-WZ4D" />);
  expect(code).toContain('<span>7KQF</span><span>3MXB</span><span>90TR</span><span>WZ4D</span>');
  expect(code).toContain('7 K Q F, 3 M X B');
});

test('a table says which column decides the order, and the order is an address', () => {
  const table = html(<Table caption="Saker" rows={['x']} rowKey={(row) => row} columns={[
    { key: 'a', label: 'Sak', rowHeader: true, sortHref: '?s=sak', sorted: 'descending', cell: (row) => row },
    { key: 'b', label: 'Kommune', sortHref: '?s=kommune', cell: () => 'Lia' },
  ]} />);
  expect(table).toContain('aria-sort="descending"');
  expect(table).toContain('aria-sort="none"');
  expect(table).toContain('href="?s=kommune"');
  expect(table).toMatch(/<th scope="row"/);
});

test('an empty table says so', () => {
  expect(html(<Table caption="Saker" rows={[]} rowKey={() => ''} empty="Ingen saker" columns={[{ key: 'a', label: 'Sak', cell: () => '' }]} />)).toContain('Ingen saker');
});

test('paging shows the ends and the neighbours, and nothing for a single page', () => {
  expect(pagesShown(4, 12)).toEqual([1, 3, 4, 5, 12]);
  expect(pagesShown(1, 2)).toEqual([1, 2]);
  expect(html(<Pagination page={1} pages={1} href={String} />)).toBe('');
  expect(html(<Pagination page={2} pages={3} href={(n) => `?side=${n}`} />)).toMatch(/rel="prev"[\s\S]*aria-current="page"[\s\S]*rel="next"/);
});

test('no part of a long form sends anything: «Neste» and «Tilbake» lead within the document', () => {
  const steps = html(
    <FormSteps heading="Skjema">
      <FormStep id="del-1" n={1} of={2} heading="A" next="del-2">x</FormStep>
      <FormStep id="del-2" n={2} of={2} heading="B" back="del-1">y</FormStep>
    </FormSteps>,
  );
  expect(steps).toContain('href="#del-2"');
  expect(steps).toContain('href="#del-1"');
  expect(steps).not.toContain('<button');
  expect(steps).toContain('Del 2 av 2');
});

test('every name a follow-up may have is known to the style sheet, else it would never open', () => {
  const css = readFileSync(new URL('../../src/web/ui/css/forms.css', import.meta.url), 'utf8');
  for (const name of REVEAL_NAMES) expect(css).toContain(`[data-when='${name}']`);
});

test('a closed step says why, and an open one leads somewhere', () => {
  const steps = html(<NextSteps open={[{ id: '1', label: 'Bekreft', href: '/saker/1/bekreft' }]} closed={[{ id: '2', label: 'Avslutt', why: 'Et tiltak er uten svar.' }]} />);
  expect(steps).toContain('href="/saker/1/bekreft"');
  expect(steps).toContain('Et tiltak er uten svar.');
});

test('a list of work tells why each line is there and can be walked by key', () => {
  const list = html(<WorkList label="Min dag" items={[{ id: '1', href: '/mottak/1', title: '2026-K7QF3M', reason: 'Ny. Ingen har åpnet den.' }]} />);
  expect(list).toContain('Ingen har åpnet den.');
  expect(list).toContain('data-keys="item"');
});

test('initials are of the first and the last name, whatever is written between', () => {
  expect(initials('Siri Dahl Moe')).toBe('SM');
  expect(initials('  øystein ')).toBe('Ø');
  expect(initials('')).toBe('');
});
