/** One thing that `quoth doctor` looked at. */
export interface Check {
  readonly name: string;
  readonly outcome: 'ok' | 'failed' | 'skipped';
  readonly detail: string;
  /** What to do about it; with every failure. */
  readonly fix?: string;
}
