// Words that Decap lacks in Norwegian, and those that our own messages stand in.
export const WORDS = {
  auth: { login: 'Begynn å redigere' },
  collection: {
    sidebar: { allCollections: 'Alt', collections: 'Innhold', searchAll: 'Søk', searchIn: 'Søk i' },
    collectionTop: {
      newButton: 'Ny: %{collectionLabel}',
      newButtonAriaLabel: 'Ny: %{collectionLabel}',
      viewAsList: 'Vis som liste',
      viewAsGrid: 'Vis som kort',
      searchResults: 'Treff på «%{searchTerm}»',
      searchResultsInCollection: 'Treff på «%{searchTerm}» i %{collection}',
      filterBy: 'Velg ut',
      groupBy: 'Grupper',
    },
  },
  editor: {
    editorControl: { field: { optional: 'kan stå tomt', widgetLabel: '%{widgetLabel}' } },
    editorControlPane: { widget: { regexPattern: '%{fieldLabel}: %{pattern}', required: '%{fieldLabel} må fylles ut.' } },
    editorInterface: { togglePreview: 'Vis eller skjul forhåndsvisningen', toggleScrollSync: 'Rull begge samtidig' },
    editorToolbar: { publish: 'Lagre', publishNow: 'Lagre nå', publishing: 'Lagrer …', published: 'Lagret', publishAndCreateNew: 'Lagre og lag en ny', publishAndDuplicate: 'Lagre og lag en kopi', deployButtonLabel: 'Se siden', deployPreviewButtonLabel: 'Se siden', deployPreviewPendingButtonLabel: 'Se siden' },
    editorWidgets: {
      markdown: {
        bold: 'Fet',
        italic: 'Kursiv',
        link: 'Lenke',
        linkPrompt: 'Adressen lenken går til, f.eks. /kommuner/lom/ eller kilde:heftet-2013',
        headings: 'Overskrifter',
        quote: 'Sitat',
        bulletedList: 'Punktliste',
        numberedList: 'Nummerert liste',
        addComponent: 'Sett inn',
        richText: 'Vanlig tekst',
        markdown: 'Markdown',
        toggleMode: { rich: 'Skriv vanlig tekst', markdown: 'Skriv Markdown' },
      },
      image: {
        chooseMultiple: 'Velg bilder',
        chooseUrl: 'Bruk en adresse',
        replaceUrl: 'Bytt til en adresse',
        promptUrl: 'Adressen til bildet',
        addMore: 'Flere bilder',
        removeAll: 'Ta bort alle',
      },
      list: { add: 'Ny: %{item}', addType: 'Ny: %{item}' },
      object: { expand: 'Vis', collapse: 'Skjul' },
    },
  },
  mediaLibrary: {
    mediaLibraryCard: { copy: 'Kopier', copyUrl: 'Kopier adressen', copyPath: 'Kopier veien', copyName: 'Kopier navnet', copied: 'Kopiert' },
    mediaLibraryModal: { close: 'Lukk' },
  },
  ui: {
    settingsDropdown: { account: 'Konto' },
    toast: { onLoggedOut: 'Du er logget ut. Ta vare på det du har skrevet, og logg inn igjen.' },
  },
}

// Two trees of words as one; the second is stronger.
export function merged(words, stronger) {
  const all = { ...words }
  for (const [key, value] of Object.entries(stronger)) {
    all[key] = typeof value === 'object' ? merged(words[key] ?? {}, value) : value
  }
  return all
}
