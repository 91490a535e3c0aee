"""The station's side of the exchange over HTTP."""
