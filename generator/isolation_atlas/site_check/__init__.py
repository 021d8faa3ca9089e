"""Checks a built site, whatever engine built it: links, anchors, files, outside requests, and what pages need."""

from isolation_atlas.site_check.check import check_site
from isolation_atlas.site_check.finding import SiteFinding

__all__ = ["SiteFinding", "check_site"]
