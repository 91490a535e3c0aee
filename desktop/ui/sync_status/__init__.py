"""数据同步: how the exchange with the centre stands, in plain words."""
