import type { Peer, PeerScene } from './scene.ts';

/** Opens the scene that lies beside the page where its address asks for that, and notes when it is drawn. */
export async function openByLink(peer: Peer): Promise<void> {
  if (location.search !== '?open') return;
  const scene = (await (await fetch('/scene.json')).json()) as PeerScene;
  await peer.start(scene);
  window.__readyAt = performance.now();
}
