/** Runs the page's scripts once its first frame is on the screen; a page out of sight gets no frames, a busy browser late ones. */
export const lateScript = `{
  const paths = document.currentScript.dataset.scripts.split(' ');
  let isRun = false;
  const run = () => {
    if (isRun) return;
    isRun = true;
    for (const path of paths) import(path);
  };
  requestAnimationFrame(() => setTimeout(run));
  setTimeout(run, document.hidden ? 0 : 1000);
}`;
