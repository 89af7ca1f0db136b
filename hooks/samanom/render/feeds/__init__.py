"""What others can subscribe to: feeds, calendars and cards."""
