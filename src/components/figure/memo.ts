/** Remembers what was made for each key; in development nothing is, as the content changes there. */
export function memoise<T, K = string>(make: (key: K) => Promise<T>): (key: K) => Promise<T> {
  const made = new Map<K, Promise<T>>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined && !import.meta.env.DEV) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
