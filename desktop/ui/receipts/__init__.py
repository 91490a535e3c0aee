"""收费与收据: the latest receipts, and the paper of each."""
