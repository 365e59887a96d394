"""What people see: the app's screens, its words, its command line and its front doors.

Views ask services and show frozen values; they never open storage.
"""
