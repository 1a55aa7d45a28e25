import type { Message } from '../schema/message.ts';

/** A function of a message that is worked out once for each: what it makes stays the same object, as the message does. */
export function oncePerMessage<T>(work: (message: Message) => T): (message: Message) => T {
  const known = new WeakMap<Message, { readonly made: T }>();
  return (message) => {
    const found = known.get(message) ?? { made: work(message) };
    known.set(message, found);
    return found.made;
  };
}
