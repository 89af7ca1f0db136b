// Long lists: what is folded is one line, its form is made when it is opened, and a field finds the one that is looked for.
const LONG = 12

const folded = text => String(text).toLowerCase()

export const foldingList = (ListControl, h) => class extends ListControl {
  constructor(props) {
    super(props)
    this.state = { ...this.state, sought: '' }
    const whole = this.renderItem
    this.renderItem = (item, i) => this.state.itemsCollapsed[i] ? this.line(item, i) : whole(item, i)
  }

  // Decap says «No title» of what has none.
  objectLabel(item) {
    const text = super.objectLabel(item)
    return /^No [\w.]+$/.test(text) ? item.get?.('id') ?? 'Uten navn' : text
  }

  line(item, i) {
    const text = this.objectLabel(item)
    if (!folded(`${text} ${item.get?.('id') ?? ''}`).includes(folded(this.state.sought))) return null
    const open = event => this.handleItemCollapseToggle(i, event)
    const about = { key: this.state.keys[i], type: 'button', className: 'foldet', 'aria-expanded': 'false', onClick: open }
    return h('button', { ...about, 'data-feil': this.hasError(i) || undefined }, text)
  }

  render() {
    const list = super.render()
    if ((this.props.value?.size ?? 0) <= LONG || !this.getValueType()) return list
    const change = event => this.setState({ sought: event.target.value })
    const about = { type: 'search', className: 'finn-i-liste', 'aria-label': 'Finn i listen', placeholder: 'Finn i listen' }
    return h('div', {}, h('input', { ...about, value: this.state.sought, onChange: change }), list)
  }
}
