"""On whose word a claim rests, which voices may be one, and how many stand behind it."""
