"""What was told again in other words: by whole documents, passages and claims, and what changed on the way."""
