// A form that holds what was typed before its page was left.
export default {
  before: 'This is what you had here before. It is not saved yet.',
  kept: 'Not sent. It is kept in this tab until you close it.',
  startAgain: 'Start again',
  cleared: 'Cleared.',
}
