import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { nameUuid } from '../../../src/core/feeds/name-uuid.ts';

/** The same by node's own SHA-1, as RFC 9562 describes it. */
function reference(name: string): string {
  const namespace = Buffer.from('3c8766ae535940c38bb10d184644f128', 'hex');
  const digest = createHash('sha1').update(namespace).update(name, 'utf8').digest();
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x50, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = digest.toString('hex');
  return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')}`;
}

describe('the name of an entry', () => {
  it('is the one it has had since the first feed', () => {
    expect(nameUuid('limits/babar-2014-dark-photon')).toBe(
      'urn:uuid:43a726d3-c493-5039-b68b-54075492af35',
    );
  });
  it('is a version 5 UUID of its words, however many blocks they fill', () => {
    for (let length = 0; length < 140; length++) {
      const name = 'limits/B→K*'.repeat(20).slice(0, length);
      expect(nameUuid(name)).toBe(reference(name));
    }
  });
});
