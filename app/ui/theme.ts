import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  mergeThemeOverrides,
} from '@mantine/core';

/** The one accent: an iris that no status colour comes near. */
const iris: MantineColorsTuple = [
  '#eceafb',
  '#d9d6f5',
  '#bcb8ec',
  '#a09be3',
  '#827cd8',
  '#6a64cc',
  '#5a55c2',
  '#4b47b8',
  '#3d399c',
  '#302d7f',
];

/** The kit's dark greys, from light to deep, in the tint of the tokens. */
const dark: MantineColorsTuple = [
  '#eceef0',
  '#b5bcc4',
  '#97a0aa',
  '#767e88',
  '#3d434b',
  '#2b3037',
  '#20252b',
  '#1c2025',
  '#14171b',
  '#101215',
];

const FONT = 'var(--font-latin), var(--font-cjk), system-ui, -apple-system, BlinkMacSystemFont, sans-serif';

/** The look of every seat. Colours with a meaning are CSS variables of tokens.css, not Mantine palettes. */
const theme = createTheme({
  primaryColor: 'iris',
  primaryShade: { light: 7, dark: 6 },
  colors: { iris, dark },
  fontFamily: FONT,
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, var(--font-cjk), monospace',
  headings: { fontFamily: FONT, fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  autoContrast: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Modal: {
      defaultProps: {
        centered: true,
        overlayProps: { backgroundOpacity: 0.35 },
        transitionProps: { duration: 120 },
      },
    },
    Drawer: {
      defaultProps: { overlayProps: { backgroundOpacity: 0.35 }, transitionProps: { duration: 120 } },
    },
    Menu: { defaultProps: { transitionProps: { duration: 80 }, shadow: 'md' } },
    Tooltip: { defaultProps: { openDelay: 350, transitionProps: { duration: 80 }, withArrow: true } },
  },
});

/** The look with the word that the kit's own close buttons say. */
export function themeSaying(close: string) {
  const closeButtonProps = { 'aria-label': close };
  return mergeThemeOverrides(theme, {
    components: {
      Notification: { defaultProps: { closeButtonProps } },
      Modal: { defaultProps: { closeButtonProps } },
      Drawer: { defaultProps: { closeButtonProps } },
    },
  });
}

/** Lets Mantine's own surfaces stand on the tokens, so that light and dark are written once. */
export const cssVariables: CSSVariablesResolver = () => {
  const surfaces = {
    '--mantine-color-body': 'var(--surface-raised)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-3)',
    '--mantine-color-default-border': 'var(--line)',
    '--mantine-color-placeholder': 'var(--ink-3)',
    '--mantine-color-error': 'var(--status-breached)',
  };
  return { variables: {}, light: surfaces, dark: surfaces };
};
