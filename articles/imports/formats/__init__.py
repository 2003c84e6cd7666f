"""One module per format; each reads a manuscript into pieces and guesses nothing about them."""
