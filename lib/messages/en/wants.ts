// What a writer would like from the partner who reads their page.
export default {
  listen: 'Just listen',
  comfort: 'Comfort',
  ideas: 'Ideas',
  nothing: 'Nothing needed',
  /** The same as a line under "Elias shared a page". */
  reader: {
    listen: 'Would like you to just listen',
    comfort: 'Would like comfort',
    ideas: 'Would like ideas',
    nothing: 'Nothing needed',
  },
}
