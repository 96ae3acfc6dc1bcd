// The way to answering the inner voice, which Today and Write show.
export default {
  answer: {
    title: 'Answer the inner voice',
    detail: 'When it runs you down, or your partner. A minute is enough.',
  },
  goOn: {
    title: 'Go on answering the inner voice',
    detail: 'What you began is saved on this device. Only you can read it.',
  },
}
