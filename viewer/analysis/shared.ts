import { isAbort } from '../data/request.ts';
import { type Analysis, createAnalysis, type RunSettings } from './client.ts';
import type { TaskInput, TaskName, TaskResult } from './tasks.ts';

let started: Analysis | null = null;

/** Computes in the one worker of the page, which is started when it is first needed, and anew after it failed. */
export async function analyse<Name extends TaskName>(
  task: Name,
  input: TaskInput<Name>,
  settings: RunSettings,
): Promise<TaskResult<Name>> {
  started ??= createAnalysis();
  const used = started;
  try {
    return await used.run(task, input, settings);
  } catch (error) {
    if (!isAbort(error) && started === used) {
      started = null;
      used.close();
    }
    throw error;
  }
}
