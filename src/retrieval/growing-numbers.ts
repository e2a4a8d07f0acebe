/** A typed array that grows. */
export class GrowingNumbers {
  private held = new Uint32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.held.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.held);
      this.held = larger;
    }
    this.held[this.length++] = value;
  }

  /** A view, as long as nothing is added. */
  values(): Uint32Array {
    return this.held.subarray(0, this.length);
  }
}
