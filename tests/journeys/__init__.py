"""Ways through the app in a real browser, found and used as a screen reader does."""
