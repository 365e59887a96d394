"""How fast DoCheck is, measured against raw sqlite3, Taskwarrior and a browser's clock."""
