import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** The Chromium that end-to-end tests drive, and in words where it came from. */
export type Browser = { executablePath: string; source: string };

const VARIABLE = 'PLAYWRIGHT_CHROMIUM_EXECUTABLE';
const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const ELSEWHERE = [
  '/usr/bin',
  '/usr/local/bin',
  '/snap/bin',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const TEN_MINUTES_MS = 600_000;

/** A browser's switches: no sandbox (it cannot be made as root), no graphics card, no calls of its own outside. */
export const BROWSER_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/**
 * Finds a Chromium that starts, or gets one: the one named by PLAYWRIGHT_CHROMIUM_EXECUTABLE, one that is installed,
 * the distribution's for root on Debian or Ubuntu, Playwright's own download. Prints which one it took.
 * Throws with everything that was tried and why it failed.
 */
export function chooseBrowser(): Browser {
  const browser = findBrowser();
  console.log(`End-to-end tests run in ${browser.executablePath} (${browser.source}).`);
  return browser;
}

function findBrowser(): Browser {
  const tried: string[] = [];
  const named = process.env[VARIABLE];
  if (named) {
    const fault = faultOf(named);
    if (fault) throw new Error(`${VARIABLE} is "${named}", which does not start: ${fault}.`);
    return { executablePath: named, source: `named by ${VARIABLE}` };
  }
  const browser =
    installed(tried) ?? downloadedByPlaywright(tried) ?? fromDistribution(tried) ?? byPlaywrightNow(tried);
  if (browser) return browser;
  throw new Error(
    `No browser for the end-to-end tests. Tried:\n- ${tried.join('\n- ')}\nInstall Chromium or Chrome, or set ${VARIABLE} to the path of one.`,
  );
}

function installed(tried: string[]): Browser | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...ELSEWHERE].filter((path) => path !== '');
  const paths = folders.flatMap((path) =>
    /chrome|edge|chromium/i.test(path) ? [path] : COMMANDS.map((command) => join(path, command)),
  );
  const there = [...new Set(paths)].filter((path) => existsSync(path));
  for (const executablePath of there) {
    const fault = faultOf(executablePath);
    if (!fault) return { executablePath, source: 'installed on this machine' };
    tried.push(`${executablePath}: ${fault}`);
  }
  if (there.length === 0) tried.push(`an installed one: none of ${COMMANDS.join(', ')} is on the PATH`);
  return undefined;
}

function downloadedByPlaywright(tried: string[]): Browser | undefined {
  const executablePath = chromium.executablePath();
  if (!existsSync(executablePath)) return undefined;
  const fault = faultOf(executablePath);
  if (!fault) return { executablePath, source: 'downloaded by Playwright' };
  tried.push(`${executablePath}: ${fault}`);
  return undefined;
}

function fromDistribution(tried: string[]): Browser | undefined {
  const what = "the distribution's Chromium";
  if (process.getuid?.() !== 0) {
    tried.push(`${what}: only root can install it (apt-get install chromium)`);
    return undefined;
  }
  if (!isDebian()) {
    tried.push(`${what}: known for Debian and Ubuntu only`);
    return undefined;
  }
  console.log('End-to-end tests: installing the Chromium of the distribution …');
  const apt = ['-o', 'DPkg::Lock::Timeout=300'];
  const fault =
    faultOfRun('apt-get', [...apt, 'update'], TEN_MINUTES_MS) ??
    faultOfRun(
      'apt-get',
      [...apt, 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'],
      TEN_MINUTES_MS,
    );
  if (fault) {
    tried.push(`${what}: ${fault}`);
    return undefined;
  }
  // Ubuntu's package is a door to its snap store, which a container does not have: only a try tells.
  const found = installed(tried);
  return found && { ...found, source: 'installed now from the distribution' };
}

function isDebian(): boolean {
  if (!existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
}

function byPlaywrightNow(tried: string[]): Browser | undefined {
  console.log('End-to-end tests: asking Playwright to download its Chromium …');
  const cli = join(import.meta.dirname, '../../node_modules/@playwright/test/cli.js');
  const withLibraries = process.getuid?.() === 0 && isDebian() ? ['--with-deps'] : [];
  const fault = faultOfRun(process.execPath, [cli, 'install', ...withLibraries, 'chromium'], TEN_MINUTES_MS);
  if (fault) {
    tried.push(`Playwright's own download: ${fault}`);
    return undefined;
  }
  return downloadedByPlaywright(tried);
}

/** Why a browser does not start, or undefined when it does. */
function faultOf(executablePath: string): string | undefined {
  return faultOfRun(executablePath, ['--no-sandbox', '--version'], 30_000);
}

function faultOfRun(command: string, args: string[], timeoutMs: number): string | undefined {
  const run = spawnSync(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    timeout: timeoutMs,
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (run.error) return run.error.message;
  if (run.status === 0) return undefined;
  const last = `${run.stdout}\n${run.stderr}`.trim().split('\n').slice(-3).join(' | ');
  return `exit ${run.status ?? run.signal}: ${last}`;
}
