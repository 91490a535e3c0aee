"""第一次使用: from an empty folder to a signed-in station, and the registration with the centre."""
