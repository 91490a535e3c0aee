"""Papers: fonts, fitting, words, codes, previews and printers."""
