// Colours for what CSS does not draw. Read from the tokens, so that a chart and a table agree in both themes.
const listeners = new Set();
const probe = document.createElement('span');
probe.hidden = true;
document.body.append(probe);

export function token(name) {
  probe.style.color = `var(--${name})`;
  return getComputedStyle(probe).color;
}

export const BUCKETS = ['CURRENT', '1-30', '31-60', '61-90', '91-120', '121+', 'CHARGED_OFF'];
const BUCKET_TOKENS = { CURRENT: 'current', '121+': '121', CHARGED_OFF: 'charged-off' };
export const bucketToken = (bucket) => `bucket-${BUCKET_TOKENS[bucket] ?? bucket}`;
export const bucketColour = (bucket) => token(bucketToken(bucket));

// A channel keeps its colour on every page.
const CHANNELS = { call: 1, sms: 2, email: 3, letter: 4, push: 5, visit: 6, none: 8 };
export const channelColour = (channel) => token(`series-${CHANNELS[channel] ?? 7}`);
export const series = (n) => token(`series-${(n % 8) + 1}`);

export const isDark = () => (document.documentElement.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
// Ink on a cell of a heat map that is `share` of the way to the strongest: the one with more contrast.
export const heatInk = (share) => token(share > (isDark() ? 0.6 : 0.68) ? 'surface' : 'ink');
export const onThemeChange = (listener) => listeners.add(listener);
const tell = () => listeners.forEach((listener) => listener());
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', tell);

// The manual switch. Choosing what the system has anyway goes back to following it.
export function switchTheme() {
  const next = isDark() ? 'light' : 'dark';
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  if (next === system) {
    delete document.documentElement.dataset.theme;
    localStorage.removeItem('arrears.theme');
  } else {
    document.documentElement.dataset.theme = next;
    localStorage.setItem('arrears.theme', next);
  }
  tell();
}
