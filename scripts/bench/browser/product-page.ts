import type { Page } from 'playwright-core';
import { type Camera, fitBounds } from './camera.ts';
import type { Chromium } from './chromium.ts';
import { aimAt, type Canvas, type Picture } from './picture.ts';
import type { Subject } from './subject.ts';

const longestWaitMilliseconds = 120_000;

/** The product, open in a browser, with everything drawn. */
export interface ProductPage {
  readonly page: Page;
  /** Of the first panel. */
  readonly canvas: Canvas;
  /** Pixels of all panels together. */
  readonly pixels: number;
  readonly picture: Picture;
  /** Requests over the network since the page was opened: without what its cache answers. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** Link that shows the subject's later year; `more` stands behind it. */
export function linkTo({ indicator, years, limits, scheme }: Subject, camera: Camera, more = ''): string {
  const map = `${camera.zoom.toFixed(2)}/${camera.latitude.toFixed(4)}/${camera.longitude.toFixed(4)}`;
  const classes = `own.${limits.join(',')}`;
  return `/?bench&indicator=${indicator}&period=${years[1]}&classes=${classes}&scheme=${scheme}&map=${map}${more}`;
}

/** Opens a link and waits until everything is drawn. */
export async function openProduct(
  chromium: Chromium,
  { address, subject, camera, more }: { address: string; subject: Subject; camera: Camera; more?: string },
): Promise<ProductPage> {
  const context = await chromium.openContext();
  const page = await context.newPage();
  const requests = await followRequests(page);
  await page.goto(`${address}${linkTo(subject, camera, more)}`);
  await waitUntilReady(page);
  const canvases = await findCanvases(page);
  const [canvas] = canvases;
  if (!canvas) throw new Error('the page has no map');
  const pixels = canvases.reduce((sum, { width, height }) => sum + width * height, 0);
  const picture = await aimAt({ page, chromium, subject, camera }, canvas);
  return { page, canvas, pixels, picture, requests, close: () => context.close() };
}

/** The camera that fills the product's map with the subject, and what draws WebGL there, as it names itself. */
export async function chooseCamera(
  chromium: Chromium,
  address: string,
  subject: Subject,
): Promise<{ camera: Camera; renderer: string }> {
  const context = await chromium.openContext();
  const page = await context.newPage();
  await page.goto(`${address}/?bench`);
  await waitUntilReady(page);
  const [canvas] = await findCanvases(page);
  const renderer = await readRenderer(page);
  await context.close();
  if (!canvas) throw new Error('the page has no map');
  return { camera: fitBounds(subject.bounds, canvas), renderer };
}

/** Waits until the product has drawn everything. */
export async function waitUntilReady(page: Page): Promise<void> {
  await page.waitForFunction(() => window.__bench !== undefined, null, { timeout: longestWaitMilliseconds });
  await page.evaluate(() => window.__bench?.ready());
}

function readRenderer(page: Page): Promise<string> {
  return page.evaluate(() => {
    const context = document.createElement('canvas').getContext('webgl2');
    const names = context?.getExtension('WEBGL_debug_renderer_info');
    return String(context?.getParameter(names?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER));
  });
}

async function followRequests(page: Page): Promise<readonly string[]> {
  const requests: string[] = [];
  const session = await page.context().newCDPSession(page);
  session.on('Network.responseReceived', ({ response }) => {
    if (!response.fromDiskCache) requests.push(response.url);
  });
  await session.send('Network.enable');
  return requests;
}

/** Of the maps on the page, the first panel's first. */
export function findCanvases(page: Page): Promise<Canvas[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('canvas.maplibregl-canvas')].map((each) => {
      const { x, y, width, height } = each.getBoundingClientRect();
      return { x, y, width, height };
    }),
  );
}
