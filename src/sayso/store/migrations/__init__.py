"""The versions of the ledger, oldest first; each file brings a ledger of the version before to its own."""
