let last: Promise<void> = Promise.resolve();

/** Does something in a task of its own, after all that asked before: several maps that start at once keep a click waiting. */
export function takeTurn(work: () => void): Promise<void> {
  const own = last.then(
    () =>
      new Promise<void>((resolve, reject) => {
        setTimeout(() => {
          try {
            work();
            resolve();
          } catch (error) {
            reject(error);
          }
        });
      }),
  );
  last = own.catch(() => undefined);
  return own;
}
