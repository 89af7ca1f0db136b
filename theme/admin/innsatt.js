// What can be put into a text beside words: pictures, drawn figures and quotations, all written as pictures in Markdown.
const shownAs = kind => ({
  pattern: new RegExp(`^!\\[([^\\]]*)\\]\\(${kind}:([a-z0-9-]+)\\)$`),
  fromBlock: ([, text, id]) => ({ text, id }),
  toBlock: ({ text = '', id = '' }) => `![${text}](${kind}:${id})`,
})

export const insertions = h => [
  {
    id: 'image',
    label: 'Bilde',
    fields: [
      { name: 'image', label: 'Bilde', widget: 'image' },
      { name: 'alt', label: 'Hva bildet viser', widget: 'string', hint: 'For dem som ikke ser det.' },
    ],
    pattern: /^!\[([^\]]*)\]\((\/[^)\s]+)\)$/,
    fromBlock: ([, alt, image]) => ({ alt, image }),
    toBlock: ({ alt = '', image = '' }) => `![${alt}](${image})`,
    toPreview: ({ alt, image }, getAsset, fields) => h('img', { alt, src: getAsset(image, fields?.get(0)) }),
  },
  {
    id: 'figur',
    label: 'Tegnet figur',
    fields: [
      { name: 'id', label: 'Figur', widget: 'string', hint: 'Id-en i «Figurer», eller organisasjonskart eller framdrift.' },
      { name: 'text', label: 'Hva figuren viser', widget: 'string' },
    ],
    ...shownAs('figur'),
    toPreview: ({ text }) => h('p', {}, `[Figur: ${text}]`),
  },
  {
    id: 'sitat',
    label: 'Sitat fra sitatene',
    fields: [
      { name: 'id', label: 'Sitat', widget: 'string', hint: 'Id-en i «Sitater».' },
      { name: 'text', label: 'Hvem som sier det', widget: 'string' },
    ],
    ...shownAs('sitat'),
    toPreview: ({ text }) => h('p', {}, `[Sitat: ${text}]`),
  },
]
