// A form that holds what was typed before its page was left.
export default {
  before: 'This is what you typed before. It is not saved yet.',
  startAgain: 'Start again',
  cleared: 'Cleared.',
}
