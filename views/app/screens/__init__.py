"""One module per screen; each exports its component. Screens do not know each other."""
