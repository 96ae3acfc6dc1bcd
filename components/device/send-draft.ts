type SentDraft = Readonly<{ keep: () => Promise<unknown>; done: () => Promise<unknown> }>

/** Sends what a draft holds. The draft goes once that was sent, and is kept where it was not. */
export async function sendDraft<Sent>(draft: SentDraft, send: () => Promise<Sent>): Promise<Sent> {
  let sent: Sent
  try {
    sent = await send()
  } catch (error) {
    await draft.keep()
    throw error
  }
  await draft.done()
  return sent
}
