/** What a service said about one question. */
export type Answer<T> =
  | { readonly state: 'found'; readonly value: T }
  /** It knows no such record. */
  | { readonly state: 'absent' }
  /** It gave no answer that can be used; nothing follows about the record. */
  | { readonly state: 'failed'; readonly why: string };

/** The answer with its value read further; reading may find that the answer is unusable, or holds no such record. */
export function readAnswer<A, B>(answer: Answer<A>, read: (value: A) => Answer<B>): Answer<B> {
  return answer.state === 'found' ? read(answer.value) : answer;
}
