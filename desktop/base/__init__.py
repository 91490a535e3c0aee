"""What every layer stands on: time, identity, money, dates, errors. Standard library only."""
