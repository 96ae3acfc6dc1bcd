export default {
  onlyYou: 'Only you',
  own: 'I was short on the phone tonight. It wasn’t about the dishes. I was afraid to say that I miss us.',
  both: 'Both of you',
  shared: 'The walk by the river, and how neither of us said a word for the last half hour.',
  reply: 'I counted the herons too.',
  flower: 'An example of what Lately shows of the two of you.',
  caption: 'An example. A page is yours alone until you share it.',
}
