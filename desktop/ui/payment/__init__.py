"""Taking the money and handing over the paper."""
