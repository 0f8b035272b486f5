/** Drawn on a 24-unit grid with a 2-unit round stroke. `fill` marks shapes that are filled instead of stroked. */
const SHAPES = {
  dot: { d: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8z', fill: true },
  ring: { d: 'M12 6a6 6 0 1 0 0 12 6 6 0 0 0 0-12z' },
  half: { d: 'M12 6a6 6 0 1 0 0 12zM12 6a6 6 0 0 1 0 12', fill: false },
  check: { d: 'M5 12.5l4.5 4.5L19 7.5' },
  cross: { d: 'M7 7l10 10M17 7L7 17' },
  info: { d: 'M12 11v6M12 7.2v.1M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z' },
  alert: { d: 'M12 9.5v4M12 16.9v.1M12 4L2.8 20h18.4z' },
  clock: { d: 'M12 7.5V12l3 2M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z' },
  bell: { d: 'M6 17h12l-1.5-2.5V10a4.5 4.5 0 0 0-9 0v4.5zM10.5 20h3' },
  flag: { d: 'M6 21V4h11l-2 4 2 4H6' },
  lock: { d: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3' },
  shield: { d: 'M12 3.5l7 2.5v5.5c0 4.5-3 7.4-7 9-4-1.6-7-4.5-7-9V6z' },
  eye: { d: 'M2.5 12C5 7.7 8.3 5.5 12 5.5s7 2.2 9.5 6.5c-2.5 4.3-5.8 6.5-9.5 6.5S5 16.3 2.5 12zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z' },
  person: { d: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.5 20.5c.7-4 3.7-6 7.5-6s6.8 2 7.5 6' },
  phone: { d: 'M6.5 3.5h3l1.5 4.5-2.2 1.6a12 12 0 0 0 5.6 5.6l1.6-2.2 4.5 1.5v3a2 2 0 0 1-2.2 2A17 17 0 0 1 4.5 5.7a2 2 0 0 1 2-2.2z' },
  note: { d: 'M6 3.5h8.5L19 8v12.5H6zM14 3.5V8.5h5M9 13h7M9 16.5h5' },
  doc: { d: 'M6 3.5h8.5L19 8v12.5H6zM14 3.5V8.5h5' },
  house: { d: 'M4 11l8-7 8 7M6.5 9.5V20h11V9.5M10 20v-5.5h4V20' },
  arrow: { d: 'M5 12h14M13 6l6 6-6 6' },
  back: { d: 'M19 12H5M11 6l-6 6 6 6' },
  up: { d: 'M12 19V6M6.5 11.5L12 6l5.5 5.5' },
  down: { d: 'M12 5v13M6.5 12.5L12 18l5.5-5.5' },
  chat: { d: 'M4 5h16v11H11l-4.5 4v-4H4z' },
  hand: { d: 'M12 20.5s-7.5-4.4-7.5-10A4.3 4.3 0 0 1 12 7.8a4.3 4.3 0 0 1 7.5 2.7c0 5.6-7.5 10-7.5 10z' },
  leave: { d: 'M10 4.5H5v15h5M10 12h10M15.5 7.5L20 12l-4.5 4.5' },
  print: { d: 'M7 8V3.5h10V8M7 17H4V8.5h16V17h-3M7 14h10v6.5H7z' },
  pause: { d: 'M9 6v12M15 6v12' },
} as const;

export type SymbolName = keyof typeof SHAPES;

/** A small drawing beside a word. It never stands alone, so it is hidden from screen readers. */
export function Symbol({ name }: { name: SymbolName }) {
  const shape: { d: string; fill?: boolean } = SHAPES[name];
  const filled = shape.fill === true;
  return (
    <svg className={filled ? 'vv-symbol vv-symbol-filled' : 'vv-symbol'} viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <path d={shape.d} />
    </svg>
  );
}
