"""What stands behind each word after `samanom`: what may be written there, and what is told in the end."""
