/**
 * 53-bit hash of `text`, as 14 hex digits (cyrb53 by bryc, public domain). Not cryptographic: it tells whether an
 * article changed, where nobody gains by a collision. Two 32-bit lanes of Math.imul run at about 500 MB a second,
 * where 64-bit FNV-1a needs BigInt and runs at a hundredth of that.
 */
export function contentHash(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(16).padStart(14, '0');
}
