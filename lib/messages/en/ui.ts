export default {
  onTheWay: 'The page is loading.',
  unreachable: 'Fivefold can’t be reached right now. What is on this page stays.',
  undo: 'Undo',
  notSaved: 'Not saved.',
}
