"""Formats in which tables, trees and pictures leave the site: one module each, behind one registry."""
