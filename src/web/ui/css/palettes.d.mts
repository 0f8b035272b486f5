export const SHADES: readonly string[];
export const PALETTES: Readonly<Record<string, Readonly<Record<'light' | 'dark', readonly string[]>>>>;
export const GROUNDS: Readonly<Record<'light' | 'dark', Readonly<{ background: string; band: string; focusInner: string; focusOuter: string }>>>;
