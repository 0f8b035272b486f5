// The colours, once. The build writes them out as Designsystemet's tokens; test/web/ui-colours.test.tsx measures their contrast.
//
// `danger` is the name Designsystemet gives to faults in a form. Ours are plum, since red is kept for danger to life (`life`).

/** What each place in a row below is for; the ends of Designsystemet's token names. */
export const SHADES = /** @type {const} */ ([
  'surface-default', 'surface-tinted', 'surface-hover', 'surface-active', 'border-subtle', 'border-default', 'border-strong',
  'text-subtle', 'text-default', 'base-default', 'base-hover', 'base-active', 'base-contrast-default',
]);

/** @type {Readonly<Record<string, Readonly<{ light: readonly string[], dark: readonly string[] }>>>} */
export const PALETTES = {
  neutral: {
    light: ['#ffffff', '#f8f5f3', '#efecea', '#e5e2e0', '#d8d5d3', '#857f7a', '#635c57', '#5d5751', '#2d2b28', '#443f39', '#38342f', '#2d2b28', '#ffffff'],
    dark: ['#211f1d', '#2a2825', '#363432', '#43413e', '#4f4d4b', '#8d8884', '#b8b3af', '#c5c0bb', '#efecea', '#dbd7d3', '#e6e2df', '#efecea', '#131110'],
  },
  accent: {
    light: ['#ffffff', '#fff3ed', '#ffe7dc', '#fbdbcc', '#ebcfc2', '#b06d4b', '#90451a', '#8a4013', '#422110', '#a34f1f', '#8c3e0b', '#753002', '#ffffff'],
    dark: ['#211f1d', '#35231a', '#452e23', '#56392c', '#60463a', '#b27a5f', '#e1a487', '#ecb296', '#f8e9e3', '#efa784', '#f7bb9e', '#fcccb4', '#16100d'],
  },
  info: {
    light: ['#ffffff', '#eef8fd', '#e0f0f9', '#d1e7f3', '#c6d9e4', '#5588a2', '#256583', '#1e5f7d', '#152f3c', '#1e698a', '#0a5776', '#004661', '#ffffff'],
    dark: ['#211f1d', '#1c2a31', '#263740', '#30444f', '#3d505a', '#6690a6', '#90bbd3', '#9ec8de', '#e5eff4', '#8ec3df', '#a7d2e9', '#bcddf0', '#0e1215'],
  },
  success: {
    light: ['#ffffff', '#f0f8f1', '#e4f1e6', '#d6e9d9', '#cbdbcd', '#638c6b', '#3a6a45', '#346440', '#1c3121', '#386e45', '#295c36', '#1a4b28', '#ffffff'],
    dark: ['#211f1d', '#202b22', '#2a382d', '#354638', '#425245', '#719377', '#9bbfa1', '#a9cbaf', '#e7efe8', '#9cc7a4', '#b1d5b8', '#c4e0c9', '#0f1310'],
  },
  warning: {
    light: ['#ffffff', '#fcf5e9', '#f8ebd8', '#f2e0c6', '#e3d4bd', '#9f793a', '#7c5502', '#755004', '#3a2705', '#7f580a', '#6a4801', '#563a00', '#ffffff'],
    dark: ['#211f1d', '#302616', '#3f321e', '#4e3e26', '#594b34', '#a38352', '#d0ae7a', '#dcbc8a', '#f3ece0', '#dcb374', '#e7c592', '#eed3ab', '#14110c'],
  },
  danger: {
    light: ['#ffffff', '#fef1fa', '#fae6f4', '#f6d9ec', '#e6cdde', '#a46a94', '#844273', '#7e3d6d', '#3d2035', '#8b4278', '#763365', '#632454', '#ffffff'],
    dark: ['#211f1d', '#32222d', '#412d3b', '#513849', '#5c4555', '#a87799', '#d6a1c6', '#e2afd2', '#f5e9f1', '#e2a3d0', '#edb8dc', '#f3c9e6', '#151013'],
  },
  life: {
    light: ['#ffffff', '#fff3f1', '#fee7e4', '#fed9d5', '#f6cac5', '#c45b56', '#a5292b', '#9e2225', '#4c1716', '#ae2127', '#970b19', '#7a0712', '#ffffff'],
    dark: ['#211f1d', '#3b1e1c', '#4c2826', '#5f3330', '#69403d', '#c46c66', '#f5968f', '#fda79f', '#fee7e4', '#fd9c95', '#feb5ae', '#fec9c3', '#180f0e'],
  },
};

/** Page ground, the ground of quiet bands, and the two rings of the focus mark. */
export const GROUNDS = {
  light: { background: '#ffffff', band: '#fbf8f5', focusInner: '#ffffff', focusOuter: '#2d2b28' },
  dark: { background: '#1a1817', band: '#211f1d', focusInner: '#1a1817', focusOuter: '#f7eae4' },
};
