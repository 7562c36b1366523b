import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AddressWriter } from '../../../src/components/compare/address-writer.ts';

describe('the writing of an address', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('waits until changes pause, and is done once for all of them', () => {
    const write = vi.fn();
    const writer = new AddressWriter(write);
    for (let i = 0; i < 300; i++) {
      writer.ask();
      vi.advanceTimersByTime(100);
    }
    expect(write).not.toHaveBeenCalled();
    vi.advanceTimersByTime(250);
    expect(write).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(10_000);
    expect(write).toHaveBeenCalledTimes(1);
  });

  it('can be hurried, and then waits for nothing', () => {
    const write = vi.fn();
    const writer = new AddressWriter(write);
    writer.flush();
    expect(write).not.toHaveBeenCalled();
    writer.ask();
    writer.flush();
    expect(write).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1000);
    expect(write).toHaveBeenCalledTimes(1);
  });

  it('survives a browser that refuses', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const write = vi.fn(() => {
      throw new DOMException('Too many calls', 'SecurityError');
    });
    const writer = new AddressWriter(write);
    writer.ask();
    vi.advanceTimersByTime(250);
    expect(warn).toHaveBeenCalledTimes(1);
    writer.ask();
    vi.advanceTimersByTime(250);
    expect(write).toHaveBeenCalledTimes(2);
  });
});
