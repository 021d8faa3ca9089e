"""Exports: what the site knows as tables, pictures, trees and decks, ready for any format."""
