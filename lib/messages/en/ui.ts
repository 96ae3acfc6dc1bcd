export default {
  onTheWay: 'The page is loading.',
  undo: 'Undo',
  notSaved: 'Not saved.',
  typedBefore: 'This is what you typed before. It is not saved yet.',
  startAgain: 'Start again',
  cleared: 'Cleared.',
}
