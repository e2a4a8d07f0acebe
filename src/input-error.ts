/** Input that a command cannot go on from: the message says what, where and what to do. Exit status 1. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/** Words on the command line that make no sense: exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
