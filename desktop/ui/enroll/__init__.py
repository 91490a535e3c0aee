"""The household screen: enter, see the price and why, save, go on to the money."""
