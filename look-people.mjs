import { chromium } from 'playwright-core';
import { mkdirSync } from 'node:fs';
const [address, out, ...only] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
const list = await (await fetch(`${address}/api/shared-lists`)).json();
const id = list.rows?.[0]?.id;
const pages = {
  outcome: ['page=contribution&contribution=16', '.measured-outcome'],
  lists: ['page=shared-lists', '.list-of-lists a'],
  list: [`page=shared-list&list=${id}`, '.shared-areas .verdict'],
  matrix: ['page=policy&template=twens', '.policy-matrix'],
  kernbeleid: ['page=policy&template=kernbeleid-veiligheid', '.policy-matrix'],
  cycle: ['page=cycle&area=GM0153', '.cycle-step-head'],
  documents: ['page=documents', '.document-list'],
  stories: ['page=stories', '.story-list'],
};
for (const [name, [query, ready]] of Object.entries(pages)) {
  if (only.length && !only.includes(name)) continue;
  for (const [kind, viewport, extra] of [['projector', { width: 1920, height: 1080 }, {}], ['phone', { width: 360, height: 780 }, {}], ['dark', {width: 1280, height: 900}, {colorScheme: 'dark'}]]) {
    const context = await browser.newContext({ viewport, ...extra });
    const page = await context.newPage();
    await page.goto(`${address}/?${query}`);
    await page.locator(ready).first().waitFor({ timeout: 90000 }).catch(() => console.log('no', name, kind));
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(800);
    const height = await page.evaluate(() => Math.min(document.querySelector('.page-reading')?.scrollHeight ?? innerHeight, 2600));
    if (kind !== 'projector') await page.setViewportSize({ width: viewport.width, height });
    await page.screenshot({ path: `${out}/${name}-${kind}.png` });
    if (kind === 'projector') await page.pdf({ path: `${out}/${name}.pdf`, preferCSSPageSize: true, printBackground: true, format: 'A4' });
    await context.close();
  }
  console.log(name);
}
await browser.close();
