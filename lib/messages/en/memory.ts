// What comes back on Today.
export default {
  monthAgo: 'A month ago today',
  yearAgo: 'A year ago today',
  yearsAgo: '{n} years ago today',
  line: 'To remember it by',
  answer: 'Your answer to the inner voice',
  sharedMine: 'You shared it with {name}',
  sharedTheirs: '{name} shared it with you',
  page: 'Read the page',
  plan: 'See that day',
  away: 'Not this one',
  awayDone: 'It won’t come back in this browser.',
}
