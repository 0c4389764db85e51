import { createInterface } from 'node:readline/promises';
import { InputError } from '../../../geodata/problem.ts';

/** An answer that was understood, or what is wrong with it. */
export type Understood<Answer> = { readonly answer: Answer } | { readonly wrong: string };

export interface Choice<Value> {
  readonly value: Value;
  readonly label: string;
}

/** Somebody who can be asked. An empty answer takes the default, where there is one. */
export interface Terminal {
  say(text: string): void;
  /** Asks again until the answer is understood. */
  ask<Answer>(
    question: string,
    preset: string | null,
    understand: (text: string) => Understood<Answer>,
  ): Promise<Answer>;
  /** Asks for one of several, by its number or its text. `preset` is what an empty answer takes. */
  choose<Value>(question: string, choices: readonly Choice<Value>[], preset: Value | null): Promise<Value>;
  close(): void;
}

/** Asks on streams. Lines that come before they are asked for wait. Throws InputError where the answers end. */
export function openTerminal(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Terminal {
  const lines = createInterface({ input, output, terminal: 'isTTY' in output && output.isTTY === true });
  lines.on('SIGINT', () => lines.close());
  const answers = lines[Symbol.asyncIterator]();
  const say = (text: string) => void output.write(`${text}\n`);
  const read = async (question: string): Promise<string> => {
    lines.setPrompt(question);
    lines.prompt();
    const { value, done } = await answers.next();
    if (!done) return value.trim();
    throw new InputError({
      file: 'the questions',
      message: 'they were broken off',
      remedy: 'run the command again, or give a mapping file with --mapping',
    });
  };
  const ask: Terminal['ask'] = async (question, preset, understand) => {
    for (;;) {
      const text = (await read(`${question}${preset === null ? '' : ` [${preset}]`}: `)) || preset;
      const understood = text === null ? { wrong: 'Give an answer.' } : understand(text);
      if ('answer' in understood) return understood.answer;
      say(`  ${understood.wrong}`);
    }
  };
  return {
    say,
    ask,
    choose: (question, choices, preset) => {
      say(`${question}`);
      for (const [index, { label }] of choices.entries()) say(`  ${String(index + 1).padStart(2)}  ${label}`);
      const chosen = choices.findIndex(({ value }) => value === preset);
      return ask('Number', chosen < 0 ? null : String(chosen + 1), (text) => findChoice(text, choices));
    },
    close: () => lines.close(),
  };
}

function findChoice<Value>(text: string, choices: readonly Choice<Value>[]): Understood<Value> {
  const byNumber = /^\d+$/.test(text) ? choices[Number(text) - 1] : undefined;
  const lower = text.toLowerCase();
  const starting = choices.filter(({ label }) => label.toLowerCase().startsWith(lower));
  const exact = choices.find(({ label }) => label.toLowerCase() === lower);
  const choice = byNumber ?? exact ?? (starting.length === 1 ? starting[0] : undefined);
  return choice ? { answer: choice.value } : { wrong: `Give a number from 1 to ${choices.length}.` };
}

/** An answer that may be any text. */
export function anyText(text: string): Understood<string> {
  return { answer: text };
}

/** Asks a question that is answered with yes or no. */
export function askYes(terminal: Terminal, question: string, preset: boolean): Promise<boolean> {
  return terminal.ask(`${question} (yes/no)`, preset ? 'yes' : 'no', (text) => {
    if (/^(y|yes|j|ja)$/i.test(text)) return { answer: true };
    if (/^(n|no|nee)$/i.test(text)) return { answer: false };
    return { wrong: 'Answer yes or no.' };
  });
}
