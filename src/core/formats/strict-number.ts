const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/u;

/** True for a plain decimal number: no blanks, no `nan`, no `inf`, no hexadecimal, no thousands mark. */
export const isStrictNumber = (text: string): boolean => NUMBER.test(text);
