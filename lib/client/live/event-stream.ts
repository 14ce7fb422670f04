/** What does a server say on a stream of its events? One JSON value each. */

/** Reads the events of a body as they come; resolves when it ends, and rejects when the connection breaks. */
export async function readEvents<Message>(
  body: ReadableStream<Uint8Array>,
  onMessage: (message: Message) => void,
  onSign: () => void,
): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    onSign();
    const events = (rest + decoder.decode(value, { stream: true })).split('\n\n');
    rest = events.pop() ?? '';
    for (const event of events) {
      if (event.startsWith('data: ')) onMessage(JSON.parse(event.slice('data: '.length)) as Message);
    }
  }
}
