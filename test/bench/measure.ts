/** Starts to measure; the function given tells the milliseconds of processor time since. */
export function processorTime(): () => number {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
}

/** Milliseconds of processor time that `work` takes. */
export function spent(work: () => unknown): number {
  const time = processorTime();
  work();
  return time();
}

/** The value below which `share` of `times` lies. */
export function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

export function report(name: string, times: readonly number[]): void {
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => quantile(times, share).toFixed(2));
  console.log(`${name}: p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms of processor time`);
}
