export default {
  onTheWay: 'The page is loading.',
  undo: 'Undo',
  notSaved: 'Not saved.',
}
