"""续保名册: last year's households, one band each, one key per decision."""
