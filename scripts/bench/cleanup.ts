type Undo = () => Promise<void> | void;

const undone = new Set<Undo>();

/** Remembers how to undo something that must not outlive the run; gives a function that undoes it once, sooner. */
export function undoLater(undo: Undo): () => Promise<void> {
  undone.add(undo);
  return async () => {
    if (undone.delete(undo)) await undo();
  };
}

/** Undoes everything that is left, the newest first; a failure of one does not keep the others. */
export async function undoAll(): Promise<void> {
  for (const undo of [...undone].reverse()) {
    undone.delete(undo);
    try {
      await undo();
    } catch (error) {
      console.error(error);
    }
  }
}

/** Lets Ctrl-C and SIGTERM undo everything before the process goes. */
export function undoOnSignals(): void {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)
    process.once(signal, () => void undoAll().finally(() => process.exit(code)));
}
