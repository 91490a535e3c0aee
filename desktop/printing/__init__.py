"""Papers: laid out, written as PDF, previewed and sent to a printer."""
