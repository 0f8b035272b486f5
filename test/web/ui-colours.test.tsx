import { describe, expect, test } from 'vitest';
import { GROUNDS, PALETTES, SHADES } from '../../src/web/ui/css/palettes.mjs';

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** 0–360 degrees: 0 is red, 120 green, 240 blue. */
function hue(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const angle = (Math.atan2(Math.sqrt(3) * ((g ?? 0) - (b ?? 0)), 2 * (r ?? 0) - (g ?? 0) - (b ?? 0)) * 180) / Math.PI;
  return (angle + 360) % 360;
}

const MODES = ['light', 'dark'] as const;

describe.each(MODES)('in the %s', (mode) => {
  const ground = GROUNDS[mode];

  describe.each(Object.entries(PALETTES))('%s', (_, palette) => {
    const shade = (name: string) => palette[mode][SHADES.indexOf(name)] ?? '#000000';

    test('text can be read on every ground it stands on', () => {
      for (const surface of [ground.background, ground.band, shade('surface-default'), shade('surface-tinted'), shade('surface-hover')]) {
        expect(contrast(shade('text-subtle'), surface)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(shade('text-default'), surface)).toBeGreaterThanOrEqual(7);
      }
    });

    test('the words on a button can be read, also under the pointer', () => {
      for (const base of ['base-default', 'base-hover', 'base-active']) expect(contrast(shade('base-contrast-default'), shade(base))).toBeGreaterThanOrEqual(4.5);
    });

    test('the edge of a box one writes in can be seen', () => {
      for (const surface of [ground.background, ground.band]) expect(contrast(shade('border-default'), surface)).toBeGreaterThanOrEqual(3);
    });
  });

  test('the mark of where one stands can be seen on the page and on a button', () => {
    expect(contrast(ground.focusOuter, ground.background)).toBeGreaterThanOrEqual(3);
    expect(contrast(ground.focusOuter, ground.focusInner)).toBeGreaterThanOrEqual(3);
  });
});

test('red is kept for danger to life: no other palette comes near it', () => {
  const base = SHADES.indexOf('base-default');
  for (const [name, palette] of Object.entries(PALETTES)) {
    const angle = hue(palette.light[base] ?? '#000000');
    const near = Math.min(angle, 360 - angle);
    if (name === 'life') expect(near).toBeLessThan(10);
    else if (name !== 'neutral') expect(near).toBeGreaterThan(15);
  }
});
