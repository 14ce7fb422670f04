/** Which device is it? Browser and system, read out of the user agent. */

/** In the order in which they have to be looked for: most browsers also claim to be an older one. */
const BROWSERS = [
  [/Edg(?:A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/HeadlessChrome\/|Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
  [/^curl\//, 'curl'],
] as const;
const SYSTEMS = [
  [/iPhone|iPod/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/CrOS/, 'ChromeOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/Linux|X11/, 'Linux'],
] as const;

/** Returns such as "Firefox on Windows". */
export function deviceWords(userAgent: string | null): string {
  const find = (table: typeof BROWSERS | typeof SYSTEMS) =>
    table.find(([mark]) => mark.test(userAgent ?? ''))?.[1];
  const system = find(SYSTEMS);
  const browser = find(BROWSERS) ?? (system ? 'A browser' : 'An unknown device');
  return system ? `${browser} on ${system}` : browser;
}
