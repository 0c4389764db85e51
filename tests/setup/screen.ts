/** State that follows the screen asks the device what it prefers; where there is no screen, it prefers nothing. */
globalThis.matchMedia ??= (media: string) =>
  Object.assign(new EventTarget(), {
    media,
    matches: false,
    onchange: null,
    addListener() {},
    removeListener() {},
  });
