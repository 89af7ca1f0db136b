"""What the secretariat works with: forms, files in one form, and lists of what is due, all made from the records."""
